"""Questions with a gap: what gives way, what is left around it, how titles ask."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.train_gaps import LEAST_WORDS, WITHIN, from_sentence, from_title


def drawn(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - repeatable, not secret


def all_made(sentence: str) -> set[str]:
    """Return what a hundred draws make of a sentence."""
    return {made for seed in range(100) for made in from_sentence(sentence, drawn(seed))}


@pytest.mark.parametrize(
    ("sentence", "asked", "gone"),
    [
        # a length of time, an amount, a share
        ("Hồ sơ được giải quyết trong thời hạn không quá 15 ngày làm việc", "bao nhiêu", "15"),
        ("Mức phạt đối với hành vi này là 500.000 đồng một lần", "bao nhiêu", "500.000"),
        ("Tỷ lệ hộ nghèo của cả tỉnh giảm còn 2,5% mỗi năm", "bao nhiêu phần trăm", "2,5"),
        # a day, a year, a place
        ("Nghị định này có hiệu lực từ ngày 1 tháng 7 năm 2025", "khi nào", "tháng 7"),
        ("Nhà máy nước đầu tiên của thành phố khánh thành năm 1954", "năm nào", "1954"),
        ("Hội nghị tổng kết công tác được tổ chức tại Hà Nội", "ở đâu", "Hà"),
        # who acts
        ("2. Bộ Tài chính chủ trì xây dựng dự toán hằng năm", "cơ quan nào", "Bộ"),
        ("Người sử dụng lao động phải trả lương đúng hạn cho người làm", "ai", "Người"),
        # why, what for, what of, what is it, what must be done
        ("Dự án chậm so với kế hoạch vì thiếu vốn đối ứng", "vì sao", "thiếu"),
        ("Lập sổ theo dõi ở từng xã nhằm bảo vệ trẻ em", "để làm gì", "trẻ"),
        ("Hồ sơ đề nghị cấp giấy phép xây dựng gồm có:", "gồm những gì", "có"),
        ("Thanh niên theo luật này là công dân từ đủ 16 tuổi", "là gì", "công"),
        ("Chủ rừng ở các tỉnh có trách nhiệm báo cáo thiệt hại", "có trách nhiệm làm gì", "báo"),
        ("Cán bộ, công chức các cấp phải kê khai tài sản", "phải làm gì", "kê"),
    ],
)
def test_what_is_asked_for_gives_way_to_its_question_word(
    sentence: str, asked: str, gone: str
) -> None:
    made = [one for one in all_made(sentence) if asked in one]
    assert made
    assert all(gone not in one.split() for one in made)


@pytest.mark.parametrize(
    "sentence",
    ["Trong thời hạn 15 ngày", "Công tác tuyên truyền được quan tâm và đẩy mạnh hơn nữa"],
)
def test_short_sentences_and_those_that_state_nothing_known_make_no_question(sentence: str) -> None:
    assert all_made(sentence) == set()


def test_a_question_in_another_order_ends_in_its_question_word() -> None:
    made = all_made("Hội nghị tổng kết công tác năm học được tổ chức tại Hà Nội trong hai buổi")
    assert any(one.startswith("trong hai buổi") and one.endswith("ở đâu") for one in made)


PARTS = ("Bộ Y tế", "phải nộp", "15 ngày", "năm 2025", "tại Huế", "vì", "để", "là", "gồm", "5%")
WORDS = st.sampled_from(PARTS)


@given(st.lists(WORDS, max_size=60).map(" ".join), st.integers(0, 99))
def test_a_question_has_words_to_go_by_and_is_no_longer_than_one_that_people_ask(
    sentence: str, seed: int
) -> None:
    for made in from_sentence(sentence, drawn(seed)):
        assert LEAST_WORDS < len(made.split()) <= WITHIN[1] + 5


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Thời hạn giải quyết khiếu nại", "Thời hạn giải quyết khiếu nại là bao lâu"),
        ("Hồ sơ cấp giấy phép", "cần giấy tờ gì để cấp giấy phép"),
        ("Trách nhiệm của người sử dụng lao động", "người sử dụng lao động có trách nhiệm gì"),
        ("Thủ tục đăng ký kết hôn", "làm thế nào để đăng ký kết hôn"),
        ("Thẩm quyền cấp giấy phép", "cơ quan nào có thẩm quyền cấp giấy phép"),
        ("Xử lý vi phạm", "vi phạm thì bị xử lý ra sao"),
    ],
)
def test_a_title_asks_what_its_article_tells(title: str, asked: str) -> None:
    made = {from_title(title, drawn(seed)) for seed in range(20)}
    assert asked in {" ".join((one or "").split()) for one in made}


def test_a_title_without_a_rule_asks_nothing() -> None:
    assert from_title("Phạm vi điều chỉnh", drawn(1)) is None
