"""Which facts a person asks the register for: by kind, document, owner, date and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.model import Goal, Period
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from index.library import Library
    from ingest.model import Document, Fact, FactKind


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


def select(library: Library, wanted: FactFilter) -> tuple[Entry, ...]:
    """Return the matching facts: those with a day first, by day, then in the order of the text."""
    entries = [
        Entry(library.document(owner), fact)
        for owner, fact in library.facts(wanted.kind, wanted.documents)
    ]
    return tuple(sorted((e for e in entries if _matches(e, wanted)), key=_order))


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


def _matches(entry: Entry, wanted: FactFilter) -> bool:
    return all(_tests(entry, wanted))


def _tests(entry: Entry, wanted: FactFilter) -> Iterator[bool]:
    """Yield each condition's verdict; cheap ones first, so that ``all`` stops early."""
    if wanted.due_from or wanted.due_to:
        day = due_day(entry.fact)
        yield day is not None
        if day is not None:
            yield wanted.due_from is None or day >= wanted.due_from
            yield wanted.due_to is None or day <= wanted.due_to
    if wanted.owner:
        named = [fold(name) for name in owners_of(entry.fact)]
        yield any(fold(wanted.owner) in name for name in named)
    if wanted.words:
        quote = fold(entry.fact.span.of(entry.document.text))
        yield all(word in quote for word in fold(wanted.words).split())


def _order(entry: Entry) -> tuple[bool, str, str, int]:
    day = due_day(entry.fact)
    return (day is None, str(day or ""), entry.document.info.id, entry.fact.span.start)
