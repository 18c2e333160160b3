"""A number typed alone names a document only where nothing else can be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from papers import papers

from api.bare_numbers import with_bare_numbers, with_tails_apart
from api.question import understand

if TYPE_CHECKING:
    from ingest.references import WrittenNumber

HELD = tuple(document.info for document, _ in papers())


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("312: điều kiện thành lập phòng đọc", "312/QĐ-UBND: điều kiện thành lập phòng đọc"),
        ("phòng đọc (312 ubnd) cần gì", "phòng đọc (312/QĐ-UBND) cần gì"),
        ("phòng đọc theo 312 cần gì", "phòng đọc theo 312/QĐ-UBND cần gì"),
    ],
)
def test_the_number_of_one_document_is_written_out(typed: str, read: str) -> None:
    assert with_bare_numbers(typed, HELD) == read


@pytest.mark.parametrize(
    "typed",
    [
        "312 người dự",
        "hỗ trợ 312 triệu đồng", "đạt 312%", "ngày 3/12", "điều 312", "mất 312 ngày",
        "999 cần gì",  # no document
        "năm 2025 làm gì", "45 làm gì",  # too short to be sure
        "",
    ],
)  # fmt: skip
def test_amounts_and_other_numbers_stay(typed: str) -> None:
    assert with_bare_numbers(typed, HELD) == typed


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("qđ 312 vp tỉnh làm gì", "qđ 312, vp tỉnh làm gì"),
        ("qd 312 bc hang nam luc nao", "qd 312, bc hang nam luc nao"),
        ("qđ 312 ubnd quy định gì", "qđ 312 ubnd quy định gì"),  # its own sign
        ("qđ 999 vp tỉnh làm gì", "qđ 999 vp tỉnh làm gì"),  # no document either way
    ],
)
def test_words_after_a_number_that_no_paper_bears_are_no_part_of_it(typed: str, read: str) -> None:
    def known(number: WrittenNumber) -> bool:
        return number.issuer_sign == "ubnd"

    assert with_tails_apart(understand(typed), HELD, known).text == read


def test_a_number_that_a_paper_bears_keeps_its_tail() -> None:
    asked = understand("qđ 312 vp tỉnh làm gì")
    assert with_tails_apart(asked, HELD, lambda _: True) is asked
