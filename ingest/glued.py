"""Items whose number stands inside a line because a line end was lost: "… tiêu cực.2. Giao …".

Numbers inside a line mostly belong to references or to lists within a sentence. So only the very
number that a run lacks is looked for, where it must stand, once everything else has its place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from ingest.brokenlines import Marker
from ingest.levels import LETTERS, OPTIONAL_LETTERS, Kind, as_roman, missing_between
from ingest.runs import Node

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.brokenlines import Line

_SIGNS = {Kind.NUMBER: ".", Kind.LETTER: ".)", Kind.ROMAN: ".-"}
_OPENING = r"\s?(?=[A-ZÀ-ỸĐ][a-zà-ỹđ])"  # the words of an item begin with a capital
_AFTER_CLAUSE = r"(?<=[^\W\d_][.;”])\s?"
_AFTER_WORD = r"(?<=[\w.;:,”)])\s|(?<=[^\W\d_][.;”])"
_LATEST_START = 4  # a run that begins here may lack the items before


class _Page(NamedTuple):
    """The text and where its lines begin."""

    text: str
    starts: Sequence[int]


def split_glued(text: str, lines: Sequence[Line], roots: list[Node]) -> None:
    """Give the items that are glued to the words before them a place of their own in the tree."""
    _split(_Page(text, [line.start for line in lines]), roots)


def _split(page: _Page, siblings: list[Node]) -> None:
    """Look for the numbers that a run leaves out, then below each of its items."""
    index = 0
    while index < len(siblings):
        node = siblings[index]
        _restore_first(page, node)
        found = _after(page, node, siblings[index + 1] if index + 1 < len(siblings) else None)
        if found is not None:
            found.children, node.children = node.children, []
            found.end, node.end = node.end, _trimmed(page.text, found.marker.start)
            siblings.insert(index + 1, found)
        _split(page, node.children)
        index += 1


def _restore_first(page: _Page, parent: Node) -> None:
    """Put back the first item of a run that is glued to the heading above it, and its parts."""
    position, second = next(
        ((i, node) for i, node in enumerate(parent.children) if node.kind in _SIGNS), (0, None)
    )
    for index, node in enumerate(parent.children[position:], position):
        if node.kind in _SIGNS and second is not None and node.kind < second.kind:
            position, second = index, node  # "2." after "a)", "b)" of the first
    if second is None or not 1 < second.value <= _LATEST_START:
        return
    found = _lost_before(page, parent, second)
    if found:
        found[-1].children = parent.children[:position]
        parent.children[:position] = found


def _lost_before(page: _Page, parent: Node, second: Node) -> list[Node]:
    """Return the items before one that stand in the words of the section above; all or none."""
    found: list[Node] = []
    rest = parent
    for value in range(1, second.value):
        node = _find(page, rest, second.kind, value, _AFTER_WORD)
        if node is None:
            return []
        if found:
            found[-1].end = _trimmed(page.text, node.marker.start)
        node.end = _trimmed(page.text, second.marker.start)
        found.append(node)
        rest = Node(node.marker, _own(rest)[1])
    return found


def _after(page: _Page, node: Node, following: Node | None) -> Node | None:
    """Return the item that is missing after a node and stands in the node's own words."""
    if node.kind not in _SIGNS:
        return None
    if following is not None and following.kind is node.kind:
        missing = missing_between(node.kind, node.value, following.value)
        before, values = _AFTER_WORD, [node.value + 1] if missing else []
    else:
        before, values = _AFTER_CLAUSE, list(_next(node))
    if _places(page, node, node.kind, node.value, ""):
        return None  # a list of its own within the sentence
    found = (_find(page, node, node.kind, value, before) for value in values)
    return next(filter(None, found), None)


def _next(node: Node) -> Iterator[int]:
    """Yield the numbers that may follow a node's: đ or e after d."""
    value = node.value + 1
    if node.kind is Kind.LETTER:
        while value < len(LETTERS) and LETTERS[value - 1] in OPTIONAL_LETTERS:
            yield value
            value += 1
    yield value


def _named(kind: Kind, value: int) -> str:
    """Return how a number is printed; nothing where the letters have run out."""
    if kind is Kind.LETTER:
        return LETTERS[value - 1 : value]
    return as_roman(value) if kind is Kind.ROMAN else str(value)


def _own(node: Node) -> tuple[int, int]:
    """Return where a node's own words stand, before its first part."""
    return node.marker.words, node.children[0].marker.start if node.children else node.end


def _places(page: _Page, node: Node, kind: Kind, value: int, before: str) -> list[re.Match[str]]:
    """Return where an item ``value`` could begin in a node's own words."""
    return _stands(page.text, _own(node), (kind, value), before)


def _stands(
    text: str, within: tuple[int, int], item: tuple[Kind, int], before: str
) -> list[re.Match[str]]:
    """Return where an item, known by kind and number, could begin between two offsets."""
    (start, end), (kind, value) = within, item
    name = _named(kind, value)
    if all(text.find(name + sign, start, end) < 0 for sign in _SIGNS[kind]):
        return []  # mostly so, and known sooner than a pattern is compiled
    signs = re.escape(_SIGNS[kind])
    pattern = re.compile(rf"(?:{before})(?<!\w)(?P<n>{name})[{signs}]{_OPENING}")
    return [*pattern.finditer(text, start, end)]


def firsts_are_glued(text: str, start: int, marker: Marker) -> bool:
    """Tell whether the items before a candidate stand between an offset and the candidate."""
    if marker.kind not in {Kind.NUMBER, Kind.LETTER} or not 1 < marker.value <= _LATEST_START:
        return False
    at = start
    for value in range(1, marker.value):
        found = _stands(text, (at, marker.start), (marker.kind, value), _AFTER_WORD)
        if len(found) != 1:
            return False
        at = found[0].end()
    return True


def _find(page: _Page, node: Node, kind: Kind, value: int, before: str) -> Node | None:
    """Return the item ``value`` that begins at the only fitting place in a node's own words."""
    start, end = _own(node)
    found = _places(page, node, kind, value, before)
    if len(found) != 1 or not _named(kind, value):
        return None
    above = page.text[start : found[0].start("n")]
    if "|" in _line_at(page, found[0].start("n")) or above.count("“") > above.count("”"):
        return None  # a table's row, quoted law
    line = bisect_right(page.starts, found[0].start("n")) - 1
    number, words = found[0].start("n"), found[0].end()
    return Node(Marker(kind, value, found[0]["n"], number, words, line, line), end)


def _line_at(page: _Page, at: int) -> str:
    """Return the text of the line that holds an offset."""
    index = bisect_right(page.starts, at)
    return page.text[
        page.starts[index - 1] : page.starts[index] if index < len(page.starts) else None
    ]


def _trimmed(text: str, at: int) -> int:
    """Return the end of the last word before an offset."""
    return len(text[:at].rstrip())
