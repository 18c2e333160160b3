"""The shape of Vietnamese syllables."""

from __future__ import annotations

import pytest
from shared import CORPUS, needs_shared, shared

from ingest.syllables import is_syllable, mark_share, syllable_share


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


@needs_shared
def test_real_documents_stand_apart_from_bad_recognition() -> None:
    shares = [
        (syllable_share(text), mark_share(text))
        for path in shared("documents").glob("*/*.txt")
        for text in [path.read_text(encoding="utf-8")]
    ]
    assert min(share for share, _ in shares) > 0.9
    assert min(marks for _, marks in shares) > 0.3
