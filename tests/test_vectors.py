"""Chroma: a copy of the vector log that may fail, and the choice between it and the exact scan."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dense import Dense, among
from index.scan import Scan, VectorLog
from index.vectors import ChromaIndex
from ingest.errors import CacheDamagedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

DIMENSIONS = 16
ROWS = list(range(10, 310))


def unit(count: int, seed: int = 1) -> NDArray[np.float32]:
    vectors = np.random.default_rng(seed).standard_normal((count, DIMENSIONS)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.fixture
def chroma(tmp_path: Path) -> Iterator[ChromaIndex]:
    with closing(ChromaIndex(tmp_path / "chroma", "f" * 64)) as index:
        yield index


@pytest.fixture
def scan(tmp_path: Path) -> Scan:
    VectorLog(tmp_path, DIMENSIONS).append(ROWS, unit(len(ROWS)))
    scan = Scan(tmp_path, DIMENSIONS)
    scan.reload()
    return scan


def test_rows_put_in_twice_are_there_once_and_deleted_ones_are_gone(chroma: ChromaIndex) -> None:
    chroma.upsert(ROWS, unit(len(ROWS)))
    chroma.upsert(ROWS[:5], unit(5))
    chroma.delete([10, 11, 99_999])
    assert chroma.rows() == set(ROWS[2:])
    assert chroma.count() == len(ROWS) - 2


def test_the_nearest_row_to_a_vector_is_its_own(chroma: ChromaIndex) -> None:
    vectors = unit(len(ROWS))
    chroma.upsert(ROWS, vectors)
    found = [int(chroma.nearest(vector, 1)[0]) for vector in vectors[:20]]
    assert found == ROWS[:20]


def test_what_was_put_in_is_there_after_reopening(tmp_path: Path) -> None:
    with closing(ChromaIndex(tmp_path, "f" * 64)) as index:
        index.upsert(ROWS, unit(len(ROWS)))
    with closing(ChromaIndex(tmp_path, "f" * 64)) as index:
        assert index.rows() == set(ROWS)
        assert int(index.nearest(unit(len(ROWS))[7], 1)[0]) == ROWS[7]


def test_each_model_has_its_own_collection(tmp_path: Path) -> None:
    with (
        closing(ChromaIndex(tmp_path, "a" * 64)) as one,
        closing(ChromaIndex(tmp_path, "b" * 64)) as two,
    ):
        one.upsert([1], unit(1))
        assert two.count() == 0


def test_a_folder_that_is_no_chroma_is_named_as_damaged(tmp_path: Path) -> None:
    (tmp_path / "chroma.sqlite3").write_bytes(b"not a database" * 100)
    with pytest.raises(CacheDamagedError, match="tracuu check"):
        ChromaIndex(tmp_path, "f" * 64)


def test_below_the_limit_chroma_is_never_asked(scan: Scan) -> None:
    def never() -> ChromaIndex:
        raise AssertionError("asked")

    dense = Dense(scan, np.array(ROWS), never)
    assert dense.search(unit(1)[0], 3)[0].row == ROWS[0]


def test_above_the_limit_chroma_proposes_and_the_log_scores(
    scan: Scan, chroma: ChromaIndex
) -> None:
    chroma.upsert(ROWS, unit(len(ROWS)))
    exact = Dense(scan, np.array(ROWS), lambda: None)
    approximate = Dense(scan, np.array(ROWS), lambda: chroma, exact_limit=100)
    for vector in unit(20, seed=3):
        assert approximate.search(vector, 10) == exact.search(vector, 10)


def test_rows_that_no_longer_live_are_left_out_on_both_ways(
    scan: Scan, chroma: ChromaIndex
) -> None:
    chroma.upsert(ROWS, unit(len(ROWS)))
    live = np.array(ROWS[1::2])
    for limit in (1_000, 100):
        dense = Dense(scan, live, lambda: chroma, exact_limit=limit)
        found = {one.row for one in dense.search(unit(1)[0], 20)}
        assert len(found) == 20
        assert found <= set(live.tolist())


def test_a_filter_that_leaves_few_rows_is_scanned_exactly(scan: Scan, chroma: ChromaIndex) -> None:
    dense = Dense(scan, np.array(ROWS), lambda: chroma, exact_limit=100)  # an empty Chroma
    found = dense.search(unit(1)[0], 5, np.array([50, 60, 99_999]))
    assert {one.row for one in found} == {50, 60}


def test_a_chroma_that_fails_or_has_too_little_is_done_without(
    scan: Scan, chroma: ChromaIndex, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> ChromaIndex:
        raise CacheDamagedError("hỏng")

    expected = Dense(scan, np.array(ROWS), lambda: None).search(unit(1)[0], 5)
    for source in (broken, lambda: chroma):
        dense = Dense(scan, np.array(ROWS), source, exact_limit=100)
        assert dense.search(unit(1)[0], 5) == expected
    assert "hỏng" in caplog.text


@given(st.sets(st.integers(0, 40)), st.sets(st.integers(0, 40)))
def test_rows_among_others_are_their_intersection(rows: set[int], held: set[int]) -> None:
    one, other = (np.array(sorted(each), np.int64) for each in (rows, held))
    assert among(one, other).tolist() == sorted(rows & held)
