"""A question as other people would type it: without diacritics, with half of them, in a hurry.

Every rewriting is seeded by the question itself, so the same question is always rewritten the
same way, whatever stands before or after it.
"""

from __future__ import annotations

import random
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SYLLABLE = re.compile(r"[^\W\d_]+")
HALF = 0.5  # share of syllables that lose their diacritics
SLIP = 0.15  # share of syllables with a slip of the Telex keys

MARKS = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
LETTERS = {
    "ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw",
}  # fmt: skip

# What cadres and clerks write for the full words; longest first where they overlap.
SHORT = {
    "hội đồng nhân dân": "HĐND", "ủy ban nhân dân": "UBND", "uỷ ban nhân dân": "UBND",
    "tòa án nhân dân": "TAND", "toà án nhân dân": "TAND", "viện kiểm sát nhân dân": "VKSND",
    "mặt trận tổ quốc": "MTTQ", "bảo hiểm xã hội": "BHXH", "bảo hiểm y tế": "BHYT",
    "bảo hiểm thất nghiệp": "BHTN", "công nghệ thông tin": "CNTT", "đổi mới sáng tạo": "ĐMST",
    "chuyển đổi số": "CĐS", "khoa học và công nghệ": "KH&CN", "khoa học công nghệ": "KHCN",
    "ban chấp hành": "BCH", "ban thường vụ": "BTV", "bộ chính trị": "BCT", "trung ương": "TW",
    "nghị quyết": "NQ", "nghị định": "NĐ", "thông tư": "TT", "quyết định": "QĐ", "kế hoạch": "KH",
    "hướng dẫn": "HD", "chỉ thị": "CT", "kết luận": "KL", "công văn": "CV",
    "bộ luật hình sự": "BLHS",
    "bộ luật dân sự": "BLDS", "bộ luật lao động": "BLLĐ", "bộ luật tố tụng dân sự": "BLTTDS",
    "trách nhiệm hình sự": "TNHS", "quyền sử dụng đất": "QSDĐ", "vi phạm hành chính": "VPHC",
    "người lao động": "NLĐ", "người sử dụng lao động": "NSDLĐ", "hợp đồng lao động": "HĐLĐ",
    "an toàn giao thông": "ATGT", "phòng cháy chữa cháy": "PCCC", "giáo dục và đào tạo": "GD&ĐT",
    "doanh nghiệp": "DN", "cán bộ công chức": "CBCC", "quốc hội": "QH", "chính phủ": "CP",
    "sinh viên": "SV", "giảng viên": "GV", "đại học": "ĐH", "đại học quốc gia": "ĐHQG",
    "khóa luận tốt nghiệp": "KLTN", "thành phố": "TP", "việt nam": "VN",
    "được": "đc", "không": "ko", "như thế nào": "ntn", "bao nhiêu": "bn", "với": "vs",
    "người": "ng",
}  # fmt: skip
_SHORT = re.compile(
    r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, SHORT), key=len, reverse=True)) + r")(?!\w)",
    re.IGNORECASE,
)


def _bare(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    return kept.replace("đ", "d").replace("Đ", "D")


def without_diacritics(question: str, _chance: random.Random) -> str:
    """Return the question with no diacritics at all."""
    return _bare(question)


def half_diacritics(question: str, chance: random.Random) -> str:
    """Return the question with about half of its syllables bare."""
    return SYLLABLE.sub(lambda m: _bare(m[0]) if chance.random() < HALF else m[0], question)


def abbreviated(question: str, _chance: random.Random) -> str:
    """Return the question with every usual abbreviation used."""
    return _SHORT.sub(lambda m: SHORT[m[0].lower()], question)


def telex_keys(syllable: str) -> str:
    """Return the keys that Telex makes a syllable of: "quyết" → "quyeets"."""
    letters, tone = "", ""
    for letter in unicodedata.normalize("NFC", syllable):
        base = unicodedata.normalize("NFD", letter)
        marks = [mark for mark in base if mark in MARKS]
        tone = MARKS[marks[0]] if marks else tone
        plain = unicodedata.normalize("NFC", "".join(c for c in base if c not in MARKS))
        keys = LETTERS.get(plain.lower(), plain)
        letters += keys.upper() if plain.isupper() and len(keys) > 1 else keys
    return letters + tone


def _slip(syllable: str, chance: random.Random) -> str:
    """Return the syllable as a slip of the fingers leaves it."""
    keys = telex_keys(syllable)
    kind = chance.randrange(4)
    if kind == 0:  # the keyboard was off: "quyết" → "quyeets"
        return keys
    if kind == 1:  # a mark forgotten: "quyết" → "quyêt" or "quyet"
        toneless = "".join(c for c in unicodedata.normalize("NFD", syllable) if c not in MARKS)
        return unicodedata.normalize("NFC", toneless)
    at = chance.randrange(len(syllable))
    if kind == 2 and len(syllable) > 1:  # two keys in the wrong order: "quyết" → "qyuết"  # noqa: PLR2004
        at = min(at, len(syllable) - 2)
        return syllable[:at] + syllable[at + 1] + syllable[at] + syllable[at + 2 :]
    return syllable[:at] + syllable[at] + syllable[at:]  # a key twice: "quyết" → "quyếtt"


def telex_slips(question: str, chance: random.Random) -> str:
    """Return the question with slips of the Telex keys in some syllables."""
    return SYLLABLE.sub(lambda m: _slip(m[0], chance) if chance.random() < SLIP else m[0], question)


def as_is(question: str, _chance: random.Random) -> str:
    """Return the question unchanged."""
    return question


TYPINGS: dict[str, Callable[[str, random.Random], str]] = {
    "as-is": as_is,
    "no-diacritics": without_diacritics,
    "half-diacritics": half_diacritics,
    "telex-typos": telex_slips,
    "abbreviated": abbreviated,
}


def retype(question: str, typing: str, seed: int = 1) -> str:
    """Return the question typed in one of the ways of ``TYPINGS``."""
    text = unicodedata.normalize("NFC", question)
    return TYPINGS[typing](text, random.Random(f"{seed} {typing} {text}"))  # noqa: S311
