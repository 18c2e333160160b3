"""What PDF does to Vietnamese words is undone: ligatures, blanks inside words, stray tone marks.

Works on lines as drawn, before they are joined. A blank goes only where one side of it can not
be a word of its own and the two sides together can; when in doubt the line stays as it is.
"""

from __future__ import annotations

import re
import unicodedata

from ingest.folding import fold
from ingest.syllables import is_syllable

# the Latin ligatures of old fonts; NFC leaves them alone
LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
# spacing marks drawn beside their letter, as the combining marks they stand for
SPACING_MARKS = {"\u02cb": "\u0300", "\u02ca": "\u0301", "\u02c0": "\u0309", "\u02dc": "\u0303"}
CLUSTERS = frozenset({"ngh", "ng", "nh", "ch", "gh", "kh", "ph", "qu", "th", "tr", "gi"})
SINGLE = frozenset("bcdđghklmnprstvx")
CODAS = frozenset({"ng", "nh", "ch"})
# every spelling that begins with a vowel and is a word of its own; from common word lists.
# "triển" broken as "tri ển" shows by "ển" not being here
OPEN_WORDS = frozenset(
    unicodedata.normalize(
        "NFC",
        """
a à á ả ạ ác ạc ách ai ái ải am ám ảm ạm an án àn ang áng anh ánh ảnh ành ao áo ào ảo áp ạp át
ạt au áu ay áy ăm ẵm ăn ẳn ăng ắng ẳng ắc ắp ắt âm ấm ầm ẩm ậm ẫm ân ấn ần ẩn ấp ập ất âu ấu ẩu
ấy ẩy ầy e é è em én eo éo èo ẻo ép ẹp ét ẹt ê ế ề ếch êm ếm êu ếp ễnh i ì í ỉ ịch ích im ỉm ìm
in ín ỉn inh ình ỉnh ịt ít iu ỉu ỳ ý ỷ y o ò ó ỏ õ ọ oà òa oá óa oạch oai oái oải oan oán oản
oang oành oanh oách oăm oằn oẳn oắt oe oẻ ỏe oẹ óc ọc oi ói òi om òm ỏm on ỏn ong óng òng ỏng óp
ọp ót ọt ô ồ ố ổ ộc ốc ôi ồi ối ổi ôm ồm ốm ổm ôn ồn ổn ông ống ồng ổng ốp ộp ốt ơ ờ ớ ở ỡ ợ ơi
ời ới ơn ớn ớt ợt u ù ú ủ ũ ụ ua ùa úa ục úc ui ủi um ùm ủm ung ùng úng ủng út ụt uy ủy uỷ úy uý
uyên uyển uyến uỵch uốn uống uổng uế uể ư ừ ứ ử ức ực ưa ứa ưng ứng ửng ưỡn ươm ướm ươn ương
ường ưởng ước ướp ướt ượt ưu ửu yên yến yêng yểng yêu yếu yểu yếm yểm
""",
    ).split()
)
TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
VOWELS = frozenset(
    letter
    for letter in map(chr, (*range(0x41, 0x1B1), *range(0x1EA0, 0x1F00)))
    if fold(letter).lower() in set("aeiouy")
)

OPENING, CLOSING = "([{“‘\"'", ")]}”’\"',.;:!?…"

_BROKEN = re.compile(r"([^\W\d_]+) ([^\W\d_]+)")
_SPACED_MARK = re.compile(r" ?([\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b])")
_MARKED = re.compile("[\u0300-\u031b\u0323\u02ca\u02cb\u02c0]")


def repaired(line: str) -> str:
    """Return the line with ligatures opened, marks on their letters, and whole words."""
    if line.isascii():
        return _whole_words(line) if _BROKEN.search(line) else line
    line = line.translate(LIGATURES)
    if _MARKED.search(line):
        for spacing, combining in SPACING_MARKS.items():
            line = line.replace(spacing, combining)
        line = unicodedata.normalize("NFC", _SPACED_MARK.sub(r"\1", line))
    return _whole_words(line)


def _whole_words(line: str) -> str:
    """Return the line without the blanks that stand inside a word."""
    words = line.split(" ")
    kept = words[:1]
    for word in words[1:]:
        if kept[-1] and word and is_broken(_last(kept[-1]), _first(word)):
            kept[-1] += word
        else:
            kept.append(word)
    return " ".join(kept)


def is_broken(left: str, right: str) -> bool:
    """Tell whether a blank between two pieces stands inside one syllable: "nghi" "ệp"."""
    if not (left.isalpha() and right.isalpha()):
        return False
    low_left, low_right = left.lower(), right.lower()
    if right[0] in VOWELS:
        loose = _needs_a_head(low_left, low_right)
    else:
        loose = low_right in CODAS and left[-1] in VOWELS and len(left) > 1
    return loose and _one_case(left + right) and _is_word(left + right)


def _needs_a_head(left: str, right: str) -> bool:
    """Tell whether ``right``, which begins with a vowel, can only go on with ``left``."""
    if left in CLUSTERS and left != "gi":
        return True
    return right not in OPEN_WORDS and (left in SINGLE or is_syllable(left))


def _is_word(word: str) -> bool:
    """Tell whether a word has the shape of a syllable with one tone at most."""
    tones = sum(mark in TONES for mark in unicodedata.normalize("NFD", word))
    return tones <= 1 and is_syllable(word)


def _one_case(word: str) -> bool:
    return word.islower() or word.isupper() or word.istitle()


def _last(word: str) -> str:
    """Return a piece without the signs that open it: "(nghi" may be the head of a word."""
    return word.lstrip(OPENING)


def _first(word: str) -> str:
    """Return a piece without the signs that close it: "ệp," may be the end of a word."""
    return word.rstrip(CLOSING)
