"""A question's syllables with a wrong mark or letter are read as the ones that were meant.

What one slip makes a syllable of is weighed by its neighbours, with the model of the language and
the pairs that the library holds: "phấn dấu" is "phấn đấu". What is likely as it was typed stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from index.analyse import BIGRAM_JOINT, normalised
from index.confusions import readings
from index.restore import syllable_model
from ingest.folding import fold
from ingest.text import normalise_tone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

# Natural logarithms: how much likelier than what was typed a reading must be, to be tried, and to
# be taken for a syllable of the language and for what is none; and than any other reading.
TRIED, SURE, SURE_OF_NONE, AHEAD = 1.5, 3.0, 1.5, 1.0
AMONG_SLIPS: Final = 2.2  # in place of ``SURE``, where another slip shows that keys were missed
HELD: Final = -7.5  # the chance, at least, of a pair of syllables that stands in the library
MOST: Final = 12  # readings of one syllable


@dataclass(frozen=True, slots=True)
class Readings:
    """What a syllable may mean, itself first, and what each reading costs."""

    names: tuple[str, ...]
    numbers: NDArray[np.int64]
    costs: NDArray[np.float64]


class Mender:
    """Reads the syllables of a question put to one library.

    ``holds`` tells whether the library holds a syllable, or two joined, with its marks; ``sure``
    is how much likelier than a syllable another must be.
    """

    def __init__(self, holds: Callable[[str], bool], sure: float = SURE) -> None:
        self._holds = holds
        self._sure = sure
        self._model = syllable_model()

    def mend(
        self, tokens: Sequence[str], doubted: NDArray[np.bool_]
    ) -> tuple[tuple[int, str], ...]:
        """Return the places of the ``doubted`` tokens that mean others, and what they mean.

        A token that may as well mean one as another stands there without its marks.
        """
        places = self._suspects(tokens, doubted)
        if not places:
            return ()
        options = [_readings(t) if at in places else _itself(t) for at, t in enumerate(tokens)]
        return tuple(
            (at, meant)
            for run in _runs(places)
            for at, scores in zip(run, self._scores(options, run), strict=True)
            if (meant := self._chosen(options[at].names, scores)) != tokens[at]
        )

    def _suspects(self, tokens: Sequence[str], doubted: NDArray[np.bool_]) -> list[int]:
        """Return the places of what is no syllable, or far less likely than another reading."""
        numbers = np.array([self._model.number.get(token, -1) for token in tokens], np.int64)
        known: list[int] = np.flatnonzero(doubted & (numbers >= 0)).tolist()
        strange: list[int] = np.flatnonzero(doubted & (numbers < 0)).tolist()
        strange = [at for at in strange if not self._stands(tokens[at])]
        return sorted([*strange, *self._outdone(tokens, numbers, known)])

    def _outdone(
        self, tokens: Sequence[str], numbers: NDArray[np.int64], places: Sequence[int]
    ) -> list[int]:
        """Return which of ``places`` hold a syllable that another fits far better into."""
        options = [(at, _readings(tokens[at])) for at in places]
        options = [(at, found) for at, found in options if len(found.names) > 1]
        if not options:
            return []
        sizes = [len(found.names) for _, found in options]
        at = np.repeat(np.array([at for at, _ in options]), sizes)
        read = np.concatenate([found.numbers for _, found in options])
        around = np.concatenate([[-1], numbers, [-1]])
        scores = self._model.pairs(around[at], read) + self._model.pairs(read, around[at + 2])
        scores -= np.concatenate([found.costs for _, found in options])
        starts = np.cumsum([0, *sizes[:-1]])
        gains = np.maximum.reduceat(scores, starts) - scores[starts]
        return [at for (at, _), gain in zip(options, gains, strict=True) if gain > TRIED]

    def _stands(self, token: str) -> bool:
        """Tell whether a token that is no syllable of the model is a word of the library."""
        (form,) = normalised((token,))
        return self._holds(form) and (form == token or form not in self._model.number)

    def _scores(self, options: Sequence[Readings], run: range) -> list[NDArray[np.float64]]:
        """Return how likely a run is with its neighbours, at best, with each reading of each."""
        low = max(run.start - 1, 0)
        around = options[low : run.stop + 1]
        tables = [self._table(before, after) for before, after in pairwise(around)]
        first = around[0].numbers
        so_far = [np.where(first >= 0, self._model.alone[first], HELD) - around[0].costs]
        for table, after in zip(tables, around[1:], strict=True):
            so_far.append((so_far[-1][:, None] + table).max(axis=0) - after.costs)
        to_come = [np.zeros(len(around[-1].names))]
        for table, after in zip(reversed(tables), reversed(around[1:]), strict=True):
            to_come.append((table + (to_come[-1] - after.costs)[None, :]).max(axis=1))
        to_come.reverse()
        return [so_far[at - low] + to_come[at - low] for at in run]

    def _table(self, before: Readings, after: Readings) -> NDArray[np.float64]:
        """Return log P(after | before), which for a pair that the library holds is not small."""
        table = self._model.follow(before.numbers, after.numbers)
        if len(before.names) == len(after.names) == 1:
            return table
        for row, column in zip(*np.nonzero(table < HELD), strict=True):
            pair = normalised((before.names[row], after.names[column]))
            if self._holds(BIGRAM_JOINT.join(pair)):
                table[row, column] = HELD
        return table

    def _chosen(self, names: Sequence[str], scores: NDArray[np.float64]) -> str:
        """Return the reading that is surely meant, the form that several share, or the first."""
        order: list[int] = np.argsort(-scores).tolist()
        best = scores[order[0]]
        needed = self._sure if names[0] in self._model.number else SURE_OF_NONE
        if best - scores[0] < needed:
            return names[0]
        likely = [names[at] for at in order if at and best - scores[at] < AHEAD]
        if len(likely) == 1:
            return likely[0]
        forms = set(map(fold, likely))
        surely = names[0] not in self._model.number and len(forms) == 1
        return forms.pop() if surely else names[0]


def _runs(places: Sequence[int]) -> Iterator[range]:
    """Return the runs of neighbours among ``places``, which rise."""
    starts = (at for at in places if at - 1 not in places)
    stops = (at + 1 for at in places if at + 1 not in places)
    return map(range, starts, stops)


@lru_cache(maxsize=16384)
def _readings(token: str) -> Readings:
    """Return the likeliest of what one slip makes a token of, the token itself first."""
    model = syllable_model()
    found = readings(token, model).items()
    best = sorted(found, key=lambda one: one[1] - model.alone[model.number[one[0]]])
    written = {normalise_tone(name): (name, cost) for name, cost in reversed(best)}
    kept = [(token, 0.0), *(one for one in best if one in written.values())][: MOST + 1]
    numbers = [model.number.get(name, -1) for name, _ in kept]
    names, costs = zip(*kept, strict=True)
    return Readings(names, np.array(numbers, np.int64), np.array(costs))


@lru_cache(maxsize=16384)
def _itself(token: str) -> Readings:
    number = syllable_model().number.get(token, -1)
    return Readings((token,), np.array([number], np.int64), np.zeros(1))
