"""Lists that stand in a sentence, under a line that announces them, or behind a first clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_library import answering_from

from api.model import Answered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from api.answer import Answerer

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 103/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sơn Hà, ngày 20 tháng 11 năm 2025

KẾ HOẠCH
Phát triển thư viện cộng đồng

Sau 10 năm thực hiện, phong trào đọc sách đã lan rộng ở các xã. Tuy nhiên, vốn sách còn chậm đổi \
mới, chưa đồng bộ giữa các vùng. Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. QUAN ĐIỂM
1. Phát triển dựa trên ba yếu tố nền móng: vốn sách; người giữ sách; nơi đọc yên tĩnh.
2. Việc luân chuyển sách phải được tiến hành khẩn trương, thiết thực, đúng người.

II. NHIỆM VỤ
1. Kho sách lưu động
a) Kho sách lưu động của tỉnh bao gồm xe sách, tủ sách và phần mềm mượn sách.
b) Các cơ quan giữ kho sách (Thư viện tỉnh, Bảo tàng tỉnh, Trường Cao đẳng Sơn Hà) kiểm kê hằng năm.
2. Tủ sách gia đình gồm hai phần
- Tủ sách bản.
3. Thi đua
a) Danh hiệu phải xin ý kiến Ban Thường vụ Tỉnh ủy trước khi trình Thủ tướng Chính phủ:
Người giữ sách tiêu biểu;
Thôn ham đọc sách.
4. Thời hạn mượn sách gồm mượn trong ngày và mượn dài ngày.

III. TÀI LIỆU LUÂN CHUYỂN SÁCH
Sổ tay giữ sách do Thư viện tỉnh in.
"""


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with answering_from(tmp_path_factory.mktemp("books"), PLAN) as answerer:
        yield answerer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        # the items stand behind semicolons, and are no clauses of their own
        ("Kế hoạch coi ba yếu tố nền móng nào là chỗ dựa?", "người giữ sách; nơi đọc yên tĩnh"),
        # a heading of other things does not answer it
        ("kho sach luu dong cua tinh bao gom nhung gi", "xe sách, tủ sách và phần mềm"),
        ("Những cơ quan nào là cơ quan giữ kho sách?", "Bảo tàng tỉnh"),
        # nor one of the same matter that names other things than are asked for
        ("Việc luân chuyển sách phải theo những tính chất nào?", "khẩn trương, thiết thực"),
        # what the last line of a part announces stands below it, without labels
        ("Danh hiệu nào phải xin ý kiến Ban Thường vụ Tỉnh ủy?", "Thôn ham đọc sách"),
        ("Thời hạn mượn sách gồm mấy loại?", "mượn trong ngày và mượn dài ngày"),
        # the figure of a preface may stand in its first sentence, the weakness in the next
        ("Kế hoạch nêu hạn chế, yếu kém gì sau 10 năm đọc sách?", "còn chậm đổi mới"),
        ("phong trao doc sach con yeu o nhung diem nao", "chưa đồng bộ"),
    ],
)
def test_a_list_is_told_where_it_stands(books: Answerer, question: str, told: str) -> None:
    answer = books.answer(question)
    assert isinstance(answer, Answered)
    assert told in answer.answer


def test_an_item_that_announces_is_told_with_its_own(tmp_path: Path) -> None:
    text = PLAN.replace(
        "4. Thời hạn mượn sách",
        "5. Hồ sơ thành lập phòng đọc\na) Hồ sơ gồm:\n- Đơn;\n- Danh sách người giữ sách;\n"
        "b) Nộp trước mười lăm ngày.\n4. Thời hạn mượn sách",
    )
    with answering_from(tmp_path, text) as answerer:
        told = answerer.answer("Hồ sơ thành lập phòng đọc gồm những gì?").answer
        assert "Danh sách người giữ sách" in told
        told = answerer.answer("Hồ sơ thành lập phòng đọc nộp trước bao nhiêu ngày?")
        assert isinstance(told, Answered)
        assert "mười lăm ngày" in told.answer


def test_how_often_is_no_sum_though_money_is_spoken_of(tmp_path: Path) -> None:
    text = PLAN.replace(
        "4. Thời hạn mượn sách",
        "5. Hội đồng nhân dân được quy định mức tiền phạt cao hơn nhưng không quá 02 lần mức chung."
        "\n4. Thời hạn mượn sách",
    )
    with answering_from(tmp_path, text) as answerer:
        answer = answerer.answer("Hội đồng nhân dân được nâng mức phạt tối đa gấp mấy lần?")
        assert isinstance(answer, Answered)
        assert "02 lần" in answer.answer
