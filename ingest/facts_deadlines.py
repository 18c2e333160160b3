"""Deadlines: what falls due, who owes it, and when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.dates import period_of_cell
from ingest.facts_due import due_in
from ingest.facts_fields import Field, Fields, fields_in
from ingest.facts_owners import inherited_owners, listed_bodies
from ingest.facts_units import Role, Unit, opening
from ingest.model import Deadline, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.facts_reading import Reading
    from ingest.facts_tasks import Duty

Owners = dict[int, tuple[Span, ...]]


# "NỘI DUNG, THỜI GIAN VÀ TÀI LIỆU QUÁN TRIỆT": the heading first names what its items state
_FIELDS_NAMED = re.compile(
    r"^(?:(?:nội dung|thời gian|tài liệu|địa điểm|thành phần|đối tượng|hình thức|phương thức"
    r"|cách thức|tiến độ|kinh phí|kế hoạch|số lượng)(?:,? và |, | ))+(?=\w)",
    re.IGNORECASE,
)


_EMPTY = re.compile(  # "NỘI DUNG VÀ THỜI GIAN THỰC HIỆN" names nothing that falls due
    r"(?:(?:triển khai|tổ chức|tiến hành) )?(?:thực hiện|hoàn thành|tổ chức|tiến hành|triển khai)",
    re.IGNORECASE,
)


def _names(reading: Reading, spans: tuple[Span, ...]) -> tuple[str, ...]:
    return tuple(span.of(reading.text) for span in spans)


def _owner(
    reading: Reading, unit: Unit, at: Span, known: list[Duty], fields: Fields
) -> tuple[str, ...]:
    for duty in known:
        if duty.unit.span.holds(at):
            return _names(reading, duty.owners)
    same_item = [d for d in known if d.unit.item == unit.item and d.owners]
    if same_item:
        return _names(reading, same_item[0].owners)
    if owners := inherited_owners(reading, unit):
        return _names(reading, owners)
    field = fields.of_unit(unit, "owner")
    return (
        _names(reading, listed_bodies(reading, field.value.start, field.value.end)) if field else ()
    )


def _what(reading: Reading, unit: Unit, at: Span) -> str:
    """Return the clause that holds the time expression, without its last words' punctuation."""
    text = reading.text
    start = max(text.rfind(";", unit.span.start, at.start) + 1, unit.span.start)
    end = text.find(";", at.end, unit.span.end)
    return text[start : unit.span.end if end < 0 else end].strip(" .;\n")


def _named(reading: Reading, unit: Unit, field: Field, known: list[Duty], fields: Fields) -> str:
    """Return what a time field speaks of: the task before it, else the heading above."""
    text = reading.text
    before = [
        d for d in known if d.unit.item == unit.item and d.unit.span.start < field.label.start
    ]
    if before:
        return before[-1].unit.span.of(text)
    task = fields.of_unit(unit, "task")
    if task and task.value.start < task.value.end:
        return task.value.of(text)
    for section in reversed(unit.trail):
        head = opening(text, section)
        if not head.start <= field.label.start < head.end:
            named = _FIELDS_NAMED.sub("", head.of(text))
            if not _EMPTY.fullmatch(named.strip(" .:")):
                return named
    return text[field.label.start : field.value.end].strip(" .;\n")


def deadlines(
    reading: Reading, units: list[Unit], known: dict[int, list[Duty]], fields: Fields
) -> Iterator[Deadline]:
    """Yield what falls due, sentence by sentence; ``known`` holds the duties of each section."""
    for unit in units:
        if unit.role is Role.REVIEW or unit.path == ("mo-dau",):
            continue
        near = known.get(unit.trail[-1].span.start if unit.trail else -1, [])
        timed = [f for f in fields_in(reading.text, unit.span) if f.kind == "time"]
        for field in timed:
            if found := period_of_cell(field.value.of(reading.text), reading.issued):
                what = _named(reading, unit, field, near, fields)
                owner = _owner(reading, unit, field.label, near, fields)
                yield Deadline(what, owner, found[1], unit.span, unit.path)
        if timed or unit.role is Role.GOALS:
            continue
        for at, period in due_in(reading, unit.span):
            if unit.role is Role.PURPOSE and period.last is None:
                continue
            owner = _owner(reading, unit, at, near, fields)
            yield Deadline(_what(reading, unit, at), owner, period, unit.span, unit.path)
