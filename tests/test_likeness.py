"""A question's terms are found in a passage by what is most like them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analyse import syllables
from index.embed import StaticEmbedder, load_embedder
from index.lexical import token_ids
from index.likeness import DIMENSIONS, LEAST, Likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

WORDS = st.lists(st.sampled_from(["phạt", "tiền", "đất", "đai", "xyz"]), max_size=12)


def even(names: Sequence[str]) -> NDArray[np.float64]:
    """Let every term be as rare as any other."""
    return np.ones(len(names))


def drawn(*angles: float, length: float = 1.0) -> NDArray[np.float32]:
    """Return one vector an angle in the plane of the first two dimensions."""
    rows = np.zeros((len(angles), DIMENSIONS), np.float32)
    rows[:, 0], rows[:, 1] = np.cos(angles), np.sin(angles)
    return rows * np.float32(length)


@pytest.fixture(scope="module")
def small() -> Likeness:
    """Return terms of which "phạt" and "tiền" are near, "đất đai" is apart, "gì" is short."""
    units = ["[UNK]", "▁phạt", "▁tiền", "▁đất▁đai", "▁đất", "▁đai", "▁gì", "x"]
    rows = np.concatenate([drawn(0), drawn(0, 0.5, 2.5, 1.5, 1.6), drawn(3, length=0.1), drawn(0)])
    return Likeness(units, rows, np.ones(len(units), np.float32))


def likeness(terms: Likeness, question: str, *passages: str) -> list[float]:
    asked = terms.asked(syllables(question), even)
    return terms.of(asked, [token_ids(syllables(one)) for one in passages]).tolist()


def test_a_term_is_as_present_as_the_nearest_of_the_passage(small: Likeness) -> None:
    same, near, far, none = likeness(small, "phạt", "bị phạt", "nộp tiền", "đất đai", "")
    assert same == pytest.approx(1)
    assert near == pytest.approx(np.cos(0.5))
    assert far == none == 0


def test_a_word_is_one_term_and_its_syllables_are_others(small: Likeness) -> None:
    assert likeness(small, "đất đai", "đất đai") == [pytest.approx(1)]
    apart = likeness(small, "đất đai", "đai đất")[0]
    assert LEAST < apart < 0.99


def test_no_word_reaches_into_the_next_passage(small: Likeness) -> None:
    parted = likeness(small, "đất đai", "đất", "đai")
    assert max(parted) < 0.99


def test_a_short_vector_makes_a_question_word_count_little(small: Likeness) -> None:
    assert likeness(small, "phạt gì", "phạt", "gì") == pytest.approx([1 / 1.1, 0.1 / 1.1])


def test_a_syllable_without_a_vector_is_found_as_it_is_written(small: Likeness) -> None:
    found, missed = likeness(small, "xyz", "công ty xyz", "công ty")
    assert (found, missed) == (1.0, 0.0)


def test_rare_terms_count_for_more(small: Likeness) -> None:
    weight = {"phạt": 3.0, "đất_đai": 1.0}
    asked = small.asked(
        ["phạt", "đất", "đai"], lambda names: np.array([weight[name] for name in names])
    )
    passages = [token_ids(["phạt"]), token_ids(["đất", "đai"])]
    assert small.of(asked, passages).tolist() == pytest.approx([0.75, 0.25])


@given(WORDS, st.lists(WORDS, max_size=5))
def test_it_is_a_share_and_the_same_beside_any_other_passages(
    question: list[str], passages: list[list[str]]
) -> None:
    terms = Likeness(["▁phạt", "▁tiền", "▁đất▁đai"], drawn(0, 0.5, 2.5), np.ones(3, np.float32))
    asked = terms.asked(question, even)
    texts = [token_ids(one) for one in passages]
    together = terms.of(asked, texts).tolist()
    assert together == pytest.approx([terms.of(asked, [one])[0] for one in texts])
    assert all(0 <= share <= 1 + 1e-6 for share in together)


def test_a_vocabulary_without_terms_finds_what_is_written() -> None:
    bare = Likeness([], np.zeros((0, DIMENSIONS), np.float32), np.zeros(0, np.float32))
    assert likeness(bare, "phạt tiền", "phạt", "phạt tiền", "đất") == [0.5, 1.0, 0.0]


def test_the_shipped_model_knows_which_words_are_alike() -> None:
    shipped = load_embedder()
    assert isinstance(shipped, StaticEmbedder)
    like, unlike = likeness(shipped.terms, "ô tô", "xe máy, xe đạp", "đội bóng đá quốc gia")
    assert like > 0.4 > unlike
