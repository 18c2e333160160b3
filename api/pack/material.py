"""The facts of a document that a question can be made of: certain in every part, or left out.

A fact becomes material only if its clause lies on one line inside one passage and each part
(figure, time, body) is found in it by offset, once. What cannot be placed so is not asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from api.facts_query import period_of
from api.pack.places import (
    ancestors,
    figure_span,
    in_one_passage,
    named_span,
    once,
    phrase_span,
)
from api.pack.proofs import DANGLING, ELSEWHERE, YEAR, is_single, pairs_of, parted
from api.write import passage_of, trimmed, unlabelled
from ingest.model import Deadline, Goal, Span, Task
from ingest.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.model import Document, Fact, Period

SHORTEST: Final = 25  # characters of a clause that can be understood alone
LONGEST: Final = 330
FEWEST_PAIRS: Final = 5  # pairs of syllables that a clause must keep without what is asked
FEWEST_OF_PART: Final = 10  # the same, of an item within a sentence: "khai thác khoáng sản biển"
SAME_MATTER: Final = 0.5  # share of the pairs of a goal that another on the same matter has
OUTSIDE: Final = frozenset({"dau", "mo-dau", "ket", "noi-nhan"})  # text outside every section
INITIALS = re.compile(r"(?<=\w )\((?P<term>[A-ZĐ][A-Za-zĐ&]*[A-Z])\)")  # "(TFP)", "(IoT)", "(R&D)"
GIVEN = re.compile(r"Giao\s+", re.IGNORECASE)  # "Giao Đảng ủy … chủ trì": the body comes after it
LIST_OF_DAYS = re.compile(r"\d\s*(?:,|và|-|–|đến)\s*(?:ngày\s*)?$")  # "24, 25 và" before a day
QUOTED = re.compile(r"[“\"](?P<term>[^”\"\n]{8,70})[”\"]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A goal with its figure: ``matter`` is the clause without it."""

    goal: Goal
    clause: Span
    figure: Span
    when: Span | None
    year: int | None
    key: str
    matter: str

    @property
    def family(self) -> str:
        """Tell shares of a whole from numbers of things, and ranges and fractions from both."""
        plain = self.key.removesuffix("%")
        return ("" if plain.isdigit() else "part ") + ("%" if self.key.endswith("%") else "number")


@dataclass(frozen=True, slots=True)
class Dated:
    """Something with a time: ``inside`` tells whether the time stands in the clause itself.

    ``part`` names the part it stands in, where the clause does not tell what it is about:
    "Thời gian: Hoàn thành trong quý I năm 2025."
    """

    clause: Span
    when: Span
    period: Period
    inside: bool
    matter: str
    duty: bool
    part: str = ""


@dataclass(frozen=True, slots=True)
class Owned:
    """A task of one named body: the body's own place and the words of the task after it."""

    clause: Span
    owner: Span
    action: Span
    name: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term the document itself sets apart, in quotation marks or as initials in brackets."""

    sentence: Span
    term: Span
    initials: bool = False


def certain_time(document: Document, fact: Fact) -> Span | None:
    """Return where the time of a fact is written; None where its line names several years.

    A heading "đến năm 2030, tầm nhìn đến năm 2045" does not tell which of the two is meant.
    """
    when = phrase_span(document, fact)
    if when is None or fact.span.holds(when):
        return when
    start = document.text.rfind("\n", 0, when.start) + 1
    end = document.text.find("\n", when.end)
    line = document.text[start : end if end >= 0 else len(document.text)]
    return when if len(set(YEAR.findall(line))) == 1 else None


def fits(document: Document, span: Span) -> bool:
    """Tell whether a clause can be shown alone: whole, and pointing at nothing else."""
    if not SHORTEST <= span.end - span.start <= LONGEST or not in_one_passage(document, span):
        return False
    words = span.of(document.text)
    return not words.rstrip().endswith(":") and not ELSEWHERE.search(words)


def whole_part(document: Document, clause: Span) -> Span:
    """Return a clause with the words around it up to a semicolon, which tell what it is about."""
    for passage in document.passages:
        if not passage.span.holds(clause):
            continue
        for sentence in sentences(document.text, passage.span):
            for part in parted(document.text, sentence):
                if part.holds(clause):
                    whole = unlabelled(document.text, trimmed(document.text, part))
                    return whole if whole.holds(clause) and fits(document, whole) else clause
    return clause


def figures(document: Document) -> Iterator[Figure]:
    """Yield the goals whose figure is certain; several at one place, or said again, count once."""
    seen: set[Span] = set()
    told: list[Figure] = []
    for fact in document.facts:
        if not isinstance(fact, Goal) or not fits(document, fact.span):
            continue
        at, when = figure_span(document.text, fact), certain_time(document, fact)
        if at is None or at in seen:
            continue
        seen.add(at)
        last = fact.horizon.last if fact.horizon and when else None
        clause = whole_part(document, fact.span)
        if not fits(document, clause):
            continue
        before, after = document.text[clause.start : at.start], document.text[at.end : clause.end]
        if len(pairs_of(before + after)) < FEWEST_PAIRS:
            continue
        made = Figure(
            goal=fact,
            clause=clause,
            figure=at,
            when=when,
            year=last.year if last else None,
            key=at.of(document.text),
            matter=f"{before} {after}",
        )
        if not any(_said_again(made, other) for other in told):
            told.append(made)
            yield made


def _said_again(figure: Figure, other: Figure) -> bool:
    """Tell whether two goals set one figure for one matter: each would give the other away."""
    if (figure.key, figure.goal.unit, figure.year) != (other.key, other.goal.unit, other.year):
        return False
    own, theirs = pairs_of(figure.matter), pairs_of(other.matter)
    return len(own & theirs) > SAME_MATTER * min(len(own), len(theirs))


def dated(document: Document) -> Iterator[Dated]:
    """Yield goals without a figure, and deadlines, whose time is written at a certain place."""
    for fact in document.facts:
        if isinstance(fact, Task) or (isinstance(fact, Goal) and fact.value):
            continue
        period, when = period_of(fact), certain_time(document, fact)
        if not period or not period.last or period.recurring or not when:
            continue
        if not fits(document, fact.span) or in_list_of_days(document.text, when):
            continue
        inside = fact.span.holds(when)
        if inside and once(document, period.phrase, fact.span) is None:
            continue
        matter = fact.span.of(document.text).replace(period.phrase, " ")
        if not opens_sentence(document, fact.span) and len(pairs_of(matter)) < FEWEST_OF_PART:
            continue
        part = ""
        if len(pairs_of(matter)) < FEWEST_PAIRS:
            part = part_of(document, fact) if inside else ""
            if not part:
                continue
        yield Dated(fact.span, when, period, inside, matter, isinstance(fact, Deadline), part)


def opens_sentence(document: Document, clause: Span) -> bool:
    """Tell whether a clause is the beginning of its sentence, and no item within it."""
    text = document.text
    for passage in document.passages:
        if passage.span.holds(clause):
            found = (s for s in sentences(text, passage.span) if s.holds(clause))
            return any(unlabelled(text, trimmed(text, s)).start >= clause.start for s in found)
    return False


def in_list_of_days(text: str, when: Span) -> bool:
    """Tell whether a day ends a list of days whose month is printed once: "24, 25 và 26/8"."""
    return bool(LIST_OF_DAYS.search(text[max(when.start - 12, 0) : when.start]))


def part_of(document: Document, fact: Fact) -> str:
    """Return the part that a fact stands in, by its place and the nearest heading that tells."""
    headed = [s for s in ancestors(document, fact.path) if len(pairs_of(s.heading)) >= FEWEST_PAIRS]
    if not headed or ELSEWHERE.search(headed[-1].heading):
        return ""
    return f"{passage_of(document, fact.span).label} (“{headed[-1].heading}”)"


def owned(document: Document) -> Iterator[Owned]:
    """Yield the tasks of one named body that opens the clause and is not named in the rest.

    Only "Giao" may stand before it.
    """
    for fact in document.facts:
        if not isinstance(fact, Task) or len(fact.owner) != 1 or not is_single(fact.owner[0]):
            continue
        name = fact.owner[0]
        if DANGLING.search(name):
            continue
        at = named_span(document, name, fact.span)
        action = once(document, fact.action, fact.span)
        if at is None or action is None or at.end > action.start or not fits(document, fact.span):
            continue
        opens = document.text[fact.span.start : at.start]
        if (not opens or GIVEN.fullmatch(opens)) and name not in action.of(document.text):
            yield Owned(fact.span, at, action, name)


def terms(document: Document) -> Iterator[Term]:
    """Yield the terms set apart in the text, each with its sentence, the first place of each."""
    seen: set[str] = set()
    for passage in document.passages:
        if passage.path[0] in OUTSIDE:
            continue
        for pattern in (INITIALS, QUOTED):
            for found in pattern.finditer(passage.text):
                start = passage.span.start
                span = Span(start + found.start("term"), start + found.end("term"))
                if found["term"] not in seen:
                    seen.add(found["term"])
                    yield Term(passage.span, span, pattern is INITIALS)
