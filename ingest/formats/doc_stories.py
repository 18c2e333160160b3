"""A Word 97 file's texts, piece by piece: [MS-DOC] 2.5 (the FIB) and 2.8.35, 2.9.38 (the pieces).

A piece is a stretch of characters that lies in the stream as one block, in Windows-1252 or UTF-16.
Formatting is recorded by place in the stream, so every character keeps that place.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from ingest.errors import DamagedFileError, EncryptedFileError, TooLargeError, UnknownFormatError
from ingest.formats.limits import MAX_CHARACTERS
from ingest.formats.ole import read_streams

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD_97 = 0xA5EC
FIRST_97 = 101  # nFib below: Word 6 and 95, another layout
ENCRYPTED, WHICH_TABLE = 0x0100, 0x0200  # flags at byte 10
LENGTHS, OFFSETS = 0x4C, 0x9A  # where the lengths of the stories and the table of offsets begin
PIECES = 0x02
COMPRESSED = 0x4000_0000


class Story(IntEnum):
    """The texts of a file, in the order in which they follow one another."""

    MAIN = 0
    FOOTNOTES = 1
    HEADERS = 2
    MACROS = 3
    ANNOTATIONS = 4
    ENDNOTES = 5
    BOXES = 6
    HEADER_BOXES = 7


class Place(IntEnum):
    """Places in the FIB's table of offsets."""

    STYLES = 1
    CHARACTER_PAGES = 12
    PARAGRAPH_PAGES = 13
    FONTS = 15
    PIECES = 33
    DRAWINGS = 50
    LISTS = 73
    LIST_OVERRIDES = 74


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that lie together; character ``i`` at byte ``at + i * width`` of the stream."""

    text: str
    at: int
    width: int


class WordFile:
    """The streams of a Word 97 file and the FIB that leads through them."""

    def __init__(self, data: bytes) -> None:
        streams = read_streams(data, "WordDocument", "0Table", "1Table")
        self.main = streams.get("WordDocument", b"")
        if len(self.main) < OFFSETS:
            raise DamagedFileError("Tệp Word (.doc) bị hỏng. Hãy lấy lại bản gốc.")
        magic, version = struct.unpack_from("<HH", self.main)
        (flags,) = struct.unpack_from("<H", self.main, 10)
        _check_kind(magic, version, flags)
        self.table = streams.get("1Table" if flags & WHICH_TABLE else "0Table", b"")
        self._lengths = struct.unpack_from("<8i", self.main, LENGTHS)

    def part(self, place: Place) -> bytes:
        """Return a part of the table stream; empty if there is none."""
        start, size = self.where(place)
        return self.table[start : start + size]

    def where(self, place: Place) -> tuple[int, int]:
        """Return offset and size of a part in the table stream."""
        at = OFFSETS + 8 * place
        if at + 8 > len(self.main):
            return 0, 0
        start, size = struct.unpack_from("<II", self.main, at)
        return start, size

    def story(self, story: Story) -> Iterator[Piece]:
        """Yield the pieces of one story."""
        start = sum(max(length, 0) for length in self._lengths[:story])
        return self._between(start, start + max(self._lengths[story], 0))

    def _between(self, start: int, end: int) -> Iterator[Piece]:
        places, descriptors = _piece_table(self.part(Place.PIECES))
        for index, descriptor in enumerate(descriptors):
            first, last = max(places[index], start), min(places[index + 1], end)
            if first < last:
                yield self._piece(descriptor, first - places[index], last - first)

    def _piece(self, descriptor: int, skipped: int, count: int) -> Piece:
        width = 1 if descriptor & COMPRESSED else 2
        base = (descriptor & ~COMPRESSED) // (3 - width)
        at = base + skipped * width
        written = self.main[at : at + count * width]
        if width == 1:
            text = "".join(map(_WESTERN.__getitem__, written))
        else:
            text = written.decode("utf-16-le", errors="replace")
            text = text if len(text) * width == len(written) else _by_unit(written)
        return Piece(text, at, width)


_WESTERN = [bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(256)]


def _by_unit(written: bytes) -> str:
    """Return one character for each UTF-16 unit, so that places can be counted."""
    units = struct.unpack(f"<{len(written) // 2}H", written[: len(written) // 2 * 2])
    return "".join("\ufffd" if 0xD800 <= unit < 0xE000 else chr(unit) for unit in units)  # noqa: PLR2004 -- surrogates


def _check_kind(magic: int, version: int, flags: int) -> None:
    if flags & ENCRYPTED:
        raise EncryptedFileError(
            "Tệp Word có mật khẩu. Hãy mở bằng Word, bỏ mật khẩu rồi thêm lại."
        )
    if magic != WORD_97 or version < FIRST_97:
        raise UnknownFormatError(
            "Đây là tệp Word trước bản 97, chương trình chưa đọc được. "
            "Hãy mở bằng Word hoặc LibreOffice rồi lưu lại thành .docx."
        )


def _piece_table(clx: bytes) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the places of the pieces (one more than pieces) and their descriptors."""
    at = 0
    while at + 5 <= len(clx) and clx[at] != PIECES:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if at + 5 > len(clx):
        raise DamagedFileError("Tệp Word (.doc) bị hỏng: thiếu bảng chữ. Hãy lấy lại bản gốc.")
    (size,) = struct.unpack_from("<I", clx, at + 1)
    table = clx[at + 5 : at + 5 + size]
    count = max(len(table) - 4, 0) // 12
    places = struct.unpack_from(f"<{count + 1}I", table) if count else (0,)
    if list(places) != sorted(places) or places[-1] > MAX_CHARACTERS:
        raise TooLargeError("Tệp Word (.doc) bị hỏng hoặc quá dài. Hãy chia tệp thành nhiều phần.")
    descriptors = tuple(
        struct.unpack_from("<I", table, 4 * (count + 1) + 8 * index + 2)[0]
        for index in range(count)
    )
    return places, descriptors
