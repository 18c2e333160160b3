"""A number typed alone names a document only where nothing else can be meant."""

from __future__ import annotations

import pytest
from papers import papers

from api.bare_numbers import with_bare_numbers

HELD = tuple(document.info for document, _ in papers())


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("312: điều kiện thành lập phòng đọc", "số 312/QĐ-UBND: điều kiện thành lập phòng đọc"),
        ("phòng đọc (312 ubnd) cần gì", "phòng đọc (số 312/QĐ-UBND) cần gì"),
        ("phòng đọc theo 312 cần gì", "phòng đọc theo số 312/QĐ-UBND cần gì"),
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
