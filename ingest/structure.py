"""The tree of sections of a body: which numbers, letters and dashes are headings.

A candidate is a heading only if it continues the run it stands in: the next number of an open
run, the first of a new one, or, within bounds, one after a gap. The rules are tried in order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.divisions import find_attached, is_address, is_closing, last_words
from ingest.headings import heading_of, title_below
from ingest.levels import (
    DIVISIONS,
    HEADLINES,
    ITEMS,
    NAMED,
    Kind,
    label_of,
    letter,
    missing_between,
)
from ingest.markers import Line, Marker, find_markers, is_closed, is_header_row, lines_of
from ingest.model import Section, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_REOPENING = DIVISIONS | {Kind.PART, Kind.CHAPTER}  # what may follow a closing
_WIDEST_GAP = 5  # numbers that may be missing where the number after the gap is followed by its next
_LATEST_START = 3  # a run whose beginning is lost may start here


@dataclass(slots=True)
class _Node:
    """A section under construction."""

    marker: Marker
    end: int = 0
    children: list[_Node] = field(default_factory=list)

    @property
    def kind(self) -> Kind:
        return self.marker.kind

    @property
    def value(self) -> int:
        return self.marker.value


def find_sections(text: str, body: Span) -> tuple[Section, ...]:
    """Return the sections of the body, and of the papers and annexes that follow it, as a tree.

    Spans nest and siblings do not overlap; a section ends with the text of its last part.
    """
    lines = lines_of(text, body.start)
    builder = _Builder(text, lines, list(find_markers(text, lines)))
    roots = builder.build(body.end)
    _cut_last_words(lines, roots)
    kept = _without_preamble(roots)
    for node in kept:
        if node.kind is Kind.ATTACHMENT:
            node.children = _without_preamble(node.children)
    busy = frozenset(
        index for node in _walk(kept) for index in (node.marker.line, node.marker.last_line)
    )
    return _sections(text, lines, kept, busy)


def _walk(nodes: Iterable[_Node]) -> Iterator[_Node]:
    for node in nodes:
        yield node
        yield from _walk(node.children)


class _Builder:
    """Places candidates one after another; ``stack`` holds the open sections, outermost first."""

    def __init__(self, text: str, lines: list[Line], markers: list[Marker]) -> None:
        self.text = text
        self.lines = lines
        self.markers = markers
        self.roots: list[_Node] = []
        self.stack: list[_Node] = []
        self.carried: dict[Kind, int] = {}  # the last number of each kind in this paper
        self.at = 0  # the next candidate
        self.closed = False
        self.muted = False  # inside a list of addressees or recipients

    def build(self, end: int) -> list[_Node]:
        """Return the top-level nodes; the first paper's body ends at offset ``end``."""
        for index, line in enumerate(self.lines):
            if not self.closed and line.start >= end and not self._in_annex():
                self._close(line.start)
            self._pass_line(index, line)
            while self.at < len(self.markers) and self.markers[self.at].line <= index:
                self._offer(self.at)
                self.at += 1
        self._cut(0, len(self.text))
        return self.roots

    def _pass_line(self, index: int, line: Line) -> None:
        """Take note of what a line is besides a heading: a closing, an attached paper, a table."""
        attached = find_attached(self.lines, index)
        if attached and (self.roots or self.closed) and not self._in_annex():
            self._open(0, attached)
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
        node = _Node(marker)
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
        for other in self.markers[position + 1 : position + 200]:
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


def _leads_to(node: _Node, lines: Sequence[Line], marker: Marker) -> bool:
    """Tell whether a list begins right below a line that ends with a colon."""
    listed = marker.kind > Kind.ARTICLE and marker.kind < Kind.ROW_CAPITAL
    above = node.marker.last_line == marker.line - 1 and lines[marker.line - 1].text[-1] == ":"
    return listed and above and node.kind is not marker.kind


def _division(builder: _Builder, marker: Marker, _: int) -> int | None:
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


def _decimal(builder: _Builder, marker: Marker, position: int) -> int | None:
    """"2.1" stands below "2", "II" or "Điều 2", or after another of the same beginning."""
    if not marker.parts or builder.text[marker.words : marker.words + 1].islower():
        return None
    for index in range(len(builder.stack) - 1, -1, -1):
        node = builder.stack[index]
        if node.marker.parts[:-1] == marker.parts[:-1] and node.marker.parts:
            gap = missing_between(marker.kind, node.value, marker.value)
            near = gap is not None and (len(gap) <= 1 or builder.is_supported(marker, position))
            return index if near and builder.follows_whole_line(marker) else None
        number = node.marker.parts or (node.value,)
        if number == marker.parts[:-1] and node.kind not in ITEMS | {Kind.LETTER}:
            starts = marker.value == 1 or builder.is_supported(marker, position)
            return index + 1 if starts else None
    lonely = marker.value == 1 and builder.is_supported(marker, position)
    return builder.home(marker) if lonely else None


def _next(builder: _Builder, marker: Marker, _: int) -> int | None:
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


def _first(builder: _Builder, marker: Marker, position: int) -> int | None:
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


def _is_inner(builder: _Builder, marker: Marker, position: int) -> bool:
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


def _after_gap(builder: _Builder, marker: Marker, position: int) -> int | None:
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


def _again(builder: _Builder, marker: Marker, _: int) -> int | None:
    """A number printed twice in one run, as slips of the pen leave it."""
    if marker.parts or not builder.follows_whole_line(marker):
        return None
    for index in range(len(builder.stack) - 1, -1, -1):
        node = builder.stack[index]
        if node.kind is marker.kind:
            return index if node.value == marker.value else None
    return None


def _cut_last_words(lines: Sequence[Line], roots: list[_Node]) -> None:
    """End the first paper's last sections before its last words ("Trên đây là Kế hoạch …")."""
    own = [node for node in roots if node.kind not in DIVISIONS]
    if not own:
        return
    branch = [own[-1]]
    while branch[-1].children:
        branch.append(branch[-1].children[-1])
    leaf = branch[-1]
    index = last_words(lines, leaf.marker.last_line + 1, leaf.end)
    if index is None:
        return
    for node in branch:
        node.end = lines[index - 1].end


def _without_preamble(nodes: list[_Node]) -> list[_Node]:
    """Return the nodes without list items that stand before the first real heading."""
    own = [node for node in nodes if node.kind not in DIVISIONS]
    if not own:
        return nodes
    highest = min(node.kind for node in own)
    first = next(node for node in own if node.kind is highest)
    if first.value > 1 or (highest not in HEADLINES and highest is not Kind.NUMBER):
        return nodes
    start = first.marker.start
    return [node for node in nodes if node.marker.start >= start]


def _sections(
    text: str,
    lines: Sequence[Line],
    nodes: Sequence[_Node],
    busy: frozenset[int],
    above: tuple[str, ...] = (),
) -> tuple[Section, ...]:
    """Return the finished sections of one level."""
    seen: dict[str, int] = {}
    found = []
    for node in nodes:
        name = _counted(node.marker.name, seen)
        path = (*above, name)
        heading = _heading(lines, node, busy)
        children = _sections(text, lines, node.children, busy, path)
        found.append(
            Section(
                path,
                label_of(path),
                heading.of(text) if heading else "",
                Span(node.marker.start, node.end),
                children,
            ),
        )
    return tuple(found)


def _counted(name: str, seen: dict[str, int]) -> str:
    """Return the name of a path's element, made unique among its siblings."""
    seen[name] = seen.get(name, 0) + 1
    if "{}" in name:
        return name.format(seen[name])
    return name if seen[name] == 1 else f"{name}({seen[name]})"


def _heading(lines: Sequence[Line], node: _Node, busy: frozenset[int]) -> Span | None:
    """Return where the heading of a node stands."""
    marker, line = node.marker, lines[node.marker.last_line]
    if marker.words >= line.end and marker.kind < Kind.NUMBER:
        return title_below(lines, marker.last_line + 1, busy)
    end = node.children[0].marker.start if node.children else node.end
    line = Line(line.start, min(line.end, end), line.text[: min(line.end, end) - line.start].rstrip())
    has_more = node.end > line.end
    return heading_of(marker.kind, marker.words, line, has_more=has_more)
