"""Every deadline, goal or task of one document, where the question names nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.fact_proofs import evidence_span
from api.fact_words import owner_of, phrase_of
from api.write import Draft, Line, Proof, capitalised, passage_of
from ingest.header import short_name
from ingest.model import Deadline, Goal, Task

if TYPE_CHECKING:
    from api.desk import Desk
    from api.question_words import Kind
    from ingest.model import Document, Fact

MOST = 14
# what is asked for → the facts that are it, and what they are called
REGISTERS: dict[Kind, tuple[type[Fact], str]] = {
    "deadline": (Deadline, "thời hạn"),
    "goal": (Goal, "mục tiêu"),
    "task": (Task, "nhiệm vụ"),
}


def answer_register(desk: Desk) -> Draft | None:
    """Return all facts of the kind asked for, in the order of the text, or None.

    Only where one document is named and no word of the question tells one fact from another.
    """
    question = desk.question
    telling = [term for term in question.terms if not term.weak]
    if len(desk.scope.documents) != 1 or telling or desk.bodies or question.years:
        return None
    kind = next((k for k in (question.kind, *question.also) if k in REGISTERS), None)
    if kind is None:
        return None
    document = desk.documents()[0]
    sort, name = REGISTERS[kind]
    found = [fact for fact in document.facts if isinstance(fact, sort)]
    lines = tuple(dict.fromkeys(_line(document, fact) for fact in found))[:MOST]
    lead = f"{short_name(document.info)} nêu {len(lines)} {name}:"
    return Draft(lines, facts=tuple((document.info.id, f) for f in found), lead=lead)


def _line(document: Document, fact: Fact) -> Line:
    """Return the sentence of a fact; a deadline with its time and who owes it before it."""
    span = evidence_span(document, passage_of(document, fact.span), fact.span)
    said = capitalised(span.of(document.text))
    if isinstance(fact, Deadline):
        owner = "; ".join(owner_of(fact))
        parts = (capitalised(phrase_of(fact.due)).rstrip("."), owner)
        said = f"{' — '.join(part for part in parts if part)}: {said}"
    return Line(said, (Proof(document, span),))
