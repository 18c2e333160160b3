"""Words that are drawn, not written, in a Word 97 file: WordArt, as stamps and watermarks are.

[MS-ODRAW]: a record is a header of eight bytes and its data; a container holds records.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADER, PROPERTY = 8, 6
CONTAINER = 0xF  # the version that marks a container
PROPERTIES = 0xF00B
DRAWN_TEXT = 0x00C0
IDENTITY, COMPLEX = 0x3FFF, 0x8000
MAX_TEXT = 2_000  # bytes; a stamp is a word


def drawn_texts(drawings: bytes) -> Iterator[str]:
    """Yield the words of every WordArt shape."""
    at = 0
    while at + HEADER <= len(drawings):
        first, kind, size = struct.unpack_from("<HHI", drawings, at)
        if first & 0xF == CONTAINER:
            at += HEADER
        elif kind >> 8 != PROPERTIES >> 8:
            at += 1  # between drawings stands a byte of its own
        else:
            if kind == PROPERTIES:
                yield from _texts(drawings[at + HEADER : at + HEADER + size], first >> 4)
            at += HEADER + size


def _texts(written: bytes, count: int) -> Iterator[str]:
    complex_at = count * PROPERTY
    for index in range(min(count, len(written) // PROPERTY)):
        name, value = struct.unpack_from("<HI", written, index * PROPERTY)
        if not name & COMPLEX:
            continue
        if name & IDENTITY == DRAWN_TEXT:
            text = written[complex_at : complex_at + min(value, MAX_TEXT)]
            yield text.decode("utf-16-le", errors="ignore").strip("\0")
        complex_at += value
