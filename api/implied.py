"""A few words that ask how much without a word for it: "biên chế Chi cục", "tiền ăn mỗi ngày".

Whoever types the name of a quantity and nothing that asks wants its figure; a sentence that only
speaks of the quantity ("quy định về biên chế") is no answer.
"""

from __future__ import annotations

import re
from typing import Final

MOST_WORDS: Final = 9
MOST_OF_FIGURE: Final = 16  # words of a question that can only want a figure
ASKS: Final = re.compile(
    r"\b(?:nao|gi|ai|dau|sao|may|nhieu|khi|the nao|khong|ko|co|ra sao|la)\b|\?"
)
QUANTITY: Final = re.compile(
    r"^(?:muc )?(?:phi|le phi|hoc phi|an phi|luong|phu cap"
    r"|tro cap)\b"
    r"|^(?:muc (?:chi|thu|phat|thuong|ho tro|dong|vay)|he so|bien che|quan so|si so|so luong"
    r"|t[iy] le|t[iy] trong|lai suat|nhiem ky|dinh muc|dien tich|san luong|toc do|cong suat"
    r"|dung luong|chieu (?:cao|dai|rong))\b"
    r"|\b(?:toi da|toi thieu|moi (?:ngay|thang|nam|ha|nguoi|ho|buoi|suat|em|chau))\W*$"
)
# what has a figure, and nothing else that could be told of it
FIGURE: Final = re.compile(
    r"^(?:gia (?:ban|mua|khoi diem|tri)|dan so|so tien|dien tich|(?:muc )?(?:le|hoc|an) phi"
    r"|muc (?:phat|thuong|phu cap|luong|vay)"
    r"|(?:tong )?so (?:luong|ho|nguoi|can bo|cong trinh|hoc sinh|giao vien|dang vien|doanh nghiep"
    r"|du an|xa|phuong|truong|thanh vien))\b"
)
# without their marks "đấu giá" and "cơ quan" look like words that ask
SURELY_ASKS: Final = re.compile(r"\b(?:nao|gi|ai|sao|may|nhieu|khi nao|o dau|khong|ko|la)\b|\?")


def implied_figure(folded: str) -> bool:
    """Tell whether a short folded question names a quantity and nothing that asks."""
    words = len(folded.split())
    if FIGURE.search(folded) and words <= MOST_OF_FIGURE:
        return SURELY_ASKS.search(folded) is None
    return words <= MOST_WORDS and not ASKS.search(folded) and bool(QUANTITY.search(folded))
