"""A writer may be killed at any moment: the library opens, answers, and finishes its work."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from crashing import CHANGE, NEW_A, NEW_C, OLD_A, OLD_B
from fakes import HashingEmbedder

from index.library import Library
from index.model import Query

HERE = Path(__file__).resolve().parent
QUESTION = Query("nội dung kế hoạch, báo cáo trước ngày nào", limit=20)
BEFORE = {OLD_A[0].info.sha256, OLD_B[0].info.sha256}
AFTER = {NEW_A[0].info.sha256, OLD_B[0].info.sha256, NEW_C[0].info.sha256}


def leave_dead(home: Path, points: int, delays: int) -> list[Path]:
    """Return folders of libraries whose writers were killed."""
    paths = os.pathsep.join([str(HERE.parent), str(HERE)])
    environment = os.environ | {"PYTHONPATH": paths, "OPENBLAS_NUM_THREADS": "1"}
    subprocess.run(
        [sys.executable, str(HERE / "crashing.py"), str(home), str(points), str(delays)],
        check=True,
        env=environment,
    )
    dead = sorted([*home.glob("point-*"), *home.glob("delay-*")])
    assert len(dead) == points + delays
    return dead


def answers(library: Library) -> tuple[str, set[tuple[str, str]]]:
    """Return the best passage, and all that are found with their words.

    Not the scores: BM25 counts passages that are deleted but not yet merged away, so that they
    depend a little on an index's past.
    """
    hits = library.search(QUESTION)
    return hits[0].passage.id, {(hit.passage.id, hit.passage.text) for hit in hits}


def assert_survives(folder: Path, old: object, new: object) -> None:
    """Open a library whose writer was killed as a reader, then as a writer."""
    with Library.open(folder, HashingEmbedder) as library:
        held = {info.sha256 for info in library.documents()}
        assert held in (BEFORE, AFTER), folder.name
        assert answers(library) == (old if held == BEFORE else new), folder.name
    with Library.open(folder, HashingEmbedder, write=True) as library:
        held = {info.sha256 for info in library.documents()}
        assert held in (BEFORE, AFTER), folder.name
        assert library.put(CHANGE) == ("a-kh", "c-kh"), folder.name
        assert {info.sha256 for info in library.documents()} == AFTER, folder.name
        assert len(library.history("a-kh")) == 2, folder.name
        assert library.state().passages == 6, folder.name
        assert answers(library) == new, folder.name
        # strays among the originals are what may remain, and are removed when found
        left = [one.message for one in library.check()]
        assert all("Tệp thừa" in message for message in left), (folder.name, left)
        assert library.check() == (), folder.name


def assert_all_survive(home: Path, dead: list[Path]) -> None:
    """Compare every library with the seed and with the uninterrupted one."""
    with Library.open(home / "seed", HashingEmbedder) as library:
        old = answers(library)
    with Library.open(home / "whole", HashingEmbedder) as library:
        new = answers(library)
        assert library.check() == ()
    assert old != new
    for folder in dead:
        assert_survives(folder, old, new)


def test_a_writer_killed_at_a_few_points_loses_and_doubles_nothing(tmp_path: Path) -> None:
    assert_all_survive(tmp_path, leave_dead(tmp_path, points=3, delays=0))


def stage_of_death(folder: Path) -> str:
    """Return how far the killed writer had come with its generation."""
    with closing(sqlite3.connect(folder / "library.db")) as db:
        found = db.execute("SELECT state FROM generations WHERE number = 2").fetchone()
    return found[0] if found else "not begun"


@pytest.mark.slow
def test_a_writer_killed_at_forty_points_loses_and_doubles_nothing(tmp_path: Path) -> None:
    dead = leave_dead(tmp_path, points=32, delays=8)
    assert {stage_of_death(folder) for folder in dead} >= {"not begun", "pending", "published"}
    assert_all_survive(tmp_path, dead)
