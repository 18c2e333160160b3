"""Why a passage was found, and what it can be looked for by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from known_ids import KH180

from api.page_search import Wanted, facets, reasons

if TYPE_CHECKING:
    from service import Service

pytest_plugins = ("service",)


def test_the_words_found_and_those_not_found_are_named(service: Service) -> None:
    parts = service.app.state.parts
    words = "báo cáo kết quả xylophone"
    hits = parts.search(Wanted(words, documents=("180-KH/TU",)).query(parts.shelf)).hits
    why = reasons(words, hits)
    assert why[0].matched == ("báo", "cáo", "kết", "quả")
    assert why[0].missing == ("xylophone",)
    assert "rất gần" in {each.lexical for each in why}


def test_a_score_is_told_against_the_best_of_the_page(service: Service) -> None:
    parts = service.app.state.parts
    hits = parts.search(Wanted("thư viện").query(parts.shelf)).hits
    best = max(hits, key=lambda hit: hit.lexical or 0)
    halved = best.model_copy(update={"lexical": (best.lexical or 0) * 0.6, "dense": None})
    weak = best.model_copy(update={"lexical": (best.lexical or 0) * 0.1, "dense": 0.0})
    why = reasons("thư viện", (best, halved, weak))
    assert [each.lexical for each in why] == ["rất gần", "gần", "hơi gần"]
    assert [each.dense for each in why][1:] == ["", ""]


def test_every_filter_offers_what_the_library_holds(service: Service) -> None:
    found = facets(service.library.documents())
    assert [info.id for info in found.documents] == [service.plan, KH180]
    assert found.types == ("Kế hoạch",)
    assert found.years == (2026, 2025)
    assert "Ban Thường vụ Tỉnh ủy Tiền Giang" in found.issuers


def test_a_year_keeps_to_its_days(service: Service) -> None:
    parts = service.app.state.parts
    hits = parts.search(Wanted("báo cáo", year=2026).query(parts.shelf)).hits
    assert {hit.document.id for hit in hits} == {service.plan}


def test_words_that_no_passage_has_are_not_told_as_near_in_meaning(service: Service) -> None:
    page = service.client.get("/search", params={"q": "xyzzy qqq"}).text
    assert "Không đoạn nào có những từ này" in page
    assert "rất gần" not in page
    found = service.client.get("/search", params={"q": "báo cáo kết quả"}).text
    assert "Không đoạn nào có những từ này" not in found
    assert "rất gần" in found
