"""The paper that a question names by its subject: "chương trình giảm nghèo ở Cần Thơ năm 2025".

As a number does, such words say which paper is meant. They are in its head, so that every
sentence of it carries them, and in a long question they outweigh what is asked: once the paper is
chosen, they count little.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from api.evidence import Layer, holds, support, weight, words_of
from api.model import Answered
from ingest.bodies import find_bodies
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.model import Outcome
    from api.question import Question, Term
    from ingest.model import Document

NAMED: Final = 0.4  # share of a question's words, by weight, that name its paper
AHEAD: Final = 0.15  # of which the next paper must have so much less
FEWEST: Final = 4  # words
LINES: Final = 3  # of an answer: its lead, and what proves it
MORE: Final = 0.1  # share of what is asked
ASKED: Final = 2  # words that are left to ask something
PAIRS: Final = 3  # neighbours of the question that are neighbours in the head, too


def may_name(question: Question) -> bool:
    """Tell whether a question has words enough to name a paper by its subject, and no number."""
    return not question.mentions and len(_naming(question)) >= FEWEST + ASKED


def named_by_subject(question: Question, documents: Sequence[Document]) -> Document | None:
    """Return the one of ``documents`` that the question's words name, if they name one."""
    strong = _naming(question)
    whole = sum(map(weight, strong))
    if not may_name(question) or not whole:
        return None
    shares = sorted(
        ((sum(map(weight, _in_head(strong, d))) / whole, -n) for n, d in enumerate(documents)),
        reverse=True,
    )
    if not shares or shares[0][0] < NAMED:
        return None
    if len(shares) > 1 and shares[1][0] > shares[0][0] - AHEAD:
        return None
    best = documents[-shares[0][1]]
    named = _in_head(strong, best)
    known = words_of(_subject(best)).pairs
    pairs = sum((a.folded, b.folded) in known for a, b in pairwise(strong))
    return best if FEWEST <= len(named) <= len(strong) - ASKED and pairs >= PAIRS else None


def _naming(question: Question) -> list[Term]:
    """Return the words that may name a paper: those of a body say whom it is asked about."""
    named = (name for _, name in find_bodies(question.text, typed=True))
    bodies = {fold(word) for name in named for word in name.split()}
    return [t for t in question.terms if not t.weak and t.folded not in bodies]


def without_name(question: Question, document: Document) -> Question:
    """Return the question with the words that name ``document`` counting little."""
    named = set(_in_head(question.terms, document))
    terms = tuple(replace(t, weak=t.weak or t in named) for t in question.terms)
    return replace(question, terms=terms)


def says_more(
    question: Question, document: Document, named: Outcome, found: Outcome | None
) -> bool:
    """Tell whether ``named`` says clearly more than ``found`` of what is asked beside the name."""
    if not isinstance(found, Answered):
        return True
    asked = _beside_name(question, document)
    return _said(asked, named) > _said(asked, found) + MORE


def _beside_name(question: Question, document: Document) -> list[Term]:
    title = set(_in_head(question.terms, document))
    return [term for term in _naming(question) if term not in title]


def _said(asked: Sequence[Term], outcome: Outcome) -> float:
    """Return how much of ``asked`` the first lines of an answer say."""
    lines = " ".join(outcome.answer.split("\n")[:LINES])
    return support(asked, (Layer(words_of(lines), 1.0),)).share


def _in_head(terms: Sequence[Term], document: Document) -> list[Term]:
    subject = words_of(_subject(document))
    return [term for term in terms if holds(subject, term)]


def _subject(document: Document) -> str:
    info = document.info
    year = f"năm {info.issued.year}" if info.issued else ""
    return " ".join(filter(None, (info.type, info.title, info.place, year)))
