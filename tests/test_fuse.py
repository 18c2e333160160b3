"""Witnesses and their weights."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest

from index.fuse import Fusion, Terms, ranked, read_weights, witnesses
from index.witnesses import FEATURES


def test_the_shipped_weights_are_read_and_none_is_negative() -> None:
    weights = read_weights()
    for group in (weights.terms, weights.fusion):
        assert all(getattr(group, field.name) >= 0 for field in fields(group))


def test_every_witness_has_its_weight_in_order() -> None:
    assert [field.name for field in fields(Fusion)] == ["lexical", "dense", *FEATURES]
    assert {field.name for field in fields(Terms)} >= {"bigram", "key", "word"}


def test_weights_sum_to_one_so_scores_are_comparable() -> None:
    vector = Fusion(2.0, 1.0, 1.0, 0.0, 0.0, 0.0).vector()
    assert vector.tolist() == [0.5, 0.25, 0.25, 0.0, 0.0, 0.0]


def test_the_lexical_score_is_a_share_of_the_best() -> None:
    table = witnesses(np.array([8.0, 2.0, 0.0]), np.zeros(3), np.zeros((3, len(FEATURES))))
    assert table[:, 0].tolist() == [1.0, 0.25, 0.0]


def test_no_lexical_score_at_all_is_a_share_of_nothing() -> None:
    table = witnesses(np.zeros(2), np.array([0.4, 0.2]), np.zeros((2, len(FEATURES))))
    assert table[:, 0].tolist() == [0.0, 0.0]
    assert table[:, 1].tolist() == [0.4, 0.2]


def test_a_table_of_another_width_is_refused() -> None:
    with pytest.raises(ValueError, match="column"):
        witnesses(np.zeros(1), np.zeros(1), np.zeros((1, 2)))


def test_equal_scores_are_ordered_by_row() -> None:
    assert ranked([9, 4, 7], np.array([0.5, 0.5, 0.9])) == [2, 1, 0]
