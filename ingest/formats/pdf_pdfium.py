"""PDFium through pypdfium2 (its only importer): what pages draw, and pictures of them.

PDFium keeps its state in one place for the whole process, so a file is opened, read and drawn by
one thread. Coordinates are those of the page's own space, turned upright where its text is not.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from math import cos, radians, sin, sqrt
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2 as pdfium
from pypdfium2 import raw

from ingest.errors import DamagedFileError, EmptyFileError, EncryptedFileError, ReadError
from ingest.formats.pdf_hidden import is_pale
from ingest.formats.pdf_pieces import INVISIBLE, DrawnPage, Piece
from ingest.formats.pdf_runs import runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from ingest.formats.pdf_pieces import Box

FEW_LETTERS = 200  # with fewer, a page may be a picture with a stamp's words on it
MOST_OBJECTS = 20_000  # of a page, looked at for pictures and painted areas
DEPTH = 4  # of forms within forms
MOST_PIXELS = 25_000_000  # an A3 page at 300 dots an inch has 17 million
POINTS = 72.0  # an inch
NOTICES = (raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_FREETEXT)
PAINTED = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING)
NEARLY_WHITE = 230
LONGEST_NOTICE = 100_000

DAMAGED = "Tệp PDF bị hỏng hoặc tải chưa hết. Hãy lấy lại bản gốc hoặc in lại thành PDF mới."


class Pdf:
    """An open PDF file: its pages as drawn, and as pictures."""

    def __init__(self, data: bytes) -> None:
        try:
            self._file = pdfium.PdfDocument(data)
            self.count = len(self._file)
        except pdfium.PdfiumError as error:
            raise _refused(error) from error

    def close(self) -> None:
        """Give the file's memory back."""
        self._file.close()

    def page(self, number: int) -> DrawnPage | None:
        """Return what page ``number`` (from 1) draws, or None where it is broken."""
        try:
            with self._open(number) as page:
                return _drawn(page, number)
        except pdfium.PdfiumError:
            return None

    def with_areas(self, page: DrawnPage) -> DrawnPage:
        """Return the page with its pictures and painted areas, where they were not looked at."""
        with self._open(page.number) as opened:
            pictured, painted = _areas(opened, opened.get_cropbox())
        return replace(page, pictured=pictured, painted=painted)

    def picture(self, number: int, dots: int, turned: float = 0.0) -> NDArray[np.uint8]:
        """Return page ``number`` in grey, 0 for black, at ``dots`` an inch, turned clockwise.

        ``turned`` is in degrees. A page too large for the limit of pixels is drawn coarser.
        """
        with self._open(number) as page:
            width, height = page.get_size()
            scale = min(dots / POINTS, sqrt(MOST_PIXELS / max(width * height, 1.0)))
            size = max(1, round(width * scale)), max(1, round(height * scale))
            bitmap = pdfium.PdfBitmap.new_native(*size, raw.FPDFBitmap_Gray)
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, *size)
            _draw(bitmap, page, scale, turned)
            return np.array(bitmap.to_numpy(), dtype=np.uint8).reshape(bitmap.height, -1)

    @contextmanager
    def _open(self, number: int) -> Iterator[Any]:
        page = self._file[number - 1]
        try:
            yield page
        finally:
            page.close()


def _refused(error: Any) -> ReadError:
    """Return the error for a file that PDFium did not open."""
    if error.err_code == raw.FPDF_ERR_SUCCESS:
        return EmptyFileError("Tệp PDF không có trang nào. Hãy kiểm tra lại tệp.")
    if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
        return EncryptedFileError("Tệp PDF có mật khẩu. Hãy bỏ mật khẩu rồi thêm lại.")
    return DamagedFileError(DAMAGED)


def _draw(bitmap: Any, page: Any, scale: float, turned: float) -> None:
    flags = raw.FPDF_ANNOT | raw.FPDF_GRAYSCALE
    if not turned:
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, bitmap.width, bitmap.height, 0, flags)
        return
    c, s = cos(radians(turned)), sin(radians(turned))
    x, y = bitmap.width / 2, bitmap.height / 2
    matrix = raw.FS_MATRIX(
        scale * c, scale * s, -scale * s, scale * c, x - c * x + s * y, y - s * x - c * y
    )
    whole = raw.FS_RECTF(0, 0, bitmap.width, bitmap.height)
    raw.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, whole, flags)


def _drawn(page: Any, number: int) -> DrawnPage:
    textpage = page.get_textpage()
    try:
        runs = list(runs_of(textpage.raw))
    finally:
        textpage.close()
    box: Box = page.get_cropbox()
    turn = Counter(turn for _, turn in runs).most_common(1)[0][0] if runs else 0
    pieces = tuple(_turned_piece(piece, turn) for piece, _ in runs)
    known = DrawnPage(number, _turned_box(box, turn), pieces, tuple(_notices(page)))
    unsure = any(p.mode in INVISIBLE or is_pale(p) for p in pieces)
    if known.letters >= FEW_LETTERS and not unsure:
        return known
    pictured, painted = _areas(page, box)
    areas = tuple(_turned_box(area, turn) for area in painted)
    return replace(known, pictured=pictured, painted=areas)


def _turned_piece(piece: Piece, turn: int) -> Piece:
    """Return the piece where it stands on the page turned so that its lines run rightwards."""
    if not turn:
        return piece
    x, y = _turned(piece.x, piece.y, turn)
    right = {1: piece.right, 2: -piece.right, 3: -piece.right}[turn]
    return replace(piece, x=x, y=y, right=right)


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]


def _turned_box(box: Box, turn: int) -> Box:
    (x1, y1), (x2, y2) = _turned(box[0], box[1], turn), _turned(box[2], box[3], turn)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _areas(page: Any, box: Box) -> tuple[float, tuple[Box, ...]]:
    """Return the share of the page under pictures, and the areas that are not white."""
    whole = max((box[2] - box[0]) * (box[3] - box[1]), 1.0)
    pictured, painted = 0.0, []
    for drawing in islice(page.get_objects(filter=PAINTED, max_depth=DEPTH), MOST_OBJECTS):
        try:
            area: Box = drawing.get_bounds()
        except pdfium.PdfiumError:
            continue
        if drawing.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictured += (area[2] - area[0]) * (area[3] - area[1])
        elif _is_white(drawing):
            continue
        painted.append(area)
    return min(pictured / whole, 1.0), tuple(painted)


def _is_white(drawing: Any) -> bool:
    """Tell whether a path leaves the paper white: not filled, or filled with white."""
    if drawing.type != raw.FPDF_PAGEOBJ_PATH:
        return False
    parts = [ctypes.c_uint() for _ in range(4)]
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawing, mode, stroked)
    raw.FPDFPageObj_GetFillColor(drawing, *parts)
    red, green, blue, opacity = (part.value for part in parts)
    return not mode.value or not opacity or min(red, green, blue) >= NEARLY_WHITE


def _notices(page: Any) -> Iterator[str]:
    """Yield what is written in stamps and text boxes laid over the page: "MẬT" may be one."""
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), MOST_OBJECTS)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        if raw.FPDFAnnot_GetSubtype(note) in NOTICES:
            yield from _contents(note).splitlines()
        raw.FPDFPage_CloseAnnot(note)


def _contents(note: Any) -> str:
    size = raw.FPDFAnnot_GetStringValue(note, b"Contents", None, 0)
    if not 0 < size <= LONGEST_NOTICE:
        return ""
    written = ctypes.create_string_buffer(size)
    pointer = ctypes.cast(written, ctypes.POINTER(raw.FPDF_WCHAR))
    raw.FPDFAnnot_GetStringValue(note, b"Contents", pointer, size)
    return written.raw.decode("utf-16-le", "replace").rstrip("\0")
