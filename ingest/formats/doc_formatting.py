"""How stretches of a Word 97 file are formatted: the pages of [MS-DOC] 2.9.33 and 2.9.175.

Only what decides on the text is kept: fonts, hidden and deleted text, special characters, tables,
lists. A modifier ("sprm") is two bytes that also tell the length of its operand.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ingest.formats.doc_stories import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ingest.formats.doc_stories import WordFile

PAGE = 512
PAGE_NUMBER = 0x003F_FFFF
BX = 13  # bytes of a paragraph's entry in its page
OPERAND_SIZES: Final = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
LONG_TABLE = 0xD608  # the only operand with a length of two bytes
TABS = 0xC615
TABS_LONG = 255


@dataclass(frozen=True, slots=True)
class Characters:
    """What decides on a run: fonts by number, whether it is shown, whether it is a sign."""

    font: int = -1
    other_font: int = -1
    hidden: bool = False
    deleted: bool = False
    special: bool = False
    symbol: int = 0
    style: int = -1


@dataclass(frozen=True, slots=True)
class Layout:
    """What decides on a paragraph: style, place in tables and lists."""

    style: int = 0
    in_table: bool = False
    row_end: bool = False
    depth: int = 0
    list_index: int = 0
    level: int = 0


def _sized(operand: bytes) -> int:
    return int.from_bytes(operand[:4], "little")


_CHARACTERS: Mapping[int, Callable[[Characters, bytes], Characters]] = {
    0x4A4F: lambda c, o: replace(c, font=_sized(o)),
    0x4A51: lambda c, o: replace(c, other_font=_sized(o)),
    0x083C: lambda c, o: replace(c, hidden=o[0] in {1, 0x81}),
    0x0800: lambda c, o: replace(c, deleted=o[0] == 1),
    0x0855: lambda c, o: replace(c, special=o[0] == 1),
    0x4A30: lambda c, o: replace(c, style=_sized(o)),
    0x6A09: lambda c, o: replace(c, font=_sized(o[:2]), symbol=_sized(o[2:4])),
}
_LAYOUT: Mapping[int, Callable[[Layout, bytes], Layout]] = {
    0x2416: lambda p, o: replace(p, in_table=o[0] == 1),
    0x2417: lambda p, o: replace(p, row_end=o[0] == 1),
    0x6649: lambda p, o: replace(p, depth=min(_sized(o), 99)),
    0x460B: lambda p, o: replace(p, list_index=_sized(o)),
    0x260A: lambda p, o: replace(p, level=o[0]),
}


def modifiers(written: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the modifiers of a list of them, each with its operand; a broken rest is left out."""
    at = 0
    while at + 2 <= len(written):
        (code,) = struct.unpack_from("<H", written, at)
        at += 2
        size = OPERAND_SIZES.get(code >> 13)
        if size is None:
            if at >= len(written):
                return
            long = code == LONG_TABLE
            size = int.from_bytes(written[at : at + 1 + long], "little") - long
            if code == TABS and size == TABS_LONG:
                return
            at += 1 + long
        operand = written[at : at + size]
        if len(operand) < size or not operand:
            return
        yield code, operand
        at += size


@lru_cache(maxsize=2_000)
def changed(characters: Characters, written: bytes) -> Characters:
    """Return the character formatting with the modifiers applied."""
    for code, operand in modifiers(written):
        if code in _CHARACTERS:
            characters = _CHARACTERS[code](characters, operand)
    return characters


@lru_cache(maxsize=2_000)
def laid_out(layout: Layout, written: bytes) -> Layout:
    """Return the paragraph formatting with the modifiers applied."""
    for code, operand in modifiers(written):
        if code in _LAYOUT:
            layout = _LAYOUT[code](layout, operand)
    return layout


class Stretches:
    """The modifiers that hold at a place of the stream, and where they end."""

    def __init__(self, starts: list[int], ends: list[int], written: list[bytes]) -> None:
        self._starts, self._ends, self._written = starts, ends, written

    def at(self, place: int) -> tuple[bytes, int]:
        """Return the modifiers at ``place`` and the place where others begin."""
        index = bisect_right(self._starts, place) - 1
        if index >= 0 and place < self._ends[index]:
            return self._written[index], self._ends[index]
        following = self._starts[index + 1] if index + 1 < len(self._starts) else 1 << 40
        return b"", following


def character_stretches(file: WordFile) -> Stretches:
    """Return the formatting of runs."""
    return _stretches(file, Place.CHARACTER_PAGES, 1, _character_entry)


def paragraph_stretches(file: WordFile) -> Stretches:
    """Return the formatting of paragraphs; two bytes of style number stand before it."""
    return _stretches(file, Place.PARAGRAPH_PAGES, BX, _paragraph_entry)


def _stretches(
    file: WordFile, place: Place, entry_size: int, entry: Callable[[bytes, int], bytes]
) -> Stretches:
    found: dict[int, tuple[int, bytes]] = {}
    for page in _pages(file, place):
        count = page[PAGE - 1]
        if 4 * (count + 1) + entry_size * count >= PAGE:
            continue
        bounds = struct.unpack_from(f"<{count + 1}I", page)
        for index in range(count):
            offset = 2 * page[4 * (count + 1) + entry_size * index]
            if bounds[index] < bounds[index + 1]:
                found[bounds[index]] = bounds[index + 1], entry(page, offset) if offset else b""
    starts = sorted(found)
    return Stretches(starts, [found[s][0] for s in starts], [found[s][1] for s in starts])


def _pages(file: WordFile, place: Place) -> Iterator[bytes]:
    table = file.part(place)
    count = max(len(table) - 4, 0) // 8
    numbers = struct.unpack_from(f"<{count}I", table, 4 * (count + 1)) if count else ()
    for number in dict.fromkeys(number & PAGE_NUMBER for number in numbers):
        page = file.main[number * PAGE : (number + 1) * PAGE]
        if len(page) == PAGE:
            yield page


def _character_entry(page: bytes, offset: int) -> bytes:
    return page[offset + 1 : offset + 1 + page[offset]]


def _paragraph_entry(page: bytes, offset: int) -> bytes:
    if page[offset]:
        return page[offset + 1 : offset + 2 * page[offset]]
    if offset + 1 >= PAGE:
        return b""
    return page[offset + 2 : offset + 2 + 2 * page[offset + 1]]
