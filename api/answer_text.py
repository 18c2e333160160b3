"""Any other question: the sentences that carry it, or what is said of the matter instead."""

from __future__ import annotations

import re

from api.answer_facts import DATE_ASKED, has_date
from api.desk import Desk, Unit, head_of, names_bodies, supported_figures, supported_years
from api.evidence import holds, words_of
from api.write import Draft, Line, Proof, capitalised, trimmed, unlabelled
from ingest.bodies import find_bodies
from ingest.dates import find_periods
from ingest.model import Span

NUMBER_ASKED = re.compile(r"\bbao nhieu\b|\bmay\b(?! tinh| moc)")
ANSWER_NEEDED = 0.66  # share of the question a sentence must carry, in its place, to answer it
MATTER_NEEDED = 0.45  # share that shows the matter is spoken of
CLAUSE_NEEDED = 0.999
CLAUSE_END = re.compile(r";\s+")
NEAR_BEST = 0.93
MOST_SENTENCES = 3


def answer_text(desk: Desk) -> Draft | None:
    """Return the sentences that answer, a partial draft, or None where nothing speaks of it."""
    units = sorted(desk.units(), key=lambda u: -u.score)
    if not units:
        return None
    fit = [u for u in units if _answers(desk, u)]
    if fit:
        kept = [u for u in fit if u.score >= fit[0].score * NEAR_BEST][:MOST_SENTENCES]
        return Draft(tuple(_line(desk, unit) for unit in kept))
    near = [u for u in units if _speaks(desk, u)]
    return Draft((_line(desk, near[0]),), complete=False) if near else None


def _answers(desk: Desk, unit: Unit) -> bool:
    """Tell whether the sentence carries the question and holds the kind of thing it asks for."""
    return (
        unit.support.share >= ANSWER_NEEDED
        and _hard(desk, unit)
        and _bodies_near(desk, unit)
        and _holds_kind(desk, unit)
    )


def _hard(desk: Desk, unit: Unit) -> bool:
    return supported_years(
        desk.question, unit.document, unit.passage, unit.span
    ) and supported_figures(desk.question, unit.document, unit.passage)


def _bodies_near(desk: Desk, unit: Unit) -> bool:
    shown = (unit.passage.text, unit.passage.context, head_of(unit.document))
    return names_bodies(desk.bodies, shown)


def _holds_kind(desk: Desk, unit: Unit) -> bool:
    """Tell whether the sentence holds a date, a body or a figure where one is asked for."""
    question = desk.question
    if question.asks("deadline"):
        periods = [period for _, period in find_periods(unit.text)]
        dated = [p for p in periods if has_date(p)]
        return bool(dated if DATE_ASKED.search(question.folded) else periods)
    if question.asks("who", "partners", "report_to"):
        return bool(find_bodies(unit.text))
    if NUMBER_ASKED.search(question.folded):
        return any(c.isdigit() for c in unit.text)
    return True


def _speaks(desk: Desk, unit: Unit) -> bool:
    """Tell whether the sentence speaks of the matter: its own words, not the title's, do."""
    return unit.support.share >= MATTER_NEEDED and _bodies_near(desk, unit)


def _line(desk: Desk, unit: Unit) -> Line:
    span = unlabelled(unit.document.text, _clause(desk, unit))
    return Line(capitalised(span.of(unit.document.text)), (Proof(unit.document, span),))


def _clause(desk: Desk, unit: Unit) -> Span:
    """Return the one clause of the sentence that carries as much as the whole, if any does."""
    text = unit.text
    ends = [m.end() for m in CLAUSE_END.finditer(text)]
    starts = [0, *ends]
    for start, end in zip(starts, [*ends, len(text)], strict=True):
        span = trimmed(unit.document.text, Span(unit.span.start + start, unit.span.start + end))
        if ends and desk.carries(span.of(unit.document.text)) >= CLAUSE_NEEDED * desk.carries(text):
            return span
    return unit.span


def unsupported(desk: Desk) -> str:
    """Return the words of the question that no passage found supports, for the message."""
    shown = [words_of(t) for h in desk.hits for t in (h.passage.text, h.passage.context)]
    asked = (t for t in desk.question.terms if not t.weak)
    return " ".join(t.typed for t in asked if not any(holds(words, t) for words in shown))
