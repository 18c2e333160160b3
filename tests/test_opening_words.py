"""What opens a list is told with the item that answers, where it states what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_library import answering_from

from api.model import Answered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.answer import Answerer

RULES = """BỘ TƯ PHÁP

Số: 23/2025/TT-BTP

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 20 tháng 11 năm 2025

THÔNG TƯ
Quy định về thù lao chuyên gia và quản lý hồ sơ công chức

Điều 1. Thù lao chuyên gia
1. Mức 1, không quá 40.000.000 đồng/tháng áp dụng đối với:
a) Chuyên gia tư vấn có bằng Tiến sĩ đúng chuyên ngành;
b) Chuyên gia tư vấn có từ 15 năm kinh nghiệm.
2. Mức 2, không quá 30.000.000 đồng/tháng áp dụng đối với:
a) Chuyên gia tư vấn có bằng Thạc sĩ đúng chuyên ngành;
b) Chuyên gia tư vấn có từ 10 năm kinh nghiệm.
Điều 2. Quản lý hồ sơ
1. Vụ Tổ chức cán bộ quản lý hồ sơ giấy của:
a) Thứ trưởng;
b) Cục trưởng Cục Quản lý công chứng viên.
2. Người được giao quản lý hồ sơ phải giữ bí mật, gồm:
a) Không cho người khác xem hồ sơ mật;
b) Không mang hồ sơ mật ra khỏi cơ quan.
3. Người được đề nghị không được xem xét cấp thẻ khi thuộc một trong các trường hợp sau đây:
a) Đang bị khiếu nại, tố cáo;
b) Hết thời gian tạm đình chỉ công tác.
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with answering_from(tmp_path_factory.mktemp("opening"), RULES) as answerer:
        yield answerer


@pytest.mark.parametrize(
    ("question", "opening", "other"),
    [
        ("Chuyên gia tư vấn có bằng Tiến sĩ được trả tối đa bao nhiêu một tháng?",
         "không quá 40.000.000 đồng/tháng", "30.000.000"),
        ("chuyen gia tu van co bang thac si duoc tra cao nhat bao nhieu 1 thang",
         "không quá 30.000.000 đồng/tháng", "40.000.000"),
        ("Hồ sơ của Cục trưởng Cục Quản lý công chứng viên do ai giữ?",
         "Vụ Tổ chức cán bộ quản lý", "bí mật"),
    ],
)  # fmt: skip
def test_an_item_is_told_with_the_words_that_open_its_list(
    rules: Answerer, question: str, opening: str, other: str
) -> None:
    told = rules.answer(question)
    assert isinstance(told, Answered)
    assert opening in told.answer
    assert other not in told.answer.splitlines()[0]


def test_where_nothing_certain_is_asked_the_item_stands_alone(rules: Answerer) -> None:
    told = rules.answer("Hồ sơ mật có được mang ra khỏi cơ quan không?")
    assert "Mức 1" not in told.answer


def test_a_list_asked_about_as_a_whole_is_told_by_all_its_items(rules: Answerer) -> None:
    told = rules.answer("Khi nào người được đề nghị không được xem xét cấp thẻ?")
    assert "khiếu nại" in told.answer
    assert "tạm đình chỉ" in told.answer
