"""How well a document could be read: a verdict that follows from its reasons."""

from __future__ import annotations

import pytest
from papers import PLAN, kh180, papers

from ingest.codec import loads
from ingest.header import read_header
from ingest.health import assess
from ingest.model import CanonicalText, Health, Page, RawPage, RawText, Span
from ingest.read import read_document
from ingest.structure import find_sections


def health(text: str, **changes: int) -> Health:
    """Return the health of a text, as if ``lost`` characters of it could not be read."""
    raw = RawText("text", (RawPage(None, tuple(text.split("\n"))),), encoding="utf-8")
    canon = CanonicalText(text, (), changes.get("lost", 0))
    head = read_header(text)
    return assess(raw, canon, head, find_sections(text, head.body))


@pytest.mark.parametrize("document", [p for p, _ in papers()], ids=[p.info.id for p, _ in papers()])
def test_a_whole_paper_is_well_read(document: object) -> None:
    found = document.health  # type: ignore[attr-defined]
    assert found.format == "text"
    assert found.verdict in {"tốt", "cần xem lại"}
    assert (found.verdict == "tốt") == (not found.reasons)


def test_the_made_up_plan_lacks_nothing() -> None:
    found = health(PLAN)
    assert (found.verdict, found.reasons, found.fields_missing) == ("tốt", (), ())
    assert found.encoding == "utf-8"


@pytest.mark.parametrize(
    ("gone", "named"),
    [
        ("Số 45-KH/TU\n", "số, ký hiệu"),
        ("Bắc Sơn, ngày 05 tháng 3 năm 2026\n", "ngày ban hành"),
    ],
)
def test_a_field_of_the_head_that_is_missing_is_named(gone: str, named: str) -> None:
    found = read_document(PLAN.replace(gone, "").encode(), "45.txt").health
    assert found.verdict == "cần xem lại"
    assert named in found.fields_missing
    assert any(named in reason for reason in found.reasons)


def test_without_number_type_and_date_a_paper_cannot_be_trusted() -> None:
    text = "Các xã đã hoàn thành việc trồng cây phân tán trong dịp Tết Nguyên đán vừa qua."
    assert read_document(text.encode(), "a.txt").health.verdict == "không tin cậy được"


def test_a_gap_in_the_numbers_is_named() -> None:
    text = PLAN.replace("2. Số hóa tài liệu địa chí\n", "")
    found = read_document(text.encode(), "45.txt").health
    assert found.verdict == "cần xem lại"
    assert found.numbering_gaps
    assert set(found.numbering_gaps) <= set(found.reasons)


@pytest.mark.parametrize(
    ("lost", "verdict"), [(0, "tốt"), (1, "cần xem lại"), (len(PLAN) // 50, "không tin cậy được")]
)
def test_lost_characters_lower_the_verdict(lost: int, verdict: str) -> None:
    found = health(PLAN, lost=lost)
    assert found.verdict == verdict
    assert found.lost_characters == lost
    assert any("ký tự" in reason for reason in found.reasons) == (lost > 0)


def test_a_page_without_text_is_named() -> None:
    head = read_header(PLAN)
    pages = (Page(1, Span(0, len(PLAN)), "text layer"), Page(2, Span(len(PLAN), len(PLAN)), "none"))
    raw = RawText("pdf", (RawPage(1, (PLAN,)), RawPage(2, (), "none")), notes=("ghi chú",))
    found = assess(raw, CanonicalText(PLAN, pages), head, find_sections(PLAN, head.body))
    assert (found.pages, found.pages_without_text) == (2, (2,))
    assert found.verdict == "cần xem lại"
    assert any("2" in reason for reason in found.reasons)
    assert "ghi chú" in found.reasons


def test_the_shipped_plan_has_its_verdict_with_reasons() -> None:
    found = kh180().health
    assert found.lost_characters == 0
    assert found.verdict != "không tin cậy được"


def _scanned(confidence: float | None, **found: object) -> Health:
    """Return the health of the plan, its one page recognised with this confidence."""
    raw = RawText("pdf", (RawPage(1, ()),), wrapped=True, **found)  # type: ignore[arg-type]
    canon = CanonicalText(PLAN, (Page(1, Span(0, len(PLAN)), "ocr", confidence),))
    head = read_header(PLAN)
    return assess(raw, canon, head, find_sections(PLAN, head.body))


@pytest.mark.parametrize(
    ("confidence", "verdict"),
    [(0.97, "tốt"), (0.8, "cần xem lại"), (0.5, "không tin cậy được"), (None, "tốt")],
)
def test_the_confidence_of_recognition_bears_on_the_verdict(
    confidence: float | None, verdict: str
) -> None:
    found = _scanned(confidence)
    assert (found.verdict, found.recognised_share) == (verdict, 1.0)
    assert "nhận dạng từ bản quét" in found.reasons[0]
    assert found.recognised_confidence == confidence


def test_hidden_text_is_a_reason_to_look_again() -> None:
    found = _scanned(None, hidden=("3 dòng chữ trắng",))
    assert found.verdict == "cần xem lại"
    assert any("3 dòng chữ trắng" in reason for reason in found.reasons)


@pytest.mark.parametrize(
    ("rows", "ragged"),
    [
        ("TT | Nhiệm vụ | Cơ quan\n1 | Số hóa | Sở Nội vụ\n2 | Đào tạo |", 0),
        ("TT | Nhiệm vụ | Cơ quan\n1 | Số hóa | Sở Nội vụ | Quý I", 1),
        ("TT | Việc\n1 | a | b\n\nTT | Việc\n1 | a", 1),
    ],
)
def test_a_table_with_cells_beyond_its_headings_is_counted(rows: str, ragged: int) -> None:
    found = health(PLAN.replace("Nơi nhận:", f"{rows}\n\nNơi nhận:"))
    assert found.tables_not_understood == ragged
    assert (found.verdict == "tốt") == (ragged == 0)


def test_a_report_of_an_earlier_version_stays_readable() -> None:
    stored = '{"verdict":"tốt","reasons":[],"format":"text","pages":0}'
    assert loads(Health, stored) == Health("tốt", format="text")


def test_words_that_cannot_be_vietnamese_lower_the_verdict() -> None:
    misread = "Cfc xf lfp kf hofch thfc hifn, bfo cfo kft quf vf Tfnh fy trfng nfm. "
    found = health(PLAN.replace("1. Hoàn thiện", misread * 6 + "\n\n1. Hoàn thiện"))
    assert found.verdict == "cần xem lại"
    assert any("không thành âm tiết" in reason for reason in found.reasons)
