"""Forms printed in the middle of a paper, which goes on after them as if they were not there.

Papers that publish procedures print the forms of each procedure right behind it; "2. Thủ tục …"
then continues the paper and not the form. Its words, or the line below, begin like those of "1.".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.levels import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.brokenlines import Line, Marker
    from ingest.runs import Node

_RESUMED = frozenset({Kind.CAPITAL, Kind.ROMAN, Kind.NUMBER})
_PAPER = frozenset({Kind.ATTACHMENT, Kind.PART})  # an annex of an annex is another annex
_ALIKE = 3  # first words in common


@dataclass(slots=True)
class Interlude:
    """The sections that were open when the forms began, and where the forms are kept since."""

    open: list[Node]
    homes: tuple[tuple[list[Node], int], ...]  # a list of sections, and how many it held

    def depth_of(self, text: str, lines: Sequence[Line], marker: Marker) -> int | None:
        """Return how many of the open sections a candidate keeps that continues the paper."""
        if marker.kind not in _RESUMED:
            return None
        for depth in range(len(self.open) - 1, -1, -1):
            before = self.open[depth].marker
            follows = before.kind is marker.kind and before.value + 1 == marker.value
            if follows and _begin_alike(text, lines, before, marker):
                return depth
        return None

    def settle(self, depth: int) -> list[Node]:
        """Put the forms below the section whose run they interrupt; return the sections open again.

        ``depth`` is how many of the open sections are taken up.
        """
        forms = [node for home, size in self.homes for node in home[size:]]
        for home, size in self.homes:
            del home[size:]
        forms.sort(key=lambda node: node.marker.start)
        level = next(i for i in range(len(self.open) - 1, 0, -1) if self.open[i].kind in _RESUMED)
        self.open[level - 1].children += forms
        for node in self.open[depth:level]:
            node.end = forms[-1].end
        return self.open[:depth]


def suspend(stack: list[Node], roots: list[Node], marker: Marker) -> Interlude | None:
    """Return the interlude that a form or annex begins inside a paper; None where none can."""
    if marker.kind not in {Kind.FORM, Kind.ANNEX} or len(stack) < 2:  # noqa: PLR2004 — a parent and a run
        return None
    if not any(node.kind in _PAPER for node in stack):
        return None
    return Interlude(
        list(stack), ((roots, len(roots)), (stack[0].children, len(stack[0].children)))
    )


def _begin_alike(text: str, lines: Sequence[Line], one: Marker, other: Marker) -> bool:
    """Tell whether two headings, or the lines below them, begin with the same words."""
    own = [text[m.words : lines[m.last_line].end] for m in (one, other)]
    below = [lines[m.last_line + 1].text for m in (one, other) if m.last_line + 1 < len(lines)]
    return _same(own) or _same(below)


def _same(pair: list[str]) -> bool:
    first, *others = [line.casefold().split()[:_ALIKE] for line in pair]
    return len(first) == _ALIKE and others == [first]
