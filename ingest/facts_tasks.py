"""Tasks: who does what, with whom, reporting to whom, by when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.facts_due import due_in
from ingest.facts_fields import Fields, fields_in
from ingest.facts_owners import (
    IMPERATIVE,
    LED_DUTY,
    Subject,
    charged,
    heading_owners,
    inherited_owners,
    is_asked,
    listed_bodies,
    subject_of,
)
from ingest.facts_units import Role, Unit, clauses, in_articles, opening, role_of
from ingest.model import Period, Span, Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ingest.facts_reading import Reading

_WITH = re.compile(
    r"phối hợp(?: chặt chẽ| đồng bộ| tốt)?(?: với| cùng với| cùng)?\s+(?=\w)", re.IGNORECASE
)
_REPORT = re.compile(
    r"(?<!chương )(?<!quá )(?<!quy )(?<!lộ )(?<!công )\b(?:báo cáo|gửi|trình)\b", re.IGNORECASE
)
_TOWARDS = re.compile(
    r"(?:báo cáo|báo cáo với|về|lên|với|cho|gửi|gửi về|trình|đến|tới|để|cáo)\s+$", re.IGNORECASE
)
_VIA = re.compile(r"\s*[,(]?\s*((?:thông )?qua )")
_PREAMBLE = re.compile(r"\b(?:như sau|sau đây|sau)\s*:?\s*$")
_DUTY_ARTICLE = re.compile(r"(?:Chức năng, )?(?:nhiệm vụ|trách nhiệm)", re.IGNORECASE)
_SHORTEST_ACTION = 12  # code points
_REPORT_REACH = 120


@dataclass(frozen=True, slots=True)
class Duty:
    """One sentence that binds somebody: the bodies and where the action begins."""

    unit: Unit
    owners: tuple[Span, ...]
    predicate: int


def _owner_field(reading: Reading, unit: Unit, fields: Fields) -> tuple[Span, ...]:
    found = fields.of_unit(unit, "owner")
    return listed_bodies(reading, found.value.start, found.value.end) if found else ()


def _subjects(reading: Reading, unit: Unit) -> Iterator[tuple[Unit, Subject]]:
    """Yield the subject of the sentence, and of its later clauses that have their own."""
    whole = subject_of(reading, unit.span)
    if whole:
        yield unit, whole
    done = whole.predicate if whole else unit.span.start + 1
    for clause in clauses(reading.text, unit):
        if clause.span.start < done:
            continue
        subject = subject_of(reading, clause.span)
        if subject and subject.predicate < clause.span.end:
            yield clause, subject


def _stretches(reading: Reading, unit: Unit) -> list[tuple[Span, Subject]]:
    """Return the stretches of a sentence that each open with their own subject."""
    found = list(_subjects(reading, unit))
    stretches = []
    for at, (clause, subject) in enumerate(found):
        end = found[at + 1][0].span.start if at + 1 < len(found) else unit.span.end
        words = reading.text[clause.span.start : end].rstrip(" ;\n")
        stretches.append((Span(clause.span.start, clause.span.start + len(words)), subject))
    return stretches


class _Owners:
    """The owner that runs on from one sentence of an item, or from the preamble, to the next."""

    def __init__(self) -> None:
        self.item = -1
        self.spans: tuple[Span, ...] = ()
        self.of_all: tuple[Span, ...] = ()

    def note(self, unit: Unit, spans: tuple[Span, ...]) -> None:
        self.item, self.spans = unit.item, spans

    def of(self, unit: Unit) -> tuple[Span, ...]:
        return self.spans if unit.item == self.item else ()


def duties(reading: Reading, units: Iterable[Unit], fields: Fields) -> Iterator[Duty]:
    """Yield every sentence (or clause with its own subject) that lays a duty on somebody."""
    running = _Owners()
    for unit in units:
        if unit.role in {Role.REVIEW, Role.GOALS, Role.PURPOSE} or _labels_only(reading, unit):
            continue
        yield from _of_sentence(reading, unit, fields, running)


def _labels_only(reading: Reading, unit: Unit) -> bool:
    found = fields_in(reading.text, unit.span)
    return bool(found) and found[0].label.start == unit.span.start and found[0].kind != "task"


def _of_sentence(reading: Reading, unit: Unit, fields: Fields, running: _Owners) -> Iterator[Duty]:
    text = reading.text
    if unit.heading and (named := heading_owners(reading, unit.trail[-1])):
        running.note(unit, named)
        return
    own = _stretches(reading, unit)
    leads = _PREAMBLE.search(unit.span.of(text)) is not None
    if own and (first := _before_subject(reading, unit, own[0][0].start)):
        yield from _without_subject(reading, first, fields, running)
    elif own and unit.span.start == unit.item:
        running.note(unit, own[0][1].owners)
    if leads and unit.path == ("mo-dau",):
        asked = list(charged(reading, unit.span))
        running.of_all = asked[-1].owners if asked else ()
    if leads or (unit.heading and not own and _is_title(reading, unit)):
        return
    if own and (unit.path != ("mo-dau",) or is_asked(reading, unit.span)):
        for span, subject in own:
            if span.end - subject.predicate > _SHORTEST_ACTION:
                yield Duty(_at(unit, span), subject.owners, subject.predicate)
        return
    yield from _without_subject(reading, unit, fields, running)


def _before_subject(reading: Reading, unit: Unit, start: int) -> Unit | None:
    """Return the clauses of a sentence that stand before the first with a subject of its own."""
    words = reading.text[unit.span.start : start].rstrip(" ;\n")
    clause = Span(unit.span.start, unit.span.start + len(words))
    if is_asked(reading, clause) or not IMPERATIVE.match(reading.text, clause.start, clause.end):
        return None
    return _at(unit, clause)


def _without_subject(
    reading: Reading, unit: Unit, fields: Fields, running: _Owners
) -> Iterator[Duty]:
    """Yield a duty that the heading, a field or a charge inside the sentence gives an owner."""
    start = _after_task_label(reading, unit)
    outside = unit.path in {("mo-dau",), ("ket",)}
    opens = IMPERATIVE.match(reading.text, start, unit.span.end)
    owners = () if outside else _inherited(reading, unit, fields, running)
    if owners and (opens or LED_DUTY.match(reading.text, start, unit.span.end)):
        yield Duty(unit, owners, start)
    elif asked := list(charged(reading, unit.span)):
        yield from (Duty(unit, subject.owners, subject.predicate) for subject in asked)
    elif (opens or _names_task(reading, unit)) and not outside and _binds_reader(reading, unit):
        yield Duty(unit, running.of_all, start)


def _names_task(reading: Reading, unit: Unit) -> bool:
    """Tell whether an item of a list of tasks is one line without a stop: a task, by its place."""
    if unit.role is not Role.TASKS or not unit.trail or unit.trail[-1].children:
        return False
    rest = reading.text[unit.span.end : unit.trail[-1].span.end]
    whole = unit.span.start == unit.item and not rest.strip()
    return whole and reading.text[unit.span.end - 1].isalnum()


def _binds_reader(reading: Reading, unit: Unit) -> bool:
    """Tell whether a sentence without any owner is a task by its heading alone."""
    if not in_articles(unit):
        return unit.role in {Role.TASKS, Role.DUTIES}
    heads = (opening(reading.text, section).of(reading.text) for section in unit.trail[:-1])
    return any(_DUTY_ARTICLE.match(head) for head in heads)


def _inherited(reading: Reading, unit: Unit, fields: Fields, running: _Owners) -> tuple[Span, ...]:
    above = running.of(unit) or inherited_owners(reading, unit)
    return above or _owner_field(reading, unit, fields)


def _is_title(reading: Reading, unit: Unit) -> bool:
    """Tell whether a heading only names its part, or leads a list: "1. Nhiệm vụ chung:"."""
    leads = unit.span.of(reading.text).rstrip().endswith(":")
    return leads or role_of(reading.text, unit.trail[-1]) is not Role.OTHER


def _after_task_label(reading: Reading, unit: Unit) -> int:
    found = fields_in(reading.text, unit.span)
    return found[0].value.start if found and found[0].kind == "task" else unit.span.start


def _at(unit: Unit, span: Span) -> Unit:
    return Unit(span, unit.path, unit.trail, unit.role, unit.heading, unit.item)


def _partners(reading: Reading, span: Span) -> tuple[str, ...]:
    found: list[str] = []
    for m in _WITH.finditer(reading.text, span.start, span.end):
        found += [b.of(reading.text) for b in listed_bodies(reading, m.end(), span.end)]
    return tuple(dict.fromkeys(found))


def _report_to(reading: Reading, span: Span) -> tuple[str, ...]:
    """Return to whom the sentence reports, and "qua …" through whom."""
    text = reading.text
    for m in _REPORT.finditer(text, span.start, span.end):
        reach = Span(m.end(), min(span.end, m.end() + _REPORT_REACH))
        for body in reading.bodies_in(reach):
            between = text[m.start() : body.start]
            if re.search(r"[;.]", between):
                break
            if _TOWARDS.search(between):
                return _with_channel(reading, body, span)
    return ()


def _with_channel(reading: Reading, body: Span, span: Span) -> tuple[str, ...]:
    text = reading.text
    run = listed_bodies(reading, body.start, span.end)
    names = [b.of(text) for b in run if "(" not in text[body.start : b.start]]
    via = _VIA.match(text, body.start + len(names[0]), span.end) if names else None
    if via:
        bodies = listed_bodies(reading, via.end(), span.end)
        if bodies:
            names = [names[0], text[via.start(1) : bodies[0].end]]
    return tuple(names)


def task_of(reading: Reading, duty: Duty, fields: Fields) -> Task:
    """Return the duty as a task."""
    text = reading.text
    action = text[duty.predicate : duty.unit.span.end].strip(" .;:\n/")
    partners = _partners(reading, duty.unit.span)
    if not partners and (field := fields.of_unit(duty.unit, "partner")):
        partners = tuple(
            b.of(text) for b in listed_bodies(reading, field.value.start, field.value.end)
        )
    return Task(
        tuple(owner.of(text) for owner in duty.owners),
        action,
        partners,
        _report_to(reading, duty.unit.span),
        due_of(reading, duty.unit, fields),
        duty.unit.span,
        duty.unit.path,
    )


def due_of(reading: Reading, unit: Unit, fields: Fields) -> Period | None:
    """Return the period by which the sentence must be done, from it or from its time field."""
    if found := due_in(reading, unit.span):
        return found[0][1]
    field = fields.of_unit(unit, "time")
    dated = reading.periods_in(field.value) if field else ()
    return dated[0][1] if dated else None
