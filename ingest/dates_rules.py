"""Points in time as they are written, from "ngày 05 tháng 02 năm 2026" to "6 tháng một lần".

Each rule is a pattern on folded text and the days it stands for. Patterns begin with a literal
or a digit, which lets the matcher skip quickly; what may stand in front ("ngày", "giai đoạn",
"trong thời hạn") is the rule's lead.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

Days: TypeAlias = tuple[date | None, date | None]
_MONTHS = 12

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
    rf"qu[yi] {_Q}\b(?:(?:, ?| ?- ?| va | den )(?:quy )?{_Q}\b)?(?:{_OF}{Y})?"
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

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_COUNTED = re.compile(
    rf"(\d{{1,3}}) (ngay|thang),? (?:ke |tinh )?tu ngay (?:ky|ban hanh|{_D}/{_M}/{Y})(?!\w)"
)


def month_of(year: int, month: int, last_month: int | None = None) -> Days:
    """Return the first and last day of a month, or of a run of months."""
    end = last_month or month
    return date(year, month, 1), date(year, end, monthrange(year, end)[1])


def year_of(first: int, last: int | None = None) -> Days:
    """Return the first and last day of a year, or of a run of years."""
    return date(first, 1, 1), date(last or first, 12, 31)


def day_of(day: int, month: int, year: int) -> Days | None:
    """Return the one day as a pair, or None for a date that no calendar has."""
    if day > monthrange(year, month)[1]:
        return None
    return date(year, month, day), date(year, month, day)


def _full_day(m: re.Match[str], _: date | None) -> Days | None:
    return day_of(int(m[0][:2].rstrip(" /.-")), int(m[m.re.groups - 1]), int(m[m.re.groups]))


def _resolve(day: int, month: int, issued: date | None) -> Days:
    """Give a date without a year the year of issue, if it then lies ahead; else leave it open."""
    if issued is None:
        return None, None
    days = day_of(day, month, issued.year) if day else month_of(issued.year, month)
    return days if days and days[1] and days[1] >= issued else (None, None)


def _quarters(m: re.Match[str], issued: date | None) -> Days | None:
    numbers = [_ROMAN.get(q) or int(q) for q in (m[1], m[2]) if q]
    year = int(m[3]) if m[3] else issued.year if issued else None
    if year is None:
        return None, None
    days = month_of(year, numbers[0] * 3 - 2, numbers[-1] * 3)
    ahead = m[3] or (issued and days[1] and days[1] >= issued)
    return days if ahead and numbers == sorted(numbers) else (None, None)


def _part_of_year(m: re.Match[str], issued: date | None) -> Days | None:
    count, year = int(m[0][:2]), int(m[2]) if m[2] else issued.year if issued else None
    if year is None or not 1 <= count <= _MONTHS:
        return None, None
    return month_of(year, 1, count) if m[1] == "dau" else month_of(year, 13 - count, 12)


def _months(m: re.Match[str], _: date | None) -> Days | None:
    return month_of(int(m[3]), int(m[1]), int(m[2])) if int(m[1]) < int(m[2]) else None


def _bare_month(m: re.Match[str], _: date | None) -> Days | None:
    month = int(m[0][:2].rstrip(" /"))
    return month_of(int(m[1]), month) if 1 <= month <= _MONTHS else None


def _years(m: re.Match[str], _: date | None) -> Days | None:
    return year_of(int(m[0][:4]), int(m[1])) if int(m[0][:4]) < int(m[1]) else None


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


class Rule(NamedTuple):
    """One written form: what kind of time it is, how it looks, which days it means."""

    kind: str
    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], date | None], Days | None]
    lead: re.Pattern[str] | None = None
    needs_lead: bool = False


_DAY_LEAD = re.compile(r"ngay $")
RULES = (  # tried in this order; a later rule takes nothing that an earlier one has
    Rule("term", re.compile(TERM), _term, _TERM_LEAD),
    Rule("month", re.compile(MONTHS), _months),
    Rule("day", re.compile(DATE), _full_day, _DAY_LEAD),
    Rule("day", re.compile(DATE_IN_WORDS), _full_day, _DAY_LEAD),
    Rule("day", re.compile(DAY_AND_MONTH), lambda m, at: _resolve(int(m[1]), int(m[2]), at)),
    Rule("cyclic day", re.compile(IN_QUARTER), _open),
    Rule("cyclic day", re.compile(DAY_ALONE), _open),
    Rule("part", re.compile(PART_OF_YEAR), _part_of_year),
    Rule("cycle", re.compile(REGULARLY), _open),
    Rule("cycle", re.compile(EVERY), _open),
    Rule("cycle", re.compile(EACH), _open),
    Rule("cycle", re.compile(ONCE_IN), _open),
    Rule("cycle", re.compile(TIMES), _open),
    Rule("term", re.compile(LIMIT), _open, _LIMIT_LEAD, needs_lead=True),
    Rule("quarter", re.compile(QUARTERS), _quarters),
    Rule("month", re.compile(MONTH), lambda m, _: month_of(int(m[2]), int(m[1]))),
    Rule("month", re.compile(BARE_MONTH), _bare_month),
    Rule("school year", re.compile(SCHOOL_YEAR), _open),
    Rule("years", re.compile(YEARS), _years, _YEARS_LEAD),
    Rule("year", re.compile(START_OF_YEAR), lambda m, _: (date(int(m[1]), 1, 1), None)),
    Rule("year", re.compile(END_OF_YEAR), lambda m, _: (None, date(int(m[1]), 12, 31))),
    Rule("year", re.compile(YEAR), lambda m, _: year_of(int(m[1]))),
    Rule("year", re.compile(THIS_YEAR), lambda _m, at: year_of(at.year) if at else None),
    Rule("month", re.compile(MONTH_ALONE), lambda m, at: _resolve(0, int(m[1]), at)),
    Rule("event", re.compile(SINCE_EVENT), _since_event),
    Rule("event", re.compile(AFTER_EVENT), _open),
)
