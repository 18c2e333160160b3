"""A dash that begins a line and yet no list: the hyphen of a sentence broken in two.

"… của Công an thành phố" + "- Thường trực tham mưu …" is one sentence. Nothing on the two lines
says so; but the dash is alone below its item, and the other items are sentences without lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.levels import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.runs import Node

_SENTENCE = 20  # words; what is shorter may be a heading
_CLOSING = tuple(".;:,!?…”\"’')]»/|")


def join_broken(text: str, nodes: Sequence[Node]) -> None:
    """Take out of the tree the dashes that only go on with the sentence above them."""
    for node in nodes:
        join_broken(text, node.children)
    for node in nodes:
        if _is_broken(text, node) and _are_sentences(text, [n for n in nodes if n is not node]):
            node.children = []


def _is_broken(text: str, node: Node) -> bool:
    """Tell whether a sentence without an end stands above the only dash of an item."""
    if [child.kind for child in node.children] != [Kind.DASH] or node.children[0].children:
        return False
    above = text[node.marker.words : node.children[0].marker.start].rstrip()
    return not above.endswith(_CLOSING) and "|" not in above and len(above.split()) >= _SENTENCE


def _are_sentences(text: str, others: Sequence[Node]) -> bool:
    """Tell whether the other items of a run are sentences without parts."""
    return bool(others) and all(
        not other.children and text[: other.end].rstrip().endswith(_CLOSING) for other in others
    )
