"""How a place in a document is cited, and how an element of a path reads back.

"điểm a, khoản 2, Điều 5" is the official wording, small to large, of ("Điều 5", "2", "a").
"""

from __future__ import annotations

import re

from ingest.levels import LETTERED, LETTERS, Kind, letter, ordinal, roman

RESERVED = {
    "dau": "phần đầu văn bản",
    "mo-dau": "phần mở đầu",
    "ket": "phần kết",
    "noi-nhan": "nơi nhận",
}

_COPY = re.compile(r"(.+)\((\d+)\)$")  # "b(2)": the second point b of one list
_SIGNS = {
    "-": "gạch đầu dòng thứ {}",
    "+": "dấu cộng thứ {}",
    "*": "dấu hoa thị thứ {}",
    "•": "dấu chấm đầu dòng thứ {}",
}
# e.g. "Chương II", "Phụ lục", "Mẫu số 01"; not "Chương trình hành động"
_LOWERED = re.compile(
    r"(?:Phần|Chương|Mục|Tiểu mục|Phụ lục|Danh mục|Mẫu biểu|Mẫu|Biểu mẫu|Biểu)"
    r"(?: thứ .*| số .*| [IVXL]+| [\d.]+\w?| [A-ZĐ])?$"
)
_PLAIN_NUMBER = re.compile(r"\d+[a-zđ]?$")


def label_of(path: tuple[str, ...]) -> str:
    """Return the official wording of a path, small to large: "điểm a, khoản 2, mục III"."""
    words = [element_label(path[:depth]) for depth in range(len(path), 0, -1)]
    return ", ".join(words)


def element_label(path: tuple[str, ...]) -> str:
    """Return the wording of the last element of ``path``: "khoản 2"."""
    name = path[-1]
    if name in RESERVED:
        return RESERVED[name]
    copy = _COPY.match(name)
    if copy:
        return f"{element_label((*path[:-1], copy[1]))} (lần {copy[2]})"
    if name[0] in _SIGNS and name[1:].isdigit():
        return _SIGNS[name[0]].format(name[1:])
    if _LOWERED.match(name):
        return name[0].lower() + name[1:]
    if _PLAIN_NUMBER.match(name):
        return f"điểm {name}" if _inside_a_clause(path[:-1]) else f"khoản {name}"
    return _letter_label(name)


def _inside_a_clause(path: tuple[str, ...]) -> bool:
    """Tell whether a number below ``path`` is a point, because a clause or point stands above."""
    return any(name[0].isdigit() or name[0] in LETTERS + "-+*•(" for name in path)


def _letter_label(name: str) -> str:
    """Return the wording of a Roman numeral, a letter, a decimal number or a named paper."""
    if name.startswith(("Điều ", "BM")):
        return name
    if re.fullmatch(r"[IVXL]+(?:\.\d+)*", name):
        return f"mục {name}"
    if re.fullmatch(r"[A-ZĐ]", name):
        return f"phần {name}"
    if re.fullmatch(r"[a-zđ]\d?|\d+(?:\.\d+)+|\(\d+\)", name):
        return f"điểm {name}"
    return f"{name} kèm theo"


# How an element of a path reads back; forms and annexes are not expected to be complete.
_READINGS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"Phần (.+)"), Kind.PART),
    (re.compile(r"Chương ([IVXL]+|\d+)"), Kind.CHAPTER),
    (re.compile(r"Mục (.+)"), Kind.SECTION),
    (re.compile(r"Tiểu mục (.+)"), Kind.SUBSECTION),
    (re.compile(r"Điều (\d+)[a-zđ]?"), Kind.ARTICLE),
    (re.compile(r"([IVXL]+)"), Kind.ROMAN),
    (re.compile(r"([A-ZĐ])"), Kind.CAPITAL),
    (re.compile(r"(\d+)"), Kind.NUMBER),
    (re.compile(r"(?:\d+\.)+(\d+)"), Kind.DECIMAL),
    (re.compile(r"[IVXL]+(?:\.\d+)*\.(\d+)"), Kind.SUBROMAN),
    (re.compile(r"([a-zđ])"), Kind.LETTER),
    (re.compile(r"\((\d+)\)"), Kind.PARENTHESIS),
    (re.compile(r"(?:Phụ lục|Mẫu|Biểu|BM|[A-ZĐ]\w+).*()"), Kind.ANNEX),
)


def reading_of(name: str) -> tuple[Kind | None, int]:
    """Return the kind and number that an element of a path stands for; (None, 0) for items."""
    plain = _COPY.match(name)
    for pattern, kind in _READINGS:
        match = pattern.fullmatch(plain[1] if plain else name)
        if match:
            number = match[1]
            if kind is Kind.ROMAN:
                return kind, roman(number)
            return kind, (letter(number) if kind in LETTERED else ordinal(number or "0"))
    return None, 0
