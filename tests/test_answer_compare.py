"""One question of several documents or years is answered for each, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from answering import Answering

pytest_plugins = ("answering",)

PLAN, RIVERS = "45-kh-tu-2026-03-05", "16-nq-tu-2026-02-03"


def test_each_document_is_named_before_what_it_says(answering: Answering) -> None:
    answer = answering.answered("So sánh mục tiêu của Kế hoạch 45 và Nghị quyết 16").answer
    assert answer.index("Kế hoạch số 45-KH/TU") < answer.index("85%")
    assert answer.index("Nghị quyết số 16-NQ/TU") < answer.index("35%")


def test_years_that_only_date_the_papers_are_not_looked_for(answering: Answering) -> None:
    asked = "So sánh mục tiêu của Kế hoạch 45 (2026) và Nghị quyết 16 (2026)"
    answer = answering.answered(asked).answer
    assert "85%" in answer
    assert "35%" in answer


def test_parts_with_papers_of_their_own_are_asked_of_these(answering: Answering) -> None:
    asked = "Kế hoạch 45 giao ai xây dựng đề án, còn Nghị quyết 16 giao ai theo dõi, sơ kết?"
    answer = answering.answered(asked)
    assert "Đảng ủy Ủy ban nhân dân tỉnh" in answer.answer
    assert "Ban Kinh tế Tỉnh ủy" in answer.answer
    assert {citation.document.id for citation in answer.citations} == {PLAN, RIVERS}


def test_a_document_that_does_not_say_is_told(answering: Answering) -> None:
    answer = answering.answered("Kế hoạch 45 và Nghị quyết 16: số bạn đọc tăng bao nhiêu?")
    assert answer.answer.startswith("Không nêu điều này: Nghị quyết số 16-NQ/TU.")
    assert {citation.document.id for citation in answer.citations} == {PLAN}


@pytest.mark.parametrize(
    "question",
    [
        "Vận tải đường sông năm 2030 và 2045 khác nhau thế nào?",
        "So sánh vận tải đường sông đến năm 2030 và đến năm 2045",
    ],
)
def test_years_are_set_side_by_side(answering: Answering, question: str) -> None:
    answer = answering.answered(question).answer
    assert "35%" in answer
    assert "50%" in answer


def test_half_a_comparison_of_years_is_none(answering: Answering) -> None:
    assert answering.status("So sánh vận tải đường sông năm 2030 và năm 2035") != "answered"
