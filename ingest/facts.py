"""Goals, tasks and deadlines, each with its exact place in the text."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ingest.facts_deadlines import deadlines
from ingest.facts_fields import read_fields
from ingest.facts_goals import goals
from ingest.facts_reading import read_for_facts
from ingest.facts_tables import table_facts
from ingest.facts_tasks import duties, task_of
from ingest.facts_units import units

if TYPE_CHECKING:
    from datetime import date

    from ingest.facts_tasks import Duty
    from ingest.model import Fact, Section, Span

_ORDER = {"Goal": 0, "Task": 1, "Deadline": 2}


def find_facts(
    text: str, sections: tuple[Section, ...], body: Span, issued: date | None
) -> tuple[Fact, ...]:
    """Return the goals, tasks and deadlines of a document in the order of the text."""
    reading = read_for_facts(text, issued)
    sentences = list(units(text, sections, body))
    fields = read_fields(text, sentences)
    known: dict[int, list[Duty]] = defaultdict(list)
    found: list[Fact] = list(goals(reading, sentences))
    for duty in duties(reading, sentences, fields):
        known[duty.unit.trail[-1].span.start if duty.unit.trail else -1].append(duty)
        found.append(task_of(reading, duty, fields))
    found += deadlines(reading, sentences, known, fields)
    found += table_facts(reading, sections)
    return tuple(sorted(found, key=lambda f: (f.span.start, _ORDER[type(f).__name__], f.span.end)))
