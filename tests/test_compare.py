"""Central against provincial: each duty of the first with what carries it out in the second."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fakes import make_document
from papers import papers

from api.carried import Sentences
from api.compare import _carrier, _matter, compare
from api.evidence import Layer, support, words_of
from api.question import content_terms
from ingest.model import Goal, Task

if TYPE_CHECKING:
    from answering import Answering

    from api.compare import Pair

pytest_plugins = ("answering",)

RIVERS, WATERWAYS = "16-nq-tu-2026-02-03", "88-kh-ubnd-2026-03-27"
PLAN, PLASTICS = "45-kh-tu-2026-03-05", "27-ct-tu-2026-01-20"
IDS = [paper.info.id for paper, _ in papers()]


def compared(answering: Answering, first: str, second: str) -> tuple[Pair, ...]:
    document = answering.library.document
    return compare(document(first), document(second))


@pytest.mark.parametrize("first", IDS)
@pytest.mark.parametrize("second", [RIVERS, WATERWAYS])
def test_both_sides_are_exact_quotations(answering: Answering, first: str, second: str) -> None:
    for pair in compared(answering, first, second):
        for cited, name in ((pair.source, first), (pair.match, second)):
            if cited is not None:
                text = answering.library.document(name).text
                assert cited.document.id == name
                assert cited.quote == text[cited.span.start : cited.span.end]
                assert cited.quote.strip()


@pytest.mark.parametrize(
    ("duty", "carried_out"),
    [
        ("Nâng cấp bến thủy nội địa đạt chuẩn an toàn", f"{WATERWAYS}#II.1"),
        ("Nạo vét luồng lạch, lắp đặt phao tiêu báo hiệu", f"{WATERWAYS}#II.2"),
        ("Đào tạo thuyền trưởng, máy trưởng tàu sông", f"{WATERWAYS}#II.3"),
    ],
)
def test_a_task_is_paired_with_the_item_that_carries_it_out(
    answering: Answering, duty: str, carried_out: str
) -> None:
    pairs = compared(answering, RIVERS, WATERWAYS)
    [pair] = [pair for pair in pairs if duty in pair.source.quote]
    assert pair.match is not None
    assert pair.match.passage_id == carried_out


def test_a_task_that_nothing_carries_out_has_no_match(answering: Answering) -> None:
    pairs = compared(answering, RIVERS, WATERWAYS)
    [pair] = [pair for pair in pairs if "đóng tàu chạy điện" in pair.source.quote]
    assert pair.match is None


def test_documents_of_different_matters_share_no_matter(answering: Answering) -> None:
    pairs = compared(answering, PLAN, PLASTICS)
    matters = [pair for pair in pairs if "Báo cáo kết quả" not in pair.source.quote]
    assert matters
    assert all(pair.match is None for pair in matters)


@pytest.mark.parametrize("first", IDS)
def test_every_goal_and_task_has_its_row_in_the_order_of_the_text(
    answering: Answering, first: str
) -> None:
    pairs = compared(answering, first, WATERWAYS)
    starts = [pair.source.span.start for pair in pairs]
    assert starts == sorted(starts)
    assert len(set(starts)) == len(starts)
    duties = [f for f in answering.library.document(first).facts if isinstance(f, Goal | Task)]
    for duty in duties:
        assert any(
            p.source.span.start < duty.span.end and duty.span.start < p.source.span.end
            for p in pairs
        )


def test_a_document_carries_out_itself(answering: Answering) -> None:
    pairs = compared(answering, RIVERS, RIVERS)
    matched = [pair for pair in pairs if pair.match is not None]
    assert matched
    for pair in matched:
        assert pair.match is not None
        assert pair.match.quote.strip("- .") in pair.source.quote or (
            pair.source.quote.strip("- .") in pair.match.quote
        )


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("other", [RIVERS, PLAN])
def test_the_best_sentence_is_the_one_that_weighing_each_by_itself_finds(
    answering: Answering, name: str, other: str
) -> None:
    document = answering.library.document(name)
    shown = Sentences(document)
    for duty in answering.library.document(other).passages:
        terms = content_terms(duty.text)
        shares = [
            support(terms, (Layer(words_of(span.of(document.text)), 1.0),)).share
            for span in shown.spans
        ]
        best, share = shown.best(terms)
        assert share == pytest.approx(max(shares))
        if best is not None:
            assert shares[shown.spans.index(best)] == pytest.approx(share)


@pytest.mark.parametrize(
    ("duty", "sentence", "carried"),
    [
        # the same matter in other words around it
        ("Xây dựng trạm sạc xe buýt điện tại bến", "Dựng trạm sạc xe buýt điện tại các bến", True),
        # only what any duty says
        ("Đẩy mạnh, tăng cường nuôi ong", "Tăng cường, đẩy mạnh tuyên truyền", False),
        # little beyond the title: then all of it must be there
        ("Tăng cường hợp tác về đường sông", "7. Tăng cường hợp tác về đường sông", True),
        ("Tăng cường hợp tác về đường sông", "Tăng cường trách nhiệm, hợp tác", False),
    ],
)
def test_what_carries_a_duty_out(duty: str, sentence: str, carried: bool) -> None:  # noqa: FBT001
    titles = words_of("phát triển đường sông").folded
    document, _ = make_document([sentence, "Như trên"])
    _, share, needed = _carrier(_matter(duty), Sentences(document), titles)
    assert (share >= needed) is carried
