"""One question, one outcome: understood, looked up, written, verified."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from api.answer_compare import answer_side_by_side
from api.answer_outline import headings_alike
from api.answer_parts import of_own_papers
from api.by_subject import may_name, named_by_subject, says_more, without_name
from api.described import described, with_the_place
from api.drafting import Drafting, drafted_from, with_matters
from api.find import find
from api.model import Ambiguous, Answered, NotFound, Partial
from api.outcome import ambiguous, choose, outcome_of
from api.paper_types import another_named
from api.places_compared import with_places_compared
from api.question import understand
from api.read_question import read_question
from api.rivals import rivals
from api.scope import find_scope, placed
from api.shelf import Shelf, as_choice
from api.slips import said_as_typed
from api.unnamed_sort import of_unnamed_sort
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from api.desk import Desk
    from api.model import Choice, KnownDocument, Outcome
    from api.question import Mention, Question
    from api.scope import Scope
    from api.shelf import Holdings
    from api.write import Draft
    from index.model import Hit, Query
    from ingest.model import Document

MOST_READ = 10  # documents in which the meaning of a short form is looked for
LEAST_ALIKE, MOST_ALIKE = 2, 5  # papers to choose from


Found = TypeVar("Found", "Outcome", "Outcome | None")


class Answerer:
    """Answers questions from one library. Safe to share between threads."""

    def __init__(
        self,
        library: Holdings,
        known: Sequence[KnownDocument] = (),
        digests: Callable[[], Mapping[str, Document]] = dict,
    ) -> None:
        self.shelf = Shelf(library, known)
        self.drafting = Drafting(self.shelf)
        self.desk = self.drafting.desk
        self.digests = digests

    def answer(self, question: str, documents: Sequence[str] = (), limit: int = 5) -> Outcome:
        """Return the outcome of ``question``, from ``documents`` if any are named.

        ``limit`` bounds the nearest passages shown beside a refusal.

        Raises:
            UnknownDocumentError: one of ``documents`` names nothing known.

        """
        asked = read_question(question, self.shelf)
        return said_as_typed(self._answer(asked, documents, limit), asked.slips)

    def _answer(self, asked: Question, documents: Sequence[str], limit: int) -> Outcome:
        scope = find_scope(asked, documents, self.shelf)
        if scope.ambiguous:
            return ambiguous(scope)
        if not documents:
            asked, scope = with_places_compared(asked, scope, self.shelf)
            if unnamed := self._of_unnamed_sort(asked, scope):
                return unnamed
        local = None if documents else self._local(asked, scope, limit)
        if isinstance(local, Ambiguous | Answered):
            return local
        about = with_matters(asked, scope)
        outcome = self._anywhere(about, scope, limit, narrowed=bool(documents))
        if not documents:
            outcome = self._by_subject(about, scope, limit, outcome)
        if isinstance(outcome, Partial | NotFound) and not scope.documents and not documents:
            outcome = self._within_matter(asked, scope, limit) or outcome
        if isinstance(outcome, Partial | NotFound) and scope.documents and not documents:
            outcome = self._where_carried_out(asked, scope, limit) or outcome
        return local if local is not None and isinstance(outcome, NotFound) else outcome

    def _of_unnamed_sort(self, asked: Question, scope: Scope) -> Ambiguous | None:
        """Return the choice of papers that answer, where the question names a sort alone."""
        places, bare = placed(asked, self.shelf)
        papers = of_unnamed_sort(asked, self.shelf.library.documents(), places)
        if len(papers) < LEAST_ALIKE or scope.documents or scope.missing or scope.unknown:
            return None
        question = understand(bare) if places else asked
        near = self.desk(question, replace(scope, documents=tuple(info.id for info in papers)))
        ids = tuple(dict.fromkeys(hit.document.id for hit in near.hits))[:MOST_READ]
        desks = (self.desk(question, replace(scope, documents=(found,))) for found in ids)
        drafts = ((desk, self.drafting.part_by_part(desk)) for desk in desks)
        found = [desk.documents()[0].info for desk, draft in drafts if draft and draft.complete]
        alike = tuple(as_choice(info, held=True) for info in found[:MOST_ALIKE])
        return choose(alike) if len(alike) >= LEAST_ALIKE else None

    def _within_matter(self, asked: Question, scope: Scope, limit: int) -> Outcome | None:
        """Return what the paper that is the matter ("báo cáo về Kế hoạch 556") answers itself."""
        held = find_scope(replace(asked, mentions=_as_named(asked)), (), self.shelf)
        if not scope.matters or len(held.documents) != 1:
            return None
        return self._answered(self.desk(asked, held), limit)

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
        return self._answered(self.desk(with_matters(matter, carried), carried), limit)

    def _by_subject(
        self, about: Question, scope: Scope, limit: int, found: Found
    ) -> Outcome | Found:
        """Return what the paper answers that the question names by its subject, or ``found``.

        It is one of ``scope``, or of those found where that is open. Its answer is taken where it
        says more of what is asked beside the name than the answer found without it.
        """
        if scope.missing or scope.unknown or not may_name(about):
            return found
        paper = named_by_subject(about, self.desk(about, scope).documents()[:MOST_READ])
        if paper is None:
            return found
        own = replace(scope, documents=(paper.info.id,))
        named = self._answered(self.desk(without_name(about, paper), own), limit)
        return named if named and says_more(about, paper, named, found) else found

    def _answered(self, desk: Desk, limit: int) -> Answered | None:
        """Return the answer of a desk, or None where it gives no whole one."""
        outcome = outcome_of(desk, self.drafting.part_by_part(desk), limit)
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
        several = len(scope.documents) > 1  # named: none of them is to be chosen
        desk = self.desk(about, scope) if narrowed or several else self._narrowed(about, scope)
        if isinstance(desk, Ambiguous):
            return desk
        beside = self._of_each_named(about, desk.scope)
        draft = beside or self.drafting.part_by_part(desk)
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
            return self.drafting.part_by_part(self.desk(desk.question, scope))

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
        about, local = with_matters(bare, scope), replace(scope, documents=named)
        desk = self._narrowed(about, local)
        if isinstance(desk, Ambiguous):
            return desk
        draft = self._of_each_named(about, local) if scope.documents else None
        draft = draft or self.drafting.part_by_part(desk)
        outcome = outcome_of(desk, draft, limit) if draft is not None else None
        return self._by_subject(about, local, limit, outcome)

    def _of_each_named(self, about: Question, scope: Scope) -> Draft | None:
        """Return what each of several papers answers, unless each is asked a thing of its own."""
        if of_own_papers(about):
            return None
        return answer_side_by_side(about, scope, self.desk, drafted_from)

    def _narrowed(self, question: Question, scope: Scope) -> Desk | Ambiguous:
        """Return the desk of the one paper that may be meant, of all, or the choice of some."""
        desk = self.desk(question, scope)
        fitting = described(desk) or with_the_place(desk)
        if len(fitting) > 1:
            return choose(fitting)
        if not fitting:
            return desk
        return self.desk(question, replace(scope, documents=(fitting[0].id,)))

    def search(self, query: Query) -> tuple[Hit, ...]:
        """Return the page of hits that ``query`` asks for, best first."""
        question = read_question(query.text, self.shelf)
        scope = find_scope(question, (), self.shelf)
        hits = find(question, scope, self.shelf, query.filters, query.limit + query.offset)
        return hits[query.offset :]


def _as_named(question: Question) -> tuple[Mention, ...]:
    """Return the papers mentioned, each as one that is asked for its text."""
    return tuple(replace(mention, matter=False) for mention in question.mentions)
