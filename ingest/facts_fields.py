"""Labelled fields of a task: "Đơn vị chủ trì: …", "Thời gian hoàn thành: …"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from ingest.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ingest.facts_units import Unit

FieldKind: TypeAlias = Literal["owner", "partner", "time", "result", "task"]

_OWNER = (
    r"(?:(?:cơ quan|đơn vị|tổ chức|bộ phận)(?: được giao)?"
    r"(?:,? (?:chủ trì|thực hiện|tham mưu|đầu mối))+[^:;.()\n]{0,40}"
    r"|chủ trì(?: thực hiện)?|phân công(?: thực hiện)?|trách nhiệm thực hiện)"
)
_KINDS: tuple[tuple[FieldKind, str], ...] = (
    ("owner", _OWNER),
    ("partner", r"(?:(?:cơ quan|đơn vị)[, ]+)?phối hợp(?: thực hiện)?"),
    ("time", r"(?:thời gian|thời hạn|tiến độ|thời điểm)(?: [^:;.()\n]{0,40})?"),
    ("result", r"(?:sản phẩm|kết quả)(?: [^:;.()\n]{0,30})?"),
    ("task", r"(?:nội dung|nhiệm vụ|công việc)(?: [^:;.()\n]{0,30})?"),
)
_FIELD = re.compile(
    r"(?:(?<=[(;.\n*])|^)[\s*\-+–]*(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS)
    + r")\s*\**\s*:\s*\**\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Field:
    """A label and the words after it."""

    kind: FieldKind
    label: Span
    value: Span
    opens: bool  # stands at the head of its item, and so speaks for the items beside it


@dataclass(frozen=True, slots=True)
class Fields:
    """Every labelled field of a document, in order."""

    all: tuple[Field, ...]
    starts: tuple[int, ...]

    def within(self, span: Span, kind: FieldKind) -> tuple[Field, ...]:
        """Return the fields of one kind whose label begins inside ``span``."""
        low, high = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return tuple(f for f in self.all[low:high] if f.kind == kind)

    def of_unit(self, unit: Unit, kind: FieldKind) -> Field | None:
        """Return the one field of a kind in the nearest part around the unit that has any."""
        for depth, section in enumerate(reversed(unit.trail)):
            found = self.within(section.span, kind)
            if depth:
                found = tuple(f for f in found if f.opens)
            if found:
                return found[0] if len(found) == 1 else None
        return None


def fields_in(text: str, span: Span, item: int = -1) -> tuple[Field, ...]:
    """Return the labelled fields of one sentence of the item that begins at ``item``."""
    matches = list(_FIELD.finditer(text[span.start : span.end]))
    found = []
    for at, m in enumerate(matches):
        end = matches[at + 1].start() if at + 1 < len(matches) else span.end - span.start
        value = text[span.start + m.end() : span.start + end].rstrip(" ;.)*\n")
        kind = next(kind for kind, _ in _KINDS if m[kind])
        start = span.start + m.end()
        label = Span(span.start + m.start(), start)
        opens = label.start == item
        if not value:
            continue
        found.append(Field(kind, label, Span(start, start + len(value)), opens))
    return tuple(found)


def read_fields(text: str, units: Iterable[Unit]) -> Fields:
    """Return the fields of all sentences."""
    found = tuple(f for unit in units for f in fields_in(text, unit.span, unit.item))
    return Fields(found, tuple(f.label.start for f in found))
