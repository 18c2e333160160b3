"""The words of a question found again in a passage, for the eye."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ingest.folding import fold
from ingest.text import normalise_tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.question import Question

TOKEN: Final = re.compile(r"[^\W\d_]+|\d+")  # "57-NQ/TW" → 57, NQ, TW
MOST: Final = 40  # marks in one passage; more would mark everything and help nobody


def highlights(question: Question, text: str) -> tuple[tuple[int, int], ...]:
    """Return where the question's words stand in ``text``: sorted, disjoint, by code point.

    A word typed with diacritics is found with the same ones (old or new tone placement); a word
    typed without is found with any. Neighbouring words make one mark.
    """
    exact, loose = _wanted(question)
    found = []
    for match in TOKEN.finditer(text):
        folded, toned = _forms(match.group())
        if folded in loose or toned in exact:
            found.append(match.span())
    return _joined(found, text)[:MOST]


@lru_cache(maxsize=20_000)
def _forms(token: str) -> tuple[str, str]:
    """Return a word without its marks, and with its tone mark in the usual place."""
    return fold(token), normalise_tone(token.casefold())


def _wanted(question: Question) -> tuple[frozenset[str], frozenset[str]]:
    exact: set[str] = set()
    loose: set[str] = set()
    for term in question.terms:
        if term.accented:
            exact.update(TOKEN.findall(term.typed))  # ``understand`` has placed the tones
        else:
            loose.update(TOKEN.findall(term.folded))
    return frozenset(exact), frozenset(loose)


def _joined(spans: Sequence[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans with neighbours that only blanks part made one."""
    if not spans:
        return ()
    starts, ends = [spans[0][0]], []
    for (_, end), (start, _) in pairwise(spans):
        if text[end:start].strip():
            ends.append(end)
            starts.append(start)
    ends.append(spans[-1][1])
    return tuple(zip(starts, ends, strict=True))
