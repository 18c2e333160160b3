"""Excel 5 to 2003 (.xls) through xlrd: the visible sheets, with the font of every run."""

from __future__ import annotations

import io
import struct
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import xlrd
from xlrd.compdoc import CompDocError

from ingest.encodings import Run
from ingest.errors import DamagedFileError, EncryptedFileError
from ingest.formats.sheets import Sheet, as_raw, count_cells, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.model import RawText

BROKEN = (
    xlrd.XLRDError, CompDocError, struct.error, AssertionError, AttributeError, IndexError,
    KeyError, LookupError, OverflowError, RecursionError, TypeError, ValueError, ZeroDivisionError,
    MemoryError, NotImplementedError,
)  # fmt: skip
ERRORS = xlrd.error_text_from_code


def read(data: bytes) -> RawText:
    """Return the lines of a workbook, a page for each visible sheet.

    Raises:
        DamagedFileError: the container or its records are broken.
        EncryptedFileError: a password is needed.
        NoTextError, TooLargeError: see ``as_raw``.

    """
    try:
        book = _opened(data)
        visible = [sheet for sheet in book.sheets() if not sheet.visibility]
        sheets = [_sheet(book, sheet) for sheet in visible]
    except BROKEN as error:
        if "encrypted" in str(error).lower():
            raise EncryptedFileError(
                "Bảng tính có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu rồi thêm lại."
            ) from error
        raise DamagedFileError(
            "Bảng tính Excel (.xls) bị hỏng hoặc tải chưa hết. Hãy lấy lại bản gốc."
        ) from error
    hidden = book.nsheets - len(visible)
    notes = (f"{hidden} trang tính ẩn không đưa vào văn bản",) if hidden else ()
    return as_raw("xls", sheets, notes)


def _opened(data: bytes) -> Any:
    """Return the workbook; bytes that its own code page does not know are kept as they are."""
    options = {"formatting_info": True, "ragged_rows": True, "logfile": io.StringIO()}
    try:
        return xlrd.open_workbook(file_contents=data, **options)
    except UnicodeDecodeError:
        return xlrd.open_workbook(file_contents=data, encoding_override="latin-1", **options)


def _sheet(book: Any, read_from: Any) -> Sheet:
    sheet, cells = Sheet(), 0
    for row in range(read_from.nrows):
        for column in range(read_from.row_len(row)):
            cell = read_from.cell(row, column)
            if cell.ctype in {xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK}:
                continue
            cells = count_cells(cells)
            rich = read_from.rich_text_runlist_map.get((row, column), ())
            sheet.put(row, column, tuple(_runs(book, cell, rich)))
    return sheet


def _runs(book: Any, cell: Any, rich: list[tuple[int, int]]) -> Iterator[Run]:
    """Yield the runs of a cell; rich text changes its font within."""
    text = _text(book, cell)
    font = book.xf_list[cell.xf_index].font_index
    bounds = [(0, font), *(rich if cell.ctype == xlrd.XL_CELL_TEXT else ()), (len(text), font)]
    for (start, number), (end, _) in pairwise(bounds):
        if start < end:
            yield Run(text[start:end], _font(book, number))


def _font(book: Any, number: int) -> str:
    return str(book.font_list[number].name) if number < len(book.font_list) else ""


def _text(book: Any, cell: Any) -> str:
    value: Any = cell.value
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return shown(xlrd.xldate_as_datetime(value, book.datemode))
        except (xlrd.xldate.XLDateError, OverflowError, ValueError):
            return shown(value)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return shown(bool(value))
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(ERRORS.get(value, "#"))
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        key = book.xf_list[cell.xf_index].format_key
        known = book.format_map.get(key)
        return shown(value, known.format_str if known else "General")
    return str(value)
