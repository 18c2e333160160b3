"""How much of a question stands in a passage, and how near together."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.lexical import token_ids
from index.witnesses import FEATURES, Sought, weigh

WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=60)


def sought(question: str, weights: list[float] | None = None) -> Sought:
    """Return a question of one-letter syllables; each weighs 1 unless said otherwise."""
    single = list(dict.fromkeys(question))
    pairs = list(dict.fromkeys(pairwise(question)))
    return Sought(
        tokens=token_ids(single),
        weights=np.array(weights or [1.0] * len(single)),
        pairs=np.array([(single.index(a), single.index(b)) for a, b in pairs], np.int64).reshape(
            -1, 2
        ),
        pair_weights=np.ones(len(pairs)),
        length=len(question),
    )


def weighed(question: str, *passages: str) -> list[dict[str, float]]:
    table = weigh(sought(question), [token_ids(passage) for passage in passages])
    return [dict(zip(FEATURES, map(float, row), strict=True)) for row in table]


@pytest.mark.parametrize(
    ("passage", "coverage", "bigrams"),
    [
        ("abcd", 1.0, 1.0),
        ("dcba", 1.0, 0.0),  # every syllable, no two in order
        ("abxcd", 1.0, 2 / 3),
        ("ab", 0.5, 1 / 3),
        ("xyz", 0.0, 0.0),
        ("", 0.0, 0.0),
    ],
)
def test_coverage_counts_distinct_syllables_and_bigrams_in_order(
    passage: str, coverage: float, bigrams: float
) -> None:
    found = weighed("abcd", passage)[0]
    assert found["coverage"] == pytest.approx(coverage)
    assert found["bigrams"] == pytest.approx(bigrams)


def test_a_bigram_does_not_reach_into_the_next_passage() -> None:
    assert weighed("ab", "xa", "bx")[0]["bigrams"] == 0.0


def test_rare_syllables_count_for_more() -> None:
    table = weigh(sought("ab", [3.0, 1.0]), [token_ids("a"), token_ids("b")])
    assert table[:, 0].tolist() == [0.75, 0.25]


def test_words_that_stand_together_are_nearer_than_words_far_apart() -> None:
    together, apart = weighed("abcd", "x" * 90 + "abcd", "ab" + "x" * 90 + "cd")
    assert together["near"] == together["wide"] == 1.0
    assert apart["near"] == apart["wide"] == 0.5
    assert apart["coverage"] == 1.0


def test_a_question_without_words_weighs_nothing() -> None:
    assert weigh(sought(""), [token_ids("abc")]).tolist() == [[0.0] * len(FEATURES)]
    assert weigh(sought("abc"), []).shape == (0, len(FEATURES))


@given(WORDS.filter(bool), st.lists(WORDS, min_size=1, max_size=5))
def test_shares_are_shares_and_each_window_holds_no_more_than_the_whole(
    question: list[str], passages: list[list[str]]
) -> None:
    table = weigh(sought("".join(question)), [token_ids(one) for one in passages])
    coverage, bigrams, near, wide = table.T
    assert ((table >= 0) & (table <= 1 + 1e-9)).all()
    assert (near <= wide + 1e-9).all()
    assert (wide <= coverage + 1e-9).all()
    expected = [len(set(question) & set(one)) / len(set(question)) for one in passages]
    assert coverage == pytest.approx(expected)
    assert ((bigrams == 0) | (coverage > 0)).all()


@given(WORDS.filter(bool), st.lists(WORDS, min_size=2, max_size=4))
def test_a_passage_is_weighed_alike_alone_and_among_others(
    question: list[str], passages: list[list[str]]
) -> None:
    asked = sought("".join(question))
    among = weigh(asked, [token_ids(one) for one in passages])
    alone = [weigh(asked, [token_ids(one)])[0] for one in passages]
    assert among == pytest.approx(np.array(alone))
