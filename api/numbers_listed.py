"""Numbers of papers listed behind one type: "quyết định 213/2025 và 218/2025", "NQ 57 và 20"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from api.question import understand
from ingest.references import matches, parse_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.question import Question
    from ingest.model import DocumentInfo

NEXT: Final = re.compile(
    r"(?P<join>,?\s+(?:va|voi|so voi|vs|hay|con)\s+|,\s+)(?:so\s+)?"
    r"(?P<number>\d{1,4}(?P<year>/20\d\d)?)(?![\w/%-])(?![.,]\d)"
)
# what may stand behind a number that is no amount: "NQ 57 và 20 khác nhau thế nào"
GOES_ON: Final = re.compile(
    r"\s*(?:[?.,;:]|$|(?:khac|moi|cai|do|co|cua|o|thi|deu|cung|dat|giao|neu|quy dinh|ve|trong|den"
    r"|la|ai|va|voi)\b)"
)
MOST: Final = 4


def with_types_repeated(question: Question, held: Sequence[DocumentInfo]) -> Question:
    """Return ``question`` with the type of a paper said again before each number listed with it.

    A number without a year must be that of a paper held, and be followed by no noun that it may
    count: "NQ 57 và 5 nhiệm vụ".
    """
    for _ in range(MOST):
        text = _one_more(question, held)
        if text == question.text:
            break
        question = understand(text)
    return question


def _one_more(question: Question, held: Sequence[DocumentInfo]) -> str:
    """Return the text with one more type said, or as it is."""
    text, folded = question.text, question.folded
    for mention in question.mentions:
        typed = re.match(r"\D+", mention.span.of(text))
        found = NEXT.match(folded, mention.span.end)
        if typed is None or found is None:
            continue
        at = found.start("number")
        number = parse_number(f"{typed[0]}{found['number']}")
        named = number is not None and any(
            d.symbol and matches(number, d.symbol, d.type) for d in held
        )
        if found["year"] or (named and GOES_ON.match(folded, found.end())):
            return f"{text[:at]}{typed[0]}{text[at:]}"
    return text
