"""Weights are fitted so that answers become probable, and only as far as the data say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from fakes import HashingEmbedder

from eval.heldout import Asked, Pool
from eval.tune import SHARES, Bench, Exact, fit
from index.fuse import Fusion, read_weights

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = tuple(f"khoản {n} về việc thứ {n} của cơ quan {'abcdefghij'[n % 10]}{n}" for n in range(30))


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    questions = tuple(Asked(f"việc thứ {n} của cơ quan nào?", n, "thử") for n in range(30))
    return Bench(Pool("thử", TEXTS, questions), HashingEmbedder(), tmp_path, 30)


def test_exact_vectors_give_the_nearest_first_and_only_among_the_rows_asked() -> None:
    exact = Exact(np.eye(3, dtype=np.float32))
    vector = np.array([0.1, 0.9, 0.2], np.float32)
    assert [hit.row for hit in exact.search(vector, 2, None)] == [1, 2]
    assert [hit.row for hit in exact.search(vector, 2, np.array([0, 2]))] == [2, 0]
    assert exact.scores(vector, [2, 0]).tolist() == pytest.approx([0.2, 0.1])


def test_a_pool_is_measured_through_the_search(bench: Bench) -> None:
    assert bench.ndcg(read_weights(), "as-is", bench.questions) > 90
    nothing = Fusion(0.0, 1.0, 0.0, 0.0, 0.0, 0.0)
    weights = read_weights()
    dense_only = type(weights)(weights.terms, nothing)
    assert bench.ndcg(dense_only, "as-is", bench.questions) < 90


def test_fitted_weights_are_repeatable_and_never_negative(bench: Bench) -> None:
    benches = [bench] * len(SHARES)
    weights = read_weights()
    fusion = fit(benches, weights)
    assert fusion == fit(benches, weights)
    assert min(fusion.vector()) >= 0
    assert bench.ndcg(type(weights)(weights.terms, fusion), "as-is", bench.questions[1::2]) > 90
