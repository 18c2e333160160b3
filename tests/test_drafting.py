"""What is asked of a place is told from there; what a paper leaves out is not told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_library import answering_from

from api.model import Answered, NotFound, Partial

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.answer import Answerer

DECISION = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 61/QĐ-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sơn Hà, ngày 02 tháng 6 năm 2026

QUYẾT ĐỊNH
Ban hành Quy chế nuôi ong của tỉnh Sơn Hà

Điều 1. Ban hành kèm theo Quyết định này Quy chế nuôi ong.
Điều 2. Chi cục Chăn nuôi quyết định thanh lý dụng cụ nuôi ong (trừ xe tải chở tổ ong).
Điều 3. Các phòng chuyên môn thuộc Chi cục Chăn nuôi gồm:
a) Phòng Giống;
b) Phòng Thú y.
Điều 4. Mục tiêu đến năm 2028 và tầm nhìn 2035
1. Đến năm 2028, sản lượng mật ong đạt 350 tấn.
2. Nâng cao chất lượng mật ong.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Mật

PHỤ LỤC I
DANH MỤC CHỈ TIÊU
TT | Chỉ tiêu | Đơn vị | Mục tiêu | Cơ quan theo dõi
1 | Số hộ nuôi ong | hộ | 900 | Sở Nông nghiệp và Môi trường
2 | Tỷ lệ mật ong đạt chuẩn | % | ≥ 95 | Sở Y tế
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """One decision with a regulation and an annex."""
    with answering_from(tmp_path_factory.mktemp("ong"), DECISION) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("phụ lục I qđ 61: cơ quan nào theo dõi tỷ lệ mật ong đạt chuẩn", "Sở Y tế"),
        ("pl1 qđ 61 tỷ lệ mật ong đạt chuẩn bao nhiêu %", "95"),
        ("Các phòng chuyên môn của Chi cục Chăn nuôi là những phòng nào?", "Phòng Thú y"),
        ("quy chế 61 do ai ký?", "Trần Văn Mật"),
        ("Sản lượng mật ong đến năm 2028 là bao nhiêu?", "350 tấn"),
        ("Ai quyết định thanh lý dụng cụ nuôi ong?", "Chi cục Chăn nuôi"),
    ],
)
def test_the_words_that_tell_it_answer(answerer: Answerer, question: str, told: str) -> None:
    outcome = answerer.answer(question)
    assert isinstance(outcome, Answered), outcome
    assert told in outcome.answer


@pytest.mark.parametrize(
    "question",
    [
        "phụ lục I qđ 61: tỷ lệ mật ong xuất khẩu sang Nhật Bản là bao nhiêu %?",
        "Sản lượng mật ong đến năm 2035 là bao nhiêu?",  # the heading names 2035, its item 2028
        # the heading lists the offices, and says no money
        "Các mức tiền thưởng của các phòng chuyên môn thuộc Chi cục Chăn nuôi như thế nào?",
    ],
)
def test_what_the_place_or_the_year_does_not_state_is_no_answer(
    answerer: Answerer, question: str
) -> None:
    assert isinstance(answerer.answer(question), Partial | NotFound)


@pytest.mark.parametrize("question", ["dieu 2 may xe tai", "phu luc i may ho", "Điều 4 mấy"])
def test_a_number_asked_of_a_place_without_any_other_kind_is_no_failure(
    answerer: Answerer, question: str
) -> None:
    assert answerer.answer(question).answer


def test_what_is_left_out_in_brackets_is_not_told_of(answerer: Answerer) -> None:
    outcome = answerer.answer("Ai quyết định bán xe tải chở tổ ong?")
    assert not isinstance(outcome, Answered), outcome
    outcome = answerer.answer("Chi cục Chăn nuôi thanh lý dụng cụ nuôi ong, trừ loại nào?")
    assert "trừ xe tải chở tổ ong" in outcome.answer
