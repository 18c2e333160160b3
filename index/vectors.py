"""The approximate dense leg: the vectors in Chroma, one collection for each model.

The only importer of chromadb, which takes over a second to import: this module is loaded when
the library is written or holds more passages than an exact scan can look at in time. Chroma is a
copy of the vector log and is never trusted with more: whoever finds it missing, broken or out of
step rebuilds it from the log, and scores come from the log.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias, cast

import chromadb
import numpy as np
from chromadb.config import Settings
from chromadb.errors import ChromaError

from ingest.errors import CacheDamagedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from chromadb.api.client import Client
    from chromadb.api.collection_configuration import CreateHNSWConfiguration
    from chromadb.api.models.Collection import Collection
    from numpy.typing import NDArray

Vectors: TypeAlias = "NDArray[np.float32]"

BATCH = 2_000  # rows a call; below what one of Chroma's statements may bind
# 99.7 % of the nearest 40 of 180,000 passages are among 80 proposed
HNSW: CreateHNSWConfiguration = {
    "space": "ip",
    "ef_construction": 200,
    "ef_search": 200,
    "max_neighbors": 32,
}
# what Chroma was seen to raise on damaged files; AttributeError comes from a client that failed
# to open and that Chroma, half made, keeps for the next one who asks for the same folder
FAILURES = (ChromaError, OSError, ValueError, RuntimeError, KeyError, AttributeError)
DAMAGED = (
    "Chỉ mục vectơ (Chroma) trong {folder} bị hỏng ({error}). Hãy chạy `tracuu check` để dựng lại."
)


class ChromaIndex:
    """The collection of one model in one folder; close it before the folder is removed.

    Every method raises CacheDamagedError where Chroma cannot do what is asked.
    """

    def __init__(self, folder: Path, fingerprint: str) -> None:
        self._folder = folder
        with self._said_plainly():
            folder.mkdir(parents=True, exist_ok=True)
            client = chromadb.PersistentClient(
                path=str(folder), settings=Settings(anonymized_telemetry=False)
            )
            self._client = cast("Client", client)  # what it is; the stubs promise less
            self._rows = self._collection(fingerprint)

    def close(self) -> None:
        """Let go of the folder's files."""
        self._client.close()

    def upsert(self, rows: Sequence[int], vectors: Vectors) -> None:
        """Put the vectors in, one for each row number, replacing what stands there."""
        with self._said_plainly():
            for at in range(0, len(rows), BATCH):
                part = slice(at, at + BATCH)
                self._rows.upsert(ids=[str(r) for r in rows[part]], embeddings=vectors[part])

    def delete(self, rows: Sequence[int]) -> None:
        """Take rows out; unknown numbers change nothing."""
        with self._said_plainly():
            for at in range(0, len(rows), BATCH):
                self._rows.delete(ids=[str(row) for row in rows[at : at + BATCH]])

    def count(self) -> int:
        """Return how many rows are held."""
        with self._said_plainly():
            return self._rows.count()

    def rows(self) -> set[int]:
        """Return the numbers of all rows held."""
        with self._said_plainly():
            return {int(name) for name in self._rows.get(include=[])["ids"]}

    def nearest(self, vector: Vectors, limit: int) -> NDArray[np.int64]:
        """Return about the ``limit`` nearest rows, best first, as far as the graph finds them."""
        with self._said_plainly():
            found = self._rows.query(query_embeddings=vector[None], n_results=limit, include=[])
            return np.array([int(name) for name in found["ids"][0]], np.int64)

    def _collection(self, fingerprint: str) -> Collection:
        return self._client.get_or_create_collection(
            f"passages-{fingerprint[:16]}", configuration={"hnsw": HNSW}, embedding_function=None
        )

    @contextmanager
    def _said_plainly(self) -> Iterator[None]:
        try:
            yield
        except FAILURES as error:
            raise CacheDamagedError(DAMAGED.format(folder=self._folder, error=error)) from error
