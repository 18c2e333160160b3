"""A table of contents typed by hand: its lines name the headings that follow, and are none.

What Word has made itself its readers leave out; this one can only be told by its words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.brokenlines import Line

_TITLE = re.compile(r"(?:MỤC LỤC|Mục lục)\W*$")
# e.g. "I. ĐẶT VẤN ĐỀ ........ 3", "| 1. Giới thiệu | 12 |", "Phụ lục 1 40"
_PAGE = re.compile(r"(?:[\s.…|]|^)(?P<n>\d{1,4})[\s|]*$")
_WRAPPED = 2  # lines that an entry may take before the one with its page
_FEWEST = 2  # entries


def contents_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines of a table of contents: those below "MỤC LỤC" that end in their page."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        if index not in found and _TITLE.match(line.text):
            entries = list(_entries(lines, index + 1))
            if len(entries) >= _FEWEST:
                found.update(range(index, entries[-1] + 1))
    return frozenset(found)


def _entries(lines: Sequence[Line], first: int) -> Iterator[int]:
    """Yield the lines that end in a page not before that of the entry above."""
    last, page = first - 1, 0
    for index in range(first, len(lines)):
        if index - last > _WRAPPED + 1:
            return
        match = _PAGE.search(lines[index].text)
        if match and int(match["n"]) >= page:
            last, page = index, int(match["n"])
            yield index
