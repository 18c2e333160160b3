"""A list that no heading names is the part whose items fit, whole, not the three best of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_library import answering_from

from api.model import Answered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.answer import Answerer

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 102/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sơn Hà, ngày 20 tháng 11 năm 2025

KẾ HOẠCH
Thực hiện Chương trình giữ rừng

I. PHÂN CÔNG
1. Chi cục Kiểm lâm
a) Theo dõi chung, tổng hợp số liệu toàn tỉnh.
b) Chủ trì thực hiện các nhiệm vụ được giao tại Chương trình giữ rừng, bao gồm:
- Dự án 1: Trồng cây bản địa ở ven suối.
- Dự án 3: Dựng chòi canh lửa ở các đỉnh đồi.
- Dự án 4: Tập huấn cho tổ giữ rừng của bản.
- Dự án 6: Mua thiết bị chữa cháy.
2. Sở Tài chính bố trí kinh phí hằng năm.
3. Báo Sơn Hà mở chuyên mục về giữ rừng.
"""


@pytest.fixture(scope="module")
def forest(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with answering_from(tmp_path_factory.mktemp("forest"), PLAN) as answerer:
        yield answerer


@pytest.mark.parametrize(
    "question",
    [
        "Chi cục Kiểm lâm chủ trì những dự án nào của Chương trình giữ rừng?",
        "chi cuc kiem lam chu tri nhung du an nao",
    ],
)
def test_items_that_fit_are_told_with_what_stands_above(forest: Answerer, question: str) -> None:
    told = forest.answer(question)
    assert isinstance(told, Answered)
    assert "Chủ trì thực hiện các nhiệm vụ" in told.answer
    assert [n for n in ("1", "3", "4", "6") if f"Dự án {n}:" in told.answer] == ["1", "3", "4", "6"]


def test_one_item_asked_for_is_told_alone(forest: Answerer) -> None:
    told = forest.answer("Dự án nào mua thiết bị chữa cháy?")
    assert "Dự án 6" in told.answer
    assert "Dự án 1" not in told.answer
