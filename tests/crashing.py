"""Writers that are killed: run as a program, it leaves one folder for each way to die.

``python crashing.py FOLDER POINTS DELAYS`` makes ``FOLDER/seed`` (a library), ``FOLDER/whole``
(the same after an uninterrupted change) and copies of the seed in which the process making that
change was killed: ``point-*`` at a chosen call into or out of the product's code, Chroma's, or
the operating system's; ``delay-*`` after a chosen time. Libraries are imported once and the
dying processes are forked from here, which makes a death cost a fraction of a second.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from fakes import HashingEmbedder, make_document

from index.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from ingest.model import Document

SEED = 20250218
WATCHED = (f"{os.sep}index{os.sep}", f"{os.sep}chromadb{os.sep}", "pathlib")
# calls around which the state on disk changes: half of the deaths are beside them
DURABLE = {"fsync", "replace", "execute", "executemany", "commit", "ftruncate", "upsert", "write"}

OLD_A = make_document(["Nội dung cũ của kế hoạch", "Báo cáo trước ngày 10/5/2025"], "a-kh")
OLD_B = make_document(["Đẩy mạnh chuyển đổi số", "Hoàn thành trong quý I"], "b-kh")
NEW_A = make_document(["Nội dung mới của kế hoạch", "Báo cáo trước ngày 20/6/2025"], "a-kh")
NEW_C = make_document(["Phát triển khoa học, công nghệ", "Đổi mới sáng tạo"], "c-kh")
CHANGE: list[tuple[Document, bytes]] = [NEW_A, NEW_C]


def change(folder: Path) -> None:
    """Make the change that is interrupted: one document replaced, one added."""
    with Library.open(folder, HashingEmbedder) as library:
        library.put(CHANGE)


def in_child(act: Callable[[], None], delay: float | None = None) -> int:
    """Run ``act`` in a process of its own, killed after ``delay``; return its wait status."""
    child = os.fork()
    if child == 0:
        act()
        sys.stdout.flush()
        os._exit(0)
    if delay is not None:
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


class Calls:
    """Counts the calls and returns watched, and kills this process at a chosen one."""

    def __init__(self, fatal: int = 0) -> None:
        self.count = 0
        self.durable: list[int] = []
        self._fatal = fatal
        self._watched: dict[str, bool] = {}

    def __call__(self, frame: FrameType, event: str, arg: object) -> None:
        """Take note of one event; the signature is the interpreter's."""
        file = frame.f_code.co_filename
        if file not in self._watched:
            self._watched[file] = any(part in file for part in WATCHED)
        if not self._watched[file]:
            return
        self.count += 1
        if event.startswith("c_") and getattr(arg, "__name__", "") in DURABLE:
            self.durable.append(self.count)
        if self.count == self._fatal:
            os.kill(os.getpid(), signal.SIGKILL)


def count_calls(folder: Path, report: Path) -> None:
    """Make the change once, and write down how many events there are and which are durable."""
    calls = Calls()
    sys.setprofile(calls)
    change(folder)
    sys.setprofile(None)
    report.write_text(f"{calls.count}\n{' '.join(map(str, calls.durable))}\n")


def die_at(folder: Path, point: int) -> None:
    """Make the change, dying at the given event."""
    sys.setprofile(Calls(point))
    change(folder)


def make_seed(folder: Path) -> None:
    """Make the library that every death begins with."""
    with Library.open(folder, HashingEmbedder) as library:
        library.put([OLD_A, OLD_B])


def copy(home: Path, name: str) -> Path:
    """Return a fresh copy of the seed under this name."""
    return Path(shutil.copytree(home / "seed", home / name))


def main(home: Path, points: int, delays: int) -> None:
    """Leave the folders that the module's docstring names."""
    chance = random.Random(SEED)  # noqa: S311 - repeatable on purpose
    in_child(lambda: make_seed(home / "seed"))
    report = home / "calls.txt"
    began = time.monotonic()
    in_child(lambda: count_calls(copy(home, "whole"), report))
    took = time.monotonic() - began
    total, durable = ([int(n) for n in line.split()] for line in report.read_text().splitlines())
    chosen = chance.sample(durable, points // 2)
    others = sorted(set(range(1, total[0])) - set(chosen))  # a point is tried once
    chosen += chance.sample(others, points - len(chosen))
    for point in sorted(chosen):
        folder = copy(home, f"point-{point:07}")
        in_child(lambda folder=folder, point=point: die_at(folder, point))  # type: ignore[misc]
    for number in range(delays):
        folder = copy(home, f"delay-{number:02}")
        in_child(lambda folder=folder: change(folder), chance.uniform(0, took))  # type: ignore[misc]


if __name__ == "__main__":
    # Chroma is imported before the first fork, so that no child waits for it
    import index.vectors  # noqa: F401

    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
