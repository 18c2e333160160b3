"""The rows of a table, each with its cells, the rows that head it, and what its columns are named.

A row may be cut: figures that stand on the next lines are its own. "| - | Diện tích | Ha | 26.120"
says of what it is only by the row above it, "1 | Cà phê".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from api.table_columns import aligned, names_of
from api.table_heads import CELLS, FIGURE_CELL, TICK, heads_of
from ingest.brokenlines import lines_of
from ingest.cells import cells_of
from ingest.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from api.table_heads import TableHead
    from ingest.model import Document, Passage

LETTERS: Final = re.compile(r"[^\W\d_]{2}")
UNITS: Final = re.compile(r"[^\W\d_]+(?: ?/ ?[^\W\d_]+\d?)+")  # "đồng/m2", "Đồng/biên chế /năm"
PER: Final = re.compile(r" ?/ ?")
CODE: Final = re.compile(r"[\d.]+\d[\w.]*")  # "1.014436.H13"
# what orders the rows: the number in the first cell, or a sign that opens the words
_SORTS: Final = (
    ("roman", re.compile(r"[IVX]+\.?")),
    ("letter", re.compile(r"[A-ZĐ]\.?")),
    ("small", re.compile(r"[a-zđ][.)]?")),
    ("decimal", re.compile(r"\d+(?:\.\d+)+\.?")),
    ("number", re.compile(r"\d+\.?")),
    ("sign", re.compile(r"[-–+*]")),
)
OPENS: Final = re.compile(
    r"\|?\s*\**(?:(?P<n>[IVX]+|[A-ZĐ]|\d+(?:\.\d+)*)[.)]\s+(?=[^\W\d_])|(?P<s>[-–+*])\s)"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row below a heading, as it stands with the figures cut off from it.

    ``label`` is the cell that names it, ``groups`` those of the rows that head it, the outermost
    first. ``columns`` are the names above each of ``cells``; cells that are not sure have none.
    ``told`` are its words but for its number, ``inherited`` those of its groups, columns and unit,
    ``titled`` those of the lines above the table.
    """

    span: Span
    cells: tuple[Span, ...]
    label: Span
    groups: tuple[Span, ...]
    head: TableHead
    columns: tuple[tuple[Span, ...], ...]
    told: str
    inherited: str
    titled: str


def _told(text: str, head: TableHead, cells: Sequence[Span]) -> str:
    counted = head.numbered and is_number(cells[0].of(text))
    return _with_units(" | ".join(["", *(c.of(text) for c in cells[counted:])]).lstrip())


def _inherited(text: str, head: TableHead, groups: Sequence[Span]) -> str:
    above = (*groups, head.rows, *([head.unit] if head.unit else []))
    return _with_units(" ; ".join(each.of(text) for each in above))


def _with_units(words: str) -> str:
    """Return words with the parts of their units behind them: "đồng/kWh" is of a "kWh"."""
    apart = " ".join(PER.sub(" ", unit) for unit in UNITS.findall(words))
    return f"{words} {apart}".rstrip()


def row_at(text: str, span: Span) -> Row | None:
    """Return the row of a table that ``span`` touches first, None for other text."""
    rows = rows_of(text)
    at = bisect_right(_starts(text), span.start) - 1
    if at >= 0 and span.start < rows[at].span.end:
        return rows[at]
    following = rows[at + 1] if at + 1 < len(rows) else None
    return following if following and following.span.start < span.end else None


@lru_cache(maxsize=256)
def _starts(text: str) -> tuple[int, ...]:
    return tuple(row.span.start for row in rows_of(text))


def whole_rows(text: str, span: Span, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return ``spans``, sentences of a part of a text, with those of a row of a table joined.

    The rows that name the columns are left out: they say nothing alone.
    """
    found: dict[Span, None] = {}
    heads = [h for h in heads_of(text) if h.rows.start < span.end and span.start < h.body]
    for each in spans:
        if any(h.rows.start <= each.start < h.body for h in heads):
            continue
        row = row_at(text, each)
        own = row.span if row and row.span.start < each.end else each
        found.setdefault(Span(max(own.start, span.start), min(own.end, span.end)))
    return tuple(found)


def beside_table(text: str, span: Span, row: Row) -> str:
    """Return the words of a part of a text before and after the table in which a row stands."""
    before = text[span.start : max(span.start, row.head.rows.start)]
    return f"{before}\n{text[min(span.end, row.head.end) : span.end]}".strip()


def seen_from(document: Document, passage: Passage, span: Span) -> Passage:
    """Return the passage as it is read for ``span``: a row is not told by the rows beside it."""
    text = document.text
    row = row_at(text, span) if "|" in passage.text else None
    if row is None:
        return passage
    parts = (beside_table(text, passage.span, row), row.titled, row.inherited, row.told)
    return replace(passage, text="\n".join(part for part in parts if part))


@lru_cache(maxsize=256)
def rows_of(text: str) -> tuple[Row, ...]:
    """Return the rows of all tables of a text, in order."""
    return tuple(row for head in heads_of(text) for row in _of_table(text, head))


def _of_table(text: str, head: TableHead) -> Iterator[Row]:
    spans = list(_joined(text, head))
    lines = [cells_of(text, line) for line in head.lines]
    cells = [_cells(text, span) for span in spans]
    names = names_of(
        text, lines, [[c.of(text) for c in row] for row in _widths(text, spans, cells)]
    )
    stack: list[tuple[str, Span]] = []
    for span, own in zip(spans, cells, strict=True):
        sort, label = _sort(text, span, own), _label(text, own, numbered=head.numbered)
        sort = sort if head.numbered else ""
        if sort and stack and not stack[-1][0]:
            stack.pop()  # what has no number heads nothing that has
        sorts = [kind for kind, _ in stack]
        if sort in sorts:
            del stack[sorts.index(sort) :]
        if span.of(text).count("|") >= CELLS and label is not None:
            under = aligned(own, names, text, opened=_lacks_first(text, span, own))
            groups = tuple(group for _, group in stack)
            columns = names[: len(under)] if under else _first_names(text, lines, own, label)
            told, above = _told(text, head, under or own), _inherited(text, head, groups)
            titled = " ; ".join(each.of(text) for each in head.lead)
            yield Row(span, under or own, label, groups, head, columns, told, above, titled)
        if label is not None:
            stack.append((sort, label))


def _first_names(
    text: str, lines: Sequence[Sequence[Span]], cells: Sequence[Span], label: Span
) -> tuple[tuple[Span, ...], ...]:
    """Return the names above a numbered row's cells up to its label: none before it is joined."""
    upto = cells.index(label) + 1
    if not is_number(cells[0].of(text)) or upto > len(lines[0]):
        return ()
    return tuple((name,) for name in lines[0][:upto])


def _widths(
    text: str, spans: Sequence[Span], cells: Sequence[tuple[Span, ...]]
) -> Iterator[tuple[Span, ...]]:
    """Yield the cells of each row, with an empty one before where a bar stands for it."""
    for span, own in zip(spans, cells, strict=True):
        lacks = _lacks_first(text, span, own)
        yield (Span(own[0].start, own[0].start), *own) if lacks else own


def _lacks_first(text: str, span: Span, cells: Sequence[Span]) -> bool:
    """Tell whether the bar that opens a row stands for an empty cell: no number follows it."""
    opened = text.startswith("|", span.start) and bool(cells)
    return opened and not is_number(cells[0].of(text))


def is_number(cell: str) -> bool:
    """Tell whether a cell numbers its row: "IV", "1.2", "a)"."""
    return any(pattern.fullmatch(cell.strip("* ")) for _, pattern in _SORTS)


def _joined(text: str, head: TableHead) -> Iterator[Span]:
    """Yield the rows of a table, each with the lines of figures that follow it."""
    held: Span | None = None
    for line in lines_of(text, head.body, head.end):
        cells = [cell.of(text) for cell in cells_of(text, Span(line.start, line.end))]
        if held and all(FIGURE_CELL.fullmatch(c) or TICK.fullmatch(c) for c in cells if c):
            held = Span(held.start, line.end)
            continue
        if held:
            yield held
        held = Span(line.start, line.end)
    if held:
        yield held


def _cells(text: str, span: Span) -> tuple[Span, ...]:
    """Return the cells of a row and of the figures that go on with it."""
    lines = lines_of(text, span.start, span.end)
    return tuple(c for line in lines for c in cells_of(text, Span(line.start, line.end)))


def _sort(text: str, span: Span, cells: Sequence[Span]) -> str:
    """Return what kind of number or sign orders a row, "" where it has none."""
    first = cells[0].of(text).strip("* ") if len(cells) > 1 else ""
    for sort, pattern in _SORTS:
        if pattern.fullmatch(first):
            return f"{sort}{first.rstrip('.').count('.')}"
    opened = OPENS.match(text, span.start, span.end) or _opens_label(text, cells)
    if opened is None:
        return ""
    mark = opened["n"] or opened["s"]
    return next(f"{s}{mark.count('.')}" for s, pattern in _SORTS if pattern.fullmatch(mark))


def _opens_label(text: str, cells: Sequence[Span]) -> re.Match[str] | None:
    named = next((cell for cell in cells if cell.start < cell.end), None)
    return OPENS.match(text, named.start, named.end) if named else None


def _label(text: str, cells: Sequence[Span], *, numbered: bool) -> Span | None:
    """Return the cell that names the row: the first, or the first with words behind a number.

    A code names none.
    """
    if not numbered:
        return cells[0] if cells and cells[0].start < cells[0].end else None
    words = (cell for cell in cells if LETTERS.search(cell.of(text)))
    named = (c for c in words if not (CODE.fullmatch(c.of(text)) or is_number(c.of(text))))
    return next(named, None)
