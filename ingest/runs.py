"""Which candidates are headings, and below which: each must continue the run it stands in.

A candidate is kept if it is the next number of an open run, the first of a new one, or, within
bounds, one after a gap. The rules are tried in order; a candidate no rule accepts is running text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.divisions import WITHIN, begins_notes, find_attached, is_address, is_closing
from ingest.levels import DIVISIONS, HEADLINES, ITEMS, NAMED, Kind, letter, missing_between
from ingest.markers import Line, Marker, is_closed, is_header_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_REOPENING = DIVISIONS | {Kind.PART, Kind.CHAPTER}  # what may follow a closing
_WIDEST_GAP = 5  # numbers that may be missing where the number after the gap is followed by its next
_LATEST_START = 3  # a run whose beginning is lost may start here
_LOOK_AHEAD = 200  # candidates


@dataclass(slots=True)
class Node:
    """A section under construction."""

    marker: Marker
    end: int = 0
    children: list[Node] = field(default_factory=list)

    @property
    def kind(self) -> Kind:
        return self.marker.kind

    @property
    def value(self) -> int:
        return self.marker.value

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


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
        attached = None if self._in_annex() or self._in_title(index) else find_attached(self.lines, index)
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
        elif is_header_row(line) and self._table_starts_after(index):
            self._leave_table(line.start)

    def _in_annex(self) -> bool:
        return bool(self.stack) and self.stack[0].kind in {Kind.ANNEX, Kind.FORM}

    def _in_title(self, index: int) -> bool:
        """Tell whether a line may still belong to the title of the attached paper just opened."""
        top = self.stack[-1] if self.stack else None
        return top is not None and top.kind is Kind.ATTACHMENT and index - top.marker.line < WITHIN

    def _close(self, at: int) -> None:
        """End every open section; only a new paper, annex, part or chapter opens again."""
        self._cut(0, at)
        self.closed = True

    def _table_starts_after(self, index: int) -> bool:
        """Tell whether the first numbered row below a header row begins a run."""
        following = next((m for m in self.markers[self.at :] if m.line > index), None)
        return following is not None and following.kind >= Kind.ROW_CAPITAL and following.value == 1

    def _leave_table(self, at: int) -> None:
        keep = len(self.stack)
        while keep and self.stack[keep - 1].kind >= Kind.ROW_CAPITAL:
            keep -= 1
        self._cut(keep, at)

    def _offer(self, position: int) -> None:
        """Place one candidate if some rule finds it a place."""
        marker = self.markers[position]
        if self.muted and marker.kind in ITEMS:
            return
        if self.closed and marker.kind not in _REOPENING:
            return
        marker = self._as_letter(marker)
        for rule in (_division, _decimal, _next, _first, _after_gap, _again):
            keep = rule(self, marker, position)
            if keep is not None:
                self._open(keep, marker)
                return

    def _as_letter(self, marker: Marker) -> Marker:
        """Return "I." as the letter where it follows "H." rather than being the numeral."""
        if marker.kind is not Kind.ROMAN or len(marker.name) != 1:
            return marker
        open_letter = next((n for n in reversed(self.stack) if n.kind is Kind.CAPITAL), None)
        value = letter(marker.name)
        if open_letter is None or missing_between(Kind.CAPITAL, open_letter.value, value) != ():
            return marker
        return Marker(
            Kind.CAPITAL, value, marker.name, marker.start, marker.words, marker.line, marker.last_line
        )

    def _open(self, keep: int, marker: Marker) -> None:
        """Open a section below the first ``keep`` open ones and close the others."""
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
    return outer < inner


def _leads_to(node: Node, lines: Sequence[Line], marker: Marker) -> bool:
    """Tell whether a list begins right below a line that ends with a colon."""
    listed = marker.kind > Kind.ARTICLE and marker.kind < Kind.ROW_CAPITAL
    above = node.marker.last_line == marker.line - 1 and lines[marker.line - 1].text[-1] == ":"
    return listed and above and node.kind is not marker.kind


def _division(builder: Builder, marker: Marker, _: int) -> int | None:
    """Annexes stand at the top; forms inside an annex, if there is one."""
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
    """"2.1" stands below "2", "II" or "Điều 2", or after another of the same beginning."""
    if not marker.parts or builder.text[marker.words : marker.words + 1].islower():
        return None
    for index in range(len(builder.stack) - 1, -1, -1):
        node = builder.stack[index]
        if node.marker.parts[:-1] == marker.parts[:-1] and node.marker.parts:
            gap = missing_between(marker.kind, node.value, marker.value)
            near = gap == () or (
                gap is not None
                and builder.follows_whole_line(marker)
                and (len(gap) == 1 or builder.is_supported(marker, position))
            )
            return index if near else None
        number = node.marker.parts or (node.value,)
        if number == marker.parts[:-1] and node.kind not in ITEMS | {Kind.LETTER}:
            starts = marker.value == 1 or builder.is_supported(marker, position)
            return index + 1 if starts else None
    lonely = marker.value == 1 and builder.is_supported(marker, position)
    return builder.home(marker) if lonely else None


def _next(builder: Builder, marker: Marker, _: int) -> int | None:
    """The next of an open run, the innermost first."""
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
    """The first of a new run, or one that goes on where the last run of its kind ended."""
    if marker.parts:
        return None
    is_open = any(node.kind is marker.kind for node in builder.stack)
    goes_on = not is_open and marker.value == builder.carried.get(marker.kind, 0) + 1
    if not (marker.kind in ITEMS or marker.value == 1 or goes_on):
        return None
    if marker.kind is Kind.CAPITAL and not builder.is_supported(marker, position):
        return None
    if is_open and marker.kind in {Kind.NUMBER, Kind.BRACKET} and _is_inner(builder, marker, position):
        return len(builder.stack)
    return builder.home(marker)


def _is_inner(builder: Builder, marker: Marker, position: int) -> bool:
    """Tell whether a run that starts anew is a list inside the open item.

    It is when the outer run goes on after it.
    """
    outer = next(node.value for node in reversed(builder.stack) if node.kind is marker.kind)
    inner = marker.value
    for other in builder.markers[position + 1 : position + 80]:
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
    """One that leaves out numbers: a single one, or several where the run visibly goes on."""
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
        if len(gap) <= 1 or marker.kind in NAMED or (supported and len(gap) <= _WIDEST_GAP):
            return index
    if any(node.kind is marker.kind for node in builder.stack):
        return None
    lost = supported and marker.value <= _LATEST_START and marker.kind < Kind.LETTER
    return builder.home(marker) if lost or marker.kind in NAMED else None


def _again(builder: Builder, marker: Marker, _: int) -> int | None:
    """A number printed twice in one run, as slips of the pen leave it."""
    if marker.parts or not builder.follows_whole_line(marker):
        return None
    for index in range(len(builder.stack) - 1, -1, -1):
        node = builder.stack[index]
        if node.kind is marker.kind:
            return index if node.value == marker.value else None
    return None
