"""Where the words stand that prove a fact: its sentence, and those that it inherits from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.fact_words import parties, phrase_of
from api.table_rows import row_at
from api.write import Proof, passage_of, unlabelled
from ingest.model import Goal, Span
from ingest.sentences import sentences

if TYPE_CHECKING:
    from ingest.model import Document, Fact, Passage


def inherited(document: Document, fact: Fact, near: Span) -> tuple[Proof, ...]:
    """Return the proofs of what the item inherits: the sentences where those words stand."""
    phrase = phrase_of(fact.horizon if isinstance(fact, Goal) else fact.due)
    wanted = [w for w in (phrase, *parties(fact)) if w and w not in near.of(document.text)]
    spans = (_nearest(document, words, fact.path) for words in wanted)
    return tuple(Proof(document, span) for span in dict.fromkeys(s for s in spans if s))


def _nearest(document: Document, words: str, path: tuple[str, ...]) -> Span | None:
    """Return the sentence with ``words`` in the closest section around ``path``."""
    around = [s for s in document.walk() if s.path == path[: len(s.path)]]
    for section in reversed(around):
        start = document.text.find(words, section.span.start, section.span.end)
        if start >= 0:
            place = Span(start, start + len(words))
            return evidence_span(document, passage_of(document, place), place)
    return None


def evidence_span(document: Document, passage: Passage, span: Span) -> Span:
    """Return the whole sentence(s) of the passage that ``span`` lies in, or its row of a table."""
    if row := row_at(document.text, span):
        return row.span
    touched = [
        s
        for s in sentences(document.text, passage.span)
        if s.start < span.end and span.start < s.end
    ]
    if not touched:
        return span
    return unlabelled(document.text, Span(touched[0].start, touched[-1].end))
