"""What an item announces is told with it, and a value behind a colon is of all before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_library import answering_from

from api.model import Answered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.answer import Answerer

RULES = """HỘI ĐỒNG NHÂN DÂN
TỈNH SƠN HÀ
Số: 52/2026/NQ-HĐND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sơn Hà, ngày 16 tháng 6 năm 2026

NGHỊ QUYẾT
Quy định chính sách đối với đội múa rồng trên địa bàn tỉnh Sơn Hà

Điều 1. Hỗ trợ tập luyện
1. Câu lạc bộ có người múa được tuyển vào đội hình chính được hưởng mức hỗ trợ như sau:
Chi phí cho một người múa: 14 tháng tiền ăn theo quy định hiện hành.

Điều 2. Hệ số
1. Người múa từ đủ 16 tuổi đến dưới 22 tuổi; người đánh trống là học sinh: 1.5
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """One resolution whose items announce what follows them."""
    with answering_from(tmp_path_factory.mktemp("mua"), RULES) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Câu lạc bộ có người múa được tuyển vào đội hình chính được hưởng mức hỗ trợ thế nào?",
         "14 tháng tiền ăn"),
        ("Hệ số của người múa từ đủ 16 tuổi đến dưới 22 tuổi?", "1.5"),
    ],
)  # fmt: skip
def test_what_follows_is_told_too(answerer: Answerer, question: str, told: str) -> None:
    outcome = answerer.answer(question)
    assert isinstance(outcome, Answered), outcome
    assert told in outcome.answer
