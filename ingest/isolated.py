"""The process apart in which untrusted bytes are read: ``python -m ingest.isolated``.

It loads the readers once and then waits. For each file it forks a child, which gives up what it
does not need, reads the file within hard limits and writes its answer into a pipe. The child dies
with its file: nothing a file does to it can touch the next one. This process never looks into
the bytes itself, in either direction; it passes them on, watches the clock, and says how the
child ended. It dies when its parent does, and its child with it.
"""

from __future__ import annotations

import ctypes
import gc
import importlib
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ingest import errors, frames
from ingest.codec import dumps
from ingest.errors import TracuuError
from ingest.formats import READERS
from ingest.limits import MEGABYTE, Limits
from ingest.pages_done import count_pages_into
from ingest.read import read_document
from ingest.watching import MOST_PAGES, Watch

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

MOST_FILE: Final = 1_000 * MEGABYTE
MOST_WRITTEN: Final = 256 * MEGABYTE  # of one temporary file
MOST_FILES: Final = 128  # open at once
PR_SET_PDEATHSIG: Final = 1
CLONE_NEWUSER: Final = 0x10000000
CLONE_NEWNET: Final = 0x40000000
MEMORY_FOLDER: Final = Path("/dev/shm")  # noqa: S108 -- a private folder is made in it
PREFIX: Final = "tracuu-"
# read once so that every child finds the patterns compiled and the tables built
WARM: Final = (
    (
        "TỈNH ỦY\n*\nSố 1-KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nTỉnh, ngày 05 tháng 3 năm 2026\nKẾ HOẠCH\n"
        "thực hiện Nghị quyết số 2-NQ/TW, ngày 15/01/2026 của Bộ Chính trị\n-----\nI- MỤC TIÊU\n"
        "1. Đến năm 2030\n- Tỉ lệ đạt tối thiểu 85%; tăng bình quân 12%/năm.\nII- NHIỆM VỤ\n"
        "1. Ban Tổ chức chủ trì, phối hợp với Văn phòng báo cáo trước ngày 10/5/2026.\n"
        "2. Sửa quy chế: a) Gọn; b) Rõ; c) Đúng hạn. 3. Công khai.\n"
        "Nơi nhận:\n- Như trên.\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nNguyễn Văn A\n"
    ),
    (
        "ỦY BAN NHÂN DÂN\nTỈNH A\nSố: 1/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nA, ngày 05 tháng 3 năm 2026\nQUYẾT ĐỊNH\nVề việc đọc sách\n"
        "Căn cứ Luật Thư viện số 46/2019/QH14;\nQUYẾT ĐỊNH:\nChương I\nQUY ĐỊNH CHUNG\n"
        "Điều 1. Phạm vi\n1. Khoản một:\na) Điểm a;\nb) Điểm b.\n2. Khoản hai.\nĐiều 2. Hiệu lực\n"
        "Quyết định này có hiệu lực từ ngày 01 tháng 5 năm 2026.\nNơi nhận:\n- Như Điều 2;\n"
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Thị B\nPHỤ LỤC I\nNHIỆM VỤ\n| TT | Việc | Hạn |\n"
        "| 1 | Mua sách | Quý III/2026 |\n"
    ),
)


@dataclass(frozen=True, slots=True)
class Doors:
    """The two ends that lead to the parent; a child closes both before it reads anything."""

    jobs: int
    answers: int


def main() -> None:
    """Serve the parent's files one after the other until it closes the pipe."""
    doors = _doors()
    _without_network()
    preload = sys.argv[1:] == ["all"]
    for module in READERS.values() if preload else ():
        importlib.import_module(module)
    for text in WARM:
        dumps(read_document(text.encode(), ""))
    gc.freeze()  # a child's collector would copy every page of what is loaded
    _silence()
    home = _home()
    tempfile.tempdir = str(home)
    os.putenv("TMPDIR", tempfile.tempdir)  # for programs that a reader starts
    try:
        with suppress(frames.ClosedError):
            while True:
                _serve(doors, home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _doors() -> Doors:
    """Return the pipes to the parent, moved away from where a library could print into them."""
    doors = Doors(os.dup(0), os.dup(1))
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return doors


def _silence() -> None:
    """Let nothing a reader prints reach a terminal or a log: it may be a document's own words."""
    os.dup2(1, 2)


def _without_network() -> None:
    """Leave the network for good where the system allows it to an ordinary user."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(CLONE_NEWUSER | CLONE_NEWNET)


def _home() -> Path:
    """Return a folder of our own for temporary files, in memory where possible.

    What killed processes left behind is cleared away first.
    """
    above = MEMORY_FOLDER if os.access(MEMORY_FOLDER, os.W_OK) else Path(tempfile.gettempdir())
    for left in above.glob(f"{PREFIX}*"):
        owner = left.name.removeprefix(PREFIX).split("-")[0]
        if owner.isdigit() and not Path("/proc", owner).exists():
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=above))


@dataclass(frozen=True, slots=True)
class _Job:
    """One file to be read, and the pages of it that were finished before."""

    data: bytes
    source: str
    limits: Limits
    before: bytes
    confirmed: bool


def _job(pipe: int) -> _Job:
    head, data = frames.receive(pipe, MOST_FILE)
    _, before = frames.receive(pipe, MOST_FILE)
    limits = Limits(**json.loads(str(head["limits"])))
    return _Job(data, str(head["source"]), limits, before, confirmed=bool(head["yes"]))


def _serve(doors: Doors, home: Path) -> None:
    """Take one file, let a child read it, tell how that ended."""
    job = _job(doors.jobs)
    mine, theirs = os.pipe()
    watcher, child = os.getpid(), os.fork()
    if child == 0:
        os.close(mine)
        for door in (doors.jobs, doors.answers):
            os.close(door)
        with _Farewell(theirs):
            _confine(job.limits, watcher)
            _read(theirs, job)
        os._exit(0)
    os.close(theirs)
    watch = Watch(doors.answers, job.limits)
    try:
        answer = watch.collect(mine)
    finally:
        os.close(mine)
        _kill(child)
        _, status, used = os.wait4(child, 0)
        _empty(home)
    told = {"cpu": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss * 1024}
    end = watch.stopped or _end(status)
    frames.send(doors.answers, {"end": end, **told}, answer if end == "done" else b"")


def _kill(child: int) -> None:
    """Kill the child and every program that it started."""
    for kill in (os.kill, os.killpg):
        with suppress(ProcessLookupError, PermissionError):
            kill(child, signal.SIGKILL)


def _end(status: int) -> str:
    """Return how a child ended that nobody stopped: done, or the signal that killed it."""
    code = os.waitstatus_to_exitcode(status)
    if code == -signal.SIGXCPU:
        return "cpu"
    return "done" if code == 0 else "died"


def _empty(home: Path) -> None:
    for left in home.iterdir():
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _read(pipe: int, job: _Job) -> None:
    """Read the file in this child and write the document."""
    count_pages_into(pipe, job.limits.page_seconds, job.before)
    document = read_document(job.data, job.source, confirmed=job.confirmed)
    _write(pipe, f'{{"document":{dumps(document)}}}')


class _Farewell:
    """Ends the process whatever happens inside: an error becomes an answer with its name."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            return
        # the words of an unforeseen error may be the document's own, so only its name leaves
        words = str(error) if issubclass(kind, TracuuError) else ""
        known = [base.__name__ for base in kind.__mro__ if base.__module__ == errors.__name__]
        with suppress(BaseException):
            _write(self._pipe, json.dumps({"error": [*known, kind.__name__][0], "message": words}))
            os._exit(0)
        os._exit(1)


def _write(pipe: int, text: str) -> None:
    view = memoryview(text.encode())
    while view:
        view = view[os.write(pipe, view) :]


def _confine(limits: Limits, watcher: int) -> None:
    """Set what this process may use, for good, and let it die with the one that watches it."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != watcher:  # it died before this one could be bound to it
        os._exit(1)
    os.setsid()
    cpu = max(1, round(limits.cpu_seconds))
    hard = cpu + 1 + round(MOST_PAGES * limits.page_seconds)
    settings: Iterable[tuple[int, tuple[int, int]]] = (
        (resource.RLIMIT_CORE, (0, 0)),
        (resource.RLIMIT_AS, (limits.memory, limits.memory)),
        (resource.RLIMIT_CPU, (cpu, hard)),
        (resource.RLIMIT_FSIZE, (MOST_WRITTEN, MOST_WRITTEN)),
        (resource.RLIMIT_NOFILE, (MOST_FILES, MOST_FILES)),
    )
    for what, values in settings:
        resource.setrlimit(what, values)


if __name__ == "__main__":
    main()
