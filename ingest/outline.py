"""The outline under construction: candidates placed one after another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.brokenlines import Line, Marker, is_capitals, is_closed
from ingest.divisions import WITHIN, begins_notes, find_attached, is_address, is_closing, is_pledge
from ingest.glued import firsts_are_glued
from ingest.interludes import Interlude, suspend
from ingest.levels import DIVISIONS, HEADLINES, ITEMS, Kind, missing_between
from ingest.markers import is_caption, is_header_row
from ingest.misprints import as_meant
from ingest.runs import RULES, Node, continues

if TYPE_CHECKING:
    from collections.abc import Sequence

_REOPENING = DIVISIONS | {Kind.PART, Kind.CHAPTER}  # what may follow a closing
_LOOK_AHEAD = 200  # candidates


class Builder:
    """Places candidates one after another; ``stack`` holds the open sections, outermost first."""

    def __init__(self, text: str, lines: list[Line], markers: list[Marker]) -> None:
        self.text = text
        self.lines = lines
        self.markers = markers
        self.roots: list[Node] = []
        self.stack: list[Node] = []
        self.carried: dict[Kind, int] = {}  # the last number of each kind in this paper
        self.at = 0  # the next candidate
        self.closed = False
        self.muted = False  # inside a list of addressees or recipients
        self.interlude: Interlude | None = None  # forms in the middle of a paper

    def build(self, end: int) -> list[Node]:
        """Return the top-level nodes; the first paper's body ends at offset ``end``."""
        ended = False
        for index, line in enumerate(self.lines):
            if line.start >= end and not ended:
                ended = True
                self._close(line.start)
            self._pass_line(index, line)
            while self.at < len(self.markers) and self.markers[self.at].line <= index:
                self._offer(self.at)
                self.at += 1
        self._cut(0, len(self.text))
        return self.roots

    def _pass_line(self, index: int, line: Line) -> None:
        """Take note of what a line is besides a heading: a closing, an attached paper, a table."""
        attached = (
            None if self._in_annex() or self._in_title(index) else find_attached(self.lines, index)
        )
        if attached and (self.roots or self.closed):
            self._open(0, attached)
        elif begins_notes(line):
            self._close(line.start)
        elif is_closing(line):
            self.muted = True
            if not self._in_annex():
                self._close(line.start)
        elif is_address(line):
            self.muted = True
        elif is_pledge(line):
            self._end_list(index)
        elif is_caption(line) or (is_header_row(line) and self._table_starts_after(index)):
            self._leave_table(line.start)

    def _in_annex(self) -> bool:
        return bool(self.stack) and self.stack[0].kind in {Kind.ANNEX, Kind.FORM}

    def _in_title(self, index: int) -> bool:
        """Tell whether a line belongs to a heading, or may to that of the paper just attached."""
        top = self.stack[-1] if self.stack else None
        if top is None or index <= top.marker.last_line:
            return top is not None
        return top.kind is Kind.ATTACHMENT and index - top.marker.line < WITHIN

    def _close(self, at: int) -> None:
        """End every open section; only a new paper, annex, part or chapter opens again."""
        self._cut(0, at)
        self.closed = True
        self.interlude = None

    def _table_starts_after(self, index: int) -> bool:
        """Tell whether the first numbered row below a header row begins a run."""
        following = next((m for m in self.markers[self.at :] if m.line > index), None)
        return following is not None and following.kind >= Kind.ROW_CAPITAL and following.value == 1

    def _end_list(self, index: int) -> None:
        """End the numbers of a form before what its signer vouches for, if that is none of them."""
        keep = sum(node.kind in DIVISIONS for node in self.stack)
        inner = self.stack[keep:]
        above = self.lines[inner[-1].marker.last_line].text if inner else ""
        listed = not any(node.kind in HEADLINES for node in inner)
        if inner and listed and not re.search("cam (?:kết|đoan)", above, re.IGNORECASE):
            self._cut(keep, self.lines[index].start)

    def _leave_table(self, at: int) -> None:
        keep = len(self.stack)
        while keep and self.stack[keep - 1].kind >= Kind.ROW_CAPITAL:
            keep -= 1
        self._cut(keep, at)

    def _offer(self, position: int) -> None:
        """Place one candidate if some rule finds it a place."""
        marker = as_meant(self, self.markers[position], position)
        if self.muted and marker.kind in ITEMS:
            return
        if self.closed and marker.kind not in _REOPENING:
            return
        if self._resumes(marker):
            return
        for rule in RULES:
            keep = rule(self, marker, position)
            if keep is not None:
                self._open(keep, marker)
                return

    def _resumes(self, marker: Marker) -> bool:
        """Take up the paper that forms have interrupted where a candidate continues it."""
        if self.interlude is None or continues(self, marker) is not None:
            return False
        depth = self.interlude.depth_of(self.text, self.lines, marker)
        if not depth:
            return False
        self._cut(0, marker.start)
        self.stack = self.interlude.settle(depth)
        self.interlude = None
        self._open(depth, marker)
        return True

    def _open(self, keep: int, marker: Marker) -> None:
        """Open a section below the first ``keep`` open ones and close the others."""
        if self.interlude is None or marker.kind is Kind.ATTACHMENT:
            self.interlude = suspend(self.stack, self.roots, marker)
        self._cut(keep, marker.start)
        node = Node(marker)
        (self.stack[-1].children if self.stack else self.roots).append(node)
        self.stack.append(node)
        self.muted = False
        if marker.kind in DIVISIONS:
            self.carried.clear()
            self.closed = False
        elif self.closed:
            self.closed = False
        self.carried[marker.kind] = marker.value

    def _cut(self, keep: int, at: int) -> None:
        """End the open sections after the first ``keep`` with the last word before ``at``."""
        if len(self.stack) <= keep:
            return
        while at > 0 and self.text[at - 1].isspace():
            at -= 1
        for node in self.stack[keep:]:
            node.end = at
        del self.stack[keep:]

    def home(self, marker: Marker) -> int:
        """Return how many open sections a new run below the innermost fitting one keeps."""
        if self.stack and _leads_to(self.stack[-1], self.lines, marker):
            return len(self.stack)
        keep = len(self.stack)
        while keep and not _may_hold(self.stack[keep - 1].kind, marker.kind):
            keep -= 1
        return keep

    def is_supported(self, marker: Marker, position: int) -> bool:
        """Tell whether the next candidate of the kind continues from this one."""
        for other in self.markers[position + 1 : position + _LOOK_AHEAD]:
            if other.kind in DIVISIONS:
                return False
            if other.kind is marker.kind:
                return missing_between(marker.kind, marker.value, other.value) == ()
        return False

    def heads_parts(self, marker: Marker, position: int) -> bool:
        """Tell whether the next candidate is "4.1" after "4-"."""
        following = self.markers[position + 1 : position + 2]
        return any(other.parts == (marker.value, 1) for other in following)

    def first_is_glued(self, marker: Marker) -> bool:
        """Tell whether "a) …; b) …" stand in the words of the open section, above "c) …"."""
        return bool(self.stack) and firsts_are_glued(self.text, self.stack[-1].marker.words, marker)

    def is_in_capitals(self, marker: Marker) -> bool:
        """Tell whether the words after a number are a title in capitals."""
        return is_capitals(self.text[marker.words : self.lines[marker.last_line].end])

    def in_form(self) -> bool:
        """Tell whether a form is open."""
        return any(node.kind is Kind.FORM for node in self.stack)

    def breaks_off(self, marker: Marker) -> bool:
        """Tell whether the line above is running text or an item that ends in no mark."""
        if marker.kind >= Kind.ROW_CAPITAL or not marker.line:
            return False
        above, top = self.lines[marker.line - 1], self.stack[-1] if self.stack else None
        heads = top is not None and top.marker.last_line == marker.line - 1
        titled = heads and top is not None and top.kind not in ITEMS
        return not (titled or is_closed(above) or above.text.isupper() or "|" in above.text)

    def sibling_before(self, node: Node) -> Node | None:
        """Return the section before an open one, below the same parent."""
        depth = self.stack.index(node)
        siblings = self.stack[depth - 1].children if depth else self.roots
        return siblings[-2] if len(siblings) > 1 else None

    def follows_whole_line(self, marker: Marker) -> bool:
        """Tell whether the line above is complete: it ends a clause or is a heading itself."""
        if marker.kind >= Kind.ROW_CAPITAL or not marker.line:
            return True
        above = self.lines[marker.line - 1]
        heads = bool(self.stack) and self.stack[-1].marker.last_line == marker.line - 1
        return heads or is_closed(above) or above.text.isupper() or "|" in above.text


def _may_hold(outer: Kind, inner: Kind) -> bool:
    """Tell whether a section of one kind may stand inside one of another."""
    if inner in {Kind.ROMAN, Kind.CAPITAL}:
        return outer < inner or outer in {Kind.ARTICLE, Kind.SECTION, Kind.SUBSECTION, Kind.ROMAN}
    if inner is Kind.ROW_CAPITAL:
        return outer <= Kind.ROW_ROMAN and outer is not inner
    return outer < inner


def _leads_to(node: Node, lines: Sequence[Line], marker: Marker) -> bool:
    """Tell whether a list begins right below a line that ends with a colon."""
    listed = marker.kind > Kind.ARTICLE and marker.kind < Kind.ROW_CAPITAL
    above = node.marker.last_line == marker.line - 1 and lines[marker.line - 1].text[-1] == ":"
    return listed and above and node.kind is not marker.kind
