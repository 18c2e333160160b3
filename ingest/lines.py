"""The lines of printed pages become paragraphs: furniture dropped, broken lines joined.

Rules look at two neighbouring lines at a time. When in doubt a line stays on its own: a paragraph
in two pieces can still be cited, two paragraphs in one cannot be told apart again.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from ingest.patterns import lazy
from ingest.syllables import is_syllable

if TYPE_CHECKING:
    from ingest.model import RawPage

SOFT_HYPHEN = "\u00ad"
EDGE_LINES = 2  # running headers and page numbers stand within so many lines of a page's edge
REPEATED_ON = 3  # pages, before a line counts as a running header
REPEATED_SHARE = 0.5  # and at least this share of all pages
STAMP_WORDS = 2  # "TUYỆT MẬT": as short a line is never dropped for being repeated
FULL = 0.75  # a line of this share of the full width may have been broken by the page's edge
FULL_CAPITALS = 0.55  # capitals are wider, so a full line holds fewer of them
NARROW = 25  # characters; no page of running text is so narrow

_PAGE_NUMBER = lazy(
    r"(?:trang|page|tr\.)?[\s.–—-]*(\d{1,4})(?:\s*/\s*\d{1,4})?[\s.–—-]*", re.IGNORECASE
)  # "12", "- 12 -", "Trang 12/40"

# a line that opens like this starts a heading, an item or a table row
_OPENING = lazy(
    r"""
      (?:Điều|ĐIỀU)\s\d+[a-zđ]?\s?[.:]             # "Điều 5. Phạm vi"
    | (?:Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC|Tiểu\smục)\s(?:[IVXLC]+|\d+|thứ|THỨ)\b
    | (?:PHỤ\sLỤC|Phụ\slục)\b
    | (?:[IVXLC]{1,6}|[A-HĐ])\s?[-–.)/](?=\s|[A-ZĐÀ-Ỹ]|$)   # "I- MỤC ĐÍCH", "II.", "A-"
    | \d{1,3}(?:\.\d{1,3}){0,3}\s?[.)/-](?=\s|[A-ZĐÀ-Ỹ]|$)  # "1.", "1.1-", "2)"
    | \d{1,3}(?:\.\d{1,3}){1,3}\s(?=[A-ZĐÀ-Ỹ])     # "1.1 Mục tiêu"
    | [a-zđ]\s?\)                                  # "đ)"
    | [-–—+*•●▪■□○◦✓]\s?(?=\S)                     # "- Các Ủy viên"
    | (?:Nơi\snhận|NƠI\sNHẬN|Kính\sgửi|Số)\s?:
    | ĐẢNG\sCỘNG\sSẢN\sVIỆT\sNAM$ | CỘNG\sH(?:ÒA|OÀ)\sXÃ\sHỘI | Độc\slập\s?[-–]\s?Tự\sdo
    | Căn\scứ\b | Theo\sđề\snghị\b | Xét\sđề\snghị\b
    | \|
    """,
    re.VERBOSE,
)
# after these a number or letter at the start of the next line belongs to the sentence
_EXPECTS_NUMBER = lazy(
    r"(?:điểm|khoản|[Mm]ục|[Đđ]iều|[Cc]hương|[Pp]hần|số|ngày|tháng|năm|quý|tại|và|đến|từ|[,–(])$"
)
_DASHED_ON = re.compile(r"[-–—]\s")  # "giai đoạn 2021" / "- 2025"
_SENTENCE_END = lazy(r"[.!?…]['\"”’»)\]]*$")
_CLAUSE_END = lazy(r"[;:]['\"”’»)\]]*$")
_CONNECTING = lazy(r"(?:\b(?:VÀ|CỦA|VỀ|CHO|TRONG|TẠI|VỚI|TỪ|ĐẾN|THEO|CÁC|NHỮNG)|,)$")
_BROKEN_WORD = lazy(r"(\w+)-$")
_FIRST_WORD = re.compile(r"\w+")
_OPENS_LOW = lazy(r"['\"“‘(\[]*[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Line:
    """A cleaned line and the place of its page among the pages (not the printed number)."""

    page: int
    text: str


def without_furniture(lines: list[Line], pages: tuple[RawPage, ...]) -> list[Line]:
    """Return the lines without page numbers, running headers and footers, blank page edges."""
    edges = _edge_positions(lines)
    dropped = _page_numbers(lines, edges, pages) | _running(lines, edges, pages)
    kept = [line for position, line in enumerate(lines) if position not in dropped]
    by_page = groupby(kept, key=lambda line: line.page)
    return [line for _, own in by_page for line in _without_blank_ends(list(own))]


def _without_blank_ends(lines: list[Line]) -> list[Line]:
    """Return the lines of a page from the first to the last with text: a page is no paragraph."""
    filled = [position for position, line in enumerate(lines) if line.text]
    return lines[filled[0] : filled[-1] + 1] if filled else []


def _edge_positions(lines: list[Line]) -> list[int]:
    """Return the positions of the first and last lines with text of every page."""
    by_page: dict[int, list[int]] = defaultdict(list)
    for position, line in enumerate(lines):
        if line.text:
            by_page[line.page].append(position)
    return sorted(
        {edge for own in by_page.values() for edge in own[:EDGE_LINES] + own[-EDGE_LINES:]}
    )


def _page_numbers(lines: list[Line], edges: list[int], pages: tuple[RawPage, ...]) -> set[int]:
    """Return the positions of printed page numbers: they run with the pages."""
    offsets: dict[int, int] = {}
    for position in edges:
        found = _PAGE_NUMBER.fullmatch(lines[position].text)
        number = pages[lines[position].page].number
        if found and number is not None:
            offsets[position] = int(found[1]) - number
    shared = Counter(offsets.values())
    return {edge for edge, offset in offsets.items() if offset == 0 or shared[offset] > 1}


def _without_number(line: Line, pages: tuple[RawPage, ...]) -> str:
    """Return a line in which the number of its page is the same on every page."""
    number = pages[line.page].number
    return line.text if number is None else re.sub(rf"\b{number}\b", "#", line.text)


def _running(lines: list[Line], edges: list[int], pages: tuple[RawPage, ...]) -> set[int]:
    """Return the positions of lines that stand at the edge of most pages.

    Fewer than three words are left alone: a stamp may stand on every page and must stay seen.
    """
    masked = {edge: _without_number(lines[edge], pages) for edge in edges}
    seen = Counter(masked.values())
    enough = max(REPEATED_ON, len(pages) * REPEATED_SHARE)
    repeated = {line for line in seen if seen[line] >= enough and len(line.split()) > STAMP_WORDS}
    return {edge for edge, line in masked.items() if line in repeated}


def glue(line: str, following: str, width: int) -> str:
    """Return what stands between two lines of a printed page: a new line, a blank or nothing."""
    if line.endswith(SOFT_HYPHEN):
        return ""
    if _BROKEN_WORD.search(line) and " " in line and following[0].isalnum():
        return ""
    return "\n" if _starts_anew(line, following, width) else " "


def _starts_anew(line: str, following: str, width: int) -> bool:
    """Tell whether ``following`` begins a paragraph; the first rule that knows decides."""
    if opening := _OPENING.match(following):
        return not _runs_on(line, following, opening)
    if line.startswith("|"):
        return True
    if following[0].isdigit() and _EXPECTS_NUMBER.search(line):
        return False
    if line.isupper() or following.isupper():
        return _capitals_start_anew(line, following, width)
    if _opens_low(following):
        return len(line) < min(NARROW, width * FULL) and bool(_CLAUSE_END.search(line))
    return bool(_SENTENCE_END.search(line)) or len(line) < width * FULL


def _runs_on(line: str, following: str, opening: re.Match[str]) -> bool:
    """Tell whether what looks like an item goes on with the sentence before it."""
    if _SENTENCE_END.search(line) or _CLAUSE_END.search(line):
        return False
    if opening.group().endswith(")") and line.count("(") > line.count(")"):
        return True
    if _DASHED_ON.match(opening.group() + following[opening.end() :]):
        return line[-1].isdigit() and following[opening.end() :].lstrip()[:1].isdigit()
    return opening.group()[0].isalnum() and bool(_EXPECTS_NUMBER.search(line))


def _capitals_start_anew(line: str, following: str, width: int) -> bool:
    """Tell whether two lines, one of them in capitals, are separate; only long ones run on."""
    if not (line.isupper() and following.isupper()):
        return not (_opens_low(following) and len(line) >= width * FULL)
    return not (_CONNECTING.search(line) or len(line) >= width * FULL_CAPITALS)


def _opens_low(line: str) -> bool:
    """Tell whether the first letter of the line, after quotes and brackets, is small."""
    found = _OPENS_LOW.match(line)
    return found is not None and line[found.end() - 1].islower()


def mend_hyphens(lines: list[Line]) -> list[Line]:
    """Return the lines with a soft hyphen where a foreign word is broken: "inter-" / "net".

    Any other hyphen stays, as in "57-" / "NQ/TW" or "kinh tế-" / "xã hội".
    """
    return [
        Line(line.page, line.text[:-1] + SOFT_HYPHEN) if _breaks_word(line, following) else line
        for line, following in zip_longest(lines, lines[1:])
    ]


def _breaks_word(line: Line, following: Line | None) -> bool:
    """Tell whether the line ends within a word: small letters on both sides, not two syllables."""
    left = _BROKEN_WORD.search(line.text)
    right = _FIRST_WORD.match(following.text) if following else None
    if left is None or right is None:
        return False
    halves = (left[1], right.group())
    small = all(half.isalpha() and half.islower() for half in halves)
    return small and not all(map(is_syllable, halves))
