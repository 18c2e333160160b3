"""Words that the evidence must say as the question does: quoted, foreign, or denied."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from api.evidence import says
from api.shown import plainly, shown_with
from ingest.syllables import is_syllable
from ingest.text import fold

if TYPE_CHECKING:
    from api.question import Question
    from ingest.model import Document, Passage

DENIABLE: Final = re.compile(r"\b(?:bang|thuoc|trong) ")
DENIED: Final = re.compile(r"\bkhong (?P<words>(?:bang|thuoc|trong)(?: [a-z]+){2})\b")
FOREIGN: Final = re.compile(r"(?<![\w&/-])[A-Z][a-z]{3,}(?![\w&/-])")
QUOTED: Final = re.compile(r"[\"“”«](?P<words>[^\"“”«»]{4,80})[\"“”»]")


def supported_unnegated(question: Question, document: Document, passage: Passage) -> bool:
    """Tell whether what the question says is not only denied: "không bằng vốn đầu tư công"."""
    shown = plainly(document, passage) if DENIABLE.search(question.folded) else ""
    for found in DENIED.finditer(shown):
        words = found["words"]
        plain = re.search(rf"(?<!khong )\b{words}\b", question.folded)
        if plain and not re.search(rf"(?<!khong )\b{words}\b", shown):
            return False
    return True


def supported_foreign(question: Question, document: Document, passage: Passage) -> bool:
    """Tell whether each name that is no Vietnamese word ("Zalo") stands in the passage."""
    foreign = _foreign(question.text)
    named = [t for t in question.terms if t.folded in foreign] if foreign else []
    shown = shown_with(document, passage) if named else None
    return shown is None or all(says(shown, term) for term in named)


@lru_cache(maxsize=512)  # a question is held against hundreds of sentences
def _foreign(text: str) -> frozenset[str]:
    """Return the folded words typed as names that cannot be syllables of the language."""
    titled = (fold(found[0]) for found in FOREIGN.finditer(text))
    return frozenset(word for word in titled if not is_syllable(word))


def supported_quotations(question: Question, document: Document, passage: Passage) -> bool:
    """Tell whether words that the question puts between quotation marks stand in the passage."""
    quoted = [fold(found["words"]).strip(" .,;:?") for found in QUOTED.finditer(question.text)]
    shown = plainly(document, passage) if quoted else ""
    return all(words in shown for words in quoted if " " in words)
