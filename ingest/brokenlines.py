"""Lines and markers, and the lines that cannot begin a heading whatever they look like.

Cross-references broken over two lines, words broken at a hyphen, the lines of quoted law.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.levels import Kind


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the blanks at its ends."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Marker:
    """A candidate heading. ``words`` is where the text after the number begins.

    ``line`` and ``last_line`` count Lines: "Điều" and its number may stand on two.
    ``parts`` is the whole number of a decimal heading: (2, 1) for "2.1".
    """

    kind: Kind
    value: int
    name: str
    start: int
    words: int
    line: int
    last_line: int
    parts: tuple[int, ...] = ()


# the end of a line that ends a clause, a footnote mark aside
_CLOSED = re.compile(r"[.;:,!?…”\"’')\]»/](?:\s?\*?\[\d{1,3}\])?[*_]*$")
# words after which a number at the start of the next line is part of a reference
_BEFORE_NUMBER = re.compile(
    r"\b(?:điều|khoản|điểm|mục|chương|phần|phụ lục|mẫu|(?<!tổng )số|nhóm|bảng|tại|theo|và|hoặc)$",
    re.IGNORECASE,
)
# e.g. "d) khoản 1, Điều 10 của Quy chế này"
_CROSS_REFERENCE = re.compile(r"(?:khoản|điểm|điều|mục|và|hoặc|của|nêu trên)\b")
_INLINE_PAIR = re.compile(r"(\w+)\s[-–]\s?(?=(\w+))")  # "kinh tế - xã hội"
_OPEN_QUOTE = re.compile(r"[“\"]\s?(?:Điều|Chương|Mục|Phụ lục|\d|[a-zđ]\)|[-–])")
_ARTICLE = re.compile(r"(?:Điều|Chương|Mục|Phụ lục)\s+\w+")
_QUOTE_LIMIT = 120  # lines after which an unclosed quotation mark is taken for a slip
_TERM = re.compile(r"[A-Za-z][a-z\d]?\s?(?:\([^)]*\)\s?)?:")  # "k (%): tỷ lệ", what a sign means
_FORMULA = 3  # fewer words after a plus sign are a term of a formula


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """Return the lines of ``text`` between two offsets that are not blank."""
    found, at = [], start
    for raw in text[start:end].split("\n"):
        words = raw.strip()
        if words:
            begin = at + raw.index(words)
            found.append(Line(begin, begin + len(words), words))
        at += len(raw) + 1
    return found


def is_closed(line: Line) -> bool:
    """Tell whether a line ends with a mark that ends a clause."""
    return bool(_CLOSED.search(line.text))


def is_capitals(text: str) -> bool:
    """Tell whether a line of at least two letters is written in capitals throughout."""
    return text.upper() == text and sum(map(str.isalpha, text[:40])) > 1


def inline_pairs(lines: list[Line]) -> set[tuple[str, str]]:
    """Return the words joined by a hyphen somewhere inside a line: ("tế", "xã")."""
    return {(a, b) for line in lines for a, b in _INLINE_PAIR.findall(line.text)}


def quoted_lines(lines: list[Line]) -> frozenset[int]:
    """Return the lines inside quoted law ("“Điều 5. …”"), whose numbers are another paper's."""
    inside: set[int] = set()
    for index, line in enumerate(lines):
        if index in inside or not _OPEN_QUOTE.match(line.text):
            continue
        depth = 0
        for last in range(index, min(index + _QUOTE_LIMIT, len(lines))):
            if (
                last > index
                and _ARTICLE.match(lines[last].text)
                and not _ARTICLE.match(line.text, 1)
            ):
                inside.update(range(index, last))  # a quoted clause ends before the next article
                break
            depth += _opened(lines[last].text, straight=line.text[0] == '"', depth=depth)
            if depth <= 0:
                inside.update(range(index, last + 1))
                break
    return frozenset(inside)


def _opened(text: str, *, straight: bool, depth: int) -> int:
    """Return how many quotations a line leaves open, less those it closes."""
    if not straight:
        return text.count("“") - text.count("”")
    odd = text.count('"') % 2
    return -odd if depth else odd


def is_broken(
    lines: list[Line], marker: Marker, pairs: set[tuple[str, str]], *, below: int
) -> bool:
    """Tell whether the line only continues the one above, broken before a hyphen or a number.

    ``below`` is the last line known to begin a heading.
    """
    words = lines[marker.last_line].text[marker.words - lines[marker.last_line].start :]
    before = lines[marker.line - 1] if marker.line else None
    if marker.kind is Kind.DASH:
        return before is not None and _breaks_at_hyphen(before, words, pairs)
    if marker.kind in {Kind.NUMBER, Kind.LETTER, Kind.BRACKET} and _CROSS_REFERENCE.match(words):
        return not (before is None or before.text[-1] in ".;:")
    if marker.kind is Kind.PLUS and before is not None:
        # "+ VC" of a formula; "+ Khác: ……" is an item
        return not is_closed(before) and len(words.split()) < _FORMULA and ":" not in words
    if marker.kind in {Kind.NUMBER, Kind.DECIMAL, Kind.ARTICLE} and before is not None:
        if marker.value == 1 and below == marker.line - 1:
            return False  # "Điều 7. Khóa tài khoản" + "1. Khóa tài khoản có thời hạn"
        return _cuts_a_reference(before)
    return False


def _cuts_a_reference(before: Line) -> bool:
    """Tell whether a line ends in the middle of "theo khoản 2"."""
    plain = not is_closed(before) and "|" not in before.text and not is_capitals(before.text)
    return plain and bool(_BEFORE_NUMBER.search(before.text))


def _breaks_at_hyphen(before: Line, words: str, pairs: set[tuple[str, str]]) -> bool:
    """Tell whether a dash is the hyphen of "kinh tế - xã hội", broken over two lines."""
    if is_closed(before) or before.text[-1] == "|":
        return False
    if words[:1].islower():
        return _TERM.match(words) is None
    last = re.search(r"(\w+)$", before.text)
    first = re.match(r"\w+", words)
    return bool(last and first and (last[1], first[0]) in pairs)
