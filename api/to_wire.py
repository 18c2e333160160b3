"""From the domain's types to the shapes that travel; nothing is decided here."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from api.highlight import highlights
from api.model import Ambiguous, Answered, NotFound, NotHeld, Outcome, Partial
from api.question import understand
from api.wire import (
    AskResponse,
    Choice,
    CitationShape,
    ClaimShape,
    DeadlineEntry,
    DeadlineShape,
    DocumentRef,
    FactEntry,
    FactShape,
    GoalEntry,
    GoalShape,
    HitShape,
    IndexShape,
    Status,
    TaskEntry,
    TaskShape,
)
from ingest.header import official_name
from ingest.health import recognition_note
from ingest.model import Deadline, Fact, Goal, Section, Task

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.model import Citation
    from api.question import Question
    from api.shelf import Shelf
    from index.model import Hit
    from ingest.model import Document, DocumentInfo, Page

STATUS: Final[dict[type[Outcome], Status]] = {
    Answered: "answered",
    Partial: "partial",
    NotFound: "not_found",
    Ambiguous: "ambiguous",
    NotHeld: "not_held",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as typed and how long its answer took."""

    question: str
    took_ms: float


def anchor(path: Sequence[str]) -> str:
    """Return the fragment under which a section stands in the document page."""
    return ".".join(path).replace(" ", "_")


def document_url(document_id: str, path: Sequence[str] = ()) -> str:
    """Return the page of a document, at a section where a path is given."""
    page = f"/documents/{quote(document_id)}"
    return f"{page}#{quote(anchor(path))}" if path else page


def official(label: str, info: DocumentInfo) -> str:
    """Return a place as official papers cite it, small to large."""
    return f"{label}, {official_name(info)}" if label else official_name(info)


def page_at(pages: Sequence[Page], offset: int) -> int | None:
    """Return the number of the page on which an offset stands; None without pages."""
    at = bisect.bisect_right([page.span.start for page in pages], offset) - 1
    return pages[at].number if at >= 0 else None


def hit_shape(hit: Hit, question: Question, shelf: Shelf) -> HitShape:
    """Return a hit with its page and the question's words marked."""
    passage = hit.passage
    return HitShape(
        passage_id=passage.id,
        path=passage.path,
        label=passage.label,
        text=passage.text,
        highlights=highlights(question, passage.text),
        page=page_at(shelf.pages(hit.document), passage.span.start),
        document=DocumentRef.model_validate(hit.document),
        score=hit.score,
        lexical=hit.lexical,
        dense=hit.dense,
        url=document_url(hit.document.id, passage.path),
    )


def citation_shape(citation: Citation) -> CitationShape:
    """Return a citation with its address in the site."""
    return CitationShape(
        number=citation.number,
        document=DocumentRef.model_validate(citation.document),
        passage_id=citation.passage_id,
        path=citation.path,
        label=citation.label,
        page=citation.page,
        quote=citation.quote,
        start=citation.span.start,
        end=citation.span.end,
        prefix=citation.prefix,
        suffix=citation.suffix,
        official=citation.official,
        url=document_url(citation.document.id, citation.path),
        source=citation.source,
        ocr_confidence=citation.ocr_confidence,
        ocr_note=ocr_note(citation.ocr_confidence),
    )


def ocr_note(confidence: float | None) -> str | None:
    """Return what a reader must know of words read from a picture; None for printed text."""
    return None if confidence is None else recognition_note(confidence)


def fact_shape(fact: Fact) -> FactShape:
    """Return a fact by itself."""
    match fact:
        case Goal():
            return GoalShape.model_validate(fact)
        case Task():
            return TaskShape.model_validate(fact)
        case Deadline():
            return DeadlineShape.model_validate(fact)


def fact_entry(fact: Fact, document: Document) -> FactEntry:
    """Return a fact with the words that prove it and their official place."""
    label = label_of(document, fact.path)
    fields = {
        **dict(fact_shape(fact)),
        "document": DocumentRef.model_validate(document.info),
        "label": label,
        "quote": fact.span.of(document.text),
        "official": official(label, document.info),
        "url": document_url(document.info.id, fact.path),
    }
    match fact:
        case Goal():
            return GoalEntry.model_validate(fields)
        case Task():
            return TaskEntry.model_validate(fields)
        case Deadline():
            return DeadlineEntry.model_validate(fields)


def label_of(document: Document, path: Sequence[str]) -> str:
    """Return the official label of a path; empty where nothing stands under it."""
    here: tuple[Section, ...] = document.sections
    label = ""
    for depth in range(1, len(path) + 1):
        found = next((s for s in here if s.path == tuple(path[:depth])), None)
        if found is None:
            break
        here, label = found.children, found.label
    else:
        if label:
            return label
    return next((p.label for p in document.passages if p.path == tuple(path)), label)


def ask_response(outcome: Outcome, asked: Asked, shelf: Shelf) -> AskResponse:
    """Return an outcome as the contract's one shape."""
    shape = AskResponse(
        status=STATUS[type(outcome)],
        answer=outcome.answer,
        index=IndexShape.model_validate(shelf.library.state()),
        took_ms=asked.took_ms,
    )
    question = understand(asked.question)
    update: dict[str, object] = {}
    if isinstance(outcome, Answered | Partial | NotHeld):
        update["claims"] = tuple(map(ClaimShape.model_validate, outcome.claims))
        update["citations"] = tuple(map(citation_shape, outcome.citations))
    if isinstance(outcome, Answered):
        pairs = ((fact, shelf.document(owner)) for owner, fact in outcome.facts)
        update["facts"] = tuple(fact_entry(fact, document) for fact, document in pairs)
    if isinstance(outcome, Ambiguous):
        update["choices"] = tuple(map(Choice.model_validate, outcome.choices))
    else:
        hits = outcome.nearest
        update["nearest"] = tuple(hit_shape(hit, question, shelf) for hit in hits)
    if isinstance(outcome, NotHeld):
        update["missing_documents"] = tuple(map(Choice.model_validate, outcome.missing))
    return shape.model_copy(update=update)
