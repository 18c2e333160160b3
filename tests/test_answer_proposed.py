"""Who proposed a paper is told by its preface, and not by who issued or signed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_library import answering_from
from papers import DECISION

from api.answer_proposed import asks_proposer
from api.model import Ambiguous
from api.question import understand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from api.answer import Answerer

BASIS = "Theo đề nghị của Giám đốc Sở Văn hóa tại Tờ trình số 77/TTr-SVH ngày 02/4/2026;"
ISSUES = "QUYẾT ĐỊNH:"


def proposed(text: str, line: str) -> str:
    """Return a decision with a line of its preface that says who proposed it."""
    assert text.count(ISSUES) == 1
    return text.replace(ISSUES, f"{line}\n\n{ISSUES}")


@pytest.fixture(scope="module")
def decision(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    folder = tmp_path_factory.mktemp("proposed")
    with answering_from(folder, proposed(DECISION, BASIS)) as answerer:
        yield answerer


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định 312 theo đề nghị của ai?",
        "qd 312 do giam doc so nao de nghi",
        "QĐ 312 ban hành theo tờ trình số mấy",
        "Quyết định 312 được cơ quan nào đề nghị ban hành?",
    ],
)
def test_the_line_of_the_proposal_is_told(decision: Answerer, question: str) -> None:
    assert BASIS.rstrip(";") in decision.answer(question).answer


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("hồ sơ đề nghị hỗ trợ gồm gì", False),
        ("ai đề nghị ban hành", True),
        ("xã gửi văn bản đề nghị cho ai", False),
        ("Quyết định 312 do ai ký?", False),
    ],
)
def test_other_proposals_are_none_of_a_paper(question: str, asked: bool) -> None:  # noqa: FBT001 -- a table
    assert asks_proposer(understand(question)) is asked


def test_two_papers_that_may_be_meant_are_a_choice(tmp_path: Path) -> None:
    texts = [proposed(DECISION.replace("312/", f"{n}/"), BASIS) for n in (312, 418)]
    with answering_from(tmp_path, *texts) as answerer:
        question = "Quyết định quản lý phòng đọc cộng đồng do giám đốc sở nào đề nghị?"
        assert isinstance(answerer.answer(question), Ambiguous)
