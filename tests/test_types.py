"""The tables of types, signs and abbreviations answer by name, by sign, and folded."""

from __future__ import annotations

import pytest

from ingest.text import fold
from ingest.types import (
    ABBREVIATIONS,
    ISSUERS,
    TYPES,
    is_issuer_sign,
    is_party,
    issuer_of_sign,
    printed_issuer,
    printed_sign,
    signs_of,
    type_named,
    type_of,
    types_of_sign,
)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("KẾ HOẠCH", "Kế hoạch"),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG thực hiện", "Chương trình hành động"),  # longer name first
        ("CHƯƠNG TRÌNH công tác", "Chương trình"),
        ("THÔNG BÁO KẾT LUẬN", "Thông báo"),
        ("QUY  ĐỊNH", "Quy định"),
        ("ke hoach 180", "Kế hoạch"),
        ("Thông tư liên tịch", "Thông tư liên tịch"),
        ("Nghị  quyết\tliên tịch", "Nghị quyết liên tịch"),
    ],
)
def test_a_type_is_known_by_the_name_that_opens_a_line(line: str, name: str) -> None:
    named = type_named(line)
    assert named is not None
    assert named[0] == name


@pytest.mark.parametrize("line", ["Luật sư đoàn", "của Kế hoạch", "", "Ban Chỉ đạo", "57"])
def test_a_line_without_a_type_in_front_names_none_but_its_first_word(line: str) -> None:
    assert type_named(line) in {None, ("Luật", 4)}


def test_qd_is_two_types_in_the_party_and_the_title_line_decides() -> None:
    assert set(types_of_sign("QĐ", party=True)) == {"Quyết định", "Quy định"}
    assert type_of("QĐ", issuer="TW") is None
    assert type_of("QĐ", issuer="TW", title="QUY ĐỊNH về thi hành Điều lệ Đảng") == "Quy định"
    assert type_of("QĐ", issuer="TW", title="QUYẾT ĐỊNH") == "Quyết định"
    assert type_of("QĐ", issuer="UBND") == "Quyết định"


@pytest.mark.parametrize(
    ("sign", "issuer", "name"),
    [
        ("TT", "TW", "Thông tri"),
        ("TT", "BTC", "Thông tư"),
        ("NĐ", "CP", "Nghị định"),
        ("ND", "CP", "Nghị định"),  # typed without đ
        ("KL", "TW", "Kết luận"),
        ("CTr", "TU", "Chương trình"),
        ("ĐA", "UBND", "Đề án"),
        ("DA", "UBND", "Dự án"),
        ("XX", None, None),
    ],
)
def test_issuer_and_exact_letters_settle_what_a_sign_means(
    sign: str, issuer: str | None, name: str | None
) -> None:
    assert type_of(sign, issuer=issuer) == name


def test_signs_are_printed_in_official_letters_whatever_was_typed() -> None:
    assert printed_sign("ctr") == "CTr"
    assert printed_sign("nd") == "NĐ"
    assert printed_sign("DA") == "DA"
    assert printed_sign("abc") is None
    assert printed_issuer("TTG") == "TTg"
    assert printed_issuer("qh15") == "QH15"
    assert printed_issuer("ubtvqh15") == "UBTVQH15"
    assert printed_issuer("TU") == "TU"
    assert printed_issuer("TƯ") == "TW"


@pytest.mark.parametrize("sign", ["TW", "TU", "BTGTW", "UBKTTU", "ĐU", "ĐĐQH15", "VPTW"])
def test_signs_of_party_bodies_are_told_from_those_of_the_state(sign: str) -> None:
    assert is_party(sign)


@pytest.mark.parametrize("sign", ["CP", "TTg", "UBND", "HĐND", "BTC", "BKHCN", "QH15", "UBTVQH15"])
def test_signs_of_state_bodies_are_no_party_signs(sign: str) -> None:
    assert not is_party(sign)


def test_only_a_sign_that_one_body_bears_names_its_issuer() -> None:
    assert issuer_of_sign("BTGTW") == "Ban Tuyên giáo Trung ương"
    assert issuer_of_sign("btgdvtw") == "Ban Tuyên giáo và Dân vận Trung ương"
    assert issuer_of_sign("QH15") == "Quốc hội"
    for shared_by_many in ("TW", "TU", "UBND", "HĐND", "ĐU"):
        assert issuer_of_sign(shared_by_many) is None


def test_a_word_is_no_sign_of_an_issuer_but_capitals_built_like_one_are() -> None:
    assert is_issuer_sign("SGDĐT")
    assert is_issuer_sign("BXYZ")
    assert not is_issuer_sign("ban")
    assert not is_issuer_sign("sau")


def test_names_and_signs_of_types_are_not_given_twice() -> None:
    names = [kind.name for kind in TYPES]
    assert len(names) == len(set(names))
    assert signs_of("ke hoach") == ("KH",)
    assert signs_of("không có") == ()


def test_folded_issuer_signs_do_not_collide() -> None:
    assert len({fold(sign) for sign in ISSUERS}) == len(ISSUERS)


def test_ambiguous_abbreviations_keep_every_expansion() -> None:
    assert ABBREVIATIONS["KH"] == ("kế hoạch", "khoa học")
    assert ABBREVIATIONS["CB"] == ("chi bộ", "cán bộ")
    assert set(ABBREVIATIONS["BTC"]) == {"Ban Tổ chức", "Bộ Tài chính"}
    assert "đổi mới sáng tạo" in ABBREVIATIONS["ĐMST"]
