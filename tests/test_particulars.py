"""A near miss is no answer: numbered things, offices and names must be those asked for."""

from __future__ import annotations

import pytest
from one_sentence import plan_saying

from api.particulars import supported_particulars
from api.question import understand


def stands(question: str, sentence: str) -> bool:
    document = plan_saying(sentence)
    passage = document.passages[-1]
    return supported_particulars(understand(question), document, passage, passage.span)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Dự án 7 do ai chủ trì?", "Sở Y tế chủ trì Dự án 7."),
        ("dự án 7 do ai chủ trì", "Sở Y tế chủ trì Tiểu dự án 2 thuộc Dự án 07."),
        ("xã khu vực III được hỗ trợ gì", "Hỗ trợ giống cho xã khu vực I, II, III."),
        ("tuyến 1 và tuyến 2 khác nhau thế nào", "Người được tuyển vào tuyến 2 hưởng 80%."),
        ("Ai làm Trưởng Ban Chỉ đạo?", "Thành lập Ban Chỉ đạo do đồng chí Bí thư làm Trưởng Ban."),
        ("mức của xã Nam Đông là bao nhiêu", "Xã Nam Đông: 40%; xã A Lưới 3: 80%."),
        ("Sở Y tế Bắc Sơn làm gì", "Sở Y tế hướng dẫn."),  # a body has its own test
        ("Nam Đông được hỗ trợ gì", "Hỗ trợ giống."),  # one word is left of a name that opens
        ("Việt Nam đạt mức nào", "Đạt mức trung bình."),
        ("học sinh cấp 2 đóng bao nhiêu", "Học sinh trung học cơ sở: 95 nghìn đồng."),
        ("vào Cảng Nam Đông phải trình gì", "Vào Cảng quốc tế Nam Đông phải trình thẻ."),
        ("nhà không bằng vốn đầu tư công giá bao nhiêu", "Giá nhà không bằng vốn đầu tư công: 15."),
        (
            "nhà bằng vốn đầu tư công giá nào",
            "Nhà bằng vốn đầu tư công hoặc không bằng vốn đầu tư.",
        ),
    ],
)
def test_a_passage_with_the_particular_may_answer(question: str, sentence: str) -> None:
    assert stands(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Dự án 8 do ai chủ trì?", "Sở Y tế chủ trì Dự án 7."),
        ("học sinh cấp 2 đóng bao nhiêu", "Học sinh trung học phổ thông: 95 nghìn đồng."),
        ("nhà bằng vốn đầu tư công giá bao nhiêu", "Giá nhà không bằng vốn đầu tư công: 15."),
        ("Dự án 8 do ai chủ trì?", "Sở Y tế chủ trì 8 dự án."),
        ("xã khu vực III được hỗ trợ gì", "Hỗ trợ giống cho xã khu vực II."),
        ("ai giữ chức Chủ tịch Hội đồng", "Thành lập Hội đồng tư vấn gồm 9 thành viên."),
        ("mức của xã Nam Đông là bao nhiêu", "Xã A Lưới 3: 80%."),
        ("ty le cua xa Nam Dong", "Xã Đông Nam: 80%."),
        ("vào Cảng Nam Đông phải trình gì", "Vào Cảng quốc tế Đông Nam phải trình thẻ."),
    ],
)
def test_a_passage_about_another_one_does_not(question: str, sentence: str) -> None:
    assert not stands(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence", "answers"),
    [
        ("Kinh phí thực hiện Kế hoạch 12 lấy từ đâu?", "Kinh phí lấy từ ngân sách.", True),
        (
            "Kinh phí thực hiện Nghị quyết 57-NQ/TW lấy từ đâu?",
            "Kinh phí thực hiện Nghị quyết số 57-NQ/TW lấy từ ngân sách.",
            True,
        ),
        ("ai dự thảo báo cáo theo Đề án 06", "Công an tỉnh báo cáo về Đề án 06.", True),
        ("Kinh phí thực hiện Kế hoạch 180-KH/TU lấy từ đâu?", "Kinh phí lấy từ ngân sách.", False),
    ],
)
def test_what_is_asked_of_a_paper_is_told_by_one_that_has_to_do_with_it(
    question: str,
    sentence: str,
    answers: bool,  # noqa: FBT001  a column of the table
) -> None:
    assert stands(question, sentence) is answers


@pytest.mark.parametrize(
    ("question", "sentence", "answers"),
    [
        ("ai phát động “bình dân học vụ số”?", "Phát động phong trào “học tập số”.", False),
        ('Phong trào "học tập số" làm gì?', "Phát động phong trào “học tập số”.", True),
        ("huy chương SEA Games được hỗ trợ gì", "Huy chương ASIAD được hỗ trợ học phí.", False),
        ("Góp ý qua Zalo được không?", "Góp ý gửi về Văn phòng.", False),
        ("huy chương Olympic được hỗ trợ gì", "Huy chương Olympic được hỗ trợ học phí.", True),
        ("họp ngày nào, ở đâu?", "Họp ngày 20/11/2026 tại Hội trường tỉnh.", True),
        ("họp ngày nào, ở đâu?", "Họp trước ngày 20/11/2026.", False),
        ("họp tại hội trường nào?", "Họp trong quý I năm 2026.", False),
        ("Nuôi cá ở đâu?", "Nuôi cá lồng.", True),  # alone, any words may say where
    ],
)
def test_what_is_quoted_foreign_or_a_place_stands_in_the_passage(
    question: str,
    sentence: str,
    answers: bool,  # noqa: FBT001  a column of the table
) -> None:
    assert stands(question, sentence) is answers
