"""The head of a recognised page: figures read as letters are put right where only figures stand.

Recognition reads 57 as S7 and 10 as lO. In three places the grammar of official papers allows
figures only: after "Số", and before and after the words of the date. There look-alikes become
figures again. What recognition itself doubts or passes over, or what is no figure even then
(numbers written by hand), becomes "…": a document without a number is asked about, one with a
wrong number is believed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

HEAD_LINES = 16  # lines with text from the top of the page
UNREAD = "…"
LAST_DAY, LAST_MONTH = 31, 12
FIRST_YEAR, LAST_YEAR = 1930, 2100
# letters and signs that print like a figure
LOOK_ALIKES = {
    **dict.fromkeys("OoQDÔôƠơÒÓòó", "0"),
    **dict.fromkeys("Il|íÍìÌịÏ!", "1"),
    **dict.fromkeys("Zz", "2"),
    **dict.fromkeys("Ss§$", "5"),
    **dict.fromkeys("Gb", "6"),
    **dict.fromkeys("B&", "8"),
    **dict.fromkeys("gq", "9"),
}

_NUMBER = re.compile(
    r"^(?P<before>\W{0,4})(?P<word>[Ss5][ốôổồỗộóòỏõọo6ỐÔỔỒỖỘÓÒO])(?P<colon>\s*[:;.,]?\s*)"
    r"(?P<figures>.{0,12}?)\s*(?P<dash>[/-])\s*"
    r"(?P<signs>(?:(?:19|20)\d\d\s*/\s*)?[A-ZĐƯ][\w&]*(?:\s?[-/–]\s?[A-ZĐƯ][\w&]*){0,4})"
    r"(?P<rest>.*)$"
)  # "Số:S7/KH-SYT Kiên Giang, ngày lO tháng 3 năm 2018"
# "/TB-SYT-": the number before it was no word that recognition knew
_SIGNS_ALONE = re.compile(r"^\W{0,3}/\s?(?P<signs>[A-ZĐ]{2,}(?:-[A-ZĐ]{2,})+)\W{0,3}(?=\t|$)")
# what is read from dust, and from the ends of rules: signs that open or close no column
_DUST = re.compile(r"^[|¦ˆ^~˜`´'‘_—=¬°«»\\]{1,2}\s+(?=\S)|\s+[|¦ˆ^~˜`´‘_—=¬°«»\\]{1,2}\s*$")
_LATE_BLANK = re.compile(
    r"(?<=\w )-(?=[^\W\d_a-z]{2})"
)  # "SỞ Y TẾ -CÔNG ĐOÀN": a dash between names
_DATE = re.compile(
    r"(?P<place>(?:^|\t|\s)[^\W\d_][^\d|/]{1,40}?)\s*[,.]\s*ng[àáâaảãạ]y\s*(?P<day>\S{0,3}(?:\s\S{1,2})?)"
    r"\s*th[áàâaảãạ]ng\s*(?P<month>\S{1,3})\s*n[ăâaắằ]m\s*(?P<year>\S{4})\W*$",
    re.IGNORECASE,
)


def with_plain_head(
    lines: Sequence[str], doubtful: Collection[str] = frozenset()
) -> tuple[str, ...]:
    """Return the lines with the number and the date of the head as their grammar has them.

    ``doubtful`` are words that recognition was not sure of.
    """
    found, left = [], HEAD_LINES
    for line in lines:
        head = left > 0 and bool(line.strip())
        left -= head
        found.append(_plain(line, doubtful) if head else line)
    return tuple(found)


def _plain(line: str, doubtful: Collection[str]) -> str:
    line = "\t".join(_DUST.sub("", column) for column in line.split("\t"))
    line = _LATE_BLANK.sub("- ", line)
    line = _SIGNS_ALONE.sub(rf"Số: {UNREAD}/\g<signs>", line)
    line = _DATE.sub(lambda date: _dated(date, doubtful), line)
    return _NUMBER.sub(lambda number: _numbered(number, doubtful), line)


def _numbered(found: re.Match[str], doubtful: Collection[str]) -> str:
    unsure = any(word in doubtful for word in _words_of(found, "word", "figures"))
    number = None if unsure else figures(found["figures"])
    colon = ":" if ":" in found["colon"] or found["dash"] == "/" else ""
    rest = found["rest"].strip(" \t-–_.")
    gap = "\t" if rest else ""
    return f"Số{colon} {number or UNREAD}{found['dash']}{found['signs']}{gap}{rest}"


def _dated(found: re.Match[str], doubtful: Collection[str]) -> str:
    day = _within(found, "day", LAST_DAY, doubtful)
    month = _within(found, "month", LAST_MONTH, doubtful)
    year = figures(found["year"])
    known = year and FIRST_YEAR <= int(year) <= LAST_YEAR
    return f"{found['place']}, ngày {day} tháng {month} năm {year if known else UNREAD}"


def _within(found: re.Match[str], part: str, most: int, doubtful: Collection[str]) -> str:
    """Return the figures of a day or month, or the sign that they could not be read."""
    unsure = any(word in doubtful for word in _words_of(found, part, part))
    number = None if unsure else figures(found[part])
    return number if number and 1 <= int(number) <= most else UNREAD


def _words_of(found: re.Match[str], first: str, last: str) -> list[str]:
    """Return the words of the line that reach into a stretch of the match."""
    line, start, end = found.string, found.start(first), found.end(last)
    while start and not line[start - 1].isspace():
        start -= 1
    while end < len(line) and not line[end].isspace():
        end += 1
    return line[start:end].split()


def figures(written: str) -> str | None:
    """Return the number that these signs print like, or None where one is no figure."""
    read = "".join(LOOK_ALIKES.get(sign, sign) for sign in written.strip())
    return read if read.isascii() and read.isdigit() else None
