"""A paper named by its subject is asked what the rest of the question says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_library import answering_from

from api.by_subject import named_by_subject, without_name
from api.question import understand
from ingest.read import read_document

if TYPE_CHECKING:
    from pathlib import Path

PAPER = """ỦY BAN NHÂN DÂN
TỈNH {province}
Số: {number}/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
{place}, ngày 02 tháng 6 năm 2026

KẾ HOẠCH
{title}

1. Mở lớp.
"""
BEES = read_document(
    PAPER.format(
        province="SƠN HÀ", number=90, place="Sơn Hà",
        title="Giám sát chương trình giảm nghèo bền vững trên địa bàn tỉnh Sơn Hà năm 2026",
    ).encode(), "90.txt")  # fmt: skip
LIBRARY = read_document(
    PAPER.format(
        province="SƠN HÀ", number=95, place="Sơn Hà",
        title="Xây dựng thư viện làng trên địa bàn tỉnh Sơn Hà",
    ).encode(), "95.txt")  # fmt: skip
PAPERS = (LIBRARY, BEES)


def test_words_of_its_title_name_a_paper() -> None:
    question = understand("Chương trình giảm nghèo bền vững ở Sơn Hà được giám sát theo cách nào?")
    assert named_by_subject(question, PAPERS) is None  # nothing else is asked
    question = understand(
        "Chương trình giảm nghèo bền vững ở Sơn Hà chọn ấp, khu vực khảo sát theo cách nào?"
    )
    assert named_by_subject(question, PAPERS) is BEES


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch 90 về giảm nghèo bền vững ở Sơn Hà chọn ấp, khu vực ra sao?",  # by its number
        "Tỉnh Sơn Hà mở bao nhiêu lớp dạy nghề nuôi ong trong năm nay?",
        "Giảm nghèo thì ai làm?",
        "Ai ký?",
    ],
)
def test_a_number_a_place_or_one_word_does_not(question: str) -> None:
    assert named_by_subject(understand(question), PAPERS) is None


def test_two_papers_of_one_subject_are_neither() -> None:
    question = understand(
        "Chương trình giảm nghèo bền vững ở Sơn Hà chọn ấp, khu vực khảo sát theo cách nào?"
    )
    assert named_by_subject(question, (BEES, BEES)) is None


def test_the_words_of_the_name_count_little_afterwards() -> None:
    question = understand("Chương trình giảm nghèo bền vững ở Sơn Hà chọn ấp theo cách nào?")
    terms = {term.typed: term.weak for term in without_name(question, BEES).terms}
    assert terms["nghèo"]
    assert not terms["ấp"]


def test_its_answer_is_taken_where_it_says_more_of_what_is_asked(tmp_path: Path) -> None:
    prizes = (
        "1. Phong trào thi đua nuôi ong chào mừng Đại hội được phát động từ tháng 6.\n"
        "2. Các hình thức khen thưởng gồm: Bằng khen; Giấy khen; Cờ thi đua.\n"
    )
    text = PAPER.format(
        province="SƠN HÀ", number=97, place="Sơn Hà",
        title="Phát động phong trào thi đua nuôi ong chào mừng Đại hội Hội Nông dân tỉnh Sơn Hà",
    ).replace("1. Mở lớp.\n", prizes)  # fmt: skip
    with answering_from(tmp_path, text) as answerer:
        outcome = answerer.answer(
            "Tham gia phong trào thi đua nuôi ong chào mừng Đại hội Hội Nông dân tỉnh Sơn Hà thì"
            " được khen thưởng bằng những hình thức nào?"
        )
    assert "Bằng khen; Giấy khen; Cờ thi đua" in outcome.answer
