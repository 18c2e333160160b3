"""The passages for a question, the same for search and ask, whoever asks.

The index ranks by words and meaning. What the question says of the place comes first: a place
that it names ("khoản 4 mục III"), the part of the paper that holds what it asks ("ai ký" is in
the closing), then the passages of the documents it names, then all others.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from api.paper_meant import PART_OF
from api.section_at import sections_at
from index.model import Hit, Query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.question import Question
    from api.scope import Scope
    from api.shelf import Shelf
    from index.model import Filters
    from ingest.model import Document, Passage


def find(
    question: Question, scope: Scope, shelf: Shelf, filters: Filters, limit: int
) -> tuple[Hit, ...]:
    """Return up to ``limit`` hits within ``filters``, best first, ranked from 1.

    ``filters`` bind; the documents that the question names only come first.
    """
    search = shelf.library.search
    found = list(search(Query(question.text, filters, limit)))
    if scope.documents and not filters.documents:
        own = search(Query(question.text, replace(filters, documents=scope.documents), limit))
        found = [*own, *found]
    top = max((hit.score for hit in found), default=1.0)
    pointed = [
        Hit(passage, document.info, top, None, None, 0)
        for document in map(shelf.document, scope.documents)
        for passage in _pointed(document, question)
    ]
    unique: dict[str, Hit] = {}
    for hit in (*pointed, *found):
        unique.setdefault(hit.passage.id, hit)
    ranked = list(unique.values())[:limit]
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate(ranked, 1))


def _pointed(document: Document, question: Question) -> Iterator[Passage]:
    """Yield the passages of the place or part of the paper that the question points to."""
    places = [section.span for section in sections_at(document, question.place)]
    for kind in (question.kind, *question.also, *question.paper):
        for passage in document.passages:
            if kind in PART_OF and passage.path[:1] == (PART_OF[kind],):
                yield passage
    for place in places:
        yield from (p for p in document.passages if place.holds(p.span))
