"""Word 97 to 2003 (.doc): paragraphs, tables and automatic numbers in the order of the text.

Own reading of the streams, after [MS-DOC]: Word's own fonts per run are needed to tell the
encodings apart. Footnotes, comments, fields' instructions, tables of contents, hidden and deleted
text stay out; headers, footers and drawings are searched for stamps only.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.encodings import Run
from ingest.encodings.fonts import family_of
from ingest.errors import DamagedFileError
from ingest.formats.blocks import (
    PAGE_BREAK,
    Flow,
    Paragraph,
    Parts,
    as_raw,
    paragraphs_of,
    with_text,
)
from ingest.formats.doc_drawings import drawn_texts
from ingest.formats.doc_formatting import (
    Characters,
    Layout,
    character_stretches,
    laid_out,
    paragraph_stretches,
)
from ingest.formats.doc_lists import DocLists
from ingest.formats.doc_stories import Place, Story, WordFile
from ingest.formats.doc_styles import Styles
from ingest.formats.fields import Fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.formats.blocks import Block
    from ingest.formats.doc_stories import Piece
    from ingest.model import RawText

CELL_END, PARAGRAPH_END, PAGE_END = "\x07", "\r", "\x0c"
FIELD_BEGIN, FIELD_RESULT, FIELD_END = "\x13", "\x14", "\x15"
FOOTNOTES = (Story.FOOTNOTES, Story.ENDNOTES)
ENDS = frozenset((CELL_END, PARAGRAPH_END, PAGE_END))
# characters of the format; the rest below a blank are capitals of VISCII and VPS
SIGNS = {"\x0b": "\n", "\x0e": "\n", "\x1e": "-", "\x1f": "", "\t": "\t", "\x01": "", "\x08": ""}
CAPITALS = frozenset("\x02\x03\x04\x05\x06\x10\x11\x12\x14\x15\x19\x1c\x1d\x1e")
BROKEN = (struct.error, IndexError, ValueError, OverflowError)

_CONTROL = re.compile("[\x00-\x1f]")


def read(data: bytes) -> RawText:
    """Return the lines of a Word file; a page or section break begins another page.

    Raises:
        DamagedFileError: the container or its tables are broken.
        EncryptedFileError: a password is needed.
        UnknownFormatError: a file of Word 6 or 95.
        NoTextError, TooLargeError: see ``as_raw``.

    """
    try:
        parts = _parts(WordFile(data))
    except BROKEN as error:
        raise DamagedFileError(
            "Tệp Word (.doc) bị hỏng hoặc tải chưa hết. Hãy lấy lại bản gốc."
        ) from error
    return as_raw("doc", parts)


def _parts(file: WordFile) -> Parts:
    formatting = _Formatting(file)
    body, hidden = _blocks(formatting, Story.MAIN)
    boxes, _ = _blocks(formatting, Story.BOXES)
    aside = [
        paragraph
        for story in (Story.HEADERS, Story.HEADER_BOXES)
        for paragraph in paragraphs_of(_blocks(formatting, story)[0])
    ]
    aside += [Paragraph((Run(text),)) for text in drawn_texts(file.part(Place.DRAWINGS))]
    boxes = with_text(boxes)
    return Parts(body, boxes, aside, _notes(file, boxes=bool(boxes), hidden=hidden))


def _notes(file: WordFile, *, boxes: bool, hidden: int) -> tuple[str, ...]:
    footnotes = any(piece.text.strip() for story in FOOTNOTES for piece in file.story(story))
    found = (
        (footnotes, "chú thích cuối trang không đưa vào văn bản"),
        (boxes, "chữ trong khung (text box) được đặt ở cuối văn bản"),
        (hidden, f"{hidden} đoạn chữ ẩn không đưa vào văn bản"),
    )
    return tuple(note for holds, note in found if holds)


class _Formatting:
    """Styles, lists and stretches of a file, and the runs of its stories."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        self.styles = Styles(file)
        self.lists = DocLists(file)
        self._characters = character_stretches(file)
        self._paragraphs = paragraph_stretches(file)

    def runs(self, story: Story) -> Iterator[tuple[str, Characters, Layout]]:
        """Yield the story's text in stretches that are formatted alike."""
        for piece in self._file.story(story):
            yield from self._piece(piece)

    def _piece(self, piece: Piece) -> Iterator[tuple[str, Characters, Layout]]:
        start = 0
        while start < len(piece.text):
            place = piece.at + start * piece.width
            written, end = self._characters.at(place)
            paragraph, paragraph_end = self._paragraphs.at(place)
            layout = self._layout(paragraph)
            characters = self.styles.run(self.styles.characters(layout.style), written)
            length = max((min(end, paragraph_end) - place) // piece.width, 1)
            yield piece.text[start : start + length], characters, layout
            start += length

    def _layout(self, written: bytes) -> Layout:
        style = int.from_bytes(written[:2], "little")
        return laid_out(self.styles.layout(style), written[2:])

    def font(self, characters: Characters) -> str:
        """Return the run's font; of two, the one that was made for an old encoding."""
        first, other = self.styles.font(characters.font), self.styles.font(characters.other_font)
        return other if family_of(other) and not family_of(first) else first


def _blocks(formatting: _Formatting, story: Story) -> tuple[list[Block], int]:
    """Return the blocks of a story and how many of its characters are hidden."""
    walk = _Walk(formatting)
    for text, characters, layout in formatting.runs(story):
        walk.take(text, characters, layout)
    return walk.finished(), walk.hidden


@dataclass(slots=True)
class _Walk:
    """The blocks so far, and the paragraph, cell and row that are being read."""

    formatting: _Formatting
    hidden: int = 0
    _flow: Flow = field(default_factory=Flow)
    _runs: list[Run] = field(default_factory=list)
    _fields: Fields = field(default_factory=Fields)

    def take(self, text: str, characters: Characters, layout: Layout) -> None:
        """Add a run; its control characters end paragraphs, cells and fields."""
        font = self.formatting.font(characters)
        start = 0
        for found in _CONTROL.finditer(text):
            self._write(text[start : found.start()], font, characters)
            self._control(found.group(), font, characters, layout)
            start = found.end()
        self._write(text[start:], font, characters)

    def finished(self) -> list[Block]:
        """Return all blocks, also those without their end."""
        if self._runs:
            self._end(PARAGRAPH_END, Layout())
        return self._flow.finished()

    def _write(self, text: str, font: str, characters: Characters) -> None:
        if not text or self._fields.takes(text):
            return
        if characters.hidden or characters.deleted:
            self.hidden += characters.hidden
            return
        if characters.special:
            text = chr(characters.symbol) if characters.symbol else ""
        if text:
            self._runs.append(Run(text, font))

    def _control(self, sign: str, font: str, characters: Characters, layout: Layout) -> None:
        if sign in ENDS:
            self._end(sign, layout)
        elif sign == FIELD_BEGIN and characters.special:
            self._fields.begin()
        elif sign == FIELD_RESULT and characters.special:
            self._fields.result()
        elif sign == FIELD_END and characters.special:
            self._fields.end()
        elif characters.special or self._fields.silent or characters.hidden:
            return
        elif sign in CAPITALS and family_of(font) in {"VISCII", "VPS"}:
            self._runs.append(Run(sign, font))
        elif SIGNS.get(sign):
            self._runs.append(Run(SIGNS[sign], font))

    def _end(self, sign: str, layout: Layout) -> None:
        paragraph = self._paragraph(sign, layout)
        in_table = layout.in_table or layout.depth > 0
        if in_table and layout.row_end and layout.depth <= 1:
            self._flow.end_row()
        elif in_table:
            self._flow.in_cell(paragraph)
            if sign == CELL_END:
                self._flow.end_cell()
        else:
            self._flow.paragraph(paragraph)

    def _paragraph(self, sign: str, layout: Layout) -> Paragraph:
        runs, self._runs = tuple(self._runs), []
        if self.formatting.styles.is_contents(layout.style):
            runs = ()
        shown = any(run.text.strip() for run in runs)
        label = self.formatting.lists.label(layout) if shown else ""
        if sign == PAGE_END:
            runs = (*runs, Run(PAGE_BREAK))
        return Paragraph(runs, label)
