"""The head of a recognised page: figures read as letters are put right where only figures stand.

Recognition reads 57 as S7 and 10 as lO. In three places the grammar of official papers allows
figures only: after "Số", and before and after the words of the date. There look-alikes become
figures again. What recognition itself doubts or passes over, or what is no figure even then
(numbers written by hand), becomes "…": a document without a number is asked about, one with a
wrong number is believed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.bodies import LOWER, UPPER
from ingest.header_lines import is_capitals
from ingest.types import TYPES, type_named

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

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

# "KH", "TTg", "P3"; not the place that follows: "CT-UBND - Đắk Lắk"
_SIGN = r"[A-ZĐƯ](?:[A-ZĐƯ\d&][\w&]*)?(?!\w)"
_NUMBER = re.compile(
    r"^(?P<before>\W{0,4})(?P<word>[Ss5][ốôổồỗộóòỏõọo6ỐÔỔỒỖỘÓÒO])(?P<colon>\s*[:;.,]?\s*)"
    r"(?P<figures>.{0,12}?)\s*(?P<dash>[/-])\s*"
    rf"(?P<signs>(?:(?:19|20)\d\d\s*/\s*)?{_SIGN}(?: ?[-/–] ?{_SIGN}){{0,4}})"
    r"(?P<rest>.*)$"
)  # "Số:S7/KH-SYT Kiên Giang, ngày lO tháng 3 năm 2018"
# "/TB-SYT-": the number before it was no word that recognition knew
_SIGNS_ALONE = re.compile(r"^\W{0,3}/\s?(?P<signs>[A-ZĐ]{2,}(?:-[A-ZĐ]{2,})+)\W{0,3}(?=\t|$)")
# what is read from dust, and from the ends of rules: signs that open or close no column
_DUST = re.compile(r"^[|¦ˆ^~˜`´'‘_—=¬°«»\\]{1,2}\s+(?=\S)|\s+[|¦ˆ^~˜`´‘_—=¬°«»\\]{1,2}\s*$")
_DUST_ALONE = re.compile(r"[|¦ˆ^~˜`´'‘_=¬°«»\\. ]{1,3}")
_STOP = re.compile(r"(?<=\w{3})\s?[._]$")  # at the end of a line of a title in capitals
_LATE_BLANK = re.compile(
    r"(?<=\w )-(?=[^\W\d_a-z]{2})"
)  # "SỞ Y TẾ -CÔNG ĐOÀN": a dash between names
_TYPE_SIGNS = sorted((s for kind in TYPES for s in kind.signs if len(s) > 1), key=len, reverse=True)
_WORDS = re.compile(r"[^\W\d_]+")
_DATE = re.compile(
    r"(?:(?P<place>(?:^|\t|\s)[^\W\d_][^\d|/]{1,40}?)\s*[,.]"
    rf"|(?P<bare>(?:^|\t|\s)(?-i:(?:[{UPPER}][{LOWER}]+\s){{1,4}})))"  # its comma is lost
    r"\s*ng[àáâaảãạ]y\s*(?P<day>\S{0,3}(?:\s\S{1,2})?)"
    r"\s*th[áàâaảãạ]ng\s*(?P<month>\S{1,3})\s*n[ăâaắằ]m\s*(?P<year>\S{4})\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Trust:
    """What is believed: words are not ``doubtful``, or a second reading has their figures too."""

    doubtful: Collection[str] = frozenset()
    again: Collection[tuple[str, str]] = frozenset()

    def figures(self, found: re.Match[str], first: str, last: str) -> str | None:
        """Return the number in the part ``last`` of a match, or None where it is not believed.

        ``first`` is where the words begin that recognition must be sure of. Read twice, it must
        be in plain figures both times: what is written by hand never is.
        """
        if not any(word in self.doubtful for word in _words_of(found, first, last)):
            return figures(found[last])
        return found[last] if (last, found[last]) in self.again else None


def with_plain_head(
    lines: Sequence[str], doubtful: Collection[str] = frozenset(), again: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return the lines with the number and the date of the head as their grammar has them.

    ``doubtful`` are words that recognition was not sure of; ``again`` the lines of the same head
    read a second time.
    """
    trust = Trust(doubtful, frozenset(_plain_figures(again)))
    found, left = [], HEAD_LINES
    for line, following in zip(lines, (*lines, "")[1:], strict=True):
        head = left > 0 and bool(line.strip())
        left -= head
        goes_on = head and is_capitals(line) and is_capitals(following)
        read = _STOP.sub("", line) if goes_on else line
        found.append(_plain(read, trust) if head else line)
    return tuple(found)


def has_gaps(lines: Sequence[str]) -> bool:
    """Tell whether something of a head could not be read."""
    return any(UNREAD in line for line in lines[: 2 * HEAD_LINES])


def guesses(lines: Sequence[str], again: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return the figures that either reading of a head has, believed or not, with their part."""
    seen = (*lines[: 2 * HEAD_LINES], *again)
    return tuple(dict.fromkeys(_plain_figures(seen)))


def _plain_figures(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the figures of the number, the day and the month, where they are plain figures."""
    for line in lines:
        for pattern, parts in ((_NUMBER, ("figures",)), (_DATE, ("day", "month"))):
            found = pattern.search(line)
            written = ((part, found[part]) for part in parts) if found else ()
            yield from ((part, w) for part, w in written if w.isascii() and w.isdigit())


def _plain(line: str, trust: Trust) -> str:
    columns = (_DUST.sub("", column) for column in line.split("\t"))
    line = "\t".join(column for column in columns if not _DUST_ALONE.fullmatch(column))
    line = _LATE_BLANK.sub("- ", line)
    line = _SIGNS_ALONE.sub(rf"Số: {UNREAD}/\g<signs>", line)
    line = _title_line(line)
    line = _DATE.sub(lambda date: _dated(date, trust), line)
    return _NUMBER.sub(lambda number: _numbered(number, trust), line)


def _title_line(line: str) -> str:
    """Return a line that is the name of a type in capitals as that is written: "THÔNG. BẢO"."""
    bare = " ".join(_WORDS.findall(line))
    named = type_named(bare) if bare.isupper() else None
    return named[0].upper() if named and named[1] == len(bare) else line


def _numbered(found: re.Match[str], trust: Trust) -> str:
    number = trust.figures(found, "word", "figures")
    sign = "" if number else _glued_sign(found["figures"], found["dash"])
    colon = ":" if ":" in found["colon"] or found["dash"] == "/" else ""
    rest = found["rest"].strip(" \t-–_.")
    gap = "\t" if rest else ""
    return f"Số{colon} {number or UNREAD}{sign}{found['dash']}{found['signs']}{gap}{rest}"


def _glued_sign(scrawl: str, dash: str) -> str:
    """Return the type's sign that a scrawl ends in, its dash read as a part of it: "3/%QĐ-SYT"."""
    sign = next((sign for sign in _TYPE_SIGNS if scrawl.endswith(sign)), "")
    return sign and ("/" if dash == "-" else "-") + sign


def _dated(found: re.Match[str], trust: Trust) -> str:
    day = _within(found, "day", LAST_DAY, trust)
    month = _within(found, "month", LAST_MONTH, trust)
    year = figures(found["year"])
    known = year and FIRST_YEAR <= int(year) <= LAST_YEAR
    place = f"{found['place']}," if found["place"] else found["bare"].rstrip()
    return f"{place} ngày {day} tháng {month} năm {year if known else UNREAD}"


def _within(found: re.Match[str], part: str, most: int, trust: Trust) -> str:
    """Return the figures of a day or month, or the sign that they could not be read."""
    number = trust.figures(found, part, part)
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
