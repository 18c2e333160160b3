"""Things that a question asks the same of: "trưởng thôn và phó trưởng thôn … bao nhiêu".

It names them beside each other and says once what it asks. It becomes a question of each where
they are told to be several (``api.named_alike``). What is joined otherwise is one thing ("khoa học
và công nghệ") and is left whole, as are years and papers, which have modules of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from api.conjunct_words import (
    APART,
    BETWEEN,
    COMPARES,
    COMPARING,
    DEPUTY,
    GOES_ON,
    HOW,
    JOINS,
    LABEL,
    LINKS,
    LISTED,
    MEASURED,
    NO_AND,
    PLURAL,
    SAID,
    STOPS,
)
from api.evidence import ONE_WORD
from api.named_alike import alike, beside, same
from api.preface import asks
from api.question import WORD, YEAR
from api.question_words import KINDS
from index.restore import syllable_model
from ingest.bodies import find_bodies
from ingest.model import Span
from ingest.references import find_written_numbers
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# those that a noun alone asks for: "chỉ tiêu", "thời hạn"
ASKING_KINDS: Final = tuple((k, p) for k, p in KINDS if k not in {"goal", "deadline"})
FEWEST_SHARED: Final = 2  # words behind the last thing that may be of all
LONGEST: Final = 4  # words of a phrase that asks where it begins
HAS: Final = re.compile(r"\s+có$")  # "Báo A có | hạn nào": as written, "động co" is a thing


@dataclass(frozen=True, slots=True)
class Conjuncts:
    """Things as they were typed, and the questions of each.

    All but the last have a second question with the words behind the last where these may be of
    all: "bản tin thường kỳ và bản tin chuyên đề sinh hoạt chi bộ". ``shared`` are these words.
    ``compared``: the question says that it compares them.
    """

    things: tuple[str, ...]
    asked: tuple[tuple[str, ...], ...]
    shared: str
    compared: bool


@lru_cache(maxsize=64)  # a question is drafted several times, of one paper and of others
def conjuncts_of(text: str) -> Conjuncts | None:
    """Return the things that ``text`` asks the same of, or None where it asks of one."""
    for join in JOINS.within(text).finditer(text):
        last = _last(text, join.end())
        compared = COMPARES.search(fold(f"{join.group()} | {text}")) is not None
        nothing = _joins_nothing(text, join)
        before = None if nothing else beside(text, join.start(), last, compared=compared)
        if before is not None and _are_things(text, (before.of(text), last.of(text))):
            compared = compared or _only_measures(text)
            return _apart(text, (*_listed(text, before), before, last), compared=compared)
    return None


def _only_measures(text: str) -> bool:
    """Tell whether measures are named with nothing asked: "phí cho cá nhân và cho tổ chức"."""
    folded = fold(text)
    asked = asks(folded) or any(kind.search(folded) for _, kind in ASKING_KINDS)
    return not asked and any(what.search(folded) for what, _ in MEASURED)


def _listed(text: str, first: Span) -> tuple[Span, ...]:
    """Return the things before the first that are listed with it: "cấp I, cấp II và cấp III"."""
    comma = LISTED.search(text, 0, first.start)
    before = alike(text, comma.start(), first, compared=False) if comma else None
    if before is None or not _are_things(text, (before.of(text), first.of(text))):
        return ()
    return (*_listed(text, before), before)


def _joins_nothing(text: str, join: re.Match[str]) -> bool:
    """Tell whether the words that join stand within a name, or with a verb: "phối hợp với"."""
    folded = fold(text)
    with_one = "voi" in fold(join.group()) and NO_AND.search(folded[: join.start()])
    inside = (s for s, _ in find_bodies(text, typed=True) if s.start < join.start() < s.end)
    named = any(span.end > join.end() for span in inside)
    return bool(with_one) or (named and not folded.startswith(f"{DEPUTY} ", join.end()))


def _are_things(text: str, things: tuple[str, str]) -> bool:
    """Tell whether two stretches of words are neither asked for, nor years, nor papers."""
    one, two = things
    asked = STOPS.search(one) or SAID.within(text).search(one) or _asks(text, two)
    papers = any(map(find_written_numbers, things))
    years = all(map(YEAR.search, things))
    return bool(two) and not asked and not papers and not years and fold(one) != fold(two)


def _asks(text: str, thing: str) -> bool:
    """Tell whether a thing asks; in a text with its marks, "Mây" is no "mấy"."""
    return asks(thing) if text == fold(text) else SAID.within(text).search(thing) is not None


def _apart(text: str, spans: Sequence[Span], *, compared: bool) -> Conjuncts:
    """Return the things at ``spans``, each with the words that are of all."""
    *others, last = (span.of(text) for span in spans)
    last, shared = _and_shared(others[-1], last)
    things = [*others, last]
    if LABEL.fullmatch(fold(last)):  # "tuyến 1 và 2"
        head = next(one for one in things if not LABEL.fullmatch(fold(one))).rsplit(" ", 1)[0]
        things = [f"{head} {one}" if LABEL.fullmatch(fold(one)) else one for one in things]
    before, after = text[: spans[0].start], text[spans[-1].end :]
    alone, with_shared = (
        [as_of_one(f"{before}{thing} {more} {after}", compared=compared) for thing in things]
        for more in ("", shared)
    )
    asked = [
        (one, more) if shared else (one,) for one, more in zip(alone, with_shared, strict=True)
    ]
    return Conjuncts(tuple(things), (*asked[:-1], (with_shared[-1],)), shared, compared)


def _and_shared(one: str, two: str) -> tuple[str, str]:
    """Return the last thing, as long as the one before, and the words behind it.

    Figures and names tell things apart, and two that end alike share no more.
    """
    first, words = WORD.findall(one), list(WORD.finditer(two))
    body = max((s.end for s, _ in find_bodies(two, typed=True) if not s.start), default=0)
    length = len(first) + (fold(words[0].group()) == DEPUTY)
    length = max(length, sum(found.end() <= body for found in words))
    while 0 < length < len(words) and _goes_on(*(w[0] for w in words[length - 1 : length + 1])):
        length += 1
    if length + FEWEST_SHARED > len(words) or same(first[-1], words[-1].group()):
        return two, ""
    behind = two[words[length - 1].end() :].strip()
    told = any(word[:1].isupper() or word[:1].isdigit() for word in WORD.findall(behind))
    return (two, "") if told else (two[: -len(behind)].rstrip(), behind)


def _goes_on(word: str, following: str) -> bool:
    """Tell whether a thing does not end behind ``word``: "của các", "cơ" of "cơ quan"."""
    tied = syllable_model().bound(word.lower(), following.lower()) > ONE_WORD
    return tied or word.lower() in LINKS or word.lower() in PLURAL


def as_of_one(text: str, *, compared: bool) -> str:
    """Return a question without the words that set two things against each other.

    Where a measure or a time is compared, or named with nothing asked, how much or when is what
    each is asked.
    """
    text = APART.within(text).sub(" bao nhiêu", text)
    for found in reversed(list(COMPARING.finditer(fold(text)))):
        text = f"{text[: found.start()]} {text[found.end() :]}"
    plain = " ".join(BETWEEN.within(text).sub(" ", text).split())
    asked = next((how for what, how in MEASURED if what.search(fold(plain))), "")
    if not compared or not asked or asks(HOW.within(text).sub("", plain)):
        return plain
    return f"{HOW.within(text).sub('', plain).rstrip(' ?.')} {asked}?"


def _last(text: str, start: int) -> Span:
    """Return the last thing: from ``start`` to the words that say or ask something of both."""
    ends = min(_ends(text, start), default=len(text))
    words = HAS.sub("", text[start:ends].rstrip(" ?.,;"))
    return Span(start, start + len(words))


def _ends(text: str, start: int) -> Iterator[int]:
    """Yield where the thing that begins at ``start`` may end.

    Its own first words may be what a question asks for: "và thời hạn nộp".
    """
    folded = fold(text)
    words = [found.span() for found in WORD.finditer(text, start)]
    least = words[0][1] if words else start
    head = words[1][0] if len(words) > 1 else least
    yield from (found.start() for found in SAID.within(text).finditer(text, least))
    stops = STOPS.finditer(text, least)
    yield from (s.start() for s in stops if s[0] != "," or not GOES_ON.match(folded, s.end()))
    for _, kind in KINDS:
        for found in kind.finditer(folded, least):
            short = found[0].count(" ") < LONGEST
            if short and (asks(found[0]) or found.start() > head):
                yield found.start()
