"""Texts are cut into the units of the shipped vocabulary, ten times faster than by its tokenizer.

The tokenizer weighs every way to cut a run of letters. Where each syllable is a unit, only whole
syllables and words of two can win, and those are weighed here. Runs with anything else in them
are left to the tokenizer, so the units are the same as it would find, and it is loaded only if
such a run occurs: a cold start need not wait for it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

BLANK = "▁"
RUN = re.compile(r"[^\W_]+(?: [^\W_]+)*")  # "đổi mới sáng tạo", up to the next mark
UNUSUAL = re.compile(r"[^\x00-\u02ff\u1e00-\u206f]")  # among them are marks inside words

# What the tokenizer of such a folder does before it weighs units; done here in the same way.
NORMALIZER = {"type": "Sequence", "normalizers": [{"type": "NFC"}, {"type": "Lowercase"}]}
PRE_TOKENIZER = {
    "type": "Sequence",
    "pretokenizers": [
        {
            "type": "Split",
            "pattern": {"Regex": r"[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+)*"},
            "behavior": "Removed",
            "invert": True,
        },
        {"type": "Metaspace", "replacement": BLANK, "prepend_scheme": "always", "split": False},
    ],
}

# A syllable rarer than this could lose to pieces of it; the tokenizer must weigh those.
RAREST = -19.0
REMEMBERED = 200_000  # runs


def can_cut(stored: dict[str, Any]) -> bool:
    """Tell whether a stored tokenizer cuts texts in the way this module does."""
    found = (stored["model"]["type"], stored["normalizer"], stored["pre_tokenizer"])
    return found == ("Unigram", NORMALIZER, PRE_TOKENIZER)


class Units:
    """The units of a vocabulary and their shares; ``tokenize`` cuts what is not made of them."""

    def __init__(
        self,
        vocabulary: Sequence[tuple[str, float]],
        tokenize: Callable[[list[str]], list[list[int]]],
    ) -> None:
        self._tokenize = tokenize
        self._syllables: dict[str, tuple[int, float]] = {}
        self._words: dict[tuple[str, str], tuple[int, float]] = {}
        self._runs: dict[str, list[int]] = {}
        for number, (unit, share) in enumerate(vocabulary):
            parts = unit.split(BLANK)[1:]
            if len(parts) == 1 and share > RAREST:
                self._syllables[parts[0]] = number, share
            elif len(parts) == 2:  # noqa: PLR2004  (a word is of two syllables)
                self._words[parts[0], parts[1]] = number, share

    def cut(self, texts: Iterable[str]) -> list[list[int]]:
        """Return the units of each text."""
        if len(self._runs) > REMEMBERED:
            self._runs.clear()
        runs = [self._runs_of(text) for text in texts]
        self._learn({run for one in runs for run in one if run not in self._runs})
        return [[unit for run in one for unit in self._runs[run]] for one in runs]

    @staticmethod
    def _runs_of(text: str) -> list[str]:
        small = unicodedata.normalize("NFC", text).lower()
        unusual = set(UNUSUAL.findall(small))
        joined = any(unicodedata.category(one).startswith("M") for one in unusual)
        return [small] if joined else RUN.findall(small)

    def _learn(self, runs: set[str]) -> None:
        left = []
        for run in runs:
            try:
                self._runs[run] = self._likeliest(run.split(" "))
            except KeyError:
                left.append(run)
        if left:
            self._runs |= zip(left, self._tokenize(left), strict=True)

    def _likeliest(self, syllables: list[str]) -> list[int]:
        """Return the units whose shares multiply to the most (Viterbi over syllables).

        Raises KeyError if a syllable is no unit.
        """
        unit, best = self._syllables[syllables[0]]
        chosen, before = [(unit, 1)], 0.0
        for at in range(1, len(syllables)):
            unit, share = self._syllables[syllables[at]]
            length, total = 1, best + share
            word = self._words.get((syllables[at - 1], syllables[at]))
            if word is not None and before + word[1] > total:
                unit, length, total = word[0], 2, before + word[1]
            chosen.append((unit, length))
            before, best = best, total
        return _followed_back(chosen)


def _followed_back(chosen: list[tuple[int, int]]) -> list[int]:
    """Return the units of the best path, given the last unit of the best path to each place."""
    units = []
    at = len(chosen)
    while at:
        unit, length = chosen[at - 1]
        units.append(unit)
        at -= length
    units.reverse()
    return units
