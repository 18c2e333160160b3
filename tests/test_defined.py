"""A paper's own short forms stand for what it says they do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import plan

from api.defined import spelt


def said(text: str, words: str) -> str:
    return spelt(replace(plan(), text=text), words)


@pytest.mark.parametrize(
    ("text", "words", "full"),
    [
        ("các hộ kinh doanh (HKD) trên địa bàn", "60% HKD dùng phần mềm", "hộ kinh doanh"),
        (
            "doanh nghiệp nhỏ và vừa (DNNVV)",
            "hỗ trợ DNNVV",
            "doanh nghiệp nhỏ và vừa",
        ),
        ("Ủy ban nhân dân (sau đây gọi tắt là UBND)", "UBND xã", "ủy ban nhân dân"),
        ("khoa học và công nghệ (KH&CN)", "ngành KH&CN", "khoa học và công nghệ"),
    ],
)
def test_a_short_form_is_followed_by_its_full_form(text: str, words: str, full: str) -> None:
    assert said(text, words) == f"{words} {full}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("các hộ kinh doanh (HKD)", "các hộ nghèo"),  # is not among the words
        ("theo quy hoạch (GRDP)", "GRDP đạt 10%"),  # no letters of the words before it
        ("không có dấu ngoặc HKD", "HKD"),
        ("ngành công nghiệp (CN)", "ứng dụng CNTT tại xã"),  # another short form
    ],
)
def test_what_is_not_defined_stays_as_it_is(text: str, words: str) -> None:
    assert said(text, words) == words


@given(st.text(alphabet="ab (AB)&", max_size=30), st.text(alphabet="AB ", max_size=8))
def test_the_words_themselves_always_come_first(text: str, words: str) -> None:
    assert said(text, words).startswith(words)
