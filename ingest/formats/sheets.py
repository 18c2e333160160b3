"""Sheets of a workbook become lines: rows of a table, titles, and headings set side by side.

Shared by the readers of .xls and .xlsx. A number is written as its cell shows it, without the
separators of thousands and with the decimal comma of Vietnamese papers: a quotation must not hang
on the settings of somebody's computer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from math import isfinite
from typing import TYPE_CHECKING, Final, TypeAlias

from ingest.encodings import Converter, Run
from ingest.errors import NoTextError, TooLargeError
from ingest.formats.limits import MAX_SHEET_CELLS, counted
from ingest.formats.tables import SEPARATOR, places_text
from ingest.model import RawPage, RawText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Value: TypeAlias = "str | float | int | bool | datetime | date | time | None"

GENERAL_DIGITS: Final = 10  # significant digits that a cell without a format shows
MAX_DECIMALS: Final = 10
LARGEST_FIXED: Final = 1e15  # beyond, a cell's number has no exact digits

_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DECIMALS = re.compile(r"[0#?][.,]?([0#?]*)")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of a sheet that hold something, row by row; each cell the runs of its text."""

    rows: dict[int, dict[int, tuple[Run, ...]]] = field(default_factory=dict)

    def put(self, row: int, column: int, runs: tuple[Run, ...]) -> None:
        """Add a cell that has text."""
        if any(run.text.strip() for run in runs):
            self.rows.setdefault(row, {})[column] = runs


def as_raw(name: str, sheets: Sequence[Sheet], notes: Iterable[str] = ()) -> RawText:
    """Return the lines of the sheets, each sheet a page without number.

    Raises:
        NoTextError: no cell has text.
        TooLargeError: too many characters.

    """
    converter = Converter(runs for s in sheets for row in s.rows.values() for runs in row.values())
    pages = [list(counted(_lines(sheet, converter))) for sheet in sheets if sheet.rows]
    if not pages:
        raise NoTextError("Bảng tính không có ô nào có chữ. Hãy kiểm tra lại tệp.")
    return RawText(
        format=name,
        pages=tuple(RawPage(None, tuple(page)) for page in pages),
        encoding=converter.encoding,
        notes=tuple(notes),
    )


def count_cells(so_far: int) -> int:
    """Return one more; a workbook over the limit of cells is refused.

    Raises:
        TooLargeError: over the limit.

    """
    if so_far >= MAX_SHEET_CELLS:
        raise TooLargeError(
            f"Bảng tính có hơn {MAX_SHEET_CELLS} ô, vượt giới hạn. Hãy chia nhỏ tệp."
        )
    return so_far + 1


def _lines(sheet: Sheet, converter: Converter) -> Iterator[str]:
    """Yield titles as lines and data as rows that all have the sheet's columns."""
    rows = {
        number: {
            column: _SPACE.sub(" ", converter.text(runs)).strip() for column, runs in row.items()
        }
        for number, row in sorted(sheet.rows.items())
    }
    columns = sorted({column for row in rows.values() if len(row) > 1 for column in row})
    for is_narrow, group in groupby(rows.values(), key=lambda row: len(row) <= 2):  # noqa: PLR2004 -- as in a heading
        held = list(group)
        narrow = [[(text,) for _, text in sorted(row.items())] for row in held]
        if is_narrow and places_text(narrow):
            yield from (text for row in narrow for cell in row for text in cell)
            continue
        for row in held:
            yield _row(row, columns)


def _row(row: dict[int, str], columns: Sequence[int]) -> str:
    if len(row) == 1:
        return next(iter(row.values()))
    return SEPARATOR.join(row.get(column, "") for column in columns)


def shown(value: Value, number_format: str = "General") -> str:
    """Return a cell's value as it stands on the printed sheet."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case str():
            return value
        case datetime() | date() | time():
            return _moment(value)
    return _number(value, _QUOTED.sub("", number_format.split(";", 1)[0]))


def _moment(value: datetime | date | time) -> str:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    has_time = isinstance(value, datetime) and value.time() != time()
    return f"{value:%d/%m/%Y %H:%M}" if has_time else f"{value:%d/%m/%Y}"


def _number(value: float, pattern: str) -> str:
    percent = "%" in pattern
    scaled = value * 100 if percent else value
    decimals = _DECIMALS.search(pattern)
    if not isfinite(value) or abs(value) > LARGEST_FIXED:
        return str(value)
    if decimals is None or "E" in pattern.upper():
        written = f"{scaled:.{GENERAL_DIGITS}g}"
        written = f"{scaled:.0f}" if "e" in written and abs(scaled) >= 1 else written
    else:
        written = _fixed(scaled, pattern)
    return written.replace(".", ",") + ("%" if percent else "")


def _fixed(value: float, pattern: str) -> str:
    """Return a number with the decimals of its format: "0.0#" has at least one, at most two."""
    _, _, places = pattern.rpartition(".") if "." in pattern else ("", "", "")
    places = "".join(re.findall("[0#?]", places))[:MAX_DECIMALS]
    exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP)
    written = f"{exact:f}"
    optional = len(places) - len(places.rstrip("#"))
    for _ in range(optional):
        written = written.removesuffix("0")
    return written.rstrip(".")
