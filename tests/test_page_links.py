"""Addresses of quotations: exact, and never on other words than those they were made for."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.page_links import Marks, digest, marked_url, marks_of, query
from ingest.model import Span

TEXT = "Báo cáo kết quả trước ngày 10/5/2025." * 3


@pytest.mark.parametrize(
    ("written", "spans"),
    [
        (["0-3"], (Span(0, 3),)),
        (["5-9", "0-3"], (Span(0, 3), Span(5, 9))),
        (["3-3", "4-2", "0-999", "x", "-1-4", "", "0-3-xyz"], ()),  # what does not fit is left out
        ([f"0-7-{digest('Báo cáo')}"], (Span(0, 7),)),
    ],
)
def test_marks_are_read_from_the_address(written: list[str], spans: tuple[Span, ...]) -> None:
    assert marks_of(written, TEXT) == Marks(spans)


@pytest.mark.parametrize("text", ["Báo cái kết quả", "Báo", ""])
def test_words_that_changed_are_not_marked_and_it_is_said(text: str) -> None:
    assert marks_of([f"0-7-{digest('Báo cáo')}"], text) == Marks((), stale=True)


@given(st.text(min_size=1, max_size=60), st.data())
def test_a_link_marks_the_words_it_was_made_for(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    address = urlsplit(marked_url("1-kh-tu", start, end, text[start:end]))
    marks = marks_of(parse_qs(address.query)["trich"], text)
    assert marks.spans == (Span(start, end),)
    assert address.fragment == "trich"


def test_empty_fields_stay_out_of_an_address() -> None:
    assert query("/search", {"q": "hạn", "type": [], "year": "", "page": 2}) == (
        "/search?q=h%E1%BA%A1n&page=2"
    )
    assert query("/search", {"q": ""}) == "/search"
