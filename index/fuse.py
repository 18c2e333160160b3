"""Two ranked lists become one: weighted sum of normalised scores over their union."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Fused:
    """A row with its fused score and the raw score of each leg (None: that leg has none)."""

    row: int
    score: float
    lexical: float | None
    dense: float | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row of the union with the raw scores of both legs."""

    row: int
    lexical: float | None
    dense: float | None


def fuse(candidates: list[Candidate], dense_share: float) -> list[Fused]:
    """Return the candidates best first; ties are broken by row, so the order is repeatable."""
    lexical = _normalised([c.lexical for c in candidates])
    dense = _normalised([c.dense for c in candidates])
    scores = (1 - dense_share) * lexical + dense_share * dense
    fused = [
        Fused(c.row, float(score), c.lexical, c.dense)
        for c, score in zip(candidates, scores, strict=True)
    ]
    return sorted(fused, key=lambda one: (-one.score, one.row))


def _normalised(raw: list[float | None]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return the scores stretched to 0..1; a missing score counts as the lowest."""
    known = [score for score in raw if score is not None]
    if not known:
        return np.zeros(len(raw))
    low, high = min(known), max(known)
    values = np.array([low if score is None else score for score in raw])
    return (values - low) / (high - low) if high > low else np.ones(len(raw)) * (high > 0)
