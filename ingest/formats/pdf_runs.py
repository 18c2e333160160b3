"""The runs of text on a PDF page as PDFium draws them, with place, font, colour and mode.

A file may draw each letter alone, so everything asked for a run is asked into memory that is
made once for a page.
"""

from __future__ import annotations

import ctypes
from functools import partial
from math import atan2, hypot, pi
from typing import TYPE_CHECKING, Any

from pypdfium2 import raw

from ingest.formats.pdf_pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.formats.pdf_pieces import Colour

MOST_CHARACTERS = 1_000_000  # of one page
LONGEST_NAME = 200  # bytes of a font's name
LINE_END = frozenset({0x0A, 0x0D})
# how PDFium gives a hyphen at a line's end, and a character that the file maps to nothing
SIGNS = {0x02: "-", 0xFFFE: "-", 0x00: "\ufffd"}


def runs_of(textpage: Any) -> Iterator[tuple[Piece, int]]:
    """Yield what each text object draws, with how many quarters its line is turned leftwards.

    PDFium puts blanks between words that are drawn apart; they end the run before them.
    """
    measure = _Measure(textpage)
    text: list[str] = []
    first = last = drawn_by = 0
    drawing = begun = None
    unicode_at = partial(raw.FPDFText_GetUnicode, textpage)
    object_at = partial(raw.FPDFText_GetTextObject, textpage)
    for index in range(min(raw.FPDFText_CountChars(textpage), MOST_CHARACTERS)):
        code = unicode_at(index)
        drawing = object_at(index)
        owner = ctypes.addressof(drawing.contents) if drawing else 0
        if owner and owner != drawn_by:
            if text and drawn_by:
                yield measure.run("".join(text), begun, first, last)
            text, first, drawn_by, begun = [], index, owner, drawing
        if code not in LINE_END:
            text.append(SIGNS.get(code) or chr(code))
        if owner:
            last = index
    if text and drawn_by:
        yield measure.run("".join(text), begun, first, last)


class _Measure:
    """Asks PDFium about runs, always into the same memory."""

    def __init__(self, textpage: Any) -> None:
        self._page = textpage
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._end, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._parts = [ctypes.c_uint() for _ in range(4)]
        self._name = ctypes.create_string_buffer(LONGEST_NAME)
        self._fonts: dict[int, str] = {}

    def run(self, text: str, drawing: Any, first: int, last: int) -> tuple[Piece, int]:
        raw.FPDFText_GetCharOrigin(self._page, first, self._x, self._y)
        raw.FPDFText_GetLooseCharBox(self._page, last, self._end)
        raw.FPDFText_GetMatrix(self._page, first, self._matrix)
        matrix, end = self._matrix, self._end
        turn = round(atan2(matrix.b, matrix.a) / (pi / 2)) % 4 if matrix.b else 0
        piece = Piece(
            x=self._x.value,
            y=self._y.value,
            right=(end.right, end.top, end.left, end.bottom)[turn],
            size=raw.FPDFText_GetFontSize(self._page, first) * hypot(matrix.c, matrix.d),
            text=text,
            font=self._font(drawing, first),
            mode=raw.FPDFTextObj_GetTextRenderMode(drawing),
            colour=self._colour(first),
        )
        return piece, turn

    def _font(self, drawing: Any, index: int) -> str:
        handle = raw.FPDFTextObj_GetFont(drawing)
        font = ctypes.addressof(handle.contents) if handle else 0
        if font not in self._fonts:
            flags = ctypes.c_int()
            size = raw.FPDFText_GetFontInfo(self._page, index, self._name, LONGEST_NAME, flags)
            known = 0 < size <= LONGEST_NAME
            self._fonts[font] = self._name.value.decode("utf-8", "replace") if known else ""
        return self._fonts[font]

    def _colour(self, index: int) -> Colour:
        raw.FPDFText_GetFillColor(self._page, index, *self._parts)
        red, green, blue, opacity = self._parts
        return red.value, green.value, blue.value, opacity.value
