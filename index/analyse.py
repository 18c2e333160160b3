"""A text becomes terms: syllables, syllable bigrams, document numbers; typed and folded.

The same steps run over passages and questions, so what a person types meets what is printed:
Unicode NFC, lower case, one placement of the tone mark (hoà = hòa, uỷ = ủy), one letter for an
open final i (sĩ = sỹ), digits apart from letters (NQ57 = NQ 57), no leading zero (05 = 5).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.folding import fold as fold_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TOKEN = re.compile(r"[^\W\d_]+|\d+")  # "NQ57-TW" → nq, 57, tw
BIGRAM_JOINT = "_"
LONGEST_WORD = 4  # syllables
LONGEST_PADDED = 2  # "05" is 5, but "000" is the end of a thousand

# "57-NQ/TW", "15/2020/NĐ-CP", "57 NQ/TW", "180-KH/TU"
SYMBOL = re.compile(
    r"(?<![\w/])(\d{1,5})(?:/\d{4})?\s?[-–/ ]\s?([a-zđ]{1,6})((?:[/-][a-zđ]{1,10})+)"
)
SIGN_OF = {
    "nghị quyết": "nq",
    "kế hoạch": "kh",
    "chỉ thị": "ct",
    "kết luận": "kl",
    "quyết định": "qđ",
    "quy định": "qđ",
    "hướng dẫn": "hd",
    "nghị định": "nđ",
    "thông tư": "tt",
    "báo cáo": "bc",
    "công văn": "cv",
    "thông báo": "tb",
    "chương trình": "ctr",
}  # the sign a document type carries in its number
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")  # huyền, sắc, ngã, hỏi, nặng
_OPEN_PAIR = re.compile(r"^(?!q)([^aeiouy]*)(o[ae]|uy)$")  # hoà, hoè, thuỷ; not quý
_OPEN_Y = re.compile(r"^(?:[bcdđghklmnprstvx]|th|tr|kh|ch|nh|ph)y$")  # sỹ, lý, kỹ; not quý, thuý


def _split_tone(syllable: str) -> tuple[str, str]:
    """Return the syllable without its tone mark, and the mark (empty for the level tone)."""
    decomposed = unicodedata.normalize("NFD", syllable)
    tones = [mark for mark in decomposed if mark in _TONES]
    if len(tones) != 1:
        return syllable, ""
    return unicodedata.normalize("NFC", decomposed.replace(tones[0], "")), tones[0]


def normalise_syllable(token: str) -> str:
    """Return the one form under which every spelling of this lower-case NFC token is indexed."""
    if token.isdigit():
        return (token.lstrip("0") or "0") if len(token) <= LONGEST_PADDED else token
    bare, tone = _split_tone(token)
    if _OPEN_Y.match(bare):
        bare = bare[:-1] + "i"
        return unicodedata.normalize("NFC", bare + tone)
    if tone and _OPEN_PAIR.match(bare):
        return unicodedata.normalize("NFC", bare[:-1] + tone + bare[-1])
    return unicodedata.normalize("NFC", token)


class _Memo(dict[str, str]):
    """A mapping that computes a missing form once; there are few distinct syllables."""

    LIMIT = 200_000

    def __init__(self, form: str) -> None:
        super().__init__()
        self._fold = form == "folded"

    def __missing__(self, token: str) -> str:
        if len(self) >= self.LIMIT:
            self.clear()
        made = fold_text(token) if self._fold else normalise_syllable(token)
        self[token] = made
        return made


_NORMAL = _Memo("typed")
_FOLDED = _Memo("folded")


_NAMES = {fold_text(name): fold_text(sign) for name, sign in SIGN_OF.items()}
_NAMES |= {sign: sign for sign in _NAMES.values()}
# "nq57", "NQ số 57", "nghị quyết số 57", "nghi quyet 57"; looked for in folded text
NAMED = re.compile(rf"(?<!\w)({'|'.join(_NAMES)})\s*(?:so\s*)?:?\s*(\d{{1,5}})(?![\d.,]*\s?%)")


def plain(text: str) -> str:
    """Return the text in NFC and lower case, the form in which tokens are looked for."""
    return unicodedata.normalize("NFC", text).lower()


def syllables(text: str) -> list[str]:
    """Return the normalised tokens of a text, in order."""
    return normalised(TOKEN.findall(plain(text)))


def normalised(tokens: Iterable[str]) -> list[str]:
    """Return the one form under which each token is indexed."""
    return list(map(_NORMAL.__getitem__, tokens))


def fold(tokens: Iterable[str]) -> list[str]:
    """Return the tokens without diacritics."""
    return list(map(_FOLDED.__getitem__, tokens))


def bigrams(tokens: Sequence[str]) -> list[str]:
    """Return each two neighbours joined: ["đổi", "mới"] → ["đổi_mới"]."""
    return [first + BIGRAM_JOINT + second for first, second in pairwise(tokens)]


def word_term(word: str) -> str:
    """Return the term of a word whose syllables are joined: "Tỉnh_uỷ" → "tỉnh_ủy"."""
    return BIGRAM_JOINT.join(normalised(plain(word).split(BIGRAM_JOINT)))


def word_candidates(tokens: Sequence[str]) -> list[str]:
    """Return every run of two to four syllables joined like a word; no segmenter is needed."""
    runs = [
        BIGRAM_JOINT.join(tokens[start : start + length])
        for length in range(2, LONGEST_WORD + 1)
        for start in range(len(tokens) - length + 1)
    ]
    return list(dict.fromkeys(runs))


def number_keys(text: str) -> list[str]:
    """Return the joined keys of document numbers: "57-NQ/TW" → "57nqtw", "57nq".

    A short form ("NQ57", "Nghị quyết số 57") yields the short key only, which the long form
    yields too: that is where they meet.
    """
    keys: list[str] = []
    small = plain(text)
    for number, sign, rest in SYMBOL.findall(small):
        tail = "".join(TOKEN.findall(rest))
        keys += [
            f"{int(number)}{fold_text(sign)}",
            f"{int(number)}{fold_text(sign + tail)}",
        ]
    keys += [f"{int(number)}{_NAMES[name]}" for name, number in NAMED.findall(fold_text(small))]
    return list(dict.fromkeys(keys))


@dataclass(frozen=True, slots=True)
class Terms:
    """What is indexed of one text. ``keys`` stand in both fields."""

    syllables: tuple[str, ...]
    folded: tuple[str, ...]
    keys: tuple[str, ...]

    def typed_field(self) -> str:
        """Return the terms of the typed field, separated by blanks."""
        return " ".join([*self.syllables, *bigrams(self.syllables), *self.keys])

    def folded_field(self) -> str:
        """Return the terms of the folded field, separated by blanks."""
        return " ".join([*self.folded, *bigrams(self.folded), *self.keys])


def analyse(text: str) -> Terms:
    """Return everything that is indexed of a passage or asked for by a question."""
    tokens = syllables(text)
    keys = number_keys(text) if any(token.isdigit() for token in tokens) else []
    return Terms(tuple(tokens), tuple(fold(tokens)), tuple(keys))
