"""A day is typed and shown day first, whatever the language of the browser."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.page_facts import days_of
from api.typed_days import TypedDayError, read_day, shown_day

if TYPE_CHECKING:
    from service import Service

pytest_plugins = ("service",)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("10/5/2025", date(2025, 5, 10)),  # the 10th of May, never the 5th of October
        ("05/10/2025", date(2025, 10, 5)),
        (" 18/02/2025 ", date(2025, 2, 18)),
        ("18-2-2025", date(2025, 2, 18)),
        ("18.02.2025", date(2025, 2, 18)),
        ("2025-02-18", date(2025, 2, 18)),  # of a link kept from before
        ("", None),
        ("  ", None),
    ],
)
def test_a_day_is_read_day_first(typed: str, day: date | None) -> None:
    assert read_day(typed) == day


@pytest.mark.parametrize("typed", ["mai", "31/02/2025", "2/2025", "1/13/2025", "0/0/0000", "18/02"])
def test_what_is_no_day_is_told_with_what_to_type(typed: str) -> None:
    with pytest.raises(TypedDayError, match=r"Hãy gõ ngày/tháng/năm, ví dụ 18/02/2025\."):
        read_day(typed)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_that_is_shown_is_read_again(day: date) -> None:
    assert read_day(shown_day(day)) == day


def test_a_span_that_ends_before_it_begins_is_told_at_its_end() -> None:
    days = days_of("10/5/2025", "09/5/2025")
    assert dict(days.mistakes) == {"due_to": "Phải từ ngày 10/05/2025 trở đi."}


def test_the_register_is_filtered_by_days_as_typed_and_its_files_likewise(service: Service) -> None:
    page = service.client.get("/facts?due_from=01/9/2026&due_to=30.9.2026").text
    assert "29/09/2026" in page
    assert "14/12/2026" not in page
    assert 'value="01/09/2026"' in page
    assert 'type="date"' not in page
    exported = re.search(r'href="(/v1/facts\?[^"]*format=csv)"', page)
    assert exported is not None
    assert "due_from=2026-09-01&amp;due_to=2026-09-30" in exported[1]


def test_a_day_that_is_none_is_told_at_its_field_and_nothing_is_shown_for_it(
    service: Service,
) -> None:
    answer = service.client.get("/facts?due_from=31/02/2026", headers={"accept": "text/html"})
    assert answer.status_code == 422
    assert 'value="31/02/2026"' in answer.text
    assert 'aria-invalid="true" aria-describedby="due_from-sai"' in answer.text
    assert "Lịch không có ngày “31/02/2026”." in answer.text
    assert "<table" not in answer.text
