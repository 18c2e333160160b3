"""The heading of a document: number, date, place, motto, marks and the names above them.

Two printed columns come out of PDF and Word glued on one line or in either order, so a heading
is not read by position: every line is cut into cells by what they say, and what is left over is
the name of the issuing body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.bodies import LOWER, UPPER
from ingest.header_lines import LONGEST_HEAD_LINE, Line, is_capitals, opens_body
from ingest.issued import DATE, read_date
from ingest.patterns import lazy
from ingest.symbols import PRINTED, canonical_symbol, parse_number
from ingest.text import fold
from ingest.types import TYPES, printed_issuer, type_named

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

LONGEST_GLUED_LINE = 1500  # a whole heading in one line; anything longer is the body
MOST_HEAD_LINES = 45


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of a heading line and what it is: motto, number, date, mark, subject or name."""

    kind: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Heading:
    """What the heading says. ``type_line`` is the index of the title line, or None.

    ``rest`` is what follows the type on that line; ``stop`` the index of the first line below
    the heading (the title line, where there is one).
    """

    cells: tuple[Cell, ...]
    type: str | None
    type_line: int | None
    rest: str
    stop: int
    annex: bool = False

    @property
    def unnumbered(self) -> bool:
        """Whether the number is left open, so that one in the title is another paper's."""
        return "" in self.texts("number")

    def texts(self, kind: str) -> tuple[str, ...]:
        """Return the texts of all cells of a kind, in order."""
        return tuple(cell.text for cell in self.cells if cell.kind == kind)


_BLANKS = r"[\s.…_]*"
_DATE_LINE = (  # "Hà Nội, ngày 05 tháng 02 năm 2026", "Hà Nội, ngày … tháng … năm 2025"
    rf"(?:[^\W\d][^\n,|:;]{{0,40}}?)?,?\s*ng[àa]y{_BLANKS}\d{{0,2}}{_BLANKS}th[áa]ng{_BLANKS}\d{{0,2}}"
    rf"{_BLANKS}n[ăa]m{_BLANKS}(?:\d{{4}})?"
)
_DATE_FIGURES = rf"^[^\W\d][^\n,|:;]{{1,40}},\s*(?:ngày\s*)?{DATE}$"  # "Hà Nội, ngày 22/12/2024"
# on folded text; the first that is found in a line is cut out of it
_CELLS = (
    ("motto", lazy(r"cong\s+hoa\s+xa\s+hoi\s+chu\s+nghia\s+viet\s*nam")),
    ("motto", lazy(r"doc\s+lap\s*[-–]*\s*tu\s+do\s*[-–]*\s*hanh\s+phuc")),
    ("party", lazy(r"dang cong san viet nam(?! khoa)")),
    (
        "mark",
        lazy(
            r"^\W*(?:hoa toc|thuong khan|khan|du thao(?: lan (?:thu )?\w+)?|thu hoi"
            r"|luu hanh noi bo|tai lieu hoi nghi|tai lieu noi bo)\W*$"
        ),
    ),
    ("rule", lazy(r"[-–—_=*~+]{3,}|^\W{1,12}$")),
)
_NUMBER = lazy(rf"(?:^|(?<=[\s*]))(?:Luật\s+)?S[ốôỐÔO][\s:.]*{PRINTED}", re.IGNORECASE)
_NUMBER_ONLY = lazy(rf"s[ốôỐÔ][\s:.]*{PRINTED}", re.IGNORECASE)
_LONE_NUMBER = lazy(rf"^\W{{0,2}}{PRINTED}$")  # "180-KH/TU" without "Số"
_NO_NUMBER = lazy(r"^\W*(?:Luật\s+)?S[ốô]\s?:?[\s.…_]*(?:[-/]\s*\S*)?$", re.IGNORECASE)
# "V/v triển khai …", "Về việc thực hiện …"
_SUBJECT = lazy(r"^\W*(?:[Vv]\s?/\s?[vV]\b[:.]?|Về việc(?= ))\s*")
_TYPE_SIGN = "|".join(sign for kind in TYPES for sign in kind.signs if len(sign) > 1)
_UNKNOWN_SIGNS = lazy(  # of offices that no table knows, after "Số": "Số: 1935/ĐHCT-KSĐH"
    r"^\W*[Ss]ố[\s:]*(\d{1,5})\s?/\s?"
    rf"(?!(?:{_TYPE_SIGN})[A-ZĐ]{{2,}}\W*$)"  # "2597/QĐTTG": a type's sign whose dash is lost
    r"([A-ZĐ]{2,}(?:-[A-ZĐ]{2,})*)\W*$"
)
_NO_PLACE = lazy(r"(?:từ|kèm|ban hành|thông qua|đến|trước|sau)\b", re.IGNORECASE)
_ANNEX = lazy(r"phu luc(?: (?:so )?[ivx\d]+)?\W*$")  # a paper that is an annex alone
_SENTENCE_TYPE = lazy(r"\s*(?:số\b|của\b|liên tịch\b)", re.IGNORECASE)
_DECORATION = " \t*_|#.:-–"


def read_heading(lines: list[Line]) -> Heading:
    """Return the heading of a document; where there is none, a heading without cells."""
    if lines and _ANNEX.match(fold(lines[0].text)):
        return Heading((), None, 0, "", 0, annex=True)
    titled = _title_line(lines)
    stop = titled[0] if titled else _stop(lines)
    cells = tuple(cell for i in range(stop) for cell in _cells(lines[i].text, i))
    if not titled:
        return Heading(cells, None, None, "", stop)
    at, kind, before, rest = titled
    return Heading((*cells, *_cells(before, at)), kind, at, rest, at)


def _stop(lines: list[Line]) -> int:
    """Return the first line that is no part of a heading without a title line."""
    for i, line in enumerate(lines[:MOST_HEAD_LINES]):
        long = len(line.text) > LONGEST_GLUED_LINE
        if long or (opens_body(line.text) and not _SUBJECT.match(line.text)):
            return i
    return min(len(lines), MOST_HEAD_LINES)


def _title_line(lines: list[Line]) -> tuple[int, str, str, str] | None:
    """Return (line, type, what stands before it, what follows it) of the title line.

    A line below the number is believed first: "CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA …" above it is
    part of a committee's name.
    """
    found = []
    numbered: int | None = None
    for i, line in enumerate(lines[:MOST_HEAD_LINES]):
        if len(line.text) > LONGEST_GLUED_LINE:
            break
        if numbered is None and _number_of(line.text):
            numbered = i
        hit = _type_in(line.text)
        if hit:
            found.append((i, *hit))
        elif (opens_body(line.text) and found) or fold(line.text).startswith("kinh gui"):
            break
    if found and _opens_title(lines, found[0]):
        return found[0]
    below = [hit for hit in found if numbered is not None and hit[0] >= numbered]
    return next(iter(below or found), None)


def _opens_title(lines: list[Line], hit: tuple[int, str, str, str]) -> bool:
    """Tell a type alone on its line whose title goes on below: "CỦA CHÍNH PHỦ SỐ 94/1998 …"."""
    at, _, _, rest = hit
    following = fold(lines[at + 1].text) if at + 1 < len(lines) else ""
    return not rest and bool(re.match(r"(?:cua|lien tich) .*|so \d", following))


def _type_in(line: str) -> tuple[str, str, str] | None:
    """Return (type, before, after) where a line is, or ends in, a title line."""
    bare = line.strip(_DECORATION).removeprefix("BẢN ")
    named = type_named(bare)
    if named:
        words, rest = bare[: named[1]], bare[named[1] :].strip(_DECORATION)
        if named[0] == "Luật" and _NUMBER_ONLY.fullmatch(rest):  # "Luật số: 33/2024/QH15"
            return None
        if words.isupper() or not rest:
            return named[0], "", rest
        if _SENTENCE_TYPE.match(rest) and not opens_body(words):
            return (named[0], "", rest) if _heads_a_title(rest) else None
        return None
    return _type_after_cell(line)


def _heads_a_title(rest: str) -> bool:
    """Tell "Kết luận số 69-KL/TW ngày …", a title, from a sentence about a document."""
    folded = fold(rest)
    return bool(re.match(r"(?:so|cua|lien tich)\b", folded)) and not folded.endswith((".", ";"))


def _type_after_cell(line: str) -> tuple[str, str, str] | None:
    """Find a type in capitals glued behind a date, a number or a motto."""
    for found in re.finditer(rf"(?<=[\d\s*])(?=[{UPPER}]{{2}})", line):
        tail = line[found.end() :]
        named = type_named(tail)
        before = line[: found.start()]
        if named and tail[: named[1]].isupper() and re.search(r"\d{4}\W*$|phuc\W*$", fold(before)):
            return named[0], before, tail[named[1] :].strip(_DECORATION)
    return None


def _number_of(line: str) -> re.Match[str] | None:
    """Return the document's own number in a heading line; not one that a title speaks of."""
    lone = _LONE_NUMBER.match(line)
    found = lone if lone and re.search(r"[-/]", lone["signs"]) else _NUMBER.search(line)
    if not found or found.start("number") > LONGEST_HEAD_LINE:
        return None
    before = line[: found.start()].strip(_DECORATION)
    named_before = re.search(
        r"(?:nghi|quyet|dinh|luan|hoach|tri|dan|bao|thi|che|luat)$", fold(before)
    )
    return None if named_before and not before.isupper() else found


def _cells(line: str, index: int) -> Iterator[Cell]:
    """Cut a line into cells, in the order in which they are recognised."""
    left = line
    number = _number_of(line)
    if number:
        yield Cell("number", number.group(), index)
        left = left[: number.start()] + "\t" + left[number.end() :]
    elif _NO_NUMBER.match(line):
        yield Cell("number", "", index)
        return
    for part in left.split("\t"):
        yield from _date_cells(part, index)


def _date_cells(part: str, index: int) -> Iterator[Cell]:
    subject = _SUBJECT.match(part)
    found = re.search(_DATE_FIGURES, part) or re.search(_DATE_LINE, part)
    if subject and not found:
        yield Cell("subject", part[subject.end() :], index)
    elif found:
        yield from _name_cells(part[: found.start()], index)
        yield Cell("date", found.group().strip(_DECORATION), index)
        yield from _name_cells(part[found.end() :], index)
    else:
        yield from _name_cells(part, index)


def _name_cells(part: str, index: int) -> Iterator[Cell]:
    for kind, pattern in _CELLS:
        found = pattern.search(fold(part))
        if found:
            yield from _name_cells(part[: found.start()], index)
            yield Cell(kind, part[found.start() : found.end()].strip(), index)
            yield from _name_cells(part[found.end() :], index)
            return
    bare = re.sub(r"[*_|#]", "", part).strip(_DECORATION)
    if bare:
        yield Cell("name", bare, index)


def heading_subject(heading: Heading) -> str:
    """Return what follows "V/v", with the lines that go on in small letters."""
    words: list[str] = []
    last = -2
    for cell in heading.cells:
        goes_on = cell.kind == "name" and cell.line == last + 1 and cell.text[0].islower()
        if (cell.kind == "subject" and not words) or goes_on:
            words.append(cell.text)
            last = cell.line
    return " ".join(words)


def heading_symbol(heading: Heading) -> str | None:
    """Return the number in canonical writing, or None where it is missing or left blank."""
    for written in heading.texts("number"):
        found = re.search(PRINTED, written)
        for end in _sign_ends(written, found) if found else ():
            symbol = canonical_symbol(written[found.start() if found else 0 : end])
            if symbol and _is_whole(symbol):
                return symbol
    dated = heading.texts("date")  # a table has none
    unknown = (_UNKNOWN_SIGNS.search(written) for written in heading.texts("number") if dated)
    return next((f"{found[1]}/{found[2]}" for found in unknown if found), None)


def _is_whole(symbol: str) -> bool:
    """Tell a document's number from "3-TT" in a table: it names its issuer, and says how."""
    number = parse_number(symbol)
    if number is None or number.issuer_sign is None:
        return False
    issuer = number.issuer_sign
    return bool(number.type_sign or number.year or "-" in issuer or printed_issuer(issuer))


def _sign_ends(written: str, found: re.Match[str]) -> Iterator[int]:
    yield len(written)
    for cut in reversed(list(re.finditer(r"\s?[-/–]\s?", found["signs"]))):
        yield found.start("signs") + cut.start()


def heading_date(heading: Heading) -> tuple[date | None, str | None]:
    """Return the date of issue and the place before it."""
    for written in heading.texts("date"):
        at = fold(written).find("ngay")
        place = written[: at if at >= 0 else written.rfind(",")].strip(" ,*.")
        return read_date(written), _place(place)
    return None, None


def _place(written: str) -> str | None:
    """Return the place without the office glued before it: the last words with capitals."""
    if re.search(r"[\d/:]|\w-\w*[A-Z]{2}", written) or _NO_PLACE.match(written):
        return None
    if len(written.split()) <= 6 and not is_capitals(written[:-1]):  # noqa: PLR2004 — longest name
        return written or None
    found = re.search(rf"((?:[{UPPER}]+[{LOWER}.]+[ -]?){{1,5}})$", written)
    return found.group(1).strip() if found else (written or None)
