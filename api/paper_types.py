"""The type of paper that a question names, in full or short: "quyết định", "QĐ"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from api.question import Question

TYPE_NAMED = re.compile(
    r"\b(?:nghi quyet|huong dan|ke hoach|ket luan|chi thi|quy dinh|quyet dinh|nghi dinh|thong tu"
    r"|thong bao|cong van|quy che|chuong trinh)\b"
)
SHORT_TYPES = {"nq": "nghi quyet", "hd": "huong dan", "kh": "ke hoach", "kl": "ket luan",
               "ct": "chi thi", "qd": "quyet dinh", "nd": "nghi dinh", "tt": "thong tu",
               "tb": "thong bao", "cv": "cong van"}  # fmt: skip
SHORT_TYPE = re.compile(rf"(?<![\w/-])(?:{'|'.join(SHORT_TYPES)})(?![\w/-])")


def type_named(question: Question) -> str | None:
    """Return the folded type of paper that the question names in full or short ("QĐ"), or None."""
    if named := TYPE_NAMED.search(question.folded):
        return named[0]
    short = SHORT_TYPE.search(question.folded)
    return SHORT_TYPES[short[0]] if short else None
