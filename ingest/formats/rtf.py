"""RTF: paragraphs and tables in the order of the text, with the font of every run.

Own tokeniser: what a group's first word says decides where its text goes. Pictures, objects,
footnotes, comments, fields' instructions, hidden and deleted text stay out; headers and footers
are searched for stamps only.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.encodings import Run
from ingest.errors import DamagedFileError
from ingest.formats.blocks import PAGE_BREAK, Parts, as_raw, paragraphs_of, with_text
from ingest.formats.fields import MAX_INSTRUCTION, is_contents
from ingest.formats.rtf_state import Fonts, Group, Story
from ingest.formats.rtf_words import DESTINATIONS, GOES_THROUGH, IN_DRAWINGS, SIGNS, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ingest.model import RawText

MAX_DEPTH = 500  # groups within groups; Word writes a dozen
UNITS, HIGH_HALVES, LOW_HALVES = 0x10000, range(0xD800, 0xDC00), range(0xDC00, 0xE000)
DRAWN_TEXT = "gtextUNICODE"  # the property that holds the words of WordArt

_TOKEN = re.compile(
    rb"\\'(?P<byte>[0-9A-Fa-f]{2})|\\(?P<word>[A-Za-z]{1,40})(?P<number>-?\d{1,10})? ?"
    rb"|\\(?P<sign>[^A-Za-z])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n\x00]+)|[\r\n\x00]+|\\",
    re.DOTALL,
)


def read(data: bytes) -> RawText:
    """Return the lines of an RTF file; a page or section break begins another page.

    Raises:
        DamagedFileError: groups nested without end.
        NoTextError, TooLargeError: see ``as_raw``.

    """
    walk = _Walk()
    walk.read(data)
    return as_raw("rtf", walk.parts())


class _Walk:
    """The walk through the tokens of a file."""

    def __init__(self) -> None:
        self.now = Group()
        self.fonts = Fonts()
        self._stories = {"body": Story(), "aside": Story(), "box": Story()}
        self._open: list[Group] = []
        self._bytes = bytearray()
        self._to_skip = 0
        self._half: int | None = None
        self._hidden = 0
        self._footnotes = False
        self._instruction = ""
        self._property = ""

    def parts(self) -> Parts:
        """Return what was read."""
        self._flush()
        boxes = with_text(self._stories["box"].blocks())
        found = (
            (self._footnotes, "chú thích cuối trang không đưa vào văn bản"),
            (boxes, "chữ trong khung (text box) được đặt ở cuối văn bản"),
            (self._hidden, f"{self._hidden} đoạn chữ ẩn không đưa vào văn bản"),
        )
        return Parts(
            body=self._stories["body"].blocks(),
            boxes=boxes,
            aside=tuple(paragraphs_of(self._stories["aside"].blocks())),
            notes=tuple(note for holds, note in found if holds),
        )

    def read(self, data: bytes) -> None:
        """Read to the end of the file's own group, or of the bytes."""
        at = max(data.find(b"{\\rtf"), 0)
        while token := _TOKEN.match(data, at):
            at = token.end()
            if token["word"] is not None:
                at += self._word(token["word"].decode(), token["number"])
            elif token["byte"] is not None:
                self._write(bytes([int(token["byte"], 16)]))
            elif token["text"] is not None:
                self._write(token["text"])
            elif token["sign"] is not None:
                self._sign(token["sign"])
            elif token["brace"] is not None and not self._brace(token["brace"]):
                return

    def change(self, **changes: bool | int | str) -> None:
        """Let something hold from here to the end of the group."""
        self.now = replace(self.now, **changes)  # type: ignore[arg-type]

    def _brace(self, brace: bytes) -> bool:
        """Open or close a group; tell whether the file's own group is still open."""
        self._flush()
        self._to_skip = 0
        if brace == b"{":
            if len(self._open) >= MAX_DEPTH:
                raise DamagedFileError(
                    "Tệp RTF lồng quá nhiều tầng nên không được mở. "
                    "Hãy mở bằng Word rồi lưu lại thành .docx."
                )
            self._open.append(self.now)
            self.change(ignorable=False, begun=False)
        elif self._open:
            self.now = self._open.pop()
        return bool(self._open)

    def _word(self, word: str, digits: bytes | None) -> int:
        """Obey a control word; return how many bytes of data follow it."""
        number = int(digits) if digits else None
        if word == "bin":
            return max(number or 0, 0)
        if not self.now.begun:
            self._begin(word)
        if self._to_skip and word != "u":
            self._to_skip -= 1
        elif word == "u":
            self._unit((number or 0) % UNITS)
        elif word in SIGNS:
            self._put(SIGNS[word], plain=True)
        elif word in _WORDS:
            self._flush()
            _WORDS[word](self, number)
        return 0

    def _begin(self, word: str) -> None:
        """Let a group's first word decide where its text goes."""
        self.change(begun=True)
        if self.now.goes == UNKNOWN or (self.now.goes == "drawing" and word not in IN_DRAWINGS):
            return
        goes = DESTINATIONS.get(word)
        if goes is None and self.now.ignorable and word not in GOES_THROUGH:
            goes = UNKNOWN
        if word == "fldrslt" and is_contents(self._instruction):
            goes = UNKNOWN
        if word == "fldinst":
            self._instruction = ""
        if word == "sn":
            self._property = ""
            self._end_drawn()
        self._footnotes |= word == "footnote"
        if goes is not None:
            self.change(goes=goes, in_table=False)

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self.change(ignorable=True)
        elif sign in {b"\r", b"\n"}:
            _end_paragraph(self, None)
        elif sign == b"~":
            self._put("\u00a0", plain=True)
        elif sign == b"_":
            self._put("-", plain=True)
        elif sign in {b"\\", b"{", b"}"}:
            self._write(sign)

    def _write(self, written: bytes) -> None:
        if self._to_skip:
            left = written[self._to_skip :]
            self._to_skip -= len(written) - len(left)
            written = left
        if written and self.now.goes != UNKNOWN:
            if not self.now.begun:
                self.change(begun=True)
            self._bytes += written

    def _unit(self, unit: int) -> None:
        """Add a UTF-16 unit; the first half of a pair waits for the second."""
        if unit in HIGH_HALVES:
            self._half = unit
        elif unit not in LOW_HALVES:
            self._put(chr(unit))
        elif self._half is not None:
            high = self._half - HIGH_HALVES.start
            self._put(chr(UNITS + (high << 10) + unit - LOW_HALVES.start))
            self._half = None
        self._to_skip = self.now.skip

    def _flush(self) -> None:
        """Let the bytes gathered so far become text, or what else the group holds."""
        if not self._bytes:
            return
        written, self._bytes = bytes(self._bytes), bytearray()
        if self.now.goes == "fonts":
            self.fonts.add_name(self.now.font, written.decode("latin-1"))
        elif self.now.goes == "instruction":
            known = self._instruction + written.decode("latin-1")
            self._instruction = known[:MAX_INSTRUCTION]
        elif self.now.goes == "property":
            self._property = written[:MAX_INSTRUCTION].decode("latin-1").strip()
        else:
            self._put(self.fonts.decoded(written, self.now.font))

    def _put(self, text: str, *, plain: bool = False) -> None:
        """Add text to its story; ``plain`` text is Unicode, whatever the font."""
        self._flush()
        goes = self.now.goes
        if goes == "value" and self._property == DRAWN_TEXT:
            goes = "aside"
        if goes not in self._stories:
            return
        if self.now.hidden:
            self._hidden += 1
        else:
            font = "" if plain else self.fonts.name(self.now.font)
            self._stories[goes].runs.append(Run(text, font))

    def _end_drawn(self) -> None:
        """Let the words of one drawing be a line of their own."""
        aside = self._stories["aside"]
        if aside.runs:
            aside.flow.paragraph(aside.taken())

    @property
    def story(self) -> Story:
        """The story that grows here; one that is thrown away where there is no text."""
        return self._stories.get(self.now.goes) or Story()


def _end_paragraph(walk: _Walk, _: int | None) -> None:
    story = walk.story
    if walk.now.in_table:
        story.flow.in_cell(story.taken())
    else:
        story.flow.paragraph(story.taken())


def _end_cell(walk: _Walk, _: int | None) -> None:
    story = walk.story
    story.flow.in_cell(story.taken())
    story.flow.end_cell()


def _end_inner_cell(walk: _Walk, _: int | None) -> None:
    story = walk.story
    story.flow.in_cell(story.taken())


def _end_row(walk: _Walk, _: int | None) -> None:
    walk.story.flow.end_row()


def _end_page(walk: _Walk, _: int | None) -> None:
    if walk.now.goes == "body" and not walk.now.in_table:
        walk.story.runs.append(Run(PAGE_BREAK))


def _end_section(walk: _Walk, number: int | None) -> None:
    _end_page(walk, number)
    _end_paragraph(walk, number)


def _set_charset(walk: _Walk, number: int | None) -> None:
    if walk.now.goes == "fonts":
        walk.fonts.charsets[walk.now.font] = number or 0


def _set_default_font(walk: _Walk, number: int | None) -> None:
    walk.fonts.default = number or 0


_WORDS: Mapping[str, Callable[[_Walk, int | None], None]] = {
    "par": _end_paragraph,
    "cell": _end_cell,
    "nestcell": _end_inner_cell,
    "row": _end_row,
    "page": _end_page,
    "sect": _end_section,
    "pard": lambda walk, _: walk.change(in_table=False),
    "intbl": lambda walk, _: walk.change(in_table=True),
    "plain": lambda walk, _: walk.change(font=-1, hidden=False),
    "f": lambda walk, number: walk.change(font=number or 0),
    "v": lambda walk, number: walk.change(hidden=number != 0),
    "deleted": lambda walk, number: walk.change(hidden=number != 0),
    "uc": lambda walk, number: walk.change(skip=min(max(number or 0, 0), 9)),
    "deff": _set_default_font,
    "fcharset": _set_charset,
    "ansicpg": lambda walk, number: walk.fonts.use_page(number),
}
