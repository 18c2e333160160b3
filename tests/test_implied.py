"""The bare name of a quantity asks for its figure; anything longer or asking says itself what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_library import answering_from

from api.implied import MOST_WORDS, implied_figure
from api.model import Answered
from ingest.text import fold

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 104/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sơn Hà, ngày 20 tháng 11 năm 2025

KẾ HOẠCH
Trông giữ đập nước

1. Tổ giữ đập trình Ủy ban nhân dân xã quy định về biên chế của tổ giữ đập.
2. Tiền ăn ca đêm của người giữ đập là 45.000 đồng.
3. Người giữ đập nộp lệ phí cấp thẻ theo quy định của pháp luật.
"""


@pytest.mark.parametrize(
    ("question", "implied"),
    [
        ("biên chế tổ giữ đập", True),
        ("lệ phí cấp thẻ", True),
        ("tiền ăn ca đêm", False),
        ("mức hỗ trợ hộ nghèo", True),
        ("chiều cao đập tối thiểu", True),
        ("dân số tối thiểu của phường", True),
        ("giá bán nhà ở xã hội", True),
        ("số hộ thoát nghèo nhờ phong trào trông giữ đập nước theo Kế hoạch 104", True),
        ("giá khởi điểm bán đấu giá tang vật của cơ quan công an", True),
        ("lệ phí điều chỉnh quyết định giao đất, cho thuê đất theo Quyết định 1610", True),
        ("số nhà ở xã hội", False),
        ("giá bán do ai đặt", False),
        ("công tuần tra mỗi ngày", True),
        ("tiến độ làm đập", False),
        ("lệ phí do ai thu", False),
        ("giữ đập", False),
        ("tiến trình", False),
    ],
)
def test_a_quantity_alone_asks_for_its_figure(question: str, implied: bool) -> None:  # noqa: FBT001 -- a table
    assert implied_figure(fold(question)) is implied


@given(st.lists(st.sampled_from(["bien", "che", "cap", "the"]), min_size=MOST_WORDS + 1))
def test_a_long_question_says_itself_what_it_asks(words: list[str]) -> None:
    assert not implied_figure(" ".join(words))


def test_a_sentence_without_the_figure_is_no_answer(tmp_path: Path) -> None:
    with answering_from(tmp_path, TEXT) as answerer:
        told = answerer.answer("tiền ăn ca đêm")
        assert isinstance(told, Answered)
        assert "45.000 đồng" in told.answer
        for question in ("biên chế tổ giữ đập", "lệ phí cấp thẻ"):
            assert not isinstance(answerer.answer(question), Answered)
