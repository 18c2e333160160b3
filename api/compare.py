"""What one document sets and where another carries it out: central against provincial.

For each goal and task of the first document, the sentence of the second that carries most of its
words is shown, if it carries enough of them; otherwise the row says that there is none. Both
sides are exact quotations. Every sentence of the second is looked at, so "none" means none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

from api.carried import Sentences
from api.evidence import words_of
from api.fact_proofs import evidence_span
from api.question import content_terms
from api.write import Proof, cite, passage_of
from ingest.model import Goal, Task

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.model import Citation
    from api.question import Term
    from ingest.model import Document, Span

CARRIED = 0.55  # share of a goal's or task's words that a sentence must hold to carry it out
WHOLE = 0.9  # the same of a duty that says little beyond the titles
FEWEST_WORDS = 4  # a duty with fewer words of its own cannot be told from its matter


# what any duty may open with says nothing of its matter, and counts like a word that only asks
URGING = frozenset(
    tuple(words.split())
    for words in (
        *("đẩy mạnh", "tăng cường", "nâng cao", "tiếp tục", "thúc đẩy", "chú trọng", "quan tâm"),
        *("tập trung", "hoàn thành", "hình thành", "xây dựng", "phát triển", "thực hiện"),
        *("triển khai", "tổ chức", "bảo đảm", "đảm bảo", "phấn đấu", "từng bước"),
    )
)


DutyKind: TypeAlias = Literal["goal", "task"]


@dataclass(frozen=True, slots=True)
class Pair:
    """A goal or task of the first document, and what carries it out in the second, if anything."""

    kind: DutyKind
    source: Citation
    match: Citation | None
    share: float


def compare(first: Document, second: Document) -> tuple[Pair, ...]:
    """Return a pair for each goal and task of ``first``, in the order of its text."""
    titles = words_of(f"{first.info.title} {second.info.title}").folded
    shown = Sentences(second)
    pairs = []
    for kind, span in _duties(first):
        best, share, needed = _carrier(_matter(span.of(first.text)), shown, titles)
        match = cite(Proof(second, best), 2) if best and share >= needed else None
        pairs.append(Pair(kind, cite(Proof(first, span), 1), match, share))
    return tuple(pairs)


def _carrier(
    terms: list[Term], shown: Sentences, titles: frozenset[str]
) -> tuple[Span | None, float, float]:
    """Return the sentence nearest to a duty, what it carries, and what it must carry.

    Words of both titles prove nothing and are left out, unless too few others are left: then the
    whole duty must stand there.
    """
    own = [term for term in terms if term.folded not in titles]
    if sum(not term.weak for term in own) >= FEWEST_WORDS:
        return (*shown.best(own), CARRIED)
    return (*shown.best(terms), WHOLE)


def _matter(text: str) -> list[Term]:
    """Return the words of a duty, those that only urge as weak ones."""
    terms = content_terms(text)
    urging = {
        at + step
        for at, (one, two) in enumerate(pairwise(terms))
        if (one.typed, two.typed) in URGING
        for step in (0, 1)
    }
    return [replace(t, weak=t.weak or at in urging) for at, t in enumerate(terms)]


def _duties(document: Document) -> Iterator[tuple[DutyKind, Span]]:
    """Yield the kind and sentence of each goal and task, each sentence once."""
    seen = set()
    for fact in document.facts:
        if isinstance(fact, Goal | Task):
            span = evidence_span(document, passage_of(document, fact.span), fact.span)
            if span not in seen:
                seen.add(span)
                yield ("goal" if isinstance(fact, Goal) else "task"), span
