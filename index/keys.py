"""What keys were meant to make: Telex on a keyboard that was off, letters swapped or doubled."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from ingest.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

TELEX_LETTERS = (("aa", "â"), ("aw", "ă"), ("dd", "đ"), ("ee", "ê"), ("oo", "ô"), ("ow", "ơ"),
                 ("uw", "ư"), ("w", "ư"))  # fmt: skip
TELEX_TONES = {"f": "\u0300", "s": "\u0301", "x": "\u0303", "r": "\u0309", "j": "\u0323"}
LATE_KEY = re.compile(r"([aeod])([^aeod\W]+)\1$")  # the second e of "nhieme", the d of "duongd"
LATE_HOOK = re.compile(r"(uo|[aou])([^aeiouy\W]*)$")  # what the w of "duocw" belongs to


def untelex(token: str) -> str | None:
    """Return what the keys of a token make under Telex: "quyeets" → "quyết"; None: nothing."""
    tone = ""
    for at in range(len(token) - 1, 0, -1):  # the tone key may stand anywhere behind a vowel
        if token[at] in TELEX_TONES and (at == len(token) - 1 or token[at] in "sfj"):
            tone, token = TELEX_TONES[token[at]], token[:at] + token[at + 1 :]
            break
    token = LATE_KEY.sub(r"\1\1\2", token)  # "nhieme" → "nhieem"
    if token.endswith("w"):
        token = LATE_HOOK.sub(r"\1w\2", token[:-1])  # "duocw" → "duwowc", "trangw" → "trawng"
    token = token.replace("uwow", "ươ").replace("uow", "ươ")
    for keys, letter in TELEX_LETTERS:
        token = token.replace(keys, letter)
    return _toned(token, tone)


def _toned(bare: str, tone: str) -> str | None:
    """Return the syllable with its tone on the vowel that bears it."""
    vowels = [at for at, c in enumerate(fold(bare)) if c in "aeiouy"]
    if bare.startswith(("qu", "gi")) and len(vowels) > 1:
        vowels = vowels[1:]
    if not vowels:
        return None
    if not tone:
        return bare
    strong = [at for at in vowels if bare[at] in "âăêôơư"]
    open_end = vowels[-1] == len(bare) - 1
    at = strong[-1] if strong else vowels[-2 if open_end and len(vowels) > 1 else -1]
    if not strong and len(vowels) == 3:  # noqa: PLR2004 - oai, uya, oay: the middle one
        at = vowels[1]
    return unicodedata.normalize("NFC", bare[: at + 1] + tone + bare[at + 1 :])


def slips(token: str) -> Iterator[str]:
    """Yield what a token may have been before one slip: two letters swapped, one twice."""
    for at in range(len(token) - 1):
        yield token[:at] + token[at + 1] + token[at] + token[at + 2 :]
    for at in range(len(token)):
        yield token[:at] + token[at + 1 :]
