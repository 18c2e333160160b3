"""Tables become lines: rows of data stay rows, tables used to place text side by side do not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Cell: TypeAlias = "Sequence[str]"  # its paragraphs
Row: TypeAlias = "Sequence[Cell]"

MAX_LAYOUT_ROWS = 6  # superior body, issuer, number …, each may have a row of its own
MAX_LAYOUT_COLUMNS = 2
SEPARATOR = " | "

# what stands in the two-column heading or closing of an official document
_HEADING = re.compile(
    r"ĐẢNG CỘNG SẢN VIỆT NAM|C[ỘÔ]NG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|Độc lập\s*[-–]\s*Tự do"
    r"|ngày[\s….\d]*tháng[\s….\d]*năm|^\s*Số\s*:?[\s….\d]*[-/]"
    r"|^\s*Nơi (?:nhận|gửi)|^\s*(?:(?:T/M|K/T|T/L)\s|(?:TM|KT|TL|TUQ|Q)\.\s*[A-ZĐ]{2})",
    re.MULTILINE,
)


def table_lines(rows: Sequence[Row]) -> list[str]:
    """Return the lines of a table: "a | b | c" for a row; cell after cell for a placed heading."""
    filled = [row for row in rows if any(_text(cell) for cell in row)]
    if places_text(filled):
        return [line for row in filled for cell in row for line in cell]
    return [SEPARATOR.join(_text(cell) for cell in row) for row in filled]


def _text(cell: Cell) -> str:
    return " ".join(" ".join(cell).split())


def places_text(rows: Sequence[Row]) -> bool:
    """Tell whether the table only puts text side by side: no lines are drawn round its cells."""
    widest = max((sum(bool(_text(cell)) for cell in row) for row in rows), default=0)
    if widest <= 1:
        return True
    written = "\n".join(line for row in rows for cell in row for line in cell)
    return (
        len(rows) <= MAX_LAYOUT_ROWS
        and widest <= MAX_LAYOUT_COLUMNS
        and bool(_HEADING.search(written))
    )
