"""How a document stands to others: on record, and as its own text says."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from known_ids import KH180
from papers import DECISION

from api.page_documents import examples, legislation, matching
from api.page_graph import Relative, carries_out, graph, relatives
from api.page_links import marks_of
from api.to_wire_documents import document_detail, document_rows
from ingest.read import read_document

if TYPE_CHECKING:
    from service import Service

pytest_plugins = ("service",)

HELD: frozenset[str] = frozenset()


def test_what_is_on_record_comes_first_and_stands_once(service: Service) -> None:
    shelf = service.app.state.parts.shelf
    document = shelf.document(KH180)
    found = relatives(document, document_detail(document, shelf), HELD)
    names = [(each.kind, each.name) for each in found]
    assert names[:3] == [
        ("thực hiện", "186-HD/BTGTW"), ("thực hiện", "57-NQ/TW"), ("gắn với", "18-NQ/TW"),
    ]  # fmt: skip
    assert len({(each.name, each.out) for each in found}) == len(found)


def test_the_text_itself_says_what_a_decision_rests_on(service: Service) -> None:
    document = read_document(DECISION.encode(), "312.txt")
    detail = document_detail(document, service.app.state.parts.shelf)
    kinds = {each.name: each.kind for each in relatives(document, detail, HELD)}
    assert kinds["46/2019/QH14"] == "căn cứ"
    assert kinds["93/2020/NĐ-CP"] == "căn cứ"
    assert kinds["118/QĐ-UBND"] == "viện dẫn"
    assert "312/QĐ-UBND" not in kinds


def test_every_relation_read_from_the_text_leads_to_its_words(service: Service) -> None:
    document = read_document(DECISION.encode(), "312.txt")
    detail = document_detail(document, service.app.state.parts.shelf)
    for each in relatives(document, detail, HELD):
        marks = marks_of(parse_qs(urlsplit(each.proof).query)["trich"], document.text)
        assert each.name in marks.spans[0].of(document.text)


def test_a_drawing_keeps_its_nodes_apart_and_inside() -> None:
    drawn = graph([Relative("căn cứ", str(n), out=True) for n in range(30)])
    places = [node.y for node in drawn.nodes]
    assert len(places) == 10
    assert all(b - a >= 40 for a, b in pairwise(places))
    assert 0 < places[0] < places[-1] < drawn.height


def test_the_head_for_machines_holds_only_what_is_known(service: Service) -> None:
    shelf = service.app.state.parts.shelf
    detail = document_detail(shelf.document(KH180), shelf)
    data = legislation(detail.info, detail.official)
    assert data["legislationIdentifier"] == "180-KH/TU"
    assert data["legislationDate"] == "2025-02-18"
    bare = detail.info.model_copy(update={"issuer": None, "signer": None, "issued": None})
    assert {"legislationPassedBy", "legislationResponsible", "legislationDate"}.isdisjoint(
        legislation(bare, "x")
    )


def test_the_library_answers_the_examples_it_shows(service: Service) -> None:
    parts = service.app.state.parts
    shown = examples(parts.shelf, parts.manifest.example)
    assert len(shown) == 3
    assert {parts.ask(question).status for question in shown} == {"answered"}


def test_the_list_is_narrowed_with_and_without_diacritics(service: Service) -> None:
    rows = document_rows(service.app.state.parts.shelf)
    for words in ("thư viện số", "THU VIEN so", "45-kh/tu bắc sơn"):
        assert [row.id for row in matching(rows, words, "")] == [service.plan]
    assert {row.type for row in matching(rows, "", "Nghị quyết")} == {"Nghị quyết"}
    assert matching(rows, "không có từ này", "") == ()


@pytest.mark.parametrize(
    ("title", "symbol", "expected"),
    [
        ("Chương trình hành động thực hiện Nghị quyết số 57-NQ/TW, ngày", "57-NQ/TW", True),
        ("THỰC HIỆN NGHỊ QUYẾT SỐ 48/NQ-CP NGÀY 03/4/2023", "48/NQ-CP", True),
        ("về tiếp tục thực hiện Nghị quyết số 20-NQ/TW", "20-NQ/TW", True),
        ("Sơ kết 5 năm thực hiện Nghị quyết số 57-NQ/TW", "57-NQ/TW", False),
        ("Báo cáo kết quả thực hiện Nghị quyết số 57-NQ/TW", "57-NQ/TW", False),
        ("về việc tổng kết thực hiện Chỉ thị số 35-CT/TW", "35-CT/TW", False),
        ("sửa đổi Nghị định số 30/2020/NĐ-CP", "30/2020/NĐ-CP", False),
        ("thực hiện Nghị quyết số 57-NQ/TW", "18-NQ/TW", False),
    ],
)
def test_a_title_tells_which_document_is_carried_out(
    title: str, symbol: str, *, expected: bool
) -> None:
    assert carries_out(title, symbol) is expected
