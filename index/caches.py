"""The derived indexes as their writer sees them: lexical, vector log and Chroma, kept in step.

Each lives in a folder that the catalog names, so that a rebuilt one takes the old one's place by
the same transaction that publishes it, while readers go on with the old one. Every step may be
repeated after a crash: adding first deletes, and of the vectors of a row the last one counts.
"""

from __future__ import annotations

import logging
import shutil
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from index.catalog_records import CacheRecord
from index.lexical import LexicalIndex, LexicalRow
from index.scan import VectorLog
from ingest.errors import CacheDamagedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from index.material import Progress
    from index.model import Embedder
    from index.vectors import ChromaIndex
    from ingest.model import Passage

CacheName: TypeAlias = Literal["lexical", "vectors", "chroma"]
NAMES: tuple[CacheName, ...] = ("lexical", "vectors", "chroma")

STRIDE = 2_000  # rows put into Chroma between two reports of progress

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Indexed:
    """A passage to index: its row, its document's id within the library, its words."""

    row: int
    passage: Passage
    words: tuple[str, ...]


def embedded_text(passage: Passage) -> str:
    """Return the words of a passage that its vector stands for: heading trail, then text."""
    return f"{passage.context}\n{passage.text}"


def open_chroma(home: Path, record: CacheRecord) -> ChromaIndex:
    """Open the Chroma index that a record names; only here is chromadb loaded."""
    opened: ChromaIndex = import_module("index.vectors").ChromaIndex(
        home / record.folder, record.fingerprint
    )
    return opened


def fitting_records(
    records: Mapping[str, CacheRecord], fingerprint: str
) -> Mapping[str, CacheRecord]:
    """Return the records to go on from: an empty library may begin anew with any model."""
    log = records.get("vectors")
    if log is None or log.fingerprint == fingerprint:
        return records
    return {"lexical": records["lexical"]}


def is_behind(records: Mapping[str, CacheRecord]) -> bool:
    """Tell whether Chroma was left behind the log, as it is in the middle of a large batch."""
    log, chroma = records.get("vectors"), records.get("chroma")
    return log is not None and (chroma is None or chroma.generation != log.generation)


def is_gone(home: Path, record: CacheRecord) -> bool:
    """Tell whether an index's folder is missing or empty."""
    folder = home / record.folder
    return not folder.is_dir() or not any(folder.iterdir())


class Caches:
    """The three indexes during one writing session; ``records`` is what the catalog shall say."""

    def __init__(
        self,
        home: Path,
        records: Mapping[str, CacheRecord],
        embedder: Callable[[], Embedder],
    ) -> None:
        self._home = home
        self._embedder = embedder
        self.records: dict[str, CacheRecord] = dict(records)
        for name in NAMES:
            if name not in records:
                self._renew(name)
        self._chroma: ChromaIndex | None = None

    def close(self) -> None:
        """Let go of Chroma's files."""
        if self._chroma is not None:
            self._chroma.close()
            self._chroma = None

    def add(
        self,
        items: Sequence[Indexed],
        vectors: NDArray[np.float32],
    ) -> None:
        """Put passages into the lexical index and the log, durably."""
        _fill(LexicalIndex(self._folder("lexical")), items)
        self.log.append([item.row for item in items], vectors)

    def add_to_chroma(
        self, rows: Sequence[int], vectors: NDArray[np.float32], held: NDArray[np.int64]
    ) -> None:
        """Put vectors into Chroma too; ``held`` are the rows that are there by now."""
        try:
            self._opened().upsert(rows, vectors)
            in_step = self._opened().count() == len(held)
        except CacheDamagedError as error:
            logger.warning("%s", error)
            in_step = False
        if not in_step:
            self.follow(held)

    def follow(self, held: NDArray[np.int64], progress: Progress | None = None) -> None:
        """Bring Chroma into step with the log: what it lacks goes in, what it should not hold out.

        A Chroma that fails at it, or holds another number of rows afterwards, is rebuilt.
        """
        try:
            rows = np.array(sorted(self.chroma_rows()), np.int64)
            self._opened().delete(np.setdiff1d(rows, held).tolist())
            self._upsert(np.setdiff1d(held, rows), progress)
            in_step = self._opened().count() == len(held)
        except CacheDamagedError as error:
            logger.warning("%s", error)
            in_step = False
        if not in_step:
            self.rebuild_chroma(held)

    def retire(self, rows: Sequence[int], live: NDArray[np.int64]) -> None:
        """Take rows that no longer live out of the lexical index and, in time, the log."""
        lexical = LexicalIndex(self._folder("lexical"))
        lexical.delete(rows)
        lexical.commit()
        self.log.compact(live.tolist())

    def retire_from_chroma(self, rows: Sequence[int]) -> None:
        """Take rows that no longer live out of Chroma."""
        try:
            self._opened().delete(rows)
        except CacheDamagedError as error:  # the next generation finds it out of step
            logger.warning("%s", error)

    def rebuild_lexical(self, items: Sequence[Indexed]) -> None:
        """Build the lexical index anew in a folder of its own."""
        _fill(LexicalIndex(self._renew("lexical")), items)

    def rebuild_log(self, rows: Sequence[int], vectors: NDArray[np.float32]) -> None:
        """Write the vector log anew, in the folder of the present model."""
        self._renew("vectors")
        self.log.rewrite(rows, vectors)

    def rebuild_chroma(self, live: NDArray[np.int64]) -> None:
        """Build Chroma anew from the log; without it, and told so, if it cannot be built."""
        self.close()
        self._renew("chroma")
        try:
            self._upsert(live, None)
        except CacheDamagedError as error:
            logger.warning("%s", error)

    def _upsert(self, wanted: NDArray[np.int64], progress: Progress | None) -> None:
        """Put the vectors of these rows, as far as the log has them, into Chroma."""
        rows, vectors, _ = self.log.load()
        places = np.flatnonzero(np.isin(rows, wanted))
        for at in range(0, len(places), STRIDE):
            some = places[at : at + STRIDE]
            self._opened().upsert(rows[some].tolist(), vectors[some])
            if progress is not None:
                progress(min(at + STRIDE, len(places)), len(places))

    def chroma_rows(self) -> set[int]:
        """Return the rows that Chroma holds; raises CacheDamagedError where it cannot say."""
        return self._opened().rows()

    @property
    def log(self) -> VectorLog:
        """The log of the present model's vectors."""
        return VectorLog(self._folder("vectors"), self.records["vectors"].dimensions)

    def sweep(self) -> None:
        """Remove folders that no record names: what a rebuild replaced or a crash left."""
        named = {self._folder(name) for name in NAMES}
        for folder in (*self._home.glob("lexical/*"), *self._home.glob("vectors/*")):
            if folder not in named:
                shutil.rmtree(folder, ignore_errors=True)

    def _folder(self, name: CacheName) -> Path:
        return self._home / self.records[name].folder

    def _renew(self, name: CacheName) -> Path:
        """Let a new, empty folder take the place of an index's present one."""
        old = self.records.get(name)
        model = ("", "", 0)
        if name == "vectors":
            embedder = self._embedder()
            model = (embedder.name, embedder.fingerprint, embedder.dimensions)
        elif name == "chroma":
            log = self.records["vectors"]
            model = (log.model, log.fingerprint, log.dimensions)
        folder = _next_folder(name, old.folder if old else None, model[1])
        self.records[name] = CacheRecord(name, folder, 0, *model)
        path = self._home / folder
        if name != "vectors":  # the log is replaced atomically, in its model's folder
            shutil.rmtree(path, ignore_errors=True)
        return path

    def _opened(self) -> ChromaIndex:
        if self._chroma is None:
            self._chroma = open_chroma(self._home, self.records["chroma"])
        return self._chroma


def _fill(lexical: LexicalIndex, items: Sequence[Indexed]) -> None:
    lexical.delete(item.row for item in items)
    lexical.add(
        LexicalRow(i.row, i.passage.document_id, i.passage.text, i.passage.context, i.words)
        for i in items
    )
    lexical.commit()


def _next_folder(name: CacheName, old: str | None, fingerprint: str) -> str:
    if name == "vectors":
        return f"vectors/{fingerprint[:16]}"
    stem = {"lexical": "lexical/", "chroma": "vectors/chroma-"}[name]
    return f"{stem}{int(old.removeprefix(stem)) + 1 if old else 1}"
