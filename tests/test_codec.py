"""Documents as JSON and back."""

from __future__ import annotations

import json
from datetime import date

import pytest
from fakes import make_document
from hypothesis import given
from hypothesis import strategies as st

from ingest.codec import decode, decode_all, decode_fact, dumps, encode, loads
from ingest.model import (
    Deadline,
    Document,
    DocumentInfo,
    Goal,
    Health,
    Page,
    Period,
    Reference,
    Section,
    Span,
    Task,
)

QUARTER = Period(date(2025, 1, 1), date(2025, 3, 31), "trong quý I năm 2025")
SPAN = Span(3, 9)
VALUES: list[object] = [
    SPAN,
    QUARTER,
    Period(None, None, "định kỳ", recurring="định kỳ"),
    Page(1, SPAN, "ocr", 0.93),
    Section(
        ("I", "1"), "khoản 1, mục I", "Mục đích", SPAN, (Section(("I", "1", "a"), "", "", SPAN),)
    ),
    Reference("57-NQ/TW", "Nghị quyết", "Bộ Chính trị", date(2024, 12, 22), SPAN),
    Goal("kinh tế số", "tối thiểu", "30", "% GDP", QUARTER, SPAN, ("II", "1")),
    Task(("Đảng ủy",), "tham mưu", ("Văn phòng",), (), None, SPAN),
    Deadline("Báo cáo", (), QUARTER, SPAN),
    Health("cần xem lại", ("thiếu ngày",), pages=3, pages_without_text=(2, 3)),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_every_value_type_comes_back_as_it_was(value: object) -> None:
    assert loads(type(value), dumps(value)) == value


def test_a_whole_document_comes_back_as_it_was() -> None:
    document, _ = make_document(["Điều thứ nhất", "Điều thứ hai"])
    full = Document(
        info=document.info,
        text=document.text,
        pages=(Page(1, SPAN, "text layer"),),
        sections=document.sections,
        passages=document.passages,
        facts=tuple(v for v in VALUES if isinstance(v, Goal | Task | Deadline)),
        references=tuple(v for v in VALUES if isinstance(v, Reference)),
        health=document.health,
    )
    assert loads(Document, dumps(full)) == full


def test_json_has_the_names_of_the_fields_and_readable_dates() -> None:
    document, _ = make_document(["Nội dung"])
    shown = json.loads(dumps(document))
    assert list(shown) == [
        "info", "text", "pages", "sections", "passages", "facts", "references", "health",
    ]  # fmt: skip
    assert shown["info"]["issued"] == "2025-01-02"
    assert shown["passages"][0]["span"] == {"start": 0, "end": 8}
    assert "Nội dung" in dumps(document)


def test_a_fact_carries_its_kind() -> None:
    for value, kind in ((VALUES[6], "goal"), (VALUES[7], "task"), (VALUES[8], "deadline")):
        shown = encode(value)
        assert isinstance(shown, dict)
        assert shown["kind"] == kind
        assert decode_fact(shown) == value


def test_a_field_stored_before_it_existed_takes_its_default() -> None:
    assert decode(Health, {"verdict": "tốt"}) == Health("tốt")


def test_a_field_that_is_no_longer_known_is_passed_over() -> None:
    assert decode_all(Span, [{"start": 1, "end": 2, "colour": "đỏ"}]) == (Span(1, 2),)


def test_a_value_without_json_form_is_refused() -> None:
    with pytest.raises(TypeError, match="set"):
        encode({1, 2})


@given(st.text(), st.lists(st.text()), st.none() | st.dates())
def test_any_text_and_date_survives(title: str, names: list[str], issued: date | None) -> None:
    info = DocumentInfo(
        "x", None, None, title, None, None, issued, None, tuple(names), title, "0" * 64
    )
    assert loads(DocumentInfo, dumps(info)) == info
