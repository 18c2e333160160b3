"""The rules by which a candidate continues a run; each returns how many open sections it keeps.

A candidate is a heading if it is the next number of an open run, the first of a new one, or,
within bounds, one after a gap. What no rule accepts is running text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.brokenlines import is_closed
from ingest.levels import DIVISIONS, HEADLINES, ITEMS, NAMED, Kind, missing_between

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ingest.brokenlines import Marker
    from ingest.outline import Builder

_WIDEST_GAP = (
    5  # numbers that may be missing where the number after the gap is followed by its next
)
_LATEST_START = 3  # a run whose beginning is lost may start here
_EXPLICIT = NAMED | {Kind.ROW_NUMBER}  # their numbers cannot be mistaken for anything else
_TITLES = frozenset({Kind.CAPITAL, Kind.ROMAN})
_INVERTED_RUN = 200  # candidates to look at for "2." after "1." and the capitals inside it
_INNER_RUN = 80  # candidates to look at for the end of a list inside an item


@dataclass(slots=True)
class Node:
    """A section under construction."""

    marker: Marker
    end: int = 0
    children: list[Node] = field(default_factory=list)

    @property
    def kind(self) -> Kind:
        """The marker's kind."""
        return self.marker.kind

    @property
    def value(self) -> int:
        """The marker's number."""
        return self.marker.value

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


def _division(builder: Builder, marker: Marker, _: int) -> int | None:
    """Return the place of an annex, at the top, or of a form, inside an annex if there is one."""
    if marker.kind not in DIVISIONS:
        return None
    top = builder.stack[0] if builder.stack else None
    if marker.kind is Kind.FORM:
        return 1 if top is not None and top.kind is Kind.ANNEX else 0
    form = next((node for node in builder.stack if node.kind is Kind.FORM), None)
    if form is not None and not marker.value and form.marker.last_line == marker.line - 1:
        return len(builder.stack)  # "Mẫu số 08" + "Phụ lục": the form's own title
    return 0


def _decimal(builder: Builder, marker: Marker, position: int) -> int | None:
    """Return the place of "2.1": below "2", "II" or "Điều 2", or after its like."""
    if not marker.parts or builder.text[marker.words : marker.words + 1].islower():
        return None
    for index in range(len(builder.stack) - 1, -1, -1):
        node = builder.stack[index]
        if _is_like(node, marker):
            gap = missing_between(marker.kind, node.value, marker.value)
            near = gap == () or (
                gap is not None
                and builder.follows_whole_line(marker)
                and (len(gap) == 1 or builder.is_supported(marker, position))
            )
            return index if near else None
        if _heads(node, marker):
            starts = marker.value == 1 or builder.is_supported(marker, position)
            return index + 1 if starts else None
    lonely = marker.value == 1 and builder.is_supported(marker, position)
    return _shorter(builder, marker) or builder.home(marker) if lonely else None


def _shorter(builder: Builder, marker: Marker) -> int | None:
    """Return the place below an open number of fewer parts: "1.2.1" in "4.2", misnumbered."""
    for index in range(len(builder.stack) - 1, -1, -1):
        node = builder.stack[index]
        if node.kind <= marker.kind:
            fewer = 0 < len(node.marker.parts) < len(marker.parts)
            return index + 1 if fewer and node.kind is marker.kind else None
    return None


def _is_like(node: Node, marker: Marker) -> bool:
    """Tell whether a section and a candidate are parts of the same number: "2.1" and "2.2"."""
    alike = (node.kind is Kind.SUBROMAN) is (marker.kind is Kind.SUBROMAN)
    return bool(node.marker.parts) and alike and node.marker.parts[:-1] == marker.parts[:-1]


def _heads(node: Node, marker: Marker) -> bool:
    """Tell whether a candidate is a part of a section's number: "2.1" of "2", "II" or "Điều 2".

    "II.1" is a part of "II" alone.
    """
    if marker.kind is Kind.SUBROMAN and not marker.name.startswith(f"{node.marker.name}."):
        return False
    number = node.marker.parts or (node.value,)
    return number == marker.parts[:-1] and node.kind not in ITEMS | {Kind.LETTER}


def continues(builder: Builder, marker: Marker, _: int = 0) -> int | None:
    """Return the place of the next of an open run, the innermost first."""
    if marker.parts:
        return None
    for index in range(len(builder.stack) - 1, -1, -1):
        node = builder.stack[index]
        if node.kind is not marker.kind:
            continue
        if marker.kind in ITEMS or missing_between(marker.kind, node.value, marker.value) == ():
            return index
    return None


def _first(builder: Builder, marker: Marker, position: int) -> int | None:
    """Return the place of the first of a run, or of one going on where the last run ended."""
    is_open = any(node.kind is marker.kind for node in builder.stack)
    if not _may_begin(builder, marker, position, is_open=is_open):
        return None
    if marker.kind in _TITLES and _is_inverted(builder, marker, position):
        return len(builder.stack)
    top = builder.stack[-1].kind if builder.stack else None
    if is_open and marker.kind is Kind.ROW_NUMBER and top is Kind.ROW_DECIMAL:
        return len(builder.stack)  # "1.1.2 | Mẫu nước", then its own rows from 1 on
    renewed = is_open and marker.kind in {Kind.NUMBER, Kind.BRACKET}
    if renewed and _is_inner(builder, marker, position):
        return len(builder.stack)
    return builder.home(marker)


def _may_begin(builder: Builder, marker: Marker, position: int, *, is_open: bool) -> bool:
    """Tell whether a candidate may be the first of a run; ``is_open``: one of its kind is open."""
    goes_on = not is_open and marker.value == builder.carried.get(marker.kind, 0) + 1
    starts = marker.kind in ITEMS or marker.value == 1 or goes_on
    if marker.parts or not starts:
        return False
    supported = builder.is_supported(marker, position)
    if marker.kind is Kind.CAPITAL:
        return supported or builder.is_in_capitals(marker)
    if marker.kind is Kind.PARENTHESIS:
        return supported and not builder.in_form()  # the notes of a form are keyed "(1)"
    # "ưu tiên các địa bàn cấp độ" + "1. Cấp ngay …"
    return supported or marker.kind in ITEMS or not (is_open and builder.breaks_off(marker))


def _is_inverted(builder: Builder, marker: Marker, position: int) -> bool:
    """Tell whether "A." stands inside "1.": it begins anew right after "2." too."""
    top = builder.stack[-1] if builder.stack else None
    if top is None or top.kind is not Kind.NUMBER:
        return False
    before = builder.sibling_before(top)
    if before is not None and before.children:
        return before.children[0].kind is marker.kind
    following = builder.markers[position + 1 : position + _INVERTED_RUN]
    for other, below in pairwise(following):
        if other.kind in HEADLINES and other.kind not in _TITLES:
            return False
        if other.kind is Kind.NUMBER and other.value == top.value + 1:
            return below.kind is marker.kind and below.value == 1
    return False


def _is_inner(builder: Builder, marker: Marker, position: int) -> bool:
    """Tell whether a run that starts anew is a list inside the open item.

    It is when the outer run goes on after it.
    """
    outer = next(node.value for node in reversed(builder.stack) if node.kind is marker.kind)
    inner = marker.value
    for other in builder.markers[position + 1 : position + _INNER_RUN]:
        if other.kind in HEADLINES:
            return False
        if other.kind is not marker.kind:
            continue
        if other.value == inner + 1 != outer + 1:
            inner += 1
        else:
            return other.value == outer + 1 != inner + 1
    return False


def _after_gap(builder: Builder, marker: Marker, position: int) -> int | None:
    """Return the place of a number after a gap: one missing, or more where the run goes on."""
    if marker.parts or marker.kind in ITEMS or not builder.follows_whole_line(marker):
        return None
    supported = builder.is_supported(marker, position)
    for index in range(len(builder.stack) - 1, -1, -1):
        node = builder.stack[index]
        if node.kind is not marker.kind:
            continue
        gap = missing_between(marker.kind, node.value, marker.value)
        if gap is None:
            continue
        if len(gap) <= 1 or marker.kind in _EXPLICIT or (supported and len(gap) <= _WIDEST_GAP):
            return index
    if any(node.kind is marker.kind for node in builder.stack):
        return None
    early = marker.value <= _LATEST_START and marker.kind < Kind.LETTER
    lost = supported and (early or marker.kind is Kind.ROW_NUMBER)
    lost = lost or (marker.kind is Kind.NUMBER and builder.heads_parts(marker, position))
    lost = lost or builder.first_is_glued(marker)
    lost = lost or _first_unnumbered(builder, marker) or _is_announced(builder, marker)
    lost = lost or (marker.kind is Kind.ROMAN and builder.is_in_capitals(marker))
    return builder.home(marker) if lost or marker.kind in NAMED else None


def _first_unnumbered(builder: Builder, marker: Marker) -> bool:
    """Tell whether "3." follows two paragraphs without a number right below an article.

    The line of the article may be its title alone, or its first paragraph.
    """
    top = builder.stack[-1] if builder.stack else None
    if top is None or top.kind is not Kind.ARTICLE or marker.kind is not Kind.NUMBER:
        return False
    above = marker.line - top.marker.last_line
    titled = not is_closed(builder.lines[top.marker.last_line])
    return 1 < marker.value <= _LATEST_START and above == marker.value - (0 if titled else 1)


def _is_announced(builder: Builder, marker: Marker) -> bool:
    """Tell whether the heading right above names a number: "Thay điểm 6 như sau:" + "6- …"."""
    top = builder.stack[-1] if builder.stack else None
    if top is None or top.marker.last_line != marker.line - 1 or marker.kind is not Kind.NUMBER:
        return False
    words = builder.lines[top.marker.last_line].text
    return words[-1] == ":" and bool(re.search(rf"\b(?:điểm|khoản|mục) {marker.name}\b", words))


def _again(builder: Builder, marker: Marker, _: int) -> int | None:
    """Return the place of a number printed twice in one run, as slips of the pen leave it."""
    if marker.parts or not builder.follows_whole_line(marker):
        return None
    for index in range(len(builder.stack) - 1, -1, -1):
        node = builder.stack[index]
        if node.kind is marker.kind:
            return index if node.value == marker.value else None
    return None


RULES: tuple[Callable[[Builder, Marker, int], int | None], ...] = (
    _division,
    _decimal,
    continues,
    _first,
    _after_gap,
    _again,
)
