"""The same asked of two things is answered of each, side by side and each from its own place."""

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
Số: 47/2026/NQ-HĐND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sơn Hà, ngày 09 tháng 6 năm 2026

NGHỊ QUYẾT
Quy định chính sách đối với bến đò ngang trên địa bàn tỉnh Sơn Hà

Điều 1. Phụ cấp
1. Người giữ bến đò được hưởng phụ cấp hằng tháng:
a) Đối với Trưởng bến: 900.000 đồng/người/tháng.
b) Đối với Phó Trưởng bến: 600.000 đồng/người/tháng.
c) Mức phụ cấp quy định tại khoản này được chi trả theo kỳ lương hằng tháng.

Điều 2. Chế độ trực mùa lũ
1. Báo động cấp II: người giữ bến trực 10/24 giờ trong ngày.
2. Báo động cấp III: người giữ bến phải thường xuyên có mặt trên bến, bảo đảm trực 20/24 giờ.

Điều 3. Hồ sơ
1. Hồ sơ mở bến được giải quyết như sau:
a) Trường hợp đủ điều kiện thì cấp giấy phép mở bến trong 07 ngày làm việc.
b) Trường hợp không đủ điều kiện thì trả lời bằng văn bản, nêu rõ lý do, trong 04 ngày làm việc.
2. Trong thời hạn 3 năm, bến công cộng phải hoàn thành việc kẻ vạch an toàn.
3. Trong thời hạn 5 năm, bến dân lập phải hoàn thành việc kẻ vạch an toàn.

Điều 4. Hỗ trợ
1. Hệ số hỗ trợ thuyền viên:
a) Thuyền viên dưới 40 tuổi: 1.5
b) Thuyền viên từ đủ 40 tuổi đến dưới 60 tuổi; thuyền viên là cựu chiến binh: 2.5

Điều 5. Lắp phao
- Cơ quan chủ trì: Sở Xây dựng.
- Thời gian thực hiện: Hoàn thành trong năm 2027.

Điều 6. Kiểm tra neo đậu
- Cơ quan chủ trì: Công an tỉnh.
- Thời gian thực hiện: Thực hiện thường xuyên.

Điều 8. Bến mới
1. Đến năm 2030 mở 12 bến ở xã vùng cao.
2. Đến năm 2030 mở 25 bến ở xã ven sông.

Điều 9. Báo cáo
1. Các xã và Ban quản lý bến gửi báo cáo về Sở Xây dựng trước ngày 15/12 hằng năm.
"""

SIDE_BY_SIDE = (
    ("Trưởng bến và Phó Trưởng bến được phụ cấp mỗi tháng bao nhiêu?", ("900.000", "600.000")),
    ("truong ben va pho truong ben duoc phu cap moi thang bao nhieu", ("900.000", "600.000")),
    ("Chế độ trực giữa báo động cấp II và cấp III chênh nhau ra sao?", ("10/24", "20/24")),
    ("Hồ sơ đủ điều kiện và hồ sơ không đủ điều kiện mở bến được giải quyết trong mấy ngày?",
     ("07 ngày", "04 ngày")),
    ("Thời hạn kẻ vạch an toàn của bến công cộng và của bến dân lập khác nhau ra sao?",
     ("3 năm", "5 năm")),
    ("Hệ số của thuyền viên dưới 40 tuổi và thuyền viên từ đủ 40 đến dưới 60 tuổi chênh nhau?",
     ("1.5", "2.5")),
    ("Đến năm 2030 mở bao nhiêu bến ở xã vùng cao và bao nhiêu ở xã ven sông?", ("12", "25")),
    ("Việc lắp phao với việc kiểm tra neo đậu thì thời gian thực hiện khác nhau ra sao?",
     ("năm 2027", "thường xuyên")),
)  # fmt: skip


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """One resolution that sets things against each other."""
    with answering_from(tmp_path_factory.mktemp("ben"), RULES) as made:
        yield made


@pytest.mark.parametrize(("question", "stated"), SIDE_BY_SIDE)
def test_each_of_two_things_is_answered(
    answerer: Answerer, question: str, stated: tuple[str, ...]
) -> None:
    outcome = answerer.answer(question)
    assert isinstance(outcome, Answered), outcome
    assert all(words in outcome.answer for words in stated), outcome.answer
    assert len({citation.span for citation in outcome.citations}) > 1


def test_an_answer_that_does_not_name_its_thing_is_labelled(answerer: Answerer) -> None:
    outcome = answerer.answer(
        "viec lap phao voi viec kiem tra neo dau thi thoi gian thuc hien khac nhau ra sao"
    )
    assert isinstance(outcome, Answered), outcome
    assert "Kiểm tra neo đậu" in outcome.answer  # as the document writes it
    assert "kiem tra" not in outcome.answer


def test_one_sentence_that_tells_of_both_is_one_answer(answerer: Answerer) -> None:
    outcome = answerer.answer("Các xã và Ban quản lý bến gửi báo cáo trước ngày nào?")
    assert isinstance(outcome, Answered), outcome
    assert len(outcome.citations) == 1
    assert "15/12" in outcome.answer


def test_a_thing_that_is_not_told_makes_the_answer_partial(answerer: Answerer) -> None:
    outcome = answerer.answer(
        "Thời hạn kẻ vạch an toàn của bến công cộng và của bến quân sự khác nhau ra sao?"
    )
    assert isinstance(outcome, Partial), outcome
    assert outcome.answer.startswith("Văn bản không nêu điều được hỏi về “bến quân sự”")
    assert "3 năm" in outcome.answer
