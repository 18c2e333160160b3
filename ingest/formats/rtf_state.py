"""What an RTF reader remembers: the open group, the fonts, and the stories that grow."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.encodings.fonts import family_of
from ingest.formats.blocks import Flow, Paragraph
from ingest.formats.rtf_words import CODE_PAGES, SYMBOLS_CHARSET

if TYPE_CHECKING:
    from ingest.encodings import Run
    from ingest.formats.blocks import Block

MAX_NAME = 200
WESTERN = "cp1252"


@dataclass(frozen=True, slots=True)
class Group:
    """What holds inside a group and ends with it."""

    goes: str = "body"  # where the text goes: a story, or what is not text
    font: int = -1
    skip: int = 1  # characters to leave out after a Unicode one
    hidden: bool = False
    in_table: bool = False
    ignorable: bool = False  # an asterisk stands before its first word
    begun: bool = False  # its first word is known


@dataclass(slots=True)
class Story:
    """The blocks of one story and the paragraph that is being read."""

    flow: Flow = field(default_factory=Flow)
    runs: list[Run] = field(default_factory=list)

    def taken(self) -> Paragraph:
        """Return the paragraph read so far; another begins."""
        runs, self.runs = tuple(self.runs), []
        return Paragraph(runs)

    def blocks(self) -> list[Block]:
        """Return all blocks, also a paragraph without its end."""
        if self.runs:
            self.flow.paragraph(self.taken())
        return self.flow.finished()


@dataclass(slots=True)
class Fonts:
    """The font table: names and character sets by number."""

    charsets: dict[int, int] = field(default_factory=dict)
    default: int = 0
    page: str = WESTERN
    _names: dict[int, str] = field(default_factory=dict)

    def name(self, number: int) -> str:
        """Return the name of a font; "" for one that is not in the table."""
        written = self._names.get(self.default if number < 0 else number, "")
        return written.split(";", 1)[0].strip()

    def add_name(self, number: int, written: str) -> None:
        """Add a piece of a font's name; it ends with a semicolon."""
        known = self._names.get(number, "")
        if ";" not in known:
            self._names[number] = (known + written)[:MAX_NAME]

    def decoded(self, written: bytes, number: int) -> str:
        """Return the text of bytes; those in fonts of old encodings stay as they are."""
        charset = self.charsets.get(self.default if number < 0 else number, 0)
        if charset == SYMBOLS_CHARSET or family_of(self.name(number)):
            return written.decode("latin-1")
        return written.decode(CODE_PAGES.get(charset, self.page), errors="replace")

    def use_page(self, number: int | None) -> None:
        """Let the file's bytes be of a code page, if there is one of that number."""
        try:
            codecs.lookup(f"cp{number}")
        except LookupError:
            return
        self.page = f"cp{number}"
