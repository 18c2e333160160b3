"""Fill-in questions: a figure, a time, a body or a term of the document, never any other word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.pack.material import FEWEST_PAIRS, fits
from api.pack.proofs import numbers, pairs_of
from api.pack.workshop import gap_question
from api.write import trimmed, unlabelled
from ingest.text import fold

if TYPE_CHECKING:
    from api.pack.material import Dated, Figure, Owned, Term
    from api.pack.model import Question
    from api.pack.workshop import Workshop
    from ingest.model import Span


def figure_gap(shop: Workshop, asked: Figure) -> Question | None:
    """Return a goal without its figure, if the rest does not give it away."""
    if numbers(asked.key) & numbers(_rest(shop, asked.clause, asked.figure)):
        return None
    ask = f"Điền số liệu đúng theo {shop.short}{shop.told(asked.when, asked.clause)}:"
    return gap_question(shop, "figure", ask, (asked.clause, asked.figure, asked.when))


def period_gap(shop: Workshop, asked: Dated) -> Question | None:
    """Return a clause without the time written in it."""
    if not asked.inside:
        return None
    place = f"{asked.part}, {shop.short}" if asked.part else shop.short
    ask = f"Điền thời gian đúng theo {place}:"
    return gap_question(shop, "period", ask, (asked.clause, asked.when, None))


def body_gap(shop: Workshop, asked: Owned) -> Question | None:
    """Return a task without the body that it is given to."""
    ask = f"Điền tên cơ quan, tổ chức, cá nhân được giao nhiệm vụ theo {shop.short}:"
    if fold(asked.name) in fold(_rest(shop, asked.clause, asked.owner)):
        return None
    return gap_question(shop, "body", ask, (asked.clause, asked.owner, None))


def term_gap(shop: Workshop, asked: Term) -> Question | None:
    """Return a sentence without a term that the document sets apart."""
    text = shop.document.text
    sentence = unlabelled(text, trimmed(text, shop.grounds.sentence(asked.term)))
    words, rest = shop.words(asked.term), _rest(shop, sentence, asked.term)
    if not sentence.holds(asked.term) or not fits(shop.document, sentence):
        return None
    if fold(words) in fold(rest) or len(pairs_of(rest)) < FEWEST_PAIRS:
        return None
    what = "từ viết tắt" if asked.initials else "cụm từ"
    ask = f"Điền {what} đúng nguyên văn {shop.short}:"
    return gap_question(shop, "term", ask, (sentence, asked.term, None))


def _rest(shop: Workshop, clause: Span, gap: Span) -> str:
    text = shop.document.text
    return f"{text[clause.start : gap.start]} {text[gap.end : clause.end]}"
