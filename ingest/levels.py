"""The levels of headings: their order, and how each is printed.

One table, ``LEVELS``, tried in order, says what the start of a line may be; the order of ``Kind``
says what may stand inside what. Nothing here looks at more than one line: whether a number
really continues a run is decided in ``ingest.structure``.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Kind(IntEnum):
    """The levels, large to small; a level may hold any that come after it."""

    ATTACHMENT = 1  # "QUY CHẾ (Ban hành kèm theo …)"
    ANNEX = 2  # "PHỤ LỤC I"
    FORM = 3  # "Mẫu số 01"
    PART = 4  # "Phần thứ nhất"
    CHAPTER = 5  # "Chương II"
    CAPITAL = 6  # "A- TÌNH HÌNH"
    ROMAN = 7  # "I- MỤC ĐÍCH"
    SUBROMAN = 8  # "II.1. Giải pháp"
    SECTION = 9  # "Mục 1"
    SUBSECTION = 10  # "Tiểu mục 2"
    ARTICLE = 11  # "Điều 5."
    NUMBER = 12  # "1." "1-" "1/"
    DECIMAL = 13  # "1.1."
    LETTER = 14  # "a)"
    SUBLETTER = 15  # "b1)"
    BRACKET = 16  # "1)"
    PARENTHESIS = 17  # "(1)"
    STAR = 18  # "* "
    DASH = 19  # "- "
    PLUS = 20  # "+ "
    BULLET = 21  # "• "
    ROW_CAPITAL = 22  # "A | …": rows of a table
    ROW_ROMAN = 23
    ROW_NUMBER = 24
    ROW_DECIMAL = 25
    ROW_LETTER = 26
    ROW_DASH = 27


NAMED = frozenset(
    {Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION, Kind.ARTICLE},
)
DIVISIONS = frozenset({Kind.ATTACHMENT, Kind.ANNEX, Kind.FORM})
ITEMS = frozenset({Kind.STAR, Kind.DASH, Kind.PLUS, Kind.BULLET, Kind.ROW_DASH})
HEADLINES = DIVISIONS | NAMED | {Kind.CAPITAL, Kind.ROMAN, Kind.SUBROMAN}

LETTERS = "abcdđefghijklmnopqrstuvwxyz"
# Vietnamese lists pass over f, j, w and z; lists in the Latin order pass over đ.
OPTIONAL_LETTERS = frozenset("đfjwz")
_ORDINALS = (
    "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười",
)  # fmt: skip
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def roman(text: str) -> int:
    """Return the value of a Roman numeral up to LXXXIX, 0 when it is not well formed."""
    if not re.fullmatch(r"L?(?:XL|X{0,3})(?:IX|IV|V?I{0,3})", text):
        return 0
    total, last = 0, 0
    for sign in reversed(text):
        value = _ROMAN_VALUES[sign]
        total += value if value >= last else -value
        last = max(last, value)
    return total


def as_roman(number: int) -> str:
    """Return a number below 90 as a Roman numeral."""
    tens, ones = divmod(number, 10)
    ten_signs = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")
    one_signs = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return ten_signs[min(tens, 8)] + one_signs[ones]


def letter(text: str) -> int:
    """Return the place of a letter among LETTERS, counted from 1; 0 for none."""
    return LETTERS.find(text.lower()) + 1


def missing_between(kind: Kind, last: int, value: int) -> tuple[str, ...] | None:
    """Return what a run leaves out on the way from ``last`` to ``value``; None when it goes back.

    An empty tuple means that ``value`` is the next one.
    """
    if value <= last:
        return None
    between = range(last + 1, value)
    if kind in LETTERED:
        skipped = (LETTERS[number - 1] for number in between)
        needed = tuple(sign for sign in skipped if sign not in OPTIONAL_LETTERS)
        small = kind in {Kind.LETTER, Kind.ROW_LETTER}
        return needed if small else tuple(map(str.upper, needed))
    write = as_roman if kind in {Kind.ROMAN, Kind.ROW_ROMAN} else str
    return tuple(write(number) for number in between)


LETTERED = frozenset({Kind.CAPITAL, Kind.LETTER, Kind.ROW_CAPITAL, Kind.ROW_LETTER})


def ordinal(text: str) -> int:
    """Return the value of "II", "2", "B" or "thứ hai"."""
    word = text.rsplit(maxsplit=1)[-1]
    if word.lower() in _ORDINALS:
        return _ORDINALS.index(word.lower()) + 1
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else roman(word) or letter(word)


class Level(NamedTuple):
    """One row of the table: what a line of this kind starts with.

    ``pattern`` has a group ``n`` (the number as printed); its match ends where the words begin.
    ``name`` is how the path writes the number.
    """

    kind: Kind
    pattern: re.Pattern[str]
    value: Callable[[str], int]
    name: str = "{}"


# e.g. "Điều 2.[2] Quyết định này", "c) [2] Điểm a", "2.* Rà soát"
_NOTE = r"(?:\s?\*{0,2}\[\d{1,3}\])?(?:\*{1,2}(?=\s))?"
_STRAY = r"\*{0,2}"  # the end of an emphasis that another format left: "5*. Thông tin"
# After "Chương II": a stop, the end of the line, or words in capitals.
_STOP = r"(?:\s*\*?\[\d{1,3}\])?\*?(?:\s*[.:\-–—]+\*?" + _NOTE + r"\s*|\s*$|\s+(?=[A-ZÀ-ỸĐ]{2}))"
_NUMBER = r"\s+(?P<n>(?:thứ|THỨ)\s+\w+|[IVXL]+|\d{1,3}(?:\.\d)?[a-zđ]?|[A-ZĐ])"
# The words of an item begin with a letter, a digit, a quotation mark or a bracket.
_WORDS = r"(?=[^\W_]|[“\"‘'(\[…«%≥≤□☐*.])"
_AFTER_DECIMAL = r"(?:\s?[.\-–—/):]" + _NOTE + r"\s*|\s+)"
_SEPARATOR = r"\s?[.\-–—/]+" + _NOTE + r"\s*"

LEVELS: tuple[Level, ...] = (
    # e.g. "Phần thứ nhất", "PHẦN II. NỘI DUNG"
    Level(Kind.PART, re.compile("(?:Phần|PHẦN)" + _NUMBER + _STOP), ordinal, "Phần {}"),
    # e.g. "Chương II", "CHƯƠNG I: QUY ĐỊNH CHUNG"
    Level(Kind.CHAPTER, re.compile("(?:Chương|CHƯƠNG)" + _NUMBER + _STOP), ordinal, "Chương {}"),
    # e.g. "Tiểu mục 1. Quản lý"
    Level(
        Kind.SUBSECTION,
        re.compile("(?:Tiểu mục|TIỂU MỤC)" + _NUMBER + _STOP),
        ordinal,
        "Tiểu mục {}",
    ),
    # e.g. "Mục 1. QUẢN LÝ", "MỤC 2"
    Level(Kind.SECTION, re.compile("(?:Mục|MỤC)" + _NUMBER + _STOP), ordinal, "Mục {}"),
    # e.g. "Điều 5. Quyền", "Điều 3: Trách nhiệm", "Điều 10a. Người", "Điều 4"
    Level(Kind.ARTICLE, re.compile("(?:Điều|ĐIỀU)" + _NUMBER + _STOP), ordinal, "Điều {}"),
    # e.g. "II.1. Giải pháp", "II.1 . Biện pháp", "IV.2.1 Kinh phí"
    Level(
        Kind.SUBROMAN,
        re.compile(r"(?P<n>[IVXL]{1,7}(?:\.\d{1,2}){1,3})(?!\d)" + _AFTER_DECIMAL + _WORDS),
        lambda text: int(text.rsplit(".", 1)[-1]),
    ),
    # e.g. "I- MỤC ĐÍCH", "II. MỤC TIÊU", "III - TỔ CHỨC"
    Level(
        Kind.ROMAN,
        re.compile(r"(?P<n>[IVXL]{1,7})\s?[.\-–—/)]+" + _NOTE + r"\s*" + _WORDS),
        roman,
    ),
    # e.g. "A- TÌNH HÌNH", "B. TÀI LIỆU", "A.TỔNG QUAN"; not "A.D.B."
    Level(
        Kind.CAPITAL,
        re.compile(r"(?P<n>[A-ZĐ])\s?[.\-–—/)]+(?:\s+" + _WORDS + r"|(?=[A-ZÀ-ỸĐ]{2,}\s))"),
        letter,
    ),
    # e.g. "2.1- Đổi mới", "1.1. Nông nghiệp", "1.1 Tên", "1.1.1. Mục"
    Level(
        Kind.DECIMAL,
        re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})(?!\d)" + _AFTER_DECIMAL + _WORDS),
        lambda text: int(text.rsplit(".", 1)[-1]),
    ),
    # e.g. "(1) Đăng ký biến động"
    Level(
        Kind.PARENTHESIS,
        re.compile(r"\((?P<n>[1-9]\d?)\)" + _NOTE + r"\s*" + _WORDS),
        int,
        "({})",
    ),
    # e.g. "1) Trình tự"
    Level(Kind.BRACKET, re.compile(r"(?P<n>\d{1,2})\)" + _NOTE + r"\s*" + _WORDS), int),
    # e.g. "1. Mục đích", "2- Những hạn chế", "3/ Tổ chức", "1 - Nội dung", "2.[3] Trường hợp"
    Level(
        Kind.NUMBER,
        re.compile(
            r"(?P<n>\d{1,3})"
            + _STRAY
            + r"(?:\."
            + _NOTE
            + r"\s+|"
            + _SEPARATOR
            + r"(?![\d.]))"
            + _WORDS
        ),
        int,
    ),
    # e.g. "b1) Quy hoạch"
    Level(
        Kind.SUBLETTER,
        re.compile(r"(?P<n>[a-zđ]\d)\s?[).]" + _NOTE + r"\s*" + _WORDS),
        lambda text: int(text[1:]),
    ),
    # e.g. "a) Phát huy", "a. Về kiến thức", "a/ Tổ chức", "b)[12] Bảng", "a- Giấy giới thiệu"
    Level(
        Kind.LETTER,
        re.compile(
            r"(?P<n>[a-zđ])(?:(?:\s?\)"
            + _NOTE
            + r"\s*|[./]"
            + _NOTE
            + r"\s+)"
            + _WORDS
            + r"|\s?[-–—]\s?(?=[A-ZÀ-ỸĐ“]))"
        ),
        letter,
    ),
    # not "* (Năm tài chính bắt đầu từ ngày 01/01)": a note to what stands above
    Level(
        Kind.STAR,
        re.compile(r"(?P<n>\*)\s+(?!\(.*\)[.;]?$)(?=[^\W_]|[“\"(])"),
        lambda _: 0,
        "*{}",
    ),
    Level(
        Kind.DASH,
        re.compile(r"(?P<n>[-–—−])(?![-–—−])\s*(?=[^\W_]|[“\"‘'(\[…<>≥≤])"),
        lambda _: 0,
        "-{}",
    ),
    Level(Kind.PLUS, re.compile(r"(?P<n>\+)\s*(?=[^\W_]|[“\"(\[])"), lambda _: 0, "+{}"),
    Level(
        Kind.BULLET,
        re.compile(r"(?P<n>[•●▪■◦○‣⁃·])\s*(?=[^\W_]|[“\"(\[])"),
        lambda _: 0,
        "•{}",
    ),
)

# The first cell of a table's row; a cell holds its sign alone: "| I. |", "II- |", "11.1|", "-".
ROW_LEVELS: tuple[Level, ...] = (
    Level(Kind.ROW_ROMAN, re.compile(r"(?P<n>[IVXL]{1,7})[.)/\-–]?$"), roman),
    Level(Kind.ROW_CAPITAL, re.compile(r"(?P<n>[A-ZĐ])[.)/\-–]?$"), letter),
    Level(
        Kind.ROW_DECIMAL,
        re.compile(r"(?P<n>\d{1,3}(?:\.\d{1,2}){1,3})[.)]?$"),
        lambda text: int(text.rsplit(".", 1)[-1]),
    ),
    Level(Kind.ROW_NUMBER, re.compile(r"(?P<n>\d{1,4})[.)/\-–]?$"), int),
    Level(Kind.ROW_LETTER, re.compile(r"(?P<n>[a-zđ])[.)/\-–]?$"), letter),
    Level(Kind.ROW_DASH, re.compile(r"(?P<n>[-–+*])$"), lambda _: 0, "-{}"),
)
