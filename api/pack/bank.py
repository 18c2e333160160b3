"""The bank of questions of one document: the same for the same text, one question a fact.

Facts are taken in an order drawn from the document's id and given to the form of question that
has made fewest; a fact that a form cannot prove goes to the next form, and one that none can
prove is not asked. Two facts of one clause are never both asked, for one would give away the other.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import islice
from random import Random
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias, TypeVar

from api.pack import material
from api.pack.choices import body_choice, figure_choice, measure_choice, period_choice
from api.pack.choices_places import document_choices, place_choices
from api.pack.gaps import body_gap, figure_gap, period_gap, term_gap
from api.pack.open_questions import open_questions
from api.pack.proofs import Grounds
from api.pack.statements import FALSE, TRUE, body_statement, figure_statement, period_statement
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
SHARE: Final = 0.4  # of the questions on facts of a kind, those of one form
MOST_FIGURES: Final = 24
MOST_DATED: Final = 8
MOST_OWNED: Final = 10
MOST_TERMS: Final = 4
MOST_PLACES: Final = 6
FILLING: Final = 20  # places asked for where little else is: a decree sets few goals and days
ENOUGH: Final = 30  # questions that a document of some length gives

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
    tally: Counter[str] = Counter()
    made = [
        *_dealt(shop, shop.figures, FIGURE_FORMS, (MOST_FIGURES, used, tally)),
        *_dealt(shop, shop.owned, OWNED_FORMS, (MOST_OWNED, used, tally)),
        *_dealt(shop, shop.dated, DATED_FORMS, (MOST_DATED, used, tally)),
        *_terms(shop, used),
        *document_choices(shop, data),
        *open_questions(shop, groups),
    ]
    places = min(max(MOST_PLACES, ENOUGH - len(made)), FILLING)
    made += islice((q for q in place_choices(shop) if _free(q, used)), places)
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
    limits: tuple[int, list[Span], Counter[str]],
) -> Iterator[Question]:
    """Yield a question on each fact, by the form that has made fewest; none makes all of them.

    ``limits`` are the most questions, the clauses that are taken, and what was made so far.
    """
    most, used, tally = limits
    made: list[Question] = []
    shares: Counter[Maker[Fact]] = Counter()
    for fact in shop.rng.sample(facts, len(facts)):
        if len(made) == most or any(_meet(fact.clause, span) for span in used):
            continue
        open_to = [form for form in forms if shares[form] < most * SHARE]
        for form in sorted(open_to, key=lambda form: (_ahead(form, tally), shares[form])):
            question = form(shop, fact)
            if question is None or not _stands_alone(shop, question) or _hinted(question, made):
                continue
            used.append(fact.clause)
            shares[form] += 1
            tally[question.key] += question.kind == "statement"
            made.append(question)
            break
    yield from made


def _ahead(form: Maker[Fact], tally: Counter[str]) -> bool:
    """Tell whether a form makes the kind of statement, true or false, that leads already."""
    true = form.keywords.get("true") if isinstance(form, partial) else None
    lead = tally[TRUE] - tally[FALSE]
    return true is not None and (lead > 0 if true else lead < 0)


def _hinted(question: Question, made: Sequence[Question]) -> bool:
    """Tell whether a question as good as repeats another: which goal is set at the same level."""
    return question.about == "content" and any(q.ask == question.ask for q in made)


def _stands_alone(shop: Workshop, question: Question) -> bool:
    """Tell whether the words shown stand once in the text, so that one answer fits them."""
    shown = list(question.shown)
    if any(piece.role == "link" for piece in shown):
        shown = shown[2:]
    return not shown or shop.grounds.alone(p.text for p in shown if p.role == "quote")


def _terms(shop: Workshop, used: list[Span]) -> Iterator[Question]:
    """Yield questions on terms; initials ("FDI") are asked for once, if at all."""
    made: list[Question] = []
    for term in sorted(shop.terms, key=lambda term: term.initials):
        question = term_gap(shop, term)
        if question is None or len(made) == MOST_TERMS or not _free(question, used):
            continue  # a second one on the same sentence would show what the first asks for
        if term.initials and any(q.ask == question.ask for q in made):
            continue
        used += [source.span for source in question.sources]
        made.append(question)
    yield from made


def _free(question: Question, used: Sequence[Span]) -> bool:
    """Tell whether no other question shows the words of this one."""
    return not any(_meet(source.span, span) for source in question.sources for span in used)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _order(question: Question) -> tuple[int, int, str]:
    start = question.sources[0].span.start if question.sources else 0
    return (KINDS.index(question.kind), start, question.id)
