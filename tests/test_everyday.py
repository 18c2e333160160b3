"""Everyday words are looked for as papers write them, beside what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from api.everyday import sayings
from api.evidence import Layer, support, words_of
from api.question import understand

if TYPE_CHECKING:
    from answering import Answering

pytest_plugins = ("answering",)


def meant(question: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    return {term.typed: term.means for term in understand(question).terms if term.means}


@pytest.mark.parametrize(
    ("question", "word", "written"),
    [
        ("Ai cầm trịch việc này?", "cầm", ("chủ", "trì")),
        ("Việt kiều được hưởng gì?", "kiều", ("kiều", "bào")),
        ("tiền làm đề án lấy ở đâu", "tiền", ("kinh", "phí")),
        ("tap huan cho can bo", "tap", ("bồi", "dưỡng")),  # marks are put back first
        ("GV dạy mấy tiết?", "dạy", ("giảng", "dạy")),
    ],
)
def test_an_everyday_word_has_the_words_of_papers(
    question: str, word: str, written: tuple[str, ...]
) -> None:
    assert written in meant(question)[word]


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("tiền lương tối thiểu", "tiền"),  # half of another word
        ("Báo Tiền Giang đăng gì?", "Tiền"),  # a name
        ("khoa học công nghệ", "học"),
        ("thu tuc noi bo", "bo"),  # nội bộ, not bỏ
        ("học phí bao nhiêu", "học"),  # stands for itself
    ],
)
def test_half_a_word_and_a_name_mean_nothing_else(question: str, word: str) -> None:
    assert word.lower() not in meant(question)


def test_a_longer_phrase_leaves_nothing_to_a_shorter_one() -> None:
    assert meant("học sinh cấp 2 học gì")["cấp"] == meant("học sinh cấp 2 học gì")["2"]


def test_what_papers_write_counts_less_than_the_word_itself() -> None:
    terms = understand("cơ quan cầm trịch đề án").terms
    own = support(terms, [Layer(words_of("cơ quan cầm trịch đề án"), 1.0)]).share
    other = support(terms, [Layer(words_of("cơ quan chủ trì đề án"), 1.0)]).share
    nothing = support(terms, [Layer(words_of("cơ quan đề án"), 1.0)]).share
    assert own > other > nothing


def test_every_row_says_something_else_or_protects_a_compound() -> None:
    for saying in sayings():
        assert saying.plain
        assert all(written for written in saying.written)
    assert len({saying.spelt for saying in sayings()}) == len(sayings())


def test_an_everyday_question_is_answered(answering: Answering) -> None:
    outcome = answering.answered("Ai cầm trịch đề án số hóa địa chí?")
    assert "Đảng ủy Ủy ban nhân dân tỉnh" in outcome.answer
