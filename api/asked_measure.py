"""The measure whose figure is asked ("sản lượng", "dung lượng"), which no other figure answers.

"Giá trị mận xuất khẩu" is not told by the value of all exports, nor "dân số" by the growth of the
economy: the measure stands in the sentence, its passage or a heading above, and so does what is
named right behind it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from api.evidence import says, words_of
from api.implied import implied_figure
from api.question_words import HOW_MUCH
from api.table_rows import row_at
from ingest.text import fold

if TYPE_CHECKING:
    from api.evidence import Words
    from api.question import Question, Term
    from ingest.model import Document, Passage, Span

_MEASURES: Final = """
gia tri|san luong|dung luong|dien tich|dan so|doanh thu|loi nhuan|cong suat|chieu dai|chieu cao|
chieu rong|kich thuoc|trong luong|khoi luong|toc do|lai suat|kim ngach|nang suat|mat do|bien che|
do tuoi|tri gia|nhiet do|luu luong|nhiem ky|so dien thoai|do day|do sau|quy luong|tuoi tho|
do che phu|gia ban|gia mua|gia khoi diem
"""
MEASURE: Final = re.compile(rf"\b(?:{''.join(_MEASURES.splitlines())})\b")
SAME: Final = {"tri gia": "gia tri"}
_LENGTH = r"\d ?(?:mm|cm|km|m|met)\b"
# a figure in a unit of the measure needs no name: "thẻ rộng 54 mm", "khu đất 5 ha"
UNIT_OF: Final = {
    "kich thuoc": _LENGTH, "chieu dai": _LENGTH, "chieu cao": _LENGTH, "chieu rong": _LENGTH,
    "do day": _LENGTH, "do sau": _LENGTH, "dien tich": r"\d ?(?:m2|ha|km2|met vuong|hec ta)\b",
    "trong luong": r"\d ?(?:kg|tan|gam|g)\b", "khoi luong": r"\d ?(?:kg|tan|gam|g|m3)\b",
    "do tuoi": r"\d tuoi\b", "dung luong": r"\d ?(?:mb|gb|tb|kb)\b", "nhiet do": r"\d ?(?:do|°)",
    "lai suat": r"\d ?% ?/ ?nam\b",
}  # fmt: skip
PENALTY: Final = re.compile(r"^phat\b|\bbi (?:xu )?phat\b")  # must itself be spoken of
# "mấy năm kinh nghiệm": a length of anything else does not tell it
LENGTH_OF: Final = re.compile(r"\b(?:may|bao nhieu) (?:nam|thang) (?P<of>[a-z]+ [a-z]+)")
BEHIND: Final = re.compile(r" (?:(?:san pham|mat hang|hang hoa) )?(?P<of>\w+)")


def measure_named(question: Question, document: Document, passage: Passage, span: Span) -> bool:
    """Tell whether each measure asked, and what is measured, is named at ``span`` or near it."""
    asked, of, fine = _asked(question), _length_of(question), _penalty(question)
    if not asked and not of and not fine:
        return True
    row = row_at(document.text, span)
    columns = f"{row.inherited} {row.titled}" if row else ""
    shown = words_of(f"{passage.text} {passage.context} {columns}")
    own = fold(span.of(document.text)) if asked else ""
    measured = all(_stands(shown, own, one) and _of(shown, thing) for one, thing in asked)
    named = not of or any(says(shown, term) for term in of)
    return measured and named and all(says(shown, term) for term in fine)


def _asked(question: Question) -> tuple[tuple[str, Term | None], ...]:
    """Return each measure asked for with the word behind it, if that carries the question."""
    found = _measures(question.folded)
    strong = {term.folded: term for term in question.terms if not term.weak} if found else {}
    return tuple(
        (measure, strong.get(behind))
        for measure, behind in found
        if all(word in strong for word in measure.split())
    )


def _penalty(question: Question) -> tuple[Term, ...]:
    """Return the word of a penalty where one is asked about."""
    if not _fine_or_length(question.folded)[0]:
        return ()
    return tuple(t for t in question.terms if t.folded == "phat" and not t.weak)


def _length_of(question: Question) -> tuple[Term, ...]:
    """Return the two words that say of what a length of time is asked, if both carry it."""
    words = _fine_or_length(question.folded)[1]
    terms = tuple(t for t in question.terms if t.folded in words and not t.weak) if words else ()
    return terms if {t.folded for t in terms} == words else ()


@lru_cache(maxsize=512)  # a question is held against hundreds of sentences
def _fine_or_length(folded: str) -> tuple[bool, frozenset[str]]:
    """Tell whether a penalty is asked about, and the words behind a length of time."""
    found = LENGTH_OF.search(folded)
    return PENALTY.search(folded) is not None, frozenset(found["of"].split() if found else ())


@lru_cache(maxsize=512)  # a question is held against hundreds of sentences
def _measures(folded: str) -> tuple[tuple[str, str], ...]:
    """Return each measure in a question that asks how much, with the word behind it, or ""."""
    if not HOW_MUCH.search(folded) and not implied_figure(folded):
        return ()
    found = ((m[0], BEHIND.match(folded, m.end())) for m in MEASURE.finditer(folded))
    return tuple((measure, behind["of"] if behind else "") for measure, behind in found)


def _stands(shown: Words, own: str, measure: str) -> bool:
    """Tell whether the words of a measure stand together, or a figure in its unit does."""
    if measure in UNIT_OF and re.search(UNIT_OF[measure], own):
        return True
    first, *rest = SAME.get(measure, measure).split()
    return all(pair in shown.pairs for pair in pairwise((first, *rest)))


def _of(shown: Words, term: Term | None) -> bool:
    return term is None or says(shown, term)
