"""Every slip has its cost; what is likely to be typed for another costs least."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.confusions import (
    DISPLACED,
    HOI_FOR_NGA,
    LETTER,
    MARK_LOST,
    SOUND,
    TELEX,
    TONE_LOST,
    readings,
    tone_apart,
)
from index.restore import syllable_model


@pytest.mark.parametrize(
    ("typed", "meant", "cost"),
    [
        ("ngòai", "ngoài", DISPLACED),
        ("đựơc", "được", DISPLACED),
        ("cuả", "của", DISPLACED),
        ("nhửng", "những", HOI_FOR_NGA),
        ("giãm", "giảm", HOI_FOR_NGA),
        ("quyêt", "quyết", TONE_LOST),
        ("tơ", "tờ", TONE_LOST),
        ("dấu", "đấu", MARK_LOST),
        ("nhũng", "những", MARK_LOST),
        ("chì", "trì", SOUND),
        ("ngề", "nghề", LETTER),
        ("hoạhc", "hoạch", LETTER),
        ("quyếtt", "quyết", LETTER),
        ("chươn", "chương", SOUND),
        ("ddoongj", "động", TELEX),
        ("thoongf", "thồng", None),  # no syllable of the model
    ],
)
def test_a_slip_costs_what_it_is(typed: str, meant: str, cost: float | None) -> None:
    assert readings(typed, syllable_model()).get(meant) == cost


@pytest.mark.parametrize("typed", ["hoà", "khoá", "lý", "kỹ"])
def test_another_spelling_of_one_syllable_is_no_other_reading(typed: str) -> None:
    assert {tone_apart(name) for name in readings(typed, syllable_model())}.isdisjoint(
        {("hoa", "\u0300"), ("khoa", "\u0301"), ("li", "\u0301"), ("ki", "\u0303")}
    )


def test_i_stands_for_y_only_where_it_sounds_alike() -> None:
    assert "khi" in readings("khy", syllable_model())
    assert "máy" not in readings("mái", syllable_model())


@pytest.mark.parametrize("typed", ["ktra", "qtrình", "cbộ", "đv"])
def test_no_letter_is_taken_from_a_short_form(typed: str) -> None:
    assert not {"tra", "trình", "bộ"} & readings(typed, syllable_model()).keys()


@given(st.text(alphabet="abcdđeêghikmnoôơuưyàáảãạ", min_size=1, max_size=9))
def test_no_token_means_itself_or_costs_nothing(token: str) -> None:
    found = readings(token, syllable_model())
    assert token not in found
    assert all(cost > 0 for cost in found.values())
