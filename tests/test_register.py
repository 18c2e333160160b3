"""The register of facts as files that offices and calendars open."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import kh180, plan

from api.facts_query import Entry, due_day
from api.register import COLUMNS, ICS_WIDTH, as_csv, as_ics, as_xlsx, export, row_of
from ingest.model import Deadline, Document, Fact, Goal, Period, Span, Task

ENTRIES = tuple(Entry(d, fact) for d in (plan(), kh180()) for fact in d.facts)


def _entry(what: str = "việc", due: Period | None = None, text: str | None = None) -> Entry:
    """Return a made-up deadline; ``text`` replaces the document's, quoted whole."""
    period = due or Period(None, date(2026, 9, 29), "trước ngày 30/9/2026")
    document = plan()
    if text is not None:
        document = Document(
            document.info, text, (), (), (), (), (), document.health
        )  # only the quote matters
    span = Span(0, len(document.text) if text is not None else 10)
    return Entry(document, Deadline(what, ("Văn phòng",), period, span))


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_fact_is_a_row_with_its_proof() -> None:
    rows = _rows(as_csv(ENTRIES))
    assert len(rows) == len(ENTRIES) > 0
    for row, entry in zip(rows, ENTRIES, strict=True):
        quote = row["Trích dẫn nguyên văn"].removeprefix("'")
        assert quote in entry.document.text
        assert entry.document.info.symbol in row["Vị trí"]
        assert row["Liên kết"].startswith(f"/documents/{entry.document.info.id}")


def test_csv_starts_with_the_mark_that_excel_needs() -> None:
    assert as_csv(()).startswith(b"\xef\xbb\xbfLo\xe1\xba\xa1i,")
    assert as_csv(()).endswith(b"\r\n")


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_quotation_is_never_run_as_a_formula(start: str) -> None:
    text = f'{start}HYPERLINK("http://x")'
    entry = _entry(text, text=text)
    assert _rows(as_csv([entry]))[0]["Nội dung"] == f"'{text}"
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx([entry]))).worksheets[0]
    assert sheet["B2"].data_type == "s"
    assert sheet["B2"].value == text


def test_a_goal_shows_its_figure_and_a_task_its_partners() -> None:
    names = [name for name, _ in COLUMNS]
    goals = [row_of(e) for e in ENTRIES if isinstance(e.fact, Goal) and e.fact.value]
    assert any("85" in str(row[names.index("Giá trị")]) for row in goals)
    tasks = [row_of(e) for e in ENTRIES if isinstance(e.fact, Task) and e.fact.partners]
    assert any("Văn phòng Tỉnh ủy" in str(row[names.index("Phối hợp")]) for row in tasks)


def test_the_workbook_has_dates_as_dates_and_a_frozen_head() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx([_entry()])))
    assert book.sheetnames == ["Sổ theo dõi"]
    sheet = book.worksheets[0]
    head = [cell.value for cell in sheet[1]]
    assert head == [name for name, _ in COLUMNS]
    assert sheet.cell(2, head.index("Đến ngày") + 1).value == datetime(2026, 9, 29)  # noqa: DTZ001 -- a sheet has no zone
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref is not None


def test_characters_that_a_workbook_forbids_become_blanks() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx([_entry("a\x0bb")]))).worksheets[0]
    assert sheet["B2"].value == "a b"


def _unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_the_calendar_has_a_whole_day_for_each_dated_fact() -> None:
    lines = _unfolded(as_ics([_entry()]))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20260929" in lines
    assert "DTEND;VALUE=DATE:20260930" in lines
    assert "SUMMARY:Văn phòng: việc" in lines
    dated = sum(due_day(entry.fact) is not None for entry in ENTRIES)
    assert as_ics(ENTRIES).count(b"BEGIN:VEVENT") == dated > 0


def test_a_fact_without_a_day_is_not_in_the_calendar() -> None:
    recurring = Period(None, None, "định kỳ 6 tháng", "định kỳ 6 tháng")
    assert b"VEVENT" not in as_ics([_entry(due=recurring)])


def test_a_second_import_changes_nothing() -> None:
    assert as_ics(ENTRIES) == as_ics(ENTRIES)
    uids = [line for line in _unfolded(as_ics(ENTRIES)) if line.startswith("UID:")]
    assert len(uids) == len(set(uids))


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=300))
def test_calendar_lines_are_short_and_text_comes_back(text: str) -> None:
    data = as_ics([_entry(text)])
    for line in data.split(b"\r\n"):
        assert len(line) <= ICS_WIDTH
        line.decode()  # no character is cut
    summary = next(line for line in _unfolded(data) if line.startswith("SUMMARY:"))
    back = (
        summary.removeprefix("SUMMARY:Văn phòng: ")
        .replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    )  # fmt: skip
    if text.isprintable() and "\\" not in text:
        assert back == text


@pytest.mark.parametrize("form", ["csv", "xlsx", "ics"])
def test_an_empty_register_is_a_valid_file(form: str) -> None:
    assert export((), form)


@pytest.mark.parametrize(
    ("fact", "day"),
    [
        (Deadline("x", (), Period(None, date(2025, 5, 9), "p"), Span(0, 1)), date(2025, 5, 9)),
        (Deadline("x", (), Period(date(2025, 1, 1), None, "p"), Span(0, 1)), date(2025, 1, 1)),
        (Task((), "x", (), (), None, Span(0, 1)), None),
        (Goal("x", None, None, None, None, Span(0, 1)), None),
    ],
)
def test_the_day_of_a_fact(fact: Fact, day: date | None) -> None:
    assert due_day(fact) == day
