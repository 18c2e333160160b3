"""Which documents a question is about: named in any form, several, none, or only its matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from api.model import Ambiguous, Answered, NotFound, NotHeld

if TYPE_CHECKING:
    from answering import Answering

pytest_plugins = ("answering",)

FORESTS, PLASTICS = "27-ct-tu-2018-06-12", "27-ct-tu-2026-01-20"
PLAN, RIVERS = "45-kh-tu-2026-03-05", "16-nq-tu-2026-02-03"


@pytest.mark.parametrize(
    "named",
    [
        "Kế hoạch số 45-KH/TU",
        "Kế hoạch 45",
        "kế hoạch số 45",
        "ke hoach 45",
        "KH45",
        "kh 45",
        "45-KH/TU",
        "45 KH/TU",
        "45-kh-tu",
        "KH 45 2026",  # the year of its date
        "kế hoạch 45/2026",
    ],
)
def test_every_written_form_of_a_number_names_the_document(
    answering: Answering, named: str
) -> None:
    answer = answering.answered(f"{named} do ai ký?")
    assert {citation.document.id for citation in answer.citations} == {PLAN}


@pytest.mark.parametrize(
    "form", ["45-KH/TU", "45 kh/tu", "Kế hoạch 45", "kh45", PLAN, "Kế hoạch số 45-KH/TU"]
)
def test_the_caller_may_name_a_document_in_any_form(answering: Answering, form: str) -> None:
    answer = answering.answered("ai ký", [form])
    assert "Trần Văn Bình" in answer.answer


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("Chỉ thị 27 năm 2018 nói về vấn đề gì?", FORESTS),  # by the year
        ("chi thi 27 nam 2026 noi ve van de gi", PLASTICS),
        ("Chỉ thị 27 về rác thải nhựa do ai ký?", PLASTICS),  # by a word of the title
        ("Chỉ thị 27 về rừng đầu nguồn do ai ký?", FORESTS),
        ("chi thi 27 ve rung dau nguon ban hanh ngay nao", FORESTS),
        ("Chỉ thị 27-CT/TU ngày 20/01/2026 do ai ký?", PLASTICS),  # by the date
        ("Chỉ thị số 27-CT/TU ngày 12 tháng 6 năm 2018 do ai ký?", FORESTS),
        ("Theo chỉ thị 27 thì ai tuần tra rừng đầu nguồn?", FORESTS),
    ],
)
def test_other_words_choose_between_two_of_one_number(
    answering: Answering, question: str, document: str
) -> None:
    answer = answering.answered(question)
    assert {citation.document.id for citation in answer.citations} == {document}


@pytest.mark.parametrize(
    "question",
    ["Chỉ thị 27 do ai ký?", "ct27 ban hành ngày nào", "Chỉ thị số 27-CT/TU yêu cầu gì?"],
)
def test_a_bare_number_of_two_documents_is_ambiguous(answering: Answering, question: str) -> None:
    outcome = answering.ask(question)
    assert isinstance(outcome, Ambiguous)
    assert {choice.id for choice in outcome.choices} == {FORESTS, PLASTICS}
    assert all(choice.held for choice in outcome.choices)
    assert "2018" in outcome.answer
    assert "2026" in outcome.answer


def test_a_type_of_another_document_is_not_the_same_number(answering: Answering) -> None:
    outcome = answering.ask("Nghị quyết 45 do ai ký?")  # 45 is a plan
    assert not isinstance(outcome, Answered)


def test_a_number_that_nothing_bears_is_refused_by_name(answering: Answering) -> None:
    outcome = answering.ask("Kết luận 731-KL/TW nói gì?")
    assert isinstance(outcome, NotFound)
    assert "731" in outcome.answer


@pytest.mark.parametrize(
    ("question", "document"),
    [
        # the resolution is the matter; the answer stands in the plan that carries it out
        ("Việc quán triệt, tuyên truyền Nghị quyết 57 hoàn thành khi nào?", "180-kh-tu-2025-02-18"),
        ("Ai đôn đốc việc thực hiện Nghị quyết 57?", "180-kh-tu-2025-02-18"),
        ("Ai theo dõi việc thực hiện Nghị quyết 16?", RIVERS),
    ],
)
def test_a_document_may_be_the_matter_of_another(
    answering: Answering, question: str, document: str
) -> None:
    assert answering.answered(question).citations[0].document.id == document


def test_a_document_named_as_the_place_keeps_others_out(answering: Answering) -> None:
    answer = answering.answered("Theo Nghị quyết 16, đào tạo thuyền trưởng, máy trưởng ở đâu nêu?")
    assert {citation.document.id for citation in answer.citations} == {RIVERS}


def test_two_documents_named_are_both_in_scope(answering: Answering) -> None:
    answer = answering.answered("So sánh Nghị quyết 16 và Kế hoạch 88 về nạo vét luồng lạch")
    assert {c.document.id for c in answer.citations} == {RIVERS, "88-kh-ubnd-2026-03-27"}


def test_goals_of_two_documents_are_shown_side_by_side(answering: Answering) -> None:
    answer = answering.answered("So sánh mục tiêu của Kế hoạch 45 và Nghị quyết 16")
    assert {citation.document.id for citation in answer.citations} == {PLAN, RIVERS}
    assert "85%" in answer.answer
    assert "35%" in answer.answer


def test_this_resolution_is_the_one_given(answering: Answering) -> None:
    answer = answering.answered("Mục tiêu của Nghị quyết này là gì?", ["16-NQ/TU"])
    assert {citation.document.id for citation in answer.citations} == {RIVERS}


@pytest.mark.parametrize("question", ["Nghị quyết 18 nói gì?", "nq18 có mấy nhiệm vụ"])
def test_two_resolutions_of_one_number_are_a_choice_though_neither_is_held(
    answering: Answering, question: str
) -> None:
    outcome = answering.ask(question)
    assert isinstance(outcome, Ambiguous)
    assert {choice.symbol for choice in outcome.choices} == {"18-NQ/TW"}
    assert sorted(choice.issued.year for choice in outcome.choices if choice.issued) == [2017, 2022]
    assert not any(choice.held for choice in outcome.choices)


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("Nghị quyết 18 năm 2017 nêu mục tiêu gì?", 2017),
        ("Nghị quyết số 18-NQ/TW ngày 25/10/2017 nêu mục tiêu gì?", 2017),
        ("Mục tiêu của Nghị quyết 18 về sắp xếp tổ chức bộ máy?", 2017),
        ("muc tieu cua nghi quyet 18 nam 2022", 2022),
        ("Mục tiêu của Nghị quyết 18 về quản lý và sử dụng đất?", 2022),
    ],
)
def test_a_year_or_a_word_of_the_title_tells_them_apart(
    answering: Answering, question: str, year: int
) -> None:
    outcome = answering.ask(question)
    assert isinstance(outcome, NotHeld)
    assert [choice.issued.year for choice in outcome.missing if choice.issued] == [year]


def test_the_matter_of_a_held_document_needs_no_choice(answering: Answering) -> None:
    answer = answering.answered("Kế hoạch 180 gắn với thực hiện Nghị quyết 18 như thế nào?")
    assert answer.citations[0].passage_id == "180-kh-tu-2025-02-18#I.2"
