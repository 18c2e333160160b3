"""Which facts a person asks the register for: by kind, document, owner, date and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ingest.model import Goal, Period
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from api.shelf import Holdings
    from ingest.model import Document, Fact, FactKind

    Found: TypeAlias = tuple[str, Fact]  # a document's id and a fact of it


@dataclass(frozen=True, slots=True)
class FactFilter:
    """What is asked for; empty fields leave that side free. ``documents`` are ids."""

    kind: FactKind | None = None
    documents: tuple[str, ...] = ()
    owner: str = ""
    due_from: date | None = None
    due_to: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact in its document."""

    document: Document
    fact: Fact


def select(library: Holdings, wanted: FactFilter) -> tuple[Found, ...]:
    """Return the matching facts: those with a day first, by day, then in the order of the text.

    Documents are not loaded here unless words are asked for; ``entries`` loads those shown.
    """
    found = [
        (owner, fact)
        for owner, fact in library.facts(wanted.kind, wanted.documents)
        if _fits(fact, wanted)
    ]
    if words := fold(wanted.words).split():
        found = [
            (owner, fact)
            for owner, fact in found
            if _says(fact.span.of(library.document(owner).text), words)
        ]
    return tuple(sorted(found, key=_order))


def entries(library: Holdings, found: Iterable[Found]) -> Iterator[Entry]:
    """Yield the facts with their documents."""
    for owner, fact in found:
        yield Entry(library.document(owner), fact)


def period_of(fact: Fact) -> Period | None:
    """Return when a fact falls due or a goal is to be reached."""
    return fact.horizon if isinstance(fact, Goal) else fact.due


def due_day(fact: Fact) -> date | None:
    """Return the last day of a fact's period, the first where the end is open."""
    period = period_of(fact)
    return None if period is None else period.last or period.first


def owners_of(fact: Fact) -> tuple[str, ...]:
    """Return who owes it; a goal is owed by nobody in particular."""
    return () if isinstance(fact, Goal) else fact.owner


def _fits(fact: Fact, wanted: FactFilter) -> bool:
    """Tell whether a fact is due in the days asked for and owed by the owner asked for."""
    day = due_day(fact)
    if wanted.due_from and (day is None or day < wanted.due_from):
        return False
    if wanted.due_to and (day is None or day > wanted.due_to):
        return False
    owner = fold(wanted.owner.strip())
    return not owner or any(owner in fold(name) for name in owners_of(fact))


def _says(quote: str, words: list[str]) -> bool:
    folded = fold(quote)
    return all(word in folded for word in words)


def _order(found: Found) -> tuple[bool, str, str, int]:
    owner, fact = found
    day = due_day(fact)
    return (day is None, str(day or ""), owner, fact.span.start)
