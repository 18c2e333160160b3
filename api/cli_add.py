"""``tracuu add``: files are read in several processes and put into the library in batches."""

from __future__ import annotations

import hashlib
from concurrent.futures import (
    BrokenExecutor,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
    as_completed,
)
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final, TypeAlias

from api.terminal import progress, say_json, tell
from api.wiring import open_library
from ingest.errors import (
    ConfirmationNeededError,
    ReadError,
    SecretDocumentError,
    TracuuError,
)
from ingest.header import official_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from api.settings import Settings
    from index.library import Library
    from ingest.model import Document

    Read: TypeAlias = tuple[Document, bytes]

BATCH: Final = 32  # documents in one generation: few enough to lose little, many enough to be fast
FEW: Final = 12  # files that are read sooner than processes start
MARKS: Final = {
    "added": "thêm",
    "held": "đã có",
    "skipped": "bỏ qua",
    "refused": "từ chối",
    "failed": "lỗi",
}
# what lies beside documents in a folder and is none; a file named outright is always read
BESIDE: Final = frozenset({".toml", ".json", ".jsonl", ".yaml", ".yml", ".ini", ".py", ".db"})


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one file, for the person."""

    path: str
    outcome: str
    message: str
    document_id: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One file to be read; crosses to another process."""

    path: str
    name: str
    confirmed: bool


def add_paths(settings: Settings, paths: Sequence[Path], *, confirmed: bool, as_json: bool) -> int:
    """Add every file; return 0 if each is in the library afterwards, 1 if any is not."""
    found = dict.fromkeys(_files(paths))
    beside = [path for path in found if path.suffix.lower() in BESIDE and path not in paths]
    files = [path for path in found if path not in beside]
    told = [
        _shown(Told(str(path), "skipped", "không phải văn bản"), quiet=as_json) for path in beside
    ]
    with open_library(settings) as library:
        told += add_files(library, files, settings, confirmed=confirmed, quiet=as_json)
    bad = sum(one.outcome in {"refused", "failed"} for one in told)
    if as_json:
        say_json(
            [
                {"path": t.path, "outcome": t.outcome, "message": t.message, "id": t.document_id}
                for t in told
            ]
        )
    counts = ((name, sum(t.outcome == key for t in told)) for key, name in MARKS.items())
    tell("Tổng cộng: " + ", ".join(f"{name} {count}" for name, count in counts) + ".")
    return 1 if bad or not told else 0


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files named and those below the folders named; hidden ones are left out."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(p for p in path.rglob("*") if p.is_file())
        yield from (p for p in inside if not any(s.startswith(".") for s in _below(path, p)))


def _below(folder: Path, path: Path) -> tuple[str, ...]:
    return path.relative_to(folder).parts


def add_files(
    library: Library, files: Sequence[Path], settings: Settings, *, confirmed: bool, quiet: bool
) -> Iterator[Told]:
    """Yield what became of each file, in the order in which they are done."""
    jobs, early = _sorted_out(library, files, settings, confirmed=confirmed)
    done = 0
    waiting: list[tuple[str, Document, bytes]] = []
    with progress("Đọc và thêm", len(files)) as shown:
        for told in early:
            done += 1
            yield _shown(told, quiet=quiet)
        for job, result in _read_all(jobs, settings.workers):
            done += 1
            shown(done)
            if isinstance(result, Told):
                yield _shown(result, quiet=quiet)
                continue
            waiting.append((job.path, *result))
            if len(waiting) >= BATCH:
                yield from (_shown(told, quiet=quiet) for told in _put(library, waiting))
                waiting = []
        yield from (_shown(told, quiet=quiet) for told in _put(library, waiting))


def _shown(told: Told, *, quiet: bool) -> Told:
    if not quiet:
        tell(f"{MARKS[told.outcome]:>8}  {told.path}  {told.message}".rstrip())
    return told


def _sorted_out(
    library: Library, files: Sequence[Path], settings: Settings, *, confirmed: bool
) -> tuple[list[Job], list[Told]]:
    """Return the files to be read, and what is already known of the others."""
    jobs, told, seen = [], [], set()
    for path in files:
        digest = _digest(path, settings.max_file)
        if isinstance(digest, Told):
            told.append(digest)
        elif held := library.has_bytes(digest):
            told.append(Told(str(path), "held", "không có gì mới", held))
        elif digest in seen:
            told.append(Told(str(path), "held", "trùng một tệp khác trong lần thêm này"))
        else:
            seen.add(digest)
            jobs.append(Job(str(path), path.name, confirmed))
    return jobs, told


def _digest(path: Path, largest: int) -> str | Told:
    """Return the digest of a file, or why it cannot be read."""
    try:
        if path.stat().st_size > largest:
            return Told(str(path), "failed", f"tệp lớn hơn {largest // 1_000_000} MB")
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return Told(str(path), "failed", f"không mở được: {error.strerror}")


def _read_all(
    jobs: Sequence[Job], workers: int, few: int = FEW
) -> Iterator[tuple[Job, Told | Read]]:
    """Yield each file read, as it comes; a file that kills its process is reported, not the rest.

    Processes are spawned, not forked: a fork would copy the locks of the library's threads. A few
    files are read here, in a thread, because processes take a second to start.
    """
    spawned = len(jobs) > few
    pool = ProcessPoolExecutor(workers, get_context("spawn")) if spawned else ThreadPoolExecutor(1)
    broken = []
    with pool:
        futures = {pool.submit(_try_read, job): job for job in jobs}
        for future in as_completed(futures):
            if isinstance(future.exception(), BrokenExecutor):
                broken.append(futures[future])
            else:
                yield futures[future], _outcome(futures[future], future)
    for job in broken:  # one of them killed a process and took the others' turn with it
        with ProcessPoolExecutor(1, get_context("spawn")) as alone:
            yield job, _outcome(job, alone.submit(_try_read, job))


def _try_read(job: Job) -> Read | TracuuError:
    """Return the document and its bytes, or the foreseen error; runs in a process of its own."""
    from pathlib import Path  # noqa: PLC0415 -- typing only elsewhere in this module

    from ingest.read import read_document  # noqa: PLC0415 -- readers load in the workers only

    try:
        data = Path(job.path).read_bytes()
        return read_document(data, job.name, confirmed=job.confirmed), data
    except TracuuError as error:
        return error
    except OSError as error:
        return ReadError(f"không mở được: {error.strerror}")


def _outcome(job: Job, future: Future[Read | TracuuError]) -> Told | Read:
    if error := future.exception():
        return Told(job.path, "failed", f"lỗi ngoài dự kiến khi đọc tệp ({type(error).__name__})")
    result = future.result()
    if isinstance(result, tuple):
        return result
    refused = isinstance(result, SecretDocumentError | ConfirmationNeededError)
    return Told(job.path, "refused" if refused else "failed", str(result))


def _put(library: Library, waiting: Iterable[tuple[str, Document, bytes]]) -> Iterator[Told]:
    """Keep a batch as one generation and yield a line for each document of it."""
    batch = list(waiting)
    if not batch:
        return
    library.put([(document, data) for _, document, data in batch])
    for path, document, _ in batch:
        info, health = document.info, document.health
        note = "" if health.verdict == "tốt" else f" ({health.verdict})"
        yield Told(path, "added", f"{official_name(info)} [{info.id}]{note}", info.id)
