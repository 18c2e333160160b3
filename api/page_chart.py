"""Goals that have a figure and a year, drawn: one small drawing for each unit, all alike.

A drawing knows nothing of colours and pages; it says where each point stands. Figures of different
units never share a scale.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from api.facts_query import due_day
from ingest.model import Goal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from api.facts_query import Found

WIDTH: Final = 300  # of the line a figure stands on
ROW: Final = 54
HEAD: Final = 26  # a year's heading
MOST_POINTS: Final = 12  # in one drawing
MOST_UNITS: Final = 8
NUMBER: Final = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"  # "660.085", "8,95", "05"
FIGURE: Final = re.compile(rf"({NUMBER})(?:\s*[-–]\s*({NUMBER}))?")  # "85", "40 - 50"
WHOLE: Final = re.compile(r"%(?!\s*/)")  # a share of a whole; "%/năm" is a pace
STEPS: Final = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Point:
    """A goal on its line: ``low`` and ``high`` are places on it, equal unless it is a range."""

    found: Found
    low: float
    high: float
    y: int


@dataclass(frozen=True, slots=True)
class Year:
    """The goals to be reached by the end of a year, and where its heading stands."""

    year: int
    y: int
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The goals of one unit, year by year, on lines from 0 to ``top``."""

    unit: str
    top: str
    years: tuple[Year, ...]
    height: int


@dataclass(frozen=True, slots=True)
class Chart:
    """All drawings; ``left_out`` goals found no room."""

    drawings: tuple[Drawing, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class _Figure:
    """A goal that can be drawn."""

    found: Found
    unit: str
    year: int
    low: float
    high: float


def chart(found: Iterable[Found]) -> Chart:
    """Return a drawing for each unit: per cent first, then the units with most goals."""
    figures = [figure for each in found if (figure := _figure(each))]
    alike: dict[str, list[_Figure]] = {}
    for figure in figures:
        alike.setdefault(figure.unit.casefold(), []).append(figure)
    order = sorted(alike, key=lambda unit: (unit != "%", unit == "", -len(alike[unit]), unit))
    drawings = tuple(_drawing(alike[unit]) for unit in order[:MOST_UNITS])
    drawn = sum(len(year.points) for each in drawings for year in each.years)
    return Chart(drawings, len(figures) - drawn)


def _figure(found: Found) -> _Figure | None:
    """Return a goal with its two ends; None where it has no year or its value is no figure."""
    _, fact = found
    day = due_day(fact)
    if not isinstance(fact, Goal) or not fact.value or day is None:
        return None
    match = FIGURE.fullmatch(fact.value.strip())
    if match is None:
        return None
    ends = [_number(written) for written in match.groups() if written]
    unit = " ".join((fact.unit or "").split())
    return _Figure(found, unit, day.year, min(ends), max(ends))


def _number(written: str) -> float:
    return float(written.replace(".", "").replace(",", "."))


def _drawing(figures: Sequence[_Figure]) -> Drawing:
    unit = figures[0].unit
    shown = sorted(figures, key=lambda figure: figure.year)[:MOST_POINTS]
    top = _top(unit, max(figure.high for figure in shown))
    years, y = [], ROW // 2
    for year in dict.fromkeys(figure.year for figure in shown):
        heading, y = y + HEAD // 2, y + HEAD
        points = []
        for figure in (each for each in shown if each.year == year):
            low, high = (round(WIDTH * end / top, 1) for end in (figure.low, figure.high))
            points.append(Point(figure.found, low, high, y))
            y += ROW
        years.append(Year(year, heading, tuple(points)))
    return Drawing(unit, _printed(top), tuple(years), y)


def _top(unit: str, highest: float) -> float:
    """Return where the line ends: at the whole for a share, else at a round figure above."""
    if WHOLE.match(unit) and highest <= 100:  # noqa: PLR2004 -- per cent
        return 100.0
    if highest <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(highest))
    return next(step * power for step in STEPS if step * power >= highest)


def _printed(figure: float) -> str:
    """Return a figure as Vietnamese papers print it: "250.000", "2,5"."""
    return f"{figure:,.10g}".translate(str.maketrans(",.", ".,"))
