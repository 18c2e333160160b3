"""Other questions: the sentences that answer, not whole paragraphs, and honest refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from api.model import Partial
from ingest.text import fold

if TYPE_CHECKING:
    from answering import Answering

pytest_plugins = ("answering",)

DECISION, WATERWAYS = "312-qd-ubnd-2026-04-14", "88-kh-ubnd-2026-03-27"

ASKED = [
    ("Phòng đọc cộng đồng là gì?", "nơi đọc sách không thu tiền", f"{DECISION}#Chương I.Điều 2.1"),
    ("Tủ sách lưu động là gì?", "chuyển giữa các phòng đọc", f"{DECISION}#Chương I.Điều 2.2"),
    ("Diện tích phòng đọc tối thiểu bao nhiêu?", "36 m2", f"{DECISION}#Chương II.Điều 3.1"),
    ("Vốn sách ở khu vực miền núi?", "420 bản sách", f"{DECISION}#Chương II.Điều 3.2.b"),
    ("Vốn sách ở đồng bằng bao nhiêu?", "650 bản sách", f"{DECISION}#Chương II.Điều 3.2.a"),
    ("Cấp chứng chỉ cho bao nhiêu học viên?", "260 học viên", f"{WATERWAYS}#II.3.-2"),
    ("Mỗi năm mở mấy lớp cho người lái tàu chở khách?", "4 lớp", f"{WATERWAYS}#II.3.-1"),
    ("Mỗi năm nâng cấp bao nhiêu bến?", "3 bến", f"{WATERWAYS}#II.1"),
    (
        "Quy định quản lý phòng đọc áp dụng với đối tượng nào?",
        "do thôn, tổ dân phố thành lập",
        f"{DECISION}#Chương I.Điều 1",
    ),
    ("Mỗi tháng tuần tra rừng mấy lần?", "6 lần", "27-ct-tu-2018-06-12#1"),
]


@pytest.mark.parametrize(("question", "value", "place"), ASKED)
def test_the_sentence_that_answers_is_quoted(
    answering: Answering, question: str, value: str, place: str
) -> None:
    assert value in answering.answered(question).answer
    assert place in answering.places(question)


@pytest.mark.parametrize(("question", "value", "place"), ASKED)
def test_the_sentence_is_found_without_diacritics(
    answering: Answering, question: str, value: str, place: str
) -> None:
    assert value in answering.answered(fold(question)).answer
    assert place in answering.places(fold(question))


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("Phòng đọc cộng đồng là gì?", "Tủ sách lưu động là"),
        ("Tủ sách lưu động là gì?", "nơi đọc sách không thu tiền"),
        ("Vốn sách ở khu vực miền núi?", "650"),
        ("Diện tích phòng đọc tối thiểu bao nhiêu?", "420"),
    ],
)
def test_sentences_that_answer_another_question_are_left_out(
    answering: Answering, question: str, other: str
) -> None:
    assert other not in answering.answered(question).answer


def test_an_answer_quotes_sentences_not_paragraphs(answering: Answering) -> None:
    answer = answering.answered("Ai mở chuyên trang, chuyên mục tuyên truyền Nghị quyết 57?")
    assert all("\n" not in citation.quote for citation in answer.citations)


def test_a_partial_answer_says_so_before_it_quotes(answering: Answering) -> None:
    outcome = answering.ask("Tỉ lệ che phủ rừng đến năm 2025 là bao nhiêu?")
    assert isinstance(outcome, Partial)
    assert "không nêu" in outcome.answer.splitlines()[0]
    assert outcome.claims[0].start > 0
    assert "Đến năm 2020" in outcome.claims[0].text


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Tỉ lệ thư viện xã có mạng đến năm 2035?", "2035"),
        ("Kinh phí mua sách điện tử là bao nhiêu?", "kinh phí"),
    ],
)
def test_a_partial_answer_names_what_is_not_stated(
    answering: Answering, question: str, missing: str
) -> None:
    outcome = answering.ask(question)
    assert isinstance(outcome, Partial)
    assert missing in outcome.answer.splitlines()[0].casefold()
