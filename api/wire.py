"""The shapes of everything that travels as JSON; ``api.to_wire`` fills them from the domain.

Shapes read attributes of the domain's dataclasses, so a field named alike needs no mapping.
Offsets count code points of the canonical text, ends are exclusive.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

QUESTION_LENGTH = 2_000
LIMIT = 100
DOCUMENTS_NAMED = 100

Status: TypeAlias = Literal["answered", "partial", "not_found", "ambiguous", "not_held"]
Question: TypeAlias = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=QUESTION_LENGTH)
]
Written: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Shape(BaseModel):
    """What every shape shares: built from attributes, never changed."""

    model_config = ConfigDict(from_attributes=True, frozen=True, defer_build=True)


class AskRequest(BaseModel):
    """A question, and the documents it is to be answered from (ids or written numbers)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: Question
    documents: Annotated[tuple[Written, ...], Field(max_length=DOCUMENTS_NAMED)] = ()
    limit: Annotated[int, Field(ge=1, le=LIMIT)] = 5


class SpanShape(Shape):
    """A half-open stretch of the canonical text."""

    start: int
    end: int


class PeriodShape(Shape):
    """First and last day (null = open) and the phrase as written."""

    first: date | None
    last: date | None
    phrase: str
    recurring: str | None


class DocumentRef(Shape):
    """Enough of a document to name it."""

    id: str
    symbol: str | None
    type: str | None
    title: str
    issuer: str | None
    issued: date | None


class Choice(DocumentRef):
    """A document that a short form could mean, or whose text is missing."""

    held: bool


class GoalShape(Shape):
    """What is to be reached."""

    kind: Literal["goal"] = "goal"
    measure: str
    comparator: str | None
    value: str | None
    unit: str | None
    horizon: PeriodShape | None
    span: SpanShape
    path: tuple[str, ...]


class TaskShape(Shape):
    """Who does what, with whom, reporting to whom, by when."""

    kind: Literal["task"] = "task"
    owner: tuple[str, ...]
    action: str
    partners: tuple[str, ...]
    report_to: tuple[str, ...]
    due: PeriodShape | None
    span: SpanShape
    path: tuple[str, ...]


class DeadlineShape(Shape):
    """What falls due, who owes it, and when."""

    kind: Literal["deadline"] = "deadline"
    what: str
    owner: tuple[str, ...]
    due: PeriodShape
    span: SpanShape
    path: tuple[str, ...]


FactShape: TypeAlias = Annotated[GoalShape | TaskShape | DeadlineShape, Field(discriminator="kind")]


class Place(Shape):
    """Where a fact stands: the proof that it is not made up."""

    document: DocumentRef
    label: str
    quote: str
    official: str
    url: str


class GoalEntry(Place, GoalShape):
    """A goal with its place."""


class TaskEntry(Place, TaskShape):
    """A task with its place."""


class DeadlineEntry(Place, DeadlineShape):
    """A deadline with its place."""


FactEntry: TypeAlias = Annotated[GoalEntry | TaskEntry | DeadlineEntry, Field(discriminator="kind")]


class ClaimShape(Shape):
    """One sentence of the answer and the numbers of the citations that prove it."""

    text: str
    start: int
    end: int
    citations: tuple[int, ...]


class CitationShape(Shape):
    """The proof of a claim: ``quote`` is ``text[start:end]`` of the document."""

    number: int
    document: DocumentRef
    passage_id: str
    path: tuple[str, ...]
    label: str
    page: int | None
    quote: str
    start: int
    end: int
    prefix: str
    suffix: str
    official: str
    url: str
    source: Literal["text", "digest"] = "text"
    ocr_confidence: float | None = Field(None, ge=0, le=1)
    ocr_note: str | None = Field(None, description="nhận dạng từ bản quét, độ tin cậy bao nhiêu")


class HitShape(Shape):
    """A passage that matches; ``highlights`` are offsets in ``text``."""

    passage_id: str
    path: tuple[str, ...]
    label: str
    text: str
    highlights: tuple[tuple[int, int], ...]
    page: int | None
    document: DocumentRef
    score: float
    lexical: float | None
    dense: float | None
    url: str


class IndexShape(Shape):
    """Which state of the library gave the answer."""

    generation: int
    model: str
    documents: int


class AskResponse(Shape):
    """One of five outcomes; ``answered`` and ``partial`` carry claims and citations.

    So does ``not_held`` where a digest tells of the document: their ``source`` is "digest".
    """

    status: Status
    answer: str
    claims: tuple[ClaimShape, ...] = ()
    citations: tuple[CitationShape, ...] = ()
    facts: tuple[FactEntry, ...] = ()
    choices: tuple[Choice, ...] = ()
    missing_documents: tuple[Choice, ...] = ()
    nearest: tuple[HitShape, ...] = ()
    index: IndexShape
    took_ms: float


class Understood(Shape):
    """The words as typed and as searched for."""

    typed: str
    understood: str


class SearchResponse(Shape):
    """A page of hits, best first."""

    query: Understood
    hits: tuple[HitShape, ...]
    took_ms: float


class FactsResponse(Shape):
    """A page of facts; ``total`` counts all that match."""

    facts: tuple[FactEntry, ...]
    total: int
    took_ms: float


class FieldError(Shape):
    """What is wrong with one field of a request."""

    field: str
    pointer: str
    detail: str


class Problem(Shape):
    """An error as RFC 9457 describes it."""

    type: str
    title: str
    status: int
    detail: str
    errors: tuple[FieldError, ...] = ()


class RelationShape(Shape):
    """How one document stands to another that is known."""

    kind: str
    document: DocumentRef | None
    target: str


class DocumentProblem(Problem):
    """No text of this document is held; what is known of it all the same."""

    document: DocumentRef | None = None
    relations: tuple[RelationShape, ...] = ()
    related_from: tuple[RelationShape, ...] = ()
    referenced_by: tuple[DocumentRef, ...] = ()


class Choices(Shape):
    """Answer 300: the written form names several documents."""

    title: str
    status: Literal[300] = 300
    detail: str
    choices: tuple[Choice, ...]
