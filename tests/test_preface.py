"""Who asks, and why, is told before the question, and need not stand in any paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.preface import asks, postscripts, prefaces, purposes
from api.question import understand


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Em mới về làm văn thư. Bao lâu phải nộp hồ sơ?", ["Em mới về làm văn thư. "]),
        ("Tôi soạn bài. Còn một ngày. Ai chủ trì?", ["Tôi soạn bài. ", "Còn một ngày. "]),
        ("Ai chủ trì? Tôi cần gấp.", []),
        ("Mục tiêu đến năm 2030", []),
        ("Tỉnh Sơn Hà: bến thủy nào đạt chuẩn", ["Tỉnh Sơn Hà: "]),
        ("2. Sở nào chủ trì", []),
    ],
)
def test_sentences_before_the_first_that_asks_are_a_preface(text: str, told: list[str]) -> None:
    assert [span.of(text) for span in prefaces(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Bỏ tư duy nào? Cho xin nguyên văn.", ["Cho xin nguyên văn."]),
        ("Sở nào chủ trì? Nêu rõ từng việc.", ["Nêu rõ từng việc."]),
        ("Ai chủ trì? Tôi cần gấp.", []),
        ("Cho xin danh sách. Sở nào chủ trì?", []),
        ("Ai chủ trì? Nêu ai phối hợp.", []),  # asks again
    ],
)
def test_how_to_answer_may_be_told_after_the_question(text: str, told: list[str]) -> None:
    assert [span.of(text) for span in postscripts(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nêu các quan điểm để tôi soạn bài giảng.", [" để tôi soạn bài giảng."]),
        ("ke ten cac nhom giup minh de lam slide", [" giup minh de lam slide"]),
        ("Các xã phải lập danh sách để làm gì?", []),  # asks for the purpose itself
        ("Đơn vị nào được giao để soạn đề án?", []),
        ("để làm bài giảng", []),
    ],
)
def test_what_the_answer_is_for_may_be_told_at_the_end(text: str, told: list[str]) -> None:
    assert [span.of(text) for span in purposes(text)] == told


def test_what_the_answer_is_for_is_no_matter_of_the_question() -> None:
    terms = understand("Nêu yêu cầu của Kế hoạch 180 để tôi soạn bài giảng").terms
    assert [term.typed for term in terms] == ["yêu", "cầu"]


def test_the_words_of_a_preface_are_kept_but_not_required() -> None:
    terms = understand("Em mới làm thủ thư. Sở nào cấp sách luân chuyển?").terms
    weak = {term.typed: term.weak for term in terms}
    assert weak["thủ"]
    assert not weak["luân"]


@given(st.text(alphabet="ab nào?. ", max_size=40))
def test_a_preface_asks_nothing_and_what_follows_does(text: str) -> None:
    told = list(prefaces(text))
    assert not any(asks(span.of(text)) for span in told)
    assert not told or asks(text[told[-1].end :])
