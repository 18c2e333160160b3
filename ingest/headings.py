"""Which words of a section are its heading, and which are running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.brokenlines import Line, is_capitals
from ingest.levels import DIVISIONS, HEADLINES, ITEMS, Kind
from ingest.markers import ANNOUNCED
from ingest.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

# words: a heading that ends in a full stop, one that ends in a colon, any heading
_SENTENCE, _SHORT, _LONG = 10, 16, 90
_RUN_IN = re.compile(r"(?P<label>[^.:;]{2,110}?)\*?\s*:\s+[^\s.…]")  # "Thời gian: Hoàn thành …"
_NOTE_MARK = re.compile(r"\[\d{1,3}\]$")
_TITLE_LINES = 5
# what stands above the title of a form: the State, its motto, the office
LETTERHEAD = re.compile(r"CỘNG H[ÒO][AÀ] XÃ HỘI|ĐẢNG CỘNG SẢN|Độc lập|TÊN CƠ QUAN|ỦY BAN NHÂN|UBND")


def title_below(lines: Sequence[Line], first: int, busy: frozenset[int]) -> Span | None:
    """Return the title printed on the lines below a label such as "Chương II" or "PHỤ LỤC I".

    ``busy`` are the lines that begin a section.
    """
    if first >= len(lines) or first in busy or not _may_be_title(lines[first].text):
        return None
    last = first
    while (
        is_capitals(lines[first].text)
        and last + 1 < min(len(lines), first + _TITLE_LINES)
        and last + 1 not in busy
        and is_capitals(lines[last + 1].text)
        and "|" not in lines[last + 1].text
    ):
        last += 1
    return _trimmed(lines[first].start, lines[first : last + 1])


def _may_be_title(text: str) -> bool:
    """Tell whether a line below a label reads like its title."""
    if LETTERHEAD.match(text):
        return False
    return (
        text[0] not in "(|[" and "|" not in text and text[-1] not in ".;" and _words(text) <= _LONG
    )


def _trimmed(start: int, lines: Sequence[Line]) -> Span | None:
    """Return the span from ``start`` to the end of the lines, without marks at the end."""
    last = lines[-1]
    end = last.start + len(_without_tail(last.text))
    return Span(start, end) if end > start else None


def _without_tail(title: str) -> str:
    """Return a title without footnote marks, emphasis and the dotted line of a form at its end."""
    before = ""
    while title != before:
        before = title
        title = title.rstrip(" \t*_…")
        if title.endswith("..."):
            title = title.rstrip(".")
        elif title.endswith("]"):
            title = title[:-5] + _NOTE_MARK.sub("", title[-5:])
    return title


def _words(text: str) -> int:
    return len(text.split())


def runs_on(lines: Sequence[Line], index: int, busy: frozenset[int]) -> bool:
    """Tell whether a line was broken: the one below begins like the middle of a sentence."""
    if index + 1 >= len(lines) or index + 1 in busy or is_capitals(lines[index].text):
        return False
    first = lines[index + 1].text[0]
    return first.islower() or first.isdigit() or first in "-–"


def heading_of(kind: Kind, words: int, line: Line, *, has_more: bool) -> Span | None:
    """Return the heading on the line of a section's number; None where that is running text.

    ``words`` is the offset after the number; ``has_more`` tells whether paragraphs or items follow.
    """
    if kind >= Kind.ROW_CAPITAL:
        return _cell(words, line, has_more=has_more)
    glued = line.text.find(" | ", words - line.start)  # a table's first row behind the heading
    if glued > 0:
        line = Line(line.start, line.start + glued, line.text[:glued])
    span = _trimmed(words, [line])
    if span is None:
        return None
    title = line.text[span.start - line.start : span.end - line.start]
    if _reads_like_title(kind, title, has_more=has_more):
        return Span(span.start, span.end - len(title) + len(title.rstrip(" :")))
    label = _RUN_IN.match(title)
    if kind not in ITEMS and label and _words(label["label"]) <= _SHORT:
        return Span(span.start, span.start + label.end("label"))
    return None


def _reads_like_title(kind: Kind, title: str, *, has_more: bool) -> bool:
    """Tell whether the words after a number are a title."""
    count = _words(title)
    if kind in DIVISIONS and ANNOUNCED.match(title):
        return False  # "Mẫu số 10: Ban hành kèm theo Thông tư …"
    if is_capitals(title) or kind in DIVISIONS:
        return True
    if kind in HEADLINES and title[-1] not in ".;:,”":
        return count <= _LONG
    if not has_more or count > _LONG or title[-1] in ";,/":
        return False
    if title[-1] in ".:":
        return (
            count <= (_SHORT if title[-1] == ":" else _SENTENCE)
            and " này " not in title
            and ": " not in title
            and ". " not in title
        )
    return ". " not in title or count <= _SHORT


def _cell(words: int, line: Line, *, has_more: bool) -> Span | None:
    """Return the name in the first cell of a row that heads a group of rows."""
    rest = line.text[words - line.start :]
    cells = rest.split("|")
    others = [cell for cell in cells[1:] if cell.strip(" *")]
    name = cells[0].strip(" *")
    if not name or (others and not has_more):
        return None
    start = words + rest.index(name)
    return Span(start, start + len(name))
