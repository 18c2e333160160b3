"""How well a ranking meets the judgements: question by question first, then the means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import ir_measures
from ir_measures import RR, P, R, nDCG

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NAMES = {P @ 1: "P@1", R @ 10: "R@10", RR @ 10: "MRR@10", nDCG @ 10: "nDCG@10"}
MEASURES: tuple[str, ...] = tuple(NAMES.values())


@dataclass(frozen=True, slots=True)
class Row:
    """One question's values, 0..1, by measure; a question without an answer counts zero."""

    question: str
    values: Mapping[str, float]


def measure(
    relevant: Mapping[str, Mapping[str, int]], ranked: Mapping[str, Sequence[str]]
) -> tuple[Row, ...]:
    """Return one row a judged question; ``ranked`` holds document ids, best first.

    The order alone counts: scores are not compared, so ties cannot be broken in one's favour.
    """
    run = {
        question: {document: float(-rank) for rank, document in enumerate(documents)}
        for question, documents in ranked.items()
        if documents
    }
    judged = {question: dict(documents) for question, documents in relevant.items()}
    values: dict[str, dict[str, float]] = {name: dict.fromkeys(MEASURES, 0.0) for name in judged}
    for found in ir_measures.iter_calc(list(NAMES), judged, run):
        values[found.query_id][NAMES[found.measure]] = float(found.value)
    return tuple(Row(question, by_measure) for question, by_measure in values.items())


def means(rows: Sequence[Row]) -> dict[str, float]:
    """Return the mean of each measure, × 100, with two decimals."""
    count = max(len(rows), 1)
    return {
        name: round(100 * sum(row.values[name] for row in rows) / count, 2) for name in MEASURES
    }
