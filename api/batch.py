"""The files of one batch: what is known is passed over, the others are read ahead, in order."""

from __future__ import annotations

import hashlib
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from api.intake import Refusal
from ingest.errors import ConfirmationNeededError, SecretDocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from api.intake import Consent, Intake
    from api.settings import Settings
    from index.library import Library
    from ingest.model import Document

HEAVY: Final = 32_000_000  # bytes of files that may wait to be read, and again to be put
NOTHING_NEW: Final = "không có gì mới"
FORMER: Final = "bản cũ, đã có bản thay (muốn dùng lại: thêm riêng tệp này kèm --replace)"


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
    insisted: frozenset[Path] = frozenset()
    """Files named outright with ``--replace``: they come back even as former versions."""


Step: TypeAlias = "Told | Taken"


def sorted_out(library: Library, files: Sequence[Path], orders: Orders) -> Iterator[Told | Path]:
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
            yield Told(str(path), "held", NOTHING_NEW, held[digest])
        elif digest in former and path not in orders.insisted:
            yield Told(str(path), "held", FORMER, former[digest])
        elif digest in seen:
            yield Told(str(path), "held", "trùng một tệp khác trong lần thêm này")
        else:
            seen.add(digest)
            yield path


def read_ahead(
    steps: Iterable[Told | Path], intake: Intake, orders: Orders, room: Callable[[], int]
) -> Iterator[Step]:
    """Yield each step with its file read, in the same order; ``room()`` files may wait.

    The threads only wait: the work is done in the processes of the pool, which go on while the
    caller puts what it got into the library.
    """
    ahead: deque[tuple[Told | Future[Step], int]] = deque()
    weight = 0
    threads = ThreadPoolExecutor(orders.settings.workers)
    try:
        for step in steps:
            size = 0 if isinstance(step, Told) else _size(step)
            read = step if isinstance(step, Told) else threads.submit(_read, step, intake, orders)
            ahead.append((read, size))
            weight += size
            while ahead and (
                isinstance(ahead[0][0], Told) or len(ahead) > room() or weight > HEAVY
            ):
                first, size = ahead.popleft()
                weight -= size
                yield _finished(first)
        yield from (_finished(step) for step, _ in ahead)
    finally:  # interrupted: what was not begun is not read any more
        threads.shutdown(cancel_futures=True)


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


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # gone since: reading it will say so
        return 0


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
