"""Short forms that a paper defines itself: "hộ kinh doanh (HKD)" lets it write "HKD" afterwards."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ingest.model import Document

DEFINED: Final = re.compile(
    r"\((?:sau đây |gọi (?:tắt |chung )?là |viết tắt là |gọi )*(?P<short>[A-ZĐ][A-ZĐ&]{1,9})\)"
)
BEFORE: Final = 160  # code points in which the full form stands
WORD: Final = re.compile(r"[^\W\d_]+")
MOST_BETWEEN: Final = 4  # words of the full form that lend no letter: "và", "của"


def spelt(document: Document, words: str) -> str:
    """Return ``words`` and after them the full forms of the paper's own short forms among them."""
    forms = _forms(document.text)
    said = (full for short, full in forms.items() if short in words and _stands(short, words))
    return " ".join((words, *said)) if forms else words


def _stands(short: str, words: str) -> bool:
    """Tell whether a short form is a word of its own: "CN" is none of "CNTT"."""
    return re.search(rf"(?<![\w&]){re.escape(short)}(?![\w&])", words) is not None


@lru_cache(maxsize=1024)
def _forms(text: str) -> Mapping[str, str]:
    found = (
        (m["short"], _meant(text[max(m.start() - BEFORE, 0) : m.start()], m["short"]))
        for m in DEFINED.finditer(text)
    )
    return {short: full for short, full in found if full}


def _meant(before: str, short: str) -> str:
    """Return the last words of ``before`` that the letters of ``short`` begin, in their order."""
    words = WORD.findall(before)
    letters = fold(short.replace("&", ""))
    for count in range(len(letters), min(len(words), len(letters) + MOST_BETWEEN) + 1):
        own = words[-count:]
        initials = iter(fold(word[0]) for word in own)
        if fold(own[0][0]) == letters[0] and all(letter in initials for letter in letters):
            return " ".join(own).lower()
    return ""
