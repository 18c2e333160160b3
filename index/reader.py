"""The reading side of a library: the published generation in memory, and its indexes open.

A reader never locks. Before each use it asks SQLite whether anyone has committed, which costs
microseconds, and takes in a newly published generation whole before it answers from it.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

from index.caches import is_gone, open_chroma
from index.dense import EXACT_LIMIT, Dense
from index.lexical import LexicalIndex
from index.scan import Scan
from index.search import Searcher
from ingest.errors import CacheDamagedError, ModelMismatchError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from index.catalog import Catalog
    from index.catalog_records import CacheRecord, Snapshot
    from index.model import Embedder
    from index.vectors import ChromaIndex
    from ingest.model import Document, Fact, Passage

K = TypeVar("K")
V = TypeVar("V")

logger = logging.getLogger(__name__)

DOCUMENTS = 64  # whole documents kept in memory
FACTS = 1_000  # documents whose facts are kept in memory
PASSAGES = 20_000  # passages kept in memory


class Kept(Generic[K, V]):
    """The most recently used values; what is kept here never changes, only leaves."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[K, V] = OrderedDict()
        self._lock = Lock()

    def get(self, key: K) -> V | None:
        """Return the value kept under ``key``, or None."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
            return self._values.get(key)

    def put(self, key: K, value: V) -> None:
        """Keep a value, letting go of the one longest unused if there are too many."""
        with self._lock:
            self._values[key] = value
            if len(self._values) > self._most:
                self._values.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Legs:
    """The open indexes of one generation, and the search over them."""

    lexical: LexicalIndex
    searcher: Searcher


class Reading:
    """One published generation: what lives in it, and the search over it, opened when needed."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.live = frozenset(snapshot.rows.tolist())
        self.frequencies: dict[str, int] = {}
        self.legs: Legs | None = None


class Reader:
    """The library as readers see it; every method may be called from any thread."""

    def __init__(
        self,
        catalog: Catalog,
        home: Path,
        embedder: Callable[[], Embedder],
        exact_limit: int = EXACT_LIMIT,
    ) -> None:
        self._catalog = catalog
        self._home = home
        self._embedder = embedder
        self._exact_limit = exact_limit
        self._lock = Lock()
        self._mark = -1
        self._reading: Reading | None = None
        self._scan: tuple[str, Scan] | None = None
        self._chroma: ChromaIndex | None = None
        self._documents: Kept[int, Document] = Kept(DOCUMENTS)
        self._facts: Kept[int, tuple[Fact, ...]] = Kept(FACTS)
        self._passages: Kept[int, Passage] = Kept(PASSAGES)

    def close(self) -> None:
        """Let go of every file."""
        with self._lock:
            self._close_chroma()
            self._reading = self._scan = None
            self._mark = -1

    def current(self) -> Reading:
        """Return the generation that is published now."""
        mark, reading = self._catalog.change_mark(), self._reading
        if reading is not None and mark == self._mark:
            return reading
        with self._lock:
            return self._renewed()

    def ready(self) -> tuple[Reading, Legs | None]:
        """Return the published generation with its indexes open; None if it has no passages.

        Raises:
            CacheDamagedError: an index is missing or broken.
            ModelMismatchError: the vectors were made with another model.

        """
        reading = self.current()
        try:
            return reading, self._legs(reading)
        except CacheDamagedError:
            later = self.current()
            if later is reading:
                raise
            # between the two, a rebuilt index was published and the old one cleared away
            return later, self._legs(later)

    def _legs(self, reading: Reading) -> Legs | None:
        if reading.legs is None and len(reading.snapshot.rows):
            with self._lock:
                if reading.legs is None:
                    reading.legs = self._open_legs(reading.snapshot)
        return reading.legs

    def document(self, version: int) -> Document:
        """Return the document of a version."""
        found = self._documents.get(version)
        if found is None:
            found = self._catalog.document(version)
            self._documents.put(version, found)
        return found

    def facts(self, version: int) -> tuple[Fact, ...]:
        """Return the facts of a version."""
        found = self._facts.get(version)
        if found is None:
            found = self._catalog.facts(version)
            self._facts.put(version, found)
        return found

    def passages(self, rows: Iterable[int]) -> dict[int, Passage]:
        """Return the passages with these row numbers."""
        found = {row: self._passages.get(row) for row in rows}
        missing = [row for row, passage in found.items() if passage is None]
        fetched = self._catalog.passages(missing) if missing else {}
        for row, passage in fetched.items():
            self._passages.put(row, passage)
        known = {row: passage for row, passage in found.items() if passage is not None}
        return known | fetched

    def _renewed(self) -> Reading:
        """Take in the published generation, if it is another one than before."""
        mark = self._catalog.change_mark()
        if self._reading is None or self._catalog.published() != self._reading.snapshot.generation:
            self._reading = Reading(self._catalog.snapshot())
            self._close_chroma()
        self._mark = mark
        return self._reading

    def _open_legs(self, snapshot: Snapshot) -> Legs:
        vectors = snapshot.caches["vectors"]
        embedder = self._embedder()
        require_model(vectors, embedder)
        lexical = LexicalIndex(_present(self._home, snapshot.caches["lexical"]))
        scan = self._scanned(vectors)
        scan.reload()
        lacking = len(np.setdiff1d(snapshot.rows, scan.rows))
        if lacking:  # what is left still answers, by words at least
            logger.warning("Thiếu %d vectơ. Hãy chạy `tracuu check` để dựng lại.", lacking)
        dense = Dense(scan, snapshot.rows, lambda: self._chroma_of(snapshot), self._exact_limit)
        return Legs(lexical, Searcher(lexical, dense, embedder))

    def _scanned(self, record: CacheRecord) -> Scan:
        """Return the vectors in memory, the same object as long as they are the same model's."""
        if self._scan is None or self._scan[0] != record.folder:
            folder = _present(self._home, record)
            self._scan = (record.folder, Scan(folder, record.dimensions))
        return self._scan[1]

    def _chroma_of(self, snapshot: Snapshot) -> ChromaIndex | None:
        record = snapshot.caches.get("chroma")
        with self._lock:
            if record is None or record.generation != snapshot.generation:
                return None
            if self._chroma is None and (self._home / record.folder).is_dir():
                self._chroma = open_chroma(self._home, record)
            return self._chroma

    def _close_chroma(self) -> None:
        if self._chroma is not None:
            self._chroma.close()
            self._chroma = None


def require_model(record: CacheRecord, embedder: Embedder) -> None:
    """Return if the vectors were made with this model; raise ModelMismatchError otherwise."""
    if record.fingerprint != embedder.fingerprint:
        raise ModelMismatchError(
            f"Thư viện được lập chỉ mục bằng mô hình “{record.model}”, khác với mô hình "
            f"“{embedder.name}” đang dùng. Hãy chạy `tracuu reindex` để lập lại chỉ mục, "
            "hoặc đặt lại mô hình cũ."
        )


def _present(home: Path, record: CacheRecord) -> Path:
    folder = home / record.folder
    if is_gone(home, record):
        raise CacheDamagedError(
            f"Thiếu chỉ mục {folder}. Hãy chạy `tracuu check` để dựng lại từ thư viện."
        )
    return folder
