"""A question's slips of the keys put right: "thuc hein" for "thuc hien", "caphe" for "ca phe".

A word typed without marks is taken for a slip only if it is no syllable of the language, nor a
word of the library; one typed with marks also if its neighbours make another far likelier.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

from api.everyday import sayings
from api.model import Partial
from index.abbreviations import HURRIED, MEANINGS
from index.analyse import SYMBOL, TOKEN, bigrams, normalised, plain
from index.confusions import ONSET, SYLLABLE
from index.keys import slips
from index.mend import AMONG_SLIPS, Mender
from index.restore import DOUBTFUL, MARKED, Restorer, syllable_model
from ingest.text import fold, normalise_tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from api.model import Outcome

SHORTEST: Final = 4  # letters; shorter forms are mostly abbreviations
SHORTEST_BARE: Final = 3  # letters of a word without marks among words that have theirs
# of speech, and rarely printed
SPOKEN: Final = frozenset({
    "tui", "tụi", "ổng", "bả", "hông", "hổng", "mần", "vầy", "nầy", "rứa", "chừ", "nghen",
    "hen", "hễ",
})  # fmt: skip
BESIDE: Final = ("/", "&")  # beside these stand short forms
NOT_STATED: Final = "Văn bản không nêu “"
JOINED_LETTERS: Final = 5  # and more, for two syllables run together
# likelihood, as a logarithm, from which two syllables belong together: "ca phe" 2.0, "thu tuc" 4.2
TOGETHER: Final = 1.5
FREQUENT: Final = 1000  # times in the training texts, for a syllable run together with any other


@dataclass(frozen=True, slots=True)
class Mended:
    """A text without its slips; ``slips`` are the words put right, as meant and as typed."""

    text: str
    slips: tuple[tuple[str, str], ...] = ()


def without_slips(
    text: str, known: Callable[[str], bool], holds: Callable[[str], bool] = lambda _: False
) -> Mended:
    """Return ``text`` with each slip put right.

    ``known`` tells of a folded word that it stands in the library, ``holds`` of a syllable or of
    two joined, with their marks.
    """
    whole = _apart(unicodedata.normalize("NFC", text), known)

    def stands(term: str) -> bool:
        return term in _said() or holds(term)

    first = _likelier(whole, Mender(stands))
    more = _likelier(first.text, Mender(stands, AMONG_SLIPS)) if first.slips else first
    last = _restored(more.text, known)
    found = (first, more, last) if first.slips else (last,)
    return Mended(last.text, tuple(slip for mended in found for slip in mended.slips))


@cache
def _said() -> frozenset[str]:
    """Return the syllables, alone and in pairs, of phrases that people say and papers do not."""
    phrases = [normalised(saying.spelt.split()) for saying in sayings()]
    return frozenset(term for phrase in phrases for term in (*phrase, *bigrams(phrase)))


def _likelier(text: str, mender: Mender) -> Mended:
    """Return ``text``, if typed with marks, with its unlikely words read as likely ones."""
    small = plain(text)
    if len(small) != len(text) or not MARKED.search(text):
        return Mended(text)
    places = list(TOKEN.finditer(small))
    tokens = [place[0] for place in places]
    model = syllable_model()
    lost = model.share_lost([token for token in tokens if token in model.number])
    symbols = [match.span() for match in SYMBOL.finditer(small)]
    doubted = np.array([
        _may_be_another(text, *place.span(), accented=lost <= DOUBTFUL)
        and not any(low <= place.start() < high for low, high in symbols)
        for place in places
    ], dtype=bool)  # fmt: skip
    return _with(text, {places[at].span(): meant for at, meant in mender.mend(tokens, doubted)})


def _may_be_another(text: str, start: int, end: int, *, accented: bool) -> bool:
    """Tell whether a word may be a slip: no number, name or short form, marked if others are."""
    typed = text[start:end]
    marked = MARKED.search(typed.lower().replace("đ", "d")) is not None
    return (
        typed[1:].islower()
        and (typed.islower() or not start or marked)
        and (marked or (accented and end - start >= SHORTEST_BARE))
        and fold(typed) not in MEANINGS
        and typed.lower() not in HURRIED
        and typed.lower() not in SPOKEN
        and text[start - 1 : start] not in BESIDE
        and text[end : end + 1] not in BESIDE
    )


def _restored(whole: str, known: Callable[[str], bool]) -> Mended:
    """Return ``whole`` with what is no syllable, nor known, read as what makes most sense."""
    small = plain(whole)
    places = [m for m in TOKEN.finditer(small) if _doubtful(whole[m.start() : m.end()], known)]
    if not places or len(small) != len(whole):
        return Mended(whole)
    tokens = Restorer(lambda token: known(fold(token))).restore(whole).tokens
    meant = dict(zip((m.start() for m in TOKEN.finditer(small)), tokens, strict=True))
    bare = whole == fold(whole)
    return _with(
        whole, {p.span(): fold(m) if bare else m for p in places for m in [meant[p.start()]]}
    )


def _with(text: str, meant: Mapping[tuple[int, int], str]) -> Mended:
    """Return ``text`` with each of these stretches written as it was meant."""
    put_right = []
    for (start, end), word in sorted(meant.items(), reverse=True):
        typed = text[start:end]
        if word != typed.lower():
            put_right.append((normalise_tone(word), typed))
            text = f"{text[:start]}{word.capitalize() if typed[0].isupper() else word}{text[end:]}"
    return Mended(text, tuple(reversed(put_right)))


def said_as_typed(outcome: Outcome, slips: Sequence[tuple[str, str]]) -> Outcome:
    """Return ``outcome`` with the words that no paper states as they were typed."""
    if not slips or not isinstance(outcome, Partial):
        return outcome
    lead, line, rest = outcome.answer.partition("\n")
    if not lead.startswith(NOT_STATED):
        return outcome
    typed = dict(slips)
    said = TOKEN.sub(lambda m: typed.get(normalise_tone(m[0].lower()), m[0]), lead)
    return replace(outcome, answer=f"{said}{line}{rest}")


def _apart(text: str, known: Callable[[str], bool]) -> str:
    """Return ``text`` with each two syllables that were run together written apart."""
    small = plain(text)
    if len(small) != len(text):
        return text
    for place in reversed(list(TOKEN.finditer(small))):
        word = text[place.start() : place.end()]
        at = _seam(word, known) if _doubtful(word, known) else _at_capital(word)
        if at:
            text = f"{text[: place.start()]}{word[:at]} {word[at:]}{text[place.end() :]}"
    return text


def _seam(word: str, known: Callable[[str], bool]) -> int:
    """Return where two syllables of the library that belong together meet in a word, or 0."""
    if len(word) < JOINED_LETTERS:
        return _between_syllables(word)
    model = syllable_model()

    def bound(at: int) -> float:
        halves = word[:at], word[at:]
        whole = all(fold(half) in model.by_fold and known(fold(half)) for half in halves)
        return model.bound(*halves) if whole else 0.0

    best = max(range(1, len(word)), key=bound)
    return best if bound(best) > TOGETHER else _between_syllables(word)


def _between_syllables(word: str) -> int:
    """Return where two frequent syllables meet in a word with marks that is none, or 0."""
    if (
        not MARKED.search(word)
        or SYLLABLE.fullmatch(fold(word))
        or any(map(_frequent, slips(word)))
    ):
        return 0
    places = [at for at in range(1, len(word)) if _frequent(word[:at]) and _frequent(word[at:])]
    return max(places, key=lambda at: syllable_model().bound(word[:at], word[at:]), default=0)


def _at_capital(word: str) -> int:
    """Return where a capital opens the second of two frequent syllables, "choBộ", or 0."""
    at = next((at for at in range(1, len(word)) if word[at].isupper()), 0)
    whole = at and MARKED.search(word) and word[1:at].islower() and word[at + 1 :].islower()
    return at if whole and _frequent(word[:at].lower()) and _frequent(word[at:].lower()) else 0


def _frequent(syllable: str) -> bool:
    model = syllable_model()
    number = model.number.get(syllable)
    whole = len(syllable) > 1 or MARKED.search(syllable) is not None
    return number is not None and whole and model.counts[number] >= FREQUENT


def _doubtful(typed: str, known: Callable[[str], bool]) -> bool:
    """Tell whether a word may be a slip: in small letters, begun as a syllable, known to nobody."""
    folded = fold(typed)
    return (
        len(typed) >= SHORTEST
        and typed.islower()
        and ONSET.match(folded) is not None
        and folded not in MEANINGS
        and folded not in syllable_model().by_fold
        and not known(folded)
    )
