"""The register as people look at it: what is overdue, soon, later, recurring; goals by year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from api.facts_query import due_day, owners_of, period_of
from api.page_links import marked_url
from api.register import KIND_NAMES, what_of
from api.to_wire import label_of
from ingest.model import Deadline, Goal, Task, fact_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from api.facts_query import Entry, Found

SOON: Final = timedelta(days=30)
EACH: Final = 8  # rows shown of each part of the timeline
BARS: Final = 24
PERCENT: Final = re.compile(r"\d{1,3}(?:,\d+)?")  # "0,7", "85"; "40 - 50" holds two
PARTS: Final = (
    ("late", "Đã quá hạn"),
    ("soon", "Trong 30 ngày tới"),
    ("later", "Về sau"),
    ("recurring", "Định kỳ"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A fact in words, with the link to the words that prove it."""

    kind: str
    what: str
    owner: str
    partners: str
    figure: str
    when: str
    due: date | None
    place: str
    url: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the timeline: its first facts and how many there are in all."""

    name: str
    title: str
    found: tuple[Found, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A goal in per cent, drawn from 0 to 100; a range has two ends. ``y`` is its place."""

    label: str
    printed: str
    low: float
    high: float
    y: int


@dataclass(frozen=True, slots=True)
class Year:
    """The goals of one year and where its heading stands in the drawing."""

    year: int
    y: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The drawing of goals by year; ``left_out`` goals found no room."""

    years: tuple[Year, ...]
    height: int
    left_out: int


def row_of(entry: Entry) -> Row:
    """Return a fact as a row of the page."""
    fact, info = entry.fact, entry.document.info
    period = period_of(fact)
    label = label_of(entry.document, fact.path)
    span = fact.span
    return Row(
        kind=KIND_NAMES[fact_kind(fact)],
        what=what_of(fact),
        owner="; ".join(owners_of(fact)),
        partners="; ".join(fact.partners) if isinstance(fact, Task) else "",
        figure=_figure(fact) if isinstance(fact, Goal) else "",
        when=(period.recurring or period.phrase) if period else "",
        due=due_day(fact),
        place=", ".join(filter(None, (label, info.symbol or info.title))),
        url=marked_url(info.id, span.start, span.end, span.of(entry.document.text)),
    )


def _figure(goal: Goal) -> str:
    """Return the figure as printed; the per cent sign stands close to its number."""
    unit = goal.unit or ""
    value = f"{goal.value or ''}{'' if unit.startswith('%') else ' '}{unit}"
    return " ".join(filter(None, (goal.comparator, value.strip())))


def part_of(found: Found, today: date) -> str | None:
    """Return which part of the timeline a fact stands in; None without a day or repetition."""
    _, fact = found
    period, day = period_of(fact), due_day(fact)
    if period is not None and period.recurring:
        return "recurring"
    if day is None:
        return None
    if day < today:
        return "late"
    return "soon" if day <= today + SOON else "later"


def timeline(found: Iterable[Found], today: date) -> tuple[Part, ...]:
    """Return the deadlines, and the tasks that have one of their own, part by part."""
    groups: dict[str, list[Found]] = {name: [] for name, _ in PARTS}
    for each in _dated(tuple(found)):
        if name := part_of(each, today):
            groups[name].append(each)
    groups["late"].reverse()  # the latest first: what was missed just now can still be mended
    return tuple(
        Part(name, title, tuple(groups[name][:EACH]), len(groups[name])) for name, title in PARTS
    )


def _dated(found: Sequence[Found]) -> Iterable[Found]:
    """Yield the deadlines, and the tasks whose sentence holds no deadline yielded already."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for owner, fact in found:
        if isinstance(fact, Deadline):
            taken.setdefault(owner, []).append((fact.span.start, fact.span.end))
    for owner, fact in found:
        start, end = fact.span.start, fact.span.end
        spoken = any(a < end and start < b for a, b in taken.get(owner, ()))
        if isinstance(fact, Deadline) or (isinstance(fact, Task) and not spoken):
            yield owner, fact


def chart(found: Iterable[Found]) -> Chart:
    """Return the goals given in per cent with a year, by year, in the order of the text."""
    years: dict[int, list[tuple[str, str, float, float]]] = {}
    for _, fact in found:
        day = due_day(fact)
        ends = _ends(fact)
        if isinstance(fact, Goal) and ends and day:
            years.setdefault(day.year, []).append((fact.measure, _figure(fact), *ends))
    drawn, y, room = [], 0, BARS
    for year in sorted(years):
        goals = years[year][:room]
        room -= len(goals)
        if goals:
            bars = tuple(Bar(*goal, y=y + 30 + 44 * i) for i, goal in enumerate(goals))
            drawn.append(Year(year, y + 18, bars))
            y += 40 + 44 * len(goals)
    total = sum(map(len, years.values()))
    return Chart(tuple(drawn), y, total - sum(len(year.bars) for year in drawn))


def _ends(fact: object) -> tuple[float, float] | None:
    """Return the two ends of a goal in per cent of a whole; None where it is something else."""
    if not isinstance(fact, Goal) or (fact.unit or "").strip() != "%" or not fact.value:
        return None
    figures = [float(match.replace(",", ".")) for match in PERCENT.findall(fact.value)]
    if not figures or max(figures) > 100:  # noqa: PLR2004 -- more than the whole cannot be drawn
        return None
    return min(figures), max(figures)
