"""A second part is told by the place that answers the first, if that place states it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_library import answering_from

from api.model import Answered, Partial

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.answer import Answerer

RULES = """HỘI ĐỒNG NHÂN DÂN
TỈNH SƠN HÀ
Số: 31/2026/NQ-HĐND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sơn Hà, ngày 02 tháng 6 năm 2026

NGHỊ QUYẾT
Quy định chính sách đối với trại giống thủy sản trên địa bàn tỉnh Sơn Hà

Điều 1. Phụ cấp
1. Người phụ trách trại giống được hưởng phụ cấp hằng tháng:
a) Trưởng trại giống: 900.000 đồng/người/tháng.
b) Phó trưởng trại giống: 600.000 đồng/người/tháng.

Điều 2. Khiếu nại
1. Đơn khiếu nại về giá cá giống được gửi đến Chi cục Thủy sản chậm nhất 02 ngày sau khi giao cá.

Điều 4. Đề án
1. Sở Nông nghiệp và Môi trường xây dựng đề án trại giống. Thời gian hoàn thành: trong quý I \
năm 2027.

Điều 5. Hồ sơ
1. Ảnh chân dung nộp kèm hồ sơ xin cấp thẻ trại có cỡ 25 mm x 30 mm, chụp trong vòng 06 tháng.
"""

TOLD = (
    ("Trưởng trại giống được phụ cấp mỗi tháng bao nhiêu tiền, phó trưởng thì được bao nhiêu?",
     ("900.000", "600.000")),
    ("Khiếu nại giá cá giống thì gửi cho cơ quan nào, trong mấy ngày?",
     ("Chi cục Thủy sản", "02 ngày")),
    ("Ai xây dựng đề án trại giống và hạn đến bao giờ?", ("Sở Nông nghiệp", "quý I năm 2027")),
    ("ảnh nộp xin cấp thẻ trại cỡ bao nhiêu, chụp trong bao lâu", ("25 mm x 30 mm", "06 tháng")),
)  # fmt: skip


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """One resolution with items that belong together."""
    with answering_from(tmp_path_factory.mktemp("trai"), RULES) as made:
        yield made


@pytest.mark.parametrize(("question", "stated"), TOLD)
def test_what_the_same_place_states_completes_the_answer(
    answerer: Answerer, question: str, stated: tuple[str, ...]
) -> None:
    outcome = answerer.answer(question)
    assert isinstance(outcome, Answered), outcome
    assert all(words in outcome.answer for words in stated), outcome.answer


@pytest.mark.parametrize(
    "question",
    [
        "Trưởng trại giống được phụ cấp mỗi tháng bao nhiêu tiền, kỹ sư thú y thì được bao nhiêu?",
        "Khiếu nại giá cá giống chậm nhất mấy ngày, lệ phí nộp đơn bao nhiêu tiền?",
    ],
)
def test_what_it_does_not_state_is_said_to_be_missing(answerer: Answerer, question: str) -> None:
    outcome = answerer.answer(question)
    assert isinstance(outcome, Partial), outcome
    assert outcome.answer.startswith("Văn bản không nêu “")
