"""What every maker of questions works with, and the small forms that questions share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from api.pack.model import GAP, Piece, Question
from api.pack.places import quote_at
from ingest.header import short_name
from ingest.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from api.pack.material import Dated, Figure, Owned, Term
    from api.pack.model import QuestionKind, Quote, Subject
    from api.pack.proofs import Grounds
    from ingest.model import Document, DocumentInfo


WORD: Final = re.compile(r"[^\W\d_]+")
SMALL: Final = re.compile(r"(?<!\w)[^\W\d_A-ZÀ-ỸĐ][^\W\d_]*")
NAMED: Final = re.compile(r"(?<=[a-zà-ỹđ,] )[A-ZÀ-ỸĐ][a-zà-ỹđ]+")  # inside a sentence
ROMAN: Final = re.compile(r"(?=[IVX])X{0,3}(?:I[XV]|V?I{0,3})")


@dataclass(frozen=True, slots=True)
class Workshop:
    """A document, what it states, what can be asked about it, and the documents beside it."""

    document: Document
    grounds: Grounds
    rng: Random
    figures: tuple[Figure, ...]
    dated: tuple[Dated, ...]
    owned: tuple[Owned, ...]
    terms: tuple[Term, ...]
    others: tuple[DocumentInfo, ...]

    @property
    def short(self) -> str:
        """How the document is named in a question."""
        return short_name(self.document.info)

    def words(self, span: Span) -> str:
        """Return the words at a span."""
        return span.of(self.document.text)

    def quote(self, span: Span) -> Quote:
        """Return the words at a span with their place."""
        return quote_at(self.document, span)

    def piece(self, start: int, end: int) -> Piece:
        """Return a stretch of the text as it is shown."""
        return Piece(self.document.text[start:end], "quote", Span(start, end))

    def with_gap(self, clause: Span, gap: Span) -> tuple[Piece, ...]:
        """Return a clause in which one stretch is left blank."""
        pieces = (
            self.piece(clause.start, gap.start),
            Piece(GAP, "gap", gap),
            self.piece(gap.end, clause.end),
        )
        return tuple(piece for piece in pieces if piece.text.strip(" ."))  # "…….": no dot too many

    def with_swap(self, clause: Span, place: Span, other: Span) -> tuple[Piece, ...]:
        """Return a clause in which one stretch gives way to another of the same document."""
        pieces = (
            self.piece(clause.start, place.start),
            Piece(self.words(other), "swap", other),
            self.piece(place.end, clause.end),
        )
        return tuple(piece for piece in pieces if piece.text)

    def headed(self, when: Span | None, clause: Span, pieces: Iterable[Piece]) -> tuple[Piece, ...]:
        """Return what is shown with its time before it, where the clause does not state it."""
        if when is None or clause.holds(when):
            return tuple(pieces)
        return (self.piece(when.start, when.end), Piece(": ", "link"), *pieces)

    def told(self, when: Span | None, clause: Span) -> str:
        """Return the time of a clause in brackets, where the clause does not state it."""
        if when is None or clause.holds(when):
            return ""
        return f" (mốc thời gian: {self.running(when)})"

    def running(self, span: Span) -> str:
        """Return the words at a span as they stand inside a sentence."""
        return lowered(self.words(span), self.document.text)

    def proofs(self, clause: Span, when: Span | None = None) -> tuple[Quote, ...]:
        """Return the clause as a source, and where its time is written if that is elsewhere."""
        own = (self.quote(clause),)
        return own if when is None or clause.holds(when) else (*own, self.quote(when))


def lowered(words: str, text: str = "") -> str:
    """Return words as they stand inside a sentence; those of a heading lose their capitals.

    A word of a heading keeps a capital where ``text`` never writes it small ("Việt Nam"), and a
    Roman figure is no word: "QUÝ IV" is "quý IV".
    """
    if not words.isupper():
        return words[:1].lower() + words[1:] if words[1:2].islower() else words
    small = frozenset(SMALL.findall(text))
    named = frozenset(NAMED.findall(text))
    return WORD.sub(lambda found: _lowered_word(found[0], small, named), words)


def _lowered_word(word: str, small: frozenset[str], named: frozenset[str]) -> str:
    if ROMAN.fullmatch(word):
        return word
    low = word.lower()
    return word.capitalize() if low not in small and word.capitalize() in named else low


def question_id(kind: QuestionKind, about: Subject, mark: str | int) -> str:
    """Return an id that stays while the text stays: kind, subject and place."""
    return f"{kind}-{about}-{mark}"


def gap_question(
    shop: Workshop, about: Subject, ask: str, place: tuple[Span, Span, Span | None]
) -> Question:
    """Return a question to fill in ``place``: the clause, the gap in it, where its time stands."""
    clause, gap, when = place
    return Question(
        id=question_id("gap", about, gap.start),
        kind="gap",
        about=about,
        ask=ask,
        shown=shop.with_gap(clause, gap),
        key=shop.words(gap),
        sources=shop.proofs(clause, when),
    )
