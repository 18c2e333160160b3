"""Questions rewritten as others would type them, the same way every time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.typed import TYPINGS, retype, telex_keys
from index.keys import untelex

QUESTION = "Ủy ban nhân dân tỉnh quyết định như thế nào khi người lao động nghỉ việc?"


def test_no_diacritics_leaves_none() -> None:
    bare = "Uy ban nhan dan tinh quyet dinh nhu the nao khi nguoi lao dong nghi viec?"
    assert retype(QUESTION, "no-diacritics") == bare


def test_half_diacritics_leaves_about_half() -> None:
    half = retype(QUESTION, "half-diacritics").split()
    kept = sum(a == b for a, b in zip(half, QUESTION.split(), strict=True))
    assert 4 <= kept <= len(half) - 4


def test_abbreviations_are_those_of_clerks() -> None:
    assert retype(QUESTION, "abbreviated") == "UBND tỉnh QĐ ntn khi NLĐ nghỉ việc?"


def test_telex_slips_touch_some_syllables_only() -> None:
    slipped = retype(QUESTION * 4, "telex-typos").split()
    wrong = sum(a != b for a, b in zip(slipped, (QUESTION * 4).split(), strict=True))
    assert 2 <= wrong <= len(slipped) / 2


def test_as_is_changes_nothing() -> None:
    assert retype(QUESTION, "as-is") == QUESTION


@pytest.mark.parametrize(
    ("syllable", "keys"),
    [("quyết", "quyeets"), ("được", "dduwowcj"), ("người", "nguwowif"), ("tỉnh", "tinhr")],
)
def test_telex_keys_are_those_of_the_keyboard(syllable: str, keys: str) -> None:
    assert telex_keys(syllable) == keys
    assert untelex(keys) == syllable


@given(st.sampled_from(sorted(TYPINGS)), st.text(max_size=80))
def test_rewriting_is_repeatable_for_any_text(typing: str, text: str) -> None:
    assert retype(text, typing) == retype(text, typing)
