"""The thing that stands before another in a question, told by what the two have in common.

They open alike ("cấp III và cấp IV"), end alike ("trưởng thôn và phó trưởng thôn"), are both
bodies, measures or short forms, or all that stands before the words that join them.
"""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final

from api.conjunct_words import BETWEEN, DEPUTY, LABEL, LINKS, MEASURES, SEVERAL
from api.evidence import COMPOUND
from api.question import WORD
from api.question_words import FOLDED_STOP_WORDS, STOP_WORDS
from index.restore import syllable_model
from ingest.bodies import find_bodies
from ingest.model import Span
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    Words = Sequence[re.Match[str]]

FEWEST_ALIKE: Final = 2  # words by which two things end alike
AND: Final = re.compile(r"\s+(?:và|va)\s", re.IGNORECASE)
FIGURE: Final = re.compile(
    r"\b(?:bao (?:nhieu|lau|gio)|may|khi nao|(?:ngay|thang|nam|quy) (?:nao|may))\b"
)
MOST_OF_CLAUSE: Final = 6  # words of a thing that nothing but its place tells
MOST_APART: Final = 14  # words of a thing
SHORT: Final = re.compile(r"[A-ZĐ]{2,}\d*")  # "THCS và THPT"


def beside(text: str, end: int, second: Span, *, compared: bool) -> Span | None:
    """Return the thing up to ``end`` that stands beside the second."""
    told = alike(text, end, second, compared=compared)
    return told or _body(text, end, second) or _clause(text, end, second)


def alike(text: str, end: int, second: Span, *, compared: bool) -> Span | None:
    """Return the thing up to ``end`` which opens or ends as the second, or is of its sort."""
    words = list(WORD.finditer(text, 0, end))[-MOST_APART:]
    own = list(WORD.finditer(text, second.start, second.end))
    if not words or not own:
        return None
    ways = (_labelled, _deputy, _opening, _ending, _measured, *((_shortened,) if compared else ()))
    at = next((start for way in ways if (start := way(words, own)) is not None), None)
    between = BETWEEN.within(text).search(text, 0, end) if compared else None
    if between and between.end() >= (at or 0) and between.end() < end:
        return Span(between.end(), end)
    if at is None:
        return None
    several = SEVERAL.within(text).search(text, 0, at)
    return Span(several.start() if several else at, end)


def _labelled(words: Words, own: Words) -> int | None:
    """Return where "tuyến 1" begins before "và 2", or the "2" of "tuyến 1, 2 và 3"."""
    bare = len(own) == 1 and LABEL.fullmatch(fold(own[0].group()))
    told = len(words) > 1 and LABEL.fullmatch(fold(words[-1].group()))
    if not bare or not told:
        return None
    if words[-1].start() - words[-2].end() > 1:  # one of a list
        return words[-1].start()
    whole = len(words) > len(own) + 1 and _bound(words[-3].group(), words[-2].group())
    return words[-3 if whole else -2].start()  # "khu vực 1"


def _opening(words: Words, own: Words) -> int | None:
    """Return where the words before open as the second thing does, with others behind."""
    head, *more = [found.group() for found in own[:2]]
    one = [at for at, found in enumerate(words[:-1]) if same(found.group(), head)]
    both = [at for at in one if more and same(words[at + 1].group(), more[0])]
    if both:
        return words[both[-1]].start() if both[-1] + 2 < len(words) else None
    if not one or not _may_open(words, one[-1], head, more):
        return None
    return words[one[-1]].start()


def _may_open(words: Words, at: int, head: str, more: Sequence[str]) -> bool:
    """Tell whether one word says that two things are alike: "nhà" of "nhà nước" says nothing."""
    if head.lower() in LINKS:
        return True
    if head.lower() in STOP_WORDS or fold(head) in FOLDED_STOP_WORDS:
        return False
    before = words[at - 1].group() if at else ""
    tied = [_bound(head, word) for word in (*more, words[at + 1].group())]
    adjacent = at + FEWEST_ALIKE == len(words)  # "phần cứng và phần mềm"
    return (adjacent or not all(tied)) and not (_bound(before, head) and not tied[-1])


def _ending(words: Words, own: Words) -> int | None:
    """Return where the words before begin that end as the second thing does.

    "Phó trưởng ban" stands beside "trưởng ban", which is one word shorter.
    """
    pairs = zip(reversed(words), reversed(own), strict=False)
    shared = sum(1 for _ in takewhile(lambda two: same(*(f.group() for f in two)), pairs))
    deputy = fold(own[0].group()) == DEPUTY
    shorter = len(own) - deputy
    if shared < FEWEST_ALIKE - deputy or shared == len(own):
        return None
    return words[-min(shorter, len(words))].start()


def _deputy(words: Words, own: Words) -> int | None:
    """Return where "giám đốc" begins before "phó giám đốc trung tâm"."""
    if fold(own[0].group()) != DEPUTY:
        return None
    office = [found.group() for found in own[1:]]
    for length in range(min(len(office), len(words)), FEWEST_ALIKE - 1, -1):
        if all(map(same, office[:length], (found.group() for found in words[-length:]))):
            return words[-length].start()
    return None


def _measured(words: Words, own: Words) -> int | None:
    """Return where a measure begins that stands beside another: "tỉ trọng … và quy mô …"."""
    measures = {tuple(map(fold, each)) for each in MEASURES}
    named = [fold(found.group()) for found in (*words, *own[:2])]
    heads = [at for at, two in enumerate(pairwise(named)) if two in measures]
    last = len(words)
    before = [at for at in heads if at < last - FEWEST_ALIKE]
    return words[before[-1]].start() if last in heads and before else None


def _shortened(words: Words, own: Words) -> int | None:
    """Return where a short form begins that stands beside another: "THCS so với THPT"."""
    both = all(SHORT.fullmatch(found.group()) for found in (words[-1], own[0]))
    return words[-1].start() if both and len(words) > 1 else None


def _body(text: str, end: int, second: Span) -> Span | None:
    """Return the body named up to ``end``, where the second thing opens with one too."""
    named = [span for span, _ in find_bodies(text, typed=True)]
    if not any(span.start == second.start for span in named):
        return None
    return next((span for span in named if span.end == end), None)


def _clause(text: str, end: int, second: Span) -> Span | None:
    """Return the few words from the beginning of the question, or from a colon, up to ``end``.

    Nothing but their place tells that they are a thing, so that a figure or time must be asked.
    """
    start = text.rfind(":", 0, end) + 1
    words = text[start:end]
    span = Span(start + len(words) - len(words.lstrip()), end)
    few = 0 < len(WORD.findall(words)) <= MOST_OF_CLAUSE and "," not in words
    joined = AND.match(text, end) is not None
    return span if few and joined and FIGURE.search(fold(text), second.end) else None


def same(one: str, two: str) -> bool:
    """Tell whether two words are the same, one of them perhaps without its marks."""
    bare = fold(one.lower()) == fold(two.lower()) and not (one != fold(one) and two != fold(two))
    return one.lower() == two.lower() or bare


def _bound(one: str, two: str) -> bool:
    return syllable_model().bound(one.lower(), two.lower()) > COMPOUND
