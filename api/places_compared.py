"""One question put to papers of several places: "Nghệ An và Bắc Ninh khác nhau thế nào"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from api.find import find
from api.question import understand
from api.scope import placed
from index.model import Filters
from ingest.text import fold

if TYPE_CHECKING:
    from api.question import Question
    from api.scope import Scope
    from api.shelf import Shelf

# "so với" alone may also measure: "tăng so với 2020"
COMPARES: Final = re.compile(
    r"\bso voi\b|\b(?:hai|ca hai) (?:quyet dinh|nghi quyet|ke hoach|van ban|tinh|noi|thanh pho)\b"
    r"|\blan luot\b|\bmoi (?:noi|tinh|ben|thanh pho)\b"
)
DEPTH: Final = 40  # passages in which the paper of each place is looked for
FEWEST: Final = 2


def with_places_compared(asked: Question, scope: Scope, shelf: Shelf) -> tuple[Question, Scope]:
    """Return the question without places, and the papers it compares; unchanged if none.

    "Mục tiêu của Bắc Ninh so với Nghị quyết 57" asks the resolution and the plan of Bắc Ninh; where
    two places are named and no paper, the paper of each that speaks most of the matter is meant.
    """
    compares = asked.asks("compare") or COMPARES.search(asked.folded)
    if not compares or len(scope.documents) >= FEWEST or scope.missing:
        return asked, scope
    ids, without_place = placed(asked, shelf)
    bare = replace(understand(without_place), mentions=asked.mentions)
    beside = _beside(bare, replace(scope, documents=ids), scope.documents, shelf)
    if not beside or len(scope.documents) + len(beside) < FEWEST:
        return asked, scope
    return bare, replace(scope, documents=(*scope.documents, *beside))


def _beside(bare: Question, local: Scope, named: tuple[str, ...], shelf: Shelf) -> tuple[str, ...]:
    """Return the papers of places to ask beside the one ``named``, or one of each place."""
    if named:
        return local.documents if len(local.documents) == 1 and local.documents != named else ()
    return _one_of_each(bare, local, shelf) if local.documents else ()


def _one_of_each(bare: Question, scope: Scope, shelf: Shelf) -> tuple[str, ...]:
    """Return of each place the paper that is found first."""
    hits = find(bare, scope, shelf, Filters(documents=scope.documents), DEPTH)
    first: dict[str, str] = {}
    for hit in hits:
        first.setdefault(fold(hit.document.place or ""), hit.document.id)
    return tuple(first.values())
