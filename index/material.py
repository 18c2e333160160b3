"""What the indexes are made of: the catalog's passages, their words and their vectors."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from index import catalog_write as tables
from index.caches import Indexed, embedded_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from index.catalog import Catalog
    from index.model import Embedder
    from index.scan import VectorLog

    Segment = Callable[[Sequence[str]], list[list[str]]]
    Progress = Callable[[int, int], None]

BATCH = 512  # passages embedded between two reports of progress
SAMPLE = 50  # vectors made anew to see whether those at hand can be trusted
CLOSE = 0.999  # cosine of a vector and itself in half precision is above this


class Material:
    """Reads passages from the catalog, and makes words and vectors of them."""

    def __init__(
        self, catalog: Catalog, embedder: Callable[[], Embedder], words: Segment | None
    ) -> None:
        self._catalog = catalog
        self._embedder = embedder
        self._words = words

    def indexed(self, rows: Sequence[int]) -> list[Indexed]:
        """Return the passages of these rows with the words kept of them."""
        passages = self._catalog.passages_beside(rows)
        with self._catalog.reading() as db:
            words = tables.words_of(db, rows)
        return [Indexed(row, passages[row], words[row]) for row in rows]

    def segmented(self, items: Sequence[Indexed]) -> list[Indexed]:
        """Return the passages with their words found anew; as they are, without a segmenter."""
        if self._words is None:
            return list(items)
        words = self._words([item.passage.text for item in items])
        return [replace(i, words=tuple(own)) for i, own in zip(items, words, strict=True)]

    def embedded(
        self, items: Sequence[Indexed], progress: Progress | None = None
    ) -> NDArray[np.float32]:
        """Return one vector a passage, telling ``progress`` how many are done of how many."""
        embedder = self._embedder()
        parts = [np.zeros((0, embedder.dimensions), np.float32)]
        for at in range(0, len(items), BATCH):
            texts = [embedded_text(item.passage) for item in items[at : at + BATCH]]
            parts.append(embedder.embed_passages(texts))
            if progress is not None:
                progress(min(at + BATCH, len(items)), len(items))
        return np.concatenate(parts)

    def completed(
        self, log: VectorLog, items: Sequence[Indexed]
    ) -> tuple[list[int], NDArray[np.float32]]:
        """Return the rows and vectors that a log should hold, making those it lacks.

        If some of a sample are not what the model makes, none of the log's are trusted.
        """
        rows, vectors, _ = log.load()
        held = dict(zip(rows.tolist(), vectors, strict=True))
        known = [item for item in items if item.row in held]
        if self.wrong(known, np.array([held[item.row] for item in known])):
            held = {}
        lacking = [item for item in items if item.row not in held]
        held |= zip((item.row for item in lacking), self.embedded(lacking), strict=True)
        kept = [item.row for item in items]
        whole = np.array([held[row] for row in kept], np.float32)
        return kept, whole.reshape(-1, self._embedder().dimensions)

    def wrong(self, items: Sequence[Indexed], vectors: NDArray[np.float32]) -> int:
        """Return how many vectors of a sample are not what the model makes of the passages."""
        step = max(1, len(items) // SAMPLE)
        made = self.embedded(items[::step])
        if not len(made):
            return 0
        cosines = np.vecdot(made, vectors[::step])
        meant = np.abs(made).max(axis=1) > 0  # a text without a known token has no direction
        return int(((cosines < CLOSE) & meant).sum())
