"""The register of facts as a file: CSV and XLSX for offices, ICS for calendars.

Every row carries the words of the document that prove it and their official place.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from api.facts_query import due_day, owners_of, period_of
from api.to_wire import document_url, label_of, official
from ingest.model import Deadline, Goal, Task, fact_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.facts_query import Entry
    from ingest.model import Fact

Cell: TypeAlias = str | date | None

KIND_NAMES: Final = {"goal": "Mục tiêu", "task": "Nhiệm vụ", "deadline": "Thời hạn"}
COLUMNS: Final = (
    ("Loại", 11),
    ("Nội dung", 60),
    ("Chủ trì", 30),
    ("Phối hợp", 30),
    ("Báo cáo", 30),
    ("Giá trị", 12),
    ("Đơn vị tính", 12),
    ("Từ ngày", 12),
    ("Đến ngày", 12),
    ("Thời hạn như văn bản ghi", 28),
    ("Định kỳ", 16),
    ("Văn bản", 16),
    ("Trích dẫn nguyên văn", 60),
    ("Vị trí", 60),
    ("Liên kết", 36),
)
MEDIA_TYPES: Final = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ics": "text/calendar; charset=utf-8",
}
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run these as formulas
UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")  # not allowed in XLSX
ICS_WIDTH: Final = 75  # octets in a line, RFC 5545 section 3.1


def export(entries: Sequence[Entry], form: str) -> bytes:
    """Return the register as a file of that form: "csv", "xlsx" or "ics".

    The calendar holds the facts that have a day; the tables hold all.
    """
    return {"csv": as_csv, "xlsx": as_xlsx, "ics": as_ics}[form](entries)


def what_of(fact: Fact) -> str:
    """Return what a fact is about, in the document's words."""
    match fact:
        case Goal():
            return fact.measure
        case Task():
            return fact.action
        case Deadline():
            return fact.what


def row_of(entry: Entry) -> tuple[Cell, ...]:
    """Return a fact as a row of the table, in the order of ``COLUMNS``."""
    fact, document = entry.fact, entry.document
    period = period_of(fact)
    return (
        KIND_NAMES[fact_kind(fact)],
        what_of(fact),
        "; ".join(owners_of(fact)),
        "; ".join(fact.partners) if isinstance(fact, Task) else "",
        "; ".join(fact.report_to) if isinstance(fact, Task) else "",
        " ".join(filter(None, (fact.comparator, fact.value))) if isinstance(fact, Goal) else "",
        (fact.unit or "") if isinstance(fact, Goal) else "",
        period.first if period else None,
        period.last if period else None,
        period.phrase if period else "",
        (period.recurring or "") if period else "",
        document.info.symbol or document.info.id,
        fact.span.of(document.text),
        official(label_of(document, fact.path), document.info),
        document_url(document.info.id, fact.path),
    )


def as_csv(entries: Sequence[Entry]) -> bytes:
    """Return UTF-8 with a byte-order mark, which Excel needs to read Vietnamese rightly."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(name for name, _ in COLUMNS)
    writer.writerows([_plain(cell) for cell in row_of(entry)] for entry in entries)
    return out.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str:
    text = cell.isoformat() if isinstance(cell, date) else cell or ""
    return f"'{text}" if text.startswith(FORMULA) else text


def as_xlsx(entries: Sequence[Entry]) -> bytes:
    """Return a workbook: header frozen and filterable, dates as dates, text as text."""
    from openpyxl import Workbook  # noqa: PLC0415 -- slow to import, needed only here
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 -- likewise
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 -- likewise

    book = Workbook()
    sheet = book.create_sheet("Sổ theo dõi", 0)
    del book["Sheet"]  # the empty one a workbook is born with
    sheet.append([name for name, _ in COLUMNS])
    for entry in entries:
        sheet.append([_clean(cell) for cell in row_of(entry)])
    wrapped, bold = Alignment(vertical="top", wrap_text=True), Font(bold=True)
    for cell in chain.from_iterable(sheet.iter_rows()):
        cell.alignment = wrapped
        if cell.data_type == "f":  # "=…" is a quotation here, never a formula
            cell.data_type = "s"
    for number, (_, width) in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.cell(row=1, column=number).font = bold
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _clean(cell: Cell) -> Cell:
    return UNPRINTABLE.sub(" ", cell) if isinstance(cell, str) else cell


def as_ics(entries: Sequence[Entry]) -> bytes:
    """Return a calendar (RFC 5545) with one whole-day event for each fact that has a day."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//tracuu//facts//VI",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Thời hạn trong văn bản",
    ]
    for entry in entries:
        lines += _event(entry)
    lines.append("END:VCALENDAR")
    return "".join(_folded(line) + "\r\n" for line in lines).encode()


def _event(entry: Entry) -> list[str]:
    """Return one event; the same fact has the same UID, so a second import changes nothing."""
    day = due_day(entry.fact)
    if day is None:
        return []
    info, span = entry.document.info, entry.fact.span
    name = f"{info.id}:{fact_kind(entry.fact)}:{span.start}-{span.end}"
    place = official(label_of(entry.document, entry.fact.path), info)
    period = period_of(entry.fact)
    phrase = period.phrase if period else ""
    proof = "\n".join((phrase, f"“{span.of(entry.document.text)}”", place))
    stamp = datetime.combine(info.issued or day, time(), UTC)
    return [
        "BEGIN:VEVENT",
        f"UID:{hashlib.sha256(name.encode()).hexdigest()[:32]}@tracuu",
        f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(_summary(entry.fact))}",
        f"DESCRIPTION:{_escaped(proof)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _summary(fact: Fact) -> str:
    owners = ", ".join(owners_of(fact))
    return f"{owners}: {what_of(fact)}" if owners else what_of(fact)


def _escaped(text: str) -> str:
    """Return text as RFC 5545 section 3.3.11 wants it."""
    escaped = text.replace("\\", "\\\\").replace(";", r"\;").replace(",", r"\,")
    return UNPRINTABLE.sub(" ", escaped.replace("\r", "")).replace("\n", r"\n")


def _folded(line: str) -> str:
    """Return a line cut at 75 octets, never inside a character; continuations start blank."""
    pieces, width = [""], 0
    for character in line:
        size = len(character.encode())
        if width + size > ICS_WIDTH:
            pieces.append(" ")
            width = 1
        pieces[-1] += character
        width += size
    return "\r\n".join(pieces)
