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
from ingest.cells import cells_of
from ingest.markers import is_header_row
from ingest.model import Span
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.brokenlines import Line

CELLS: Final = 2  # bars that make a line a row
MOST_HEADS: Final = 3  # rows that a heading may take, cells of columns joined among them
FIGURE_CELL: Final = re.compile(r"[<>≤≥=~]{0,2}[\d.,%/ -]*\d[\d.,%/ -]*")
NUMERAL: Final = re.compile(r"[IVXLC]+|[A-ZĐ]|\d+")  # a row's number, or a column's: "A | B | 1"
# a column's number: "A", "(1)", "4=3/2"
COLUMN_NUMBER: Final = re.compile(r"\(?(?:[A-ZĐ]|[IVX]+|\d{1,2}(?: ?= ?[\d+*/x() -]+)?)\)?")
FIRST_COLUMN: Final = frozenset(["A", "1", "(A)", "(1)", "I"])
UNIT_LINE: Final = re.compile(r"\(?(?:don vi(?: tinh)?|dvt)\b.{0,40}")
UNIT_ABOVE: Final = 2  # lines between the unit and the table
FEWEST_ROWS, FEWEST_COLUMNS, LONGEST_NAME = 2, 3, 15  # of a table whose rows have no numbers
WORD: Final = re.compile(r"[^\W\d_]{2}|%")
TICK: Final = re.compile(r"[xX-]")
CLOSING: Final = re.compile(r"\|?\s*(?:Nơi nhận|Ghi chú\s*:)")
ASIDE: Final = re.compile(r"\((?:[Bb]an hành )?[Kk]èm theo\b")  # "(Kèm theo Quyết định …)"
MOST_LEAD, LONGEST_TITLE = 4, 45  # lines above a table, words of one
RULE: Final = re.compile(r"[\s|:\-]+")  # "| --- | --- |"


@dataclass(frozen=True, slots=True)
class TableHead:
    """Where the rows that name the columns stand, and the line that names the unit, if any.

    ``lines`` are those rows, ``body`` is where the rows below them begin, ``end`` where they end.
    ``lead`` are the lines above that say what the table is of: its titles, or what announces it.
    ``numbered``: its first column counts the rows.
    """

    rows: Span
    unit: Span | None
    end: int
    lines: tuple[Span, ...] = ()
    body: int = 0
    lead: tuple[Span, ...] = ()
    numbered: bool = False


@lru_cache(maxsize=256)
def heads_of(text: str) -> tuple[TableHead, ...]:
    """Return the heads of the tables of a text, in order."""
    if "|" not in text:
        return ()
    lines = lines_of(text)
    found: list[TableHead] = []
    index = 0
    while index < len(lines):
        last = _last_of_head(text, lines, index)
        if last is None:
            index += 1
            continue
        end = last
        while end + 1 < len(lines) and _goes_on(lines, end + 1):
            end += 1
        rows = Span(lines[index].start, lines[last].end)
        unit = _unit(lines[max(index - UNIT_ABOVE, 0) : index])
        own = tuple(Span(line.start, line.end) for line in lines[index : last + 1])
        lead = tuple(_lead(lines[:index]))
        body = _body(lines, last + 1)
        counts = is_header_row(lines[index])
        found.append(TableHead(rows, unit, lines[end].end, own, body, lead, counts))
        index = end + 1
    return tuple(found)


def _last_of_head(text: str, lines: Sequence[Line], index: int) -> int | None:
    """Return the last line of the heading that begins at a line, None where none does."""
    line = lines[index]
    if not _is_row(line):
        return None
    if not is_header_row(line):
        return index if _opens_unnumbered(text, lines, index) else None
    last = index
    while last + 1 < len(lines) and last + 1 - index < MOST_HEADS and _names(lines[last + 1]):
        last += 1
    return last


def _opens_unnumbered(text: str, lines: Sequence[Line], index: int) -> bool:
    """Tell whether a row names the columns of rows without numbers: "Địa bàn | Mầm non | …".

    It has no figure and as many cells as the rows below it, each of which has a figure.
    """
    if index and _is_row(lines[index - 1]):
        return False
    named = _cells(text, lines[index])
    bare = all(WORD.search(c) and len(c.split()) <= LONGEST_NAME for c in named)
    if len(named) < FEWEST_COLUMNS or not bare or any(map(FIGURE_CELL.fullmatch, named)):
        return False
    below = [_cells(text, line) for line in lines[index + 1 : index + 1 + FEWEST_ROWS]]
    return len(below) == FEWEST_ROWS and all(
        len(row) == len(named) and any(map(FIGURE_CELL.fullmatch, row)) for row in below
    )


def _cells(text: str, line: Line) -> list[str]:
    return [cell.of(text) for cell in cells_of(text, Span(line.start, line.end))]


def _is_row(line: Line) -> bool:
    return line.text.count("|") >= CELLS


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a table goes on at a line; a group's name may stand between two rows.

    So may figures that stand alone, cut off from their row.
    """
    line = lines[index]
    if is_header_row(line) or CLOSING.match(line.text):
        return False
    if "|" in line.text or FIGURE_CELL.fullmatch(line.text) or TICK.fullmatch(line.text):
        return True
    below = lines[index + 1 : index + 2]
    return any("|" in line.text and not is_header_row(line) for line in below)


def _names(line: Line) -> bool:
    """Tell whether a row names columns too: it opens with no number and has no figure alone."""
    cells = [cell.strip() for cell in line.text.strip("|").split("|")]
    figures = any(FIGURE_CELL.fullmatch(cell) for cell in cells)
    if len(cells) == 1 or figures or RULE.fullmatch(line.text) or _numbers_columns(line):
        return False
    axes = all(len(cell) == 1 for cell in cells)  # "X | Y"
    return axes or not NUMERAL.fullmatch(cells[0].rstrip("."))


def _body(lines: Sequence[Line], index: int) -> int:
    """Return where the rows below a heading begin, after a rule and a row of column numbers."""
    while index < len(lines) and (
        RULE.fullmatch(lines[index].text) or _numbers_columns(lines[index])
    ):
        index += 1
    return lines[index].start if index < len(lines) else lines[-1].end


def _numbers_columns(line: Line) -> bool:
    cells = [cell.strip() for cell in line.text.strip("|").split("|")]
    return cells[0] in FIRST_COLUMN and all(map(COLUMN_NUMBER.fullmatch, cells))


def _lead(above: Sequence[Line]) -> Iterator[Span]:
    """Yield the lines just above a table that are titles or announce it, the nearest first."""
    for line in above[: -MOST_LEAD - 1 : -1]:
        if "|" in line.text:
            return
        if not (ASIDE.match(line.text) or UNIT_LINE.fullmatch(fold(line.text))):
            announces = line.text.endswith(":") or len(line.text.split()) <= LONGEST_TITLE
            if not announces or line.text.endswith((".", ";")):
                return
            yield Span(line.start, line.end)


def _unit(above: Sequence[Line]) -> Span | None:
    for line in above:
        if UNIT_LINE.fullmatch(fold(line.text)):
            return Span(line.start, line.end)
    return None
