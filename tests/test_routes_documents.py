"""Documents as a program reads them, by id and by every written form of their number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fakes import HashingEmbedder
from known_ids import KH180, NQ57
from papers import PLAN
from shared import CORPUS
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from index.library import Library
from ingest.read import read_document

if TYPE_CHECKING:
    from pathlib import Path

    from service import Service

pytest_plugins = ("service",)


def test_the_list_holds_what_is_held_and_what_is_only_known(service: Service) -> None:
    body = service.client.get("/v1/documents").json()
    held = {row["id"]: row["held"] for row in body["documents"]}
    assert held[KH180] is True
    assert held[service.plan] is True
    assert held[NQ57] is False
    assert held["18-nq-tw-2017-10-25"] is False
    assert held["186-hd-btgtw-2025-01-10"] is False
    assert body["total"] == len(held) == 5
    days = [row["issued"] for row in body["documents"]]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    "written", [KH180, "180-KH/TU", "180-kh/tu", "KH 180", "Kế hoạch số 180-KH/TU", "kh180"]
)
def test_a_document_answers_to_every_written_form(service: Service, written: str) -> None:
    body = service.client.get(f"/v1/documents/{written}").json()
    assert body["info"]["id"] == KH180
    assert body["held"] is True


def test_a_document_tells_its_relations_both_ways(service: Service) -> None:
    body = service.client.get(f"/v1/documents/{KH180}").json()
    assert [(r["kind"], r["target"]) for r in body["relations"]] == [
        ("thực hiện", "186-hd-btgtw-2025-01-10"),
        ("thực hiện", NQ57),
        ("gắn với", "18-nq-tw-2017-10-25"),
    ]
    assert body["relations"][1]["document"]["symbol"] == "57-NQ/TW"
    assert body["health"]["verdict"]
    targets = {r["symbol"]: r["targets"] for r in body["references"]}
    assert targets["57-NQ/TW"] == [NQ57]
    text = service.client.get(f"/v1/documents/{KH180}/text").text
    for reference in body["references"]:
        assert text[reference["span"]["start"] : reference["span"]["end"]].strip()


def test_a_document_not_held_is_404_with_what_is_known(service: Service) -> None:
    for part in ("", "/text", "/outline", "/facts", "/original"):
        answer = service.client.get(f"/v1/documents/NQ57{part}")
        assert answer.status_code == 404
        body = answer.json()
        assert "chưa có toàn văn" in body["detail"]
        assert body["document"]["id"] == NQ57
        assert [(r["kind"], r["target"]) for r in body["related_from"]] == [("thực hiện", KH180)]
        assert [d["id"] for d in body["referenced_by"]] == [KH180]


def test_a_number_that_several_documents_bear_is_300(tmp_path: Path) -> None:
    twin = PLAN.replace("ngày 05 tháng 3 năm 2026", "ngày 05 tháng 3 năm 2021")
    items = [(read_document(t.encode(), "t.txt"), t.encode()) for t in (PLAN, twin)]
    with Library.open(tmp_path, HashingEmbedder) as library:
        ids = set(library.put(items))
        client = TestClient(create_app(Settings(data=tmp_path), library=library))
        for part in ("", "/text"):
            answer = client.get(f"/v1/documents/45-KH/TU{part}")
            assert answer.status_code == 300
            choices = answer.json()["choices"]
            assert {choice["id"] for choice in choices} == ids
            assert {choice["issued"] for choice in choices} == {"2021-03-05", "2026-03-05"}
        for one in ids:
            assert client.get(f"/v1/documents/{one}").status_code == 200


def test_the_text_is_the_canonical_text(service: Service) -> None:
    answer = service.client.get(f"/v1/documents/{KH180}/text")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text == service.library.document(KH180).text


def test_the_outline_is_the_section_tree(service: Service) -> None:
    body = service.client.get(f"/v1/documents/{KH180}/outline").json()
    assert [section["path"] for section in body["sections"]] == [["I"], ["II"], ["III"]]
    third = body["sections"][2]
    assert third["heading"] == "TỔ CHỨC THỰC HIỆN"
    assert [child["label"] for child in third["children"]][3] == "khoản 4, mục III"


def test_the_facts_of_a_document_are_its_own(service: Service) -> None:
    body = service.client.get(f"/v1/documents/{KH180}/facts").json()
    assert body["total"] > 0
    assert {fact["document"]["id"] for fact in body["facts"]} == {KH180}


def test_the_original_comes_back_byte_for_byte_and_never_as_a_page(service: Service) -> None:
    answer = service.client.get(f"/v1/documents/{KH180}/original")
    assert answer.content == (CORPUS / "180-KH-TU.txt").read_bytes()
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "180-KH-TU.txt" in answer.headers["content-disposition"]
    assert "html" not in answer.headers["content-type"]


def test_a_passage_comes_with_its_place_and_neighbours(service: Service) -> None:
    body = service.client.get(f"/v1/passages/{KH180}%23III.4").json()
    assert body["passage"]["text"].startswith("4. Báo Ấp Bắc")
    assert body["official"].startswith("khoản 4, mục III, Kế hoạch số 180-KH/")
    assert body["previous"] == f"{KH180}%23III.3".replace("%23", "#")
    before = service.client.get(f"/v1/passages/{body['previous'].replace('#', '%23')}").json()
    assert before["following"] == body["passage"]["id"]


@pytest.mark.parametrize(("address", "word"), [(KH180, "%23"), (f"{KH180}%23XX.9", "XX.9")])
def test_a_passage_that_is_not_there_is_404(service: Service, address: str, word: str) -> None:
    answer = service.client.get(f"/v1/passages/{address}")
    assert answer.status_code == 404
    assert word in answer.json()["detail"]


def test_every_passage_of_the_library_can_be_fetched(service: Service) -> None:
    for document in service.library.documents():
        for passage in service.library.document(document.id).passages:
            address = passage.id.replace("#", "%23")
            body = service.client.get(f"/v1/passages/{address}").json()
            assert body["passage"]["text"] == passage.text
