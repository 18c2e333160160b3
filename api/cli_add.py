"""``tracuu add``: files are read in processes apart and put into the library in batches.

What is added stays added: a batch that is killed goes on where it stopped when the same command
is given again, because files already held are known by their digests.
"""

from __future__ import annotations

import hashlib
from collections import Counter, deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from api.intake import Consent, Intake, Refusal, reading_pool
from api.terminal import progress, say, say_json, tell
from api.wiring import open_library
from index.rejected import Rejected
from ingest.errors import ConfirmationNeededError, SecretDocumentError
from ingest.header import official_name
from ingest.health import VERDICTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from api.settings import Settings
    from index.library import Library
    from ingest.codec import Json
    from ingest.model import Document

BATCH: Final = 32  # documents in one generation: few enough to lose little, many enough to be fast
BATCH_SHARE: Final = 25  # of a large library, where a generation costs more: one in so many
FEW: Final = 12  # files for which it does not pay to load every reader
AHEAD: Final = 4  # files a process that wait to be read, or to be put in their turn
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
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was read and waits to be put into the library."""

    path: str
    document: Document
    data: bytes


@dataclass(frozen=True, slots=True)
class Orders:
    """How the files of one call are to be treated."""

    settings: Settings
    consent: Consent
    quiet: bool
    insisted: frozenset[Path] = frozenset()
    """Files named outright with ``--replace``: they come back even as former versions."""


FORMER: Final = "bản cũ, đã có bản thay (muốn dùng lại: thêm riêng tệp này kèm --replace)"

Step: TypeAlias = "Told | Taken"


def add_paths(settings: Settings, paths: Sequence[Path], consent: Consent, *, as_json: bool) -> int:
    """Add every file; return 0 if each is in the library afterwards, 1 if any is not."""
    found = dict.fromkeys(_files(paths, settings.data.absolute()))
    beside = [path for path in found if path.suffix.lower() in BESIDE and path not in paths]
    files = [path for path in found if path not in set(beside)]
    insisted = frozenset(paths if consent.poorer else ())
    orders = Orders(settings, consent, as_json, insisted)
    told = [_shown(Told(str(path), "skipped", "không phải văn bản"), orders) for path in beside]
    many = len(files) > FEW
    with reading_pool(settings, workers=settings.workers if many else 1, many=many) as pool:
        if files:
            pool.start()  # loads while the library opens
        with open_library(settings) as library:
            intake = Intake(settings.data, pool.read)
            told += add_files(library, intake, files, orders)
    if as_json:
        say_json([_as_json(one) for one in told])
    for line in _summary(told):
        tell(line)
    bad = any(one.outcome in {"refused", "failed"} for one in told)
    return 1 if bad or not told else 0


def list_rejected(settings: Settings, *, as_json: bool) -> int:
    """Print the files that were refused and are kept or noted, with their reasons."""
    files = Rejected(settings.data / "rejected").files()
    if as_json:
        say_json([
            {"sha256": f.sha256, "size": f.size, "source": f.source, "reason": f.reason,
             "refused_at": f.refused_at, "kept": f.kept}
            for f in files
        ])  # fmt: skip
        return 0
    for file in files:
        name = file.source or "(không ghi tên: chưa kiểm tra được dấu mật)"
        say(f"{file.refused_at[:10]}  {file.sha256[:16]}  {file.size:>10}  {name}")
        say(f"            {file.reason}")
        if file.kept:
            say(f"            {settings.data / 'rejected' / file.sha256}")
    if not files:
        say("Không có tệp nào bị từ chối.")
    return 0


def _as_json(told: Told) -> Json:
    return {
        "path": told.path,
        "outcome": told.outcome,
        "message": told.message,
        "id": told.document_id,
        "verdict": told.verdict or None,
    }


def _summary(told: Sequence[Told]) -> Iterator[str]:
    """Yield how well the added files were read, and what became of all."""
    outcomes = Counter(one.outcome for one in told)
    verdicts = Counter(one.verdict for one in told if one.verdict)
    if verdicts:
        yield "Chất lượng đọc: " + ", ".join(f"{v} {verdicts[v]}" for v in VERDICTS) + "."
    if outcomes["refused"] + outcomes["failed"]:
        yield "Xem các tệp chưa thêm được: tracuu rejected."
    yield "Tổng cộng: " + ", ".join(f"{n} {outcomes[k]}" for k, n in MARKS.items()) + "."


def _files(paths: Sequence[Path], own: Path) -> Iterator[Path]:
    """Yield the files named and those below the folders named.

    Hidden files are left out, and what lies in our ``own`` folder: refused files are kept there.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(p for p in path.rglob("*") if p.is_file() and own not in _above(p))
        yield from (p for p in inside if not any(s.startswith(".") for s in _below(path, p)))


def _above(path: Path) -> Sequence[Path]:
    return path.absolute().parents


def _below(folder: Path, path: Path) -> tuple[str, ...]:
    return path.relative_to(folder).parts


def add_files(
    library: Library, intake: Intake, files: Sequence[Path], orders: Orders
) -> Iterator[Told]:
    """Yield what became of each file; documents are put in the order of the files."""

    def _kept(taken: Sequence[Taken]) -> Iterator[Told]:
        told = _put(library, intake, taken, orders.consent)
        return (_shown(one, orders) for one in told)

    waiting: list[Taken] = []
    most = max(BATCH, library.state().documents // BATCH_SHARE)
    steps = _sorted_out(library, files, orders)
    with progress("Đọc và thêm", len(files)) as shown:
        for done, step in enumerate(_read_all(steps, intake, orders), 1):
            shown(done)
            if isinstance(step, Told):
                yield _shown(step, orders)
                continue
            waiting.append(step)
            if len(waiting) >= most:
                yield from _kept(waiting)
                waiting = []
        yield from _kept(waiting)


def _shown(told: Told, orders: Orders) -> Told:
    if not orders.quiet:
        line = f"{MARKS[told.outcome]:>8}  {told.path}  {told.message}".rstrip()
        tell("".join(letter if letter.isprintable() else "?" for letter in line))
    return told


def _sorted_out(library: Library, files: Sequence[Path], orders: Orders) -> Iterator[Told | Path]:
    """Yield the files to be read, and in their places what is already known of the others.

    A former version is passed over: else a folder with two versions of a document would put back
    the older one whenever it is added again.
    """
    held = {info.sha256: info.id for info in library.documents()}
    former = library.superseded()
    seen = set()
    for path in files:
        digest = _digest(path, orders.settings.max_file)
        if isinstance(digest, Told):
            yield digest
        elif digest in held:
            yield Told(str(path), "held", "không có gì mới", held[digest])
        elif digest in former and path not in orders.insisted:
            yield Told(str(path), "held", FORMER, former[digest])
        elif digest in seen:
            yield Told(str(path), "held", "trùng một tệp khác trong lần thêm này")
        else:
            seen.add(digest)
            yield path


def _digest(path: Path, largest: int) -> str | Told:
    """Return the digest of a file, or why it cannot be read."""
    try:
        if not path.is_file() and path.exists():
            return Told(str(path), "failed", "không phải tệp thường nên không đọc")
        if path.stat().st_size > largest:
            return Told(str(path), "failed", f"tệp lớn hơn {largest // 1_000_000} MB")
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return Told(str(path), "failed", f"không mở được: {error.strerror}")


def _read_all(steps: Iterable[Told | Path], intake: Intake, orders: Orders) -> Iterator[Step]:
    """Yield each step with its file read, in the same order, a few files being read ahead.

    The threads only wait: the work is done in the processes of the pool.
    """
    workers = orders.settings.workers
    ahead: deque[Told | Future[Step]] = deque()
    with ThreadPoolExecutor(workers) as threads:
        for step in steps:
            read = _reading(step, intake, orders)
            ahead.append(threads.submit(read) if callable(read) else read)
            while ahead and (len(ahead) > AHEAD * workers or isinstance(ahead[0], Told)):
                yield _finished(ahead.popleft())
        while ahead:
            yield _finished(ahead.popleft())


def _reading(step: Told | Path, intake: Intake, orders: Orders) -> Told | Callable[[], Step]:
    return step if isinstance(step, Told) else lambda: _read(step, intake, orders)


def _finished(step: Told | Future[Step]) -> Step:
    return step if isinstance(step, Told) else step.result()


def _read(path: Path, intake: Intake, orders: Orders) -> Step:
    """Return the document of one file, or why it is not taken."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return Told(str(path), "failed", f"không mở được: {error.strerror}")
    document = intake.read(data, path.name, orders.consent)
    if isinstance(document, Refusal):
        asked = isinstance(document.error, SecretDocumentError | ConfirmationNeededError)
        return Told(str(path), "refused" if asked else "failed", str(document))
    return Taken(str(path), document, data)


def _put(
    library: Library, intake: Intake, waiting: Sequence[Taken], consent: Consent
) -> Iterator[Told]:
    """Keep a batch as one generation and yield a line for each document of it."""
    if not waiting:
        return
    items = [(taken.document, taken.data) for taken in waiting]
    for taken, name in zip(waiting, intake.put(library, items, consent), strict=True):
        if isinstance(name, Refusal):
            yield Told(taken.path, "refused", str(name))
            continue
        health = taken.document.health
        why = f" ({'; '.join((health.verdict, *health.reasons))})" if health.reasons else ""
        message = f"{official_name(taken.document.info)} [{name}]{why}"
        yield Told(taken.path, "added", message, name, health.verdict)
