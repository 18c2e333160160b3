"""Names of issuing bodies: from capitals in headings to the way they are written in sentences."""

from __future__ import annotations

import re
from functools import cache

from ingest.bodies import LETTER, LOWER, UPPER
from ingest.text import fold, normalise_tone
from ingest.types import ISSUERS

# phrases with their own capitals; longer ones win
_PHRASES = """
Ban Chấp hành | Ban Thường vụ | Ban Bí thư | Ban Chỉ đạo | Ban Tuyên giáo và Dân vận |
Ban Tổ chức | Ban Tuyên giáo | Ban Dân vận | Ban Nội chính | Ban Kinh tế | Đảng đoàn |
Ban Chính sách, chiến lược | Ban Đối ngoại | Ban cán sự đảng | Bộ Chính trị | Trung ương |
Tỉnh ủy | Thành ủy | Huyện ủy | Quận ủy | Thị ủy | Đảng ủy | Quân ủy | Chi ủy | Đảng bộ |
Chi bộ | Đảng | Ủy ban Kiểm tra | Ủy ban nhân dân | Hội đồng nhân dân |
Ủy ban Thường vụ Quốc hội | Ủy ban Dân tộc | Hội đồng Dân tộc | Thường trực | Quốc hội |
Chính phủ | Thủ tướng | Chủ tịch | Chủ tịch nước | Bộ trưởng | Tổng Bí thư | Nhà nước |
Bộ Công Thương | Sở Công Thương | Ngân hàng Nhà nước Việt Nam | Kiểm toán nhà nước |
Tòa án nhân dân | Tòa án nhân dân tối cao | Viện kiểm sát nhân dân | Việt Nam |
Viện kiểm sát nhân dân tối cao | Thanh tra Chính phủ | Mặt trận Tổ quốc Việt Nam |
Ủy ban Mặt trận Tổ quốc Việt Nam | Bảo hiểm xã hội | Hồ Chí Minh | Tổng cục | Cộng sản |
Trung tâm Phục vụ hành chính công | Học viện Chính trị quốc gia Hồ Chí Minh | Chi cục |
Đoàn Thanh niên Cộng sản Hồ Chí Minh | Liên đoàn Lao động | Hội Liên hiệp Phụ nữ |
Hội Nông dân | Công đoàn | Công đoàn ngành | Hội Cựu chiến binh | Văn phòng | Công an |
Đoàn đại biểu Quốc hội |
Bộ Chỉ huy Quân sự | Hội đồng | Ủy ban | Ủy ban Trung ương | các cơ quan
"""
_TABLE = {tuple(fold(phrase).split()): phrase.split() for phrase in _PHRASES.split("|")}
_LONGEST = max(map(len, _TABLE))
_OFFICES = frozenset(  # the word after these is a name: "Bộ Nội vụ", "Sở Khoa học"
    ("bo", "so", "ban", "cuc", "vu", "phong", "vien", "truong", "hoi", "doan")
)
_SCHOOLS = frozenset(("THPT", "THCS"))  # a person's or a place's name follows
_LEVELS = (("thanh", "pho"), ("thi", "xa"), ("thi", "tran"), ("dac", "khu"))
_LEVEL_WORDS = frozenset(("tinh", "huyen", "quan", "xa", "phuong"))
_SMALL = frozenset(("và", "các", "của", "về", "thuộc", "tại"))  # not folded: "tài" is no "tại"


def proper_name(heading: str) -> str:
    """Return a body's name in sentence writing: "Ủy ban nhân dân tỉnh Đắk Lắk".

    Known phrases bring their capitals; after a level of administration stands a place; after
    "Bộ", "Sở", "và" … a field of work takes one capital.
    """
    words = [_lowered(word) for word in normalise_tone(_spelled(heading)).split()]
    out: list[str] = []
    at, names = 0, False  # names: every word is a place's
    while at < len(words):
        size, names = _take(words, at, out, names=names)
        at += size
    name = " ".join(out)
    return name[:1].upper() + name[1:]


def _spelled(name: str) -> str:
    for short, full in _SHORT:
        name = re.sub(rf"\b{short}\b", full, name)
    return name


_ABBREVIATED = re.compile(r"[BCDĐGHKLMNPQRSTVX]{2,}|[IVX]+")  # "THPT", "GTVT", "II": no syllables


def _lowered(word: str) -> str:
    """Return a word of a heading in small letters, an abbreviation as it is."""
    return word if _ABBREVIATED.fullmatch(word) else word.lower()


def _take(words: list[str], at: int, out: list[str], *, names: bool) -> tuple[int, bool]:
    """Write the next word or phrase to ``out``; return its length and whether places follow."""
    keys = [fold(word).strip(",") for word in words[at : at + _LONGEST]]
    level = 2 if tuple(keys[:2]) in _LEVELS else int(keys[0] in _LEVEL_WORDS)
    phrase = _phrase(keys)
    if phrase:
        out.extend(_cased(words[at : at + len(phrase)], phrase))
        return len(phrase), _places_follow(phrase)
    if level and at + level < len(words) and not (names and level == 1 and keys[0] == "quan"):
        out.extend(words[at : at + level])
        return level, True
    out.append(_word(words, at, names=names))
    return 1, names or words[at] in _SCHOOLS


def _phrase(keys: list[str]) -> list[str] | None:
    sizes = range(min(_LONGEST, len(keys)), 0, -1)
    return next((_TABLE[tuple(keys[:n])] for n in sizes if tuple(keys[:n]) in _TABLE), None)


def _cased(words: list[str], pattern: list[str]) -> list[str]:
    return [
        word[:1].upper() + word[1:] if shape[0].isupper() else word
        for word, shape in zip(words, pattern, strict=True)
    ]


def _places_follow(phrase: list[str]) -> bool:
    return fold(phrase[-1]) == "uy" and phrase[0] != "Đảng"


def _word(words: list[str], at: int, *, names: bool) -> str:
    """Return one word: a capital in places, after an office, after "và" or a comma."""
    word, before = words[at], fold(words[at - 1]) if at else ""
    opens = before in _OFFICES | {"va", "-"} or before.endswith(",")
    after_phrase = before in {"uy", "bo"} or (before == "phong" and at > 1)
    if word in _SMALL or word == "-":
        return word
    if names or not at or opens or after_phrase:
        return word[:1].upper() + word[1:]
    return word[:1].upper() + word[1:] if fold(word) in _OFFICES and len(words) > at + 1 else word


# names of bodies in running text, longest first; places follow with capitals
_CAP = rf"[{UPPER}][{LETTER}]*"
_NAME = rf"(?!(?:Ban|Về|Quy|Phê|Sửa)\b){_CAP}"  # a place; not the next word's capital
_PLACE = (
    r"(?:(?:tỉnh|thành phố|Thành phố|TP\.?|huyện|quận|thị xã|xã|phường|đặc khu)"
    rf"(?: {_NAME}(?: {_NAME}){{0,3}})?)"
)
_VERBS = "và|ngày|về|số|quy|ban|phê|ký|hướng|sửa|tại|trình|công bố|để|có|cho|theo|đã|được"
_MINISTRY = "|".join(sorted((n for n in ISSUERS.values() if n.startswith("Bộ ")), reverse=True))
_FIELD = rf"{_CAP}(?: (?!(?:{_VERBS})\b)[{LOWER}]+){{0,3}}"
_FIELDS = rf"{_FIELD}(?:(?:,| và| -) {_FIELD}){{0,2}}"
ISSUER_PHRASE = (
    r"(?:(?:Ban Chấp hành Trung ương(?: Đảng)?(?: \(?[Kk]ho[áa]á? [IVX]+\)?)?)"
    r"|Bộ Chính trị, Ban Bí thư|Bộ Chính trị|Ban Bí thư|Trung ương Đảng"
    r"|Ban (?:Thường vụ|Chấp hành) (?:(?:Tỉnh|Thành|Huyện|Đảng) [uủ][ỷy]|Đảng bộ)"
    rf"(?: {_PLACE}| {_CAP}){{0,4}}"
    rf"|Ban Chỉ đạo(?: Trung ương)?|Ban {_FIELDS} Trung ương"
    r"|Văn phòng Trung ương(?: Đảng)?|[UỦ][ỷy] ban Kiểm tra Trung ương"
    rf"|(?:Tỉnh|Thành|Huyện) [uủ][ỷy](?: {_CAP}){{0,4}}"
    r"|[UỦ][ỷy] ban [Tt]hường vụ Quốc hội|Quốc hội|Thủ tướng Chính phủ|Chính phủ|Chủ tịch nước"
    rf"|(?:Chủ tịch )?(?:UBND|HĐND|[UỦ][ỷy] ban [Nn]hân dân|Hội đồng [Nn]hân dân)(?: {_PLACE})?"
    rf"|(?:Bộ trưởng )?(?:{_MINISTRY}|Bộ (?![Tt]rưởng){_FIELDS})|(?:Giám đốc )?Sở {_FIELDS}"
    r"|Văn phòng Chính phủ|Tổng Kiểm toán nhà nước|Kiểm toán nhà nước|Thanh tra Chính phủ)"
)
_KHOA = re.compile(r"\s*\(?[Kk]ho[áa]á? [IVX]+\)?$")
_SHORT = (("UBND", "Ủy ban nhân dân"), ("HĐND", "Hội đồng nhân dân"))


@cache
def full_name(phrase: str) -> str:
    """Return a body's name as kept: no term of office, no abbreviation, modern tone."""
    name = normalise_tone(_spelled(_KHOA.sub("", phrase)))
    name = re.sub(r"\b([Ủủ])y ban Nhân dân", r"\1y ban nhân dân", name)
    return re.sub(r"^Ban Chấp hành Trung ương Đảng$", "Ban Chấp hành Trung ương", name)
