"""A short form that no table knows is read by the documents: "KTV" as "kiểm toán viên".

The letters must be the initials of words that stand together in these documents; the last word
may be whole ("ktra", "Bninh"). Of several such phrases the one that is said oftenest, of words
that belong together, is meant.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from api.question import WORD, is_accented, understand
from index.abbreviations import MEANINGS
from index.restore import syllable_model
from ingest.bodies import find_bodies
from ingest.text import fold, normalise_tone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from api.question import Question

SHORTEST, LONGEST = 2, 9  # letters
JOINED: Final = re.compile(r"\s*[-–&]?\s*")  # between words of one phrase: "chính trị - xã hội"
ROMAN: Final = re.compile(r"(?=.)(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE)  # not "VL"
STOP: Final = "|"
UNSAID: Final = frozenset(["và", "của", "các"])  # words that short forms mostly leave out
VOWEL: Final = re.compile(r"[aeiouy]")
ENDING: Final = re.compile(
    r"(?P<initials>[bcdghklmnpqrstvx]{1,3})(?P<last>[^\W\d_]*[aeiouy][^\W\d_]*)"
)
OFTEN_ENOUGH: Final = 40  # a folded syllable seen this often in the training texts is a word
BESIDE_WORTH: Final = 20  # "đời sống KT" is "kinh tế" where "đời sống kinh tế" is said
BELONG: Final = 2.0  # mean log-likelihood by which the words of a phrase stand together
MANY: Final = 4  # words of a phrase
OFTEN_SAID: Final = 3
NAME_WORTH: Final = 4  # "SCT" is "Sở Công Thương" before "sức cạnh tranh"
# words a place follows: "UBND tỉnh VL", "ở HP"
BEFORE_PLACE: Final = frozenset(["tinh", "tp", "pho", "o", "tai", "cua", "ubnd", "hdnd", "uy"])


def with_initials(
    question: Question, texts: Callable[[], Sequence[str]], places: Iterable[str] = ()
) -> Question:
    """Return ``question`` with each unknown short form written as what ``texts`` say for it.

    ``texts`` is called only where such a form was typed. Where a place may stand it is the one
    of ``places`` with these initials.
    """
    shorts = tuple(_unknown_shorts(question))
    if not shorts:
        return question
    held = texts()
    text = question.text
    for short in reversed(shorts):
        beside = _beside(text, short)
        place = _place_meant(question, short, places)
        if phrase := place or _meant(short.group(), beside, held):
            said = phrase if is_accented(text) else fold(phrase)
            text = f"{text[: short.start()]}{said}{text[short.end() :]}"
    return understand(text) if text != question.text else question


def _unknown_shorts(question: Question) -> Iterator[re.Match[str]]:
    """Yield the words that are no syllable, or are in capitals, and have no known meaning."""
    named = [mention.span for mention in question.mentions]
    for found in WORD.finditer(question.text):
        word = found.group()
        letters = "".join(filter(str.isalpha, word))
        inside = any(span.start <= found.start() < span.end for span in named)
        if inside or not SHORTEST <= len(letters) <= LONGEST or any(map(str.isdigit, word)):
            continue
        if ROMAN.fullmatch(letters):
            continue
        unknown = fold(word) not in _known() and fold(letters) not in _known()
        if unknown and (letters.isupper() or not _is_syllable(letters)):
            yield found


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(map(fold, MEANINGS))


def _is_syllable(letters: str) -> bool:
    """Tell whether letters are a syllable of Vietnamese, which has a vowel: "kt" is none."""
    model = syllable_model()
    alike = model.by_fold.get(fold(letters), [])
    spoken = VOWEL.search(fold(letters)) and len(alike)
    return bool(spoken and float(model.counts[alike].sum()) >= OFTEN_ENOUGH)


def _is_written(short: str, text: str) -> bool:
    """Tell whether ``text`` has a form: in capitals, but in no sign of a paper, or as a unit."""
    form = re.escape(short.upper())
    if re.search(rf"(?<![\w/-]){form}(?![\w/-])", text):
        return True
    return re.search(rf"\d ?{form}(?!\w)", text, re.IGNORECASE) is not None


def _beside(text: str, short: re.Match[str]) -> tuple[str, str]:
    """Return the folded words before and after a short form, empty where there is none."""
    before = WORD.findall(fold(text[: short.start()]))
    after = WORD.findall(fold(text[short.end() :]))
    return (before or [""])[-1], (after or [""])[0]


def _meant(short: str, beside: tuple[str, str], texts: Sequence[str]) -> str | None:
    """Return the phrase of ``texts`` that ``short`` stands for, or None.

    One that stands there between the same words counts for many. A form that they write short
    themselves is none of theirs to spell out: "GDP".
    """
    if any(_is_written(short, text) for text in texts):
        return None
    said: Counter[str] = Counter()
    names: Counter[str] = Counter()
    ended: set[str] = set()
    for text in texts:
        for letters, last in _readings(short):
            for phrase, around, is_name in _phrases(letters, last, text):
                if short[0] in "đĐ" and phrase[0] != "đ":
                    continue
                same = sum(one == other != "" for one, other in zip(beside, around, strict=True))
                names[phrase] += is_name and short.isupper()
                ended.update([phrase] if last else [])
                said[phrase] += 1 + BESIDE_WORTH * same + NAME_WORTH * (is_name and short.isupper())
    sure = {p for p in said if names[p] > 1 or (p in ended and said[p] >= OFTEN_SAID)}
    scored = {p: count * _together(p, count, sure=p in sure) for p, count in said.items()}
    best = max(scored, key=lambda phrase: (scored[phrase], phrase), default="")
    return best if scored.get(best, 0) > 0 else None


def _place_meant(question: Question, short: re.Match[str], places: Iterable[str]) -> str:
    """Return the one place whose initials a form in capitals is, behind a body or "tỉnh", or ""."""
    before, _ = _beside(question.text, short)
    named = (span for span, _ in find_bodies(question.text))
    inside = any(span.start < short.start() < span.end for span in named)
    if not short.group().isupper() or not (inside or before in BEFORE_PLACE):
        return ""
    alike = {p for p in places if "".join(word[0] for word in p.split()) == short.group()}
    return alike.pop() if len(alike) == 1 else ""


def _readings(short: str) -> Iterator[tuple[str, str]]:
    """Yield the initials that a form may be, each with its last word where that is whole."""
    letters = "".join(filter(str.isalpha, short)).casefold()
    yield fold(letters), ""
    ending = ENDING.fullmatch(fold(letters))
    for at in range(1, len(ending["initials"]) + 1) if ending else ():
        last = normalise_tone(letters[at:])
        if _is_syllable(last):
            yield fold(f"{letters[:at]}{letters[at]}"), last


def _together(phrase: str, count: int, *, sure: bool) -> float:
    """Return how far the words of a phrase belong together, 0 where they are chance neighbours.

    So many words with just these initials do not meet twice by chance, nor three of a name, or
    with the last of them whole ("ktso").
    """
    bound = syllable_model().bound
    words = WORD.findall(phrase)
    pairs = [bound(one, two) for one, two in pairwise(words) if not UNSAID.intersection((one, two))]
    mean = sum(pairs) / max(len(pairs), 1)
    if (len(words) >= MANY and count > 1) or (len(words) >= MANY - 1 and sure):
        return max(mean, BELONG)
    return mean if mean >= BELONG else 0.0


def _phrases(letters: str, last: str, text: str) -> Iterator[tuple[str, tuple[str, str], bool]]:
    """Yield each phrase with these initials, the folded words around it, and if it is a name.

    ``last``, if any, is its last word, with or without its marks.
    """
    initials, starts, ends, lowered = _initials(text)
    at = initials.find(letters)
    while at >= 0:
        final = at + len(letters) - 1
        word = lowered[starts[final] : ends[final]]
        if last in {"", word, fold(word)}:
            around = [
                fold(lowered[starts[i] : ends[i]]) if 0 <= i < len(starts) else ""
                for i in (at - 1, final + 1)
            ]
            said = lowered[starts[at] : ends[final]]
            is_name = _is_name(text[starts[at] : ends[final]], said)
            yield " ".join(said.split()), (around[0], around[1]), is_name
        at = initials.find(letters, at + 1)


def _is_name(written: str, said: str) -> bool:
    """Tell whether words are written as a name: "Sở Công Thương"; in a title all are capitals."""
    words = [word for word in WORD.findall(written) if word.casefold() not in UNSAID]
    same = len(written) == len(said)  # else lower-casing moved the places
    return same and not written.isupper() and all(word[0].isupper() for word in words)


@lru_cache(maxsize=64)
def _initials(text: str) -> tuple[str, tuple[int, ...], tuple[int, ...], str]:
    """Return the folded first letters of the words of ``text``, and where each word stands.

    A stop between two words is a letter of its own, that no short form has.
    """
    lowered = normalise_tone(text.casefold())
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last = 0
    for found in re.finditer(r"[^\W\d_]+", lowered):
        if found.group() in UNSAID:
            last = found.end()
            continue
        if not JOINED.fullmatch(lowered, last, found.start()):
            letters.append(STOP)
            starts.append(found.start())
            ends.append(found.start())
        letters.append(fold(found.group()[0]))
        starts.append(found.start())
        ends.append(found.end())
        last = found.end()
    return "".join(letters), tuple(starts), tuple(ends), lowered
