"""Numbers in a sentence: of what they are, as a count or a share, and which are no quantities."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from api.asked_time import COUNT, without_references
from api.evidence import EXPANSIONS
from ingest.dates import find_periods
from ingest.text import fold

if TYPE_CHECKING:
    from ingest.model import Document, Span

# "Điều 5", "khoản 2", "1.", "a)" at the start: they number a place, not a thing
LABELS: Final = re.compile(
    r"^\s*(?:\d+(?:\.\d+)*[.)]|[a-zđ]\))\s"
    r"|\b(?:[Đđ]iều|[Kk]hoản|(?<![Dd]anh )[Mm]ục|[Đđ]iểm|[Cc]hương|[Pp]hụ lục"
    r"|[Nn]ăm|[Kk]hóa|[Kk]hoá|số) \d[\d.]*"
)
PERSONS: Final = frozenset(["nguoi", "dan", "ho", "can", "hoc"])  # "cán bộ", "học sinh"
ALSO_CALLED: Final = {"quoc gia": "nuoc", "nuoc": "quoc gia"}  # "nhóm 50 nước đứng đầu"
NEAR_NUMBER: Final = 3  # words between a number and what it counts: "02 (hai) Phó Giám đốc"


def count_of(folded: str, noun: str) -> bool:
    """Tell whether a number, in figures or a word, stands just before ``noun``."""
    words = rf"(?:[\s(]+[^\s.;:|]+){{0,{NEAR_NUMBER}}}?"
    full = (fold(" ".join(words_)) for words_ in EXPANSIONS.get(noun, ()))
    nouns = "|".join([noun, ALSO_CALLED.get(noun, noun), *full])
    counted = rf"(?<![\w/.-]){COUNT}(?!\w) ?%?{words}[\s(]*(?:{nouns})\b"
    return re.search(counted, folded) is not None


def share_of(folded: str, noun: str) -> bool:
    """Tell whether a share of people or things is stated: "của người dân đạt trên 80%"."""
    if re.search(rf"\bt[iy] (?:le|trong) (?:\w+ ){{0,2}}?{noun}\b[^;|]*?\d ?%", folded):
        return True
    if " " not in noun and noun not in PERSONS:
        return False
    return re.search(rf"\b{noun}\b[^;.|]{{0,60}}?\d ?%", folded) is not None


def quantities_only(document: Document, span: Span) -> str:
    """Return the words at ``span`` without labels, dates and the numbers of documents."""
    text = without_references(document, span)
    for found, _ in find_periods(text):
        text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return LABELS.sub(lambda m: " " * len(m[0]), text)
