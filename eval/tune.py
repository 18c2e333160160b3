"""Weights are chosen on held-out training questions: ``python -m eval tune --data FOLDER``.

The questions are those of ``eval.heldout``; the passages go through the product's own analyser,
lexical index and search. The model must not have seen the held-out rows, so one is trained on
the remainder unless ``--model`` names such a model. Half of the questions choose, half judge.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from eval.heldout import pools, write_remainder
from eval.typed import retype
from index.embed import load_embedder
from index.fuse import Fusion, Weights, read_weights
from index.lexical import LexicalIndex, LexicalRow
from index.model import Scored
from index.search import Searcher

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from eval.heldout import Asked, Pool
    from index.model import Embedder

# What each pool counts: as much for the titles, which people wrote, as for all made questions.
SHARES = (3.0, 1.0, 1.0, 1.0, 0.5)
STEPS, RATE, DECAY = 1500, 0.05, 1e-3
ROUNDS, FACTORS, LEAST_GAIN = 5, (0.5, 0.7, 0.85, 1.2, 1.4, 2.0), 2e-4
DEPTH = 10  # nDCG looks no further
TRIALS: tuple[tuple[str, str, float], ...] = (  # typing, weight of a kind of term, value to try
    ("as-is", "bigram", 0.5),
    ("as-is", "bigram", 1.2),
    ("as-is", "other", 0.0),
    ("as-is", "other", 1.0),
    ("abbreviated", "other", 0.0),
    ("no-diacritics", "bare_typed", 0.0),
    ("no-diacritics", "bare_typed", 1.0),
    ("half-diacritics", "bare_typed", 1.0),
    ("half-diacritics", "bare_folded", 0.0),
    ("telex-typos", "mended_folded", 0.0),
    ("telex-typos", "mended_folded", 1.0),
)


class Exact:
    """Vectors in memory, for ``Searcher``: every one is looked at."""

    def __init__(self, vectors: NDArray[np.float32]) -> None:
        self._vectors = vectors

    def search(
        self, vector: NDArray[np.float32], limit: int, rows: NDArray[np.int64] | None
    ) -> list[Scored]:
        """Return the nearest rows, best first."""
        cosines = self._vectors @ vector
        held = np.arange(len(cosines)) if rows is None else rows
        best = held[np.argsort(-cosines[held], kind="stable")[:limit]]
        return [Scored(int(row), float(cosines[row])) for row in best]

    def scores(self, vector: NDArray[np.float32], rows: Sequence[int]) -> NDArray[np.float32]:
        """Return the cosine of each of these rows."""
        cosines: NDArray[np.float32] = self._vectors[list(rows)] @ vector
        return cosines


class Bench:
    """A pool put into the product's indexes, with a sample of its questions."""

    def __init__(self, pool: Pool, embedder: Embedder, folder: Path, most: int) -> None:
        self.name = pool.name
        order = np.random.default_rng(7).permutation(len(pool.questions))[:most]
        self.questions: list[Asked] = [pool.questions[at] for at in order]
        self._embedder = embedder
        self._lexical = LexicalIndex(folder)
        self._lexical.add(LexicalRow(n, "", text, "") for n, text in enumerate(pool.passages))
        self._lexical.commit()
        self._vectors = Exact(embedder.embed_passages(pool.passages))

    def searcher(self, weights: Weights) -> Searcher:
        """Return a search over the pool."""
        return Searcher(self._lexical, self._vectors, self._embedder, weights=weights)

    def ndcg(self, weights: Weights, typing: str, questions: Iterable[Asked]) -> float:
        """Return nDCG@10 × 100; each question has one answer."""
        searcher = self.searcher(weights)
        gains = [
            _gain(
                [hit.row for hit in searcher.search(retype(asked.text, typing), 10)], asked.answer
            )
            for asked in questions
        ]
        return 100 * float(np.mean(gains))


def _gain(rows: Sequence[int], answer: int) -> float:
    return float(1 / np.log2(rows.index(answer) + 2)) if answer in rows else 0.0


def main(arguments: Sequence[str]) -> int:
    """Print the weights that do best on one half, and how they do on the other."""
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="tracuu-tune-") as name:
        folder = Path(name)
        embedder = load_embedder(str(options.model or _trained(options.data, folder)))
        made = pools(options.data)
        benches = [
            Bench(pool, embedder, folder / f"pool{n}", options.questions)
            for n, pool in enumerate(made)
        ]
        shipped = read_weights()
        chosen = replace(shipped, fusion=fit(benches, shipped))
        _say("[fusion]")
        for field in fields(Fusion):
            _say(f"{field.name} = {getattr(chosen.fusion, field.name):.2f}")
        for label, weights in _compared(shipped, chosen):
            _report(label, benches, weights, "as-is")
        if options.trials:
            _try(benches, shipped)
    return 0


def _trained(data: Path, folder: Path) -> Path:
    """Return the folder of a model trained without the held-out rows."""
    remainder, model = folder / "remainder", folder / "model"
    remainder.mkdir()
    write_remainder(data, remainder)
    command = [sys.executable, "-m", "index.train", "--data", str(remainder), "--out", str(model)]
    subprocess.run(command, check=True, stdout=sys.stderr)  # noqa: S603 - our own module
    return model


@dataclass(frozen=True, slots=True)
class Judged:
    """Questions' candidates as one padded table, the place of each answer, each one's share."""

    tables: NDArray[np.float64]
    absent: NDArray[np.bool_]
    answers: NDArray[np.int64]
    shares: NDArray[np.float64]

    def ndcg(self, weights: NDArray[np.float64]) -> float:
        """Return nDCG@10, each question counting its share; ties count against the answer."""
        scores = np.where(self.absent, -np.inf, self.tables @ weights)
        own = scores[np.arange(len(scores)), self.answers]
        ranks = (scores >= own[:, None]).sum(axis=1)
        gains = np.where(ranks <= DEPTH, 1 / np.log2(ranks + 1), 0.0)
        return float(gains @ self.shares)


def fit(benches: Sequence[Bench], weights: Weights) -> Fusion:
    """Return the fusion weights, none below 0, under which the answers come first.

    First the answers are made probable (a softmax over each question's candidates), then each
    weight in turn is moved as long as nDCG@10 grows. Every other question takes part.
    """
    judged = _judged(benches, weights)
    return Fusion(*map(float, _climbed(judged, _descended(judged))))


def _judged(benches: Sequence[Bench], weights: Weights) -> Judged:
    tables, answers, shares = [], [], []
    for bench, share in zip(benches, SHARES, strict=True):
        rows = list(_training_rows(bench, weights))
        tables += [table for table, _ in rows]
        answers += [answer for _, answer in rows]
        shares += [share / max(len(rows), 1)] * len(rows)
    most = max(len(table) for table in tables)
    padded = np.zeros((len(tables), most, tables[0].shape[1]))
    absent = np.ones((len(tables), most), np.bool_)
    for at, table in enumerate(tables):
        padded[at, : len(table)] = table
        absent[at, : len(table)] = False
    parts = np.array(shares)
    return Judged(padded, absent, np.array(answers), parts / parts.sum())


def _training_rows(bench: Bench, weights: Weights) -> Iterator[tuple[NDArray[np.float64], int]]:
    searcher = bench.searcher(weights)
    for asked in bench.questions[::2]:
        found = searcher.candidates(asked.text, 10)
        if asked.answer in found.rows:
            yield found.witnesses(), found.rows.index(asked.answer)


def _descended(judged: Judged) -> NDArray[np.float64]:
    """Return the weights that gradient descent (Adam) finds; deterministic."""
    tables, shares = judged.tables, judged.shares
    weights = np.ones(tables.shape[2])
    right = tables[np.arange(len(tables)), judged.answers]
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        scores = np.where(judged.absent, -np.inf, tables @ weights)
        chances = np.exp(scores - scores.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        expected = np.einsum("qc,qcf->qf", chances, tables)
        slope = shares @ (expected - right) + 2 * DECAY * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        move = (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-9)
        weights = np.maximum(weights - RATE * (1 - step / STEPS) * move, 0.0)
    return weights


def _climbed(judged: Judged, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights moved one by one to where nDCG@10 grows by more than noise."""
    best = judged.ndcg(weights)
    for _ in range(ROUNDS):
        for at in range(len(weights)):
            for factor in FACTORS:
                moved = weights.copy()
                moved[at] *= factor
                found = judged.ndcg(moved)
                if found > best + LEAST_GAIN:
                    best, weights = found, moved
    return weights


def _compared(shipped: Weights, chosen: Weights) -> Iterator[tuple[str, Weights]]:
    none = {field.name: 0.0 for field in fields(Fusion)}
    yield "từ ngữ", replace(shipped, fusion=Fusion(**{**none, "lexical": 1.0}))
    yield "ngữ nghĩa", replace(shipped, fusion=Fusion(**{**none, "dense": 1.0}))
    yield "hai chân", replace(shipped, fusion=Fusion(**{**none, "lexical": 0.7, "dense": 0.3}))
    for field in fields(Fusion):
        yield (
            f"chọn, bỏ {field.name}",
            replace(chosen, fusion=replace(chosen.fusion, **{field.name: 0.0})),
        )
    yield "đang dùng", shipped
    yield "chọn", chosen


def _report(label: str, benches: Sequence[Bench], weights: Weights, typing: str) -> None:
    figures = [bench.ndcg(weights, typing, bench.questions[1::2]) for bench in benches]
    listed = "  ".join(f"{figure:6.2f}" for figure in figures)
    _say(f"{label:32}  {listed}  | {np.mean(figures):6.2f}")


def _try(benches: Sequence[Bench], shipped: Weights) -> None:
    """Print how each way of typing does with the shipped term weights, and with others."""
    for typing in dict.fromkeys(typing for typing, _, _ in TRIALS):
        _report(typing, benches, shipped, typing)
        for way, name, value in TRIALS:
            if way == typing:
                tried = replace(shipped, terms=replace(shipped.terms, **{name: value}))
                _report(f"{typing}, {name} = {value}", benches, tried, typing)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m eval tune", description="Chọn trọng số tìm kiếm trên câu hỏi để riêng."
    )
    parser.add_argument("--data", type=Path, required=True, help="thư mục dữ liệu huấn luyện")
    parser.add_argument("--model", type=Path, help="mô hình chưa thấy các dòng để riêng")
    parser.add_argument("--questions", type=int, default=1000, help="số câu hỏi mỗi nhóm")
    parser.add_argument("--trials", action="store_true", help="thử cả trọng số của từ")
    return parser
