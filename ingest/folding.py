"""Letters without their marks, one for one, so that offsets carry over."""

from __future__ import annotations

import unicodedata


def _base(code: int) -> int:
    """Return the lower-case letter without marks that stands for this character."""
    letter = unicodedata.normalize("NFD", chr(code))[0].lower()[0]
    return ord({"đ": "d", "ð": "d", "ɖ": "d"}.get(letter, letter))


def _folding() -> dict[int, int]:
    """Return the table of ``fold``: one code point to one, over all scripts with case."""
    codes = [*range(0x0530), *range(0x1E00, 0x2000), *range(0xFF21, 0xFF3B)]
    return {code: base for code in codes if (base := _base(code)) != code}


_FOLDING = _folding()


def fold(text: str) -> str:
    """Return ``text`` in lower case without diacritics, as long as its NFC form: "Đảng" → "dang".

    Where ``text`` is NFC, an offset into the result is an offset into ``text``.
    """
    return unicodedata.normalize("NFC", text).translate(_FOLDING)
