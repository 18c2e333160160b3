"""The tree of sections of a body, and how to find one's way in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.brokenlines import Line, lines_of
from ingest.divisions import last_words
from ingest.glued import split_glued
from ingest.headings import heading_of, runs_on, title_below
from ingest.labels import label_of, reading_of
from ingest.levels import DIVISIONS, HEADLINES, ITEMS, Kind, missing_between
from ingest.lonedashes import join_broken
from ingest.lostlabels import with_lost_labels
from ingest.markers import find_markers
from ingest.model import Section, Span
from ingest.outline import Builder
from ingest.ownlists import lift_lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.runs import Node

_TOLD = 5  # a gap of more numbers is no slip
_TITLE_BLOCK = 6  # lines above the body that may be its first heading and title

__all__ = ["find_by_path", "find_sections", "label_of", "numbering_gaps", "section_at"]


def find_sections(text: str, body: Span) -> tuple[Section, ...]:
    """Return the sections of the body, and of the papers and annexes that follow it, as a tree.

    Spans nest and siblings do not overlap; a section ends with the text of its last part.
    """
    lines = lines_of(text, _beginning(text, body.start))
    markers = with_lost_labels(text, lines, list(find_markers(text, lines)))
    builder = Builder(text, lines, markers)
    roots = builder.build(body.end)
    split_glued(text, lines, roots)
    join_broken(text, roots)
    lift_lists(lines, roots)
    _cut_last_words(lines, roots)
    kept = _without_preamble(roots)
    for node in kept:
        if node.kind is Kind.ATTACHMENT:
            node.children = _without_preamble(node.children)
    busy = frozenset(
        index
        for root in kept
        for node in root.walk()
        for index in (node.marker.line, node.marker.last_line)
    )
    return _sections(text, lines, kept, busy)


def _beginning(text: str, start: int) -> int:
    """Return where the first heading may stand: before ``start`` if the head has swallowed it.

    An annex kept as a file of its own, or "I- TÌNH HÌNH" in capitals, reads like a title.
    """
    above = lines_of(text, 0, start)[-_TITLE_BLOCK:]
    for marker in find_markers(text, above):
        opens = marker.kind is Kind.ANNEX or (marker.kind in HEADLINES and marker.value == 1)
        if opens or marker.kind is Kind.FORM:
            return marker.start
    return start


def _cut_last_words(lines: Sequence[Line], roots: list[Node]) -> None:
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


def _without_preamble(nodes: list[Node]) -> list[Node]:
    """Return the nodes without list items that stand before the first real heading."""
    own = [node for node in nodes if node.kind not in DIVISIONS]
    if not own:
        return nodes
    highest = min(node.kind for node in own)
    first = next(node for node in own if node.kind is highest)
    if first.value > 1 or (highest not in HEADLINES and highest is not Kind.NUMBER):
        return nodes
    start = first.marker.start
    return [node for node in nodes if node.marker.start >= start or node.kind in HEADLINES]


def _sections(
    text: str,
    lines: Sequence[Line],
    nodes: Sequence[Node],
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


def _heading(lines: Sequence[Line], node: Node, busy: frozenset[int]) -> Span | None:
    """Return where the heading of a node stands."""
    marker, line = node.marker, lines[node.marker.last_line]
    if marker.words >= line.end and marker.kind < Kind.NUMBER:
        return title_below(lines, marker.last_line + 1, busy)
    end = node.children[0].marker.start if node.children else node.end
    line = Line(
        line.start, min(line.end, end), line.text[: min(line.end, end) - line.start].rstrip()
    )
    broken = runs_on(lines, marker.last_line, busy)
    if broken and marker.kind in HEADLINES:
        return None
    follows = node.kind not in ITEMS and node.end > line.end and not broken
    has_more = bool(node.children) or follows
    return heading_of(marker.kind, marker.words, line, has_more=has_more)


def find_by_path(sections: Sequence[Section], path: tuple[str, ...]) -> Section | None:
    """Return the section with a path, or None."""
    for section in sections:
        if section.path == path:
            return section
        if section.path == path[: len(section.path)]:
            return find_by_path(section.children, path)
    return None


def section_at(sections: Sequence[Section], offset: int) -> Section | None:
    """Return the smallest section whose span holds an offset, or None."""
    for section in sections:
        if section.span.start <= offset < section.span.end:
            return section_at(section.children, offset) or section
    return None


def numbering_gaps(sections: Sequence[Section]) -> tuple[str, ...]:
    """Return what the numbering leaves out, in words: "mục III: thiếu khoản 2".

    A run that goes on from one part to the next ("Điều 5" opens chương II) leaves nothing out.
    """
    return tuple(_gaps(sections, (), {}))


def _gaps(
    sections: Sequence[Section], above: tuple[str, ...], ended: dict[Kind, int]
) -> Iterator[str]:
    """Yield the gaps of one level and all below it; ``ended`` holds where the last runs ended."""
    last: dict[Kind, int] = {}
    for section in sections:
        kind, value = reading_of(section.path[-1])
        if kind in DIVISIONS:
            ended = {}
        if kind is not None and value > 1:
            before = last.get(kind, _before(kind, value, ended))
            where = label_of(above) if above else "thân văn bản"
            for number in _left_out(kind, before, value):
                yield f"{where}: thiếu {_named(section.path, number)}"
        if kind is not None:
            last[kind] = ended[kind] = value
        yield from _gaps(section.children, section.path, ended)


def _left_out(kind: Kind, before: int, value: int) -> tuple[str, ...]:
    """Return the numbers missing before ``value``; none where a table follows another's count."""
    missing = missing_between(kind, before, value) or ()
    return missing if len(missing) <= _TOLD else ()


def _before(kind: Kind, value: int, ended: dict[Kind, int]) -> int:
    """Return the number that the first of a list follows: 0, or the end of the run before."""
    return ended[kind] if ended.get(kind, 0) == value - 1 else 0


def _named(path: tuple[str, ...], number: str) -> str:
    """Return how a missing sibling of ``path`` would be cited: "khoản 2"."""
    word = label_of(path).split(",", 1)[0].split(" (", 1)[0]
    return f"{word.rsplit(' ', 1)[0]} {number}"
