"""Everything the writers of an answer look at: the question, its documents, the passages found."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from api.defined import spelt
from api.evidence import Layer, support, words_of
from api.said import said
from api.table_ranges import held_by
from api.table_rows import beside_table, row_at, seen_from
from api.write import passage_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from api.evidence import Support
    from api.question import Question, Term
    from api.scope import Scope
    from api.shelf import Shelf
    from index.model import Hit
    from ingest.model import Document, Passage, Span

# a few words that name a thing; a longer one sets a condition, and tells of the matter too
LEFT_OUT = re.compile(
    r"\((?:[Tt]rừ|[Nn]goại trừ|[Kk]hông bao gồm|[Kk]hông kể)(?: [^\s(),;]+){1,8}\)"
)
EXCEPTED = re.compile(r"\b(?:tru|khong (?:bao gom|ke|tinh|gom|ap dung))\b")  # asks about these
SAID_WORTH = 0.95  # a word that the item inherits
PASSAGE_WORTH = 0.85  # a word in another sentence of the same passage
TRAIL_WORTH = 0.8  # a word in a heading above
NEIGHBOUR_AHEAD = 0.2  # share of the question by which another sentence of the passage leads
FOUND_WORTH = 0.25  # what the index says of a passage, beside the words of a sentence
ALIKE_WORTH = 0.3  # what the nearness of a sentence in meaning says, beside its words
ALIKE_FROM = 0.4  # share of the question below which a sentence is never said, nor looked at
TITLE_WORTH = 0.6  # a word in the document's own title


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of a passage as a candidate answer, and how well it carries the question.

    ``score`` is of its words and place, ``alike`` the nearness of its meaning.
    """

    document: Document
    passage: Passage
    span: Span
    support: Support
    score: float
    alike: float = 0.0

    @property
    def rank(self) -> float:
        """What candidates are put in order by."""
        return self.score + ALIKE_WORTH * self.alike

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.span.of(self.document.text)


@dataclass(frozen=True, eq=False)  # each is one question's own
class Desk:
    """The material of one question: hits within the scope, best first, and bodies it names."""

    shelf: Shelf
    question: Question
    scope: Scope
    hits: tuple[Hit, ...]
    bodies: tuple[tuple[str, ...], ...]

    def documents(self) -> tuple[Document, ...]:
        """Return the documents named, or else those of the hits, most hits first."""
        ids = self.scope.documents or tuple(dict.fromkeys(h.document.id for h in self.hits))
        return tuple(self.shelf.document(i) for i in ids)

    def weigh(
        self, document: Document, span: Span, said: str = "", terms: Sequence[Term] | None = None
    ) -> Support:
        """Return how far the words at ``span``, in their place, carry the question.

        ``said`` are words that belong to the span though they stand elsewhere, as the owner
        that an item inherits from its heading.
        """
        passage = passage_of(document, span)
        own, around, inherited, titled = span.of(document.text), passage.text, said, ""
        row = row_at(document.text, span) if "|" in passage.text else None
        if row:  # is not told by the rows beside it
            held = held_by(self.question, document.text, row).figures
            own, titled = row.told, row.titled
            around = beside_table(document.text, passage.span, row)
            above = [g.of(document.text) for g in row.groups] if said else [row.inherited]
            inherited = " ; ".join((said, *above, *held))
        layers = (
            Layer(words_of(spelt(document, self._meant(own))), 1.0),
            Layer(words_of(self._meant(inherited)), SAID_WORTH),
            Layer(words_of(spelt(document, self._meant(around))), PASSAGE_WORTH),
            Layer(words_of(f"{passage.context} ; {titled}"), TRAIL_WORTH),
            Layer(words_of(head_of(document)), TITLE_WORTH),
        )
        return support(self.question.terms if terms is None else terms, layers)

    def carries(self, words: str) -> float:
        """Return the share of the question that ``words`` alone carry."""
        return support(self.question.terms, (Layer(words_of(self._meant(words)), 1.0),)).share

    def _meant(self, words: str) -> str:
        """Return ``words`` without what they leave out, but where this is what is asked."""
        return words if self._asks_exceptions else without_left_out(words)

    @cached_property
    def _asks_exceptions(self) -> bool:
        return EXCEPTED.search(self.question.folded) is not None

    def outdone(self, document: Document, span: Span, inherited: str = "") -> bool:
        """Tell whether a neighbouring sentence carries clearly more of the question.

        What a sentence states is not borrowed for the matter of its neighbour: "mở chuyên mục.
        Báo cáo trước ngày 15/12" gives the column no date. ``inherited`` as ``said`` in ``weigh``.
        """
        own = self.carries(f"{span.of(document.text)} {inherited}")
        around = said(document.text, passage_of(document, span).span)
        return any(
            self.carries(other.of(document.text)) > own + NEIGHBOUR_AHEAD
            for other in around
            if other.end <= span.start or span.end <= other.start
        )

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Every sentence of the passages found, with its support."""
        units = tuple(self._units())
        read = tuple(unit for unit in units if unit.support.share >= ALIKE_FROM)
        alike = self.shelf.library.nearness(self.question.text, [unit.text for unit in read])
        known = dict(zip(map(id, read), alike, strict=True))
        return tuple(replace(unit, alike=known.get(id(unit), 0.0)) for unit in units)

    def alike(self, document: Document, span: Span) -> float:
        """Return the nearness in meaning of the sentence in which ``span`` begins, or 0."""
        own = (u for u in self.units if u.document.info.id == document.info.id)
        return next((u.alike for u in own if u.span.start <= span.start < u.span.end), 0.0)

    def _units(self) -> Iterator[Unit]:
        for hit in self.hits:
            document = self.shelf.document(hit.document.id)
            for span in said(document.text, hit.passage.span):
                weighed = self.weigh(document, span)
                score = weighed.share + FOUND_WORTH * hit.score
                passage = seen_from(document, hit.passage, span)
                yield Unit(document, passage, span, weighed, score)


@lru_cache(maxsize=32768)  # a question is held against hundreds of sentences
def without_left_out(words: str) -> str:
    """Return ``words`` without what they say is left out: "tài sản công (trừ xe ô tô)"."""
    return LEFT_OUT.sub(" ", words)


def head_of(document: Document) -> str:
    """Return the words a person may name a document by: number, type, title, issuer, place."""
    info = document.info
    parts = (info.type, info.symbol, info.title, info.issuer, info.place)
    year = f"năm {info.issued.year}" if info.issued else ""
    return " ".join([*(part for part in parts if part), year])
