"""Every sentence of one document at once, held against the words of a duty of another.

The shares are those of ``api.evidence.support``; only the order of the work differs. Each word
knows the sentences it stands in, so a duty costs as many look-ups as it has words, however long
the document is.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, TypeVar

import numpy as np

from api.evidence import EXPANSIONS, plan_of, words_of
from ingest.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeAlias

    from numpy.typing import NDArray

    from api.question import Term
    from ingest.model import Document, Span

    Places: TypeAlias = NDArray[np.int64]

Key = TypeVar("Key")
SAME: Final = 1e-9  # sums of the same weights in another order
NOWHERE: Final[Places] = np.empty(0, np.int64)


class Sentences:
    """The sentences of a document, looked up by the words in them."""

    def __init__(self, document: Document) -> None:
        found = (s for p in document.passages for s in sentences(document.text, p.span))
        # the shortest first: of two that carry as much, the one with less beside it is meant
        self.spans: tuple[Span, ...] = tuple(sorted(set(found), key=lambda s: (s.end - s.start, s)))
        words = [words_of(span.of(document.text)) for span in self.spans]
        self._toned = _places(each.toned for each in words)
        self._folded = _places(each.folded for each in words)
        self._pairs = _places(each.pairs for each in words)

    def best(self, terms: Sequence[Term]) -> tuple[Span | None, float]:
        """Return the sentence that carries most of the terms, and its share in 0..1."""
        plan = plan_of(tuple(terms))
        shares = np.zeros(len(self.spans))
        for term, weighs in plan.words:
            shares[self._holding(term)] += weighs
        for (one, two), weighs in plan.pairs:
            shares[self._pairs.get((one.folded, two.folded), NOWHERE)] += weighs
        if not plan.total or not shares.any():
            return None, 0.0
        at = int(np.argmax(shares >= shares.max() - SAME))
        return self.spans[at], float(shares[at] / plan.total)

    def _holding(self, term: Term) -> Places:
        """Return the sentences that hold a term or what it abbreviates, as ``evidence.holds``."""
        found = [
            self._toned.get(term.typed, NOWHERE)
            if term.accented
            else self._folded.get(term.folded, NOWHERE)
        ]
        for full in EXPANSIONS.get(term.folded, ()):
            places = [set(self._toned.get(word, NOWHERE).tolist()) for word in full]
            found.append(np.array(sorted(set.intersection(*places)), np.int64))
        return found[0] if len(found) == 1 else np.unique(np.concatenate(found))


def _places(sets: Iterable[frozenset[Key]]) -> dict[Key, Places]:
    """Return for each word or pair the numbers of the sets it is in."""
    places: dict[Key, list[int]] = defaultdict(list)
    for number, words in enumerate(sets):
        for word in words:
            places[word].append(number)
    return {word: np.array(numbers, np.int64) for word, numbers in places.items()}
