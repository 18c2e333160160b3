"""The register for the eye: each deadline in its part of time."""

from __future__ import annotations

from datetime import date

import pytest
from papers import plan

from api.facts_query import Entry
from api.page_facts import part_of, row_of, timeline
from ingest.model import Deadline, Fact, Period, Span, Task

TODAY = date(2026, 9, 10)
SPAN = Span(0, 3)


def due(last: date | None, recurring: str | None = None) -> Deadline:
    return Deadline("nộp báo cáo", (), Period(None, last, "…", recurring), SPAN)


@pytest.mark.parametrize(
    ("fact", "part"),
    [
        (due(date(2026, 9, 9)), "late"),
        (due(date(2026, 9, 10)), "soon"),  # the last day itself is not yet missed
        (due(date(2026, 10, 10)), "soon"),
        (due(date(2026, 10, 11)), "later"),
        (due(date(2020, 1, 1), "hằng năm"), "recurring"),
        (due(None, "định kỳ"), "recurring"),
        (Task((), "làm", (), (), None, SPAN), None),
    ],
)
def test_each_deadline_stands_in_its_part_of_time(fact: Fact, part: str | None) -> None:
    assert part_of(("x", fact), TODAY) == part


def test_what_was_missed_last_stands_first() -> None:
    found = [("x", due(date(2026, month, 1))) for month in (1, 2, 3)]
    late = timeline(found, TODAY)[0]
    assert [fact.due.last.month for _, fact in late.found] == [3, 2, 1]


def test_a_task_is_not_shown_beside_the_deadline_of_its_own_sentence() -> None:
    document = plan()
    found = [(document.info.id, fact) for fact in document.facts]
    parts = {part.name: part for part in timeline(found, TODAY)}
    assert {name: part.total for name, part in parts.items()} == {
        "late": 0, "soon": 1, "later": 1, "recurring": 0,
    }  # fmt: skip


def test_a_row_carries_the_figure_as_printed_and_the_way_to_its_words() -> None:
    document = plan()
    rows = [row_of(Entry(document, fact)) for fact in document.facts]
    assert rows[0].figure == "tối thiểu 85%"
    assert rows[0].place == "gạch đầu dòng thứ 1, khoản 1, mục I, 45-KH/TU"
    assert rows[0].url.startswith("/documents/45-kh-tu-2026-03-05?trich=340-383-")


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        (Period(None, None, "hằng quý", "hằng quý"), "hằng quý"),
        (Period(None, None, "trước ngày 10/12 hằng năm", "hằng năm"), "hằng năm"),
        (Period(None, None, "trước ngày 10/12", "hằng năm"), "hằng năm, trước ngày 10/12"),
        (Period(None, date(2026, 12, 9), "trước ngày 10/12/2026"), "trước ngày 10/12/2026"),
    ],
)
def test_a_repeated_duty_is_told_with_its_day(period: Period, shown: str) -> None:
    document = plan()
    fact = Deadline("nộp báo cáo", (), period, SPAN, ("I",))
    assert row_of(Entry(document, fact)).when == shown
