"""Questions are made from passages by rule, anew in every round of training.

A passage answers to its title; to one of its sentences, mostly taken out of it; to some words of
a sentence with a question word beside them, with or without words of the title; and to a
sentence in which a question word stands for what it states (``index.train_gaps``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Ids = NDArray[np.int32]

QUESTION_WORDS = (
    "là gì", "là bao nhiêu", "bao nhiêu", "như thế nào", "được quy định như thế nào", "khi nào",
    "ở đâu", "ai", "cơ quan nào", "là ai", "vì sao", "trong trường hợp nào", "gồm những gì",
    "bao lâu", "có được không", "phải làm gì", "theo quy định", "thế nào", "năm nào",
    "người nào", "có những", "mấy", "việc gì", "điều gì", "loại nào", "gồm những ai",
    "trong thời hạn bao lâu", "có phải không", "hãy nêu", "cho biết",
)  # fmt: skip

FAIR = (4, 40)  # units of a sentence that can ask for its passage
CLAUSE = (4, 13)  # units kept of a sentence for a question


class Kind(IntEnum):
    """What a question is made of."""

    TITLE = 0
    SENTENCE = 1
    CLAUSE = 2


@dataclass(frozen=True, slots=True)
class Mix:
    """How often each way of asking is taken; all are shares between 0 and 1."""

    titles: float = 0.7  # of passages asked for by title in a round, beside one other question
    gaps: float = 0.6  # of the other questions, where the passage has some with a gap
    clauses: float = 0.7  # of the rest that are made of a clause, not a sentence
    beside_title: float = 0.5  # of clauses that stand beside words of the title
    answer_kept: float = 0.5  # of passages that keep the sentence that asks for them
    dropped: float = 0.2  # of a clause's units left out
    title_dropped: float = 0.3
    question_last: float = 0.75
    without_marks: float = 0.05  # of questions typed without diacritics; as many half without


@dataclass(frozen=True, slots=True)
class Gap:
    """A question with a gap, and the number of the sentence in its passage that fills it."""

    question: Ids
    sentence: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """All passages as unit ids: one flat array, cut into sentences, those into passages."""

    units: Ids
    sentences: NDArray[np.int64]  # where each sentence starts in ``units``, and the end
    passages: NDArray[np.int64]  # where each passage starts in ``sentences``, and the end
    titles: tuple[Ids, ...]
    gaps: Mapping[int, Sequence[Gap]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.titles)

    def bounds(self, passage: int) -> tuple[int, int]:
        """Return where the passage starts and ends in ``units``."""
        first, last = self.passages[passage], self.passages[passage + 1]
        return int(self.sentences[first]), int(self.sentences[last])

    def lead(self, passage: int, length: int) -> Ids:
        """Return the first units of the passage."""
        start, end = self.bounds(passage)
        return self.units[start : min(end, start + length)]


class Asker:
    """Makes a question and its passage, both as unit ids of at most ``longest``."""

    def __init__(
        self, shelf: Shelf, mix: Mix, question_words: Sequence[Ids], folded: Sequence[Ids]
    ) -> None:
        self._shelf = shelf
        self._mix = mix
        self._question_words = question_words
        self._folded = folded

    def ask(
        self, passage: int, kind: Kind, longest: int, chance: np.random.Generator
    ) -> tuple[Ids, Ids]:
        """Return a question of that kind; by title where no sentence of the passage is fair."""
        gaps = () if kind is Kind.TITLE else self._shelf.gaps.get(passage, ())
        if gaps and chance.random() < self._mix.gaps:
            gap = gaps[int(chance.integers(len(gaps)))]
            return self._filled(passage, gap, longest, chance)
        start, end = self._shelf.bounds(passage)
        at = None if kind is Kind.TITLE else self._fair_sentence(passage, chance)
        if at is None:
            question = self._shelf.titles[passage]
            return self._typed(question, chance), self._shelf.units[start:end][:longest]
        low, high = (int(place) for place in self._shelf.sentences[at : at + 2])
        question = self._shelf.units[low:high]
        if kind is Kind.CLAUSE:
            question = self._clause(question, self._shelf.titles[passage], chance)
        return self._typed(question, chance), self._given((start, low, high, end), longest, chance)

    def _filled(
        self, passage: int, gap: Gap, longest: int, chance: np.random.Generator
    ) -> tuple[Ids, Ids]:
        question = self._beside(gap.question, self._shelf.titles[passage], chance)
        low = int(self._shelf.sentences[self._shelf.passages[passage] + gap.sentence])
        given = self._around(low, self._shelf.bounds(passage), longest)
        return self._typed(question, chance), given

    def _fair_sentence(self, passage: int, chance: np.random.Generator) -> int | None:
        first, last = (int(place) for place in self._shelf.passages[passage : passage + 2])
        lengths = np.diff(self._shelf.sentences[first : last + 1])
        fair = np.flatnonzero((lengths >= FAIR[0]) & (lengths <= FAIR[1]))
        if not len(fair) or last - first == 1:
            return None
        return first + int(fair[chance.integers(len(fair))])

    def _given(
        self, places: tuple[int, int, int, int], longest: int, chance: np.random.Generator
    ) -> Ids:
        """Return the passage with or without the sentence asked; if too long, what is around."""
        start, low, high, end = places
        units = self._shelf.units
        if chance.random() < self._mix.answer_kept:
            return self._around(low, (start, end), longest)
        return np.concatenate([units[start:low], units[high:end]])[:longest]

    def _around(self, low: int, bounds: tuple[int, int], longest: int) -> Ids:
        """Return the passage; if too long, what is around the unit numbered ``low``."""
        start, end = bounds
        first = max(start, min(low - longest // 2, end - longest))
        return self._shelf.units[first : min(end, first + longest)]

    def _clause(self, sentence: Ids, title: Ids, chance: np.random.Generator) -> Ids:
        length = int(chance.integers(*CLAUSE))
        first = int(chance.integers(max(1, len(sentence) - length + 1)))
        clause = _thinned(sentence[first : first + length], self._mix.dropped, chance)
        word = self._question_words[int(chance.integers(len(self._question_words)))]
        last = chance.random() < self._mix.question_last
        question = np.concatenate([clause, word] if last else [word, clause])
        return self._beside(question, title, chance)

    def _beside(self, question: Ids, title: Ids, chance: np.random.Generator) -> Ids:
        """Return the question with or without words of the title."""
        if chance.random() >= self._mix.beside_title:
            return question
        named = _thinned(title, self._mix.title_dropped, chance)
        first_named = chance.random() < 1 / 2
        return np.concatenate([named, question] if first_named else [question, named])

    def _typed(self, question: Ids, chance: np.random.Generator) -> Ids:
        """Return the question as typed: now and then without, or with half, its diacritics."""
        share = self._mix.without_marks
        drawn = chance.random()
        if drawn >= 2 * share or not len(question):
            return question
        plain = (
            np.ones(len(question), bool) if drawn < share else chance.random(len(question)) < 1 / 2
        )
        return np.concatenate(
            [
                self._folded[one] if bare else question[at : at + 1]
                for at, (one, bare) in enumerate(zip(question, plain, strict=True))
            ]
        )


def _thinned(ids: Ids, share: float, chance: np.random.Generator) -> Ids:
    return ids[chance.random(len(ids)) >= share]


def round_of_questions(
    passages: NDArray[np.int64], mix: Mix, block: int, chance: np.random.Generator
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the passages to ask for in one round and the kind of each question.

    Blocks of neighbours stay together: articles of one law, paragraphs of one page are each
    other's hardest wrong answers.
    """
    titled = passages[chance.random(len(passages)) < mix.titles]
    clauses = chance.random(len(passages)) < mix.clauses
    asked = np.concatenate([titled, passages])
    kinds = np.concatenate(
        [np.full(len(titled), Kind.TITLE), np.where(clauses, Kind.CLAUSE, Kind.SENTENCE)]
    )
    blocks = chance.permutation(len(asked) // block)
    order = (blocks[:, None] * block + np.arange(block)).ravel()
    return asked[order], kinds[order]
