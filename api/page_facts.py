"""The register as people look at it: what is overdue, soon, later, recurring."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from textwrap import shorten
from typing import TYPE_CHECKING, Final

from api.facts_query import due_day, owners_of, period_of
from api.page_links import marked_url
from api.register import KIND_NAMES, what_of
from api.to_wire import label_of
from api.typed_days import TypedDayError, read_day, shown_day
from ingest.model import Deadline, Goal, Task, fact_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from api.facts_query import Entry, Found
    from ingest.model import Period

SOON: Final = timedelta(days=30)
LONGEST_NAME: Final = 60  # of a document without a number, where it only says where a fact stands
EACH: Final = 8  # rows shown of each part of the timeline
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
class Days:
    """The days between which something falls due, as typed; ``mistakes`` by field."""

    first: date | None
    last: date | None
    mistakes: Mapping[str, str]


def days_of(due_from: str, due_to: str) -> Days:
    """Return the days of the filter, with what to do about those that are none."""
    found: dict[str, date | None] = {}
    mistakes: dict[str, str] = {}
    for name, typed in (("due_from", due_from), ("due_to", due_to)):
        try:
            found[name] = read_day(typed)
        except TypedDayError as error:
            mistakes[name] = str(error)
    first, last = found.get("due_from"), found.get("due_to")
    if first and last and last < first:
        mistakes["due_to"] = f"Phải từ ngày {shown_day(first)} trở đi."
    return Days(first, last, mistakes)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the timeline: its first facts and how many there are in all."""

    name: str
    title: str
    found: tuple[Found, ...]
    total: int


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
        figure=figure_of(fact) if isinstance(fact, Goal) else "",
        when=_when(period) if period else "",
        due=due_day(fact),
        place=", ".join(filter(None, (label, info.symbol or shortened(info.title)))),
        url=marked_url(info.id, span.start, span.end, span.of(entry.document.text)),
    )


def _when(period: Period) -> str:
    """Return a time as printed: how often, and by which day where that is told apart from it."""
    if period.recurring and period.recurring not in period.phrase:
        return f"{period.recurring}, {period.phrase}"
    return period.recurring or period.phrase


def shortened(title: str) -> str:
    """Return a title that is no longer than a place can be; cut between words."""
    return shorten(title, LONGEST_NAME, placeholder="…")


def figure_of(goal: Goal) -> str:
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
