"""Newspapers and stations typed without marks, which only the papers know: "bao ap bac lam gi".

No pattern tells such a name from other words once its marks are gone; where a paper found gives
that body a task, the name is known.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from api.fact_words import parties
from ingest.bodies import body_key
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from api.question import Question
    from ingest.model import Document

FEWEST: Final = 3  # syllables: shorter names are other words as often
MEDIA: Final = re.compile(r"(?:bao|dai|tap chi) ")


def bodies_held(question: Question, documents: Iterable[Document]) -> tuple[tuple[str, ...], ...]:
    """Return the keys of bodies of ``documents`` that a question without any marks names."""
    if question.text.lower() != question.folded:
        return ()
    asked = f" {' '.join(question.folded.replace('?', ' ').replace(',', ' ').split())} "
    facts = (fact for document in documents for fact in document.facts)
    known = {name for fact in facts for name in map(_plain, parties(fact)) if _is_named(name)}
    said = sorted((name for name in known if f" {name} " in asked), key=len, reverse=True)
    whole = (n for at, n in enumerate(said) if not any(n in longer for longer in said[:at]))
    return tuple((body_key(name),) for name in whole)


@lru_cache(maxsize=8192)
def _plain(name: str) -> str:
    return fold(name)


def _is_named(name: str) -> bool:
    """Tell whether a folded name is a paper's, a station's or a magazine's, in full."""
    return MEDIA.match(name) is not None and len(name.split()) >= FEWEST
