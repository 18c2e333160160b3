"""A few words that ask how much without a word for it: "biên chế Chi cục", "tiền ăn mỗi ngày".

Whoever types the name of a quantity and nothing that asks wants its figure; a sentence that only
speaks of the quantity ("quy định về biên chế") is no answer.
"""

from __future__ import annotations

import re
from typing import Final

MOST_WORDS: Final = 9
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


def implied_figure(folded: str) -> bool:
    """Tell whether a short folded question names a quantity and nothing that asks."""
    few = len(folded.split()) <= MOST_WORDS and ASKS.search(folded) is None
    return few and QUANTITY.search(folded) is not None
