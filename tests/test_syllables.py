"""The shape of Vietnamese syllables."""

from __future__ import annotations

import random
import re

import pytest
from shared import CORPUS, needs_shared, shared

from ingest.syllables import broken_share, is_syllable, mark_share, syllable_share


@pytest.mark.parametrize(
    "word",
    ["nghiêng", "quyết", "giếng", "khuỷu", "thuở", "yêu", "oanh", "xoong", "hươu", "quý", "ủy"],
)
def test_syllables_are_told(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())


@pytest.mark.parametrize("word", ["internet", "blockchain", "gdp", "djnh", "hoµ", "ngh", "tt"])
def test_other_words_are_told(word: str) -> None:
    assert not is_syllable(word)


def test_a_real_document_is_made_of_syllables_and_marks() -> None:
    text = (CORPUS / "180-KH-TU.txt").read_text(encoding="utf-8")
    assert syllable_share(text) > 0.95
    assert mark_share(text) > 0.3


def test_no_words_no_share() -> None:
    assert syllable_share("12/3 …") == mark_share("12/3 …") == 0.0


def test_a_word_misread_in_twenty_shows_among_letters_enough_to_judge_by() -> None:
    text = (CORPUS / "180-KH-TU.txt").read_text(encoding="utf-8")
    misread = re.sub(r"((?:\w+\W+){19})(\w)\w", r"\1\2w", text)
    assert broken_share(text) < 0.02
    assert broken_share(misread) > broken_share(text) + 0.03
    assert broken_share("Kw xb") == 0.0


@needs_shared
def test_letters_misread_at_random_show_in_every_real_document() -> None:
    chance = random.Random(20250218)  # noqa: S311 -- the same noise every time
    for path in sorted(shared("documents").glob("*/*.txt"))[::5]:
        text = path.read_text(encoding="utf-8")
        noisy = "".join(
            chance.choice("bcdghklmnx017") if x.isalpha() and chance.random() < 0.03 else x
            for x in text
        )
        assert broken_share(text) < 0.07, path.name
        assert broken_share(noisy) > broken_share(text) + 0.03, path.name


@needs_shared
def test_real_documents_stand_apart_from_bad_recognition() -> None:
    shares = [
        (syllable_share(text), mark_share(text))
        for path in shared("documents").glob("*/*.txt")
        for text in [path.read_text(encoding="utf-8")]
    ]
    assert min(share for share, _ in shares) > 0.9
    assert min(marks for _, marks in shares) > 0.3
