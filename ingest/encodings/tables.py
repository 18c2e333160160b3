"""What the bytes of the old Vietnamese encodings stand for.

TCVN3 is the third set of TCVN 5712:1993 as the "ABC" fonts carry it: no capitals with marks,
fonts of their own draw them. VISCII is RFC 1456, VPS the set of the Vietnamese Professionals
Society. VNI (for Windows) writes a vowel and, after it, one byte for its marks.

The text given here has passed a reader that took its bytes for Western ones: each character stands
for the byte that Windows-1252 or ISO 8859-1 gives it, or is a symbol font's copy of that byte.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Encoding: TypeAlias = Literal["TCVN3", "VNI", "VISCII", "VPS"]

TITLES: Final[Mapping[str, str]] = {
    "TCVN3": "TCVN3 (ABC)",
    "VNI": "VNI",
    "VISCII": "VISCII",
    "VPS": "VPS",
}

SYMBOL_COPY = 0xF000  # where Word puts the bytes of a font that calls itself a symbol font

# a row is a letter without tone, then with grave, hook, tilde, acute and dot below
_ROWS = (
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
    "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ", "đ",
)  # fmt: skip
_ALPHABET = "".join((*_ROWS, *(row.upper() for row in _ROWS)))

# the byte of each letter of the alphabet above; "--" where the letter is plain ASCII or missing
_TCVN3 = """
-- b5 b6 b7 b8 b9  a8 bb bc bd be c6  a9 c7 c8 c9 ca cb  -- cc ce cf d0 d1
aa d2 d3 d4 d5 d6  -- d7 d8 dc dd de  -- df e1 e2 e3 e4  ab e5 e6 e7 e8 e9
ac ea eb ec ed ee  -- ef f1 f2 f3 f4  ad f5 f6 f7 f8 f9  -- fa fb fc fd fe  ae
-- -- -- -- -- --  a1 -- -- -- -- --  a2 -- -- -- -- --  -- -- -- -- -- --
a3 -- -- -- -- --  -- -- -- -- -- --  -- -- -- -- -- --  a4 -- -- -- -- --
a5 -- -- -- -- --  -- -- -- -- -- --  a6 -- -- -- -- --  -- -- -- -- -- --  a7
"""
_VISCII = """
-- e0 e4 e3 e1 d5  e5 a2 c6 c7 a1 a3  e2 a5 a6 e7 a4 a7  -- e8 eb a8 e9 a9
ea ab ac ad aa ae  -- ec ef ee ed b8  -- f2 f6 f5 f3 f7  f4 b0 b1 b2 af b5
bd b6 b7 de be fe  -- f9 fc fb fa f8  df d7 d8 e6 d1 f1  -- cf d6 db fd dc  f0
-- c0 c4 c3 c1 80  c5 82 02 05 81 83  c2 85 86 06 84 87  -- c8 cb 88 c9 89
ca 8b 8c 8d 8a 8e  -- cc 9b ce cd 98  -- d2 99 a0 d3 9a  d4 90 91 92 8f 93
b4 96 97 b3 95 94  -- d9 9c 9d da 9e  bf bb bc ff ba b9  -- 9f 14 19 dd 1e  d0
"""
_VPS = """
-- e0 e4 e3 e1 e5  e6 a2 a3 a4 a1 a5  e2 c0 c4 c5 c3 c6  -- e8 c8 eb e9 cb
ea 8a 8b cd 89 8c  -- ec cc ef ed ce  -- f2 d5 f5 f3 86  f4 d2 b0 87 d3 b6
d6 a9 aa ab a7 ae  -- f9 fb db fa f8  dc d8 ba bb d9 bf  -- ff 9b cf 9a 9c  c7
-- 80 81 82 c1 02  88 8e 8f f0 8d 04  c2 84 85 1c 83 03  -- d7 de fe c9 05
ca 93 94 95 90 06  -- b5 b7 b8 b4 10  -- bc bd be b9 11  d4 97 98 99 96 12
f7 9e 9f a6 9d 13  -- a8 d1 ac da 14  d0 af b1 1d ad 15  -- b2 fd b3 dd 19  f1
"""

# VNI: bytes that are letters of their own
_VNI_LETTERS = str.maketrans("ñôöíìæóòîÑÔÖÍÌÆÓÒÎ", "đơưíìỉĩịỵĐƠƯÍÌỈĨỊỴ")
# VNI: bytes after a vowel; a tone alone, a hat with or without a tone, a breve likewise
_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT, _HAT, _BREVE = (
    "\u0300", "\u0309", "\u0303", "\u0301", "\u0323", "\u0302", "\u0306",
)  # fmt: skip
_VNI_MARKS: Final[Mapping[str, str]] = {
    "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ù": _ACUTE, "ï": _DOT,
    "â": _HAT, "à": _HAT + _GRAVE, "å": _HAT + _HOOK, "ã": _HAT + _TILDE, "á": _HAT + _ACUTE,
    "ä": _HAT + _DOT,
    "ê": _BREVE, "è": _BREVE + _GRAVE, "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE,
    "é": _BREVE + _ACUTE, "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_PAIR = re.compile(
    f"([aA])([{''.join(_VNI_MARKS)}{''.join(_VNI_MARKS).upper()}])"
    "|([eEoO])([øûõùïâàåãáäØÛÕÙÏÂÀÅÃÁÄ])"
    "|([uUyYiIôÔöÖ])([øûõùïØÛÕÙÏ])"
)


def _shown_as(byte: int) -> set[int]:
    """Return the characters that a byte may have become on its way here."""
    western = bytes([byte]).decode("cp1252", errors="ignore")
    return {byte, SYMBOL_COPY + byte, *map(ord, western)}


def _single_bytes(codes: str) -> dict[int, str]:
    letters = zip(codes.split(), _ALPHABET, strict=True)
    return {
        shown: letter
        for code, letter in letters
        if code != "--"
        for shown in _shown_as(int(code, 16))
    }


_WESTERN = {
    shown: bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)
    for byte in range(0x20, 0x100)
    for shown in _shown_as(byte)
}
# bytes no set gives a meaning of its own keep the Western one: quotation marks, dashes, "§"
_TABLES: Final[Mapping[str, Mapping[int, str]]] = {
    name: _WESTERN | _single_bytes(codes)
    for name, codes in (("TCVN3", _TCVN3), ("VISCII", _VISCII), ("VPS", _VPS))
}


def _from_vni(text: str) -> str:
    def composed(pair: re.Match[str]) -> str:
        vowel, mark = (group for group in pair.groups() if group)
        letter = vowel.translate(_VNI_LETTERS)
        return unicodedata.normalize("NFC", letter + _VNI_MARKS[mark.lower()])

    western = text.translate(_WESTERN)
    pieces: list[str] = []
    end = 0
    for pair in _VNI_PAIR.finditer(western):
        pieces += (western[end : pair.start()].translate(_VNI_LETTERS), composed(pair))
        end = pair.end()
    return "".join((*pieces, western[end:].translate(_VNI_LETTERS)))


def _by_table(name: str) -> Callable[[str], str]:
    return lambda text: text.translate(_TABLES[name])


DECODERS: Final[Mapping[Encoding, Callable[[str], str]]] = {
    "TCVN3": _by_table("TCVN3"),
    "VNI": _from_vni,
    "VISCII": _by_table("VISCII"),
    "VPS": _by_table("VPS"),
}
