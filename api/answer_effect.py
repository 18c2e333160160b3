"""From when a document is in force, and what it replaces: said in its own closing articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from api.announced import ANNOUNCES, announced
from api.answer_paper import REPLACES
from api.asked_effect import PAPER, asks_from_when, says_from_when
from api.desk import head_of
from api.evidence import words_of
from api.paper_meant import ASKING, named_paper
from api.write import Draft, quoting, unlabelled
from ingest.dates import find_periods
from ingest.sentences import sentences
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from api.desk import Desk
    from api.question import Question
    from ingest.model import Document, Span

IN_FORCE = re.compile(
    r"^hieu luc(?: thi hanh)?(?= (?:cua )?(?:nghi|quyet|thong|luat|nq|qd|nd|tt)\b)"
    r"|\b(?:co hieu luc|hieu luc (?:thi hanh|tu|khi|ke tu|ngay|hom|bao gio)"
    r"|ap dung (?:tu|ke tu|khi)|thi hanh (?:tu|ke tu|khi))"
)
# "giấy cấp trước khi Thông tư có hiệu lực" asks about the certificate
COUNTED_FROM = re.compile(r"\b(?:truoc|sau|tu|ke tu) (?:khi|ngay) (?:[\w/-]+ ){1,6}co hieu luc\b")
WHICH_PAPER = re.compile(rf"\b{PAPER}(?: [a-z]+)? nao\b")
SAYS_IN_FORCE = re.compile(
    r"\b(?:co hieu luc|hieu luc thi hanh|thi hanh ke tu|ap dung tu|ap dung ke tu)\b"
)
# "… có hiệu lực" said of "Quyết định này" itself
OF_THIS = re.compile(
    r"(?<!ngay )(?<!khi )(?<!tu )(?<!truoc )(?<!sau )(?<!cua )\b[a-z]+ [a-z]+ nay\b"
    r"(?:(?!\bke tu\b)[^.;]){0,160}?\b(?:co hieu luc|hieu luc thi hanh|thi hanh|ap dung)\b"
    r"(?! phap luat)|\bluat nay (?:co hieu luc|thi hanh)"
)
_OF_EFFECT = "hieu luc thi hanh thay the bai bo het cho tu ke van ban cu nao"
OF_EFFECT = frozenset(_OF_EFFECT.split())
SAYS_REPLACED = re.compile(r"\b(?:thay the|bai bo|het hieu luc)\b")
MOST = 3


def asks_effect(question: Question) -> bool:
    """Tell whether it is asked from when a paper is in force, or what it replaces."""
    dated = question.kind in {"general", "compare"} or question.asks("deadline")
    asked = IN_FORCE.search(COUNTED_FROM.sub("", question.folded))
    return bool(dated and asked) or _asks_replaced(question)


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
    elif asks_from_when(desk.question):
        wanted = (span for span in wanted if says_from_when(span.of(paper.text)))
    spans = [unlabelled(paper.text, span) for span in _of_the_day(desk, paper, wanted)][:MOST]
    lines = (quoting(paper, (span,)) + announced(paper, span) for span in spans)
    told = tuple(dict.fromkeys(line for each in lines for line in each))
    return Draft(told) if told else None


def _of_the_day(desk: Desk, paper: Document, spans: Iterable[Span]) -> list[Span]:
    """Return the sentences with the day or year that the question names, if any has it."""
    found = list(spans)
    asked = {*desk.question.days, *desk.question.years}
    stated = {s: [p.first for _, p in find_periods(s.of(paper.text)) if p.first] for s in found}
    dated = [s for s in found if any({day, day.year} & asked for day in stated[s])]
    return dated or found


def _in_force(paper: Document) -> Iterator[Span]:
    for span in _sentences(paper):
        text = span.of(paper.text)
        if SAYS_IN_FORCE.search(fold(text)) and _own_subject(paper, span) and find_periods(text):
            yield span


def _own_subject(paper: Document, span: Span) -> bool:
    """Tell whether a sentence speaks of this paper: "Quyết định này", "Thông tư này".

    "Kể từ ngày Quyết định này có hiệu lực" counts from that day, and does not say which it is.
    """
    said = fold(span.of(paper.text))
    opens = fold(f"{paper.info.type} có hiệu lực")
    return OF_THIS.search(said) is not None or said.lstrip(" 0123456789.)").startswith(opens)


def asks_effect_alone(desk: Desk) -> bool:
    """Tell whether nothing is asked but the effect of one paper, which other words only name."""
    paper = named_paper(desk) if asks_effect(desk.question) else None
    if paper is None:
        return False
    names = words_of(head_of(paper)).folded | ASKING | OF_EFFECT
    own = [t for t in desk.question.terms if not t.weak and t.folded.isalpha()]
    return all(term.folded in names for term in own)


def _replacing(paper: Document) -> Iterator[Span]:
    for span in _sentences(paper):
        said = SAYS_REPLACED.search(fold(span.of(paper.text)))
        at = span.start + said.start() if said else span.end
        named = any(span.start <= r.span.start < span.end for r in paper.references)
        if at < span.end and (named or ANNOUNCES.search(span.of(paper.text).rstrip())):
            yield span


def _sentences(paper: Document) -> Iterator[Span]:
    for passage in paper.passages:
        if passage.path[:1] not in {("dau",), ("mo-dau",), ("noi-nhan",)}:
            yield from sentences(paper.text, passage.span)
