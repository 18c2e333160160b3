"""What the extractors of facts share: the bodies and periods of one document, by place."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.bodies import find_bodies
from ingest.dates import find_periods
from ingest.model import Period, Span

if TYPE_CHECKING:
    from datetime import date

Dated = tuple[Span, Period]


@dataclass(frozen=True, slots=True)
class Reading:
    """A document's text with every body and time expression found in it, in order."""

    text: str
    issued: date | None
    bodies: tuple[Span, ...]
    body_starts: tuple[int, ...]
    periods: tuple[Dated, ...]
    period_starts: tuple[int, ...]

    def bodies_in(self, span: Span) -> tuple[Span, ...]:
        """Return the bodies that stand inside ``span``."""
        low = bisect_left(self.body_starts, span.start)
        high = bisect_left(self.body_starts, span.end)
        return tuple(body for body in self.bodies[low:high] if body.end <= span.end)

    def periods_in(self, span: Span) -> tuple[Dated, ...]:
        """Return the time expressions that stand inside ``span``."""
        low = bisect_left(self.period_starts, span.start)
        high = bisect_left(self.period_starts, span.end)
        return tuple(found for found in self.periods[low:high] if found[0].end <= span.end)


def read_for_facts(text: str, issued: date | None) -> Reading:
    """Find the bodies and time expressions of ``text`` once, for all extractors."""
    bodies = tuple(span for span, _ in find_bodies(text))
    periods = find_periods(text, issued)
    return Reading(
        text,
        issued,
        bodies,
        tuple(span.start for span in bodies),
        periods,
        tuple(span.start for span, _ in periods),
    )
