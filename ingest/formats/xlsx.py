"""Excel (.xlsx) through openpyxl: the visible sheets, cell by cell, with each cell's font.

Values are read as Excel last computed them; formulas are never run, links never followed.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from ingest.encodings import Run
from ingest.errors import DamagedFileError
from ingest.formats.archive import open_archive, refuse_declarations
from ingest.formats.limits import MAX_SHEET_COLUMNS
from ingest.formats.sheets import Sheet, as_raw, count_cells, shown

if TYPE_CHECKING:
    from ingest.model import RawText

BROKEN = (
    InvalidFileException, ParseError, SyntaxError, zipfile.BadZipFile, zlib.error, AssertionError,
    AttributeError, EOFError, IndexError, KeyError, NotImplementedError, OSError, OverflowError,
    RecursionError, TypeError, ValueError,
)  # fmt: skip


def read(data: bytes) -> RawText:
    """Return the lines of a workbook, a page for each visible sheet.

    Raises:
        DamagedFileError: the container or its XML is broken.
        EncryptedFileError, TooLargeError: see ``open_archive`` and ``as_raw``.
        NoTextError: no cell has text.

    """
    with open_archive(data) as archive:
        refuse_declarations(archive)
    try:
        book = openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=True, keep_links=False
        )
        worksheets = book.worksheets
        visible = [sheet for sheet in worksheets if sheet.sheet_state == "visible"]
        read_sheets = [_sheet(sheet) for sheet in visible]
    except BROKEN as error:
        raise DamagedFileError(
            "Bảng tính Excel (.xlsx) bị hỏng hoặc tải chưa hết. Hãy lấy lại bản gốc."
        ) from error
    hidden = len(worksheets) - len(visible)
    wide = any(is_cut for _, is_cut in read_sheets)
    found = (
        (hidden, f"{hidden} trang tính ẩn không đưa vào văn bản"),
        (wide, f"chỉ đọc {MAX_SHEET_COLUMNS} cột đầu của bảng tính"),
    )
    notes = [note for holds, note in found if holds]
    return as_raw("xlsx", [sheet for sheet, _ in read_sheets], notes)


def _sheet(worksheet: Any) -> tuple[Sheet, bool]:
    """Return the filled cells of a sheet, and whether some stand too far to the right."""
    worksheet.reset_dimensions()  # the declared size may be anything
    sheet, cells, is_cut = Sheet(), 0, False
    for row in worksheet.iter_rows(max_col=MAX_SHEET_COLUMNS + 1):
        for cell in row:
            if cell.value is None:
                continue
            cells = count_cells(cells)
            if cell.column > MAX_SHEET_COLUMNS:
                is_cut = True
                continue
            text = shown(cell.value, cell.number_format or "General")
            sheet.put(cell.row, cell.column, (Run(text, _font(cell)),))
    return sheet, is_cut


def _font(cell: Any) -> str:
    return str(cell.font.name or "") if cell.has_style else ""
