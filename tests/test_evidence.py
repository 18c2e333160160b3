"""Support: the weighted share of a question's words that a stretch of text carries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.evidence import Layer, holds, support, words_of
from api.question import understand
from ingest.text import fold

SENTENCE = "Quy mô kinh tế số đạt tối thiểu 30% GDP."


def share(question: str, text: str) -> float:
    return support(understand(question).terms, [Layer(words_of(text), 1.0)]).share


def test_a_sentence_with_every_word_carries_the_whole_question() -> None:
    assert share("quy mô kinh tế số", SENTENCE) == pytest.approx(1.0)


def test_a_sentence_with_no_word_carries_nothing() -> None:
    assert share("chuyên trang của báo", SENTENCE) == 0


def test_words_in_another_order_carry_less() -> None:
    assert share("số kinh tế", SENTENCE) < share("kinh tế số", SENTENCE)


def test_a_word_with_other_diacritics_is_another_word() -> None:
    assert not any(holds(words_of(SENTENCE), t) for t in understand("Sở").terms)


def test_a_word_typed_without_diacritics_matches_any() -> None:
    assert share("quy mo kinh te so", SENTENCE) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("nghệ sĩ", "Mời nghệ sỹ về xã."),
        ("ky su", "Tuyển kĩ sư."),
        ("từ giờ thứ 48 đến 72", "Giai đoạn 48-72 giờ: mở bếp ăn thứ hai."),
    ],
)
def test_what_is_printed_in_two_ways_is_one_word(question: str, text: str) -> None:
    terms = [t for t in understand(question).terms if t.typed not in {"giờ", "thứ"}]
    assert all(holds(words_of(text), term) for term in terms)


def test_an_everyday_word_is_not_half_of_another_word() -> None:
    lone = share("học xong", "phát triển khoa học, hoàn thành")
    assert lone < share("học xong", "quán triệt nghị quyết, hoàn thành")
    assert share("khoa học xong", "phát triển khoa học, hoàn thành") > lone


def test_old_tone_placement_is_the_same_word() -> None:
    assert share("uỷ ban xoá bỏ", "Ủy ban xóa bỏ rào cản") == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("short", "text"),
    [
        ("UBND", "Ủy ban nhân dân tỉnh tham mưu"),
        ("CĐS", "đẩy mạnh chuyển đổi số"),
        ("cđs", "đẩy mạnh chuyển đổi số"),
        ("MTTQ", "Mặt trận Tổ quốc Việt Nam"),
    ],
)
def test_an_abbreviation_is_carried_by_its_full_form(short: str, text: str) -> None:
    assert share(short, text) == pytest.approx(1.0)


def test_the_full_form_is_carried_by_an_abbreviation() -> None:
    assert share("ủy ban nhân dân", "UBND tỉnh tham mưu") == pytest.approx(1.0)


def test_a_word_of_the_heading_counts_less_than_one_of_the_sentence() -> None:
    terms = understand("mục đích kinh tế").terms
    near = support(terms, [Layer(words_of("mục đích kinh tế"), 1.0)])
    far = support(terms, [Layer(words_of("mục đích kinh tế"), 0.5)])
    assert far.share == pytest.approx(near.share / 2)


def test_missing_words_are_named() -> None:
    found = support(understand("kinh phí chuyên trang").terms, [Layer(words_of("chuyên trang"), 1)])
    assert [t.typed for t in found.missing] == ["kinh", "phí"]


def test_words_that_only_ask_weigh_little() -> None:
    assert share("thời hạn chuyên trang", "chuyên trang") > share(
        "chuyên trang báo", "chuyên trang"
    )


def test_no_words_no_support() -> None:
    assert support((), [Layer(words_of(SENTENCE), 1.0)]).share == 0


@given(st.lists(st.sampled_from(SENTENCE.split()), max_size=8), st.text(max_size=80))
def test_support_is_a_share(words: list[str], text: str) -> None:
    assert 0 <= share(" ".join(words), text) <= 1


WORDS = st.sampled_from(["đảng", "ủy", "tỉnh", "chuyển", "đổi", "số", "kinh", "tế"])


@given(st.lists(WORDS, min_size=1))
def test_text_supports_itself_with_and_without_diacritics(words: list[str]) -> None:
    text = " ".join(words)
    assert share(text, text) == pytest.approx(share(fold(text), text)) == pytest.approx(1.0)
