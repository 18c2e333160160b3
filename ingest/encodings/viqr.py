"""VIQR (RFC 1456): Vietnamese in ASCII, the marks written after their vowels: "Vie^.t Nam"."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from ingest.encodings.spelling import is_spelled

if TYPE_CHECKING:
    from collections.abc import Mapping

FEWEST_WORDS = 5
MARKED_SHARE = 0.25  # of all words; in English hardly any would be Vietnamese syllables
SPELLED_SHARE = 0.8  # of the marked ones

_MARKS: Final[Mapping[str, str]] = {
    "^": "\u0302", "(": "\u0306", "+": "\u031b", "*": "\u031b",
    "'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323",
}  # fmt: skip
# a hat on a, e, o; a breve on a; a horn on o, u; then one tone; "\\." is a plain sign
_LETTER = re.compile(
    r"\\(?P<plain>[\^(+*'`?~.\\dD])|(?P<d>[dD][dD])"
    r"|(?P<letter>[aA][\^(]|[eE]\^|[oO][\^+*]|[uU][+*]|[aAeEiIoOuUyY])(?P<tone>['`?~.])?"
)
_PUNCTUATION = re.compile(r"[.?](?:\s*$|\.|\s+[A-Z0-9\"(-])")  # where a sentence may end
_WORD = re.compile(r"[^\W\d_]+")


def decode(text: str) -> str:
    """Return VIQR text in Unicode; a full stop at a sentence's end is one, where it can be."""
    return "\n".join(_line(line) for line in text.split("\n"))


def is_viqr(text: str) -> bool:
    """Tell whether the text is VIQR: many of its words become Vietnamese, and well spelled."""
    if not text.isascii():
        return False
    words = _WORD.findall(decode(text))
    marked = [word for word in words if not word.isascii()]
    spelled = sum(map(is_spelled, marked))
    return (
        len(marked) >= FEWEST_WORDS
        and len(marked) >= MARKED_SHARE * len(words)
        and spelled >= SPELLED_SHARE * len(marked)
    )


def _line(line: str) -> str:
    pieces: list[str] = []
    end = 0
    for found in _LETTER.finditer(line):
        pieces.append(line[end : found.start()])
        pieces.append(_letter(found, line))
        end = found.end()
    return "".join((*pieces, line[end:]))


def _letter(found: re.Match[str], line: str) -> str:
    if found["plain"]:
        return found["plain"]
    if found["d"]:
        return "đ" if found["d"][0] == "d" else "Đ"
    vowel, hat, tone = found["letter"][0], found["letter"][1:], found["tone"] or ""
    letter = unicodedata.normalize("NFC", vowel + _MARKS.get(hat, ""))
    if tone and _PUNCTUATION.match(line, found.end() - 1):
        return letter + tone
    return unicodedata.normalize("NFC", letter + _MARKS.get(tone, ""))
