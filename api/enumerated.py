"""Whether a sentence itself names what is asked for: "những phường nào", "(các phường A, B, C)".

A heading that speaks of the matter lists other things; such a sentence answers before it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from api.evidence import COMPOUND
from api.question_words import FOLDED_STOP_WORDS
from index.restore import syllable_model
from ingest.text import fold

if TYPE_CHECKING:
    from api.question import Question

ASKED: Final = re.compile(
    r"\b(?:nhung|cac|may|\d{1,2}|hai|ba|bon|nam|sau|bay) (?P<of>[a-z]+(?: [a-z]+)?)"
    r"(?:,? [\w,-]+){0,5}? (?:nao|gi)\b"
)
# parts of a paper, and words that may stand for anything, are named by no list of names
NO_THING: Final = frozenset(
    ["phan", "muc", "khoan", "dieu", "chuong", "diem", "noi dung", "van de", "viec", "y"]
)
NEAR: Final = 80  # code points between the name of the things and the first of them
FEWEST: Final = 3
# a list in another paper: "(danh mục chi tiết tại Phụ lục II Nghị quyết 214/NQ-CP)"
ELSEWHERE: Final = re.compile(
    r"\([^()]*\b(?:danh mục|danh sách|chi tiết|cụ thể)\b[^()]*\b(?:tại|theo|trong)\b[^()]*"
    r"\d[/-][^()\s]*[A-ZĐ]{2}[^()]*\)"
)
INLINE: Final = re.compile(r"\bgồm (?!các\b|những\b)[^.;:]*?(?:,| và )")


def names_them(question: Question, text: str) -> bool:
    """Tell whether ``text`` names three or more of the things that ``question`` asks for."""
    noun = noun_asked(question.folded)
    return bool(noun) and noun not in NO_THING and _listing(noun).search(fold(text)) is not None


def lists_elsewhere(question: Question, text: str) -> bool:
    """Tell whether ``text`` leaves the list that is asked for to another paper."""
    return bool(noun_asked(question.folded)) and ELSEWHERE.search(text) is not None


def lists_inline(text: str) -> bool:
    """Tell whether ``text`` says of what something consists: "bao gồm vĩnh viễn và có thời hạn"."""
    return INLINE.search(text) is not None


@lru_cache(maxsize=512)
def noun_asked(folded: str) -> str:
    """Return what is asked for, one word or two that are one, or ""."""
    asked = ASKED.search(folded)
    first, *more = asked["of"].split() if asked else [""]
    if (
        more
        and syllable_model().bound(first, more[0]) > COMPOUND
        and more[0] not in FOLDED_STOP_WORDS
    ):
        return f"{first} {more[0]}"
    return first


@lru_cache(maxsize=128)
def _listing(noun: str) -> re.Pattern[str]:
    """Return a pattern of ``noun`` and things after it, parted by commas."""
    return re.compile(rf"\b{noun}\b[^.;]{{0,{NEAR}}}?(?:,[^.;,]{{2,80}}){{{FEWEST - 1},}}")
