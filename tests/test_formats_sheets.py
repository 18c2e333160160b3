"""Workbooks: numbers as the cells show them, rows that keep their columns."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font
from reading import is_read_or_refused
from shared import needs_shared, shared

from ingest.errors import DamagedFileError, NoTextError
from ingest.formats import read_raw
from ingest.formats.sheets import shown
from ingest.formats.xls import read as read_xls
from ingest.formats.xlsx import read
from ingest.read import read_document

ANNEX = (
    ("PHỤ LỤC",),
    ("DANH MỤC NHIỆM VỤ NĂM 2026",),
    ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành"),
    (1, "Khảo sát độ sâu luồng sông Mây", "Sở Khoa học và Công nghệ", "Quý III/2026"),
    (2, "Lập bản đồ số bến thủy", "Sở Nông nghiệp và Môi trường", "Quý IV/2026"),
)


def workbook(*rows: tuple[object, ...], font: str = "Arial") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.font = Font(name=font)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (15237170.0, "General", "15237170"),
        (0.0297013768, "0.0%", "3,0%"),
        (6.25, "0.0", "6,3"),  # half up, as Excel does
        (12.5, "#,##0", "13"),
        (1234567.891, "#,##0.00", "1234567,89"),
        (0.5, "General", "0,5"),
        (2.0, "0.0#", "2,0"),
        (7, '0 "xã"', "7"),
        (1e20, "General", "1e+20"),
        (float("inf"), "0.0", "inf"),
        (True, "General", "TRUE"),
        (None, "General", ""),
        ("Quý I", "@", "Quý I"),
        (dt.datetime(2026, 3, 5), "dd/mm/yyyy", "05/03/2026"),  # noqa: DTZ001 -- sheets have no zone
        (dt.datetime(2026, 3, 5, 7, 30), "General", "05/03/2026 07:30"),  # noqa: DTZ001 -- likewise
        (dt.date(2026, 3, 5), "General", "05/03/2026"),
        (dt.time(7, 30), "h:mm", "07:30"),
    ],
)
def test_a_value_is_written_as_its_cell_shows_it(
    value: object, number_format: str, expected: str
) -> None:
    assert shown(value, number_format) == expected  # type: ignore[arg-type]


def test_titles_are_lines_and_data_are_rows() -> None:
    assert read(workbook(*ANNEX)).pages[0].lines[:4] == (
        "PHỤ LỤC",
        "DANH MỤC NHIỆM VỤ NĂM 2026",
        "TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành",
        "1 | Khảo sát độ sâu luồng sông Mây | Sở Khoa học và Công nghệ | Quý III/2026",
    )


def test_a_row_of_an_annex_is_a_task_with_owner_and_time() -> None:
    facts = read_document(workbook(*ANNEX), "phu-luc.xlsx").facts
    owners = {owner for fact in facts for owner in getattr(fact, "owner", ())}
    assert {"Sở Khoa học và Công nghệ", "Sở Nông nghiệp và Môi trường"} <= owners
    assert any(getattr(fact, "due", None) for fact in facts)


def test_an_empty_cell_keeps_its_column() -> None:
    rows = ("TT", "Việc", "Hạn"), (1, None, "Quý I"), (2, "In", None)
    assert read(workbook(*rows)).pages[0].lines[1:] == ("1 |  | Quý I", "2 | In | ")


def test_cells_in_an_old_font_are_converted() -> None:
    raw = read(workbook(("Tæng sè dù ¸n", "Vèn ph¸p ®Þnh"), ("§Çu t\xad", 5), font=".VnTime"))
    assert raw.pages[0].lines == ("Tổng số dự án | Vốn pháp định", "Đầu tư | 5")
    assert raw.encoding == "TCVN3 (ABC)"


def test_a_hidden_sheet_is_left_out_and_said_so() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Biểu số 1", "Chỉ tiêu"])
    hidden = book.create_sheet("nháp")
    hidden.append(["không in"])
    hidden.sheet_state = "hidden"
    raw = read(saved(book))
    assert "không in" not in str(raw.pages)
    assert raw.notes == ("1 trang tính ẩn không đưa vào văn bản",)


def test_a_workbook_without_text_is_refused() -> None:
    with pytest.raises(NoTextError, match="không có ô"):
        read(workbook())


def test_a_document_type_declaration_is_refused() -> None:
    good = zipfile.ZipFile(io.BytesIO(workbook(*ANNEX)))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as bad:
        for name in good.namelist():
            entity = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
            bad.writestr(name, (entity if name == "xl/workbook.xml" else b"") + good.read(name))
    with pytest.raises(DamagedFileError, match="không an toàn"):
        read(made.getvalue())


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 3_000), st.binary(min_size=1, max_size=8))
def test_a_damaged_xlsx_is_read_or_refused(at: int, written: bytes) -> None:
    data = workbook(*ANNEX)
    assert is_read_or_refused(read, data[:at] + written + data[at + len(written) :])


@needs_shared
@settings(deadline=None, max_examples=40)
@given(st.data())
def test_a_damaged_xls_is_read_or_refused(data: st.DataObject) -> None:
    whole = shared("files", "legacy_encoded", "vni_2006-Mau22_CKTC_NSH.xls").read_bytes()
    at = data.draw(st.integers(0, len(whole)))
    written = data.draw(st.binary(max_size=16))
    assert is_read_or_refused(read_xls, whole[:at] + written + whole[at + len(written) :])


@needs_shared
def test_old_workbooks_are_read_with_their_fonts() -> None:
    paths = sorted(shared("files", "legacy_encoded").glob("*.xls"))
    read_ = [read_raw(path.read_bytes()) for path in paths]
    assert {raw.format for raw in read_} == {"xls"}
    assert all(raw.encoding for raw in read_)
