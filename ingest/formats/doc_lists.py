"""The automatic numbers of a Word 97 file: [MS-DOC] 2.4.6.3 and 2.9.150, 2.9.131."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from ingest.formats.doc_stories import Place
from ingest.formats.numbering import Counts, Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ingest.formats.doc_formatting import Layout
    from ingest.formats.doc_stories import WordFile

LIST_SIZE, LEVEL_SIZE, OVERRIDE_SIZE = 28, 28, 16
LEVELS = 9
SIMPLE = 0x01  # a list of one level
STARTS_ANEW, FORMATS_ANEW = 0x10, 0x20
STYLES = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    22: "decimalZero", 23: "bullet", 255: "none",
}  # fmt: skip


class DocLists:
    """The running numbers; ``label`` must be asked in the order of the text."""

    def __init__(self, file: WordFile) -> None:
        self._lists = _lists(file)
        self._overrides = _overrides(file.part(Place.LIST_OVERRIDES))
        self._counts = Counts()

    def label(self, layout: Layout) -> str:
        """Return the number that Word prints before a paragraph, "" if none."""
        if not 1 <= layout.list_index <= len(self._overrides):
            return ""
        kind, starts = self._overrides[layout.list_index - 1]
        levels = self._lists.get(kind, {})
        if layout.level not in levels:
            return ""
        self._counts.begin(str(layout.list_index), str(kind), starts)
        return self._counts.label(str(kind), levels, layout.level)


def _lists(file: WordFile) -> dict[int, dict[int, Level]]:
    """Return the levels of each list; they follow the table of lists in the stream."""
    table = file.part(Place.LISTS)
    if len(table) < 2:  # noqa: PLR2004 -- their count
        return {}
    start, size = file.where(Place.LISTS)
    at = start + size
    found: dict[int, dict[int, Level]] = {}
    for index in range(min(struct.unpack_from("<H", table)[0], (len(table) - 2) // LIST_SIZE)):
        entry = 2 + index * LIST_SIZE
        levels: dict[int, Level] = {}
        for number in range(1 if table[entry + 26] & SIMPLE else LEVELS):
            read = _level(file.table, at)
            if read is None:
                return found
            levels[number], at = read
        found[struct.unpack_from("<i", table, entry)[0]] = levels
    return found


def _level(table: bytes, at: int) -> tuple[Level, int] | None:
    """Return a level and where it ends; None where the stream ends before."""
    if at + LEVEL_SIZE + 2 > len(table):
        return None
    start, style = struct.unpack_from("<iB", table, at)
    at += LEVEL_SIZE + table[at + 24] + table[at + 25]
    if at + 2 > len(table):
        return None
    (count,) = struct.unpack_from("<H", table, at)
    end = at + 2 + 2 * count
    written = table[at + 2 : end].decode("utf-16-le", errors="ignore")
    text = "".join(f"%{ord(c) + 1}" if ord(c) < LEVELS else c for c in written)
    return Level(start, STYLES.get(style, "decimal"), text), end


def _overrides(table: bytes) -> tuple[tuple[int, Mapping[int, int]], ...]:
    """Return for each number a paragraph may carry its list and the levels that start anew."""
    if len(table) < 4:  # noqa: PLR2004 -- their count
        return ()
    count = min(struct.unpack_from("<I", table)[0], (len(table) - 4) // OVERRIDE_SIZE)
    heads = [struct.unpack_from("<i8xB", table, 4 + n * OVERRIDE_SIZE) for n in range(count)]
    at = 4 + count * OVERRIDE_SIZE
    found = []
    for kind, changes in heads:
        starts, at = _starts(table, at + 4, changes)
        found.append((kind, starts))
    return tuple(found)


def _starts(table: bytes, at: int, changes: int) -> tuple[dict[int, int], int]:
    starts = {}
    for _ in range(changes):
        if at + 8 > len(table):
            break
        start, flags = struct.unpack_from("<iI", table, at)
        at += 8
        level = _level(table, at) if flags & FORMATS_ANEW else None
        if level is not None:
            start, at = level[0].start, level[1]
        if flags & STARTS_ANEW:
            starts[flags & 0xF] = start
    return starts, at
