"""From when a paper is in force, and what it replaces, where a sentence is asked for it.

"Trong vòng 2 năm kể từ ngày Quyết định này có hiệu lực" does not say from when that is, nor does a
sentence that replaces nothing say "thay thế nghị định nào".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ingest.text import fold

if TYPE_CHECKING:
    from api.question import Question
    from ingest.model import Document, Passage, Span

PAPER: Final = (
    r"(?:van ban|thong tu|quyet dinh|nghi quyet|nghi dinh|quy dinh|quy che|chi thi|ke hoach"
    r"|huong dan|ket luan|phap lenh|luat)"
)
REPLACED_ASKED: Final = re.compile(
    rf"\b(?:thay the|thay cho|thay|bai bo)(?: cho)? (?:nhung |cac )?{PAPER}(?: \w+)?"
    r" (?:nao|so may|so nao|so bao nhieu)\b"
)
REPLACED_SAID: Final = re.compile(r"\b(?:thay the|thay cho|bai bo|het hieu luc)\b")
NEAR: Final = 500  # code points between these words and a paper that they are said of
IN_FORCE_ASKED: Final = re.compile(
    r"(?<!het )(?<!mat )(?<!huy bo )\bhieu luc (?:thi hanh )?(?:tu |ke tu )?"
    r"(?:khi|ngay|luc|bao|thang|nam)(?: \w+){0,3}? ?(?:nao|may|gio)\b"
)
IN_FORCE_SAID: Final = re.compile(
    r"\b(?:hieu luc|thi hanh|ap dung)\b[^.;]{0,60}?\b(?:ke tu|tu|sau|vao|ngay)\b[^.;]{0,30}?"
    r"(?:\d|\bky\b|ban hanh|thong qua)"
)


def tells_effect(question: Question, document: Document, passage: Passage, span: Span) -> bool:
    """Tell whether what stands at ``span`` says what is asked of a paper's effect.

    True where nothing is. What is replaced may be listed in the passage of the words that say so.
    """
    replaced, in_force = _asked(question.folded)
    if replaced and not _replaces_a_paper(document, passage):
        return False
    return not in_force or says_from_when(span.of(document.text))


def _replaces_a_paper(document: Document, passage: Passage) -> bool:
    """Tell whether the passage, or a heading above it, says that papers in it are replaced."""
    papers = [r.span.start for r in document.references if passage.span.holds(r.span)]
    if REPLACED_SAID.search(fold(passage.context)):
        return bool(papers)
    said = REPLACED_SAID.finditer(fold(passage.text))
    places = [passage.span.start + found.start() for found in said]
    return any(abs(at - paper) <= NEAR for at in places for paper in papers)


def asks_from_when(question: Question) -> bool:
    """Tell whether it is asked from when a paper is in force, and not what is due from then."""
    return _asked(question.folded)[1]


def says_from_when(text: str) -> bool:
    """Tell whether a sentence says from when a paper is in force."""
    return IN_FORCE_SAID.search(fold(text)) is not None


@lru_cache(maxsize=512)  # a question is held against hundreds of sentences
def _asked(folded: str) -> tuple[bool, bool]:
    return bool(REPLACED_ASKED.search(folded)), bool(IN_FORCE_ASKED.search(folded))
