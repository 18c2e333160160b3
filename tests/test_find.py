"""Search: one ranking for every interface; what the question names comes first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import papers

from index.model import Filters, Query
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from answering import Answering

    from index.model import Hit

pytest_plugins = ("answering",)

PLAN, RIVERS = "45-kh-tu-2026-03-05", "16-nq-tu-2026-02-03"
DECISION = "312-qd-ubnd-2026-04-14"


def search(answering: Answering, typed: str, limit: int = 5, **filters: object) -> tuple[Hit, ...]:
    return answering.answerer.search(Query(typed, Filters(**filters), limit))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("khoản 3 mục II kế hoạch 45", f"{PLAN}#II.3"),
        ("khoan 3 muc ii kh45", f"{PLAN}#II.3"),
        ("Khoản 2 Điều 2 Quyết định 312", f"{DECISION}#Chương I.Điều 2.2"),
        ("Nghị quyết 16 ai ký", f"{RIVERS}#noi-nhan"),
        ("Quyết định 312 căn cứ vào đâu", f"{DECISION}#mo-dau"),
        ("Kế hoạch 45 ban hành ngày nào", f"{PLAN}#dau"),
    ],
)
def test_the_place_that_the_question_names_comes_first(
    answering: Answering, typed: str, first: str
) -> None:
    assert search(answering, typed)[0].passage.id == first


def test_the_documents_named_come_before_others(answering: Answering) -> None:
    hits = search(answering, "Kế hoạch 45 đào tạo", limit=40)
    own = [hit.document.id == PLAN for hit in hits]
    assert own[0]
    assert own == sorted(own, reverse=True)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("thu gom rác thải nhựa trên sông", "27-ct-tu-2026-01-20#1"),
        ("tuần tra rừng đầu nguồn", "27-ct-tu-2018-06-12#1"),
        ("số hoá tài liệu địa chí", f"{PLAN}#II.2"),
        ("diện tích phòng đọc", f"{DECISION}#Chương II.Điều 3.1"),
        ("đào tạo thuyền trưởng", f"{RIVERS}#III.3"),
    ],
)
def test_the_right_passage_is_among_the_first_however_typed(
    answering: Answering, typed: str, place: str
) -> None:
    for form in (typed, fold(typed), typed.upper()):
        assert place in [hit.passage.id for hit in search(answering, form)]


@pytest.mark.parametrize(
    ("filters", "documents"),
    [
        ({"documents": (PLAN,)}, {PLAN}),
        ({"types": ("Quyết định",)}, {DECISION}),
        ({"issued_to": date(2018, 12, 31)}, {"27-ct-tu-2018-06-12"}),
        ({"issuers": ("Tỉnh ủy Sơn Hà",)}, {RIVERS}),
    ],
)
def test_filters_bind(
    answering: Answering, filters: dict[str, object], documents: set[str]
) -> None:
    hits = search(answering, "Kế hoạch 180 thực hiện nhiệm vụ", limit=40, **filters)
    assert {hit.document.id for hit in hits} == documents


WORDS = sorted({word for paper, _ in papers() for word in paper.text.split()})


@settings(max_examples=20, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=8), limit=st.integers(1, 30))
def test_hits_are_ranked_once_each_within_the_limit(
    answering: Answering, words: list[str], limit: int
) -> None:
    hits = search(answering, " ".join(words), limit)
    assert len(hits) <= limit
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert len({hit.passage.id for hit in hits}) == len(hits)


def test_search_and_ask_see_the_same_passages(answering: Answering) -> None:
    typed = "Giá vé tàu điện ngầm đường sông là bao nhiêu?"
    nearest = answering.answerer.answer(typed).nearest  # type: ignore[union-attr]
    assert nearest == search(answering, typed, len(nearest))


def test_the_second_page_follows_the_first(answering: Answering) -> None:
    whole = answering.answerer.search(Query("Kế hoạch 45 đào tạo", limit=8))
    second = answering.answerer.search(Query("Kế hoạch 45 đào tạo", limit=4, offset=4))
    assert [hit.passage.id for hit in second] == [hit.passage.id for hit in whole[4:]]


@pytest.mark.parametrize("retyped", [str, fold, str.upper], ids=["typed", "folded", "capitals"])
def test_a_passage_is_found_by_its_own_words(
    answering: Answering, retyped: Callable[[str], str]
) -> None:
    for paper, _ in papers()[1:]:
        for passage in paper.passages:
            words = retyped(" ".join(passage.text.split()[:20]))
            if len(words.split()) > 6:
                found = [hit.passage.id for hit in search(answering, words, limit=3)]
                assert passage.id in found, words
