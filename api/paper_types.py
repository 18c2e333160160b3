"""The type of paper that a question names, in full or short: "quyết định", "QĐ"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.abbreviations import OFFICIAL
from ingest.text import fold

if TYPE_CHECKING:
    from api.question import Question

TYPE_NAMED = re.compile(
    r"\b(?:nghi quyet|huong dan|ke hoach|ket luan|chi thi|quy dinh|quyet dinh|nghi dinh|thong tu"
    r"|thong bao|cong van|quy che|chuong trinh)\b"
)
SHORT_TYPES = ("nq", "hd", "kh", "kl", "ct", "qđ", "nđ", "tt", "tb", "cv")
_FULL = {fold(short): OFFICIAL[short] for short in SHORT_TYPES}
SHORT_TYPE = re.compile(rf"(?<![\w/-])(?:{'|'.join(_FULL)})(?![\w/-])")

CARRIES_OUT = frozenset({"ke hoach", "chuong trinh"})  # sorts of papers that carry out another


def full_type(short: str) -> str:
    """Return the type that one of ``SHORT_TYPES`` stands for, with or without its marks."""
    return _FULL[fold(short)]


def type_named(question: Question) -> str | None:
    """Return the folded type of paper that the question names in full or short ("QĐ"), or None."""
    if named := TYPE_NAMED.search(question.folded):
        return named[0]
    short = SHORT_TYPE.search(question.folded)
    return fold(full_type(short[0])) if short else None


def names_another(question: Question) -> bool:
    """Tell whether a type of paper is named beside those named by their numbers."""
    rest = question.folded
    for mention in question.mentions:
        rest = f"{rest[: mention.span.start]} {rest[mention.span.end :]}"
    return any(named[0] in CARRIES_OUT for named in TYPE_NAMED.finditer(rest))
