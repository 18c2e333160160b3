"""How much of a question's meaning stands in a passage: each term by the one most like it.

The static model has a vector for each of its terms (syllables, words of two). A term of the
question is worth the length of its vector (training has made names and matters long, question
words short) times its rarity in the library. It is as present as the passage's nearest term is
near: "ô tô" finds something of itself in "xe máy". This is late interaction, as in ColBERT
(Khattab and Zaharia 2020), with vectors that know no neighbours and so need not be stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from index.analyse import BIGRAM_JOINT, normalised
from index.lexical import token_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Rarity = Callable[[Sequence[str]], NDArray[np.float64]]

BLANK = "▁"  # stands before each syllable of a unit
DIMENSIONS = 64  # the first ones, which training taught to do alone
LEAST = 0.4  # cosine below which two terms have nothing in common
SLOT_BITS = 20  # of a table in which terms are looked up: 24,000 words in a million slots
MIX, SPREAD = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD6E8FEB86659FD93)
TOGETHER = 1 << 18  # multiplications above which BLAS would wake its threads, and wait for them
WORD = 2  # syllables
NONE = -1


class Terms:
    """The numbers under which terms are found by the numbers of their syllables."""

    def __init__(self, keys: NDArray[np.uint64]) -> None:
        self._keys = keys
        self._slots = np.full(1 << SLOT_BITS, NONE, np.int32)
        # of two that meet in a slot the first, the commoner, stays: some hundreds of words go
        self._slots[_slot(keys[::-1])] = np.arange(len(keys), dtype=np.int32)[::-1]

    def find(self, keys: NDArray[np.uint64]) -> NDArray[np.int32]:
        """Return the number of each key, -1 for an unknown one."""
        found = self._slots[_slot(keys)]
        known = self._keys[found] == keys if len(self._keys) else np.zeros(len(keys), np.bool_)
        return np.where(known, found, NONE).astype(np.int32)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question's terms: numbers of those with a vector, syllables without, and their weights."""

    terms: NDArray[np.int32]
    others: NDArray[np.uint32]
    weights: NDArray[np.float64]


class Likeness:
    """The term vectors of a static model, and what they say of questions and passages."""

    def __init__(
        self, units: Sequence[str], rows: NDArray[Any], factors: NDArray[np.float32]
    ) -> None:
        """Take the units and their vectors; only whole syllables and words of two count."""
        chosen: dict[tuple[str, ...], int] = {}
        for number, unit in enumerate(units):
            parts = unit.split(BLANK)[1:]
            if unit.startswith(BLANK) and all(parts) and len(parts) <= WORD:
                chosen.setdefault(tuple(normalised(parts)), number)
        singles = [key for key in chosen if len(key) == 1]
        doubles = [key for key in chosen if len(key) == WORD]
        numbers = [chosen[key] for key in (*singles, *doubles)]
        self._first = len(singles)
        self._singles = Terms(token_ids(key[0] for key in singles).astype(np.uint64))
        sides = (token_ids(key[at] for key in doubles) for at in (0, 1))
        self._doubles = Terms(_joined(*sides))
        kept = rows[numbers].astype(np.float32)
        self._lengths = np.sqrt(np.vecdot(kept, kept)).astype(np.float64) * factors[numbers]
        first = np.ascontiguousarray(kept[:, :DIMENSIONS])
        cut = np.sqrt(np.vecdot(first, first))[:, None]
        self._vectors = first / np.maximum(cut, np.finfo(np.float32).tiny)
        self._unknown = float(np.quantile(self._lengths, 0.9)) if numbers else 1.0

    def asked(self, tokens: Sequence[str], rarity: Rarity) -> Asked:
        """Return the terms of a question, each once."""
        text = token_ids(tokens)
        found = self._terms(text, np.zeros(len(text), np.bool_))
        unknown = (found == NONE) & (self._singles.find(text.astype(np.uint64)) == NONE)
        names: dict[int, str] = {}
        for at in np.flatnonzero(found >= 0).tolist():
            length = WORD if found[at] >= self._first else 1
            names.setdefault(int(found[at]), BIGRAM_JOINT.join(tokens[at : at + length]))
        others = list(dict.fromkeys(tokens[at] for at in np.flatnonzero(unknown).tolist()))
        terms = np.array(list(names), np.int32)
        lengths = np.concatenate([self._lengths[terms], np.full(len(others), self._unknown)])
        return Asked(terms, token_ids(others), lengths * rarity([*names.values(), *others]))

    def of(self, asked: Asked, passages: Sequence[NDArray[np.uint32]]) -> NDArray[np.float64]:
        """Return for each passage how present the question's terms are in it, 0..1."""
        lengths = np.fromiter(map(len, passages), np.int64, len(passages))
        whole = float(asked.weights.sum())
        if not whole or not lengths.sum():
            return np.zeros(len(passages))
        text = np.concatenate(passages)
        ends = np.zeros(len(text), np.bool_)
        ends[np.cumsum(lengths)[lengths > 0] - 1] = True
        present = np.concatenate(
            [self._nearest(asked.terms, text, ends, lengths), _held(asked.others, text, lengths)]
        )
        shares: NDArray[np.float64] = asked.weights @ present / whole
        return shares

    def _terms(self, text: NDArray[np.uint32], ends: NDArray[np.bool_]) -> NDArray[np.int32]:
        """Return the term that begins at each place: a word, else the syllable if in no word."""
        found = self._singles.find(text.astype(np.uint64))
        words = self._doubles.find(_joined(text[:-1], text[1:]))
        words[ends[:-1]] = NONE
        at = np.flatnonzero(words >= 0)
        found[at + 1] = NONE
        found[at] = words[at] + self._first
        return found

    def _nearest(
        self,
        terms: NDArray[np.int32],
        text: NDArray[np.uint32],
        ends: NDArray[np.bool_],
        lengths: NDArray[np.int64],
    ) -> NDArray[np.float32]:
        """Return how near the nearest term of each passage is, one row a term of the question."""
        found = self._terms(text, ends)
        at = np.flatnonzero(found >= 0)
        standing = np.zeros(len(self._vectors), np.bool_)
        standing[found[at]] = True
        distinct = np.flatnonzero(standing)
        place = np.zeros(len(self._vectors), np.int32)
        place[distinct] = np.arange(len(distinct), dtype=np.int32)
        near = self._cosines(terms, distinct)
        near[near < LEAST] = 0.0
        borders = np.searchsorted(at, np.cumsum(lengths) - lengths)
        filled = np.diff(np.append(borders, len(at))) > 0
        out = np.zeros((len(terms), len(lengths)), np.float32)
        if filled.any() and len(terms):
            out[:, filled] = np.maximum.reduceat(near[:, place[found[at]]], borders[filled], axis=1)
        return out

    def _cosines(self, terms: NDArray[np.int32], others: NDArray[np.int64]) -> NDArray[np.float32]:
        asked = self._vectors[terms]
        out = np.empty((len(terms), len(others)), np.float32)
        step = max(1, TOGETHER // max(1, asked.size))
        for start in range(0, len(others), step):
            part = self._vectors[others[start : start + step]]
            out[:, start : start + step] = asked @ part.T
        return out


def _held(
    tokens: NDArray[np.uint32], text: NDArray[np.uint32], lengths: NDArray[np.int64]
) -> NDArray[np.float32]:
    """Return 1 where the syllable stands in the passage, one row a syllable."""
    out = np.zeros((len(tokens), len(lengths)), np.float32)
    owner = np.repeat(np.arange(len(lengths)), lengths)
    for row, token in enumerate(tokens):
        out[row, owner[text == token]] = 1.0
    return out


def _joined(first: NDArray[np.uint32], second: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """Return one number for two neighbours."""
    return (first.astype(np.uint64) << np.uint64(32)) | second.astype(np.uint64)


def _slot(keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
    mixed = (keys ^ (keys >> np.uint64(32))) * MIX
    return ((mixed ^ (mixed >> np.uint64(29))) * SPREAD) >> np.uint64(64 - SLOT_BITS)
