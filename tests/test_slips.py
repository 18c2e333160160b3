"""What is no syllable and no word of the library is read as the syllable one slip makes it of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.slips import without_slips

HELD = frozenset({"sandbox", "tien", "giang", "ca", "phe", "thu", "tuc"})


def known(word: str) -> bool:
    return word in HELD


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("thuc hein nghi quyet", "thuc hien nghi quyet"),
        ("thực hiện ngihị quyết", "thực hiện nghị quyết"),
        ("bao caoo truoc ngay nao", "bao cao truoc ngay nao"),
        ("xuat khau caphe bao nhieu tan", "xuat khau ca phe bao nhieu tan"),  # run together
        ("thutuc cap the", "thu tuc cap the"),
    ],
)
def test_a_slip_is_put_right(typed: str, meant: str) -> None:
    assert without_slips(typed, known) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "thuc hien nghi quyet 57",
        "co che sandbox la gi",  # stands in the library
        "UBND tinh Quang Ngai lam gi",
        "ubnd, hdnd, khcn, tthc",  # short forms
        "NGHI QUYET",
        "",
    ],
)
def test_all_else_stays_as_it_was_typed(typed: str) -> None:
    assert without_slips(typed, known) == typed


@given(st.text(alphabet="abeinht ớ 57/", max_size=30))
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert isinstance(without_slips(text, known), str)
