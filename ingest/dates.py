"""Time expressions become periods with a first and a last day.

Matching runs on folded text, so that a question typed without diacritics is read by the same
rules as a document. Points in time are found first; words in front of a point ("trước", "đến
hết"), a second point ("từ … đến …") or a cycle ("hằng năm") then make the period.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ingest.model import Period, Span
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Days: TypeAlias = tuple[date | None, date | None]
_MONTHS = 12

# Patterns begin with a literal or a digit, which lets the matcher skip quickly; what may stand in
# front ("ngày", "giai đoạn", "trong thời hạn") is the rule's lead.
Y = r"((?:19|20)\d{2})(?!\d)"
_OF = r"(?: ?/ ?| ?- ?|,? nam |/nam )"  # between a month or quarter and its year
_M = r"(1[0-2]|0?[1-9])"
_D = r"(3[01]|[12]\d|0?[1-9])"
_Q = r"(iv|i{1,3}|[1-4])"
_UNIT = r"(?:ngay lam viec|ngay|gio lam viec|gio|thang|tuan|nam|quy)"
_REST = r"[^,.;:()|\n]{1,80}"
_COUNT = r"\d\d?\d?(?: ?\([^)\n]{1,25}\))?"

DATE = rf"\d\d? ?([/.\-]) ?{_M} ?\1 ?{Y}(?!/)"  # "10/5/2025"
DATE_IN_WORDS = rf"\d\d? thang {_M},?(?: nam |/| ){Y}"  # "05 tháng 02 năm 2026"
DAY_AND_MONTH = rf"ngay {_D}(?: ?/ ?| thang ){_M}(?![\d/])"  # "ngày 15/12"
DAY_ALONE = r"ngay (?:mong |mung )?(\d{1,2})(?= (?:cua )?(?:hang|moi|thang|quy))"  # "ngày 25"
QUARTERS = (  # "quý I năm 2025", "quý IV/2025", "quý III, IV năm 2025"
    rf"quy {_Q}\b(?:(?:, ?| ?- ?| va | den )(?:quy )?{_Q}\b)?(?:{_OF}{Y})?"
)
PART_OF_YEAR = rf"\d\d? thang (dau|cuoi) nam(?: {Y})?"  # "6 tháng đầu năm 2025"
MONTHS = rf"thang {_M}(?:, ?| ?- ?| va )(?:thang )?{_M}{_OF}{Y}"  # "tháng 11, 12/2025"
MONTH = rf"thang {_M}{_OF}{Y}(?!/)"  # "tháng 3/2025", "tháng 3 năm 2025"
MONTH_ALONE = rf"thang {_M}\b(?! ?/? ?\d)"  # "tháng 12"
BARE_MONTH = rf"\d\d? ?/ ?{Y}(?![/\-])"  # "6/2025"
SCHOOL_YEAR = rf"nam hoc {Y} ?[-–] ?{Y}"  # "năm học 2025 - 2026"
YEARS = rf"(?:19|20)\d\d ?(?:[-–]|den) ?(?:het )?(?:nam )?{Y}(?!/)"  # "2021 - 2025"
_YEARS_LEAD = re.compile(r"(?:(?:giai doan|nhiem ky|cac nam|nam|\d{1,2} nam) )+$")
YEAR = rf"nam {Y}"  # "năm 2030"
START_OF_YEAR = rf"dau nam {Y}"
END_OF_YEAR = rf"cuoi nam {Y}"
THIS_YEAR = r"nam nay\b"
REGULARLY = (  # "định kỳ 6 tháng", "định kỳ hằng năm", "định kỳ"
    r"dinh ky(?: (?:(?:hang|moi|\d{1,2}) )*(?:thang|nam|quy|tuan|ngay)\b"
    r"(?:(?:/| mot | 01 | 1 |/1 |/01 )lan\b)?)?"
)
EVERY = r"hang (?:nam|quy|thang|tuan|ngay)\b"  # "hằng năm", "hàng quý"
EACH = r"moi (?:nam|quy|thang|tuan|ngay|6 thang)\b"  # "mỗi quý"
ONCE_IN = (
    r"\d\d? (?:thang|nam|quy|tuan|ngay)(?:/| mot | 01 | 1 |/1 |/01 )lan\b"  # "6 tháng một lần"
)
TIMES = r"\d\d? lan(?:/| mot | moi | trong )(?:ngay|tuan|thang|quy|nam)\b"  # "02 lần/ngày"
IN_QUARTER = (  # "ngày 15 của tháng cuối quý"
    r"ngay \d{1,2} (?:cua )?thang (?:cuoi|dau)(?: cung| tien)?(?: cua)?(?: moi| hang)? quy"
)
TERM = (  # "30 ngày kể từ ngày nhận được hồ sơ"
    rf"{_COUNT} {_UNIT},? (?:ke tu|tinh tu|tu|sau) (?:(?:ngay|khi|thoi diem|luc)\b){_REST}"
)
LIMIT = (  # "05 ngày làm việc"
    rf"{_COUNT} (?:ngay lam viec|ngay|gio lam viec|gio|thang|tuan)\b(?! (?:dau|cuoi))"
)
_LIMIT_WORDS = r"(?:thoi han|cham nhat|khong qua|toi da|qua|trong|thoi gian|vong|la|sau)"
_TERM_LEAD = re.compile(rf"\b(?:{_LIMIT_WORDS} )+$")
_LIMIT_LEAD = re.compile(rf"\b(?:trong|thoi han|cham nhat|khong qua)(?: {_LIMIT_WORDS})* $")
SINCE_EVENT = rf"(?:ke|tinh) tu (?:ngay|khi|thoi diem) (?!\d){_REST}"  # "kể từ ngày ký"
AFTER_EVENT = rf"sau khi {_REST}"  # "sau khi kết thúc hội nghị"

_SPELT = {"nam": "năm", "quy": "quý", "thang": "tháng", "ngay": "ngày"}
_SPELT_WORD = re.compile(r"\b(?:nam|quy|thang|ngay)\b")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_COUNTED = re.compile(
    rf"(\d{{1,3}}) (ngay|thang),? (?:ke |tinh )?tu ngay (?:ky|ban hanh|{_D}/{_M}/{Y})(?!\w)"
)


@dataclass(frozen=True, slots=True)
class _Point:
    start: int
    end: int
    first: date | None
    last: date | None
    kind: str
    parts: tuple[int, int] | None = None  # day and month of a date that lacks its year
    recurring: tuple[int, int] | None = None


def _month(year: int, month: int, last_month: int | None = None) -> Days:
    end = last_month or month
    return date(year, month, 1), date(year, end, monthrange(year, end)[1])


def _year(first: int, last: int | None = None) -> Days:
    return date(first, 1, 1), date(last or first, 12, 31)


def _day(day: int, month: int, year: int) -> Days | None:
    if day > monthrange(year, month)[1]:
        return None
    return date(year, month, day), date(year, month, day)


def _full_day(m: re.Match[str], _: date | None) -> Days | None:
    return _day(int(m[0][:2].rstrip(" /.-")), int(m[m.re.groups - 1]), int(m[m.re.groups]))


def _resolve(day: int, month: int, issued: date | None) -> Days:
    """Give a date without a year the year of issue, if it then lies ahead; else leave it open."""
    if issued is None:
        return None, None
    days = _day(day, month, issued.year) if day else _month(issued.year, month)
    return days if days and days[1] and days[1] >= issued else (None, None)


def _quarters(m: re.Match[str], issued: date | None) -> Days | None:
    numbers = [_ROMAN.get(q) or int(q) for q in (m[1], m[2]) if q]
    year = int(m[3]) if m[3] else issued.year if issued else None
    if year is None:
        return None, None
    days = _month(year, numbers[0] * 3 - 2, numbers[-1] * 3)
    ahead = m[3] or (issued and days[1] and days[1] >= issued)
    return days if ahead and numbers == sorted(numbers) else (None, None)


def _part_of_year(m: re.Match[str], issued: date | None) -> Days | None:
    count, year = int(m[0][:2]), int(m[2]) if m[2] else issued.year if issued else None
    if year is None or not 1 <= count <= _MONTHS:
        return None, None
    return _month(year, 1, count) if m[1] == "dau" else _month(year, 13 - count, 12)


def _months(m: re.Match[str], _: date | None) -> Days | None:
    return _month(int(m[3]), int(m[1]), int(m[2])) if int(m[1]) < int(m[2]) else None


def _bare_month(m: re.Match[str], _: date | None) -> Days | None:
    month = int(m[0][:2].rstrip(" /"))
    return _month(int(m[1]), month) if 1 <= month <= _MONTHS else None


def _years(m: re.Match[str], _: date | None) -> Days | None:
    return _year(int(m[0][:4]), int(m[1])) if int(m[0][:4]) < int(m[1]) else None


def _term(m: re.Match[str], issued: date | None) -> Days | None:
    """Count from the day of issue where the phrase counts from signing; else stay open."""
    counted = _COUNTED.search(m[0])
    if counted is None:
        return None, None
    start = date(int(counted[5]), int(counted[4]), int(counted[3])) if counted[3] else issued
    return (start, _later(start, int(counted[1]), counted[2])) if start else (None, None)


def _later(start: date, count: int, unit: str) -> date:
    if unit == "ngay":
        return start + timedelta(days=count)
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _since_event(m: re.Match[str], issued: date | None) -> Days | None:
    signed = re.search(r"ngay (?:ky|ban hanh)\b", m[0])
    return (issued, None) if signed else (None, None)


def _open(_m: re.Match[str], _: date | None) -> Days | None:
    return None, None


class _Rule(NamedTuple):
    kind: str
    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], date | None], Days | None]
    lead: re.Pattern[str] | None = None
    needs_lead: bool = False


_DAY_LEAD = re.compile(r"ngay $")
_RULES = (  # tried in this order; a later rule takes nothing that an earlier one has
    _Rule("term", re.compile(TERM), _term, _TERM_LEAD),
    _Rule("month", re.compile(MONTHS), _months),
    _Rule("day", re.compile(DATE), _full_day, _DAY_LEAD),
    _Rule("day", re.compile(DATE_IN_WORDS), _full_day, _DAY_LEAD),
    _Rule("day", re.compile(DAY_AND_MONTH), lambda m, at: _resolve(int(m[1]), int(m[2]), at)),
    _Rule("cyclic day", re.compile(IN_QUARTER), _open),
    _Rule("cyclic day", re.compile(DAY_ALONE), _open),
    _Rule("part", re.compile(PART_OF_YEAR), _part_of_year),
    _Rule("cycle", re.compile(REGULARLY), _open),
    _Rule("cycle", re.compile(EVERY), _open),
    _Rule("cycle", re.compile(EACH), _open),
    _Rule("cycle", re.compile(ONCE_IN), _open),
    _Rule("cycle", re.compile(TIMES), _open),
    _Rule("term", re.compile(LIMIT), _open, _LIMIT_LEAD, needs_lead=True),
    _Rule("quarter", re.compile(QUARTERS), _quarters),
    _Rule("month", re.compile(MONTH), lambda m, _: _month(int(m[2]), int(m[1]))),
    _Rule("month", re.compile(BARE_MONTH), _bare_month),
    _Rule("school year", re.compile(SCHOOL_YEAR), _open),
    _Rule("years", re.compile(YEARS), _years, _YEARS_LEAD),
    _Rule("year", re.compile(START_OF_YEAR), lambda m, _: (date(int(m[1]), 1, 1), None)),
    _Rule("year", re.compile(END_OF_YEAR), lambda m, _: (None, date(int(m[1]), 12, 31))),
    _Rule("year", re.compile(YEAR), lambda m, _: _year(int(m[1]))),
    _Rule("year", re.compile(THIS_YEAR), lambda _m, at: _year(at.year) if at else None),
    _Rule("month", re.compile(MONTH_ALONE), lambda m, at: _resolve(0, int(m[1]), at)),
    _Rule("event", re.compile(SINCE_EVENT), _since_event),
    _Rule("event", re.compile(AFTER_EVENT), _open),
)


def _before(p: _Point) -> Days:
    return None, p.first - timedelta(days=1) if p.first else None


def _after(p: _Point) -> Days:
    return (p.last + timedelta(days=1) if p.last else None), None


_HOUR = r"(?:thoi diem )?(?:\d{1,2} ?(?:gio|h) ?(?:\d{2})?(?: phut)?,? )"  # "17 giờ 00 "
_LATEST = r"(?:cham nhat|muon nhat|khong cham hon|khong muon hon)"
_PREFIXES: tuple[tuple[re.Pattern[str], Callable[[_Point], Days]], ...] = (
    (re.compile(rf"\btruoc {_HOUR}$"), lambda p: (None, p.last)),
    (re.compile(rf"\b(?:{_LATEST} (?:la )?)?truoc (?:thoi diem )?$"), _before),
    (re.compile(r"\bden truoc (?:thoi diem )?$"), _before),
    (
        re.compile(rf"\b{_LATEST}(?: la)?(?: den| vao| trong)?(?: het)? (?:{_HOUR})?$"),
        lambda p: (None, p.last),
    ),
    (re.compile(r"\btu nay(?: cho)? den (?:het )?$"), lambda p: (None, p.last)),
    (re.compile(r"\btam nhin (?:den |toi )?$"), lambda p: (None, p.last)),
    (re.compile(rf"\b(?:cho )?(?:den|toi)(?: het| cuoi)? (?:{_HOUR})?$"), lambda p: (None, p.last)),
    (re.compile(r"\bhet $"), lambda p: (None, p.last)),
    (re.compile(r"\b(?:ke |tinh |bat dau )?tu (?:sau )?$"), lambda p: (p.first, None)),
    (re.compile(r"\bsau $"), _after),
    (re.compile(r"\b(?:ngay )?(?:trong|vao)(?: dip)? $"), lambda p: (p.first, p.last)),
)
_NUMBER_BEFORE = re.compile(r"(?:[\d/.,]|\d-|\bso:? )$")  # "số 12/2025" is a document's number
_REACH = 45  # code points in front of a point that a prefix can take
_TO = re.compile(r",? ?(?:-|–|(?:cho )?den(?: het| truoc)?|toi) ?$")
_AND_ON = re.compile(r" (?:va|den) (?:nhung|cac) nam (?:tiep theo|sau)(?: do)?")
_AND = re.compile(r"(?:, ?| va | hoac |, va )$")
_JOIN = re.compile(r"(?: ?,? ?\(? ?| cua )$")


def _spelt_as_time(text: str, folded: str, start: int, end: int) -> bool:
    """Tell năm from Nam, quý from quỹ: a written diacritic must be that of the time word."""
    for word in _SPELT_WORD.finditer(folded, start, end):
        written = text[word.start() : word.end()]
        if written.lower() not in {word[0], _SPELT[word[0]]} or written in {"Nam", "NAM"}:
            return False
    return True


def _begin(folded: str, m: re.Match[str], rule: _Rule) -> int | None:
    """Return where the match with its lead begins, or None where it is part of something else."""
    start = m.start()
    if folded[start].isdigit() and _NUMBER_BEFORE.search(folded, max(0, start - 5), start):
        return None
    lead = rule.lead.search(folded, max(0, start - _REACH), start) if rule.lead else None
    if lead:
        start = lead.start()
    cut = (lead is None and rule.needs_lead) or folded[max(0, start - 1) : start].isalnum()
    return None if cut else start


def _points(text: str, folded: str, issued: date | None) -> list[_Point]:
    taken = bytearray(len(text))
    found: list[_Point] = []
    for rule in _RULES:
        for m in rule.pattern.finditer(folded):
            start, end = _begin(folded, m, rule), m.start() + len(m[0].rstrip())
            if start is None or any(taken[start:end]):
                continue
            days = rule.resolve(m, issued)
            if days is None or not _spelt_as_time(text, folded, start, end):
                continue
            taken[start:end] = b"\1" * (end - start)
            cycle = (start, end) if rule.kind in {"cycle", "cyclic day"} else None
            found.append(_Point(start, end, *days, rule.kind, _parts(m), cycle))
    return sorted(found, key=lambda p: p.start)


def _parts(m: re.Match[str]) -> tuple[int, int] | None:
    if m.re.pattern == DAY_AND_MONTH:
        return int(m[1]), int(m[2])
    return (0, int(m[1])) if m.re.pattern == MONTH_ALONE else None


def _prefixed(p: _Point, folded: str) -> _Point:
    if p.kind in {"term", "event", "cycle"}:
        return p
    window = folded[max(0, p.start - _REACH) : p.start]
    for pattern, apply in _PREFIXES:
        if m := pattern.search(window):
            whole = p.kind == "years" and m[0].endswith("tu ")  # "từ năm 2021 đến năm 2030"
            first, last = (p.first, p.last) if whole else apply(p)
            return replace(p, start=p.start - len(window) + m.start(), first=first, last=last)
    return p


def _ranged(a: _Point, b: _Point, folded: str) -> _Point | None:
    """Join "từ ngày … đến ngày …" and "tháng 11 - 12/2025" into one point."""
    calendar = {"day", "month", "quarter", "year"}
    if a.kind not in calendar or b.kind not in calendar or not _TO.match(folded, a.end, b.start):
        return None
    first = a.first
    if a.parts and b.last:
        days = _day(*a.parts, b.last.year) if a.parts[0] else _month(b.last.year, a.parts[1])
        first = days[0] if days else None
    last = b.last
    if folded[a.end : b.start].rstrip().endswith("truoc"):
        last = _before(b)[1]
    if first is None or (last is not None and first > last):
        return None
    since = re.search(r"\b(?:ke |tinh |bat dau )?tu $", folded[max(0, a.start - 12) : a.start])
    return _Point(a.start - len(since[0]) if since else a.start, b.end, first, last, "range")


def _recurred(a: _Point, b: _Point, folded: str) -> _Point | None:
    """Join a cycle with the date beside it: "hằng năm (trước ngày 15/12)"."""
    gap, both = folded[a.end : b.start], bool(a.recurring and b.recurring)
    dated = b.parts or b.kind == "cyclic day" or a.parts or a.kind == "cyclic day"
    if both and a.kind == b.kind == "cycle":
        bare = a.recurring == (a.start, a.end) and _AND.match(gap)
        return replace(a, end=b.end, recurring=(a.start, b.end)) if bare else None
    if not (a.recurring or b.recurring) or not dated or not _JOIN.match(gap):
        return None
    closes = "(" in gap and folded[b.end : b.end + 1] == ")"
    cycle = a if a.kind == "cycle" else b
    spans = (cycle.start, cycle.end) if cycle.kind == "cycle" else None
    return _Point(a.start, b.end + closes, None, None, "cycle", None, spans or a.recurring)


def _joined(points: list[_Point], folded: str) -> Iterator[_Point]:
    waiting = list(reversed(points))
    while waiting:
        point = waiting.pop()
        while waiting:
            follower = waiting[-1]
            merged = _ranged(point, follower, folded)
            lead = _prefixed(point, folded)
            merged = merged or _recurred(lead, _prefixed(follower, folded), folded)
            if merged is None:
                break
            point = merged
            waiting.pop()
        yield point if point.kind in {"range", "cycle"} else _prefixed(point, folded)


def find_periods(text: str, issued: date | None = None) -> tuple[tuple[Span, Period], ...]:
    """Return every time expression of ``text`` in order, with its span and period.

    ``issued`` gives dates without a year theirs, where that is certain; spans do not overlap.
    """
    folded = fold(text)
    found = []
    for p in _joined(_points(text, folded, issued), folded):
        end, last = p.end, p.last
        if p.kind in {"year", "years"} and (m := _AND_ON.match(folded, end)):
            end, last = m.end(), None
        cycle = text[p.recurring[0] : p.recurring[1]] if p.recurring else None
        span = Span(p.start, end)
        found.append((span, Period(p.first, last, span.of(text), cycle)))
    return tuple(found)


_CELL_YEAR = re.compile(rf"\s*{Y}")
_STANDING = re.compile(r"thuong xuyen|khi co yeu cau|theo quy dinh|lien tuc")


def period_of_cell(text: str, issued: date | None = None) -> tuple[Span, Period] | None:
    """Return the period of a table cell or of the words after "Thời gian:", or None.

    Here a bare "2025" is a year, and "Thường xuyên" a standing duty.
    """
    if found := find_periods(text, issued):
        return found[0]
    if m := _CELL_YEAR.match(text):
        first, last = _year(int(m[1]))
        on = _AND_ON.match(fold(text), m.end())
        span = Span(m.start(1), on.end() if on else m.end())
        return span, Period(first, None if on else last, span.of(text))
    if _STANDING.search(fold(text)):
        stripped = text.strip()
        start = text.index(stripped)
        return Span(start, start + len(stripped)), Period(None, None, stripped, stripped)
    return None
