"""What speaks for a passage beside its scores: how much of the question stands in it, how near.

All figures are shares of the question's weight, 0..1, where a syllable or bigram weighs what its
rarity in the library says (BM25's inverse document frequency). Where the model's terms have
vectors, ``index.likeness`` tells coverage instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

FEATURES = ("coverage", "bigrams", "near", "wide")
"""Share of syllables and of bigrams present; best share inside one short and one long window."""

BUCKETS = 1 << 16


@dataclass(frozen=True, slots=True)
class Sought:
    """A question's distinct syllables and bigrams, each with its weight.

    ``pairs`` holds the bigrams as places in ``tokens``; ``length`` counts all syllables.
    """

    tokens: NDArray[np.uint32]
    weights: NDArray[np.float64]
    pairs: NDArray[np.int64]
    pair_weights: NDArray[np.float64]
    length: int

    @property
    def windows(self) -> tuple[int, int]:
        """The widths of the short and the long window, in syllables."""
        return self.length + 5, 3 * self.length + 10


def weigh(sought: Sought, passages: Sequence[NDArray[np.uint32]]) -> NDArray[np.float64]:
    """Return one row a passage with the columns of ``FEATURES``."""
    out = np.zeros((len(passages), len(FEATURES)))
    if not len(sought.tokens) or not passages:
        return out
    owner, place, which = _occurrences(sought.tokens, passages)
    out[:, 0] = _share(_present(owner, which, (len(passages), len(sought.tokens))), sought.weights)
    out[:, 1] = _bigram_share(sought, owner, place, which, len(passages))
    for column, width in enumerate(sought.windows, 2):
        out[:, column] = _best_window(sought, owner, place, which, (width, len(passages)))
    return out


def _occurrences(
    tokens: NDArray[np.uint32], passages: Sequence[NDArray[np.uint32]]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return, for each place where a sought token stands: the passage, the place, the token."""
    lengths = np.fromiter(map(len, passages), np.int64, len(passages))
    text = np.concatenate(passages)
    possible = np.zeros(BUCKETS, np.bool_)
    possible[tokens % BUCKETS] = True
    at = np.flatnonzero(possible[text % BUCKETS])
    order = np.argsort(tokens)
    found = np.minimum(np.searchsorted(tokens, text[at], sorter=order), len(tokens) - 1)
    which = order[found]
    sure = tokens[which] == text[at]
    at, which = at[sure], which[sure]
    starts = np.cumsum(lengths) - lengths
    owner = np.repeat(np.arange(len(passages)), lengths)[at]
    return owner, at - starts[owner], which


def _present(
    rows: NDArray[np.int64], columns: NDArray[np.int64], shape: tuple[int, int]
) -> NDArray[np.float64]:
    table = np.zeros(shape)
    table[rows, columns] = 1.0
    return table


def _share(present: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    whole = float(weights.sum())
    share: NDArray[np.float64] = present @ weights / whole if whole else np.zeros(len(present))
    return share


def _bigram_share(
    sought: Sought,
    owner: NDArray[np.int64],
    place: NDArray[np.int64],
    which: NDArray[np.int64],
    passages: int,
) -> NDArray[np.float64]:
    if not len(sought.pairs):
        return np.zeros(passages)
    size = len(sought.tokens)
    beside = (owner[1:] == owner[:-1]) & (place[1:] == place[:-1] + 1)
    codes = which[:-1][beside] * size + which[1:][beside]
    pair_of = np.full(size * size, -1, np.int64)
    pair_of[sought.pairs[:, 0] * size + sought.pairs[:, 1]] = np.arange(len(sought.pairs))
    pairs, holders = pair_of[codes], owner[:-1][beside]
    known = pairs >= 0
    present = _present(holders[known], pairs[known], (passages, len(sought.pairs)))
    return _share(present, sought.pair_weights)


def _best_window(
    sought: Sought,
    owner: NDArray[np.int64],
    place: NDArray[np.int64],
    which: NDArray[np.int64],
    shape: tuple[int, int],
) -> NDArray[np.float64]:
    """Return the best share found in two neighbouring blocks of half a window each."""
    width, passages = shape
    half = (width + 1) // 2
    block = place // half
    blocks = np.zeros(passages, np.int64)
    np.maximum.at(blocks, owner, block)
    blocks += 2  # an empty block stands behind each passage, and keeps windows apart
    first = np.cumsum(blocks) - blocks
    table = np.zeros((int(blocks.sum()), len(sought.tokens)), np.bool_)
    table[first[owner] + block, which] = True
    table[:-1] |= table[1:]
    shares = _share(table.astype(np.float64), sought.weights)
    shares[first + blocks - 1] = 0.0  # the empty block has taken in the next passage's first
    best: NDArray[np.float64] = np.maximum.reduceat(shares, first)
    return best
