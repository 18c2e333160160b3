"""Lines of a head: what they are printed in, and which can only be of the body."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.text import fold

LONGEST_HEAD_LINE = 160  # a longer line in small letters is a sentence of the body
_OPENINGS = re.compile(  # how bodies and letters begin; folded
    r"\W*(?:can cu|kinh gui|thuc hien|xet |theo de nghi|trien khai|nham |de |dieu 1\b|chuong i\b"
    r"|phan (?:i|thu nhat)\b|i\s?[-.)/]|1\s?[-.)/]\s|1\.1|a\)|-\s+can cu)"
)
# a table or the contents begin; folded
_COLUMNS = re.compile(r"\W*(?:(?:s?\.?\s?tt|so thu tu)\s*\||muc luc\W*$)")
_CAPITAL_SECTION = re.compile(  # "I- MỤC ĐÍCH", "A- TÌNH HÌNH", "CHƯƠNG I", "ĐIỀU 1"
    r"\W*(?:(?:[IVX]+|\d{1,2}|[A-ZĐ])\s?[-–.)]\s?(?=\w)|ĐIỀU 1\b|CHƯƠNG I\b|PHẦN (?:I|THỨ NHẤT)\b)"
)
_RECEIVED = re.compile(r"\W*(?:\w\W+)?(?:(?:cong van|van ban) )?den\W*")  # "CÔNG VĂN ĐẾN"; folded
_RECEIPT_ROW = re.compile(  # "Số: 4512", "Ngày: 04/12/2025", "Chuyển: ……": figures, no signs
    r"\W*(?:so|gio|ngay|chuyen|kinh chuyen|luu (?:ho so|hs)(?: so)?)\b[\W\d]*(?:\w{1,2}\W*)?"
)
RECEIPT_WITHIN, RECEIPT_ROWS = 20, 8  # lines


@dataclass(frozen=True, slots=True)
class Line:
    """A line that has text: its place in the document, and whether a blank line precedes it."""

    start: int
    text: str
    after_blank: bool = False

    @property
    def end(self) -> int:
        """Where the line ends."""
        return self.start + len(self.text)


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """Return the lines between two offsets that have text, trimmed, with their places."""
    found: list[Line] = []
    offset, blank = start, False
    for raw in text[start:end].split("\n"):
        bare = raw.strip()
        if bare:
            found.append(Line(offset + raw.index(bare[0]), bare, blank))
        blank = not bare
        offset += len(raw) + 1
    return found


def without_receipt(lines: list[Line]) -> list[Line]:
    """Return the lines of a head without the stamp of the office that received the paper.

    "CÔNG VĂN ĐẾN, Số: 4512, Ngày: 04/12/2025" is no công văn, and neither number nor date is
    the paper's own. Lines of the head may stand between those of the stamp.
    """
    for at, line in enumerate(lines[:RECEIPT_WITHIN]):
        if is_capitals(line.text) and _RECEIVED.fullmatch(fold(line.text)):
            below = lines[at + 1 : at + 1 + RECEIPT_ROWS]
            rows = [one for one in below if _RECEIPT_ROW.fullmatch(fold(one.text))]
            if rows:
                return [one for one in lines if one is not line and one not in rows]
    return lines


def is_capitals(text: str) -> bool:
    """Tell whether a line is printed in capitals (a few small letters are a scan's errors)."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def opens_body(line: str) -> bool:
    """Tell whether a line can only be of the body: a legal basis, a section, a long sentence."""
    if _COLUMNS.match(fold(line)):
        return True
    if is_capitals(line):
        return bool(_CAPITAL_SECTION.match(line))
    return bool(_OPENINGS.match(fold(line))) or len(line) > LONGEST_HEAD_LINE
