"""Any other question: the sentences that carry it, or what is said of the matter instead."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from api.announced import announced
from api.answer_rows import best_named, may_answer, row_lines
from api.asked_for import (
    asked_number,
    asks_for_certain,
    names_what_is_counted,
    of_the_sort_asked,
    states_number,
    states_what_is_asked,
)
from api.asked_state import states_the_present
from api.asked_time import states_case
from api.asked_years import supported_years
from api.counts_told import SURELY_COUNTED, counts_or_lists
from api.desk import head_of
from api.enumerated import lists_elsewhere
from api.evidence import words_of
from api.named_bodies import names_bodies, names_only_bodies
from api.opening_words import opened_by
from api.particulars import supported_particulars
from api.said import said
from api.says_nothing import (
    TO_FILL_IN,
    only_basis,
    only_names_papers,
    only_opens,
    says_something,
)
from api.sentence_order import told_in_order
from api.sentence_worth import says_what_is_wrong, worth
from api.siblings import listed_together
from api.table_rows import row_at
from api.write import Draft, Line, Proof, capitalised, trimmed, unlabelled
from ingest.bodies import find_bodies
from ingest.model import Span
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.desk import Desk, Unit

CERTAIN_NEEDED = 0.5  # the same, where a time, number or body is asked for and stated
ANSWER_NEEDED = 0.45  # share of the question a sentence must carry, in its place, to answer it
WHO_IS = re.compile(r"\bai (?:duoc (?:xem|coi) )?la\b")
ALL_BUT_NAMED = 0.85
MATTER_NEEDED = 0.45  # share that shows the matter is spoken of
CLAUSE_NEEDED = 0.999
OTHERS_CARRY = 0.6  # of that, from which another clause answers too
CLAUSE_END = re.compile(r";\s+")
NEAR_BEST = 0.93
# a title says what the paper is about, a list of recipients who gets it: neither answers
SAYS_NOTHING = (("dau",), ("noi-nhan",))
MOST_SENTENCES = 3
WITH_WHOM = re.compile(r"\b(?:phoi hop|cung|hop tac)(?: chat che)?(?: voi| cung)? $")
VALUE_BEHIND = re.compile(r":\s*\d[\d.,]*\W*$")
DEFINES = re.compile(r"^(?:\S+ ){0,14}?(?:la|duoc hieu la|gom|bao gom)\b")


def answer_text(desk: Desk) -> Draft | None:
    """Return the sentences that answer, a partial draft, or None where nothing speaks of it."""
    fit = _defining(desk, fitting(desk))
    if fit:
        if together := listed_together(desk, fit):
            return together
        ordered, least = told_in_order(desk, fit), fit[0].rank * NEAR_BEST
        near = [u for u in ordered if u is ordered[0] or u.rank >= least]
        kept = best_named(desk.question, near[:MOST_SENTENCES])
        told = ((*opened_by(desk.question, unit), *lines_of(desk, unit)) for unit in kept)
        lines = dict.fromkeys(line for of_one in told for line in of_one)
        return Draft(tuple(lines), lead=_counted(desk, kept[0]))
    return answer_near(desk)


def lines_of(desk: Desk, unit: Unit) -> tuple[Line, ...]:
    """Return a sentence with who does it and what it announces, or a row with its columns."""
    row = row_at(unit.document.text, unit.span)
    if row:
        return (*_doer(desk, unit), *row_lines(desk.question, unit.document, row, unit.span))
    listed = announced(unit.document, unit.span)
    return (*_doer(desk, unit), _line(desk, unit), *listed)


def answer_near(desk: Desk) -> Draft | None:
    """Return the sentence that speaks most of the matter, as a partial draft, or None."""
    near = _nearest(desk)
    return Draft((_line(desk, near),), complete=False) if near else None


def _nearest(desk: Desk) -> Unit | None:
    speaking = (unit for unit in desk.units if _speaks(desk, unit))
    return max(speaking, key=lambda unit: unit.rank, default=None)


@lru_cache(maxsize=4)  # facts are weighed against them before they answer themselves
def fitting(desk: Desk) -> list[Unit]:
    """Return the sentences that answer the question, best first."""
    fit = [unit for unit in desk.units if _answers(desk, unit)]
    return sorted(fit, key=lambda u: -u.rank - worth(desk, u))


def _defining(desk: Desk, units: Sequence[Unit]) -> Sequence[Unit]:
    """Return the sentences that define what is asked, where it is a definition and any does.

    Or those that name a weakness, where weaknesses are asked for.
    """
    if weak := [unit for unit in units if says_what_is_wrong(desk, unit)]:
        return weak
    if desk.question.kind != "definition":
        return units
    wanted = {term.folded for term in desk.question.terms if not term.weak}
    defining = [u for u in units if _defines(u, wanted)]
    return defining or units


def _defines(unit: Unit, wanted: set[str]) -> bool:
    """Tell whether a sentence says what the thing asked about is; its paper may name the place."""
    subject = words_of(before_is(unit.text)).folded & wanted
    return bool(subject) and wanted <= subject | words_of(head_of(unit.document)).folded


def _counted(desk: Desk, unit: Unit) -> str:
    """Return how many items the sentence announces, where a number is asked that it lacks."""
    items = announced(unit.document, unit.span) if asked_number(desk.question) else ()
    stated = states_number(desk.question, unit.document, unit.span)
    return f"{len(items)} nội dung:" if items and not stated else ""


def _doer(desk: Desk, unit: Unit) -> tuple[Line, ...]:
    """Return the heading that says who does what the sentence says, where that is asked."""
    question, document = desk.question, unit.document
    if question.kind != "who" or question.asks("partners", "report_to"):
        return ()
    headed = [s for s in document.walk() if s.span.holds(unit.span) and names_only_bodies(s)]
    if not headed or _names_doer(unit):
        return ()
    heading = headed[-1].heading
    start = document.text.find(heading, headed[-1].span.start, headed[-1].span.end)
    if start < 0 or not of_the_sort_asked(question, [name for _, name in find_bodies(heading)]):
        return ()
    span = Span(start, start + len(heading))
    return (Line(span.of(document.text), (Proof(document, span),)),)


def _names_doer(unit: Unit) -> bool:
    """Tell whether a sentence itself names who does it; with whom it is done comes later."""
    own = unlabelled(unit.document.text, unit.span).of(unit.document.text)
    named = [span.start for span, _ in find_bodies(own[: len(own) // 3])]
    return bool(named) and (named[0] == 0 or not WITH_WHOM.search(fold(own[: named[0]])))


def before_is(text: str) -> str:
    """Return the words up to "là", "gồm" that say of what a sentence tells, "" where none do."""
    found = DEFINES.match(fold(text))
    return text[: found.end()] if found else ""


def _answers(desk: Desk, unit: Unit) -> bool:
    """Tell whether the sentence carries the question and holds the kind of thing it asks for."""
    certain = asks_for_certain(desk.question)
    return (
        unit.support.share >= (CERTAIN_NEEDED if certain else ANSWER_NEEDED)
        and _hard(desk, unit)
        and _bodies_near(desk, unit)
        and _states(desk, unit)
        and states_the_present(desk.question, unit.text)
        and names_what_is_counted(desk.question, f"{unit.text} {_above(unit)}")
        and may_answer(desk.question, unit)
        and not _borrows(desk, unit)
    )


def _borrows(desk: Desk, unit: Unit) -> bool:
    """Tell whether a sentence states something of another matter, which its neighbour names.

    In a letter of a few lines the one that states a time states it of the whole.
    """
    if not desk.outdone(unit.document, unit.span) or says_what_is_wrong(desk, unit):
        return False
    if not asks_for_certain(desk.question) or desk.carries(unit.text) < ANSWER_NEEDED:
        return True
    around = said(unit.document.text, unit.passage.span)
    stating = (s for s in around if states_what_is_asked(desk.question, unit.document, s))
    return any(span != unit.span for span in stating)


def _above(unit: Unit) -> str:
    """Return the words of the headings above a sentence, and of the columns above a row."""
    row = row_at(unit.document.text, unit.span)
    inherited = f"{row.inherited} {row.titled}" if row else ""
    return f"{unit.passage.context} {inherited}"


def _states(desk: Desk, unit: Unit) -> bool:
    """Tell whether the sentence holds the kind of thing asked for.

    "Ai" may be people who are no body ("người dân và doanh nghiệp"), if all else is said.
    """
    question, share = desk.question, unit.support.share
    if counts_or_lists(question, unit):
        return True
    counted = asked_number(question) is not None
    if not counted and lists_elsewhere(question, unit.text):
        return False
    return bool(
        (share >= SURELY_COUNTED and states_case(question, unit.text))
        or (not counted and _doer(desk, unit))
        or (share >= ALL_BUT_NAMED and WHO_IS.search(question.folded))
        or states_what_is_asked(question, unit.document, unit.span)
        or opened_by(question, unit)
    )


def _hard(desk: Desk, unit: Unit) -> bool:
    question, document, passage = desk.question, unit.document, unit.passage
    return (
        passage.path[:1] not in SAYS_NOTHING
        and not (passage.path[:1] == ("mo-dau",) and only_basis(question, unit.text))
        and not (passage.path[:1] == ("mo-dau",) and only_opens(question, unit.text))
        and not only_names_papers(question, unlabelled(document.text, unit.span).of(document.text))
        and _says_something(unit)
        and supported_years(question, document, passage, unit.span)
        and supported_particulars(question, document, passage, unit.span)
    )


def _says_something(unit: Unit) -> bool:
    """Tell whether a line says anything by itself; a row does with its columns."""
    row = row_at(unit.document.text, unit.span)
    return says_something(unit.text) or (row is not None and not TO_FILL_IN.search(unit.text))


def _bodies_near(desk: Desk, unit: Unit) -> bool:
    shown = (unit.passage.text, unit.passage.context, head_of(unit.document))
    return names_bodies(desk.bodies, shown)


def _speaks(desk: Desk, unit: Unit) -> bool:
    """Tell whether the sentence speaks of the matter: its own words, not the title's, do."""
    own = unit.passage.path[:1] not in SAYS_NOTHING and _says_something(unit)
    return own and unit.support.share >= MATTER_NEEDED and _bodies_near(desk, unit)


def _line(desk: Desk, unit: Unit) -> Line:
    listed = desk.question.asks("list", "task") and asked_number(desk.question) is None
    row = row_at(unit.document.text, unit.span)
    if row:  # a cell may hold clauses
        return Line(capitalised(unit.text), (Proof(unit.document, unit.span),))
    span = unlabelled(unit.document.text, unit.span if listed else _clause(desk, unit))
    return Line(capitalised(span.of(unit.document.text)), (Proof(unit.document, span),))


def _clause(desk: Desk, unit: Unit) -> Span:
    """Return the one clause of the sentence that carries as much as the whole, if any does.

    What stands behind a colon at its end is of every clause: "trẻ dưới 16 tuổi; người học: 1.5".
    """
    text = unit.document.text
    if VALUE_BEHIND.search(unit.text):
        return unit.span
    ends = [unit.span.start + m.end() for m in CLAUSE_END.finditer(unit.text)]
    edges = pairwise([unit.span.start, *ends, unit.span.end])
    carried = {c: desk.carries(c.of(text)) for a, b in edges for c in [trimmed(text, Span(a, b))]}
    first, *others = sorted(carried, key=lambda clause: -carried[clause])
    if ":" in first.of(text):  # "năm yếu tố: thể chế; nhân lực; …": the others are its items
        return unit.span
    alone = all(carried[other] < OTHERS_CARRY * carried[first] for other in others)
    whole = carried[first] >= CLAUSE_NEEDED * desk.carries(unit.text)
    stated = states_what_is_asked(desk.question, unit.document, first)
    return first if others and alone and whole and stated else unit.span


def unsupported(desk: Desk) -> str:
    """Return the words of the question that the nearest sentence lacks, for the message."""
    near = _nearest(desk)
    return " ".join(term.typed for term in near.support.missing) if near else ""
