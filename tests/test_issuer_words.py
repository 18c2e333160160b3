"""The issuer said after a number says whose paper is meant and is no word of the matter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from papers import papers

from api.issuer_words import without_issuers
from api.question import understand

HELD = tuple(document.info for document, _ in papers())


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("QĐ 312 của UBND tỉnh Sơn Hà cần gì", "QĐ 312 cần gì"),
        ("qd 312 cua ubnd tinh son ha can gi", "qd 312 can gi"),
        ("QĐ 312 Sơn Hà: phòng đọc rộng bao nhiêu", "QĐ 312: phòng đọc rộng bao nhiêu"),
        ("phòng đọc theo QĐ 312 UBND tỉnh?", "phòng đọc theo QĐ 312 UBND?"),
        ("QĐ 312 khóa XII giao ai chủ trì", "QĐ 312 giao ai chủ trì"),
        ("qd 312 khoa 12 giao ai", "qd 312 giao ai"),
        # the word after the place is no part of the name, though "ban" is
        ("qd 312 cua son ha ban hanh khi nao", "qd 312 ban hanh khi nao"),
    ],
)
def test_the_issuer_is_left_out(typed: str, read: str) -> None:
    assert without_issuers(understand(typed), HELD).text == read


@pytest.mark.parametrize(
    "typed",
    [
        "QĐ 312 Ủy ban nhân dân cấp xã làm gì",  # a body that the paper charges
        "QĐ 312 của Bộ Tài chính quy định gì",  # another's: nothing of it is dropped
        "Sở Tài chính làm gì theo QĐ 312",
        "phòng đọc cần gì",
    ],
)
def test_other_bodies_stay(typed: str) -> None:
    assert without_issuers(understand(typed), HELD).text == typed


def test_of_two_papers_with_the_number_the_issuer_still_chooses() -> None:
    decision = next(info for info in HELD if info.symbol == "312/QĐ-UBND")
    twin = replace(decision, id="twin", issuer="Ủy ban nhân dân tỉnh Sơn Lâm", place="Sơn Lâm")
    typed = "QĐ 312 của UBND tỉnh Sơn Hà cần gì"
    assert without_issuers(understand(typed), (decision, twin)).text == typed
