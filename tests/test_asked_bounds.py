"""Above is not below, the most not the least, the centre's not the place's, an end no beginning."""

from __future__ import annotations

import pytest
from one_sentence import plan_saying

from api.asked_bounds import on_the_side_asked, within_bounds
from api.question import understand


def fits(question: str, sentence: str) -> bool:
    document = plan_saying(sentence)
    passage = document.passages[-1]
    return within_bounds(understand(question), document, passage, passage.span)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Cao hơn trên 15% thì ai quyết định?", "Mức giá cao hơn từ trên 15% đến không quá 30%."),
        ("Mức giá vượt trên 30% do ai quyết định?", "Mức giá cao hơn trên 30% do tỉnh quyết định."),
        ("mất trên 70% ruộng thì hỗ trợ mấy tháng", "Thu hồi trên 70% diện tích: 12 tháng."),
        ("Trẻ dưới 4 tuổi hệ số bao nhiêu?", "Trẻ em dưới 4 tuổi: 2.5."),
        ("Mức hỗ trợ tối đa bao nhiêu?", "Mức hỗ trợ không quá 20 triệu đồng."),
        ("Mức hỗ trợ tối đa bao nhiêu?", "Mức hỗ trợ 20 triệu đồng trên địa bàn xã."),
        ("Tối đa bao nhiêu?", "Từ ít nhất 15% đến 30%."),
        ("Phải có ít nhất mấy người?", "Có từ 5 người trở lên."),
        ("Vốn của Quỹ địa phương là bao nhiêu?", "Vốn của Quỹ địa phương, Quỹ trung ương là 5 tỷ."),
        ("Có bao nhiêu thủ tục cấp xã?", "Công bố 02 thủ tục cấp xã."),
        ("UBND cấp xã gửi báo cáo khi nào?", "UBND xã gửi cơ quan cấp tỉnh trước ngày 05."),
        ("Ngân sách địa phương góp bao nhiêu?", "Ngân sách trung ương 80%, NSĐP 20%."),
        ("Hết hạn ngày nào?", "Áp dụng từ ngày 01/01/2026 đến hết ngày 31/12/2026."),
        ("Bắt đầu và kết thúc khi nào?", "Đợt thi đua làm từ tháng 10/2026."),
        ("Trước Nghị quyết 63 mức chuẩn là bao nhiêu?", "Mức chuẩn trước đây là 440.000 đồng."),
        ("Sở nào chủ trì?", "Sở Y tế chủ trì."),
    ],
)
def test_what_is_on_the_side_asked_may_answer(question: str, sentence: str) -> None:
    assert fits(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Mức giá vượt trên 30% do ai quyết định?", "Mức giá cao hơn trên 15% đến không quá 30%."),
        ("muc gia vuot 30% do ai quyet dinh", "Sở quyết định mức giá cao hơn không quá 30%."),
        ("Thấp hơn 15% thì ai quyết định?", "Mức giá cao hơn trên 15% do Sở quyết định."),
        ("Dung lượng tối đa bao nhiêu?", "Dung lượng tối thiểu 2GB."),
        ("Phải có ít nhất mấy người?", "Có tối đa 5 người."),
        ("Vốn của Quỹ địa phương là bao nhiêu?", "Vốn của Quỹ trung ương là 5 tỷ đồng."),
        ("Có bao nhiêu thủ tục cấp tỉnh?", "Công bố 01 thủ tục cấp xã."),
        ("thi cap quoc gia thuong bao nhieu", "Cuộc thi cấp châu lục: 93 triệu đồng."),
        ("het thoi gian ap dung vao ngay nao", "Áp dụng từ ngày 01/01/2026."),
        ("Trước Nghị quyết 63 mức chuẩn là bao nhiêu?", "Mức chuẩn là 650.000 đồng."),
    ],
)
def test_what_is_on_the_other_side_does_not(question: str, sentence: str) -> None:
    assert not fits(question, sentence)


def test_a_whole_answer_tells_the_past_that_is_asked() -> None:
    question = understand("Trước Nghị quyết 63 thì mức chuẩn là bao nhiêu?")
    assert not on_the_side_asked(question, "Mức chuẩn gồm:\n1. Mức chuẩn là 650.000 đồng.")
    assert on_the_side_asked(question, "Mức chuẩn trước ngày 01/7/2026 là 440.000 đồng.")
