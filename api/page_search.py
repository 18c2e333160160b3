"""The search page: what may be filtered by, and why each passage was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from api.highlight import TOKEN
from api.question import understand
from index.model import Filters, Query
from ingest.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from api.shelf import Shelf
    from api.wire import HitShape
    from ingest.model import DocumentInfo

PER_PAGE: Final = 10
STRENGTHS: Final = ((0.8, "rất gần"), (0.5, "gần"), (0.0, "hơi gần"))
"""A leg's score as a share of the best one on the page, in words."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person searches for; empty fields leave that side free."""

    words: str = ""
    documents: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    year: int | None = None
    page: int = 1

    def query(self, shelf: Shelf) -> Query:
        """Return the search with one hit more than a page, which tells whether there is another.

        Raises:
            TracuuError: a document named is unknown, or several bear its number.

        """
        first = date(self.year, 1, 1) if self.year else None
        last = date(self.year, 12, 31) if self.year else None
        named = shelf.ids(self.documents)
        filters = Filters(named, self.types, self.issuers, first, last)
        return Query(self.words, filters, PER_PAGE + 1, (self.page - 1) * PER_PAGE)


@dataclass(frozen=True, slots=True)
class Facets:
    """What the documents held can be filtered by."""

    documents: tuple[DocumentInfo, ...]
    types: tuple[str, ...]
    issuers: tuple[str, ...]
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """Why a passage was found: the words of the question in it, those not, and each leg's say."""

    matched: tuple[str, ...]
    missing: tuple[str, ...]
    lexical: str
    dense: str


def facets(infos: Iterable[DocumentInfo]) -> Facets:
    """Return the choices of each filter: newest documents and years first, names in order."""
    held = tuple(sorted(infos, key=lambda i: (str(i.issued or ""), i.id), reverse=True))
    return Facets(
        documents=held,
        types=tuple(sorted({i.type for i in held if i.type})),
        issuers=tuple(sorted({i.issuer for i in held if i.issuer})),
        years=tuple(sorted({i.issued.year for i in held if i.issued}, reverse=True)),
    )


def reasons(typed: str, hits: Sequence[HitShape]) -> tuple[Why, ...]:
    """Return why each hit was found, in the order of the hits."""
    asked = {fold(word): word for t in understand(typed).terms for word in TOKEN.findall(t.typed)}
    lexical = max((hit.lexical or 0 for hit in hits), default=0)
    dense = max((hit.dense or 0 for hit in hits), default=0)
    found = []
    for hit in hits:
        marked = " ".join(hit.text[start:end] for start, end in hit.highlights)
        there = {fold(word) for word in TOKEN.findall(marked)}
        found.append(
            Why(
                matched=tuple(word for key, word in asked.items() if key in there),
                missing=tuple(word for key, word in asked.items() if key not in there),
                lexical=_strength(hit.lexical, lexical),
                dense=_strength(hit.dense, dense),
            )
        )
    return tuple(found)


def _strength(score: float | None, best: float) -> str:
    """Return a score in words, against the best of the page; empty where the leg says nothing."""
    if not score or score <= 0 or best <= 0:
        return ""
    return next(words for share, words in STRENGTHS if score / best >= share)
