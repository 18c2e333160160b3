"""A question becomes ranked rows: both legs asked, their union scored, fused and cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from index.analyse import analyse
from index.fuse import Candidate, Fused, fuse
from index.lexical import LexicalIndex, question_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from index.lexical import Weighted
    from index.model import Embedder, Scored

DEPTH = 60
"""How many candidates each leg yields beyond the rows asked for."""

__all__ = ["DenseIndex", "Fused", "LexicalIndex", "Searcher"]


class DenseIndex(Protocol):
    """The vectors of the passages; scores are cosines."""

    def search(
        self, vector: NDArray[np.float32], limit: int, rows: NDArray[np.int64] | None
    ) -> list[Scored]:
        """Return the nearest rows, best first; only among ``rows`` where given."""
        ...

    def scores(self, vector: NDArray[np.float32], rows: Sequence[int]) -> NDArray[np.float32]:
        """Return the cosine of each of these rows."""
        ...


@dataclass(frozen=True, slots=True)
class _Asked:
    text: str
    depth: int
    live: Callable[[int], bool]
    documents: Collection[str] | None


class Searcher:
    """Search over a lexical and a dense index; either may hold rows that are no longer live."""

    def __init__(
        self,
        lexical: LexicalIndex,
        vectors: DenseIndex | None,
        embedder: Embedder | None,
        *,
        dense_share: float = 0.3,
    ) -> None:
        self._lexical = lexical
        self._vectors = vectors
        self._embedder = embedder
        self._dense_share = dense_share if vectors is not None and embedder is not None else 0.0

    def search(
        self,
        text: str,
        limit: int,
        live: Callable[[int], bool] = lambda _: True,
        documents: Collection[str] | None = None,
    ) -> list[Fused]:
        """Return at most ``limit`` live rows for the question, best first."""
        asked = _Asked(text, limit + DEPTH, live, documents)
        terms = question_terms(analyse(text))
        found: list[Scored] = []
        if self._dense_share < 1:
            found = self._lexical.find(terms, asked.depth, documents)
        lexical = {scored.row: scored.score for scored in found if live(scored.row)}
        return fuse(self._united(asked, terms, lexical), self._dense_share)[:limit]

    def _united(
        self, asked: _Asked, terms: list[Weighted], found: dict[int, float]
    ) -> list[Candidate]:
        """Return the union of both legs' rows, each with both scores."""
        if self._vectors is None or self._embedder is None or not self._dense_share:
            return [Candidate(row, score, None) for row, score in found.items()]
        vector = self._embedder.embed_question(asked.text)
        within = None if asked.documents is None else self._lexical.rows_of(asked.documents)
        hits = self._vectors.search(vector, asked.depth, within)
        nearest = {hit.row: hit.score for hit in hits if asked.live(hit.row)}
        only_lexical = [row for row in found if row not in nearest]
        only_dense = [row for row in nearest if row not in found]
        if only_lexical:
            exact = self._vectors.scores(vector, only_lexical)
            nearest |= {row: float(s) for row, s in zip(only_lexical, exact, strict=True)}
        if only_dense and self._dense_share < 1:
            found = found | self._lexical.scores(terms, only_dense)
        return [Candidate(row, found.get(row, 0.0), score) for row, score in nearest.items()]
