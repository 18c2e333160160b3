"""Files are read in processes apart, within limits; what comes back is checked, never executed.

Each place of the pool keeps one ``ingest.isolated`` process, which forks a child for every file.
A process that dies is replaced at the next file. The answer is JSON, decoded strictly into the
types of ``ingest.model``; digest and source are set here, and every span must lie in the text.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import PurePath
from queue import LifoQueue
from typing import TYPE_CHECKING, Final, Protocol, Self

from ingest import errors, frames
from ingest.codec import decode
from ingest.errors import ReadingStoppedError, TooLargeError, TracuuError
from ingest.limits import MEGABYTE, Limits
from ingest.model import Document
from ingest.pages_done import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

    from ingest.frames import Head
    from ingest.model import Span

GRACE: Final = 15.0  # seconds beyond the clock of the watching process, and to start it
LONGEST_MESSAGE: Final = 1_000
# of the environment, what finding Python, its libraries and its data needs, and nothing else
PASSED_ON: Final = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "TESSDATA_PREFIX", "VIRTUAL_ENV")
ONE_THREAD: Final = dict.fromkeys(
    ("OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"
)

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ADVICE: Final = (
    "Tệp có thể hỏng hoặc quá phức tạp: hãy mở bằng chương trình thường dùng, "
    "lưu thành bản mới hoặc chia nhỏ, rồi thêm lại."
)


class Pages(Protocol):
    """Keeps the finished pages of one file while the others are read."""

    def before(self) -> Iterable[bytes]:
        """Return the records that an interrupted reading of this file has left."""
        ...

    def keep(self, number: int, record: bytes) -> None:
        """Keep the record of a page; it comes from an untrusted process and is only handed back."""
        ...

    def reached(self, done: int, of: int) -> None:
        """Take note of how many pages are done; the first time, of those left from before."""
        ...


class ReadingPool:
    """Reads files for any number of threads, ``workers`` of them at a time."""

    def __init__(
        self, workers: int = 1, limits: Limits | None = None, *, many: bool = False
    ) -> None:
        """``many`` loads every reader at the start, which pays from a dozen files on."""
        self._limits = limits or Limits()
        self._many = many
        self._places: LifoQueue[_Apart | None] = LifoQueue()
        self._workers = workers
        for _ in range(workers):
            self._places.put(None)

    def start(self) -> Self:
        """Let every process begin to load now, so that the first files need not wait."""
        for place in [self._places.get() for _ in range(self._workers)]:
            self._places.put(place or _Apart(many=self._many))
        return self

    def read(
        self, data: bytes, source: str, *, confirmed: bool = False, pages: Pages | None = None
    ) -> Document:
        """Return the document that ``data`` holds, as ``ingest.read.read_document`` does.

        ``pages`` keeps what slow recognition has finished, for the case that it is interrupted.

        Raises:
            ReadingStoppedError: over a limit of time or memory, or the process died.
            TracuuError: whatever ``read_document`` raises.

        """
        place = self._places.get()
        try:
            if place is None or not place.alive():
                if place:
                    place.close()
                place = _Apart(many=self._many)
            limits = self._limits.for_file(len(data))
            head: Head = {"source": _name(source), "yes": confirmed}
            answer = place.read(head, data, limits, pages)
        finally:
            self._places.put(place)
        return _document(answer, data, _name(source), limits)

    def close(self) -> None:
        """End every process, each when it has finished its file."""
        for place in [self._places.get() for _ in range(self._workers)]:
            if place:
                place.close()
            self._places.put(None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class _Apart:
    """One watching process, and the pipes to it."""

    def __init__(self, *, many: bool) -> None:
        command = [sys.executable, "-P", "-s", "-m", "ingest.isolated", *["all"] * many]
        self._process = subprocess.Popen(  # noqa: S603 -- this interpreter and our own module
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=_environment(),
            start_new_session=True,  # Ctrl+C is the parent's business
        )

    def alive(self) -> bool:
        return self._process.poll() is None

    def read(self, head: Head, data: bytes, limits: Limits, pages: Pages | None) -> bytes:
        """Return what the child wrote."""
        deadline = time.monotonic() + limits.wall_seconds + GRACE
        try:
            frames.send(self._input, {**head, "limits": json.dumps(asdict(limits))}, data)
            frames.send(self._input, {}, BETWEEN.join(pages.before()) if pages else b"")
            while True:
                told, answer = frames.receive(self._output, limits.result, deadline)
                if told["end"] != "page":
                    break
                deadline += limits.page_seconds * bool(told["page"])
                if pages:
                    _hand_over(pages, told, answer)
        except (frames.ClosedError, TimeoutError, KeyError):
            self.close()
            raise _stopped("died", limits) from None
        except BaseException:
            self.close()  # interrupted in mid-message: it can not be asked anything more
            raise
        if told["end"] != "done":
            raise _stopped(str(told["end"]), limits)
        return answer

    def close(self) -> None:
        """End the process; its child dies with it."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()
        try:
            self._process.wait(GRACE / 5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    @property
    def _input(self) -> int:
        return self._process.stdin.fileno() if self._process.stdin else -1

    @property
    def _output(self) -> int:
        return self._process.stdout.fileno() if self._process.stdout else -1


def _hand_over(pages: Pages, told: Head, record: bytes) -> None:
    """Let a finished page be kept, and the person be told how far the reading is."""
    page, done, of = (int(told[name]) for name in ("page", "done", "of"))
    if page and record:
        pages.keep(page, record)
    pages.reached(done, of)


def _environment() -> dict[str, str]:
    """Return the environment of a process apart: no proxies, no secrets of the person's own."""
    kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return kept | ONE_THREAD | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def _name(source: str) -> str:
    """Return the last part of a path or address, without characters that no name shows."""
    last = PurePath(source.rstrip("/").replace("\\", "/")).name
    return "".join(letter for letter in last if letter.isprintable())[:255]


def _stopped(end: str, limits: Limits) -> TracuuError:
    """Return the error that says which limit was passed, and what to do."""
    match end:
        case "cpu":
            why = f"Đọc tệp này tốn quá {limits.cpu_seconds:.0f} giây bộ xử lý nên đã dừng."
        case "wall":
            why = f"Đọc tệp này lâu quá {limits.wall_seconds:.0f} giây nên đã dừng."
        case "memory":
            why = f"Đọc tệp này cần quá {limits.memory // MEGABYTE} MB bộ nhớ nên đã dừng."
        case "size":
            why = f"Nội dung đọc được vượt quá {limits.result // MEGABYTE} MB nên đã dừng."
        case "deep":
            why = "Nội dung tệp lồng nhau quá sâu nên không đọc được."
        case "died":
            why = "Tệp làm chương trình đọc bị ngắt đột ngột."
        case _:
            why = f"Gặp lỗi ngoài dự kiến khi đọc tệp ({end})."
    kind = TooLargeError if end == "size" else ReadingStoppedError
    return kind(f"{why} {_ADVICE}")


def _document(answer: bytes, data: bytes, source: str, limits: Limits) -> Document:
    """Return the document in an answer, or raise the error in it."""
    try:
        found = json.loads(answer)
        if "error" in found:
            raise _foreseen(str(found["error"]), str(found["message"]), limits)
        document = decode(Document, found["document"], strict=True)
        info = replace(document.info, sha256=hashlib.sha256(data).hexdigest(), source=source)
        document = replace(document, info=info)
        _check(document)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise _stopped("died", limits) from error
    return document


def _foreseen(name: str, message: str, limits: Limits) -> TracuuError:
    """Return the error with this name, if it is one of ours."""
    kind = getattr(errors, name, None)
    words = "".join(letter for letter in message if letter.isprintable())[:LONGEST_MESSAGE]
    if isinstance(kind, type) and issubclass(kind, TracuuError) and words:
        return _made(kind, words)
    end = {"MemoryError": "memory", "RecursionError": "deep"}.get(name, name)
    return _stopped(end if end.isidentifier() else "died", limits)


def _made(kind: type[TracuuError], words: str) -> TracuuError:
    return TracuuError(words) if kind is errors.AmbiguousDocumentError else kind(words)


def _check(document: Document) -> None:
    """Raise ValueError for a document that contradicts itself."""
    size, name = len(document.text), document.info.id
    if not _ID.fullmatch(name):
        raise ValueError("not an id")
    if any(not 0 <= span.start <= span.end <= size for span in _spans(document)):
        raise ValueError("a span outside the text")
    for passage in document.passages:
        if passage.document_id != name or not passage.id.startswith(f"{name}#"):
            raise ValueError("a passage of another document")
        if passage.span.of(document.text) != passage.text:
            raise ValueError("a passage that is not a slice of the text")


def _spans(document: Document) -> Iterator[Span]:
    parts: Iterable[Iterable[object]] = (
        document.pages, document.walk(), document.passages, document.facts, document.references,
    )  # fmt: skip
    for part in parts:
        for holder in part:
            yield holder.span  # type: ignore[attr-defined]
