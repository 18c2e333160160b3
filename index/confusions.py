"""What a syllable may have been before a slip of the keys or of the ear, and what that costs.

A tone on the wrong vowel ("ngòai"), hỏi for ngã ("nhửng"), a mark left out ("phấn dấu"), ch for tr
("chủ chì"), n for ng, a letter twice, left out, or before its neighbour ("hoạhc").
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from index.analyse import normalise_syllable
from index.keys import untelex
from ingest.folding import fold
from ingest.text import normalise_tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.restore import Syllables

TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")  # huyền, sắc, ngã, hỏi, nặng
HOI_NGA: Final = frozenset("\u0303\u0309")
# Costs are natural logarithms, to be weighed against the model's probabilities.
DISPLACED, TELEX, HOI_FOR_NGA, I_FOR_Y = 0.5, 1.0, 3.5, 3.0
TONE_LOST, MARK_LOST, SOUND, TONE_WRONG, MARKS_WRONG = 3.5, 4.0, 6.0, 6.5, 8.0
LETTER: Final = 6.0
INITIALS: Final = (
    ("ch", "tr"), ("tr", "ch"), ("s", "x"), ("x", "s"), ("d", "gi"), ("gi", "d"), ("d", "r"),
    ("r", "d"), ("gi", "r"), ("r", "gi"), ("l", "n"), ("n", "l"), ("đ", "d"),
)  # fmt: skip
FINALS: Final = (("ng", "n"), ("n", "ng"), ("c", "t"), ("t", "c"))
I_OR_Y: Final = "iíìỉĩịyýỳỷỹỵ"
I_AND_Y: Final = str.maketrans(I_OR_Y, "yýỳỷỹỵiíìỉĩị")
VOWELS: Final = frozenset("aeiouy")
LETTERS: Final = (
    "abcdeghiklmnopqrstuvxyăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữự"
)
SHORTEST: Final = 3
# a syllable begins so; "lvuc" and "qdinh" are half written, which papers spell out
ONSET: Final = re.compile(r"(?:ngh?|nh|th|tr|ch|ph|kh|gh|gi|qu|[bcdghklmnprstvx])?[aeiouy]")
SYLLABLE: Final = re.compile(rf"{ONSET.pattern}[aeiouy]{{0,2}}(?:ch|ng|nh|[cmnpt])?")
FEWEST: Final = 40  # times that a syllable occurs in the training texts, to be a reading


@lru_cache(maxsize=32768)
def tone_apart(syllable: str) -> tuple[str, str]:
    """Return a syllable without its tone, and the tone: "ngòai" gives "ngoai" and huyền."""
    parts = unicodedata.normalize("NFD", syllable)
    toneless = "".join(c for c in parts if c not in TONES)
    return unicodedata.normalize("NFC", toneless), "".join(c for c in parts if c in TONES)


def readings(token: str, model: Syllables) -> dict[str, float]:
    """Return the syllables that one slip makes ``token`` of, with what that slip costs.

    A tone on the wrong vowel leaves one reading, for it makes no other syllable.
    """
    same = normalise_syllable if token in model.number else normalise_tone
    found: dict[str, float] = {}
    for name, cost in _slips(token, model):
        number = model.number.get(name, -1)
        frequent = number >= 0 and model.counts[number] >= FEWEST
        if frequent and same(name) != same(token) and SYLLABLE.fullmatch(fold(name)):
            found[name] = min(cost, found.get(name, cost))
    placed = [name for name, cost in found.items() if cost == DISPLACED]
    return {name: found[name] for name in placed or found}


def _slips(token: str, model: Syllables) -> Iterator[tuple[str, float]]:
    """Yield what may have been meant, syllable or not."""
    for name in _alike(token, model):
        yield name, _remarked(token, name)
    for other in _sounding_alike(token):
        yield other, SOUND
        marked = ((name, _remarked(other, name)) for name in _alike(other, model))
        yield from ((name, SOUND + cost) for name, cost in marked if cost <= HOI_FOR_NGA)
    if token[-1] in I_OR_Y and fold(token[-2:-1]) not in VOWELS:  # "mái" is not "máy"
        yield token[:-1] + token[-1].translate(I_AND_Y), I_FOR_Y
    if token not in model.number:
        yield untelex(token) or token, TELEX
        yield from _struck_wrong(token)


def _alike(token: str, model: Syllables) -> list[str]:
    """Return the syllables that have the letters of ``token``."""
    return [model.names[number] for number in model.by_fold.get(fold(token), ())]


def _remarked(typed: str, meant: str) -> float:
    """Return what it costs to type ``meant`` with the marks of ``typed``."""
    (bare, tone), (other, right) = tone_apart(typed), tone_apart(meant)
    if bare == other:
        if tone == right:
            return DISPLACED
        if {tone, right} == HOI_NGA:
            return HOI_FOR_NGA
        return TONE_WRONG if tone else TONE_LOST
    lost = all(a in (b, fold(b)) for a, b in zip(bare, other, strict=True))
    if lost and tone == right:
        return MARK_LOST
    return MARK_LOST + 1 if lost and not tone else MARKS_WRONG


def _struck_wrong(token: str) -> Iterator[tuple[str, float]]:
    """Yield what one letter struck twice, too early, in excess or not at all was meant to be."""
    for at in range(len(token) - 1):
        yield token[:at] + token[at + 1] + token[at] + token[at + 2 :], LETTER
        if fold(token[at]) == fold(token[at + 1]):
            yield token[:at] + token[at + 1 :], LETTER
            yield token[: at + 1] + token[at + 2 :], LETTER
    if len(token) < SHORTEST or ONSET.match(fold(token)) is None:
        return  # a short form: "ktra", "qtrình"
    for at in range(len(token) + 1):
        yield token[:at] + token[at + 1 :], LETTER + 2
        for letter in LETTERS:
            yield token[:at] + letter + token[at:], LETTER


def _sounding_alike(token: str) -> Iterator[str]:
    """Yield the syllables that many write for one another, by region."""
    for typed, meant in INITIALS:
        rest = token[len(typed) :]
        if token.startswith(typed) and rest and fold(rest[0]) in VOWELS:
            yield meant + rest
    if token.startswith("g") and fold(token[1:2]) == "i" and len(token) > 1:
        yield "d" + token[1:]  # "gì" for "dì"
    for typed, meant in FINALS:
        if token.endswith(typed) and fold(token[: -len(typed)])[-1:] in VOWELS:
            yield token[: -len(typed)] + meant
