"""A question as typed becomes a question as meant."""

from __future__ import annotations

import pytest

from index.abbreviations import HURRIED, MEANINGS, OFFICIAL
from index.analyse import syllables
from index.restore import Restorer
from index.understand import Understood, understand


def asked(question: str, *library: str) -> Understood:
    """Return the question as meant, where the library holds these tokens."""
    return understand(question, Restorer(lambda token: token in library))


def test_a_plain_question_has_one_reading() -> None:
    found = asked("Cơ quan nào chủ trì thực hiện?")
    assert found.readings == (tuple(syllables("Cơ quan nào chủ trì thực hiện")),)
    assert found.text == "Cơ quan nào chủ trì thực hiện?"
    assert not found.bare
    assert not found.mended
    assert found.others == ()


def test_an_abbreviation_the_library_does_not_use_is_spelled_out() -> None:
    found = asked("UBND tỉnh có trách nhiệm gì?")
    assert found.readings == (tuple(syllables("ủy ban nhân dân tỉnh có trách nhiệm gì")),)
    assert "ubnd" in found.others


def test_an_abbreviation_the_library_uses_is_read_both_ways() -> None:
    found = asked("UBND tỉnh có trách nhiệm gì?", "ubnd")
    typed, spelled = found.readings
    assert typed[:2] == ("ubnd", "tỉnh")
    assert spelled[:4] == ("ủy", "ban", "nhân", "dân")
    assert found.text == "UBND tỉnh có trách nhiệm gì?"


def test_a_name_in_full_brings_its_abbreviation_along() -> None:
    assert "hđnd" in asked("Hội đồng nhân dân tỉnh họp khi nào?").others


@pytest.mark.parametrize("symbol", ["57-NQ/TW", "180-KH/TU", "15/2020/NĐ-CP"])
def test_nothing_is_spelled_out_inside_a_number(symbol: str) -> None:
    found = asked(f"Văn bản {symbol} quy định gì?", *syllables(symbol))
    assert found.readings == (tuple(syllables(f"Văn bản {symbol} quy định gì")),)
    assert found.keys


def test_hurried_typing_is_read_out() -> None:
    found = asked("sinh viên đc nghỉ bn ngày?")
    assert found.readings[-1] == tuple(syllables("sinh viên được nghỉ bao nhiêu ngày"))


def test_missing_marks_make_a_question_bare_and_slips_make_it_mended() -> None:
    assert asked("uy ban nhan dan tinh co trach nhiem gi").bare
    mended = asked("Ủy ban nhân dân tỉnh có trách nhiemej gì?")
    assert mended.mended
    assert not mended.bare


def test_abbreviations_are_lower_case_and_mean_something_else() -> None:
    assert not set(HURRIED) & set(OFFICIAL)
    for short, words in MEANINGS.items():
        assert short == short.lower()
        assert words == words.lower()
        assert words != short
