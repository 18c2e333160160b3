"""A figure answers for the measure that is asked, and for the thing that is measured."""

from __future__ import annotations

import pytest
from one_sentence import plan_saying

from api.asked_measure import measure_named
from api.question import understand


def named(question: str, sentence: str) -> bool:
    document = plan_saying(sentence)
    passage = document.passages[-1]
    return measure_named(understand(question), document, passage, passage.span)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Sản lượng cá lồng là bao nhiêu?", "Sản lượng cá lồng đạt 900 tấn."),
        ("san luong ca long bao nhieu tan", "Sản lượng cá lồng đạt 900 tấn."),
        ("Giá trị xuất khẩu là bao nhiêu?", "Giá trị hàng hóa xuất khẩu đạt 40 triệu USD."),
        ("Quà trị giá bao nhiêu?", "Mỗi suất quà có giá trị 500.000 đồng."),
        ("Dung lượng mỗi hộp thư là bao nhiêu?", "Dung lượng tối thiểu 2GB."),
        ("Sản lượng nêu ở đâu?", "Các xã nuôi cá lồng."),  # no figure is asked
        ("Nuôi bao nhiêu lồng cá?", "Nuôi 340 lồng cá."),
        ("Kích thước lồng là bao nhiêu?", "Lồng rộng 4 m, sâu 3 m."),
        ("Diện tích mặt nước là bao nhiêu?", "Mặt nước rộng 25 ha."),
        ("giá bán cá giống", "Giá bán cá giống là 2.000 đồng mỗi con."),
        ("Phải có mấy năm kinh nghiệm?", "Có ít nhất 03 năm kinh nghiệm."),
        ("Chậm nộp bị phạt bao nhiêu?", "Phạt 0,03% mỗi ngày chậm nộp."),
    ],
)
def test_a_sentence_that_names_the_measure_may_answer(question: str, sentence: str) -> None:
    assert named(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Sản lượng cá lồng là bao nhiêu?", "Kinh phí quan trắc cá lồng là 24 triệu đồng."),
        ("du bao dan so tinh la bao nhieu", "Dự báo kinh tế tỉnh tăng 10% mỗi năm."),
        ("Giá trị mận xuất khẩu là bao nhiêu?", "Giá trị hàng hóa xuất khẩu đạt 40 triệu USD."),
        ("Quà Tết trị giá bao nhiêu?", "Được hỗ trợ 150.000 đồng và được hưởng quà Tết."),
        ("Dung lượng hộp thư là bao nhiêu?", "Mật khẩu hộp thư có ít nhất 8 ký tự."),
        ("Chuyên gia phải có mấy năm kinh nghiệm?", "Chuyên gia không được nhận trong 03 năm."),
        ("Chậm nộp bị phạt bao nhiêu phần trăm?", "Thuế suất là 10%."),
        ("giá bán lồng cá", "Giá thuê lồng cá là 40.000 đồng mỗi tháng."),
        ("phạt chậm nộp báo cáo", "Báo cáo nộp chậm nhất là ngày 15."),
        ("nhiệm kỳ của giám đốc là mấy năm", "Đánh giá định kỳ 5 năm."),
        ("Được giao bao nhiêu biên chế?", "Trung tâm có 02 phó giám đốc."),
    ],
)
def test_a_figure_of_another_measure_does_not(question: str, sentence: str) -> None:
    assert not named(question, sentence)
