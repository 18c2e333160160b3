"""A list asked for that no heading names: the items of one part that most of them answer alone.

"Công an thành phố chủ trì những dự án nào" fits four of the five items under "Chủ trì thực hiện
các dự án sau": the list is all of them, with what stands above, not the three that fit best.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from api.enumerated import noun_asked
from api.evidence import words_of
from api.headings import head_line
from api.write import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from api.desk import Desk, Unit
    from ingest.model import Document, Section

NEAR: Final = 0.8  # of the best sentence's rank: an item that fits nearly as well
LOOKED_AT: Final = 12  # sentences
FEWEST: Final = 3  # items of a list
MOST: Final = 14
MOST_OF: Final = 0.6  # share of the items that must fit


def listed_together(desk: Desk, fit: Sequence[Unit]) -> Draft | None:
    """Return the part of a paper most of whose items fit a question for a list, or None.

    The best sentence must be one of the items, and what is asked for ("dự án") be named above
    them or by most of them.
    """
    if not fit or not desk.question.asks("list"):
        return None
    document = fit[0].document
    near = [u for u in fit[:LOOKED_AT] if u.rank >= fit[0].rank * NEAR and u.document is document]
    hits: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    parents = {}
    for unit in near:
        for parent, item in _item_of(document.sections, unit):
            hits[parent.path].add(item.path)
            parents[parent.path] = parent
    path = next((parent.path for parent, _ in _item_of(document.sections, fit[0])), None)
    if path is None or not _mostly(len(hits[path]), len(parents[path].children)):
        return None
    listed = _list(document, parents[path])
    noun = set(noun_asked(desk.question.folded).split())
    named = [line for line in listed.lines if noun <= words_of(line.text).folded]
    whole = noun and (listed.lines[0] in named or len(named) > len(listed.lines) / 2)
    return listed if whole else None


def _mostly(hits: int, items: int) -> bool:
    return FEWEST <= items <= MOST and hits >= max(FEWEST - 1, MOST_OF * items)


def _item_of(sections: Sequence[Section], unit: Unit) -> Iterator[tuple[Section, Section]]:
    """Yield the lowest part that a sentence stands in, with its own item of it, if any."""
    for section in sections:
        if not section.span.holds(unit.span):
            continue
        item = next((c for c in section.children if c.span.holds(unit.span)), None)
        if item and not item.children:
            yield section, item
        elif item:
            yield from _item_of((item,), unit)


def _list(document: Document, parent: Section) -> Draft:
    return Draft((head_line(document, parent), *(head_line(document, c) for c in parent.children)))
