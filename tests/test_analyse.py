"""Texts and questions become the same terms, however they are written."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analyse import (
    analyse,
    bigrams,
    fold,
    normalise_syllable,
    number_keys,
    syllables,
    word_candidates,
    word_term,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),  # new and old placement of the tone
        ("uỷ", "ủy"),
        ("thuý", "thúy"),
        ("khoẻ", "khỏe"),
        ("sĩ", "sỹ"),  # one sound, two spellings
        ("kĩ", "kỹ"),
        ("05", "5"),  # "từ 05 năm" is asked for as "5 năm"
        ("ĐẢNG", "đảng"),
        (unicodedata.normalize("NFD", "nghị"), "nghị"),
    ],
)
def test_two_spellings_are_one_term(one: str, other: str) -> None:
    assert syllables(one) == syllables(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("quý", "qui"),  # here u belongs to the consonant: the tone stays where it is
        ("thúy", "thúi"),
        ("000", "0"),  # the end of a thousand is not padding
        ("đa", "da"),
    ],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert syllables(one) != syllables(other)


def test_digits_and_letters_are_apart_and_numbers_keep_their_parts() -> None:
    assert syllables("NQ57, 57-NQ/TW") == ["nq", "57", "57", "nq", "tw"]


def test_the_tone_of_an_open_pair_moves_back_and_no_other() -> None:
    moved = [normalise_syllable(word) for word in ("toà", "loè", "quà", "giá", "hoàn", "tuỳ")]
    assert moved == ["tòa", "lòe", "quà", "giá", "hoàn", "tùy"]


@pytest.mark.parametrize(
    "written",
    ["57-NQ/TW", "57 NQ/TW", "NQ57", "nq 57", "Nghị quyết số 57", "nghi quyet 57", "NQ số 57"],
)
def test_every_written_form_of_a_number_has_a_key_in_common(written: str) -> None:
    assert "57nq" in number_keys(written)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("57-NQ/TW", "57nqtw"),
        ("15/2020/NĐ-CP", "15ndcp"),
        ("180-KH/TU", "180khtu"),
        ("08-KL/TW", "8kltw"),
    ],
)
def test_a_full_number_has_its_own_key_too(written: str, key: str) -> None:
    assert key in number_keys(written)


@pytest.mark.parametrize("text", ["đạt 57%", "kế hoạch 100% vốn", "ngày 10/5/2025", "điểm 1.1"])
def test_figures_that_are_no_document_numbers_have_no_key(text: str) -> None:
    assert number_keys(text) == []


def test_fields_hold_syllables_bigrams_and_keys() -> None:
    terms = analyse("Nghị quyết 57")
    assert terms.typed_field().split() == [
        "nghị", "quyết", "57", "nghị_quyết", "quyết_57", "57nq",
    ]  # fmt: skip
    assert terms.folded_field().split()[:3] == ["nghi", "quyet", "57"]


def test_words_meet_their_candidates() -> None:
    assert word_term("Tỉnh_Uỷ") in word_candidates(syllables("Ban Thường vụ tỉnh ủy"))


def test_candidates_are_runs_of_two_to_four_syllables() -> None:
    assert word_candidates(["a", "b", "c"]) == ["a_b", "b_c", "a_b_c"]
    assert max(run.count("_") for run in word_candidates(list("abcdefg"))) == 3


@given(st.text(max_size=200))
def test_any_text_is_analysed_and_folding_keeps_the_count(text: str) -> None:
    tokens = syllables(text)
    assert len(fold(tokens)) == len(tokens)
    assert len(bigrams(tokens)) == max(0, len(tokens) - 1)
    assert all(token and not token.isspace() for token in tokens)


@given(st.text(alphabet="abcdeghiklmnopqrstuvxyàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệ ", max_size=60))
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = syllables(text)
    assert [normalise_syllable(token) for token in once] == once
