"""Which words could be Vietnamese: the shape of a syllable, whatever its diacritics.

Used to choose between encodings, to tell a broken text layer from a good one, and to know whether
a hyphen at a line's end breaks a foreign word.
"""

from __future__ import annotations

import re
import unicodedata

from ingest.folding import fold

JUDGED_FROM = 60  # letters; fewer cannot be judged by their shares
SAMPLE = 20_000  # characters are enough to judge a text by

_ONSET = r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?"
_NUCLEUS = (
    r"(?:uyeu|uye|uya|uyu|uay|uoi|uou|uau|ieu|yeu|oai|oao|oay|oeo"
    r"|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|[aeiouy])"
)
_CODA = r"(?:ch|ng|nh|[cmnpt])?"
_SYLLABLE = re.compile(_ONSET + _NUCLEUS + _CODA)
_WORD = re.compile(r"[^\W\d_]+")
_MARK = re.compile("[\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]|đ", re.IGNORECASE)


def is_syllable(word: str) -> bool:
    """Tell whether a word has the shape of a Vietnamese syllable: "nghiêng", not "internet"."""
    return bool(_SYLLABLE.fullmatch(fold(word)))


def words(text: str) -> list[str]:
    """Return the runs of letters in the text's beginning."""
    return _WORD.findall(unicodedata.normalize("NFC", text[:SAMPLE]))


def syllable_share(text: str) -> float:
    """Return which share of the words could be Vietnamese syllables, by letters; 0 without words.

    Real documents reach 0.9 and more; a text layer of bad OCR stays below 0.8.
    """
    found = words(text)
    letters = sum(map(len, found))
    possible = sum(len(word) for word in found if is_syllable(word))
    return possible / letters if letters else 0.0


def broken_share(text: str) -> float:
    """Return which share of the words, by letters, could be no Vietnamese syllables.

    0 where there are too few letters to judge by. Real documents stay below 0.07.
    """
    found = words(text)
    if sum(map(len, found)) < JUDGED_FROM:
        return 0.0
    return round(1 - syllable_share(text), 3)


def mark_share(text: str) -> float:
    """Return how many Vietnamese marks (tones, hats, horns, đ) stand in each letter, on average."""
    sample = unicodedata.normalize("NFD", text[:SAMPLE])
    letters = sum(map(str.isalpha, sample))
    return len(_MARK.findall(sample)) / letters if letters else 0.0
