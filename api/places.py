"""The provinces and cities of the country: a question that names one asks of that one alone.

Both the 63 names in use until 30/6/2025 and the 34 since the mergers of 01/7/2025 are in force in
documents; new names are among the old ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ingest.text import fold

if TYPE_CHECKING:
    from api.question import Question

_NAMES: Final = """
An Giang|Bà Rịa - Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định|
Bình Phước|Bình Thuận|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|
Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Huế|
Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Long An|Nam Định|
Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|
Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên Huế|Tiền Giang|
Hồ Chí Minh|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái
"""
PROVINCES: Final = tuple(name.strip() for name in _NAMES.split("|"))
_FOLDED: Final = {
    **{fold(name): fold(name) for name in PROVINCES},
    "dac lac": "dak lak",
    **dict.fromkeys(("tphcm", "tp.hcm", "tp hcm", "hcm", "sai gon"), "ho chi minh"),
}
# these are ordinary words as well: they name a place only after one of the words of a place
_ALSO_WORDS: Final = frozenset({"hoa binh", "hue", "thai binh", "ninh binh"})
_NAMED: Final = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _FOLDED))})(?!\w)")
_OF_A_PLACE: Final = re.compile(r"\b(?:tinh|thanh pho|tp\.?|tinh uy|o|tai)\s+$")
_NEVER: Final = re.compile(r"\b(?:tu tuong|chu tich|thanh nien cong san|dao duc|cong san)\s+$")


def places_named(question: Question) -> tuple[str, ...]:
    """Return the provinces and cities that the question names, folded; a person's name is none."""
    found = []
    for match in _NAMED.finditer(question.folded):
        before = question.folded[: match.start()]
        written = question.text[match.start() : match.end()]
        sure = written[:1].isupper() or _OF_A_PLACE.search(before)
        if not _NEVER.search(before) and (sure or match[0] not in _ALSO_WORDS):
            found.append(_FOLDED[match[0]])
    return tuple(dict.fromkeys(found))


def is_provincial(issuer: str) -> bool:
    """Tell whether a body's name holds that of a province or city: "UBND tỉnh Bắc Ninh"."""
    return _NAMED.search(fold(issuer)) is not None
