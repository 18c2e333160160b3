"""Candidates of both legs become one ranking: a weighted sum of a few readable witnesses.

The weights stand in ``fusion.toml`` beside this file, with what each of them counts.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.witnesses import FEATURES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

WEIGHTS = Path(__file__).with_name("fusion.toml")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a term of the question counts in BM25, by its kind."""

    bigram: float
    other: float
    key: float
    word: float
    bare_typed: float
    bare_folded: float
    mended_folded: float


@dataclass(frozen=True, slots=True)
class Fusion:
    """What each witness counts."""

    lexical: float
    dense: float
    coverage: float
    bigrams: float
    near: float
    wide: float

    def vector(self) -> NDArray[np.float64]:
        """Return the weights in the order of ``witnesses``, summing to 1."""
        weights = np.array([float(getattr(self, field.name)) for field in fields(self)])
        shares: NDArray[np.float64] = weights / weights.sum()
        return shares


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything that was chosen by measuring."""

    terms: Terms
    fusion: Fusion


@dataclass(frozen=True, slots=True)
class Fused:
    """A row with its fused score, 0..1, and each leg's raw score (None: the leg is off)."""

    row: int
    score: float
    lexical: float | None
    dense: float | None


def read_weights(path: Path = WEIGHTS) -> Weights:
    """Return the weights that ship."""
    with path.open("rb") as file:
        held = tomllib.load(file)
    return Weights(Terms(**held["terms"]), Fusion(**held["fusion"]))


def witnesses(
    lexical: NDArray[np.float64], dense: NDArray[np.float64], evidence: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return one row a candidate: lexical score over the best one's, cosine, ``FEATURES``."""
    best = float(lexical.max(initial=0.0))
    share = lexical / best if best > 0 else np.zeros(len(lexical))
    table = np.column_stack([share, dense, evidence])
    if table.shape[1] != 2 + len(FEATURES):
        raise ValueError("one column for each weight")
    return table


def ranked(rows: Sequence[int], scores: NDArray[np.float64]) -> list[int]:
    """Return the places of the candidates, best first; ties are broken by row."""
    return sorted(range(len(rows)), key=lambda at: (-scores[at], rows[at]))
