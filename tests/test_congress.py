"""A paper is of the congress in whose term its day lies."""

from __future__ import annotations

from datetime import date

import pytest

from api.congress import congress_named, congress_of
from api.question import understand


@pytest.mark.parametrize(
    ("day", "congress"),
    [
        (date(2012, 11, 1), 11),
        (date(2017, 10, 25), 12),
        (date(2021, 2, 1), 13),
        (date(2022, 6, 16), 13),
        (date(1980, 1, 1), None),
    ],
)
def test_a_day_lies_in_the_term_of_one_congress(day: date, congress: int | None) -> None:
    assert congress_of(day) == congress


@pytest.mark.parametrize("typed", ["NQ 18 khóa XII giảm gì", "nq 18 khoa xii", "nq 18 khóa 12"])
def test_a_congress_is_named_in_any_writing(typed: str) -> None:
    assert congress_named(understand(typed)) == 12


def test_a_faculty_is_no_congress() -> None:
    assert congress_named(understand("khoa nào của trường chủ trì")) is None
