"""What one document sets and where another carries it out: central against provincial.

For each goal and task of the first document, the passage of the second that carries most of its
words is shown, if it carries enough of them; otherwise the row says that there is none. Both
sides are exact quotations.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from api.answer_facts import evidence_span
from api.evidence import Layer, support, words_of
from api.question import content_terms
from api.write import Proof, cite, passage_of
from index.model import Filters, Query
from ingest.model import Goal, Task
from ingest.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.model import Citation
    from api.shelf import Shelf
    from ingest.model import Document, Span

CARRIED = 0.55  # share of a goal's or task's words that a passage must hold to carry it out
FEWEST_WORDS = 4  # a duty with fewer words of its own cannot be told from its matter
CANDIDATES = 5


DutyKind: TypeAlias = Literal["goal", "task"]


@dataclass(frozen=True, slots=True)
class Pair:
    """A goal or task of the first document, and what carries it out in the second, if anything."""

    kind: DutyKind
    source: Citation
    match: Citation | None
    share: float


def compare(first: Document, second: Document, shelf: Shelf) -> tuple[Pair, ...]:
    """Return a pair for each goal and task of ``first``, in the order of its text."""
    titles = words_of(f"{first.info.title} {second.info.title}").folded
    return tuple(
        _pair(kind, Proof(first, span), second, shelf, titles) for kind, span in _duties(first)
    )


def _duties(document: Document) -> Iterator[tuple[DutyKind, Span]]:
    """Yield the kind and sentence of each goal and task, each sentence once."""
    seen = set()
    for fact in document.facts:
        if isinstance(fact, Goal | Task):
            span = evidence_span(document, passage_of(document, fact.span), fact.span)
            if span not in seen:
                seen.add(span)
                yield ("goal" if isinstance(fact, Goal) else "task"), span


def _pair(
    kind: DutyKind, proof: Proof, second: Document, shelf: Shelf, titles: frozenset[str]
) -> Pair:
    """Return the pair of one duty. Words of both titles prove nothing and are left out."""
    text = proof.span.of(proof.document.text)
    terms = [t for t in content_terms(text) if t.folded not in titles]
    filters = Filters(documents=(second.info.id,))
    hits = shelf.library.search(Query(text[:500], filters, CANDIDATES))
    best, share = None, 0.0
    for hit in hits:
        for span in sentences(second.text, hit.passage.span):
            layers = (Layer(words_of(span.of(second.text)), 1.0),)
            carried = support(terms, layers).share
            if carried > share:
                best, share = span, carried
    found = best if share >= CARRIED and len(terms) >= FEWEST_WORDS else None
    return Pair(kind, cite(proof, 1), cite(Proof(second, found), 2) if found else None, share)
