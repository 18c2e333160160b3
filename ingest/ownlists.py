"""A list that a paragraph of its own introduces belongs beside the items above, not into the last.

"- Một; - Hai." + "Nội dung nói trên cần được thực hiện như sau:" + "+ Ba; + Bốn": nothing on the
lines says that the first list is over. But its items are short and without parts, all but the last,
and the paragraph stands apart from it. A clause of an article may well end in such a list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.levels import ITEMS, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.brokenlines import Line
    from ingest.runs import Node

# "Trong đó:", "Cụ thể là:": short words that go on with the item above them
_GOES_ON = re.compile(r"(?:Trong (?:đó|số)|Cụ thể|Bao gồm|Gồm|Ví dụ|Như sau|Theo đó)\b")
_SHORT = 4  # words, at most
_APART = 2  # paragraphs after the last number of a list that say it is over


def lift_lists(lines: Sequence[Line], siblings: list[Node], parent: Node | None = None) -> None:
    """Move lists with a paragraph of their own out of the last item of the list above them."""
    for node in siblings:
        lift_lists(lines, node.children, node)
    last = siblings[-1] if siblings else None
    if last is None or not _stands_out(siblings):
        return
    above = last.children[0].marker.line - 1  # the paragraph that introduces the list
    apart = above - last.marker.last_line
    fits = apart > 0 if last.kind in ITEMS else apart >= _APART and _is_loose(siblings, parent)
    if fits and _introduces(lines[above].text, last):
        siblings += last.children
        last.children = []
        last.end = lines[above - 1].end


def _introduces(words: str, above: Node) -> bool:
    """Tell whether a paragraph introduces a list of its own, not a part of the item above."""
    short = above.kind in ITEMS and len(words.split()) <= _SHORT
    return words[-1] == ":" and not short and _GOES_ON.match(words) is None


def _is_loose(siblings: Sequence[Node], parent: Node | None) -> bool:
    """Tell whether numbers only count: in a form, or where running text counts more than once."""
    if siblings[-1].kind is not Kind.NUMBER:
        return False
    begun = sum(node.kind is Kind.NUMBER and node.value == 1 for node in siblings)
    return begun > 1 if parent is None else parent.kind is Kind.FORM


def _stands_out(siblings: Sequence[Node]) -> bool:
    """Tell whether only the last of several items has a list, of another kind."""
    *before, last = siblings
    return (
        any(node.kind is last.kind for node in before)
        and not any(node.children for node in before)
        and bool(last.children)
        and all(node.kind in ITEMS and node.kind is not last.kind for node in last.children)
    )
