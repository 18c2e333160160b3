"""Of "may" typed without marks only "mấy" asks for a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.how_many import ask_how_many


@pytest.mark.parametrize(
    ("folded", "asking"),
    [
        ("co may nhiem vu", [3]),
        ("may muc tieu", [0]),
        ("ngay may phai nop", [5]),
        ("gom may chuong, may dieu", [4, 16]),
        ("nha may dien linh hoat la gi", []),
        ("bo may gom may phong", [11]),
        ("may moc, may tinh, xe may", []),
        ("mayo", []),
        ("chang may lam hong thi sao", []),
    ],
)
def test_machines_ask_nothing(folded: str, asking: list[int]) -> None:
    assert list(ask_how_many(folded)) == asking


@given(st.text(alphabet="may nhcotd", max_size=30))
def test_every_place_found_is_the_word(folded: str) -> None:
    for at in ask_how_many(folded):
        assert folded[at : at + 3] == "may"
        assert not folded[at + 3 : at + 4].isalnum()
        assert not folded[max(at - 1, 0) : at].isalnum()
