"""The vector log and the exact search over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.scan import Scan, VectorLog, best, products

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

DIMENSIONS = 8


def unit(count: int, seed: int = 1) -> NDArray[np.float32]:
    vectors = np.random.default_rng(seed).standard_normal((count, DIMENSIONS)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.fixture
def log(tmp_path: Path) -> VectorLog:
    return VectorLog(tmp_path / "vectors", DIMENSIONS)


@pytest.fixture
def scan(tmp_path: Path) -> Scan:
    return Scan(tmp_path / "vectors", DIMENSIONS)


def test_an_empty_log_answers_with_nothing(scan: Scan) -> None:
    scan.reload()
    assert scan.search(unit(1)[0], 5) == []
    assert scan.scores(unit(1)[0], [3]).tolist() == [0.0]


def test_search_finds_the_rows_with_the_highest_products(log: VectorLog, scan: Scan) -> None:
    vectors = unit(200)
    log.append(list(range(1, 201)), vectors)
    scan.reload()
    question = unit(1, seed=2)[0]
    found = scan.search(question, 10)
    expected = np.argsort(-(vectors.astype(np.float16).astype(np.float32) @ question))[:10] + 1
    assert [one.row for one in found] == expected.tolist()
    assert found[0].score == pytest.approx(float((vectors @ question).max()), abs=2e-3)


def test_search_among_some_rows_leaves_the_others_out(log: VectorLog, scan: Scan) -> None:
    log.append(list(range(1, 101)), unit(100))
    scan.reload()
    few, many = np.array([3, 7, 500]), np.arange(1, 90)
    assert {one.row for one in scan.search(unit(1)[0], 10, few)} == {3, 7}
    assert {one.row for one in scan.search(unit(1)[0], 100, many)} == set(range(1, 90))


def test_equal_scores_are_ordered_by_row() -> None:
    scores = np.array([0.5, 0.9, 0.5, 0.5], np.float32)
    assert [one.row for one in best(np.array([8, 9, 2, 5]), scores, 3)] == [9, 2, 5]


def test_a_product_is_the_same_alone_and_among_others() -> None:
    vectors, question = unit(300), unit(1, seed=2)[0]
    whole = products(vectors, question)
    assert whole[7:9].tolist() == products(vectors[7:9], question).tolist()
    assert whole.tolist() == pytest.approx((vectors @ question).tolist(), abs=1e-6)


def test_scores_follow_the_order_asked_for(log: VectorLog, scan: Scan) -> None:
    vectors = unit(3)
    log.append([1, 2, 3], vectors)
    scan.reload()
    got = scan.scores(vectors[1], [3, 2, 99])
    assert got.tolist() == pytest.approx([float(vectors[2] @ vectors[1]), 1.0, 0.0], abs=2e-3)


def test_the_last_record_of_a_row_counts(log: VectorLog, scan: Scan) -> None:
    old, new = unit(2)
    log.append([1, 2], np.array([old, old]))
    scan.reload()
    log.append([1], new[None])
    scan.reload()
    assert len(scan) == 2
    assert scan.scores(new, [1])[0] == pytest.approx(1.0, abs=2e-3)
    assert scan.scores(old, [2])[0] == pytest.approx(1.0, abs=2e-3)


def test_reload_takes_in_only_what_was_added(log: VectorLog, scan: Scan) -> None:
    for start in range(1, 60, 7):
        log.append(list(range(start, start + 7)), unit(7, seed=start))
        scan.reload()
        assert len(scan) == start + 6
    assert scan.scores(unit(7, seed=57)[2], [59])[0] == pytest.approx(1.0, abs=2e-3)


def test_a_cut_off_tail_is_ignored_and_then_trimmed(log: VectorLog, scan: Scan) -> None:
    log.append([1, 2, 3], unit(3))
    log.path.write_bytes(log.path.read_bytes()[:-5])
    assert log.cut_off()
    scan.reload()
    assert scan.rows.tolist() == [1, 2]
    log.append([4], unit(1))
    assert not log.cut_off()
    scan.reload()
    assert scan.rows.tolist() == [1, 2, 4]


def test_a_record_with_a_flipped_bit_is_passed_over(log: VectorLog, scan: Scan) -> None:
    log.append([1, 2, 3], unit(3))
    data = bytearray(log.path.read_bytes())
    data[log.record.itemsize + 15] ^= 1
    log.path.write_bytes(data)
    scan.reload()
    assert scan.rows.tolist() == [1, 3]
    found, total, _ = log.read(0)
    assert (len(found), total) == (2, 3)


def test_a_record_still_being_written_is_read_once_it_is_whole(log: VectorLog, scan: Scan) -> None:
    log.append([1, 2], unit(2))
    whole = log.path.read_bytes()
    torn = bytearray(whole)
    torn[-3:] = b"\0\0\0"
    log.path.write_bytes(torn)
    scan.reload()
    assert scan.rows.tolist() == [1]
    log.path.write_bytes(whole)
    scan.reload()
    assert scan.rows.tolist() == [1, 2]


def test_compaction_drops_dead_rows_and_open_readers_follow(log: VectorLog, scan: Scan) -> None:
    log.append(list(range(1, 11)), unit(10))
    scan.reload()
    assert not log.compact(range(1, 9))
    assert log.compact(range(1, 5))
    assert log.load()[0].tolist() == [1, 2, 3, 4]
    assert scan.search(unit(1)[0], 10)[0].row == 1
    scan.reload()
    assert scan.rows.tolist() == [1, 2, 3, 4]


def test_rewriting_leaves_no_other_file_behind(log: VectorLog) -> None:
    log.append([1], unit(1))
    log.rewrite([2], unit(1))
    assert [path.name for path in log.path.parent.iterdir()] == ["rows.log"]
    assert log.load()[0].tolist() == [2]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.integers(1, 40), max_size=8), max_size=8), st.booleans())
def test_a_reader_that_follows_sees_what_one_that_comes_later_sees(
    tmp_path_factory: pytest.TempPathFactory,
    batches: list[list[int]],
    compact: bool,  # noqa: FBT001 - an example's value, passed by Hypothesis
) -> None:
    folder = tmp_path_factory.mktemp("log")
    log, follower, late = (
        VectorLog(folder, DIMENSIONS),
        Scan(folder, DIMENSIONS),
        Scan(folder, DIMENSIONS),
    )
    for number, rows in enumerate(batches):
        log.append(rows, unit(len(rows), seed=number))
        follower.reload()
    if compact:
        log.compact(range(1, 20))
        follower.reload()
    late.reload()
    assert follower.rows.tolist() == late.rows.tolist()
    assert follower.search(unit(1)[0], 50) == late.search(unit(1)[0], 50)
