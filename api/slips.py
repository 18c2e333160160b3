"""A question's slips of the keys put right: "thuc hein" for "thuc hien", "caphe" for "ca phe".

Only what is no syllable of the language, nor a word of the library, is taken for a slip.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from index.abbreviations import MEANINGS
from index.analyse import TOKEN, plain
from index.restore import Restorer, syllable_model
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

SHORTEST: Final = 4  # letters; shorter forms are mostly abbreviations
# a syllable begins so; "lvuc" and "qdinh" are half written, which papers spell out
JOINED_LETTERS: Final = 5  # and more, for two syllables run together
# likelihood, as a logarithm, from which two syllables belong together: "ca phe" 2.0, "thu tuc" 4.2
TOGETHER: Final = 1.5
ONSET: Final = re.compile(r"(?:ngh?|nh|th|tr|ch|ph|kh|gh|gi|qu|[bcdghklmnprstvx])?[aeiouy]")


def without_slips(text: str, known: Callable[[str], bool]) -> str:
    """Return ``text`` with each slip put right; ``known`` tells of a folded word that it is one."""
    whole = _apart(unicodedata.normalize("NFC", text), known)
    text = whole
    small = plain(whole)
    places = [m for m in TOKEN.finditer(small) if _doubtful(whole[m.start() : m.end()], known)]
    if not places or len(small) != len(whole):
        return text
    tokens = Restorer(lambda token: known(fold(token))).restore(whole).tokens
    meant = dict(zip((m.start() for m in TOKEN.finditer(small)), tokens, strict=True))
    bare = whole == fold(whole)
    for place in reversed(places):
        word = meant[place.start()]
        mended = fold(word) if bare else word
        whole = f"{whole[: place.start()]}{mended}{whole[place.end() :]}"
    return whole


def _apart(text: str, known: Callable[[str], bool]) -> str:
    """Return ``text`` with each two syllables that were run together written apart."""
    small = plain(text)
    if len(small) != len(text):
        return text
    for place in reversed(list(TOKEN.finditer(small))):
        word = text[place.start() : place.end()]
        at = _seam(word, known) if _doubtful(word, known) else 0
        if at:
            text = f"{text[: place.start()]}{word[:at]} {word[at:]}{text[place.end() :]}"
    return text


def _seam(word: str, known: Callable[[str], bool]) -> int:
    """Return where two syllables of the library that belong together meet in a word, or 0."""
    if len(word) < JOINED_LETTERS:
        return 0
    model = syllable_model()

    def bound(at: int) -> float:
        halves = word[:at], word[at:]
        whole = all(fold(half) in model.by_fold and known(fold(half)) for half in halves)
        return model.bound(*halves) if whole else 0.0

    best = max(range(1, len(word)), key=bound)
    return best if bound(best) > TOGETHER else 0


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
