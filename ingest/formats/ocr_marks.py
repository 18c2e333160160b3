"""Marks over the letters of a head that recognition mistook, put right by the document itself.

Recognition knows letters better than the marks above and below them: "SỞ Y TẺ", "điêu trị". What
stands once in the head stands again in the body, mostly read right. Where the same two words
occur there several times with other marks, these are taken; a word that the body does not
repeat is left as it was read. Letters are never changed, only their marks.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from ingest.folding import fold
from ingest.formats.ocr_head import HEAD_LINES
from ingest.text import normalise_tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    Pair = tuple[
        str, str, bool
    ]  # two words without marks, and whether the first is the one voted on
    Votes = Mapping[Pair, Counter[str]]

FEWEST = 2  # times that another reading must occur
AHEAD = 2  # times as often as the reading in the head occurs elsewhere
_WORD = re.compile(r"[^\W\d_]{2,}")
_COLUMN = re.compile(r"[^\t]+")


def with_repeated_marks(lines: Sequence[str], others: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the lines of a first page, the words of its head with the marks they mostly have.

    ``others`` are the lines of the pages that follow.
    """
    votes = _votes([*lines, *others])
    found, left = [], HEAD_LINES
    for line in lines:
        head = left > 0 and bool(line.strip())
        left -= head
        found.append(
            _COLUMN.sub(lambda column: _mended(column.group(), votes), line) if head else line
        )
    return tuple(found)


def _votes(lines: Iterable[str]) -> Votes:
    """Return how often each word has which marks, by the word before and by the word behind."""
    votes: defaultdict[Pair, Counter[str]] = defaultdict(Counter)
    for line in lines:
        for column in _COLUMN.findall(line):
            words = _WORD.findall(column)
            for at, word in enumerate(words):
                for pair in _pairs(words, at):
                    votes[pair][_plain(word)] += 1
    return votes


def _pairs(words: Sequence[str], at: int) -> Iterator[Pair]:
    if at:
        yield fold(words[at - 1]), fold(words[at]), False
    if at + 1 < len(words):
        yield fold(words[at]), fold(words[at + 1]), True


def _plain(word: str) -> str:
    return normalise_tone(word.lower())


def _mended(column: str, votes: Votes) -> str:
    spans = list(_WORD.finditer(column))
    words = [span.group() for span in spans]
    parts, end = [], 0
    for at, span in enumerate(spans):
        parts += [column[end : span.start()], _elected(words, at, votes)]
        end = span.end()
    return "".join([*parts, column[end:]])


def _elected(words: Sequence[str], at: int, votes: Votes) -> str:
    """Return the word with the marks that it has elsewhere, if these are clearly others."""
    word, own = words[at], _plain(words[at])
    count: Counter[str] = Counter()
    for pair in _pairs(words, at):
        count.update(votes[pair])
        count[own] -= 1  # its own vote
    ((best, times),) = count.most_common(1) or [(own, 0)]
    if best == own or times < FEWEST or times <= AHEAD * count[own]:
        return word
    return best.upper() if word.isupper() else best.title() if word.istitle() else best
