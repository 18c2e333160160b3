"""The questions a program asks: /v1/ask, /v1/search, /v1/facts, and whether the service runs."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from known_ids import KH180

from api.register import COLUMNS

if TYPE_CHECKING:
    from typing import Any

    from service import Service

pytest_plugins = ("service",)

REPORT = "Báo cáo kết quả quán triệt, tuyên truyền Nghị quyết số 57-NQ/TW trước ngày nào?"


def _ask(service: Service, question: str, **more: object) -> dict[str, Any]:
    answer = service.client.post("/v1/ask", json={"question": question, **more})
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def test_an_answer_has_every_field_of_the_contract(service: Service) -> None:
    body = _ask(service, REPORT)
    assert set(body) == {
        *("status", "answer", "claims", "citations", "facts", "choices"),
        *("missing_documents", "nearest", "index", "took_ms"),
    }
    assert body["status"] == "answered"
    assert "10/5/2025" in body["answer"]
    citation = body["citations"][0]
    assert set(citation) == {
        *("number", "document", "passage_id", "path", "label", "page", "quote", "start", "end"),
        *("prefix", "suffix", "official", "url", "source", "ocr_confidence", "ocr_note"),
    }
    assert citation["number"] == 1
    assert citation["document"]["id"] == KH180
    assert citation["passage_id"] == f"{KH180}#III.4"
    assert citation["url"] == f"/documents/{KH180}#III.4"
    assert citation["official"].startswith("khoản 4, mục III, Kế hoạch số 180-KH/")
    assert citation["page"] is None
    assert set(body["index"]) == {"generation", "model", "documents"}


def test_a_quote_is_a_slice_of_the_text_and_a_claim_of_the_answer(service: Service) -> None:
    body = _ask(service, REPORT)
    for citation in body["citations"]:
        text = service.client.get(f"/v1/documents/{citation['document']['id']}/text").text
        start, end = citation["start"], citation["end"]
        assert text[start:end] == citation["quote"]
        assert text[:start].endswith(citation["prefix"])
        assert text[end:].startswith(citation["suffix"])
    numbers = {citation["number"] for citation in body["citations"]}
    for claim in body["claims"]:
        assert body["answer"][claim["start"] : claim["end"]] == claim["text"]
        assert set(claim["citations"]) <= numbers


def test_what_is_not_in_the_library_has_no_citation(service: Service) -> None:
    body = _ask(service, "Giá vé tàu điện ngầm ở Paris là bao nhiêu?")
    assert body["status"] == "not_found"
    assert body["citations"] == []
    assert body["claims"] == []


def test_a_document_known_but_not_held_is_named(service: Service) -> None:
    body = _ask(service, "Mục tiêu kinh phí R&D năm 2030 của Nghị quyết 57-NQ/TW là bao nhiêu?")
    assert body["status"] == "not_held"
    assert [d["id"] for d in body["missing_documents"]] == ["57-nq-tw-2024-12-22"]
    assert body["missing_documents"][0]["held"] is False
    assert "2% GDP" in body["answer"]  # as the digest tells
    assert {citation["source"] for citation in body["citations"]} == {"digest"}


def test_a_document_without_text_and_digest_is_only_named(service: Service) -> None:
    body = _ask(service, "Mục tiêu của Nghị quyết 91-NQ/TW là gì?")
    assert body["status"] == "not_held"
    assert body["citations"] == []


def test_an_answer_keeps_to_the_documents_named(service: Service) -> None:
    body = _ask(service, "Ai chủ trì thực hiện?", documents=["45-KH/TU"])
    assert {c["document"]["id"] for c in body["citations"]} <= {service.plan}


def test_an_unknown_document_in_a_question_is_answered_not_failed(service: Service) -> None:
    answer = service.client.post("/v1/ask", json={"question": "x", "documents": ["999-NQ/TW"]})
    assert answer.status_code in {200, 404}
    if answer.status_code == 200:
        assert answer.json()["status"] in {"not_found", "not_held"}


@pytest.mark.parametrize(
    "typed", ["chuyên trang, chuyên mục tuyên truyền", "chuyen trang chuyen muc tuyen truyen"]
)
def test_search_finds_the_passage_typed_with_and_without_marks(
    service: Service, typed: str
) -> None:
    body = service.client.get("/v1/search", params={"q": typed}).json()
    assert body["hits"][0]["passage_id"] == f"{KH180}#III.4"
    assert body["query"]["typed"] == typed
    assert body["query"]["understood"]
    assert body["took_ms"] >= 0


def test_highlights_are_the_words_asked_for(service: Service) -> None:
    body = service.client.get("/v1/search", params={"q": "chuyên mục Ấp Bắc", "limit": 1}).json()
    hit = body["hits"][0]
    marked = [hit["text"][start:end].lower() for start, end in hit["highlights"]]
    assert "ấp bắc" in marked
    assert any("chuyên mục" in words for words in marked)


def test_search_gives_pages_that_follow_each_other(service: Service) -> None:
    def found(**page: int) -> list[str]:
        body = service.client.get("/v1/search", params={"q": "tuyên truyền", **page}).json()
        return [hit["passage_id"] for hit in body["hits"]]

    whole = found(limit=6)
    assert found(limit=3) + found(limit=3, offset=3) == whole
    assert len(set(whole)) == len(whole)


@pytest.mark.parametrize(
    ("narrowed", "kept"),
    [
        ({"document": "45-KH/TU"}, "plan"),
        ({"document": KH180}, "shipped"),
        ({"type": "Nghị quyết"}, "none"),
        ({"issued_from": "2026-01-01"}, "plan"),
        ({"issued_to": "2025-12-31"}, "shipped"),
    ],
)
def test_search_filters(service: Service, narrowed: dict[str, str], kept: str) -> None:
    body = service.client.get("/v1/search", params={"q": "kế hoạch", **narrowed}).json()
    wanted = {"plan": {service.plan}, "shipped": {KH180}, "none": set()}[kept]
    assert {hit["document"]["id"] for hit in body["hits"]} == wanted


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("", "q"),
        ("q=", "q"),
        ("q=x&limit=101", "limit"),
        ("q=x&limit=a", "limit"),
        ("q=x&offset=-1", "offset"),
        ("q=x&issued_from=hôm nay", "issued_from"),
        ("q=x&lạ=1", "lạ"),
        ("q=" + "x" * 2_001, "q"),
    ],
)
def test_a_bad_search_names_the_field(service: Service, query: str, field: str) -> None:
    answer = service.client.get(f"/v1/search?{query}")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == field


def test_facts_carry_the_words_that_prove_them(service: Service) -> None:
    body = service.client.get("/v1/facts", params={"kind": "deadline", "document": KH180}).json()
    text = service.client.get(f"/v1/documents/{KH180}/text").text
    assert body["total"] == len(body["facts"]) > 0
    for fact in body["facts"]:
        assert fact["kind"] == "deadline"
        assert text[fact["span"]["start"] : fact["span"]["end"]] == fact["quote"]
        assert fact["official"].startswith(fact["label"])


def test_facts_are_found_by_day(service: Service) -> None:
    span = {"due_from": "2025-05-01", "due_to": "2025-05-31", "kind": "deadline"}
    body = service.client.get("/v1/facts", params=span).json()
    assert [fact["due"]["last"] for fact in body["facts"]] == ["2025-05-09"]


def test_facts_are_found_by_owner_with_and_without_marks(service: Service) -> None:
    def count(owner: str) -> int:
        body = service.client.get("/v1/facts", params={"owner": owner}).json()
        total: int = body["total"]
        return total

    assert count("mặt trận tổ quốc") == count("mat tran to quoc") > 0
    assert count("không có cơ quan này") == 0


def test_facts_give_pages(service: Service) -> None:
    whole = service.client.get("/v1/facts").json()
    part = service.client.get("/v1/facts", params={"limit": 2, "offset": 1}).json()
    assert part["facts"] == whole["facts"][1:3]
    assert part["total"] == whole["total"]


def test_facts_as_csv_open_in_excel(service: Service) -> None:
    answer = service.client.get("/v1/facts", params={"format": "csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "tracuu.csv" in answer.headers["content-disposition"]
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == [name for name, _ in COLUMNS]
    assert len(rows) == 1 + service.client.get("/v1/facts").json()["total"]


@pytest.mark.parametrize(("form", "start"), [("xlsx", b"PK"), ("ics", b"BEGIN:VCALENDAR\r\n")])
def test_facts_as_a_file(service: Service, form: str, start: bytes) -> None:
    answer = service.client.get("/v1/facts", params={"format": form})
    assert answer.content.startswith(start)


def test_facts_of_a_kind_that_does_not_exist_are_422(service: Service) -> None:
    answer = service.client.get("/v1/facts", params={"kind": "wish"})
    assert answer.status_code == 422
    assert "goal" in answer.json()["errors"][0]["detail"]


def test_the_service_says_that_it_lives_and_is_ready(service: Service) -> None:
    assert service.client.get("/healthz").json()["status"] == "ok"
    ready = service.client.get("/readyz").json()
    assert ready["status"] == "ready"
    assert ready["documents"] == 2
    assert ready["passages"] > 0
