"""How many there are now is told by no aim; where no state is asked for, aims may answer."""

from __future__ import annotations

import pytest

from api.asked_state import states_the_present
from api.question import understand

AIM = "Phấn đấu đến năm 2030 tăng thêm ít nhất 20% số nhóm trẻ."
STATE = "Hiện nay toàn tỉnh có 250 nhóm trẻ, phấn đấu đạt 300 nhóm."


@pytest.mark.parametrize(
    "question",
    [
        "Hiện nay tỉnh có bao nhiêu nhóm trẻ?",
        "hien co may nhom tre",
        "Tỷ số thực tế năm 2024 là bao nhiêu?",
        "Đến nay đã hoàn thành bao nhiêu nhiệm vụ?",
    ],
)
def test_the_present_is_told_by_a_state_and_by_no_aim(question: str) -> None:
    assert not states_the_present(understand(question), AIM)
    assert not states_the_present(understand(question), "Có 300 nhóm trẻ.", aim=True)
    assert states_the_present(understand(question), STATE)


@pytest.mark.parametrize(
    "question",
    [
        "Phấn đấu có bao nhiêu nhóm trẻ?",
        "Kinh phí thực hiện có bao nhiêu?",  # "thực hiện" is no "hiện có"
        "Hiện nay ai chủ trì?",
    ],
)
def test_other_questions_may_be_answered_by_an_aim(question: str) -> None:
    assert states_the_present(understand(question), AIM)


SHARE = "Trên 90% người nghiện ma túy được tư vấn."


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("Hiện nay tỉnh quản lý bao nhiêu người nghiện?", SHARE, False),
        ("hien co bao nhieu kiem toan vien", "A, B, C ứng với 03 ngạch Kiểm toán viên.", False),
        ("hien co bao nhieu xa khu vuc III", "Có dưới 80% đường xã được bê tông hóa.", False),
        ("Hiện có bao nhiêu xã?", "Tỉnh có 45 xã, phường.", True),
        ("Hiện nay quản lý bao nhiêu người?", "Công an quản lý 312 người.", True),
        ("Hiện nay tỷ lệ là bao nhiêu phần trăm?", "Tỷ lệ 90% người nghiện được tư vấn.", True),
        ("Lưu trữ của Đảng có bao nhiêu năm để chỉnh lý?", "Trong thời hạn 10 năm.", True),
    ],
)
def test_how_many_there_are_now_is_told_by_a_number_of_them(
    question: str,
    text: str,
    told: bool,  # noqa: FBT001  a column of the table
) -> None:
    assert states_the_present(understand(question), text) is told
