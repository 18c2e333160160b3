"""No claim without a proof: what a line states stands in what it cites."""

from __future__ import annotations

import pytest
from papers import plan

from api.verify import proves, verified
from api.write import Line, Proof
from ingest.model import Document, Span


def proof(words: str) -> Proof:
    document = plan()
    start = document.text.index(words)
    return Proof(document, Span(start, start + len(words)))


DUE = "hoàn thành trước ngày 30/9/2026"


@pytest.mark.parametrize(
    "claim",
    [
        "Trước ngày 30/9/2026.",
        "Đảng ủy Ủy ban nhân dân tỉnh chủ trì.",
        "Đảng ủy UBND tỉnh chủ trì.",  # the same body, abbreviated
        "Kế hoạch số 45-KH/TU nêu việc này.",  # the document's own number
        "Văn phòng Tỉnh ủy phối hợp.",
    ],
)
def test_a_claim_that_its_passage_states_is_proved(claim: str) -> None:
    assert proves([proof(DUE)], claim)


@pytest.mark.parametrize(
    "claim",
    [
        "Trước ngày 30/8/2026.",  # another date
        "Trước ngày 15/12/2026.",  # a date of another passage
        "Đạt 85%.",  # a figure of another passage
        "Sở Y tế chủ trì.",  # a body that stands nowhere
        "Báo Bắc Sơn chủ trì.",  # a body of another passage
    ],
)
def test_a_claim_that_its_passage_does_not_state_is_not(claim: str) -> None:
    assert not proves([proof(DUE)], claim)


def test_a_horizon_of_the_heading_proves_a_year() -> None:
    assert proves([proof("tối thiểu 85%")], "Đến năm 2030 đạt tối thiểu 85%.")
    assert not proves([proof("tối thiểu 85%")], "Đến năm 2045 đạt tối thiểu 85%.")


def test_a_line_without_a_proof_is_dropped_and_the_others_stay() -> None:
    right = Line("Trước ngày 30/9/2026.", (proof(DUE),))
    wrong = Line("Trước ngày 1/1/2027.", (proof(DUE),))
    assert verified([wrong, right, Line("Không dẫn chứng.", ())]) == (right,)


def test_every_passage_proves_itself() -> None:
    document: Document = plan()
    for passage in document.passages:
        assert proves([Proof(document, passage.span)], passage.text)
