"""Diacritics are put back where a question was typed without them, or with half of them.

A small model of syllables and neighbouring syllables, counted over the training texts, finds
the most probable reading (Viterbi). Keys struck on a keyboard that was off ("quyeets") and
slips that leave no syllable ("qyuết") are read as what they were meant to be.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.analyse import SYMBOL, TOKEN, normalised, plain
from index.keys import slips, untelex
from ingest.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

MODEL = Path(__file__).resolve().parent / "models" / "vi-syllables.npz"

# Costs are natural logarithms, to be weighed against the model's probabilities. They were set
# on held-out titles of the codification.
REMARKED = 7.0  # a syllable typed with marks is read with others
SLIPPED = 7.0  # a token that is no syllable is left alone, or read as one after a slip
UNSEEN = 1.0  # beside the unigram: two neighbours never seen together
BACKOFF = 0.4
# How many marks are expected to be missing in a question, before it is looked at, and from which
# share on every bare syllable is doubted, not only those that fit neither neighbour.
PRIOR_LOST, PRIOR_WEIGHT, DOUBTFUL = 0.05, 2.0, 0.2
MOST_READINGS = 12  # of one token
LONGEST = 7  # letters of a Vietnamese syllable, "nghiêng"

MARKED = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Restored:
    """The tokens of a question as probably meant, in order.

    ``changed`` tells whether any differs from what was typed, ``bare`` whether so many marks
    were missing that every syllable without marks is in doubt.
    """

    tokens: tuple[str, ...]
    changed: bool
    bare: bool

    def text(self) -> str:
        """Return the tokens as a text."""
        return " ".join(self.tokens)


class Syllables:
    """The model: how frequent syllables are, alone and one after the other."""

    def __init__(self, path: Path = MODEL) -> None:
        with np.load(path) as held:
            names = bytes(held["syllables"]).decode().split("\n")
            self.counts: NDArray[np.float64] = held["counts"].astype(np.float64)
            self._keys: NDArray[np.int64] = np.cumsum(held["steps"].astype(np.int64))
            self._logs: NDArray[np.float64] = held["logs"].astype(np.float64) / 10
        self.names = names
        self.number = {name: at for at, name in enumerate(names)}
        self.alone: NDArray[np.float64] = np.log(self.counts / self.counts.sum())

    @cached_property
    def marked(self) -> dict[str, float]:
        """Which share of the syllables of one folded form carries marks."""
        return {
            form: float(
                self.counts[[n for n in alike if MARKED.search(self.names[n])]].sum()
                / self.counts[alike].sum()
            )
            for form, alike in self.by_fold.items()
        }

    def share_lost(self, tokens: Sequence[str]) -> float:
        """Return which share of a question's marks is probably missing, above 0 and below 1."""
        expected = sum(self.marked.get(fold(token), 0.0) for token in tokens)
        present = sum(bool(MARKED.search(token)) for token in tokens if token in self.number)
        missing = max(expected - present, 0.0) + PRIOR_LOST * PRIOR_WEIGHT
        return min(missing / (expected + PRIOR_WEIGHT), 0.97)

    def fits_no_neighbour(self, tokens: Sequence[str]) -> list[bool]:
        """Tell of each token whether it was never seen beside either of its neighbours."""
        numbers = np.array([self.number.get(token, -1) for token in tokens], np.int64)
        wanted = numbers[:-1] * len(self.names) + numbers[1:]
        at = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        seen = (self._keys[at] == wanted) & (numbers[:-1] >= 0) & (numbers[1:] >= 0)
        left, right = np.append(False, seen), np.append(seen, False)
        return list(~(left | right))

    @cached_property
    def by_fold(self) -> dict[str, list[int]]:
        """The syllables that look alike without marks, most frequent first."""
        alike: dict[str, list[int]] = {}
        for at, name in enumerate(self.names):
            alike.setdefault(fold(name), []).append(at)
        return alike

    def follow(self, before: NDArray[np.int64], after: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return log P(after | before) as a table; -1 stands for a token that is unknown."""
        return self.pairs(before[:, None], after[None, :])

    def pairs(self, before: NDArray[np.int64], after: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return log P(after | before) of each two that stand at one place."""
        wanted = before * len(self.names) + after
        at = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        seen = (self._keys[at] == wanted) & (before >= 0) & (after >= 0)
        base = np.where(before >= 0, np.log(self.counts[before]), 0.0)
        back = np.where(after >= 0, self.alone[after], self.alone[-1]) - UNSEEN
        pair = np.log((1 - BACKOFF) * np.exp(self._logs[at] - base) + BACKOFF * np.exp(back))
        return np.where(seen, pair, back + np.log(BACKOFF))

    def bound(self, before: str, after: str) -> float:
        """Return how much likelier ``after`` is behind ``before`` than anywhere, as a logarithm.

        A form without marks stands for all its readings; 0 where either is no syllable. The
        parts of a compound ("học sinh") are bound, words that merely meet are not.
        """
        first, second = (np.array(self._readings(form), np.int64) for form in (before, after))
        if not (first.size and second.size):
            return 0.0
        share = self.counts[first] / self.counts[first].sum()
        behind = float(share @ np.exp(self.follow(first, second)).sum(axis=1))
        return float(np.log(behind) - np.log(np.exp(self.alone[second]).sum()))

    def _readings(self, form: str) -> list[int]:
        """Return the syllables that ``form`` may be: itself, or all that look so without marks."""
        if MARKED.search(form):
            return [self.number[form]] if form in self.number else []
        return self.by_fold.get(form, [])


@lru_cache(maxsize=2)
def syllable_model(path: Path = MODEL) -> Syllables:
    """Return the model that ships, read from disk once a process."""
    return Syllables(path)


def _tokens(text: str) -> tuple[list[str], list[bool]]:
    """Return a question's tokens, and of each whether it is a sign or an abbreviation.

    Such a token, inside a document's number or in capitals, is no syllable to be completed.
    """
    whole = unicodedata.normalize("NFC", text)
    small = plain(whole)
    inside = [match.span() for match in SYMBOL.finditer(small)]
    shouted = whole.isupper()
    tokens, names = [], []
    for match in TOKEN.finditer(small):
        start, end = match.span()
        capitals = not shouted and end - start > 1 and whole[start:end].isupper()
        tokens.append(match[0])
        names.append(capitals or any(low <= start < high for low, high in inside))
    return tokens, names


class Restorer:
    """Reads questions as they were meant; the model is loaded when first needed."""

    def __init__(self, known: Callable[[str], bool] = lambda _: False, path: Path = MODEL) -> None:
        self.known = known
        self._path = path

    @cached_property
    def model(self) -> Syllables:
        """The syllables, read from disk once."""
        return syllable_model(self._path)

    def restore(self, text: str) -> Restored:
        """Return the question as probably meant; whole and flawless questions stay as they are.

        ``known`` (given at construction) tells of a token that it stands in the library; such a
        token is a name or a term, not a slip.
        """
        tokens, names = _tokens(text)
        if not tokens:
            return Restored((), changed=False, bare=False)
        words = [token for token, name in zip(tokens, names, strict=True) if not name]
        lost = self.model.share_lost(words)
        alone = self.model.fits_no_neighbour(tokens)
        readings = [
            [(token, 0.0)]
            if name
            else self._readings(token, lost, doubted=lost > DOUBTFUL or fits_none)
            for token, name, fits_none in zip(tokens, names, alone, strict=True)
        ]
        settled = all(len(options) == 1 for options in readings)
        best = tokens if settled else self._best(readings)
        changed = normalised(best) != normalised(tokens)  # "khoá" and "khóa" are one
        return Restored(tuple(best if changed else tokens), changed, bare=lost > DOUBTFUL)

    def in_place(self, text: str) -> str:
        """Return ``text``, NFC and in small letters, with lost marks put back letter for letter.

        Tokens that would change otherwise than in their marks stay; no offset moves.
        """
        small = plain(unicodedata.normalize("NFC", text))
        for match, token in zip(TOKEN.finditer(small), self.restore(text).tokens, strict=True):
            if fold(token) == match[0] and len(token) == len(match[0]):
                small = f"{small[: match.start()]}{token}{small[match.end() :]}"
        return small

    def _readings(self, token: str, lost: float, *, doubted: bool) -> list[tuple[str, float]]:
        """Return what a token may mean, with the cost of meaning it."""
        if token.isdigit() or (token in self.model.number and not doubted):
            return [(token, 0.0)]
        if not MARKED.search(token):
            alike = self._alike(token, float(-np.log(lost)), float(-np.log(1 - lost)))
            if token in self.model.number or (alike and lost > DOUBTFUL):
                return alike if token in self.model.number else [*alike, (token, SLIPPED)]
        elif token in self.model.number:
            return self._alike(token, REMARKED, 0.0) if lost <= DOUBTFUL else [(token, 0.0)]
        return [(token, 0.0)] if self.known(token) else [(token, SLIPPED), *self._repaired(token)]

    def _alike(self, token: str, changed: float, kept: float) -> list[tuple[str, float]]:
        numbers = self.model.by_fold.get(fold(token), [])[:MOST_READINGS]
        names = [self.model.names[number] for number in numbers]
        return [(name, kept if name == token else changed) for name in names]

    def _repaired(self, token: str) -> list[tuple[str, float]]:
        """Return the syllables that one mistake makes this token of."""
        found = dict(self._alike(token, REMARKED / 2, 0.0))
        keyed = untelex(token)
        if keyed is not None and keyed in self.model.number:
            found[keyed] = 0.0
        if len(token) <= LONGEST + 1:
            for slip in slips(token):
                if slip in self.model.number:
                    found.setdefault(slip, 1.0)
        most = sorted(found.items(), key=lambda one: one[1] - self._weight(one[0]))
        return most[:MOST_READINGS]

    def _weight(self, name: str) -> float:
        return float(self.model.alone[self.model.number[name]])

    def _best(self, readings: list[list[tuple[str, float]]]) -> list[str]:
        """Return the most probable way through the readings."""
        numbers = [
            np.array([self.model.number.get(name, -1) for name, _ in options], np.int64)
            for options in readings
        ]
        costs = [np.array([cost for _, cost in options]) for options in readings]
        alone = self.model.alone
        score = np.where(numbers[0] >= 0, alone[numbers[0]], alone[-1]) - costs[0]
        back: list[NDArray[np.int64]] = []
        for before, after, cost in zip(numbers, numbers[1:], costs[1:], strict=False):
            table = score[:, None] + self.model.follow(before, after)
            back.append(table.argmax(axis=0))
            score = table.max(axis=0) - cost
        at = int(score.argmax())
        chosen = [at]
        for pointers in reversed(back):
            at = int(pointers[at])
            chosen.append(at)
        return [options[i][0] for options, i in zip(readings, reversed(chosen), strict=True)]


@lru_cache(maxsize=1)
def restorer() -> Restorer:
    """Return the reader of questions that knows the language but no library."""
    return Restorer()
