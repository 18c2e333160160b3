"""Which papers a consolidated text joins: "văn bản hợp nhất 57 gộp những thông tư nào".

A consolidated text ("văn bản hợp nhất") opens with the paper it is of and those that amended it
(Pháp lệnh số 01/2012/UBTVQH13, Điều 11 to 14): one sentence, and a line for each amendment.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from api.desk import head_of
from api.evidence import Layer, support, words_of
from api.says_nothing import BASIS
from api.write import Draft, quoting
from ingest.model import Span
from ingest.sentences import sentences

if TYPE_CHECKING:
    from api.desk import Desk
    from ingest.model import Document

ASKED: Final = re.compile(
    r"\b(?:hop nhat (?:tu|nhung|cac)|gop|goc|ban dau|da sua|duoc sua)\b.*\b(?:nao|so may)\b"
)
NAMED: Final = re.compile(r"\b(?:van ban hop nhat|vbhn|hop nhat)\b")
SIGN: Final = "VBHN"
AMENDED: Final = re.compile(r"được sửa đổi, bổ sung bởi:?$")
MOST: Final = 8
FITS: Final = 0.5  # share of the question that the head of the text meant carries


def answer_merged(desk: Desk) -> Draft | None:
    """Return the paper that a consolidated text is of and each that amended it, or None."""
    if not ASKED.search(desk.question.folded):
        return None
    paper = _meant(desk)
    spans = _opening(paper) if paper else ()
    return Draft(quoting(paper, spans)) if paper and spans else None


def _meant(desk: Desk) -> Document | None:
    """Return the one consolidated text that the question names, by number or by its matter."""
    merged = [d for d in desk.documents() if SIGN in (d.info.symbol or "")]
    if len(desk.scope.documents) == 1:
        return merged[0] if merged else None
    if desk.question.mentions or not NAMED.search(desk.question.folded):
        return None
    shares = [_share(desk, document) for document in merged]
    best = max(shares, default=0.0)
    return merged[shares.index(best)] if best >= FITS and shares.count(best) == 1 else None


def _share(desk: Desk, document: Document) -> float:
    return support(desk.question.terms, (Layer(words_of(head_of(document)), 1.0),)).share


def _opening(paper: Document) -> tuple[Span, ...]:
    """Return the sentence that names the amendments, and each of them, to the first basis."""
    preface = next((p.span for p in paper.passages if p.path == ("mo-dau",)), None)
    if preface is None:
        return ()
    found = sentences(paper.text, Span(preface.start, paper.passages[-1].span.end))[: MOST * 3]
    texts = [span.of(paper.text).strip() for span in found]
    first = next((n for n, text in enumerate(texts) if AMENDED.search(text)), None)
    if first is None:
        return ()
    last = next((n for n, text in enumerate(texts) if n > first and BASIS.match(text)), first + 1)
    return tuple(found[first:last][:MOST])
