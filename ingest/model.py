"""The value types of a document: everything that reading a file yields.

All are frozen; offsets count Unicode code points of ``Document.text`` and ends are exclusive.
A quotation is ``Document.text[span.start:span.end]`` and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

PageSource: TypeAlias = Literal["text layer", "ocr", "none"]
Verdict: TypeAlias = Literal["tốt", "cần xem lại", "không tin cậy được"]
FactKind: TypeAlias = Literal["goal", "task", "deadline"]
NamedField: TypeAlias = Literal["symbol", "issued"]  # what the name of a file can tell of a head


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a document's canonical text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that stand at this span of ``text``."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Tell whether ``other`` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the original file and where its text stands; text files have none."""

    number: int
    span: Span
    source: PageSource
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One headed, numbered or dashed part of the body, with the parts inside it.

    ``path`` is as cited, large to small: ``("III", "4")``, ``("Chương II", "Điều 5", "2", "a")``;
    dashes count ``"-1"``, ``"-2"``. ``label`` is the official wording, small to large:
    "khoản 4, mục III". ``heading`` is the heading line without its number (a slice of the text),
    empty where the item has running text only. ``span`` runs from the first character of the
    printed number to the last of the part, children included.
    """

    path: tuple[str, ...]
    label: str
    heading: str
    span: Span
    children: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Yield this section and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Passage:
    """What is indexed and cited: a stretch of text inside one section.

    ``id`` is ``{document id}#{path joined by "."}``; the second and later pieces of a long
    section carry ``~2``, ``~3``. ``context`` (document number and heading trail) is indexed
    with the text and never quoted. ``text == Document.text[span]``.
    """

    id: str
    document_id: str
    path: tuple[str, ...]
    label: str
    span: Span
    text: str
    context: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Another document named in the text: ``symbol`` in canonical writing, e.g. "57-NQ/TW"."""

    symbol: str
    type: str | None
    issuer: str | None
    issued: date | None
    span: Span


@dataclass(frozen=True, slots=True)
class Period:
    """A time expression: first and last day (None = open), and the phrase as written.

    "trong quý I năm 2025" is 2025-01-01..2025-03-31; "trước ngày 10/5/2025" ends 2025-05-09.
    ``recurring`` is the phrase of repetition ("hằng năm", "định kỳ 6 tháng") or None.
    """

    first: date | None
    last: date | None
    phrase: str
    recurring: str | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """What is to be reached: a measure, with figure and horizon where the text states them.

    ``measure``, ``value`` (as printed: "40 - 50", "0,7") and ``unit`` are slices of the text;
    a qualitative goal has neither value nor unit. ``span`` is the clause, inside one passage.
    """

    measure: str
    comparator: str | None
    value: str | None
    unit: str | None
    horizon: Period | None
    span: Span
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """Who does what, with whom, reporting to whom, by when."""

    owner: tuple[str, ...]
    action: str
    partners: tuple[str, ...]
    report_to: tuple[str, ...]
    due: Period | None
    span: Span
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """What falls due, who owes it, and when; ``due.recurring`` is set for repeated duties."""

    what: str
    owner: tuple[str, ...]
    due: Period
    span: Span
    path: tuple[str, ...] = ()


Fact: TypeAlias = Goal | Task | Deadline


def fact_kind(fact: Fact) -> FactKind:
    """Return the kind of a fact as the API names it."""
    match fact:
        case Goal():
            return "goal"
        case Task():
            return "task"
        case Deadline():
            return "deadline"


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """The head of a document. ``id`` is made of number, type, issuer and date.

    ``type`` is the Vietnamese name with a capital ("Kế hoạch"); ``title`` the trích yếu on one
    line, without the type; ``source`` the file name or address; ``sha256`` of the bytes.
    """

    id: str
    symbol: str | None
    type: str | None
    title: str
    issuer: str | None
    place: str | None
    issued: date | None
    signer: str | None
    recipients: tuple[str, ...]
    source: str
    sha256: str
    from_file: tuple[NamedField, ...] = ()  # left open by the document, filled by the file's name

    @property
    def symbol_seen(self) -> str | None:
        """The number where the document itself states it."""
        return None if "symbol" in self.from_file else self.symbol


@dataclass(frozen=True, slots=True)
class Health:
    """How well a document could be read, with reasons a person understands (Vietnamese).

    ``recognised_pages`` were read from pictures (OCR), ``recognised_share`` of all pages;
    ``recognised_confidence`` (0 to 1) is the mean over their characters. ``hidden`` is text that
    the file holds and no reader of its pages sees: kept out of the canonical text.
    ``tables_not_understood`` counts tables whose rows have cells beyond those of the first;
    ``broken_share`` of the letters stand in words that no Vietnamese syllable is written like.
    """

    verdict: Verdict
    reasons: tuple[str, ...] = ()
    format: str = ""
    encoding: str | None = None
    pages: int = 0
    pages_without_text: tuple[int, ...] = ()
    fields_missing: tuple[str, ...] = ()
    numbering_gaps: tuple[str, ...] = ()
    lost_characters: int = 0
    marks: tuple[str, ...] = ()
    recognised_pages: tuple[int, ...] = ()
    recognised_share: float = 0.0
    recognised_confidence: float | None = None
    hidden: tuple[str, ...] = ()
    tables_not_understood: int = 0
    broken_share: float = 0.0


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: one canonical text and everything found in it, all by offset."""

    info: DocumentInfo
    text: str
    pages: tuple[Page, ...]
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    facts: tuple[Fact, ...]
    references: tuple[Reference, ...]
    health: Health

    def walk(self) -> Iterator[Section]:
        """Yield every section in the order of the text."""
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True)
class RawPage:
    """One page as a format reader yields it: lines in reading order, not yet normalised."""

    number: int | None
    lines: tuple[str, ...]
    source: PageSource = "text layer"
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class RawText:
    """What a format reader yields. ``wrapped`` is true where lines end at the page's edge.

    ``wrapped`` (PDF, OCR) asks for broken lines to be joined; elsewhere a line is a paragraph.
    ``hidden`` says what was kept out because no reader sees it.
    """

    format: str
    pages: tuple[RawPage, ...]
    wrapped: bool = False
    encoding: str | None = None
    lost_characters: int = 0
    notes: tuple[str, ...] = field(default=())
    hidden: tuple[str, ...] = ()
    guessed: tuple[tuple[str, str], ...] = ()  # figures recognition saw in a head: ("day", "16")


@dataclass(frozen=True, slots=True)
class CanonicalText:
    """The one text that every offset refers to (NFC), with the pages' places in it."""

    text: str
    pages: tuple[Page, ...]
    lost_characters: int = 0


@dataclass(frozen=True, slots=True)
class Header:
    """What stands before and after the body. ``body`` is the span between head and closing.

    ``signer`` and ``recipients`` come from the closing. Fields not found are None or empty;
    reading a header never fails.
    """

    symbol: str | None
    type: str | None
    title: str
    issuer: str | None
    place: str | None
    issued: date | None
    signer: str | None
    recipients: tuple[str, ...]
    marks: tuple[str, ...]
    body: Span
    from_file: tuple[NamedField, ...] = ()
