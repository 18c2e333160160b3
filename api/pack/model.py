"""The value types of a study pack: the document's own words by offset, and questions on them.

Whatever is said in the document's words is a ``Quote``: a slice of the canonical text with its
passage and official place. What is said in ours (``ask``, names of columns) holds no figure,
date or body that the sources of the line, or the official data, do not hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from ingest.model import Span  # noqa: TC001 -- pydantic reads the fields of these types

Edition: TypeAlias = Literal["participant", "trainer"]
QuestionKind: TypeAlias = Literal["choice", "gap", "statement", "open"]
Subject: TypeAlias = Literal["figure", "period", "body", "term", "place", "document", "content"]
Role: TypeAlias = Literal["quote", "gap", "swap", "link"]

GAP: Final = "……"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the document: ``text == Document.text[span]``, inside one passage."""

    text: str
    span: Span
    passage_id: str
    label: str
    official: str


@dataclass(frozen=True, slots=True)
class Datum:
    """A line of official data, with the place where the document prints it, if it does."""

    name: str
    text: str
    source: Quote | None


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A heading, or the opening words of a part that has none (then not ``whole``)."""

    depth: int
    label: str
    quote: Quote
    whole: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences of the core under one name ("Quan điểm"), in the order of the text."""

    name: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal: what is measured, how much, by when; ``source`` is its clause."""

    measure: str
    figure: str
    horizon: str
    source: Quote


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task that is given to somebody."""

    owner: tuple[str, ...]
    action: str
    partners: tuple[str, ...]
    due: str
    source: Quote


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """What falls due, who owes it, and when, as the document writes it."""

    what: str
    owner: tuple[str, ...]
    due: str
    source: Quote


@dataclass(frozen=True, slots=True)
class RelationRow:
    """Another document: how it is related, its official name, where the text names it."""

    kind: str
    official: str
    title: str
    sources: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of what a question shows.

    ``quote`` and ``swap`` are slices of the text (``swap`` stands where the document says
    something else), ``gap`` is to be filled in, ``link`` only joins two slices.
    """

    text: str
    role: Role
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose: words of the document, or official data of ``document_id``."""

    text: str
    source: Quote | None = None
    document_id: str | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question, its only key and the passages that prove it.

    ``right`` is the index of the right option, or 1 and 0 for a true and a false statement.
    """

    id: str
    kind: QuestionKind
    about: Subject
    ask: str
    shown: tuple[Piece, ...] = ()
    options: tuple[Option, ...] = ()
    right: int | None = None
    key: str = ""
    sources: tuple[Quote, ...] = ()

    @property
    def text(self) -> str:
        """What is shown under the instruction, on one line."""
        return "".join(piece.text for piece in self.shown)


@dataclass(frozen=True, slots=True)
class StudyPack:
    """Everything that is handed out about one document."""

    document_id: str
    official: str
    short: str
    title: str
    edition: Edition
    data: tuple[Datum, ...]
    outline: tuple[OutlineRow, ...]
    essentials: tuple[Group, ...]
    goals: tuple[GoalRow, ...]
    tasks: tuple[TaskRow, ...]
    deadlines: tuple[DeadlineRow, ...]
    relations: tuple[RelationRow, ...]
    questions: tuple[Question, ...]
    notes: tuple[str, ...]
