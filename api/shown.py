"""What may bear a particular of a question: a passage, its headings, the head of its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from api.desk import head_of
from api.evidence import words_of
from ingest.text import fold

if TYPE_CHECKING:
    from api.evidence import Words
    from ingest.model import Document, Passage

PREFACE: Final = ("mo-dau",)


def shown_with(document: Document, passage: Passage) -> Words:
    """Return the words of a passage, of its headings and of the head of its paper."""
    return words_of(f"{_whole(document, passage)} {passage.context} {head_of(document)}")


def plainly(document: Document, passage: Passage) -> str:
    """Return the same folded, on one line."""
    shown = f"{passage.text} {passage.context} {head_of(document)}"
    return " ".join(fold(shown).split())


def _whole(document: Document, passage: Passage) -> str:
    """Return the words of a passage, of a preface all of them: it is told in one breath."""
    if passage.path != PREFACE:
        return passage.text
    return " ".join(p.text for p in document.passages if p.path == PREFACE)
