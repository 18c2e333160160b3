"""From when a paper is in force and what it replaces: from its own articles, however named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.text import fold

if TYPE_CHECKING:
    from answering import Answering

pytest_plugins = ("answering",)

ARTICLE = "312-qd-ubnd-2026-04-14#Chương II.Điều 5"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Quyết định 312 có hiệu lực từ ngày nào?", "01 tháng 5 năm 2026"),
        ("qđ 312 áp dụng từ khi nào", "01 tháng 5 năm 2026"),
        ("Quyết định về quản lý phòng đọc cộng đồng có hiệu lực khi nào?", "01 tháng 5 năm 2026"),
        ("Quyết định 312 thay thế văn bản nào?", "118/QĐ-UBND"),
        ("Quyết định 312 thay cho quyết định nào?", "118/QĐ-UBND"),
    ],
)
def test_the_article_on_effect_answers(answering: Answering, question: str, value: str) -> None:
    for typed in (question, fold(question)):
        assert value in answering.answered(typed).answer
        assert ARTICLE in answering.places(typed)


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch 45 có hiệu lực từ ngày nào?",  # a plan that does not say
        "Kế hoạch 45 thay thế văn bản nào?",
        "Nghị quyết 16 hết hiệu lực khi nào?",
    ],
)
def test_what_a_paper_does_not_say_of_its_effect_is_not_answered(
    answering: Answering, question: str
) -> None:
    assert answering.status(question) in {"not_found", "partial"}
