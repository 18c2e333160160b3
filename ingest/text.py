"""One canonical text for every document, and two cheaper forms of it for comparison.

The canonical text keeps every word as written ("uỷ" stays "uỷ"); only what no reader can see is
changed: the Unicode form, blanks, control characters, and the line ends of a printed page.
``fold`` and ``normalise_tone`` are for comparing, never for showing or quoting.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from ingest.folding import fold
from ingest.lines import SOFT_HYPHEN, Line, glue, mend_hyphens, without_furniture
from ingest.model import CanonicalText, Page, RawPage, RawText, Span
from ingest.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["canonical", "clean_line", "fold", "normalise_tone", "tone_key"]

_TONES = "\u0300\u0301\u0309\u0303\u0323"  # grave, acute, hook, tilde, dot below
_SYMBOL_FONT = range(0xF000, 0xF100)  # where Word puts the characters of Symbol and Wingdings
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_DRAWN_ALIKE = {0x00D0: "Đ", 0x0189: "Đ"}  # eth and African D, typed or embedded for Đ
_BLANKS = re.compile(" {2,}")
# "1.\tMục đích" is one line; a gap before one of these is the gap between two printed columns
_COLUMN_GAP = lazy(
    r"(?<=\S)(?:[ ]*\t[ \t]*|[ ]{3,})(?="
    r"ĐẢNG CỘNG SẢN VIỆT NAM"
    r"|C[ÔỘ]NG H(?:OÀ|ÒA) XÃ HỘI"
    r"|Độc lập\s*[-–]\s*Tự do"
    r"|[^\t\d,]{3,40},\s*ngày[^\t]{1,12}tháng"  # "Số 180-KH/TU      Tiền Giang, ngày 18 tháng 02"
    r"|(?:T/M|TM\.|K/T|KT\.|T/L|TL\.|TUQ\.|Q\.)\s+[A-ZĐ]{2}"  # "Nơi nhận:      T/M BAN THƯỜNG VỤ"
    r")"
    r"|(?<=Nơi nhận:)(?:[ ]*\t[ \t]*|[ ]{3,})(?=\S)"
)


@cache
def _invisible() -> dict[int, str | None]:
    """Return what becomes of characters that have no shape of their own."""
    table: dict[int, str | None] = {}
    for code in (*range(0x3100), *range(0xFE00, 0x10000), *range(0xE0000, 0xE0200)):
        category = unicodedata.category(chr(code))
        if category in {"Cc", "Cf"}:
            table[code] = None
        elif category in {"Zs", "Zl", "Zp"}:
            table[code] = " "
    variation_selectors = [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]
    table |= dict.fromkeys([0x034F, 0x115F, 0x1160, 0x3164, *variation_selectors])
    return table | _symbol_font() | {ord("\t"): "\t", **_DRAWN_ALIKE}


def _symbol_font() -> dict[int, str | None]:
    """Return Symbol's copies of ASCII as ASCII; its bullets become dashes, the rest goes."""
    bullets = dict.fromkeys((0xF0A7, 0xF0A8, 0xF0B7, 0xF0D8, 0xF0E0, 0xF0FC, 0xF076), "-")
    ascii_copies = {code: chr(code - 0xF000) for code in range(0xF020, 0xF07F)}
    return dict.fromkeys(range(0xE000, 0xF900)) | ascii_copies | bullets


def _tone_moves() -> dict[str, str]:
    """Return each pair of vowels with its tone on the second, and the same with it on the first.

    "oà" → "òa", "oẻ" → "ỏe", "uỷ" → "ủy", in every mix of cases.
    """
    moves = {}
    for first, second in ("oa", "oe", "uy"):
        for one in (first, first.upper()):
            for two in (second, second.upper()):
                for tone in _TONES:
                    written = one + unicodedata.normalize("NFC", two + tone)
                    moves[written] = unicodedata.normalize("NFC", one + tone) + two
    return moves


_TONE_MOVES = _tone_moves()
_SECOND_TONED = {
    first: "".join(sorted({pair[1] for pair in _TONE_MOVES if pair[0].lower() == first}))
    for first in "ou"
}
# the tone moves only where the syllable ends; "quý" is q-u-y with u belonging to the consonant
_MISPLACED = re.compile(
    rf"[oO][{_SECOND_TONED['o']}](?!\w)|(?<![qQ])[uU][{_SECOND_TONED['u']}](?!\w)"
)


def normalise_tone(text: str) -> str:
    """Return ``text`` with the tone of oa, oe, uy on the first vowel: "hoà" → "hòa", "uỷ" → "ủy".

    The length does not change where ``text`` is NFC. "quý", "giá", "hoàn" have one spelling only.
    """
    return _MISPLACED.sub(
        lambda found: _TONE_MOVES[found.group()], unicodedata.normalize("NFC", text)
    )


def tone_key(text: str) -> str:
    """Return the form in which two spellings of the same words are equal: lower case, one tone."""
    return normalise_tone(text).lower()


def clean_line(line: str) -> str:
    """Return the visible part of a line: NFC, no control or zero-width characters, single blanks.

    A soft hyphen at the very end is kept for the joining of lines.
    """
    return _single_blanks(_visible(line))


def _visible(line: str) -> str:
    """Return the line without what cannot be seen; tabs and runs of blanks stay."""
    if not (written := line.rstrip()).endswith(SOFT_HYPHEN):
        return unicodedata.normalize("NFC", line.translate(_invisible()))
    kept = unicodedata.normalize("NFC", written.translate(_invisible()))
    return kept if kept[-1:].strip(" \t") == "" else kept + SOFT_HYPHEN  # it parts no word there


def _single_blanks(line: str) -> str:
    """Return the line with one blank for each run of blanks and tabs, none at its ends."""
    return _BLANKS.sub(" ", line.replace("\t", " ")).strip(" ")


def canonical(raw: RawText) -> CanonicalText:
    """Return the one text of a document, with the place of every numbered page in it."""
    lines = list(_lines(raw.pages))
    if raw.wrapped:
        lines = mend_hyphens(without_furniture(lines, raw.pages))
    text, starts = _assemble(lines, wrapped=raw.wrapped)
    lost = sum(_lost(line) for page in raw.pages for line in page.lines)
    return CanonicalText(text, _pages(raw.pages, starts, len(text)), raw.lost_characters + lost)


def _lines(pages: Iterable[RawPage]) -> Iterable[Line]:
    """Yield the lines of all pages, cleaned, two printed columns taken apart."""
    for index, page in enumerate(pages):
        for line in page.lines:
            for part in _COLUMN_GAP.split(_visible(line)):
                yield Line(index, _single_blanks(part))


def _lost(line: str) -> int:
    """Count the characters of a line that stood for something and cannot be shown."""
    if line.isascii() and line.isprintable():
        return 0
    private = (ord(character) for character in _PRIVATE.findall(line))
    return len(_CONTROL.findall(line)) + sum(_invisible()[code] is None for code in private)


def _assemble(lines: list[Line], *, wrapped: bool) -> tuple[str, dict[int, int]]:
    """Return the text and, for each page that has any, the offset of its first character."""
    pieces: list[str] = []
    starts: dict[int, int] = {}
    length = 0
    for before, line in _with_separators(lines, wrapped=wrapped):
        length += len(before)
        starts.setdefault(line.page, length)
        written = line.text.removesuffix(SOFT_HYPHEN)
        pieces += (before, written)
        length += len(written)
    return "".join(pieces), starts


def _with_separators(lines: list[Line], *, wrapped: bool) -> Iterable[tuple[str, Line]]:
    """Yield each line that has text with what separates it from the one before."""
    width = _full_width(lines)
    previous: Line | None = None
    gap = ""
    for empty, group in groupby(lines, key=lambda line: not line.text):
        for line in group:
            if empty:
                gap = "\n\n"
            elif previous is None:
                yield "", line
            else:
                yield gap or (glue(previous.text, line.text, width) if wrapped else "\n"), line
            if not empty:
                previous, gap = line, ""


def _full_width(lines: list[Line]) -> int:
    """Return how long a full line is: nine lines in ten are no longer."""
    lengths = sorted(len(line.text) for line in lines if line.text)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _pages(pages: tuple[RawPage, ...], starts: dict[int, int], end: int) -> tuple[Page, ...]:
    """Return the numbered pages; their spans follow one another and cover the text."""
    following, found = end, []
    for index in range(len(pages) - 1, -1, -1):
        start = 0 if index == 0 else starts.get(index, following)
        page, span = pages[index], Span(start, following)
        if page.number is not None:
            source = page.source if index in starts else "none"
            found.append(Page(page.number, span, source, page.confidence))
        following = start
    return tuple(reversed(found))
