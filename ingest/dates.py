"""Time expressions become periods with a first and a last day.

Matching runs on folded text, so that a question typed without diacritics is read by the same
rules as a document. Points in time are found first; words in front of a point ("trước", "đến
hết"), a second point ("từ … đến …") or a cycle ("hằng năm") then make the period.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ingest.dates_rules import (
    DAY_AND_MONTH,
    MONTH_ALONE,
    RULES,
    Days,
    Rule,
    Y,
    day_of,
    month_of,
    year_of,
)
from ingest.model import Period, Span
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SPELT = {"nam": "năm", "quy": "quý", "qui": "quí", "thang": "tháng", "ngay": "ngày"}
_SPELT_WORD = re.compile(r"\b(?:nam|quy|qui|thang|ngay)\b")


@dataclass(frozen=True, slots=True)
class _Point:
    start: int
    end: int
    first: date | None
    last: date | None
    kind: str
    parts: tuple[int, int] | None = None  # day and month of a date that lacks its year
    recurring: tuple[int, int] | None = None


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
_NEXT_SUBJECT = re.compile(  # "… kể từ ngày nhận hồ sơ | Công an cấp xã có trách nhiệm …"
    r" (?=(?:để|phải|thì|có trách nhiệm)\b|(?:Sở|Ủy ban|Uỷ ban|UBND|Công an|Bộ|Chủ tịch|Phòng"
    r"|Cơ quan|Trung tâm|Hội đồng|Giám đốc|Văn phòng|Ban)\b)"
)
_EVENT_WORDS = 32  # "15 ngày làm việc kể từ ngày " may itself be followed by a body
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


def _begin(folded: str, m: re.Match[str], rule: Rule) -> int | None:
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
    for rule in RULES:
        for m in rule.pattern.finditer(folded):
            start, end = _begin(folded, m, rule), m.start() + len(m[0].rstrip())
            if start is None or any(taken[start:end]):
                continue
            days = rule.resolve(m, issued)
            if days is None or not _spelt_as_time(text, folded, start, end):
                continue
            if rule.kind in {"term", "event"}:
                end = _end_of_event(text, m.start(), end)
            taken[start:end] = b"\1" * (end - start)
            cycle = (start, end) if rule.kind in {"cycle", "cyclic day"} else None
            found.append(_Point(start, end, *days, rule.kind, _parts(m), cycle))
    return sorted(found, key=lambda p: p.start)


def _end_of_event(text: str, start: int, end: int) -> int:
    """Return where the event that a term counts from ends: before a subject, at a whole word."""
    if text[end - 1].isalnum() and text[end : end + 1].isalnum():
        end = text.rfind(" ", start, end)
    if m := _NEXT_SUBJECT.search(text, start + _EVENT_WORDS, end):
        return m.start()
    return end


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
        days = day_of(*a.parts, b.last.year) if a.parts[0] else month_of(b.last.year, a.parts[1])
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
        if a.recurring == (a.start, a.end):
            return replace(a, end=b.end, recurring=(a.start, b.end)) if _AND.match(gap) else None
        said = folded[a.start : a.end]  # "hằng tháng (trước ngày 18 | hằng tháng)"
        opened = "(" in said and ")" not in said and gap == " " and folded[b.end : b.end + 1] == ")"
        return replace(a, end=b.end + 1) if opened else None
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
        first, last = year_of(int(m[1]))
        on = _AND_ON.match(fold(text), m.end())
        span = Span(m.start(1), on.end() if on else m.end())
        return span, Period(first, None if on else last, span.of(text))
    if _STANDING.search(fold(text)):
        stripped = text.strip()
        start = text.index(stripped)
        return Span(start, start + len(stripped)), Period(None, None, stripped, stripped)
    return None
