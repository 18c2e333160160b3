"""Papers of several places are compared; a place in a text alone leaves a choice of papers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from made_library import answering_from

from api.model import Ambiguous, Answered, NotFound, NotHeld

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.answer import Answerer

CORPUS = Path(__file__).parent.parent / "corpus"
RULES = """ỦY BAN NHÂN DÂN
TỈNH {issuer}
Số: {number}/2026/QĐ-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
{place}, ngày {day:02} tháng 6 năm 2026

QUYẾT ĐỊNH
{title}

Căn cứ Hướng dẫn số 44-HD/BTGTW ngày 02/3/2026 của Ban Tuyên giáo Trung ương;

Điều 1. Mật khẩu hộp thư công vụ
1. Người dùng đổi mật khẩu hộp thư công vụ {often} một lần.
2. Mức đóng góp của dịch vụ số vào tăng trưởng đến năm 2030 là trên {share}%.

Điều 2. Hiệu lực
Quyết định này có hiệu lực từ ngày ký.
"""
MADE = (
    RULES.format(issuer="NGHỆ AN", place="Nghệ An", number=71, day=2, often="03 tháng", share=41,
                 title="Ban hành quy định về thư điện tử công vụ tỉnh Nghệ An"),
    RULES.format(issuer="BẮC NINH", place="Bắc Ninh", number=72, day=9, often="06 tháng", share=43,
                 title="Ban hành quy định về thư điện tử công vụ tỉnh Bắc Ninh"),
)  # fmt: skip


def dated(text: str, day: int) -> str:
    """Return a decision that is in force from a day of its own."""
    return text.replace("từ ngày ký", f"kể từ ngày {day:02} tháng 7 năm 2026")


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Give what answers from two decisions that differ in their figures."""
    with answering_from(tmp_path_factory.mktemp("hai"), *MADE) as made:
        yield made


@pytest.mark.parametrize(
    "question",
    [
        "So sánh Nghệ An và Bắc Ninh: người dùng bao lâu phải đổi mật khẩu hộp thư công vụ?",
        "nguoi dung may thang phai doi mat khau hop thu cong vu, so sanh nghe an voi bac ninh",
    ],
)
def test_the_papers_of_two_places_answer_side_by_side(two: Answerer, question: str) -> None:
    """Each place's own figure is told."""
    found = two.answer(question)

    assert isinstance(found, Answered)
    assert "03 tháng" in found.answer
    assert "06 tháng" in found.answer


@pytest.mark.parametrize(
    "question",
    [
        "Hai quyết định về thư điện tử công vụ của Nghệ An và Bắc Ninh có hiệu lực từ khi nào?",
        "Hiệu lực của quyết định về thư công vụ ở Nghệ An và ở Bắc Ninh khác nhau thế nào?",
    ],
)
def test_when_each_is_in_force_is_told_of_each(tmp_path: Path, question: str) -> None:
    """Two papers that are named together are no choice, and what compares asks when."""
    with answering_from(tmp_path, *map(dated, MADE, (8, 9))) as made:
        found = made.answer(question)

    assert isinstance(found, Answered)
    assert "Quyết định số 71/2026/QĐ-UBND: Quyết định này có hiệu lực" in found.answer
    assert "Quyết định số 72/2026/QĐ-UBND: Quyết định này có hiệu lực" in found.answer


def test_two_numbers_of_one_place_are_asked_side_by_side(tmp_path: Path) -> None:
    """The place that is named beside them chooses none of them."""
    other = MADE[0].replace("71/2026", "77/2026")
    with answering_from(tmp_path, dated(MADE[0], 8), dated(other, 9)) as made:
        found = made.answer("So sánh ngày có hiệu lực của QĐ 71/2026 và QĐ 77/2026 Nghệ An")

    assert isinstance(found, Answered)
    assert {citation.document.symbol for citation in found.citations} == {
        "71/2026/QĐ-UBND",
        "77/2026/QĐ-UBND",
    }


def test_one_place_is_not_compared(two: Answerer) -> None:
    """A question that names one place is answered by its paper alone."""
    found = two.answer("Bắc Ninh: bao lâu phải đổi mật khẩu hộp thư công vụ một lần?")

    assert isinstance(found, Answered)
    assert "06 tháng" in found.answer
    assert "03 tháng" not in found.answer


@pytest.mark.parametrize("question", ["Điều 2 nói gì", "khoản 1 Điều 1 quy định gì"])
def test_a_place_in_a_text_alone_leaves_a_choice(two: Answerer, question: str) -> None:
    """Whoever asks for an article without its paper has to choose."""
    found = two.answer(question)

    assert isinstance(found, Ambiguous)
    assert {choice.symbol for choice in found.choices} == {"71/2026/QĐ-UBND", "72/2026/QĐ-UBND"}


def test_an_article_that_one_paper_alone_has_is_told(tmp_path: Path) -> None:
    """Nothing is left to choose where one paper has the article."""
    plan = (CORPUS / "180-KH-TU.txt").read_text(encoding="utf-8")
    with answering_from(tmp_path, plan, MADE[0]) as made:
        article, item = made.answer("Điều 2 nói gì"), made.answer("khoản 4 mục III nói gì")

    assert isinstance(article, Answered)
    assert "có hiệu lực từ ngày ký" in article.answer
    assert isinstance(item, Answered)
    assert "10/5/2025" in item.answer


@pytest.mark.parametrize(
    "question", ["khoản 1 nói gì", "ủy ban kiểm tra tỉnh ủy làm gì", "ban noi chinh tinh uy lam gi"]
)
def test_what_may_be_meant_of_several_is_not_guessed(tmp_path: Path, question: str) -> None:
    """One of three items 1 is no answer, nor is the task of another body of the same committee."""
    plan = (CORPUS / "180-KH-TU.txt").read_text(encoding="utf-8")
    with answering_from(tmp_path, plan) as made:
        assert isinstance(made.answer(question), NotFound)


def test_a_place_that_no_paper_has_is_not_found(two: Answerer) -> None:
    """No choice is offered of papers without the article."""
    assert isinstance(two.answer("Điều 99 nói gì"), NotFound)


def test_a_share_that_something_adds_is_no_money(two: Answerer) -> None:
    """No fee ("mức đóng") is asked for by "mức đóng góp"."""
    found = two.answer("QĐ 72 đặt mức đóng góp của dịch vụ số vào tăng trưởng 2030 là bao nhiêu?")

    assert isinstance(found, Answered)
    assert "43%" in found.answer


def test_a_paper_that_is_not_held_is_not_answered_by_another(two: Answerer) -> None:
    """What a paper asks for stands in itself, not in the one it is about."""
    found = two.answer("Hướng dẫn 44-HD/BTGTW yêu cầu gì về mật khẩu cho Quyết định 71/2026?")

    assert isinstance(found, NotHeld)
    assert [choice.symbol for choice in found.missing] == ["44-HD/BTGTW"]


def test_another_provinces_paper_does_not_answer(two: Answerer) -> None:
    """What Nghệ An and Bắc Ninh decide is nothing of Hải Phòng, under no heading either."""
    for question in (
        "Mật khẩu hộp thư công vụ ở Hải Phòng bao lâu phải đổi?",
        "Mật khẩu hộp thư công vụ của thành phố Hải Phòng được quy định thế nào?",
        "Quy định về mật khẩu hộp thư công vụ ở Hải Phòng gồm những gì?",
    ):
        assert isinstance(two.answer(question), NotFound), question
