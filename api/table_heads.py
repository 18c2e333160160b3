"""The rows that name the columns above a row of a table, and the unit its figures are in.

A row such as "3 | Xã A Lưới 3 | 80 | 20" says little alone: what 80 is, and of what year, stands
in the rows that open the table. They carry a question with the row, and are shown beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ingest.brokenlines import lines_of
from ingest.markers import is_header_row
from ingest.model import Span
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.brokenlines import Line
    from ingest.model import Document

CELLS: Final = 2  # bars that make a line a row
MOST_HEADS: Final = 3  # rows that a heading may take, cells of columns joined among them
FIGURE_CELL: Final = re.compile(r"[\d.,%/ -]*\d[\d.,%/ -]*")
NUMERAL: Final = re.compile(r"[IVXLC]+|[A-ZĐ]|\d+")  # a row's number, or a column's: "A | B | 1"
UNIT_LINE: Final = re.compile(r"\(?(?:don vi(?: tinh)?|dvt)\b.{0,40}")
UNIT_ABOVE: Final = 2  # lines between the unit and the table


@dataclass(frozen=True, slots=True)
class TableHead:
    """Where the rows that name the columns stand, and the line that names the unit, if any."""

    rows: Span
    unit: Span | None
    end: int

    def words(self, document: Document) -> str:
        """Return the words of the heading rows and of the unit."""
        unit = self.unit.of(document.text) if self.unit else ""
        return f"{self.rows.of(document.text)} {unit}"


def table_head(document: Document, span: Span) -> TableHead | None:
    """Return the head of the table in which the row at ``span`` stands, None for other text."""
    if span.of(document.text).count("|") < CELLS:
        return None
    heads = _heads(document.text)
    return next((h for h in heads if h.rows.end <= span.start < h.end), None)


@lru_cache(maxsize=64)
def _heads(text: str) -> tuple[TableHead, ...]:
    if "|" not in text:
        return ()
    lines = lines_of(text)
    found: list[TableHead] = []
    index = 0
    while index < len(lines):
        if not (_is_row(lines[index]) and is_header_row(lines[index])):
            index += 1
            continue
        last = index
        while last + 1 < len(lines) and last + 1 - index < MOST_HEADS and _names(lines[last + 1]):
            last += 1
        end = last
        while end + 1 < len(lines) and _goes_on(lines, end + 1):
            end += 1
        rows = Span(lines[index].start, lines[last].end)
        stop = lines[end].end
        found.append(TableHead(rows, _unit(lines[max(index - UNIT_ABOVE, 0) : index]), stop))
        index = end + 1
    return tuple(found)


def _is_row(line: Line) -> bool:
    return line.text.count("|") >= CELLS


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a table goes on at a line; a group's name may stand between two rows."""
    if is_header_row(lines[index]):
        return False
    return _is_row(lines[index]) or any(map(_is_row, lines[index + 1 : index + 2]))


def _names(line: Line) -> bool:
    """Tell whether a row names columns too: it opens with no number and has no figure alone."""
    cells = [cell.strip() for cell in line.text.strip("|").split("|")]
    figures = any(FIGURE_CELL.fullmatch(cell) for cell in cells)
    return len(cells) > 1 and not figures and not NUMERAL.fullmatch(cells[0])


def _unit(above: Sequence[Line]) -> Span | None:
    for line in above:
        if UNIT_LINE.fullmatch(fold(line.text)):
            return Span(line.start, line.end)
    return None
