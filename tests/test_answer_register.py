"""All deadlines, goals or tasks of a document, where nothing else is asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.text import fold

if TYPE_CHECKING:
    from answering import Answering

pytest_plugins = ("answering",)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Kế hoạch 45 có những thời hạn nào?", ["30/9/2026", "15/12/2026"]),
        ("thời hạn trong Kế hoạch 45", ["30/9/2026", "15/12/2026"]),
        ("Các thời hạn của Kế hoạch 180-KH/TU", ["10/5/2025", "quý I năm 2025"]),
    ],
)
def test_every_deadline_is_listed(answering: Answering, question: str, values: list[str]) -> None:
    for typed in (question, fold(question)):
        answer = answering.answered(typed).answer
        assert all(value in answer for value in values)


def test_the_list_says_how_many_and_of_what(answering: Answering) -> None:
    answer = answering.answered("Kế hoạch 45 có những thời hạn nào?").answer
    assert answer.splitlines()[0] == "Kế hoạch số 45-KH/TU nêu 2 thời hạn:"


def test_a_question_that_names_a_matter_gets_no_list(answering: Answering) -> None:
    answer = answering.answered(
        "Thời hạn báo cáo kết quả của Báo Bắc Sơn trong Kế hoạch 45?"
    ).answer
    assert "15/12/2026" in answer
    assert "30/9/2026" not in answer
