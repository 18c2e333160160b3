"""One question, one outcome: understood, looked up, written, verified."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from api.answer_compare import answer_side_by_side
from api.answer_definition import answer_definition
from api.answer_duties import answer_duties
from api.answer_effect import answer_effect
from api.answer_facts import answer_facts
from api.answer_outline import answer_heading, answer_path, headings_alike
from api.answer_paper import answer_paper
from api.answer_parts import answer_parts, of_own_papers, together
from api.answer_reference import answer_known, answer_referring
from api.answer_register import answer_register
from api.answer_text import answer_near, answer_text
from api.by_subject import named_by_subject, without_name
from api.described import described
from api.desk import Desk, bodies_asked
from api.find import find
from api.held_bodies import bodies_held
from api.model import Ambiguous, Answered, NotFound, Partial
from api.outcome import ambiguous, choose, outcome_of
from api.paper_types import another_named
from api.question import understand
from api.read_question import read_question
from api.rivals import rivals
from api.scope import find_scope, matters, placed
from api.several_years import year_by_year
from api.shelf import Shelf, as_choice
from api.told_beside import told_beside
from api.unnamed_sort import of_unnamed_sort
from api.verify import verified
from index.model import Filters, Query
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from api.model import Choice, KnownDocument, Outcome
    from api.question import Mention, Question
    from api.scope import Scope
    from api.shelf import Holdings
    from api.write import Draft, Line
    from index.model import Hit
    from ingest.model import Document

# kinds that ask for one date, body or figure: a section listed is no answer to them
PRECISE = frozenset({"deadline", "who", "partners", "report_to"})
MOST_READ = 10  # documents in which the meaning of a short form is looked for
COMPARES = re.compile(r"\b(?:so voi|so sanh|doi chieu|khac (?:gi|nhau|the nao|ra sao))\b")
DEPTH = 40  # passages looked at for one question
LEAST_ALIKE, MOST_ALIKE = 2, 5  # papers to choose from


class Answerer:
    """Answers questions from one library. Safe to share between threads."""

    def __init__(
        self,
        library: Holdings,
        known: Sequence[KnownDocument] = (),
        digests: Callable[[], Mapping[str, Document]] = dict,
    ) -> None:
        self.shelf = Shelf(library, known)
        self.digests = digests

    def answer(self, question: str, documents: Sequence[str] = (), limit: int = 5) -> Outcome:
        """Return the outcome of ``question``, from ``documents`` if any are named.

        ``limit`` bounds the nearest passages shown beside a refusal.

        Raises:
            UnknownDocumentError: one of ``documents`` names nothing known.

        """
        asked = read_question(question, self.shelf)
        scope = find_scope(asked, documents, self.shelf)
        if scope.ambiguous:
            return ambiguous(scope)
        if not documents:
            asked, scope = self._with_place_compared(asked, scope)
            if unnamed := self._of_unnamed_sort(asked, scope):
                return unnamed
        local = None if documents else self._local(asked, scope, limit)
        if isinstance(local, Ambiguous | Answered):
            return local
        about = _with_matters(asked, scope)
        if not documents and (named := self._by_subject(about, scope, limit)):
            return named
        outcome = self._anywhere(about, scope, limit, narrowed=bool(documents))
        if isinstance(outcome, Partial | NotFound) and not scope.documents and not documents:
            outcome = self._within_matter(asked, scope, limit) or outcome
        if isinstance(outcome, Partial | NotFound) and scope.documents and not documents:
            outcome = self._where_carried_out(asked, scope, limit) or outcome
        return local if local is not None and isinstance(outcome, NotFound) else outcome

    def _of_unnamed_sort(self, asked: Question, scope: Scope) -> Ambiguous | None:
        """Return the choice of papers that answer, where the question names a sort alone."""
        places, bare = placed(asked, self.shelf)
        papers = of_unnamed_sort(asked, self.shelf.library.documents(), places)
        if len(papers) < LEAST_ALIKE or scope.missing or scope.unknown:
            return None
        question = understand(bare) if places else asked
        desks = (self.desk(question, replace(scope, documents=(info.id,))) for info in papers)
        drafts = ((desk, self._part_by_part(desk)) for desk in desks)
        found = [desk.documents()[0].info for desk, draft in drafts if draft and draft.complete]
        alike = tuple(as_choice(info, held=True) for info in found[:MOST_ALIKE])
        return choose(alike) if len(alike) >= LEAST_ALIKE else None

    def _with_place_compared(self, asked: Question, scope: Scope) -> tuple[Question, Scope]:
        """Return the question with the paper of a place beside the one named, where they compare.

        "Mục tiêu của Bắc Ninh so với Nghị quyết 57" asks the resolution and the plan of Bắc Ninh.
        """
        if not COMPARES.search(asked.folded) or len(scope.documents) != 1:
            return asked, scope
        ids, without_place = placed(asked, self.shelf)
        if len(ids) != 1 or ids == scope.documents:
            return asked, scope
        bare = replace(understand(without_place), mentions=asked.mentions)
        return bare, replace(scope, documents=(*scope.documents, *ids))

    def _within_matter(self, asked: Question, scope: Scope, limit: int) -> Outcome | None:
        """Return what the paper that is the matter ("báo cáo về Kế hoạch 556") answers itself."""
        held = find_scope(replace(asked, mentions=_as_named(asked)), (), self.shelf)
        if not scope.matters or len(held.documents) != 1:
            return None
        outcome = outcome_of(desk := self.desk(asked, held), self._part_by_part(desk), limit)
        return outcome if isinstance(outcome, Answered) else None

    def _where_carried_out(self, asked: Question, scope: Scope, limit: int) -> Outcome | None:
        """Return what papers answer that carry out the one named, where these are meant.

        "Đưa Nghị quyết 57 xuống cơ sở ở Tiền Giang" asks the province's plan about the resolution,
        "Chương trình hành động của Chính phủ làm rõ gì trong Nghị quyết 57" the programme.
        """
        ids, without_place = placed(asked, self.shelf)
        ids = ids or self._of_sort(another_named(asked))
        if not ids or set(ids) & set(scope.documents):
            return None
        bare = understand(without_place)
        matter = replace(bare, mentions=tuple(replace(m, matter=True) for m in bare.mentions))
        carried = replace(find_scope(matter, (), self.shelf), documents=ids)
        desk = self.desk(_with_matters(matter, carried), carried)
        outcome = outcome_of(desk, self._part_by_part(desk), limit)
        return outcome if isinstance(outcome, Answered) else None

    def _by_subject(self, about: Question, scope: Scope, limit: int) -> Outcome | None:
        """Return what the paper answers that the question names by its subject, if it does."""
        if scope.documents or scope.missing or scope.unknown:
            return None
        paper = named_by_subject(about, self.desk(about, scope).documents()[:MOST_READ])
        if paper is None:
            return None
        own = replace(scope, documents=(paper.info.id,))
        desk = self.desk(without_name(about, paper), own)
        outcome = outcome_of(desk, self._part_by_part(desk), limit)
        return outcome if isinstance(outcome, Answered) else None

    def _of_sort(self, sort: str | None) -> tuple[str, ...]:
        """Return the papers held of a sort, by type or by title: "… Chương trình hành động"."""
        if not sort:
            return ()
        named = (
            (info, fold(f"{info.type} {info.title}")) for info in self.shelf.library.documents()
        )
        return tuple(info.id for info, name in named if sort in name)

    def _anywhere(self, about: Question, scope: Scope, limit: int, *, narrowed: bool) -> Outcome:
        """Return what the documents of ``scope`` answer; digests only where none was asked for."""
        desk = self.desk(about, scope) if narrowed else self._narrowed(about, scope)
        if isinstance(desk, Ambiguous):
            return desk
        beside = None
        if not of_own_papers(about):
            beside = answer_side_by_side(about, desk.scope, self.desk, _drafted)
        draft = beside or self._part_by_part(desk)
        if not beside and len(alike := self._alike(desk, draft)) > 1:
            return choose(alike)
        outcome = outcome_of(desk, draft, limit)
        if narrowed or isinstance(outcome, Answered | Ambiguous):
            return outcome
        if isinstance(outcome, Partial) and desk.scope.documents:
            return outcome  # the paper named says something; a digest of another is no answer
        if digests := self.digests():
            from api.answer_digest import answer_from_digest  # noqa: PLC0415 -- few answers need it

            return answer_from_digest(desk, digests, outcome)
        return outcome

    def _alike(self, desk: Desk, draft: Draft | None) -> tuple[Choice, ...]:
        """Return the papers that the question may mean equally, if there are several."""

        def drafted(paper: str) -> Draft | None:
            scope = replace(desk.scope, documents=(paper,))
            return self._part_by_part(self.desk(desk.question, scope))

        headed = headings_alike(desk)
        if len(headed) > 1 or draft is None:
            return headed
        return rivals(desk, draft, drafted)

    def _local(self, asked: Question, scope: Scope, limit: int) -> Outcome | None:
        """Return what the documents of a place that the question names answer, if anything."""
        ids, without_place = placed(asked, self.shelf)
        named = tuple(i for i in scope.documents if i in ids) if scope.documents else ids
        if not named or scope.missing or scope.unknown:
            return None
        bare = replace(understand(without_place), mentions=asked.mentions)
        desk = self._narrowed(_with_matters(bare, scope), replace(scope, documents=named))
        if isinstance(desk, Ambiguous):
            return desk
        draft = self._part_by_part(desk)
        return outcome_of(desk, draft, limit) if draft is not None else None

    def _narrowed(self, question: Question, scope: Scope) -> Desk | Ambiguous:
        """Return the desk of the one paper described, of all if none is, or the choice of some."""
        desk = self.desk(question, scope)
        fitting = described(desk)
        if len(fitting) > 1:
            return choose(fitting)
        if not fitting:
            return desk
        return self.desk(question, replace(scope, documents=(fitting[0].id,)))

    def _part_by_part(self, desk: Desk) -> Draft | None:
        """Return the answer of the question's parts, or else of the whole."""

        def drafted(part: Question, named: bool) -> Draft | None:  # noqa: FBT001 -- a callback
            scope = find_scope(part, (), self.shelf) if named else desk.scope
            asked = part if named else replace(part, mentions=desk.question.mentions)
            return _drafted(self.desk(_with_matters(asked, scope), scope))

        def beside(part: Question, answered: Sequence[Draft]) -> tuple[Line, ...]:
            return told_beside(replace(desk, question=part, bodies=bodies_asked(part)), answered)

        draft = answer_parts(desk.question, drafted, beside) or _drafted(desk)
        if draft is not None and draft.complete:
            return draft
        return self._by_year(desk) or draft

    def _by_year(self, desk: Desk) -> Draft | None:
        """Return what is answered of each of two years, where each has an answer of its own."""
        asked = (understand(text) for text in year_by_year(desk.question))
        drafts = [_drafted(self.desk(_with_matters(q, desk.scope), desk.scope)) for q in asked]
        complete = [draft for draft in drafts if draft is not None and draft.complete]
        return together(complete) if complete and len(complete) == len(drafts) else None

    def search(self, query: Query) -> tuple[Hit, ...]:
        """Return the page of hits that ``query`` asks for, best first."""
        question = read_question(query.text, self.shelf)
        scope = find_scope(question, (), self.shelf)
        hits = find(question, scope, self.shelf, query.filters, query.limit + query.offset)
        return hits[query.offset :]

    def desk(self, question: Question, scope: Scope) -> Desk:
        """Return the material for ``question``: the passages found within ``scope``."""
        filters = Filters(documents=scope.documents)
        hits = find(question, scope, self.shelf, filters, DEPTH)
        desk = Desk(self.shelf, question, scope, hits, bodies_asked(question))
        if desk.bodies:
            return desk
        return replace(desk, bodies=bodies_held(question, desk.documents()))


def _as_named(question: Question) -> tuple[Mention, ...]:
    """Return the papers mentioned, each as one that is asked for its text."""
    return tuple(replace(mention, matter=False) for mention in question.mentions)


def _with_matters(question: Question, scope: Scope) -> Question:
    return replace(question, terms=(*question.terms, *matters(scope)))


def _drafted(desk: Desk) -> Draft | None:
    """Return the first draft that survives verification, from the most special writer on."""
    scope = desk.scope
    if scope.unknown and not scope.documents:
        return None
    absent = scope.missing and not scope.documents
    writers = (answer_known, answer_referring) if absent else _writers(desk.question)
    for writer in writers:
        draft = writer(desk)
        if draft is not None:
            lines = verified(draft.lines)
            if lines and lines[0] == draft.lines[0]:  # without its lead an answer answers nothing
                counted = draft.lead if lines == draft.lines else ""
                return replace(draft, lines=lines, lead=counted)
    return None


def _writers(question: Question) -> tuple[Callable[[Desk], Draft | None], ...]:
    if question.place:
        return (answer_path, answer_near)
    first: tuple[Callable[[Desk], Draft | None], ...]
    first = (answer_known, answer_referring, answer_effect, answer_paper, answer_definition)
    if question.kind in PRECISE:
        return (*first, answer_register, answer_facts, answer_text)
    first = (*first, answer_duties)
    whole = all(term.weak for term in question.terms)  # "mục tiêu đến 2045": all of them
    if whole or question.asks("list", "count", "definition", "general"):
        return (*first, answer_heading, answer_facts, answer_text)
    return (*first, answer_facts, answer_heading, answer_register, answer_text)
