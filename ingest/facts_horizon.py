"""By when a goal is to be reached: the sentence says it, or the words above it do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.facts_units import Unit, opening, sentences
from ingest.model import Period, Section, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.facts_reading import Dated, Reading

_COMPARED = re.compile(  # "so với năm 2015", "kế hoạch năm 2025" do not set a term
    r"(?:so với|từ|của|kết quả)\s*(?:cuối |đầu )?$|(?:kế hoạch|nghị quyết|chương trình|luật)\s*$",
    re.IGNORECASE,
)
_COMPARED_REACH = 12
_HEADING_REACH = 120  # a horizon further on in a lead line belongs to something named there
_OPENING_REACH = 25  # a horizon that opens a sentence holds for the rest of the item


def _lead_lines(text: str, section: Section) -> Iterator[Span]:
    """Yield the heading of a section and, if it has parts, the lines that lead them."""
    head = opening(text, section)
    yield head
    if section.children:
        lead = Span(head.end, section.children[0].span.start)
        yield from (line for line in sentences(text, lead) if line.start < line.end)


class Horizons:
    """The horizon in force: that of the sentence, else of the item so far, else of a heading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._item = -1
        self._opened: Period | None = None
        self._of_section: dict[int, tuple[tuple[int, Period], ...]] = {}

    def note(self, unit: Unit) -> None:
        """Remember a horizon that opens the sentence."""
        if unit.item != self._item:
            self._item, self._opened = unit.item, None
        for at, period in self._in(unit.span)[:1]:
            if at.start - unit.span.start < _OPENING_REACH:
                self._opened = period

    def of(self, unit: Unit, clause: Span) -> Period | None:
        """Return the horizon of a clause of the sentence last noted."""
        if inside := self._in(clause):
            return inside[0][1]
        if before := self._in(Span(unit.span.start, clause.start)):
            return before[-1][1]
        if above := self._opened or self._above(unit):
            return above
        after = self._in(Span(clause.end, unit.span.end))
        return after[0][1] if after else None

    def _in(self, span: Span) -> list[Dated]:
        return [found for found in self._reading.periods_in(span) if self._is_horizon(*found)]

    def _is_horizon(self, at: Span, period: Period) -> bool:
        if period.recurring or period.last is None or period.first == period.last:
            return False
        before = self._reading.text[max(0, at.start - _COMPARED_REACH) : at.start]
        issued = self._reading.issued
        return not _COMPARED.search(before) and not (issued and period.last < issued)

    def _above(self, unit: Unit) -> Period | None:
        for section in reversed(unit.trail):
            for end, period in self._leads(section):
                if end <= unit.span.start:
                    return period
        return None

    def _leads(self, section: Section) -> tuple[tuple[int, Period], ...]:
        """Return the horizons in the lines that lead a section, each with the line's end."""
        start = section.span.start
        if start not in self._of_section:
            self._of_section[start] = tuple(
                (line.end, period)
                for line in _lead_lines(self._reading.text, section)
                for period in self._of_lead(line)
            )
        return self._of_section[start]

    def _of_lead(self, line: Span) -> tuple[Period, ...]:
        """Return the horizon of a lead line; "đến năm 2020 … 2030" is one, from first to last.

        What stands below does not say which of the two years it is meant for.
        """
        found = self._in(Span(line.start, min(line.end, line.start + _HEADING_REACH)))
        days = [period.last for _, period in found if period.last]
        if len(set(days)) < 2:  # noqa: PLR2004 — a range has two ends
            return tuple(period for _, period in found[:1])
        phrase = self._reading.text[found[0][0].start : found[-1][0].end]
        return (Period(min(days), max(days), " ".join(phrase.split())),)
