"""A sentence answers only where the thing of which one is asked for, or the deed, is named."""

from __future__ import annotations

import pytest
from one_sentence import plan_saying

from api.asked_head import thing_spoken_of
from api.question import understand


def spoken_of(question: str, sentence: str) -> bool:
    document = plan_saying(sentence)
    passage = document.passages[-1]
    return thing_spoken_of(understand(question), document, passage, passage.span)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Doanh nghiệp nào cung cấp lồng cá?", "Các doanh nghiệp thủy sản cung cấp lồng cá."),
        ("doanh nghiep nao cung cap long ca", "Các doanh nghiệp thủy sản cung cấp lồng cá."),
        ("Huấn luyện viên nào được thưởng?", "Thưởng huấn luyện viên đội tuyển quốc gia."),
        ("Đơn vị nào trúng thầu lồng cá?", "Hợp tác xã Sông Mây trúng thầu cung cấp lồng."),
        ("Danh sách thủ tục đất đai gồm những gì?", "Bãi bỏ thủ tục đất đai cấp xã."),
        # a sort of thing that is told without its word
        ("Đơn vị nào chủ trì?", "Sở Y tế chủ trì nuôi cá lồng."),
        ("Nguyên nhân nào làm cá chết?", "Cá chết do nước bẩn."),
        ("Nộp báo cáo trước ngày nào?", "Nộp báo cáo trong quý III."),
        ("Cá lồng nuôi thế nào?", "Nuôi theo quy hoạch."),  # of no thing is one asked for
    ],
)
def test_a_sentence_that_names_the_thing_may_answer(question: str, sentence: str) -> None:
    assert spoken_of(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Doanh nghiệp nào cung cấp phần mềm?", "Sở Tài chính nâng cấp, duy trì phần mềm."),
        ("Báo cáo viên nào truyền đạt nghị quyết?", "Tổ chức truyền đạt và báo cáo kết quả."),
        ("Danh sách thủ tục đất đai gồm những gì?", "Bãi bỏ thủ tục nuôi cá lồng cấp xã."),
        ("Đơn vị nào trúng thầu quan trắc nước?", "Thực hiện quan trắc nước đúng quy định."),
    ],
)
def test_a_sentence_of_the_same_matter_does_not(question: str, sentence: str) -> None:
    assert not spoken_of(question, sentence)
