"""Drafts of answers: the writers tried in their order, on the whole, its parts, and its years."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from api.answer_announced import answer_announced
from api.answer_conjuncts import answer_conjuncts, asks_each_alone
from api.answer_definition import answer_definition
from api.answer_duties import answer_duties
from api.answer_effect import answer_effect, asks_effect_alone
from api.answer_facts import answer_facts
from api.answer_merged import answer_merged
from api.answer_outline import answer_heading, answer_path
from api.answer_paper import answer_paper
from api.answer_parts import answer_parts, together
from api.answer_proposed import answer_proposed
from api.answer_reference import answer_known, answer_referring
from api.answer_register import answer_register
from api.answer_signed import answer_signed
from api.answer_table import answer_table
from api.answer_text import answer_near, answer_text
from api.asked_bounds import on_the_side_asked
from api.asked_for import asks_for_certain, money_named
from api.asked_head import thing_spoken_of
from api.asked_measure import measure_named
from api.asked_sort import of_the_form_asked
from api.desk import Desk
from api.find import find
from api.held_bodies import bodies_held
from api.named_bodies import bodies_asked
from api.place_of_answer import of_the_place_named
from api.question import understand
from api.scope import find_scope, matters
from api.section_at import sections_at
from api.several_years import year_by_year
from api.told_beside import told_beside
from api.verify import verified
from api.write import passage_of
from index.model import Filters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from api.question import Question
    from api.scope import Scope
    from api.shelf import Shelf
    from api.write import Draft, Line
    from index.model import Hit
    from ingest.model import Span

# kinds that ask for one date, body or figure: a section listed is no answer to them
PRECISE = frozenset({"deadline", "who", "partners", "report_to"})
# these tell of a paper as a whole; what they say is told by its head
OF_A_PAPER = frozenset({answer_known, answer_referring, answer_effect, answer_paper})
OF_A_PART = frozenset({answer_heading, answer_announced})  # tell what stands below words
OWN_WORDS = 2  # beside those that name a place, one of them no mere word of asking
DEPTH = 40  # passages looked at for one question


class Drafting:
    """Drafts answers from the papers of one shelf. Safe to share between threads."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

    def desk(self, question: Question, scope: Scope) -> Desk:
        """Return the material for ``question``: the passages found within ``scope``."""
        filters = Filters(documents=scope.documents)
        hits = find(question, scope, self.shelf, filters, DEPTH)
        desk = Desk(self.shelf, question, scope, hits, bodies_asked(question))
        if desk.bodies:
            return desk
        return replace(desk, bodies=bodies_held(question, desk.documents()))

    def part_by_part(self, desk: Desk) -> Draft | None:
        """Return the answer of the question's parts, or else of the whole."""

        def drafted(part: Question, named: bool) -> Draft | None:  # noqa: FBT001 -- a callback
            scope = find_scope(part, (), self.shelf) if named else desk.scope
            asked = part if named else replace(part, mentions=desk.question.mentions)
            return drafted_from(self.desk(with_matters(asked, scope), scope))

        def beside(part: Question, answered: Sequence[Draft]) -> tuple[Line, ...]:
            return told_beside(replace(desk, question=part, bodies=bodies_asked(part)), answered)

        draft = None
        if not asks_each_alone(desk.question):
            draft = answer_parts(desk.question, drafted, beside)
        draft = draft or self._of_each(desk)
        if draft is not None and draft.complete:
            return draft
        return self._by_year(desk) or draft

    def _of_each(self, desk: Desk) -> Draft | None:
        """Return what is answered of each thing asked of, or else of the whole."""

        def asked(question: Question) -> Desk:
            return self.desk(with_matters(question, desk.scope), desk.scope)

        whole = drafted_from(desk)
        return answer_conjuncts(desk, whole, asked, drafted_from) or whole

    def _by_year(self, desk: Desk) -> Draft | None:
        """Return what is answered of each of two years, where each has an answer of its own."""
        asked = (understand(text) for text in year_by_year(desk.question))
        drafts = [drafted_from(self.desk(with_matters(q, desk.scope), desk.scope)) for q in asked]
        complete = [draft for draft in drafts if draft is not None and draft.complete]
        return together(complete) if complete and len(complete) == len(drafts) else None


def with_matters(question: Question, scope: Scope) -> Question:
    """Return the question with the numbers of the papers that it is about among its words."""
    return replace(question, terms=(*question.terms, *matters(scope)))


def _in_place(desk: Desk) -> Desk | None:
    """Return the desk of the place named, where something certain of it is asked, or None.

    "Phụ lục I: ai theo dõi chỉ tiêu …" asks for one row, not for the annex.
    """
    question = desk.question
    own = any(not term.weak for term in question.terms) and len(question.terms) >= OWN_WORDS
    if not question.place or not own or not asks_for_certain(question):
        return None
    spans = {
        (document.info.id, section.span)
        for document in desk.documents()
        for section in sections_at(document, question.place)
    }
    hits = tuple(h for h in desk.hits if any(_holds(place, h) for place in spans))
    kind, *also = question.also or ("general",)
    asked = replace(question, kind=kind, also=tuple(also), place=())
    return replace(desk, question=asked, hits=hits) if hits else None


def _holds(place: tuple[str, Span], hit: Hit) -> bool:
    return place[0] == hit.document.id and place[1].holds(hit.passage.span)


def drafted_from(desk: Desk) -> Draft | None:
    """Return the first draft that survives verification, from the most special writer on."""
    scope = desk.scope
    if inside := _in_place(desk):
        return drafted_from(inside)
    if scope.unknown and not scope.documents:
        return None
    absent = scope.missing and not scope.documents
    writers = (answer_known, answer_referring) if absent else _writers(desk.question)
    if not absent and asks_effect_alone(desk):  # no other sentence with the word "hiệu lực"
        writers = (answer_known, answer_referring, answer_merged, answer_effect, answer_near)
    for writer in writers:
        draft = writer(desk)
        if draft is not None:
            lines = verified(draft.lines)
            if writer not in OF_A_PAPER and not of_the_place_named(desk.question, lines):
                continue  # nor is it near: another province's is no answer
            if draft.complete and writer not in OF_A_PAPER and not _in_form(desk, lines):
                continue
            if writer in OF_A_PART and not _speaks_of_it(desk, lines):
                continue
            if lines and lines[0] == draft.lines[0]:  # without its lead an answer answers nothing
                counted = draft.lead if lines == draft.lines else ""
                return replace(draft, lines=lines, lead=counted)
    return None


def _in_form(desk: Desk, lines: Sequence[Line]) -> bool:
    """Tell whether an answer of the form asked for, as a person's name, stands in ``lines``."""
    text = "\n".join(line.text for line in lines)
    return of_the_form_asked(desk.question, text) and on_the_side_asked(desk.question, text)


def _speaks_of_it(desk: Desk, lines: Sequence[Line]) -> bool:
    """Tell whether what stands under a heading names the thing, money or measure asked for."""
    places = [(p.document, p.span) for line in lines for p in line.proofs]
    return any(
        money_named(desk.question, document, span)
        and measure_named(desk.question, document, passage_of(document, span), span)
        and thing_spoken_of(desk.question, document, passage_of(document, span), span)
        for document, span in places
    )


def _writers(question: Question) -> tuple[Callable[[Desk], Draft | None], ...]:
    if question.place:
        return (answer_path, answer_near)
    first: tuple[Callable[[Desk], Draft | None], ...]
    first = (
        answer_known,
        answer_referring,
        answer_merged,
        answer_effect,
        answer_proposed,
        answer_signed,
        answer_paper,
        answer_definition,
    )
    if question.kind in PRECISE:
        return (*first, answer_register, answer_facts, answer_text)
    first = (*first, answer_table, answer_duties, answer_announced)
    whole = all(term.weak for term in question.terms)  # "mục tiêu đến 2045": all of them
    if whole or question.asks("list", "count", "definition", "general"):
        return (*first, answer_heading, answer_facts, answer_text)
    return (*first, answer_facts, answer_heading, answer_register, answer_text)
