"""A list is told by the part whose opening words announce it, with all its items."""

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
Số: 159/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sơn Hà, ngày 19 tháng 11 năm 2025

KẾ HOẠCH
Truyền thông về giảm nghèo năm 2025

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Nâng cao nhận thức của người dân về giảm nghèo.
2. Yêu cầu
Truyền thông thiết thực, tiết kiệm.
II. NỘI DUNG, HÌNH THỨC
1. Nội dung
- Tuyên truyền chính sách giảm nghèo đến người dân.
- Nêu gương hộ thoát nghèo.
2. Hình thức
- In tờ rơi, tài liệu về giảm nghèo.
- Treo băng rôn, khẩu hiệu.
- Nói chuyện chuyên đề ở thôn.
III. NGUỒN VỐN THỰC HIỆN KẾ HOẠCH
Nguồn vốn thực hiện Kế hoạch, bao gồm:
1. Ngân sách tỉnh.
2. Quỹ Phòng chống thiên tai.
3. Tài trợ của các tổ chức quốc tế.
IV. KHEN THƯỞNG
1. Tập thể, cá nhân chứng minh thành tích của mình bằng một trong các tài liệu sau đây:
a) Giấy khen của xã;
b) Biên bản họp thôn.
2. Sở Nội vụ xét khen thưởng trước ngày 15/12/2025.
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with answering_from(tmp_path_factory.mktemp("announced"), PLAN) as answerer:
        yield answerer


def told(plan: Answerer, question: str) -> str:
    outcome = plan.answer(question)
    assert isinstance(outcome, Answered)
    return outcome.answer


@pytest.mark.parametrize(
    ("question", "listed", "not_listed"),
    [
        ("Kế hoạch 159 tuyên truyền giảm nghèo bằng những hình thức nào?",
         ["tờ rơi", "băng rôn", "Nói chuyện"], ["Nêu gương", "Ngân sách"]),
        ("ke hoach 159 tuyen truyen giam ngheo bang nhung hinh thuc nao",
         ["tờ rơi", "băng rôn", "Nói chuyện"], ["Nêu gương", "Ngân sách"]),
        ("nguồn vốn Kế hoạch 159", ["Ngân sách tỉnh", "thiên tai", "quốc tế"], ["tờ rơi"]),
        ("Kế hoạch 159 lấy tiền từ những nguồn nào?",
         ["Ngân sách tỉnh", "thiên tai", "quốc tế"], ["tờ rơi"]),
        ("Theo Kế hoạch 159, giấy tờ nào chứng minh thành tích của cá nhân?",
         ["Giấy khen của xã", "Biên bản họp thôn"], ["15/12/2025"]),
    ],
)  # fmt: skip
def test_all_items_of_the_announced_part_are_told_and_nothing_else(
    plan: Answerer, question: str, listed: list[str], not_listed: list[str]
) -> None:
    answer = told(plan, question)
    assert all(item in answer for item in listed)
    assert not any(item in answer for item in not_listed)


def test_a_part_of_its_own_is_told_and_not_the_heading_of_several(plan: Answerer) -> None:
    answer = told(plan, "Mục đích của Kế hoạch 159 là gì?")
    assert "Nâng cao nhận thức" in answer


def test_a_time_is_told_by_its_sentence(plan: Answerer) -> None:
    assert "15/12/2025" in told(plan, "Kế hoạch 159: xét khen thưởng trước ngày nào?")
