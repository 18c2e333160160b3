"""What a fact says in words, and the bodies that take part in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.model import Deadline, Goal, Task

if TYPE_CHECKING:
    from ingest.model import Fact, Period


def parties(fact: Fact) -> tuple[str, ...]:
    """Return every body that takes part in a fact."""
    match fact:
        case Task():
            return (*fact.owner, *fact.partners, *fact.report_to)
        case Deadline():
            return fact.owner
        case Goal():
            return ()


def doers(fact: Fact) -> tuple[str, ...]:
    """Return the bodies that do a task, alone or with others."""
    return (*fact.owner, *fact.partners) if isinstance(fact, Task) else owner_of(fact)


def owner_of(fact: Fact) -> tuple[str, ...]:
    """Return the bodies that owe a task or deadline."""
    return () if isinstance(fact, Goal) else fact.owner


def said_of(fact: Fact) -> str:
    """Return what a fact says in words: its matter and the bodies that take part."""
    match fact:
        case Task():
            matter = fact.action
        case Deadline():
            matter = fact.what
        case Goal():
            matter = fact.measure
    return "; ".join((matter, *parties(fact)))


def phrase_of(period: Period | None) -> str:
    """Return the words of a period as written, or nothing."""
    return period.phrase if period else ""
