"""The fast way to cut a text finds the units that the folder's own tokenizer finds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shared import CORPUS
from tokenizers import Tokenizer

from index.embed import MODELS, SHIPPED
from index.embed_units import Units, can_cut

if TYPE_CHECKING:
    from collections.abc import Callable

PATH = MODELS / SHIPPED / "tokenizer.json"
TOKENIZER = Tokenizer.from_file(str(PATH))
STORED = json.loads(PATH.read_text("utf-8"))

# "kế hoạch" is likelier than "kế" and "hoạch"; "hoạch định" is likelier still
SMALL = [
    ("[UNK]", -100.0), ("▁kế", -3.0), ("▁hoạch", -3.0), ("▁định", -3.0), ("▁kế▁hoạch", -4.0),
    ("▁hoạch▁định", -3.5), ("▁hiếm", -24.0), ("▁của", -2.0),
]  # fmt: skip


def tokenized(texts: list[str]) -> list[list[int]]:
    return [one.ids for one in TOKENIZER.encode_batch_fast(texts, add_special_tokens=False)]


def nothing_left(texts: list[str]) -> list[list[int]]:
    raise AssertionError(texts)


def units_of(text: str, left: Callable[[list[str]], list[list[int]]] = nothing_left) -> list[str]:
    (found,) = Units(SMALL, left).cut([text])
    return [SMALL[unit][0] for unit in found]


UNITS = Units(STORED["model"]["vocab"], tokenized)


def test_the_shipped_tokenizer_is_one_that_can_be_cut_fast() -> None:
    assert can_cut(STORED)
    assert not can_cut({**STORED, "normalizer": None})
    assert not can_cut({**STORED, "model": {"type": "BPE"}})


def test_the_shipped_document_is_cut_as_its_tokenizer_cuts_it() -> None:
    lines = (CORPUS / "180-KH-TU.txt").read_text("utf-8").split("\n")
    assert UNITS.cut(lines) == tokenized(lines)


SYLLABLES = ["kế", "hoạch", "Ủy", "ban", "nhân", "dân", "57", "NQ", "hoà", "xyz", "2024", "ke"]


@given(st.lists(st.sampled_from([*SYLLABLES, " ", " ", " ", ", ", "\n", "-", "  "]), max_size=20))
def test_syllables_numbers_and_marks_in_any_order_are_cut_alike(parts: list[str]) -> None:
    text = "".join(parts)
    assert UNITS.cut([text]) == tokenized([text])


@settings(max_examples=1000, deadline=None)
@given(st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=("Cn", "Cs")), max_size=40))
def test_text_of_any_script_is_cut_alike(text: str) -> None:
    if not set(text.lower()) & {"σ", "ς"}:  # the last sigma of a word is lowered by its place
        assert UNITS.cut([text]) == tokenized([text])


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("kế hoạch", ["▁kế▁hoạch"]),
        ("Kế hoạch của", ["▁kế▁hoạch", "▁của"]),
        ("kế hoạch định", ["▁kế", "▁hoạch▁định"]),  # -6.5 against -7
        ("kế, hoạch", ["▁kế", "▁hoạch"]),
        ("của", ["▁của"]),
        ("", []),
    ],
)
def test_the_likeliest_units_are_taken(text: str, units: list[str]) -> None:
    assert units_of(text) == units


def test_a_run_with_a_rare_or_unknown_word_is_left_to_the_tokenizer_whole() -> None:
    asked: list[str] = []

    def left(texts: list[str]) -> list[list[int]]:
        asked.extend(texts)
        return [[0] for _ in texts]

    assert units_of("kế hoạch lạ, của, của hiếm", left) == ["[UNK]", "▁của", "[UNK]"]
    assert sorted(asked) == ["của hiếm", "kế hoạch lạ"]
