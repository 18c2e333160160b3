"""What travels: the five outcomes in one shape, addresses, pages, highlights."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import kh180, plan
from pydantic import ValidationError

from api.highlight import highlights
from api.model import (
    Ambiguous,
    Answered,
    Choice,
    Citation,
    Claim,
    NotFound,
    NotHeld,
    Outcome,
    Partial,
)
from api.problems import KINDS, MISTAKES, STATUSES, field_error, problem, problem_of
from api.question import understand
from api.shelf import Shelf
from api.to_wire import (
    Asked,
    anchor,
    ask_response,
    citation_shape,
    document_url,
    fact_entry,
    fact_shape,
    label_of,
    page_at,
)
from api.wire import AskRequest
from index.model import Hit, State
from ingest import errors
from ingest.model import Page, Span
from ingest.passages import SIGNATURE

if TYPE_CHECKING:
    from service import Service

    from ingest.model import Document

pytest_plugins = ("service",)

CHOICE = Choice("a", "1-KH/TU", "Kế hoạch", "thử", None, date(2025, 1, 2), held=True)
ASKED = Asked("hạn nào", 1.5)


def _hit(document: Document) -> Hit:
    return Hit(document.passages[0], document.info, 0.5, 1.0, 0.2, 1)


def _citation(document: Document) -> Citation:
    passage = document.passages[0]
    return Citation(
        1, document.info, passage.id, passage.path, passage.label, None,
        passage.text, passage.span, "", "", "vị trí",
    )  # fmt: skip


def test_a_citation_from_a_scan_carries_a_note_for_people() -> None:
    scanned = citation_shape(replace(_citation(plan()), ocr_confidence=0.91))
    assert scanned.ocr_note == "nhận dạng từ bản quét, độ tin cậy 91 %"
    assert citation_shape(_citation(plan())).ocr_note is None


CLAIM = Claim("xong", 0, 4, (1,))
OUTCOMES: tuple[tuple[Outcome, str, set[str]], ...] = (
    (
        Answered("xong", (CLAIM,), (_citation(plan()),), ((plan().info.id, plan().facts[0]),)),
        "answered",
        {"claims", "citations", "facts"},
    ),
    (Partial("xong", (CLAIM,), (_citation(plan()),)), "partial", {"claims", "citations"}),
    (NotFound("không", (_hit(plan()),)), "not_found", {"nearest"}),
    (Ambiguous("chọn", (CHOICE, CHOICE)), "ambiguous", {"choices"}),
    (NotHeld("chưa có", (CHOICE,)), "not_held", {"missing_documents"}),
)


@pytest.mark.parametrize(("outcome", "status", "filled"), OUTCOMES)
def test_each_outcome_has_its_status_and_fields(
    service: Service, outcome: Outcome, status: str, filled: set[str]
) -> None:
    shape = ask_response(outcome, ASKED, Shelf(service.library, ()))
    body = shape.model_dump(mode="json")
    lists = {name for name, value in body.items() if isinstance(value, list) and value}
    assert body["status"] == status
    assert lists == filled
    assert body["took_ms"] == 1.5
    assert State(**service_state(service)).generation == body["index"]["generation"]


def service_state(service: Service) -> dict[str, object]:
    """Return the fields of the library's state."""
    state = service.library.state()
    return {name: getattr(state, name) for name in State.__slots__}


@pytest.mark.parametrize(
    ("path", "url"),
    [
        (("III", "4"), "/documents/x#III.4"),
        (
            ("Chương II", "Điều 5", "2", "a"),
            "/documents/x#Ch%C6%B0%C6%A1ng_II.%C4%90i%E1%BB%81u_5.2.a",
        ),
        (("II", "1", "-2"), "/documents/x#II.1.-2"),
        ((), "/documents/x"),
    ],
)
def test_a_place_has_an_address(path: tuple[str, ...], url: str) -> None:
    assert document_url("x", path) == url
    assert " " not in anchor(path)


@pytest.mark.parametrize(("offset", "page"), [(0, 1), (9, 1), (10, 2), (25, 4), (99, 4)])
def test_an_offset_stands_on_a_page(offset: int, page: int) -> None:
    pages = [
        Page(number, Span(start, start + 10), "text layer")
        for number, start in ((1, 0), (2, 10), (4, 20))
    ]
    assert page_at(pages, offset) == page
    assert page_at((), offset) is None


def test_a_label_is_the_section_s_own() -> None:
    document = kh180()
    for section in document.walk():
        assert label_of(document, section.path) == section.label
    for passage in document.passages:
        if passage.label != SIGNATURE:  # which has no path of its own
            assert label_of(document, passage.path) == passage.label


def test_every_fact_travels_with_its_kind_and_proof() -> None:
    for document in (plan(), kh180()):
        for fact in document.facts:
            bare = fact_shape(fact).model_dump(mode="json")
            entry = fact_entry(fact, document).model_dump(mode="json")
            assert bare["kind"] in {"goal", "task", "deadline"}
            assert {name: entry[name] for name in bare} == bare
            assert entry["quote"] == fact.span.of(document.text)


@pytest.mark.parametrize(
    ("typed", "text", "words"),
    [
        ("chuyển đổi số", "Đẩy mạnh Chuyển đổi số ở xã", ["Chuyển đổi số"]),
        ("chuyen doi so", "Đẩy mạnh Chuyển đổi số ở xã", ["Chuyển đổi số"]),
        ("thư viện", "thu viện phí của thư viện", ["viện", "thư viện"]),  # "thu" is another word
        ("hoà bình", "hòa bình, hoà bình", ["hòa bình", "hoà bình"]),  # both places of the tone
        ("thư viện", "không có gì", []),
    ],
)
def test_the_words_of_a_question_are_marked(typed: str, text: str, words: list[str]) -> None:
    marks = highlights(understand(typed), text)
    assert [text[start:end] for start, end in marks] == words


@given(st.text(max_size=60), st.text(max_size=200))
def test_marks_are_sorted_apart_and_inside(typed: str, text: str) -> None:
    marks = highlights(understand(typed), text)
    edges = [edge for mark in marks for edge in mark]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in marks)


def test_a_request_is_trimmed_and_checked() -> None:
    assert AskRequest(question="  hạn nào  ").question == "hạn nào"
    for wrong in ({"question": " "}, {"question": "x", "limit": 0}, {"question": "x", "y": 1}):
        with pytest.raises(ValidationError):
            AskRequest.model_validate(wrong)


def test_every_error_of_the_product_has_a_status() -> None:
    classes = [cls for cls in vars(errors).values() if isinstance(cls, type)]
    foreseen = [cls for cls in classes if issubclass(cls, errors.TracuuError)]
    for cls in foreseen:
        error = cls("x", ()) if cls is errors.AmbiguousDocumentError else cls("x")
        shape = problem_of(error)
        assert shape.status in {300, 404, 409, 422, 503}
        assert shape.detail == "x"
    assert {kind.status for _, kind in KINDS} == {300, 400, 403, 404, 409, 413, 422, 503}


def test_a_bare_status_is_explained() -> None:
    for status in STATUSES:
        assert problem(status).detail
    assert problem(418).status == 418


@pytest.mark.parametrize(
    ("place", "mistake", "figures", "field", "detail"),
    [
        (("body", "question"), "missing", {}, "question", "bắt buộc phải có"),
        (("query", "limit"), "less_than_equal", {"le": 100}, "limit", "không được quá 100"),
        (("body", "documents", 3), "string_type", {}, "documents.3", "phải là chuỗi ký tự"),
        (("body",), "model_attributes_type", {}, "body", "phải là một đối tượng JSON"),
        (("body", "x"), "a_new_kind", {}, "x", "không hợp lệ"),
    ],
)
def test_a_mistake_is_told_in_words(
    place: tuple[int | str, ...], mistake: str, figures: dict[str, object], field: str, detail: str
) -> None:
    error = field_error(place, mistake, figures)
    assert (error.field, error.detail) == (field, detail)
    assert error.pointer == "#/" + field.replace(".", "/")


def test_the_words_for_mistakes_are_vietnamese() -> None:
    assert all(not words.isascii() for words in MISTAKES.values())
