"""A question becomes ranked rows: understood, sought in both legs, weighed, cut.

Both legs propose candidates; every candidate then has both scores, exactly, and the evidence of
its words, so that none is judged by what a leg happened to see.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

import numpy as np

from index.analyse import bigrams, fold, word_candidates
from index.fuse import Fused, Weights, ranked, read_weights, witnesses
from index.lexical import LexicalIndex, Weighted, token_ids
from index.restore import Restorer
from index.understand import understand
from index.witnesses import FEATURES, Sought, weigh

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from numpy.typing import NDArray

    from index.lexical import Found
    from index.likeness import Likeness
    from index.model import Embedder, Scored
    from index.understand import Understood

DEPTH = 20
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
class Candidates:
    """The union of both legs' rows, with what is known of each; ``dense`` is None without one."""

    rows: tuple[int, ...]
    lexical: NDArray[np.float64]
    dense: NDArray[np.float64] | None
    evidence: NDArray[np.float64]

    def witnesses(self) -> NDArray[np.float64]:
        """Return the table that the fusion weights are applied to."""
        dense = np.zeros(len(self.rows)) if self.dense is None else self.dense
        return witnesses(self.lexical, dense, self.evidence)


@dataclass(frozen=True, slots=True)
class _Scope:
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
        weights: Weights | None = None,
    ) -> None:
        self._lexical = lexical
        self._vectors = vectors
        self._embedder = embedder
        self._weights = weights or read_weights()
        self._restorer = Restorer(lexical.holds)
        # only a static model's terms have vectors of their own
        self._terms: Likeness | None = getattr(embedder, "terms", None)

    def understand(self, text: str) -> Understood:
        """Return the question as it is meant."""
        return understand(text, self._restorer)

    def search(
        self,
        text: str,
        limit: int,
        live: Callable[[int], bool] = lambda _: True,
        documents: Collection[str] | None = None,
    ) -> list[Fused]:
        """Return at most ``limit`` live rows for the question, best first."""
        found = self.candidates(text, limit, live, documents)
        scores = found.witnesses() @ self._weights.fusion.vector()
        return [
            Fused(
                row=found.rows[at],
                score=float(scores[at]),
                lexical=float(found.lexical[at]),
                dense=None if found.dense is None else float(found.dense[at]),
            )
            for at in ranked(found.rows, scores)[:limit]
        ]

    def candidates(
        self,
        text: str,
        limit: int,
        live: Callable[[int], bool] = lambda _: True,
        documents: Collection[str] | None = None,
    ) -> Candidates:
        """Return the rows that either leg proposes, with all that is known of each."""
        asked = self.understand(text)
        scope = _Scope(limit + DEPTH, live, documents)
        terms = question_terms(asked, self._weights)
        if self._weights.terms.word:
            terms += self._words(asked)
        terms = self._lexical.telling(terms)
        found = self._lexical.candidates(terms, scope.depth, documents)
        found = [one for one in found if live(one.row)]
        dense = self._dense(asked.text, [one.row for one in found], scope)
        missing = sorted(dense.keys() - {one.row for one in found})
        if missing:
            found += self._lexical.evidence(terms, missing)
        rows = tuple(one.row for one in found)
        return Candidates(
            rows=rows,
            lexical=np.array([one.score for one in found]),
            dense=np.array([dense.get(row, 0.0) for row in rows]) if self._vectors else None,
            evidence=self._evidence(asked, found),
        )

    def _dense(self, text: str, lexical: list[int], scope: _Scope) -> dict[int, float]:
        """Return the cosines of the nearest live rows and of all that the other leg found."""
        if self._vectors is None or self._embedder is None:
            return {}
        vector = self._embedder.embed_question(text)
        within = None if scope.documents is None else self._lexical.rows_of(scope.documents)
        hits = self._vectors.search(vector, scope.depth, within)
        nearest = {hit.row: hit.score for hit in hits if scope.live(hit.row)}
        others = [row for row in lexical if row not in nearest]
        if others:
            exact = self._vectors.scores(vector, others)
            nearest |= {row: float(score) for row, score in zip(others, exact, strict=True)}
        return nearest

    def _words(self, asked: Understood) -> list[Weighted]:
        """Return the runs of the question's syllables that the library knows as words."""
        runs = [run for words in asked.readings for run in word_candidates(words)]
        known = [run for run in dict.fromkeys(runs) if self._lexical.holds(run, "words")]
        return [Weighted("words", run, self._weights.terms.word) for run in known]

    def _evidence(self, asked: Understood, found: Sequence[Found]) -> NDArray[np.float64]:
        """Return each passage's evidence for the reading of the question that suits it best."""
        typed = [one.typed for one in found]
        tokens = [one.folded for one in found] if asked.bare else typed
        tables = []
        for words in asked.readings:
            table = weigh(self._sought(words, asked.bare), tokens)
            if self._terms is not None:
                sought = self._terms.asked(words, self._lexical.rarity)
                table[:, FEATURES.index("coverage")] = self._terms.of(sought, typed)
            tables.append(table)
        best: NDArray[np.float64] = np.max(tables, axis=0)
        return best

    def _sought(self, tokens: Sequence[str], bare: bool) -> Sought:  # noqa: FBT001 - a field's name
        """Return the question's syllables and bigrams with their rarity in the library."""
        field = "folded" if bare else "typed"
        words = fold(tokens) if bare else list(tokens)
        single = list(dict.fromkeys(words))
        place = {token: at for at, token in enumerate(single)}
        double = list(dict.fromkeys(pairwise(words)))
        return Sought(
            tokens=token_ids(single),
            weights=self._lexical.rarity(single, field),
            pairs=np.array([(place[a], place[b]) for a, b in double], np.int64).reshape(-1, 2),
            pair_weights=self._lexical.rarity(["_".join(pair) for pair in double], field),
            length=len(words),
        )


def question_terms(asked: Understood, weights: Weights) -> list[Weighted]:
    """Return the terms under which a question is looked up, each once, with their weights."""
    of = weights.terms
    typed, folded = 1.0, of.mended_folded if asked.mended else 0.0
    if asked.bare:
        typed, folded = of.bare_typed, of.bare_folded
    terms: list[Weighted] = []
    for number, words in enumerate(asked.readings):
        share = of.other if number else 1.0
        terms += _terms("typed", words, share * typed, of.bigram)
        if folded:
            terms += _terms("folded", fold(words), share * folded, of.bigram)
    terms += [Weighted("typed", token, of.other) for token in asked.others]
    terms += [Weighted("typed", key, of.key) for key in asked.keys]
    return list({(term.field, term.term): term for term in reversed(terms)}.values())


def _terms(field: str, tokens: Sequence[str], weight: float, bigram: float) -> list[Weighted]:
    single = [Weighted(field, token, weight) for token in tokens]
    return single + [Weighted(field, pair, weight * bigram) for pair in bigrams(tokens)]
