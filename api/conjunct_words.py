"""The words by which two things of a question are joined, set apart, and asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ingest.text import fold


@dataclass(frozen=True, slots=True)
class Spelt:
    """A pattern for words as they are typed: with their marks, or with none in all the text.

    "Con" in a question with marks is a child, "thi hành" has no "thì", and "mây" is no "mấy".
    """

    marked: re.Pattern[str]
    bare: re.Pattern[str]

    def within(self, text: str) -> re.Pattern[str]:
        """Return the pattern for a text, with its marks if that has any."""
        return self.bare if fold(text) == text else self.marked


def _spelt(pattern: str, before: str = r"(?<!\w)", after: str = r"(?!\w)") -> Spelt:
    marked, bare = (
        re.compile(f"{before}(?:{words}){after}", re.IGNORECASE)
        for words in (pattern, fold(pattern).replace("|con|", "|(?<=, )con|"))
    )
    return Spelt(marked, bare)


# "… ở cấp tỉnh và bao nhiêu ở cấp xã" asks twice in the same words
JOINS: Final = _spelt(
    r"(?:so với|khác với|khác gì(?: so)? với|và|với|còn|vs\.?|lẫn|hơn)"
    r"(?: (?:bao nhiêu|mấy)(?= (?:ở|tại|cho)(?!\w)))?",
    before=r",?\s+",
    after=r"\s+",
)
# "phối hợp với", "gắn với", "đối với" join nothing
NO_AND: Final = re.compile(
    r"\b(?:phoi hop|hop tac|lien ket|gan(?: lien)?|doi|cung|kem|lam viec|trao doi|ky ket|ung"
    r"|phu hop|dong bo|tuong (?:ung|duong)|thong nhat|lien he|ap dung|ket hop"
    r"|di (?:doi|lien|chung)|hon)$"
)
# here begins what is said or asked of both things
SAID: Final = _spelt(
    r"lần lượt|mỗi|thì|được|phải|cần|là"
    r"|khác|chênh|giống|hơn kém|chịu|như thế nào|thế nào|ra sao|bao nhiêu|mấy|bn|ntn|nào|gì|ai"
    r"|(?:có|bắt đầu) (?:hiệu lực|từ|mấy|bao nhiêu|gì)|giữ vai trò|trước ngày|chậm nhất"
    r"|(?:theo|trong)(?= (?:\w+ ){1,2}(?:số )?\d)"
    r"|(?:theo|trong|của)(?= (?:nghị quyết|quyết định|quy định|kế hoạch|thông tư|nghị định|chỉ thị"
    r"|kết luận|hướng dẫn|quy chế|chương trình))"
)
STOPS: Final = re.compile(r"[,;:?(]")
GOES_ON: Final = re.compile(  # behind a comma: "khoa học, công nghệ là", "báo, đài như thế nào"
    r" [a-z]\w*(?: [a-z]\w*){0,5}?"
    r" (?:phai|duoc|la|thi|lan luot|moi|chenh|khac|(?:nhu )?the nao|ra sao)\b"
)
COMPARING: Final = re.compile(
    r"\b(?:lan luot|chenh (?:nhau|lech)(?: nhau)?|khac (?:nhau|biet|gi|the nao|ra sao)"
    r"|hon kem(?: nhau)?|giong nhau|so sanh|phan biet|moi (?:cai|ben|loai|muc|noi|nhom|so))\b"
)
# a join that compares by itself, before the bar, or words anywhere that do
COMPARES: Final = re.compile(rf"\b(?:so voi|khac|vs|hon)\b[^|]*\||{COMPARING.pattern}")
# "chênh nhau ra sao" asks how much each is
APART: Final = _spelt(
    r"(?:chênh|hơn kém)(?: (?:nhau|lệch))*"
    r"(?: (?:ra sao|như thế nào|thế nào|bao nhiêu|nhiều không|sao))?",
    before=r"\s",
)
HOW: Final = _spelt(
    r"(?:như thế nào|thế nào|ra sao|sao|ntn)", before=r"\s+", after=r"(?=\s*[?.]*$)"
)
# what is compared, and how each is asked for it
MEASURED: Final = (
    (re.compile(r"\b(?:moc|han|thoi han|thoi diem|hieu luc)\b"), "khi nào"),
    (re.compile(r"\b(?:muc(?! (?:dich|tieu|luc))|t[yi] le|he so|gia|dinh muc|so luong|dien tich"
                r"|dung luong|kinh phi|(?:hoc|le) phi|(?:phu|tro) cap|chi tieu|don gia|so tien"
                r"|tong so|quy mo)\b"), "bao nhiêu"),
)  # fmt: skip
# nouns of measure that open what is counted or dated: "tỉ trọng … và quy mô …"
MEASURES: Final = frozenset(
    tuple(words.split())
    for words in (
        *("tỉ trọng", "tỷ trọng", "tỉ lệ", "tỷ lệ", "quy mô", "diện tích", "sản lượng", "số lượng"),
        *("giá trị", "tổng số", "hệ số", "định mức", "mức chi", "mức thu", "kinh phí", "thời hạn"),
        *("thời gian", "dung lượng", "công suất", "tốc độ", "doanh thu", "chỉ tiêu", "chi phí"),
    )
)
LABEL: Final = re.compile(r"\d+|[ivx]+")  # "cấp III và IV", "tuyến 1 và 2"
LISTED: Final = re.compile(r",\s*$")
LINKS: Final = frozenset(["của", "cho", "ở", "tại", "về", "cua", "o", "tai", "ve"])
PLURAL: Final = frozenset(["các", "những", "mỗi", "cac", "nhung", "moi"])
SEVERAL: Final = _spelt(r"(?:các|những|mỗi)", after=r" $")  # goes with the thing behind it
BETWEEN: Final = _spelt(r"giữa", after=r" ")
DEPUTY: Final = "pho"
