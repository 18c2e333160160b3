"""One writer at a time."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from index.lock import writer_lock
from ingest.errors import LibraryLockedError

if TYPE_CHECKING:
    from pathlib import Path

HOLD = """
import sys, pathlib
from index.lock import writer_lock
with writer_lock(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_writer_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    with (
        writer_lock(tmp_path / "lock"),
        pytest.raises(LibraryLockedError, match=str(os.getpid())),
        writer_lock(tmp_path / "lock"),
    ):
        pass


def test_the_lock_is_free_again_after_the_block_and_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="hỏng"), writer_lock(tmp_path / "lock"):
        raise ValueError("hỏng")
    with writer_lock(tmp_path / "lock"):
        pass


def test_the_lock_of_a_killed_process_falls_with_it(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(LibraryLockedError, match=str(other.pid)), writer_lock(path):
            pass
        other.kill()
        other.wait()
    with writer_lock(path):
        pass
