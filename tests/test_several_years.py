"""Two years named beside each other are asked for one by one; the ends of a time are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.question import understand
from api.several_years import year_by_year


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Số trạm vào 2030 và vào 2045 là bao nhiêu?",
         ("Số trạm năm 2030 là bao nhiêu?", "Số trạm năm 2045 là bao nhiêu?")),
        ("muc tieu nam 2030, nam 2045", ("muc tieu năm 2030", "muc tieu năm 2045")),
        ("đến năm 2030 rồi 2035 đạt mấy phần trăm",
         ("năm 2030 đạt mấy phần trăm", "năm 2035 đạt mấy phần trăm")),
    ],
)  # fmt: skip
def test_each_year_is_asked_for_alone(question: str, asked: tuple[str, ...]) -> None:
    assert year_by_year(understand(question)) == asked


@pytest.mark.parametrize(
    "question",
    [
        "Mục tiêu đến năm 2030 là gì?",
        "Kế hoạch giai đoạn 2026, 2030 nêu gì?",
        "Từ năm 2026 đến năm 2030 phải làm gì?",
        "từ 2026 và đến 2030 làm gì",
        "Năm 2026 2030 nêu gì?",
    ],
)
def test_one_time_is_left_whole(question: str) -> None:
    assert year_by_year(understand(question)) == ()


@given(st.integers(1990, 2099), st.integers(1990, 2099))
def test_each_question_keeps_its_own_year_only(one: int, two: int) -> None:
    parts = year_by_year(understand(f"Tỷ lệ năm {one} và năm {two} là bao nhiêu?"))
    if one == two:
        assert parts == ()
    else:
        assert [understand(part).years for part in parts] == [(one,), (two,)]
