"""Which congress of the Party a paper's day belongs to: "Nghị quyết 18 khóa XII" is of 2017."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING, Final

from api.question import ROMAN_OF

if TYPE_CHECKING:
    from api.question import Question

# the days on which the national congresses closed; papers before belong to the one before
FIRST: Final = 6
CLOSED: Final = (
    date(1986, 12, 18), date(1991, 6, 27), date(1996, 7, 1), date(2001, 4, 22), date(2006, 4, 25),
    date(2011, 1, 19), date(2016, 1, 28), date(2021, 2, 1), date(2026, 1, 23),
)  # fmt: skip
TERM: Final = re.compile(r"\bkhoa (?P<term>[ivx]+|\d{1,2})\b")
NUMBER: Final = {roman: int(number) for number, roman in ROMAN_OF.items()}


def congress_of(day: date) -> int | None:
    """Return the number of the congress in whose term ``day`` lies, None before the sixth."""
    found = bisect_right(CLOSED, day)
    return FIRST + found - 1 if found else None


def congress_named(question: Question) -> int | None:
    """Return the number of the congress that the question names: "khóa XII", "khóa 12"."""
    found = TERM.search(question.folded)
    return congress_number(found["term"]) if found else None


def congress_number(term: str) -> int | None:
    """Return the number of a congress written in figures or Roman numerals, folded."""
    return int(term) if term.isdigit() else NUMBER.get(term)
