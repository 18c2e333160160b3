"""What a fact says in words, the bodies that take part in it, and what each question leads with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.model import Deadline, Goal, Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from api.question_words import Kind
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


def _due(fact: Fact) -> str | None:
    period = fact.horizon if isinstance(fact, Goal) else fact.due
    return period.phrase if period else None


def _owner(fact: Fact) -> str | None:
    return "; ".join(fact.owner) or None if isinstance(fact, Task | Deadline) else None


def _partners(fact: Fact) -> str | None:
    return "; ".join(fact.partners) or None if isinstance(fact, Task) else None


def _report_to(fact: Fact) -> str | None:
    return "; ".join(fact.report_to) or None if isinstance(fact, Task) else None


def _action(fact: Fact) -> str | None:
    return fact.action if isinstance(fact, Task) else None


def _goal(fact: Fact) -> str | None:
    """Return the figure of a goal with its bound, unit and horizon: "tối thiểu 30% GDP (…)"."""
    if not isinstance(fact, Goal) or fact.value is None:
        return None
    unit = fact.unit or ""
    figure = f"{fact.value}{unit}" if unit.startswith("%") else f"{fact.value} {unit}".strip()
    bound = f"{fact.comparator} {figure}" if fact.comparator else figure
    horizon = phrase_of(fact.horizon)
    return f"{bound} ({horizon[:1].lower()}{horizon[1:]})" if horizon else bound


ANSWERS: dict[Kind, tuple[tuple[type[Fact], ...], Callable[[Fact], str | None]]] = {
    "deadline": ((Deadline, Task, Goal), _due),
    "who": ((Task, Deadline), _owner),
    "partners": ((Task,), _partners),
    "report_to": ((Task,), _report_to),
    "task": ((Task,), _action),
    "goal": ((Goal,), _goal),
}
