"""Which documents are one, and what id a newcomer gets."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fakes import make_document

from index.identity import renamed, same_document, settled, slug

TIEN_GIANG = make_document(["Một"], "5-kh-tu-2025-01-02", place="Tiền Giang")[0]
BEN_TRE = make_document(["Hai"], "5-kh-tu-2025-01-02", place="Bến Tre")[0]


def test_a_free_id_is_kept() -> None:
    assert settled(TIEN_GIANG, lambda _: None) == TIEN_GIANG


def test_the_same_document_with_other_bytes_keeps_its_id() -> None:
    other = make_document(["Một, sửa"], "5-kh-tu-2025-01-02", place="TIỀN GIANG")[0]
    assert settled(other, {TIEN_GIANG.info.id: TIEN_GIANG.info}.get) == other


def test_another_provinces_document_of_the_same_number_and_day_gets_its_place_appended() -> None:
    own = settled(BEN_TRE, {TIEN_GIANG.info.id: TIEN_GIANG.info}.get)
    assert own.info.id == "5-kh-tu-2025-01-02-ben-tre"
    assert own.passages[0].id == "5-kh-tu-2025-01-02-ben-tre#1"
    assert own.passages[0].document_id == own.info.id
    assert own.passages[0].text == BEN_TRE.passages[0].text


def test_issuer_and_then_digest_decide_where_the_place_does_not() -> None:
    one = make_document(["Ba"], "5-kh", place=None, issuer="Huyện ủy A")[0]
    two = make_document(["Bốn"], "5-kh", place=None, issuer="Huyện ủy B")[0]
    held = {"5-kh": one.info}
    assert settled(two, held.get).info.id == "5-kh-huyen-uy-b"
    held["5-kh-huyen-uy-b"] = one.info
    assert settled(two, held.get).info.id == f"5-kh-{two.info.sha256[:8]}"


@pytest.mark.parametrize(
    ("place", "issuer", "same"),
    [
        ("Tiền Giang", "Ban Thường vụ Tỉnh ủy", True),
        ("Tiền Giang", "Ban Thường vụ Tỉnh uỷ", True),
        (None, None, True),  # a poor copy that lacks both
        ("Bến Tre", None, False),
        ("Tiền Giang", "Ủy ban Kiểm tra", False),
    ],
)
def test_places_and_issuers_tell_documents_apart(
    place: str | None, issuer: str | None, *, same: bool
) -> None:
    other = replace(TIEN_GIANG.info, place=place, issuer=issuer, sha256="f" * 64)
    assert same_document(TIEN_GIANG.info, other) is same


def test_renaming_to_the_same_name_changes_nothing() -> None:
    assert renamed(BEN_TRE, BEN_TRE.info.id) is BEN_TRE


def test_a_slug_is_ascii() -> None:
    assert slug("Bà Rịa – Vũng Tàu (Đảo)") == "ba-ria-vung-tau-dao"
