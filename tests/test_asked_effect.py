"""From when a paper is in force, and what it replaces, is told by words that say just this."""

from __future__ import annotations

import pytest
from one_sentence import plan_saying

from api.asked_effect import asks_from_when, says_from_when, tells_effect
from api.question import understand

NEW = "Nghị định này thay thế Nghị định số 107/2007/NĐ-CP ngày 25 tháng 6 năm 2007 của Chính phủ."


def tells(question: str, sentence: str) -> bool:
    document = plan_saying(sentence)
    passage = document.passages[-1]
    return tells_effect(understand(question), document, passage, passage.span)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Nghị định 31 thay thế nghị định nào?", NEW),
        ("nghi dinh 31 thay the cho nghi dinh nao truoc do", NEW),
        (
            "bãi bỏ những quyết định cũ nào",
            "Quyết định số 45/2024/QĐ-UBND ngày 12 tháng 5 năm 2024 hết hiệu lực thi hành.",
        ),
        ("có hiệu lực từ ngày nào?", "Quyết định này có hiệu lực từ ngày 01/7/2026."),
        ("hieu luc khi nao", "Luật này có hiệu lực thi hành kể từ ngày ký."),
        ("Hết hiệu lực khi nào?", "Giấy phép hết hiệu lực khi bị thu hồi."),  # of no paper
        ("Nuôi cá ở đâu?", "Nuôi cá lồng."),
    ],
)
def test_what_says_it_may_answer(question: str, sentence: str) -> None:
    assert tells(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Nghị định 100 thay thế nghị định nào?", "Sản phẩm thay thế sữa mẹ có hạn sử dụng."),
        ("thong tu 41 thay the thong tu nao truoc do", "Dự báo trước 24 giờ đủ độ tin cậy."),
        (
            "có hiệu lực từ ngày nào?",
            "Trong vòng 2 năm kể từ ngày Quyết định này có hiệu lực, tỉnh cấp giấy chứng nhận.",
        ),
    ],
)
def test_other_words_do_not(question: str, sentence: str) -> None:
    assert not tells(question, sentence)


def test_what_is_due_from_the_day_of_effect_asks_for_another_day() -> None:
    assert asks_from_when(understand("Luật Cảnh vệ có hiệu lực khi nào?"))
    assert not asks_from_when(understand("Văn bản có hiệu lực thì phải nộp trong bao lâu?"))
    assert says_from_when("Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.")
