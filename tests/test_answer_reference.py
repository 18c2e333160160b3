"""What held documents say of others, held or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from api.model import NotHeld
from ingest.text import fold

if TYPE_CHECKING:
    from answering import Answering

pytest_plugins = ("answering",)


# a document not held: its date and issuer as a held document states them, and where it does
KNOWN = [
    ("Nghị quyết 91 ban hành ngày nào?", "15/01/2026", "45-kh-tu-2026-03-05#mo-dau"),
    ("nq91 ban hanh khi nao", "15/01/2026", "45-kh-tu-2026-03-05#mo-dau"),
    ("Cơ quan nào ban hành Nghị quyết số 91-NQ/TW?", "Bộ Chính trị", "45-kh-tu-2026-03-05#mo-dau"),
    ("Hướng dẫn 186 ban hành khi nào?", "10/01/2025", "180-kh-tu-2025-02-18#mo-dau"),
    ("Hướng dẫn 186 do ai ban hành?", "Ban Tuyên giáo Trung ương", "180-kh-tu-2025-02-18#mo-dau"),
    ("Nghị quyết 57 ban hành ngày nào?", "22/12/2024", "180-kh-tu-2025-02-18#mo-dau"),
    (
        "Nghị định 93/2020/NĐ-CP ban hành ngày nào?",
        "18 tháng 8 năm 2020",
        "312-qd-ubnd-2026-04-14#mo-dau",
    ),
    (
        "Quyết định 118 ban hành ngày nào?",
        "09 tháng 3 năm 2017",
        "312-qd-ubnd-2026-04-14#Chương II.Điều 5",
    ),
    ("Tờ trình 77 ban hành ngày nào?", "02 tháng 4 năm 2026", "312-qd-ubnd-2026-04-14#mo-dau"),
]


@pytest.mark.parametrize(("question", "value", "place"), KNOWN)
def test_a_reference_answers_for_a_document_not_held(
    answering: Answering, question: str, value: str, place: str
) -> None:
    assert value in answering.answered(question).answer
    assert place in answering.places(question)


@pytest.mark.parametrize(
    "question",
    [
        "Mục tiêu của Nghị quyết 91 là gì?",
        "Nghị quyết 57 có mấy nhiệm vụ, giải pháp?",
        "Ai ký Nghị quyết 91-NQ/TW?",
        "Điều 3 Nghị định 93/2020/NĐ-CP quy định gì?",
        "noi dung chinh cua nq91",
        "Hướng dẫn 186 giao việc gì cho Sở Xây dựng?",
    ],
)
def test_the_content_of_a_document_not_held_is_refused_by_name(
    answering: Answering, question: str
) -> None:
    outcome = answering.ask(question)
    assert isinstance(outcome, NotHeld)
    assert outcome.missing
    assert all(choice.held is False for choice in outcome.missing)
    assert all(str(choice.symbol) in outcome.answer for choice in outcome.missing)


@pytest.mark.parametrize(
    ("question", "symbol", "place"),
    [
        (
            "Văn bản nào thực hiện Nghị quyết 16-NQ/TU?",
            "88/KH-UBND",
            "88-kh-ubnd-2026-03-27",
        ),
        ("Kế hoạch nào triển khai Nghị quyết 91?", "45-KH/TU", "45-kh-tu-2026-03-05"),
        ("Văn bản nào thực hiện Nghị quyết 57?", "180-KH/TU", "180-kh-tu-2025-02-18"),
    ],
)
def test_the_document_that_carries_out_another_is_named(
    answering: Answering, question: str, symbol: str, place: str
) -> None:
    for typed in (question, fold(question)):
        answer = answering.answered(typed)
        assert symbol in answer.answer
        assert {citation.document.id for citation in answer.citations} == {place}


def test_a_plan_tied_to_another_resolution_names_it(answering: Answering) -> None:
    answer = answering.answered("Kế hoạch 180 gắn với nghị quyết nào?")
    assert "18-NQ/TW" in answer.answer
    assert answer.citations[0].passage_id == "180-kh-tu-2025-02-18#I.2"


def test_a_document_replaced_is_told_from_one_that_replaces(answering: Answering) -> None:
    answer = answering.answered("Văn bản nào thay thế Quyết định 118/QĐ-UBND?")
    assert "312/QĐ-UBND" in answer.answer
