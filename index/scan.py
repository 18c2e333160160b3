"""Exact search over the passages' vectors, kept in an append-only log beside the catalog.

The log is a sequence of records of one size: the row's number, a CRC-32 of number and vector,
and the vector in half precision. Of several records of a row the last counts. A record cut off
or damaged by a crash fails its CRC and is passed over; the next writer trims a cut-off tail.
"""

from __future__ import annotations

import os
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.disk import sync_folder
from index.model import Scored

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

LOG = "rows.log"
DEAD_SHARE = 0.3  # above this share of dead records the log is written anew


class VectorLog:
    """The log in one folder, as its writer sees it."""

    def __init__(self, folder: Path, dimensions: int) -> None:
        self.path = folder / LOG
        self.record = _record(dimensions)

    def append(self, rows: Sequence[int], vectors: NDArray[np.float32]) -> None:
        """Add the vectors, one for each row number, durably; a cut-off tail is trimmed first."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        created = not self.path.exists()
        with self.path.open("ab") as log:
            whole = log.tell() - log.tell() % self.record.itemsize
            log.truncate(whole)
            log.write(self._records(rows, vectors))
            log.flush()
            os.fsync(log.fileno())
        if created:
            sync_folder(self.path.parent)

    def rewrite(self, rows: Sequence[int], vectors: NDArray[np.float32]) -> None:
        """Replace the whole log by these records, atomically; open readers keep the old one."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_suffix(".new")
        with fresh.open("wb") as log:
            log.write(self._records(rows, vectors))
            log.flush()
            os.fsync(log.fileno())
        fresh.replace(self.path)
        sync_folder(self.path.parent)

    def load(self) -> tuple[NDArray[np.int64], NDArray[np.float32], int]:
        """Return the rows held, their vectors, and how many records are dead or damaged."""
        found, total, _ = self.read(0)
        rows, last = np.unique(found["row"][::-1], return_index=True)
        kept = found[::-1][last]
        return rows.astype(np.int64), kept["vector"].astype(np.float32), total - len(rows)

    def read(self, start: int) -> tuple[NDArray[np.void], int, int]:
        """Return the sound records from record number ``start`` on; how many records there are.

        The last number is where the last sound record ends, counted from ``start``.
        """
        try:
            with self.path.open("rb") as log:
                log.seek(start * self.record.itemsize)
                data = log.read()
        except FileNotFoundError:
            data = b""
        whole = len(data) // self.record.itemsize
        found = np.frombuffer(data, dtype=self.record, count=whole)
        sound = np.flatnonzero(self._sound(data, found))
        return found[sound], whole, int(sound[-1]) + 1 if len(sound) else 0

    def lacks(self, rows: NDArray[np.int64]) -> bool:
        """Tell whether any of these rows has no sound record."""
        return len(np.setdiff1d(rows, self.load()[0])) > 0

    def state(self) -> tuple[tuple[int, int] | None, int]:
        """Return which file the log is, None without one, and its size: they change with it."""
        return _identity(self.path)

    def cut_off(self) -> bool:
        """Tell whether the file ends in the middle of a record."""
        return bool(_identity(self.path)[1] % self.record.itemsize)

    def compact(self, live: Collection[int]) -> bool:
        """Write the log anew without dead rows if too many are dead; tell whether it was done."""
        records = self.state()[1] // self.record.itemsize
        if records - len(live) <= DEAD_SHARE * records:
            return False
        rows, vectors, dead = self.load()
        kept = np.isin(rows, np.fromiter(live, np.int64, len(live)))
        total = len(rows) + dead
        if total - int(kept.sum()) <= DEAD_SHARE * total:
            return False
        self.rewrite(rows[kept].tolist(), vectors[kept])
        return True

    def _records(self, rows: Sequence[int], vectors: NDArray[np.float32]) -> bytes:
        out = np.zeros(len(rows), dtype=self.record)
        out["row"] = rows
        out["vector"] = vectors
        out["crc"] = [_crc(one) for one in out]
        return out.tobytes()

    def _sound(self, data: bytes, found: NDArray[np.void]) -> NDArray[np.bool_]:
        size, view = self.record.itemsize, memoryview(data)
        sums = (
            zlib.crc32(view[at + 12 : at + size], zlib.crc32(view[at : at + 8]))
            for at in range(0, len(found) * size, size)
        )
        computed = np.fromiter(sums, np.uint32, len(found))
        sound: NDArray[np.bool_] = computed == found["crc"]
        return sound


class Scan:
    """The vectors in memory, for exact search; ``reload`` takes in what the writer has added.

    Searching and reloading may run in different threads: a search works on the state that it
    began with.
    """

    def __init__(self, folder: Path, dimensions: int) -> None:
        self._log = VectorLog(folder, dimensions)
        self._dimensions = dimensions
        self._identity: tuple[int, int] | None = None
        self._read = 0
        self._room = np.zeros((0, dimensions), np.float32)
        self._held = _Held(np.zeros(0, np.int64), self._room)

    def reload(self) -> None:
        """Read the records added since the last time, or all if the log was written anew."""
        identity, size = _identity(self._log.path)
        if identity != self._identity or size < self._read * self._log.record.itemsize:
            self._identity, self._read = identity, 0
            self._room = np.zeros((0, self._dimensions), np.float32)
            self._held = _Held(np.zeros(0, np.int64), self._room)
        # a damaged end may be a record still being written: it is looked at again next time
        found, _, ended = self._log.read(self._read)
        self._read += ended
        if len(found):
            self._take(found)

    def __len__(self) -> int:
        return len(self._held.rows)

    @property
    def rows(self) -> NDArray[np.int64]:
        """The numbers of all rows held, rising."""
        return self._held.rows

    def search(
        self, vector: NDArray[np.float32], limit: int, rows: NDArray[np.int64] | None = None
    ) -> list[Scored]:
        """Return the nearest rows by inner product, best first; only among ``rows`` if given."""
        held = self._held
        if rows is None:
            return best(held.rows, products(held.matrix, vector), limit)
        places = held.places(rows)
        places = places[places >= 0]
        return best(held.rows[places], held.products(vector, places), limit)

    def scores(self, vector: NDArray[np.float32], rows: Sequence[int]) -> NDArray[np.float32]:
        """Return the inner product of each row with the vector; 0 for a row that is missing."""
        held = self._held
        places = held.places(np.asarray(rows, np.int64))
        out = np.zeros(len(rows), np.float32)
        known = places >= 0
        out[known] = products(held.matrix[places[known]], vector)
        return out

    def _take(self, found: NDArray[np.void]) -> None:
        rows, held = found["row"].astype(np.int64), self._held.rows
        rising = bool((np.diff(rows) > 0).all())
        if rising and (not len(held) or rows[0] > held[-1]):
            self._extend(rows, found["vector"])
        else:
            self._merge(rows, found["vector"])

    def _extend(self, rows: NDArray[np.int64], vectors: NDArray[np.float16]) -> None:
        """Add higher rows at the end, into spare room, without copying what is there."""
        start, end = len(self._held.rows), len(self._held.rows) + len(rows)
        if end > len(self._room):
            room = np.empty((max(end, start * 3 // 2), self._dimensions), np.float32)
            room[:start] = self._held.matrix
            self._room = room
        self._room[start:end] = vectors
        self._held = _Held(np.concatenate([self._held.rows, rows]), self._room[:end])

    def _merge(self, rows: NDArray[np.int64], vectors: NDArray[np.float16]) -> None:
        """Add rows in any order, the last of each counting."""
        joined = np.concatenate([self._held.rows, rows])
        matrix = np.concatenate([self._held.matrix, vectors.astype(np.float32)])
        rising, last = np.unique(joined[::-1], return_index=True)
        self._room = matrix[::-1][last]
        self._held = _Held(rising, self._room)


@dataclass(frozen=True, slots=True)
class _Held:
    """Rows (rising) and their vectors: replaced as one, so that a search sees both or neither."""

    rows: NDArray[np.int64]
    matrix: NDArray[np.float32]

    def places(self, wanted: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return where each wanted row stands, -1 for one that is missing."""
        if np.array_equal(wanted, self.rows):
            return np.arange(len(wanted))
        if not len(self.rows):
            return np.full(len(wanted), -1, np.int64)
        at = np.minimum(np.searchsorted(self.rows, wanted), len(self.rows) - 1)
        return np.where(self.rows[at] == wanted, at, -1).astype(np.int64)

    def products(
        self, vector: NDArray[np.float32], places: NDArray[np.int64]
    ) -> NDArray[np.float32]:
        """Return the inner products of some rows: copied out if few, else taken from all."""
        if 8 * len(places) < len(self.rows):
            return products(self.matrix[places], vector)
        return products(self.matrix, vector)[places]


def products(matrix: NDArray[np.float32], vector: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the inner product of each row with the vector, the same whatever rows are beside it.

    Not ``matrix @ vector``: that wakes BLAS's threads, and on a machine whose cores are all busy
    waits for a time slice (8 ms measured, against 0.3 ms).
    """
    found: NDArray[np.float32] = np.vecdot(matrix, vector)
    return found


def best(rows: NDArray[np.int64], scores: NDArray[np.float32], limit: int) -> list[Scored]:
    """Return the ``limit`` highest scores, best first, equal ones by rising row."""
    if limit < len(scores):
        least = np.partition(scores, len(scores) - limit)[len(scores) - limit]
        chosen = np.flatnonzero(scores >= least)
        rows, scores = rows[chosen], scores[chosen]
    order = np.lexsort((rows, -scores))[:limit]
    return [
        Scored(int(row), float(score))
        for row, score in zip(rows[order], scores[order], strict=True)
    ]


def _record(dimensions: int) -> np.dtype[np.void]:
    return np.dtype([("row", "<u8"), ("crc", "<u4"), ("vector", "<f2", (dimensions,))])


def _crc(one: np.void) -> int:
    data = one.tobytes()
    return zlib.crc32(data[12:], zlib.crc32(data[:8]))


def _identity(path: Path) -> tuple[tuple[int, int] | None, int]:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None, 0
    return (status.st_dev, status.st_ino), status.st_size
