"""The units of the vocabulary are chosen: syllables, words of two syllables, pieces of rare words.

A tokenizer picks, of all ways to cut a text into units, the likeliest by these units' shares.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from index.analyse import normalise_syllable, plain
from ingest.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

UNKNOWN = "[UNK]"
BLANK = "▁"  # stands before every syllable, as the Metaspace pre-tokenizer writes a blank

RUN = re.compile(r"[^\W_]+(?: [^\W_]+)*")  # "đổi mới sáng tạo", up to the next mark
PIECE_LENGTHS = (2, 3, 4)
# Log shares of what is only taken where nothing better fits, and of the filler [UNK].
PIECE_SHARE, LETTER_SHARE, FILLER_SHARE = -20.0, -25.0, -100.0
FOLDED_SHARE = 0.01  # of its syllables' occurrences: documents are written with diacritics


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many units of each kind, and how often a unit must occur to be one."""

    syllable_count: int = 5
    words: int = 24_000
    word_count: int = 25
    pieces: int = 3_000
    letter_count: int = 20
    folded_count: int = 50


class Counts:
    """How often each syllable and each two neighbours occur in the training texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.one: Counter[str] = Counter()
        self.two: Counter[tuple[str, str]] = Counter()
        for text in texts:
            for run in RUN.findall(plain(text)):
                syllables = run.split(" ")
                self.one.update(syllables)
                self.two.update(pairwise(syllables))
        self.total = self.one.total()


def choose_units(counts: Counts, sizes: Sizes) -> list[tuple[str, float]]:
    """Return each unit once with the logarithm of its share, [UNK] first."""
    units = {UNKNOWN: FILLER_SHARE}
    for unit, share in _candidates(counts, sizes):
        units.setdefault(unit, share)
    return list(units.items())


def _candidates(counts: Counts, sizes: Sizes) -> Iterator[tuple[str, float]]:
    common = [(one, n) for one, n in counts.one.most_common() if n >= sizes.syllable_count]
    yield from ((BLANK + one, math.log(n / counts.total)) for one, n in common)
    for first, second in two_syllable_words(counts, sizes):
        share = counts.two[first, second] / counts.total
        yield BLANK + first + BLANK + second, math.log(share)
    yield from ((BLANK + normalise_syllable(one), LETTER_SHARE) for one, _ in common)
    for one, n in common:
        if n >= sizes.folded_count:
            yield BLANK + fold(one), math.log(n * FOLDED_SHARE / counts.total)
    yield from ((piece, PIECE_SHARE) for piece in _pieces(counts, sizes))
    letters = Counter(letter for one, n in counts.one.items() for letter in one * min(n, 99))
    for letter, n in letters.most_common():
        if n >= sizes.letter_count:
            yield letter, LETTER_SHARE
            yield BLANK + letter, LETTER_SHARE
    yield BLANK, LETTER_SHARE


def two_syllable_words(counts: Counts, sizes: Sizes) -> list[tuple[str, str]]:
    """Return the neighbours that attract each other most, by Dunning's log-likelihood ratio."""
    one, total = counts.one, counts.total
    candidates = [
        pair
        for pair, n in counts.two.items()
        if n >= sizes.word_count
        and n * total > 3 * one[pair[0]] * one[pair[1]]
        and not (pair[0].isdigit() or pair[1].isdigit())
    ]
    attraction = {
        pair: _log_likelihood(counts.two[pair], one[pair[0]], one[pair[1]], total)
        for pair in candidates
    }
    return sorted(candidates, key=lambda pair: (-attraction[pair], pair))[: sizes.words]


def _log_likelihood(both: int, first: int, second: int, total: int) -> float:
    """Return the ratio of "Accurate methods for the statistics of surprise" (Dunning 1993)."""

    def entropy(*cells: int) -> float:
        whole = sum(cells)
        return sum(n * math.log(n / whole) for n in cells if n)

    neither = total - first - second + both
    cells = (both, first - both, second - both, neither)
    return 2 * (entropy(*cells) - entropy(first, total - first) - entropy(second, total - second))


def _pieces(counts: Counts, sizes: Sizes) -> Iterator[str]:
    """Yield the commonest letter sequences of words too rare to be units themselves."""
    found: Counter[str] = Counter()
    for one, n in counts.one.items():
        if n < sizes.syllable_count:
            for length in PIECE_LENGTHS:
                found.update({one[at : at + length]: n for at in range(len(one) - length + 1)})
    yield from (piece for piece, _ in found.most_common(sizes.pieces))


class Vocabulary:
    """What the units are made of. Ids are positions in the list of units."""

    def __init__(self, units: Sequence[str]) -> None:
        self.units = tuple(units)
        self._ids = {unit: at for at, unit in enumerate(units)}
        self.parts = tuple(np.array(self._parts(unit), np.int64) for unit in units)
        self.folded = tuple(np.array(self._folded(unit), np.int32) for unit in units)

    def _parts(self, unit: str) -> list[int]:
        """Return the ids whose vectors add up to the unit's.

        All spellings of a syllable (hoà, hòa) are one; a word of two syllables is what it means
        by itself on top of what its syllables mean, so a rare word has a fair vector too.
        """
        normal = [BLANK + normalise_syllable(one) for one in self._syllables(unit)]
        own = self._ids.get("".join(normal), self._ids[unit])
        return [own, *self._known(normal)] if len(normal) > 1 else [own]

    def _folded(self, unit: str) -> list[int]:
        """Return the ids of the unit typed without diacritics."""
        plain_ids = self._known(BLANK + fold(one) for one in self._syllables(unit))
        return plain_ids or [self._ids[unit]]

    def _known(self, units: Iterable[str]) -> list[int]:
        return [self._ids[unit] for unit in units if unit in self._ids]

    @staticmethod
    def _syllables(unit: str) -> list[str]:
        return unit.split(BLANK)[1:] if unit.startswith(BLANK) else []


def inverse_shares(ids: NDArray[np.int32], size: int, smoothing: float) -> NDArray[np.float32]:
    """Return a weight a unit that falls with its share: a / (a + p) (Arora et al. 2017)."""
    shares = np.bincount(ids, minlength=size) / max(len(ids), 1)
    weights: NDArray[np.float32] = (smoothing / (smoothing + shares)).astype(np.float32)
    return weights
