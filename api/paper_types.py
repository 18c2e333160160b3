"""The type of paper that a question names, in full or short: "quyết định", "QĐ"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.abbreviations import OFFICIAL
from ingest.text import fold

if TYPE_CHECKING:
    from api.question import Question
    from ingest.model import DocumentInfo

TYPE_NAMED = re.compile(
    r"\b(?:nghi quyet|huong dan|ke hoach|ket luan|chi thi|quy dinh|quyet dinh|nghi dinh|thong tu"
    r"|thong bao|cong van|quy che|chuong trinh)\b"
)
SHORT_TYPES = ("nq", "hd", "kh", "kl", "ct", "qđ", "nđ", "tt", "tb", "cv")
_FULL = {fold(short): OFFICIAL[short] for short in SHORT_TYPES}
SHORT_TYPE = re.compile(rf"(?<![\w/-])(?:{'|'.join(_FULL)})(?![\w/-])")

# sorts of papers that carry out another
CARRIES_OUT = re.compile(r"\b(?:chuong trinh hanh dong|ke hoach(?= cua)|chuong trinh(?= cua))\b")


def full_type(short: str) -> str:
    """Return the type that one of ``SHORT_TYPES`` stands for, with or without its marks."""
    return _FULL[fold(short)]


def type_named(question: Question) -> str | None:
    """Return the folded type of paper that the question names in full or short ("QĐ"), or None."""
    if named := TYPE_NAMED.search(question.folded):
        return named[0]
    short = SHORT_TYPE.search(question.folded)
    return fold(full_type(short[0])) if short else None


def is_of_sort(info: DocumentInfo, sort: str) -> bool:
    """Tell whether a paper is of a folded sort, or puts a text of it in force."""
    return fold(info.type or "") == sort or puts_in_force(info, sort)


def puts_in_force(info: DocumentInfo, sort: str) -> bool:
    """Tell whether the title of a paper says that it puts a text of that sort in force."""
    return fold(info.title or "").startswith((sort, f"ban hanh {sort}"))


def another_named(question: Question) -> str | None:
    """Return the sort of paper named beside those with a number, as one that carries them out.

    "Kế hoạch của tỉnh" and "Chương trình hành động" name a paper; "kế hoạch bố trí vốn" does not.
    """
    rest = question.folded
    for mention in question.mentions:
        blank = " " * (mention.span.end - mention.span.start)
        rest = f"{rest[: mention.span.start]}{blank}{rest[mention.span.end :]}"
    found = CARRIES_OUT.search(rest)
    return found[0] if found else None
