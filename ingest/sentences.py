"""Where Vietnamese sentences end: offsets, so that every quotation stays a slice of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# A stop, with the quotation marks and brackets it closes, before a blank: "…”. ", "v.v… "
_STOP = re.compile(r"[.!?…]+[”\"’')\]»]*(?=\s)")
# What a new sentence may begin with: a capital, a digit, a quotation mark, a bracket, a dash.
_OPENING = re.compile(r"\s+[“\"‘'(\[«]*(?:[^\W\d_a-z]|\d|[-–•+*])")
# Words that carry their own full stop; "v.v." and the like count as one word.
_ABBREVIATIONS = frozenset(
    {
        *("đ/c", "đ.c", "đ/v", "tp", "tx", "tt", "t.ư", "tr", "trg", "v.v", "vv", "vd", "nxb"),
        *("ths", "th.s", "ts", "pgs", "gs", "pgs.ts", "gs.ts", "bs", "ks", "st", "stt", "no"),
        *("kt", "tm", "tl", "tuq", "t/m", "k/t", "t/l", "mr", "mrs", "dr", "prof"),
    }
)
_LAST_WORD = re.compile(r"[^\s“\"‘'(\[«]+$")
# A number or letter that opens a line is a label: "1.", "a.", "IV.", "2.1."
_LABEL = re.compile(r"(?:[IVXLC]+|\d{1,3}(?:\.\d{1,3})*|[A-ZĐa-zđ])$")
_NAMED_LABEL = re.compile(r"(?:Điều|Chương|Mục|Phần|Phụ lục|Mẫu|Mẫu số)\s+\w+$", re.IGNORECASE)
# Initials of names: "C. Mác", "V. I. Lê-nin"
_INITIAL = re.compile(r"[A-ZĐ](?:\.[A-ZĐ])*$")


def sentences(text: str, span: Span | None = None) -> tuple[Span, ...]:
    """Return the sentences of ``text`` or of a part of it, in order.

    A line's end ends a sentence. Together the spans hold every character that is not a blank.
    """
    whole = span or Span(0, len(text))
    return tuple(piece for line in _lines(text, whole) for piece in _split(text, line))


def _lines(text: str, span: Span) -> Iterator[Span]:
    """Yield the lines of a part of the text."""
    at = span.start
    while at < span.end:
        end = text.find("\n", at, span.end)
        end = span.end if end < 0 else end
        yield Span(at, end)
        at = end + 1


def _split(text: str, line: Span) -> Iterator[Span]:
    """Yield the sentences of one line."""
    start = line.start
    for stop in _STOP.finditer(text, line.start, line.end):
        if _ends_sentence(text, start, stop, line.end):
            yield from _trimmed(text, start, stop.end())
            start = stop.end()
    yield from _trimmed(text, start, line.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the stretch without the blanks at its ends, if anything is left."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    if left < len(words):
        yield Span(start + left, start + len(words.rstrip()))


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Tell whether a stop ends the sentence that begins at ``start``."""
    if not _OPENING.match(text, stop.end(), end):
        return False
    if stop[0] != ".":
        return True
    before = text[start : stop.start()].lstrip(" \t-–+*•")
    last = _LAST_WORD.search(before)
    if last is None:
        return False
    if last[0].lower() in _ABBREVIATIONS or _INITIAL.match(last[0]):
        return False
    return not (_LABEL.match(before) or _NAMED_LABEL.match(before))
