"""One question asked of several documents, or of several years, answered side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from api.conjuncts import as_of_one
from api.question import understand
from api.write import Draft, Line
from ingest.header import short_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from api.desk import Desk
    from api.question import Question
    from api.scope import Scope
    from ingest.model import Fact

    Asks = Callable[[Question, Scope], Desk]
    Drafts = Callable[[Desk], Draft | None]

FEWEST = 2


def answer_side_by_side(
    question: Question, scope: Scope, asks: Asks, drafts: Drafts
) -> Draft | None:
    """Return what each document named answers, or each year, in the question's order.

    None where the question names fewer than two, or none of them answers.
    """
    own = _without_comparing(question)
    if len(scope.documents) >= FEWEST and not scope.missing:
        return _of_documents(_measured(question, own), scope, asks, drafts)
    if len(question.years) >= FEWEST and question.asks("compare", "goal", "general"):
        return _of_years(own, scope, asks, drafts)
    return None


def _without_comparing(question: Question) -> Question:
    """Return the question that is put to each: "so sánh mục tiêu" asks for goals."""
    kinds = tuple(k for k in (question.kind, *question.also) if k != "compare") or ("general",)
    return replace(question, kind=kinds[0], also=kinds[1:])


def _measured(question: Question, own: Question) -> Question:
    """Return a question that only compares with how much or when each is, where it says of what.

    "Hiệu lực của hai quyết định khác nhau thế nào" asks when each is in force.
    """
    if question.kind != "compare" or question.also:
        return own
    each = understand(as_of_one(question.text, compared=True))
    return replace(question, text=each.text, folded=each.folded, kind=each.kind, also=each.also)


def _of_documents(question: Question, scope: Scope, asks: Asks, drafts: Drafts) -> Draft | None:
    lines: list[Line] = []
    facts: list[tuple[str, Fact]] = []
    silent: list[str] = []
    for document in scope.documents:
        desk = asks(question, replace(scope, documents=(document,)))
        desk = replace(desk, question=_without_their_years(desk, scope))
        name = short_name(desk.documents()[0].info)
        draft = drafts(desk)
        if draft is None or not draft.complete:
            silent.append(name)
            continue
        lines += _named(name, draft)
        facts += draft.facts
    lead = f"Không nêu điều này: {'; '.join(silent)}." if silent else ""
    return Draft(tuple(lines), facts=tuple(facts), lead=lead) if lines else None


def _without_their_years(desk: Desk, scope: Scope) -> Question:
    """Return the question without years that only say which papers are meant: "NQ 20 (2012)"."""
    papers = [desk.shelf.document(document).info for document in scope.documents]
    theirs = {info.issued.year for info in papers if info.issued}
    years = tuple(year for year in desk.question.years if year not in theirs)
    return replace(desk.question, years=years)


def _named(name: str, draft: Draft) -> Iterator[Line]:
    """Yield the lines of a draft, the first with the document's name before it."""
    first, *rest = draft.lines
    yield Line(first.text if name in first.text else f"{name}: {first.text}", first.proofs)
    yield from rest


def _of_years(question: Question, scope: Scope, asks: Asks, drafts: Drafts) -> Draft | None:
    """Return the answers of all years, or None where one is missing: half a comparison is none."""
    found = [drafts(asks(replace(question, years=(year,)), scope)) for year in question.years]
    complete = [draft for draft in found if draft is not None and draft.complete]
    if len(complete) < len(found):
        return None
    lines = dict.fromkeys(line for draft in complete for line in draft.lines)
    return Draft(tuple(lines), facts=tuple(fact for draft in complete for fact in draft.facts))
