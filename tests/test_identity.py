"""Which documents are one, and what id a newcomer gets."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fakes import make_document

from index.identity import poorer, renamed, same_document, settled, slug
from ingest.model import Health

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


GOOD = Health("tốt", pages=2)
DOUBTED = Health("cần xem lại", pages=2, lost_characters=3)
BAD = Health("không tin cậy được", pages=2, lost_characters=900)
SCAN = Health(
    "tốt", pages=2, recognised_pages=(1, 2), recognised_share=1.0, recognised_confidence=0.91
)
HALF_SCAN = replace(SCAN, recognised_pages=(2,), recognised_share=0.5)
DOUBTED_SCAN = replace(SCAN, verdict="cần xem lại")


@pytest.mark.parametrize(
    ("new", "held", "asks"),
    [
        (GOOD, GOOD, False),  # a correction, as always
        (GOOD, DOUBTED, False),
        (DOUBTED, GOOD, True),
        (BAD, DOUBTED, True),
        (SCAN, GOOD, True),  # recognition is never as good as the letters themselves
        (SCAN, DOUBTED, True),
        (SCAN, HALF_SCAN, True),
        (HALF_SCAN, SCAN, False),
        (SCAN, SCAN, False),  # scanned again
        (DOUBTED_SCAN, SCAN, True),
        (SCAN, DOUBTED_SCAN, False),
        (GOOD, SCAN, False),
        (SCAN, BAD, False),  # a layer nobody can rely on is no loss
        (DOUBTED, SCAN, True),
    ],
)
def test_a_copy_read_worse_must_not_silently_replace(
    new: Health, held: Health, *, asks: bool
) -> None:
    told = poorer(replace(TIEN_GIANG, health=new), replace(TIEN_GIANG, health=held))
    assert (told is not None) is asks


def test_it_is_told_how_either_copy_was_read_and_what_to_do() -> None:
    told = str(poorer(replace(TIEN_GIANG, health=SCAN), replace(TIEN_GIANG, health=GOOD)))
    assert "bản đang có: tốt, chữ có sẵn trong tệp" in told
    assert "tệp này: tốt, 2/2 trang nhận dạng từ bản quét, độ tin cậy 91 %" in told
    assert "Bản đang có được giữ nguyên" in told
    assert "--replace" in told


CLEAN = "Các cấp ủy, tổ chức đảng quán triệt và triển khai thực hiện đúng thời hạn đã giao"
MISREAD = "Các cấp ủy, tổ chfc đảng quán trlệt và triển khai thực hlện đúng thời hạn đã giao"


@pytest.mark.parametrize(("new", "held", "asks"), [(MISREAD, CLEAN, True), (CLEAN, MISREAD, False)])
def test_a_copy_whose_words_are_broken_does_not_silently_replace_a_whole_one(
    new: str, held: str, *, asks: bool
) -> None:
    document, other = make_document([new])[0], make_document([held])[0]
    told = poorer(document, other)
    assert (told is not None) is asks
    assert told is None or "không thành âm tiết" in str(told)
    unsure = replace(other, health=BAD)  # no loss, whatever replaces it
    assert poorer(document, unsure) is None
