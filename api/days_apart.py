"""Several days in one sentence: "báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 10/12".

Each is told apart by the words before it that the others lack. A question that says some of them
asks for that day; the others are no answer to it, though they stand in the same sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from api.evidence import words_of
from api.question import WORD
from ingest.dates import find_periods
from ingest.text import fold

if TYPE_CHECKING:
    from api.question import Question

NEAR: Final = 4  # words before a day that say of what it is, where days share a clause
FAR: Final = 0.2  # what a word is worth however far before its day, in a clause of its own
CLAUSE: Final = re.compile(";")
CUT: Final = re.compile(r"[,;:()]|\b(?:và|hoặc)\b")  # begins what is said of the next day
AFTER: Final = re.compile(r"\s*\(?(?:đối với|với) (?P<said>[^(),;]+)")  # "trước 10/6 (đối với …)"
DATED: Final = re.compile(r"\d/\d|\bngay \d|\bquy\b|\bthang \d")


def days_asked(question: Question, text: str) -> frozenset[str]:
    """Return the time phrases of ``text`` that may answer: all, or those the question singles out.

    Only days and months are weighed against each other; "trong 5 ngày" is none of these.
    """
    labelled = _labelled(text)
    phrases = frozenset(phrase for phrase, _ in labelled)
    if len(labelled) < 2 or not all(words for _, words in labelled):  # noqa: PLR2004 -- one: no choice
        return phrases
    asked = words_of(question.text).folded
    shared = set.intersection(*(set(words) for _, words in labelled))
    said = [sum(w for word, w in ws.items() if word in asked - shared) for _, ws in labelled]
    return frozenset(p for (p, _), n in zip(labelled, said, strict=True) if n == max(said))


@lru_cache(maxsize=512)
def _labelled(text: str) -> tuple[tuple[str, dict[str, float]], ...]:
    """Return each day of ``text`` with the folded words that say of what it is, and their worth.

    The nearer a word stands before its day the more it is worth: who owes all of them stands
    before the first alone. A cycle says itself what falls due: "định kỳ hằng quý (trước …)".
    """
    found = []
    last = 0
    cut = CLAUSE if ";" in text else CUT
    for span, period in find_periods(text):
        if not DATED.search(fold(period.phrase)):
            continue
        after = AFTER.match(text, span.end)
        before = cut.split(text[last : span.start].rstrip(" (,"))[-1]
        cycle = period.recurring or ""
        opens = bool(cycle) and period.phrase.startswith(cycle)
        words = WORD.findall(fold(after["said"] if after else "" if opens else before))
        near = words if cut is CLAUSE else words[-NEAR:]
        found.append((period.phrase, _worth(near) | dict.fromkeys(fold(cycle).split(), 1.0)))
        last = after.end() if after else span.end
    return tuple(found)


def _worth(words: list[str]) -> dict[str, float]:
    """Return what each of the words before a day is worth, from the farthest on."""
    steps = range(len(words), 0, -1)
    return {word: max(1 / far, FAR) for far, word in zip(steps, words, strict=True)}
