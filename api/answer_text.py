"""Any other question: the sentences that carry it, or what is said of the matter instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.answer_facts import DATE_ASKED
from api.desk import head_of, names_bodies, supported_figures, supported_years
from api.write import Draft, Line, Proof, capitalised, unlabelled
from ingest.bodies import find_bodies
from ingest.dates import find_periods
from ingest.text import fold

if TYPE_CHECKING:
    from api.desk import Desk, Unit

ANSWER_NEEDED = 0.66  # share of the question a sentence must carry, in its place, to answer it
MATTER_NEEDED = 0.45  # share that shows the matter is spoken of
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
        return Draft(tuple(map(_line, kept)))
    near = [u for u in units if _speaks(desk, u)]
    return Draft((_line(near[0]),), complete=False) if near else None


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
        dated = [p for p in periods if p.first or p.last]
        return bool(dated if DATE_ASKED.search(question.folded) else periods)
    if question.asks("who", "partners", "report_to"):
        return bool(find_bodies(unit.text))
    if "bao nhieu" in question.folded:
        return any(c.isdigit() for c in unit.text)
    return True


def _speaks(desk: Desk, unit: Unit) -> bool:
    """Tell whether the sentence speaks of the matter: its own words, not the title's, do."""
    return unit.support.share >= MATTER_NEEDED and _bodies_near(desk, unit)


def _line(unit: Unit) -> Line:
    span = unlabelled(unit.document.text, unit.span)
    return Line(capitalised(span.of(unit.document.text)), (Proof(unit.document, span),))


def unsupported(desk: Desk) -> str:
    """Return the words of the question that no passage found supports, for the message."""
    text = " ".join(h.passage.text + " " + h.passage.context for h in desk.hits)
    folded = fold(text)
    gone = [t.typed for t in desk.question.terms if not t.weak and t.folded not in folded]
    return " ".join(gone)
