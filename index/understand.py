"""A question as typed becomes a question as meant: abbreviations, lost marks, slips of the keys."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.abbreviations import LONGEST, MEANINGS, SHORT_OF
from index.analyse import normalised, number_keys, syllables

if TYPE_CHECKING:
    from index.restore import Restored, Restorer

# An abbreviation stands alone: in "57-NQ/TW" nothing is spelled out.
SHORT = re.compile(r"(?<![\w/&-])[^\W\d_]+(?:[&-][^\W\d_]+)?(?![\w/&-])")


@dataclass(frozen=True, slots=True)
class Understood:
    """What a question asks for.

    ``text`` is for the dense leg; ``readings`` are its normalised syllables in order: with the
    abbreviations that the library uses and, where there are any, also with these spelled out.
    ``others`` is what else may stand for them: tokens before they were mended, abbreviations of
    spelled-out names; ``keys`` are the numbers of documents. ``bare`` tells that so many marks
    were missing that letters without marks are the safer witness; ``mended`` that slips were
    put right.
    """

    text: str
    readings: tuple[tuple[str, ...], ...]
    others: tuple[str, ...]
    keys: tuple[str, ...]
    bare: bool
    mended: bool


def understand(question: str, restorer: Restorer) -> Understood:
    """Return what a question, typed in whatever way, asks for."""
    typed = unicodedata.normalize("NFC", question)
    kept = SHORT.sub(lambda m: m[0] if _used(m[0], restorer) else _meaning(m[0]), typed)
    spelled = SHORT.sub(lambda m: _meaning(m[0]), typed)
    restored = [restorer.restore(text) for text in dict.fromkeys((kept, spelled))]
    readings = tuple(tuple(normalised(one.tokens)) for one in restored)
    standing = set().union(*readings)
    others = [token for token in syllables(typed) if token not in standing]
    last = restored[-1]
    return Understood(
        text=restored[0].text() if restored[0].changed else kept,
        readings=readings,
        others=tuple(dict.fromkeys([*others, *_short_forms(last)])),
        keys=tuple(number_keys(spelled)),
        bare=last.bare,
        mended=last.changed and not last.bare,
    )


def _meaning(word: str) -> str:
    return MEANINGS.get(word.lower(), word)


def _used(word: str, restorer: Restorer) -> bool:
    """Tell whether the library itself writes this abbreviation."""
    return word.lower() in MEANINGS and all(restorer.known(token) for token in syllables(word))


def _short_forms(restored: Restored) -> list[str]:
    """Return the abbreviations of the names that stand in the question in full."""
    words = restored.tokens
    found = []
    for start in range(len(words)):
        for end in range(start + 2, min(start + LONGEST, len(words)) + 1):
            short = SHORT_OF.get(words[start:end])
            if short is not None and short.isalpha():
                found.append(short)
    return found
