"""How far a stretch of text carries the words of a question.

Support is the share of the question's content words found in the evidence, where a word weighs
what its rarity in official Vietnamese says: "nạo vét" tells more than "thực hiện". Words near
the sentence count more than words of its heading or of the document's title; a word typed with
diacritics must stand there with the same ones ("sở" is not "số"), a word typed without matches
any. A pair of neighbouring words counts as a word of its own, so that "kinh tế" is not proved
by "kinh phí" and "quốc tế".
"""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from api.question import WORD
from index.abbreviations import OFFICIAL
from index.confusions import I_AND_Y, I_OR_Y
from index.restore import syllable_model
from ingest.text import fold, normalise_tone
from ingest.types import ABBREVIATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from api.question import Term

WEAK_WEIGHT = 0.25  # words that ask for a kind of thing ("thời hạn") need not stand in the text
COMMONEST, SCALE = 3.5, 4.0  # −log of the share of "và" and "của" in running text; and the unit
LIGHTEST, HEAVIEST = 0.25, 2.0
HALF_WORTH = 0.25  # a word that stands there only as half of a compound
COMPOUND = 3.5  # likelihood, as a logarithm, from which two syllables are one word
MEANT_WORTH = 0.8  # a word of papers that says what was typed in everyday words
ONE_WORD = 3.0  # how much likelier two syllables stand together than apart, as a logarithm
PAIR_SHARE = 0.6  # a pair weighs this share of its two words' mean

RANGE = re.compile(r"\d+-\d+")  # "48-72 giờ" says 48 and 72
# both are printed: "nghệ sĩ", "nghệ sỹ"; a "qu" or another vowel before it makes another sound
LAST_I = re.compile(rf"([bcdđghklmnprstvx]+)([{I_OR_Y}])")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a stretch of text: as written, without diacritics, and as pairs of both."""

    toned: frozenset[str]
    folded: frozenset[str]
    pairs: frozenset[tuple[str, str]]


# folded abbreviation → what it stands for, as toned words: "ubnd" → (("ủy", "ban", …),)
EXPANSIONS: dict[str, tuple[tuple[str, ...], ...]] = {
    fold(short): ((*normalise_tone(full).split(),),) for short, full in OFFICIAL.items()
} | {
    fold(short): tuple(tuple(WORD.findall(normalise_tone(e.casefold()))) for e in expansions)
    for short, expansions in ABBREVIATIONS.items()
}


@lru_cache(maxsize=32768)
def words_of(text: str) -> Words:
    """Return the words of ``text``, abbreviations also in full, to compare a question with."""
    toned = WORD.findall(normalise_tone(text.casefold()))
    folded = [fold(word) for word in toned]
    pairs = set(itertools.pairwise(folded))
    ends = [end for word in folded if RANGE.fullmatch(word) for end in word.split("-")]
    toned += ends
    folded += ends
    for short in set(folded) & EXPANSIONS.keys():
        for words in EXPANSIONS[short]:
            plain = [fold(word) for word in words]
            toned += words
            folded += plain
            pairs.update(itertools.pairwise(plain))
    return Words(frozenset(toned), frozenset(folded), frozenset(pairs))


@dataclass(frozen=True, slots=True)
class Layer:
    """Words at one distance from the sentence, and what finding a term there is worth."""

    words: Words
    worth: float


@dataclass(frozen=True, slots=True)
class Support:
    """``share`` in 0..1 of the question's weight is carried; ``missing`` terms stand nowhere."""

    share: float
    missing: tuple[Term, ...]


def holds(words: Words, term: Term) -> bool:
    """Tell whether ``term``, or what it abbreviates, stands among ``words``."""
    if term.typed in words.toned if term.accented else term.folded in words.folded:
        return True
    other = _other_i(term.typed if term.accented else term.folded)
    if other and other in (words.toned if term.accented else words.folded):
        return True
    full = EXPANSIONS.get(term.folded)
    return full is not None and any(words.toned.issuperset(words_) for words_ in full)


@lru_cache(maxsize=8192)
def _other_i(word: str) -> str:
    """Return a syllable with its last "i" or "y" written the other way: "sỹ" as "sĩ", or ""."""
    found = LAST_I.fullmatch(word)
    return found[1] + found[2].translate(I_AND_Y) if found else ""


def _means(words: Words, term: Term) -> bool:
    """Tell whether what papers write for an everyday ``term`` stands among ``words``."""
    return any(
        words.toned.issuperset(written)
        and all(pair in words.pairs for pair in itertools.pairwise(map(fold, written)))
        for written in term.means
    )


@lru_cache(maxsize=8192)
def weight(term: Term) -> float:
    """Return what a word counts: its rarity, a quarter of it where it only asks for a kind.

    Rarity is −log of the syllable's share of running text (counted over the training texts),
    on a scale where an ordinary content word is near 1; a sign or name no text had is rarest.
    """
    model = syllable_model()
    if term.accented:
        alike = [model.number[term.typed]] if term.typed in model.number else []
    else:
        alike = model.by_fold.get(term.folded, [])
    count = float(model.counts[alike].sum()) if alike else 1.0
    rarity = (math.log(float(model.counts.sum()) / count) - COMMONEST) / SCALE
    return min(max(rarity, LIGHTEST), HEAVIEST) * (WEAK_WEIGHT if term.weak else 1.0)


def support(terms: Sequence[Term], layers: Sequence[Layer]) -> Support:
    """Return how far ``layers``, nearest first, carry ``terms``; with no terms the share is 0."""
    plan = plan_of(tuple(terms))
    carried = 0.0
    missing = []
    for term, weighs in plan.words:
        worth = _worth(term, layers, lone=term in plan.lone)
        carried += weighs * worth
        if not worth and not term.weak:
            missing.append(term)
    for pair, weighs in plan.pairs:
        carried += weighs * _pair_worth(pair, layers)
    return Support(carried / plan.total if plan.total else 0.0, tuple(missing))


@dataclass(frozen=True, slots=True)
class Plan:
    """What each word of a question weighs, each pair of neighbours, and all of them.

    ``lone`` are everyday words that are no half of a compound in the question.
    """

    words: tuple[tuple[Term, float], ...]
    pairs: tuple[tuple[tuple[Term, Term], float], ...]
    total: float
    lone: frozenset[Term]


@lru_cache(maxsize=512)  # a question is held against hundreds of sentences
def plan_of(terms: tuple[Term, ...]) -> Plan:
    """Return what carrying each of these words, and each pair of neighbours, is worth."""
    words = tuple((term, weight(term)) for term in terms)
    pairs = []
    for (first, one), (second, two) in itertools.pairwise(words):
        mixed = first.weak is not second.weak
        weighs = PAIR_SHARE * (min(one, two) if mixed else (one + two) / 2)
        pairs.append(((first, second), weighs))
    total = sum(weighs for _, weighs in words) + sum(weighs for _, weighs in pairs)
    return Plan(words, tuple(pairs), total, frozenset(_lone(terms)))


def _lone(terms: tuple[Term, ...]) -> Iterator[Term]:
    """Yield the everyday words that are bound to no neighbour: "học" of "học xong quý mấy"."""
    for before, term, after in zip((None, *terms), terms, (*terms[1:], None), strict=False):
        beside = (before and _bound(before.folded, term.folded)) or (
            after and _bound(term.folded, after.folded)
        )
        if term.means and not beside:
            yield term


@lru_cache(maxsize=65536)
def _bound(before: str, after: str) -> bool:
    return syllable_model().bound(before, after) > COMPOUND


@lru_cache(maxsize=65536)  # a question holds few lone words against hundreds of sentences
def _only_halves(folded: str, pairs: frozenset[tuple[str, str]]) -> bool:
    """Tell whether a word stands only as half of a compound: "học" in "khoa học"."""
    lefts = [before for before, after in pairs if after == folded]
    rights = [after for before, after in pairs if before == folded]
    if not lefts and not rights:
        return False
    tied = bool(lefts) and all(_bound(before, folded) for before in lefts)
    return tied or (bool(rights) and all(_bound(folded, after) for after in rights))


def _worth(term: Term, layers: Iterable[Layer], *, lone: bool) -> float:
    for layer in layers:
        stands = holds(layer.words, term)
        half = stands and lone and _only_halves(term.folded, layer.words.pairs)
        if stands and not half:
            return layer.worth
        if _means(layer.words, term):
            return layer.worth * MEANT_WORTH
        if half:
            return layer.worth * HALF_WORTH
    return 0.0


def _pair_worth(pair: tuple[Term, Term], layers: Iterable[Layer]) -> float:
    """Return the worth of two neighbours; said in other words, one layer is enough."""
    first, second = pair
    everyday = first.means or second.means
    for layer in layers:
        if (first.folded, second.folded) in layer.words.pairs:
            return layer.worth
        typed = all(holds(layer.words, term) for term in pair)
        if everyday and not typed and all(says(layer.words, term) for term in pair):
            return layer.worth * MEANT_WORTH
    return 0.0


def says(words: Words, term: Term) -> bool:
    """Tell whether ``term``, or what papers write for it, stands among ``words``."""
    return holds(words, term) or _means(words, term)
