"""PDF with a text layer, through pypdf: lines put together again from placed pieces of text.

pypdf's own lines break where a program draws every word alone; its visitor says where each piece
stands, and pieces on one base line without a wide gap make a line.
"""

from __future__ import annotations

import io
import logging
import statistics
import struct
import zlib
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.errors import DependencyError, DeprecationError, PyPdfError

from ingest.errors import DamagedFileError, EmptyFileError, EncryptedFileError, NoTextError
from ingest.formats.limits import check_pages, counted
from ingest.model import RawPage, RawText
from ingest.secrecy import is_stamp
from ingest.syllables import mark_share, syllable_share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf import PageObject

END_WITHIN = 4096  # bytes from the end; a whole file says there where its table stands
SAME_LINE = 0.5  # of the letter size: footnote signs are raised less than that
CHARACTER_WIDTH = 0.55  # of the letter size, on average, capitals included
COLUMN_GAP = 3.0  # letter sizes; blanks in justified text stay below
ESTIMATE_ERROR = 0.3  # of the estimated width, before a gap counts
PARAGRAPH_GAP = 1.25  # times the usual distance of lines
INDENT = 1.0  # letter sizes from the left margin
SHARED_INDENT = 3  # lines of a page that begin at the same indent
BAD_LAYER_SYLLABLES = 0.85  # possible syllables; real texts reach 0.94
BAD_LAYER_MARKS = 0.15  # Vietnamese marks a letter; real texts reach 0.36

OCR_ADVICE = "Hãy nhận dạng chữ (OCR) rồi lưu thành PDF có lớp chữ hoặc .docx."

# what pypdf lets through when a file is broken in a way it did not foresee
BROKEN = (
    PyPdfError, DeprecationError, AttributeError, IndexError, KeyError, OSError, OverflowError,
    RecursionError, TypeError, ValueError, ZeroDivisionError, struct.error, zlib.error,
)  # fmt: skip

_log = logging.getLogger("pypdf")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text drawn at once; ``x``, ``y`` of its first letter in points from the lower left."""

    x: float
    y: float
    size: float
    text: str

    @property
    def width(self) -> float:
        """The estimated width: the font's own widths are not part of pypdf's public face."""
        return len(self.text) * self.size * CHARACTER_WIDTH


def read(data: bytes) -> RawText:
    """Return the text layer of a PDF, page by page.

    Raises:
        DamagedFileError: cut off or broken.
        EncryptedFileError: a password is needed.
        EmptyFileError: no pages.
        NoTextError: no page has text: a scan.
        TooLargeError: over the limits of pages and characters.

    """
    _log.setLevel(logging.ERROR)  # warnings about harmless faults would go to the user's terminal
    if b"startxref" not in data[-END_WITHIN:]:
        raise _damaged()
    try:
        reader = PdfReader(io.BytesIO(data))
        _unlock(reader)
        check_pages(len(reader.pages))
        pages, broken = _pages(reader)
    except DependencyError as error:
        raise _locked() from error
    except BROKEN as error:
        raise _damaged() from error
    return _raw(pages, broken)


def _unlock(reader: PdfReader) -> None:
    """Open files that only forbid printing or copying; refuse those that need a password."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise _locked()


def _pages(reader: PdfReader) -> tuple[tuple[RawPage, ...], tuple[int, ...]]:
    """Return the pages, their characters counted, and the numbers of the broken ones."""
    pages, broken, so_far = [], [], 0
    for number, page in enumerate(reader.pages, 1):
        read = _page(number, page)
        if read is None:
            broken.append(number)
        pages.append(read or RawPage(number, (), "none"))
        so_far = sum(map(len, counted(pages[-1].lines, so_far)), so_far)
    if pages and len(broken) == len(pages):
        raise _damaged()
    return tuple(pages), tuple(broken)


def _raw(pages: tuple[RawPage, ...], broken: tuple[int, ...]) -> RawText:
    if not pages:
        raise EmptyFileError("Tệp PDF không có trang nào. Hãy kiểm tra lại tệp.")
    if all(page.source == "none" for page in pages):
        raise NoTextError(
            f"Tệp PDF là bản quét, {len(pages)} trang đều không có lớp chữ. {OCR_ADVICE}"
        )
    text = "\n".join(line for page in pages for line in page.lines)
    return RawText(
        format="pdf",
        pages=pages,
        wrapped=True,
        lost_characters=text.count("\ufffd"),
        notes=_notes(text, broken),
    )


def _damaged() -> DamagedFileError:
    return DamagedFileError(
        "Tệp PDF bị hỏng hoặc tải chưa hết. Hãy lấy lại bản gốc hoặc in lại thành PDF mới."
    )


def _locked() -> EncryptedFileError:
    return EncryptedFileError("Tệp PDF có mật khẩu. Hãy bỏ mật khẩu rồi thêm lại.")


def _notes(text: str, broken: tuple[int, ...]) -> tuple[str, ...]:
    """Return what a person must know of this file: broken pages, the text layer of bad OCR."""
    notes = [f"Trang {number} bị lỗi, không đọc được." for number in broken]
    if syllable_share(text) < BAD_LAYER_SYLLABLES and mark_share(text) < BAD_LAYER_MARKS:
        notes.append(
            "Lớp chữ của PDF sai nhiều (bản quét nhận dạng kém hoặc phông chữ cũ TCVN3, VNI). "
            + OCR_ADVICE
        )
    return tuple(notes)


def _page(number: int, page: PageObject) -> RawPage | None:
    """Return a page, or None where it is so broken that pypdf gives up."""
    try:
        lines = _notices(page) + _lines(_pieces(page))
    except BROKEN:
        return None
    if not any(line.strip() for line in lines):
        return RawPage(number, (), "none")
    return RawPage(number, tuple(lines))


def _notices(page: PageObject) -> list[str]:
    """Return what is written in stamps and text boxes laid over the page: "MẬT" may be one."""
    annotations = page.get("/Annots")
    found = [note.get_object() for note in annotations.get_object()] if annotations else []
    laid_over = [note for note in found if note.get("/Subtype") in {"/Stamp", "/FreeText"}]
    written = [note.get("/Contents") for note in laid_over]
    return [line for text in written if isinstance(text, str) for line in text.splitlines()]


def _pieces(page: PageObject) -> list[Piece]:
    """Return the pieces of text in the order in which they are drawn."""
    pieces: list[Piece] = []

    def keep(
        text: str, cm: Sequence[float], tm: Sequence[float], _font: object, size: float
    ) -> None:
        if text.strip("\n"):
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            scale = hypot(tm[2], tm[3]) * hypot(cm[2], cm[3])
            pieces.append(Piece(x, y, abs(size * scale) or 1.0, text.strip("\n")))

    page.extract_text(visitor_text=keep)
    return pieces


def _lines(pieces: list[Piece]) -> list[str]:
    """Return the lines of a page, with an empty one where a paragraph visibly begins."""
    rows = _stamps_first(_rows(pieces))
    lines: list[str] = []
    for row, anew in zip(rows, _paragraph_starts(rows), strict=True):
        lines += ["", _written(row)] if anew else [_written(row)]
    return lines


def _rows(pieces: list[Piece]) -> list[list[Piece]]:
    """Return the pieces line by line, in drawing order: so a left column precedes the right one."""
    rows: list[list[Piece]] = []
    for piece in pieces:
        if rows and _same_line(rows[-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [row for row in rows if _written(row).strip()]


def _stamps_first(rows: list[list[Piece]]) -> list[list[Piece]]:
    """Return the rows with stamps from the upper half of the page first, whenever drawn."""
    heights = [row[0].y for row in rows]
    middle = (max(heights) + min(heights)) / 2 if heights else 0.0
    stamps = [row for row in rows if row[0].y >= middle and is_stamp(_written(row))]
    return stamps + [row for row in rows if row not in stamps] if stamps else rows


def _same_line(row: list[Piece], piece: Piece) -> bool:
    last, size = row[-1], max(row[0].size, piece.size)
    gap = piece.x - last.x - last.width
    return (
        abs(piece.y - row[0].y) < SAME_LINE * size
        and piece.x >= last.x - size
        and gap < COLUMN_GAP * size + ESTIMATE_ERROR * last.width
    )


def _written(row: list[Piece]) -> str:
    return "".join(piece.text for piece in row)


def _paragraph_starts(rows: list[list[Piece]]) -> list[bool]:
    """Tell for each line whether it stands apart from the one before or is indented."""
    drops = [
        upper[0].y - lower[0].y
        for upper, lower in pairwise(rows)
        if upper[0].y - lower[0].y > SAME_LINE * lower[0].size
    ]
    usual = statistics.median(drops) if drops else 0.0
    indents = _indents(rows)
    return [False] * bool(rows) + [
        upper[0].y - lower[0].y > max(PARAGRAPH_GAP * usual, lower[0].size)
        or _left(lower) in indents
        for upper, lower in pairwise(rows)
    ]


def _left(row: list[Piece]) -> int:
    """Return where the text of a line begins, in whole points."""
    return round(next(piece.x for piece in row if piece.text.strip()))


def _indents(rows: list[list[Piece]]) -> set[int]:
    """Return where first lines of paragraphs begin on this page; centred lines share no place."""
    lefts = Counter(_left(row) for row in rows)
    if not lefts:
        return set()
    margin, size = lefts.most_common(1)[0][0], rows[0][0].size
    return {
        x for x, lines in lefts.items() if x > margin + INDENT * size and lines >= SHARED_INDENT
    }
