"""Everyday words are looked for as papers write them, beside what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_library import answering_from

from api.everyday import sayings
from api.evidence import Layer, support, words_of
from api.model import Answered
from api.question import understand

if TYPE_CHECKING:
    from pathlib import Path

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


@pytest.mark.parametrize(
    ("question", "word", "written"),
    [
        ("Vào đọc phải mang giấy tờ tùy thân gì?", "tùy", ("hộ", "chiếu")),
        ("Nhóm nào được xếp hàng đầu tiên?", "xếp", ("ưu", "tiên")),
        ("thúc giục các xã làm báo cáo", "giục", ("đôn", "đốc")),  # of a row of several phrases
        ("ai có quyền quyết?", "quyền", ("thẩm", "quyền", "quyết", "định")),
    ],
)
def test_a_phrase_of_several_syllables_is_read_whole(
    question: str, word: str, written: tuple[str, ...]
) -> None:
    assert written in meant(question)[word]


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("ai có quyền quyết định hủy tài liệu", "quyền"),  # no "quyền quyết"
        ("đơn vị nào phối hợp với Sở Y tế", "hợp"),  # no "hợp với"
        ("thị trường công nghệ phát triển ra sao", "trường"),  # no "trường công"
        ("hợp tác xã làm đơn vị thu gom", "làm"),  # no "làm đơn"
        ("xử lý lấn chiếm đất lâm nghiệp", "chiếm"),  # no "chiếm đất"
    ],
)
def test_a_phrase_that_cuts_another_word_means_nothing_else(question: str, word: str) -> None:
    assert word not in meant(question)


RULES = """ỦY BAN NHÂN DÂN TỈNH SƠN HÀ
Số: 27/2026/QĐ-UBND
Sơn Hà, ngày 12 tháng 3 năm 2026
QUYẾT ĐỊNH
Quy định về quản lý bến thuyền du lịch
Điều 1. Xuống bến
1. Hành khách xuống bến phải có căn cước hoặc hộ chiếu.
2. Chủ thuyền từ chối hành khách thì phải nêu rõ lý do.
Điều 2. Thuê thuyền
1. Giá thuê thuyền trên 20 chỗ tối đa là 900.000 đồng một chuyến.
2. Trường hợp xảy ra tranh chấp về giá thuê thì các bên tạm tính theo giá niêm yết.
Điều 3. Kiểm tra
1. Đội kiểm tra tiến hành kiểm tra đột xuất khi có phản ánh về an toàn.
2. Khó khăn, vướng mắc trong quá trình thực hiện được phản ánh về Sở Du lịch.
"""


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        ("Khách xuống bến thuyền phải mang giấy tờ tùy thân gì?", "căn cước hoặc hộ chiếu"),
        ("Mướn thuyền trên 20 chỗ đắt nhất bao nhiêu?", "900.000"),
        ("Hai bên cãi nhau về giá thuê thuyền thì tính theo giá nào?", "giá niêm yết"),
        ("Trường hợp nào đội kiểm tra làm việc không hẹn trước?", "phản ánh về an toàn"),
        ("Gặp chỗ khó, chỗ vướng thì kêu với ai?", "Sở Du lịch"),
    ],
)
def test_a_paper_answers_in_its_own_words(tmp_path: Path, question: str, stated: str) -> None:
    with answering_from(tmp_path, RULES) as answerer:
        outcome = answerer.answer(question)
    assert isinstance(outcome, Answered)
    assert stated in outcome.answer


@pytest.mark.parametrize(
    "question",
    [
        "Đi thuyền mà say sóng thì được đền bao nhiêu tiền?",
        "Chủ thuyền làm ăn kém thì mấy năm bị rút giấy phép?",
    ],
)
def test_what_no_sentence_states_stays_unanswered(tmp_path: Path, question: str) -> None:
    with answering_from(tmp_path, RULES) as answerer:
        assert not isinstance(answerer.answer(question), Answered)
