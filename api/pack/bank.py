"""The bank of questions of one document: the same for the same text, one question a fact.

Facts are taken in an order drawn from the document's id and given in turn to each form of
question; a fact that a form cannot prove goes to the next form, and one that none can prove is
not asked. Two facts of one clause are never both asked, for one would give away the other.
"""

from __future__ import annotations

from functools import partial
from random import Random
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias, TypeVar

from api.pack import material
from api.pack.choices import body_choice, figure_choice, measure_choice, period_choice
from api.pack.choices_places import document_choices, place_choices
from api.pack.gaps import body_gap, figure_gap, period_gap, term_gap
from api.pack.open_questions import open_questions
from api.pack.proofs import Grounds
from api.pack.statements import body_statement, figure_statement, period_statement
from api.pack.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from api.pack.model import Datum, Group, Question
    from ingest.model import Document, DocumentInfo, Span


class Placed(Protocol):
    """A fact that stands in one clause."""

    @property
    def clause(self) -> Span:
        """Where the clause stands."""
        ...


Fact = TypeVar("Fact", bound=Placed)
Maker: TypeAlias = "Callable[[Workshop, Fact], Question | None]"

KINDS: Final = ("choice", "gap", "statement", "open")
MOST_FIGURES: Final = 24
MOST_DATED: Final = 8
MOST_OWNED: Final = 10
MOST_TERMS: Final = 4
MOST_PLACES: Final = 6

FIGURE_FORMS: Final = (
    measure_choice,
    figure_choice,
    partial(figure_statement, true=False),
    figure_gap,
    partial(figure_statement, true=True),
)
DATED_FORMS: Final = (
    period_choice,
    partial(period_statement, true=False),
    period_gap,
    partial(period_statement, true=True),
)
OWNED_FORMS: Final = (
    body_choice,
    partial(body_statement, true=False),
    body_gap,
    partial(body_statement, true=True),
)


def make_bank(
    document: Document,
    others: Sequence[DocumentInfo],
    data: tuple[Datum, ...],
    groups: tuple[Group, ...],
) -> tuple[Question, ...]:
    """Return the questions by kind, each kind in the order of the text."""
    shop = Workshop(
        document=document,
        grounds=Grounds(document),
        rng=Random(document.info.id),  # noqa: S311 -- drawn to be repeated, not to be secret
        figures=tuple(material.figures(document)),
        dated=tuple(material.dated(document)),
        owned=tuple(material.owned(document)),
        terms=tuple(material.terms(document)),
        others=tuple(others),
    )
    used: list[Span] = []
    made = [
        *_dealt(shop, shop.figures, FIGURE_FORMS, (MOST_FIGURES, used)),
        *_dealt(shop, shop.owned, OWNED_FORMS, (MOST_OWNED, used)),
        *_dealt(shop, shop.dated, DATED_FORMS, (MOST_DATED, used)),
        *_terms(shop, used),
        *(q for q in place_choices(shop, MOST_PLACES) if _free(q, used)),
        *document_choices(shop, data),
        *open_questions(shop, groups),
    ]
    unique = {question.id: question for question in made}
    return tuple(_balanced(sorted(unique.values(), key=_order)))


def _balanced(questions: Sequence[Question]) -> Iterator[Question]:
    """Yield the questions with no more true statements than false ones and one."""
    left = sum(q.kind == "statement" and q.right == 0 for q in questions) + 1
    for question in questions:
        if question.kind == "statement" and question.right:
            left -= 1
            if left < 0:
                continue
        yield question


def _dealt(
    shop: Workshop,
    facts: Sequence[Fact],
    forms: Sequence[Maker[Fact]],
    limits: tuple[int, list[Span]],
) -> Iterator[Question]:
    """Yield a question on each fact, the forms taking turns."""
    most, used = limits
    turns = 0
    made = 0
    for fact in shop.rng.sample(facts, len(facts)):
        if made == most or any(_meet(fact.clause, span) for span in used):
            continue
        first = turns % len(forms)
        turns += 1
        for form in (*forms[first:], *forms[:first]):
            question = form(shop, fact)
            if question is not None and _stands_alone(shop, question):
                used.append(fact.clause)
                made += 1
                yield question
                break


def _stands_alone(shop: Workshop, question: Question) -> bool:
    """Tell whether the words shown stand once in the text, so that one answer fits them."""
    shown = list(question.shown)
    if any(piece.role == "link" for piece in shown):
        shown = shown[2:]
    return not shown or shop.grounds.alone(p.text for p in shown if p.role == "quote")


def _terms(shop: Workshop, used: list[Span]) -> Iterator[Question]:
    made = 0
    for term in shop.terms:
        question = term_gap(shop, term)
        if question is None or made == MOST_TERMS or not _free(question, used):
            continue  # a second one on the same sentence would show what the first asks for
        used += [source.span for source in question.sources]
        made += 1
        yield question


def _free(question: Question, used: Sequence[Span]) -> bool:
    """Tell whether no other question shows the words of this one."""
    return not any(_meet(source.span, span) for source in question.sources for span in used)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _order(question: Question) -> tuple[int, int, str]:
    start = question.sources[0].span.start if question.sources else 0
    return (KINDS.index(question.kind), start, question.id)
