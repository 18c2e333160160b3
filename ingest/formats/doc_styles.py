"""The styles and fonts of a Word 97 file: [MS-DOC] 2.9.271 and 2.9.286.

A run that names no font has that of its paragraph's style, or of a style that one is based on.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.formats.doc_formatting import Characters, Layout, changed, laid_out
from ingest.formats.doc_stories import Place

if TYPE_CHECKING:
    from ingest.formats.doc_stories import WordFile

MAX_BASED_ON = 12  # styles built on styles; a longer chain is a loop
PARAGRAPH_STYLE, CHARACTER_STYLE = 1, 2
NO_STYLE = 0xFFF
CONTENTS = range(19, 28)  # the styles "toc 1" … "toc 9", whatever a language calls them
FONT_NAME = 40  # bytes of a font's entry before its name


@dataclass(frozen=True, slots=True)
class _Style:
    kind: int
    number: int
    based_on: int
    characters: bytes = b""
    layout: bytes = b""


class Styles:
    """What the styles say, by their number."""

    def __init__(self, file: WordFile) -> None:
        self._fonts = _fonts(file.part(Place.FONTS))
        self._styles, self._default = _styles(file.part(Place.STYLES))

    def characters(self, style: int) -> Characters:
        """Return the character formatting of a paragraph style."""
        found = self._default
        for each in self._chain(style):
            found = changed(found, each.characters)
        return found

    def run(self, base: Characters, written: bytes) -> Characters:
        """Return the formatting of a run: its paragraph's, its own style's, its own."""
        named = changed(Characters(), written).style
        for each in self._chain(named):
            if each.kind == CHARACTER_STYLE:
                base = changed(base, each.characters)
        return changed(base, written)

    def layout(self, style: int) -> Layout:
        """Return the paragraph formatting of a style."""
        found = Layout(style=style)
        for each in self._chain(style):
            found = laid_out(found, each.layout)
        return found

    def is_contents(self, style: int) -> bool:
        """Tell whether paragraphs of the style are a table of contents."""
        return 0 <= style < len(self._styles) and self._styles[style].number in CONTENTS

    def font(self, number: int) -> str:
        """Return a font's name; "" for a number without one."""
        return self._fonts[number] if 0 <= number < len(self._fonts) else ""

    def _chain(self, style: int) -> list[_Style]:
        """Return the style and what it is based on, the most general first."""
        chain: list[_Style] = []
        while 0 <= style < len(self._styles) and len(chain) < MAX_BASED_ON:
            chain.insert(0, self._styles[style])
            style = chain[0].based_on
        return chain


def _fonts(table: bytes) -> tuple[str, ...]:
    if len(table) < 4:  # noqa: PLR2004 -- the header's size
        return ()
    count, extra = struct.unpack_from("<HH", table)
    names, at = [], 4
    for _ in range(count):
        if at >= len(table):
            break
        end = at + 1 + table[at]
        name = table[at + FONT_NAME : end].decode("utf-16-le", errors="ignore")
        names.append(name.split("\0", 1)[0])
        at = end + extra
    return tuple(names)


def _styles(table: bytes) -> tuple[tuple[_Style, ...], Characters]:
    if len(table) < 20:  # noqa: PLR2004 -- up to the default fonts
        return (), Characters()
    (header,) = struct.unpack_from("<H", table)
    count, base = struct.unpack_from("<HH", table, 2)
    font, _, other = struct.unpack_from("<HHH", table, 14)
    styles, at = [], 2 + header
    for _ in range(count):
        if at + 2 > len(table):
            break
        (size,) = struct.unpack_from("<H", table, at)
        styles.append(_style(table[at + 2 : at + 2 + size], base))
        at += 2 + size
    return tuple(styles), Characters(font=font, other_font=other)


def _style(written: bytes, base: int) -> _Style:
    if len(written) < base + 2 or base < 8:  # noqa: PLR2004 -- an unused number, or no room
        return _Style(0, 0, NO_STYLE)
    number, kinds, sets = struct.unpack_from("<HHH", written)
    kind, based_on = kinds & 0xF, kinds >> 4
    at = base + 2 + 2 * (struct.unpack_from("<H", written, base)[0] + 1)
    parts = []
    for _ in range(min(sets & 0xF, 2)):
        if at + 2 > len(written):
            break
        (size,) = struct.unpack_from("<H", written, at)
        parts.append(written[at + 2 : at + 2 + size])
        at += 2 + size + size % 2
    parts += [b"", b""]
    if kind == PARAGRAPH_STYLE:
        return _Style(kind, number & 0xFFF, based_on, parts[1], parts[0][2:])
    return _Style(kind, number & 0xFFF, based_on, parts[0])
