"""Annex tables give facts row by row, their columns known by the words of the header."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.cells import cells_of
from ingest.dates import period_of_cell
from ingest.facts_goals import measured
from ingest.facts_values import FIGURE
from ingest.model import Deadline, Goal, Period, Section, Span, Task
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.facts_reading import Reading
    from ingest.model import Fact

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("partner", re.compile(r"phoi hop")),
    (
        "owner",
        re.compile(
            r"chu tri|chiu trach nhiem|phu trach|(?:don vi|co quan)[ ,/]*(?:thuc hien|tham muu"
            r"|chu)|phan cong"
        ),
    ),
    ("time", re.compile(r"thoi gian|thoi han|tien do|han hoan thanh|lo trinh|thoi diem")),
    ("unit", re.compile(r"^(?:don vi(?: tinh)?|dvt)$")),
    ("measure", re.compile(r"^(?:ten |cac |danh muc )?(?:chi tieu|muc tieu|tieu chi)")),
    ("task", re.compile(r"nhiem vu|noi dung|cong viec|hoat dong|giai phap|ten de an")),
    ("value", re.compile(r"^(?:ket qua|gia tri|muc tieu|den nam|nam \d{4}|ke hoach|chi tieu)")),
    ("result", re.compile(r"ket qua|san pham")),
    ("number", re.compile(r"^(?:tt|stt|so tt)$")),
)
_PRICED = re.compile(r"don gia|thanh tien|so tien")  # columns of an estimate, which sets no goal
_ASIDE_LINES = 2  # a group heading inside a table may stand outside its cells
_RULE = re.compile(r"^[\s|:\-]+$")
_BOUND = re.compile(r"\s*(≥|≤|>=|<=|>|<|tối thiểu|trên|ít nhất|khoảng|dưới|đạt)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Row:
    span: Span
    cells: tuple[Span, ...]


def _tables(text: str) -> Iterator[list[_Row]]:
    rows: list[_Row] = []
    start = between = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.count("|") > 1:
            span = Span(start, end)
            rows.append(_Row(span, cells_of(text, span)))
            between = 0
        elif line.strip() and rows:
            between += 1
        if between > _ASIDE_LINES:
            yield rows
            rows, between = [], 0
        start = end + 1
    if rows:
        yield rows


def _columns(text: str, header: _Row) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, cell in enumerate(header.cells):
        words = fold(cell.of(text))
        for kind, pattern in _COLUMNS:
            if kind not in found and pattern.search(words):
                found[kind] = at
                break
    return found


def _path(sections: tuple[Section, ...], at: int) -> tuple[str, ...]:
    path: tuple[str, ...] = ()
    level: tuple[Section, ...] = sections
    while inside := next((s for s in level if s.span.start <= at < s.span.end), None):
        path, level = inside.path, inside.children
    return path


def _listed(reading: Reading, cell: Span) -> Iterator[str]:
    """Yield the names in a cell: in a table nothing but a name follows a name."""
    text = reading.text
    starts = [cell.start]
    for body in reading.bodies_in(cell):
        gap = text[starts[-1] : body.start].rstrip()
        if (body.start > cell.start and gap[-1:] in {",", ";", "/", "–", "-"}) or gap.endswith(
            " và"
        ):
            starts.append(body.start)
    for start, end in zip(starts, [*starts[1:], cell.end], strict=True):
        words = re.sub(r"(?:[\s,;/–-]|\bvà\b)+$", "", text[start:end])
        if words:
            yield words


def _parts(text: str, value: Span) -> list[Span]:
    """Split "≤ 3 Đông Nam Á; ≤ 50 Thế giới" into its figures."""
    pieces = [
        Span(value.start + m.start(), value.start + m.end())
        for m in re.finditer(r"[^;\s][^;]*", value.of(text))
    ]
    whole = all(_BOUND.match(text, p.start) and re.search(r"\d", p.of(text)) for p in pieces)
    return pieces if whole else [value]


@dataclass(slots=True)
class _Table:
    reading: Reading
    columns: dict[str, int]
    path: tuple[str, ...]
    horizon: Period | None = None

    def cell(self, row: _Row, kind: str) -> Span | None:
        at = self.columns.get(kind, -1)
        if not 0 <= at < len(row.cells):
            return None
        cell = row.cells[at]
        return cell if cell.start < cell.end else None

    def names(self, row: _Row, kind: str) -> tuple[str, ...]:
        cell = self.cell(row, kind)
        if cell is None:
            return ()
        return tuple(_listed(self.reading, cell))

    def period(self, row: _Row) -> Period | None:
        cell = self.cell(row, "time")
        found = period_of_cell(cell.of(self.reading.text), self.reading.issued) if cell else None
        return found[1] if found else None

    def task(self, row: _Row) -> Iterator[Fact]:
        what = self.cell(row, "task")
        filled = [k for k in ("owner", "partner", "time", "result") if self.cell(row, k)]
        if what is None or not filled:
            return
        due, owner = self.period(row), self.names(row, "owner")
        words = what.of(self.reading.text).rstrip(" .;")
        yield Task(owner, words, self.names(row, "partner"), (), due, row.span, self.path)
        if due and not (
            due.recurring
            and due.first is due.last is None
            and due.recurring == due.phrase
            and "thuong xuyen" in fold(due.phrase)
        ):
            yield Deadline(words, owner, due, row.span, self.path)

    def goal(self, row: _Row) -> Iterator[Fact]:
        text = self.reading.text
        measure = self.cell(row, "measure")
        value = self.cell(row, "value") or self.cell(row, "result")
        if measure is None:
            return
        if value is None and not {"value", "result"} & self.columns.keys():
            for found, _ in measured(self.reading, measure):
                yield replace(found, horizon=self.horizon, span=row.span, path=self.path)
            return
        if value is None:
            self.note_horizon(measure)
            return
        unit = self.cell(row, "unit")
        parts = _parts(text, value) if unit else [value]
        for part in parts:
            yield self.figure(row, measure, part, unit)

    def figure(self, row: _Row, measure: Span, value: Span, unit: Span | None) -> Goal:
        text = self.reading.text
        bound = _BOUND.match(text, value.start, value.end)
        figure = FIGURE.match(text, bound.end() if bound else value.start, value.end)
        comparator = bound[1] if bound and bound[1] and figure else None
        printed = "%" if figure and text[figure.end() : figure.end() + 1] == "%" else None
        return Goal(
            measure.of(text),
            comparator,
            figure[0] if figure else value.of(text),
            unit.of(text) if unit else printed,
            self.horizon,
            row.span,
            self.path,
        )

    def note_horizon(self, cell: Span) -> None:
        found = period_of_cell(cell.of(self.reading.text), self.reading.issued)
        if found:
            self.horizon = found[1]


def table_facts(reading: Reading, sections: tuple[Section, ...]) -> Iterator[Fact]:
    """Yield the facts of every table whose header names a task or a measure."""
    for rows in _tables(reading.text):
        header = next(
            (i for i, r in enumerate(rows[:3]) if len(_columns(reading.text, r)) > 1), None
        )
        if header is None:
            continue
        columns = _columns(reading.text, rows[header])
        if "task" not in columns and _PRICED.search(fold(rows[header].span.of(reading.text))):
            continue
        table = _Table(reading, columns, _path(sections, rows[0].span.start))
        for row in rows[header + 1 :]:
            if _RULE.match(row.span.of(reading.text)):
                continue
            yield from table.task(row) if "task" in columns else table.goal(row)
