"""The things that a table lists: its numbered rows, of which those that head others are none.

"| IV | Lĩnh vực Văn hóa cơ sở (03 TTHC)" heads three procedures and is not one itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from api.table_rows import rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.table_heads import TableHead
    from api.table_rows import Row

NUMBER: Final = re.compile(r"\**(\d{1,4})\.?\**")
FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Listed:
    """A table whose rows each name one thing, in the order in which they stand.

    ``name`` is what the column that names them is called, "" where that is not sure.
    """

    head: TableHead
    rows: tuple[Row, ...]
    name: str


@lru_cache(maxsize=64)
def lists_of(text: str) -> tuple[Listed, ...]:
    """Return the tables of a text whose rows are numbered in order, all of them."""
    tables = (tuple(rows) for _, rows in groupby(rows_of(text), key=lambda row: row.head))
    return tuple(Listed(rows[0].head, rows, _name(text, rows)) for own in tables
                 if (rows := _things(text, own)))  # fmt: skip


def number_of(text: str, row: Row) -> int | None:
    """Return the number printed in the first cell of a row, or None."""
    first = next((cell.of(text) for cell in row.cells if cell.start < cell.end), "")
    found = NUMBER.fullmatch(first.strip())
    return int(found[1]) if found else None


def _things(text: str, rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows that head no other, if each has a number and these run upwards.

    They may begin anew below each row that heads them.
    """
    heads = {group for row in rows for group in row.groups}
    things = tuple(row for row in rows if row.label not in heads)
    numbers = [number for row in things if (number := number_of(text, row)) is not None]
    if not rows[0].head.numbered or not FEWEST <= len(things) == len(numbers):
        return ()
    numbered = zip(things, numbers, strict=True)
    ordered = all(
        before < after or (after == 1 and one.groups != two.groups)
        for (one, before), (two, after) in pairwise(numbered)
    )
    return things if ordered else ()


def _name(text: str, rows: Sequence[Row]) -> str:
    for row in rows:
        at = row.cells.index(row.label) if row.label in row.cells else len(row.columns)
        if at < len(row.columns):
            return " ".join(name.of(text) for name in row.columns[at])
    return ""
