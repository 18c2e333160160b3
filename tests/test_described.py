"""A description that fits several papers is a choice, not a guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_library import answering_from
from papers import DECISION

from api.answer import Answerer
from api.model import Ambiguous, Answered
from index.embed import load_embedder
from index.library import Library
from ingest.read import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Two decisions of the same matter, from two provinces, on two days."""
    folder: Path = tmp_path_factory.mktemp("twins")
    other = (
        DECISION.replace("312/QĐ-UBND", "418/QĐ-UBND")
        .replace("SƠN HÀ", "SƠN LÂM")
        .replace("Sơn Hà", "Sơn Lâm")
        .replace("ngày 14 tháng 4 năm 2026", "ngày 20 tháng 4 năm 2026")
        .replace("Lê Thị Hoài Thu", "Phạm Văn Khoa")
    )
    items = [
        (read_document(text.encode(), name), text.encode())
        for text, name in ((DECISION, "312.txt"), (other, "418.txt"))
    ]
    with Library.open(folder, load_embedder) as library:
        library.put(items)
        yield Answerer(library)


@pytest.mark.parametrize(
    "question",
    [
        "quyết định quản lý phòng đọc cộng đồng do ai ký",
        "quyet dinh quan ly phong doc cong dong do ai ky",
        "Quyết định về phòng đọc cộng đồng có hiệu lực từ ngày nào?",
        "Quyết định ban hành tháng 4/2026 do ai ký?",
        "qd quan ly phong doc cong dong do ai ky",
    ],
)
def test_two_papers_that_fit_alike_are_a_choice(twins: Answerer, question: str) -> None:
    outcome = twins.answer(question)
    assert isinstance(outcome, Ambiguous)
    assert {choice.symbol for choice in outcome.choices} == {"312/QĐ-UBND", "418/QĐ-UBND"}
    assert all(choice.held for choice in outcome.choices)


@pytest.mark.parametrize(
    ("question", "signer"),
    [
        ("quyết định quản lý phòng đọc cộng đồng của tỉnh Sơn Lâm do ai ký", "Phạm Văn Khoa"),
        ("Quyết định 312 do ai ký", "Lê Thị Hoài Thu"),
        ("Quyết định ngày 20/4/2026 về phòng đọc cộng đồng do ai ký", "Phạm Văn Khoa"),
    ],
)
def test_a_place_number_or_day_chooses(twins: Answerer, question: str, signer: str) -> None:
    outcome = twins.answer(question)
    assert isinstance(outcome, Answered)
    assert signer in outcome.answer


def test_a_document_given_by_the_caller_is_never_a_choice(twins: Answerer) -> None:
    question = "quyết định quản lý phòng đọc cộng đồng do ai ký"
    outcome = twins.answer(question, ("418/QĐ-UBND",))
    assert isinstance(outcome, Answered)
    assert "Phạm Văn Khoa" in outcome.answer


def test_what_stands_in_both_papers_is_answered(twins: Answerer) -> None:
    outcome = twins.answer("Diện tích phòng đọc tối thiểu là bao nhiêu?")
    assert isinstance(outcome, Answered)
    assert "36 m2" in outcome.answer


@pytest.mark.parametrize("question", ["ban hành ngày nào", "ai ký?", "do cơ quan nào ban hành vậy"])
def test_a_field_of_no_paper_in_particular_is_a_choice(twins: Answerer, question: str) -> None:
    outcome = twins.answer(question)
    assert isinstance(outcome, Ambiguous)
    assert {choice.symbol for choice in outcome.choices} == {"312/QĐ-UBND", "418/QĐ-UBND"}


@pytest.mark.parametrize(
    "question", ["điều kiện thành lập phòng đọc gồm mấy điểm", "giải thích từ ngữ có mấy khoản"]
)
def test_a_heading_of_several_papers_is_a_choice(twins: Answerer, question: str) -> None:
    outcome = twins.answer(question)
    assert isinstance(outcome, Ambiguous)
    assert len(outcome.choices) == 2


def test_a_heading_of_the_paper_named_is_not(twins: Answerer) -> None:
    outcome = twins.answer("điều kiện thành lập phòng đọc của QĐ 418 gồm mấy điểm")
    assert isinstance(outcome, Answered)


def test_the_day_alone_tells_of_which_paper_the_signer_is_asked(twins: Answerer) -> None:
    outcome = twins.answer("văn bản ngày 20/4/2026 ai ký")
    assert isinstance(outcome, Answered)
    assert "Phạm Văn Khoa" in outcome.answer


def test_papers_of_one_day_are_a_choice_whatever_their_sort(tmp_path: Path) -> None:
    texts = [
        DECISION,
        DECISION.replace("312/QĐ-UBND", "55/KH-UBND").replace("QUYẾT ĐỊNH\n", "KẾ HOẠCH\n", 1),
    ]
    with answering_from(tmp_path, *texts) as answerer:
        outcome = answerer.answer("vb ngày 14/4/2026 ai ký thay chủ tịch")
        assert isinstance(outcome, Ambiguous)
        assert len(outcome.choices) == len(texts)
