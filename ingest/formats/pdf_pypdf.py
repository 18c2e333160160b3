"""pypdf (its only importer): a second opinion on pages that PDFium reads badly or not at all.

pypdf takes fifty milliseconds and more a page, so it is asked only where it can change something.
"""

from __future__ import annotations

import io
import logging
import struct
import zlib
from math import hypot
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.errors import DeprecationError, PyPdfError

from ingest.formats.pdf_pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf import PageObject

CHARACTER_WIDTH = 0.55  # of the letter size, on average, capitals included
ESTIMATE_ERROR = 0.3  # of the estimated width, before a gap counts

# what pypdf lets through when a file is broken in a way it did not foresee
BROKEN = (
    PyPdfError, DeprecationError, AttributeError, IndexError, KeyError, OSError, OverflowError,
    RecursionError, TypeError, ValueError, ZeroDivisionError, struct.error, zlib.error,
)  # fmt: skip

_log = logging.getLogger("pypdf")


class SecondOpinion:
    """Reads single pages of a file with pypdf; the file is opened at the first one."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._reader: PdfReader | None = None

    def pieces(self, number: int) -> tuple[Piece, ...]:
        """Return the pieces of text on page ``number`` (from 1); none where pypdf fails too."""
        try:
            return tuple(_pieces(self._open().pages[number - 1]))
        except BROKEN:
            return ()

    def _open(self) -> PdfReader:
        if self._reader is None:
            _log.setLevel(logging.ERROR)  # its warnings would go to the user's terminal
            self._reader = PdfReader(io.BytesIO(self._data))
            if self._reader.is_encrypted:
                self._reader.decrypt("")
        return self._reader


def _pieces(page: PageObject) -> list[Piece]:
    """Return the pieces of text in the order in which they are drawn."""
    pieces: list[Piece] = []

    def keep(
        text: str, cm: Sequence[float], tm: Sequence[float], font: object, size: float
    ) -> None:
        if text.strip("\n"):
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            scale = hypot(tm[2], tm[3]) * hypot(cm[2], cm[3])
            pieces.append(_placed(x, y, abs(size * scale) or 1.0, (text.strip("\n"), font)))

    page.extract_text(visitor_text=keep)
    return pieces


def _placed(x: float, y: float, size: float, drawn: tuple[str, object]) -> Piece:
    """Return a piece with its width estimated: the font's own widths are not public in pypdf."""
    text, font = drawn
    width = len(text) * size * CHARACTER_WIDTH * (1 + ESTIMATE_ERROR)
    name = font.get("/BaseFont") if isinstance(font, dict) else None
    return Piece(x, y, x + width, size, text, str(name or "").lstrip("/"))
