"""From when a document is in force, and what it replaces: said in its own closing articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from api.answer_paper import REPLACES
from api.paper_meant import named_paper
from api.write import Draft, quoting, unlabelled
from ingest.dates import find_periods
from ingest.sentences import sentences
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.desk import Desk
    from api.question import Question
    from ingest.model import Document, Span

IN_FORCE = re.compile(
    r"\b(?:co hieu luc|hieu luc (?:thi hanh|tu|khi|ke tu|ngay|hom|bao gio)|ap dung (?:tu|ke tu|khi)"
    r"|thi hanh (?:tu|ke tu|khi))"
)
WHICH_PAPER = re.compile(r"\b(?:van ban|thong tu|quyet dinh|nghi quyet|nghi dinh|quy dinh|chi thi"
                         r"|ke hoach|huong dan|ket luan)(?: [a-z]+)? nao\b")  # fmt: skip
SAYS_IN_FORCE = re.compile(
    r"\b(?:co hieu luc|hieu luc thi hanh|thi hanh ke tu|ap dung tu|ap dung ke tu)\b"
)
SAYS_REPLACED = re.compile(r"\b(?:thay the|bai bo|het hieu luc)\b")
MOST = 3


def asks_effect(question: Question) -> bool:
    """Tell whether it is asked from when a paper is in force, or what it replaces."""
    dated = question.kind in {"general", "compare"} or question.asks("deadline")
    return bool(dated and IN_FORCE.search(question.folded)) or _asks_replaced(question)


def _asks_replaced(question: Question) -> bool:
    return bool(REPLACES.search(question.folded) and WHICH_PAPER.search(question.folded))


def answer_effect(desk: Desk) -> Draft | None:
    """Return the sentences that put the paper in force, or that replace another; else None."""
    if not asks_effect(desk.question):
        return None
    replaced = _asks_replaced(desk.question)
    paper = named_paper(desk)
    if paper is None:
        return None
    wanted = _replacing(paper) if replaced else _in_force(paper)
    if replaced and desk.question.asks("deadline") and IN_FORCE.search(desk.question.folded):
        wanted = iter(dict.fromkeys((*_in_force(paper), *wanted)))  # both are asked for
    spans = [unlabelled(paper.text, span) for span in wanted][:MOST]
    return Draft(quoting(paper, spans)) if spans else None


def _in_force(paper: Document) -> Iterator[Span]:
    for span in _sentences(paper):
        text = span.of(paper.text)
        if SAYS_IN_FORCE.search(fold(text)) and _own_subject(paper, span) and find_periods(text):
            yield span


def _own_subject(paper: Document, span: Span) -> bool:
    """Tell whether a sentence speaks of this paper: "Quyết định này", "Thông tư này"."""
    said = fold(span.of(paper.text))
    opens = fold(f"{paper.info.type} có hiệu lực")
    return re.search(r"\bnay\b", said) is not None or opens in said


def _replacing(paper: Document) -> Iterator[Span]:
    for span in _sentences(paper):
        said = SAYS_REPLACED.search(fold(span.of(paper.text)))
        at = span.start + said.start() if said else span.end
        if any(span.start <= r.span.start < span.end for r in paper.references) and at < span.end:
            yield span


def _sentences(paper: Document) -> Iterator[Span]:
    for passage in paper.passages:
        if passage.path[:1] not in {("dau",), ("mo-dau",), ("noi-nhan",)}:
            yield from sentences(paper.text, passage.span)
