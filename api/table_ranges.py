"""A figure that a row's range holds: twelve floors in "10 < số tầng <= 15".

Rows of norms and prices are for ranges ("Từ biên chế thứ 30 đến dưới 50"): whoever asks of 45 wants
that row, and no other. The range must be of what the figure counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.question import Question
    from api.table_rows import Row

_N: Final = r"(?P<%s>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)(?! ?%%|[.,]?\d)"
_WORDS: Final = r"(?: ?[a-z]+){0,4}? ?"
_LOW, _HIGH = _N % "low", _N % "high"
# the shapes of a range on folded text, with the signs of those ends that belong to it
SHAPES: Final = (
    re.compile(rf"{_LOW} ?(?P<above><=?|≤){_WORDS}(?P<below><=?|≤) ?{_HIGH}"),
    re.compile(rf"\btu{_WORDS}{_LOW}{_WORDS}den (?P<below>duoi )?{_WORDS}{_HIGH}"),
    re.compile(rf"\btren{_WORDS}{_LOW}{_WORDS}den (?P<below>duoi )?{_WORDS}{_HIGH}(?P<above>)"),
    re.compile(rf"\btu{_WORDS}{_LOW}{_WORDS}tro len"),
    re.compile(rf"\btu{_WORDS}{_HIGH}{_WORDS}tro xuong"),
    re.compile(rf"(?P<above>>=?|≥) ?{_LOW}"),
    re.compile(rf"(?P<below><=?|≤) ?{_HIGH}"),
    re.compile(rf"\b(?P<above>tren){_WORDS}{_LOW}"),
    re.compile(rf"\b(?P<below>duoi){_WORDS}{_HIGH}"),
    re.compile(rf"^{_LOW} ?- ?{_HIGH}$"),
)
HINT: Final = re.compile(r"[<>≤≥]|\b(?:tu|tren|duoi) .*\d|^\d[\d.,]* ?- ?\d")  # worth a look
OPEN_ENDS: Final = frozenset([">", "<", "tren", "duoi", "duoi ", ""])
# a figure of a question with the words beside it: "người dân thứ 50.000", "tòa 12 tầng"
ASKED: Final = re.compile(
    r"(?P<before>(?:[a-z]+ ){0,3})(?<![\w/.,-])"
    r"(?P<figure>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)(?![\w/-]|[.,]\d)"
    r"(?=(?P<after>%?(?: [a-z]+){0,2}))"
)
MORE: Final = re.compile(r"\b(?:tren|qua|hon) $")
LESS: Final = re.compile(r"\bduoi $")
ENDS: Final = re.compile(r"\b(?:tu|den) $")  # "từ 5 đến 10 tầng" is a range itself
BESIDE: Final = 0.001  # "trên 15" is a little more than 15
_SMALL: Final = "co la va o cua cho thi voi trong thu moi mot dat den tu tren duoi hon"
SMALL_WORDS: Final = frozenset(_SMALL.split())


@dataclass(frozen=True, slots=True)
class Held:
    """Figures of a question that ranges of a row hold; ``other``: a range is for other figures."""

    figures: frozenset[str]
    other: bool


NOTHING: Final = Held(frozenset(), other=False)


def held_by(question: Question, text: str, row: Row) -> Held:
    """Return which figures of the question the ranges of a row hold."""
    if not question.figures:
        return NOTHING
    ranges = tuple(_ranges(text, row))
    figures: set[str] = set()
    other = False
    for found in ASKED.finditer(question.folded):
        if (
            found["figure"] not in question.figures
            and f"{found['figure']}%" not in question.figures
        ):
            continue
        near = {*found["before"].split(), *found["after"].strip("%").split()} - SMALL_WORDS
        mine = [r for r, of in ranges if near & of]
        if any(_holds(each, _meant(found)) for each in mine):
            figures |= {found["figure"], f"{found['figure']}%"}
        elif mine and not ENDS.search(found["before"]):
            other = True
    return Held(frozenset(figures), other)


def _ranges(text: str, row: Row) -> Iterator[tuple[re.Match[str], set[str]]]:
    """Yield each range that a cell states, with the words that say what it is of."""
    for at, cell in enumerate(row.cells):
        words = fold(cell.of(text))
        if not HINT.search(words):
            continue
        found = next((m for m in (shape.search(words) for shape in SHAPES) if m), None)
        if found is not None:
            names = row.columns[at] if at < len(row.columns) else ()
            of = " ".join((words, *(fold(name.of(text)) for name in names)))
            yield found, set(re.findall(r"[a-z]+", of))


def _meant(asked: re.Match[str]) -> float:
    """Return the figure asked of; "trên 15" is beyond 15."""
    beyond = BESIDE * bool(MORE.search(asked["before"]))
    return _value(asked["figure"]) + beyond - BESIDE * bool(LESS.search(asked["before"]))


def _holds(found: re.Match[str], value: float) -> bool:
    ends = found.groupdict()
    low, high = ends.get("low"), ends.get("high")
    if low and (value < _value(low) or (value == _value(low) and _open(ends, "above"))):
        return False
    return not (high and (value > _value(high) or (value == _value(high) and _open(ends, "below"))))


def _open(ends: dict[str, str | None], side: str) -> bool:
    """Tell whether the end of a range does not belong to it: "dưới 50", "> 15"."""
    return ends.get(side) in OPEN_ENDS


def _value(figure: str) -> float:
    return float(figure.replace(".", "").replace(",", "."))
