"""Which words are spelled as Vietnamese is, marks included: how an encoding is told from another.

Stricter than ``ingest.syllables``: a wrong table yields letters with marks too, but hardly ever
a syllable whose vowels carry hats and tones that exist together ("Coọng", "hỉ•i").
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_ONSET = r"(?:ngh|ng|nh|ch|gh|kh|ph|th|tr|[bcdđghklmnprstvx])?"
_RHYME = (
    r"(?:a(?:ch|nh|ng|[cimnoptuy])?|ă(?:ng|[cmnpt])|â(?:ng|[cmnptuy])"
    r"|e(?:ng|[cmnopt])?|ê(?:ch|nh|ng|[cmnptu])?|i(?:ch|nh|[amnptu])?|iê(?:ng|[cmnptu])"
    r"|o(?:ong|oc|ng|[cimnpt])?|oa(?:ch|nh|ng|[cimnoptyu])?|oă(?:ng|[cmnpt])|oe(?:[mnot])?"
    r"|ô(?:ông|ôc|ng|[cimnpt])?|ơ(?:[imnpt])?"
    r"|u(?:ng|[acimnpt])?|uâ(?:ng|[nty])|uô(?:ng|[cimnt])|uê(?:ch|nh)?|uơ|uy(?:ch|nh|[anptu])?"
    r"|uyê[nt]|ư(?:ng|[acimntu])?|ươ(?:ng|[cimnptu])|y(?:ch|nh|[tu])?|yê(?:ng|[mntu]))"
)
_QU = r"qu(?:a(?:ch|nh|ng|[cimnoptuy])?|ă(?:ng|[cmnpt])|â(?:ng|[nty])|e(?:[mnot])?|ê(?:ch|nh|[nt])?"
_QU += r"|i(?:ch|nh|[t])?|ơ(?:i)?|ô[cn]?|y(?:ch|nh|[tn]|ên|êt)?)"
_GI = r"gi(?:a(?:nh|ng|[cimnoptuy])?|ă(?:ng|[cmnt])|â(?:ng|[cmnptuy])|e(?:ng|[mot])?"
_GI += r"|ê(?:ng|[tm])?|uô[cm]"
_GI += r"|o(?:ng|[cint])?|ô(?:ng|[cinpt])?|ơ(?:[in])?|u(?:[acimnpt])?|ư(?:ng|a)?|ươ(?:ng|[ct]))?"
_SYLLABLE = re.compile(f"(?:{_QU}|{_GI}|{_ONSET}{_RHYME})")
_STOPPED = re.compile(r"(?:[ptc]|ch)$")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_STOP_TONES = frozenset("\u0301\u0323")
_WORD = re.compile(r"[^\W\d_]+")
_ABBREVIATION = re.compile(r"[bcdfghjklmnpqrstvxzđ]+", re.IGNORECASE)  # "NĐ", "HĐND"
# what documents write beside their letters; another sign, or one of the second set that touches a
# letter ("®Êt", "x·"), is a letter read with the wrong table
_SIGNS = "“”‘’„«»–—…•●▪■□°±×÷²³½¼¾€£™→−≤≥\u00a0\u00ad\u200b\u2009\ufeff\uf020-\uf0ff"
_STRANGE = re.compile(rf"[^\w\x00-\x7f{_SIGNS}§©®·]|(?<=[^\W\d_])[§©®·]|[§©®·](?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a reading of a text speaks for it: marked words, and how many are well spelled."""

    words: int = 0
    spelled: int = 0

    @property
    def share(self) -> float:
        """Return which share of the marked words is well spelled; 0 without any."""
        return self.spelled / self.words if self.words else 0.0


@lru_cache(maxsize=50_000)
def is_spelled(word: str) -> bool:
    """Tell whether a word is a possible Vietnamese syllable with exactly these marks."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = _TONES.findall(parts)
    bare = unicodedata.normalize("NFC", _TONES.sub("", parts))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(bare):
        return False
    return not _STOPPED.search(bare) or (bool(tones) and tones[0] in _STOP_TONES)


def is_cased_as_written(word: str) -> bool:
    """Tell whether the capitals of a word stand where people put them: first, all or none."""
    return word.islower() or word.isupper() or word[1:].islower()


def evidence(text: str) -> Evidence:
    """Return how far the words and signs beyond ASCII are those of Vietnamese.

    A sign out of place counts as a misspelled word.
    """
    composed = unicodedata.normalize("NFC", text)
    marked = [
        word
        for word in _WORD.findall(composed)
        if not word.isascii() and not _ABBREVIATION.fullmatch(word)
    ]
    spelled = sum(is_spelled(word) and is_cased_as_written(word) for word in marked)
    return Evidence(len(marked) + len(_STRANGE.findall(composed)), spelled)
