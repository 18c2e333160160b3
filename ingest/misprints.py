"""Candidates that stand for another number than their sign says.

"I." after "H." is the letter, "1)" between "k)" and "m)" the letter l, "2)" between "1/" and "3/"
the clause, and "16." between Điều 15 and Điều 17 an article whose word is lost. Each is read so
only where a run needs it.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from ingest.levels import DIVISIONS, HEADLINES, NAMED, Kind, letter, missing_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.brokenlines import Marker
    from ingest.outline import Builder

_ONES = frozenset({Kind.NUMBER, Kind.BRACKET})  # how "l." and "l)" look when l is typed as 1
_LOOK_AHEAD = 200  # candidates


def as_meant(builder: Builder, marker: Marker, position: int) -> Marker:
    """Return the candidate as the runs around it need it, mostly unchanged."""
    if marker.kind is Kind.ROMAN and len(marker.name) == 1:
        return _capital(builder, marker)
    if marker.kind in _ONES and marker.value == 1:
        return _small_l(builder, marker, position)
    if marker.kind is Kind.BRACKET:
        return _clause(builder, marker, position)
    if marker.kind is Kind.NUMBER:
        return _article(builder, marker, position)
    return marker


def _capital(builder: Builder, marker: Marker) -> Marker:
    """Return "I." as the letter where it follows "H." rather than being the numeral."""
    value = letter(marker.name)
    before = _open_value(builder, Kind.CAPITAL)
    if before is None or missing_between(Kind.CAPITAL, before, value) != ():
        return marker
    return replace(marker, kind=Kind.CAPITAL, value=value)


def _small_l(builder: Builder, marker: Marker, position: int) -> Marker:
    """Return "1)" as the letter l where "k)" is open and "m)" is the next letter."""
    if _open_value(builder, Kind.LETTER) != letter("k"):
        return marker
    for other in _following(builder, position):
        if other.kind in NAMED or other.kind in _ONES:
            return marker
        if other.kind is Kind.LETTER:
            meant = replace(marker, kind=Kind.LETTER, value=letter("l"), name="l")
            return meant if other.value == letter("m") else marker
    return marker


def _clause(builder: Builder, marker: Marker, position: int) -> Marker:
    """Return "2)" as the clause where "1/" is open, no "1)" is, and "3/" is the next number."""
    listed = _open_value(builder, Kind.BRACKET) is not None
    if listed or _open_value(builder, Kind.NUMBER) != marker.value - 1:
        return marker
    for other in _following(builder, position):
        if other.kind in HEADLINES or other.kind in _ONES:
            goes_on = other.kind is Kind.NUMBER and other.value == marker.value + 1
            return replace(marker, kind=Kind.NUMBER) if goes_on else marker
    return marker


def _article(builder: Builder, marker: Marker, position: int) -> Marker:
    """Return "16." as Điều 16 where Điều 15 is open and the next article goes on after it."""
    before = _open_value(builder, Kind.ARTICLE)
    if before is None or marker.value != before + 1:
        return marker
    if _open_value(builder, Kind.NUMBER) == before:
        return marker  # the next clause
    due = marker.value + 1
    for other in _following(builder, position):
        if other.kind is Kind.ARTICLE:
            meant = replace(marker, kind=Kind.ARTICLE, name=f"Điều {marker.name}")
            return meant if other.value == due else marker
        due += other.kind is Kind.NUMBER and other.value == due
    return marker


def _open_value(builder: Builder, kind: Kind) -> int | None:
    """Return the number of the innermost open section of a kind."""
    return next((node.value for node in reversed(builder.stack) if node.kind is kind), None)


def _following(builder: Builder, position: int) -> Iterator[Marker]:
    """Yield the candidates after one, up to the next annex, form or paper."""
    for other in islice(builder.markers, position + 1, position + 1 + _LOOK_AHEAD):
        if other.kind in DIVISIONS:
            return
        yield other
