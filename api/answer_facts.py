"""Questions that facts answer: deadlines, who does it, with whom, reporting to whom, goals."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from api.answer_text import fitting
from api.asked_for import names_what_is_counted, of_the_sort_asked, states_number
from api.asked_state import states_the_present
from api.asked_time import fits, of_the_day_asked
from api.asked_years import own_year_asked, years_stand
from api.days_apart import DATED, days_asked
from api.desk import ALIKE_WORTH, FOUND_WORTH, head_of
from api.fact_proofs import evidence_span, inherited
from api.fact_words import ANSWERS, doers, owner_of, parties, phrase_of, said_of
from api.named_bodies import names_bodies
from api.particulars import OFFICE, supported_particulars
from api.question import YEAR
from api.question_words import HOW_MUCH
from api.sentence_worth import says_which_they_are
from api.table_rows import seen_from
from api.write import Draft, Line, Proof, capitalised, passage_of
from ingest.bodies import body_key
from ingest.model import Goal, Task
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from collections.abc import Set as AbstractSet

    from api.desk import Desk
    from api.evidence import Support
    from ingest.model import Document, Fact, Passage

FACT_NEEDED = 0.6  # share of the question's weight a fact must carry in its place
RIVAL_AHEAD = 0.12  # a sentence this far ahead answers instead of the facts
NEAR_BEST = 0.97  # facts this close to the best answer the same question
MOST_FACTS = 6
MOST_OF_ALL = 16  # where all duties of a body are asked for, or all aims of a year
BESIDE = frozenset({"deadline", "who", "partners", "report_to"})
# "Sở A hay Sở B chủ trì": the answer is named; "hãy cho biết" names none
EITHER = re.compile(r" hay (?!cho\b|neu\b|ke\b|liet\b)")
# "ít nhất" is met by "tối thiểu", and says nothing of the matter
BOUNDS = frozenset(["it", "nhat", "nhieu", "toi", "thieu", "da", "tren", "duoi", "khoang", "hon"])
OF_WHICH = re.compile(r"\btrong do\b")  # asks for what the sentence says beside its first figure
TOWARDS = r"\b(?:cho|ve|gui|toi|len|den|qua|trinh|bao cao)"
WHICH = re.compile(r"\b(?:nao|ai|dau)\b")
AMOUNT_ASKED = re.compile(r"\b(?:bao nhieu|may|muc nao|phan tram)\b|%")
FIGURE_ASKED = re.compile(
    r"\b(?:bao nhieu|may|muc nao|ti le|ty le|phan tram|chi tieu|muc tieu)\b|%"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A fact as a candidate answer."""

    document: Document
    passage: Passage
    fact: Fact
    support: Support


def answer_facts(desk: Desk) -> Draft | None:
    """Return the answer that facts of the asked kinds give, the best-supported first."""
    if OFFICE.search(desk.question.folded):  # who holds an office is said, not done
        return None
    if any(says_which_they_are(desk, unit) for unit in fitting(desk)[:3]):  # so is who is what
        return None
    for kind in (desk.question.kind, *desk.question.also):
        if kind in ANSWERS:
            types, lead = ANSWERS[kind]
            draft = _draft(desk, types, lead)
            if draft is not None:
                return draft
    return None


def _draft(
    desk: Desk, types: tuple[type[Fact], ...], lead: Callable[[Fact], str | None]
) -> Draft | None:
    found = [f for f in candidates(desk, types) if lead(f.fact)]
    if types == (Goal,):
        # "ai theo dõi chỉ tiêu" names an aim, and asks for no figure of it
        figure = AMOUNT_ASKED if desk.question.kind in BESIDE else FIGURE_ASKED
        if not figure.search(desk.question.folded):
            return None
        stated = (f for f in found if states_number(desk.question, f.document, f.fact.span))
        found = [f for f in stated if _may_be_now(desk, f) and _measures(desk, f)]
    if desk.question.kind in BESIDE - {"deadline"}:
        found = [
            f for f in found if of_the_sort_asked(desk.question, (lead(f.fact) or "").split("; "))
        ]
    if desk.question.kind in {"who", "partners"}:
        found = [f for f in found if _of_others(desk, lead(f.fact) or "")]
    if types == ANSWERS["deadline"][0]:
        found = [f for f in found if _timely(desk, f.fact) and _of_day_asked(desk, f)]
    fit = [f for f in found if f.support.share >= FACT_NEEDED and not _borrowed(desk, f)]
    own = [f for f in fit if desk.bodies and names_bodies(desk.bodies, owner_of(f.fact))]
    if desk.question.asks("task"):  # a body that takes part, rather than one reported to
        own = own or [f for f in fit if desk.bodies and names_bodies(desk.bodies, doers(f.fact))]
    chosen = own if own and desk.question.kind != "who" and not _sent_to(desk) else fit
    told = {f.passage.id for f in fit}  # what others owe is no rival of what the body owes
    kept = _best(desk, chosen, told)[: MOST_OF_ALL if _wants_all(desk) else MOST_FACTS]
    if not kept:
        return None
    whole = (
        bool(OF_WHICH.search(desk.question.folded))
        or len(HOW_MUCH.findall(desk.question.folded)) > 1  # one clause is not all
    )
    lines = tuple(line for f in kept for line in _lines(f, _leads(desk, f, lead), whole=whole))
    return Draft(_once(lines), facts=tuple((f.document.info.id, f.fact) for f in kept))


def _sent_to(desk: Desk) -> bool:
    """Tell whether something is sent to the one body named, or reported: it owes nothing then."""
    names = [name for keys in desk.bodies for name in keys]
    return any(re.search(rf"{TOWARDS} {re.escape(n)}\b", desk.question.folded) for n in names)


def _may_be_now(desk: Desk, found: Found) -> bool:
    """Tell whether a goal may answer: not where it is asked how things stand now."""
    own = found.fact.span.of(found.document.text)
    return states_the_present(desk.question, own, aim=True)


def _measures(desk: Desk, found: Found) -> bool:
    """Tell whether a goal, or what it stands under, names what is asked beside its unit."""
    own = found.fact.span.of(found.document.text)
    return names_what_is_counted(desk.question, f"{own} {found.passage.context}")


def _borrowed(desk: Desk, found: Found) -> bool:
    span = evidence_span(found.document, found.passage, found.fact.span)
    return desk.outdone(found.document, span, said_of(found.fact))


def _best(desk: Desk, fit: list[Found], told: AbstractSet[str]) -> list[Found]:
    """Return the facts that answer best: all duties of a body asked for, else the nearest few.

    None, where a sentence carries clearly more of the question than the best of them.
    """
    ranks = {id(f): _rank(desk, f) for f in fit}
    best = max(ranks.values(), default=0.0)
    ahead = max((ranks[id(f)] + _alike(desk, f) for f in fit), default=0.0)
    everything = _wants_all(desk)
    rivals = [unit for unit in fitting(desk) if unit.passage.id not in told][:1]
    if not everything and rivals and ahead < rivals[0].rank - RIVAL_AHEAD:
        return []
    kept = [f for f in fit if everything or ranks[id(f)] >= best * NEAR_BEST]
    return sorted(kept, key=lambda f: -ranks[id(f)] - _alike(desk, f))


def _wants_all(desk: Desk) -> bool:
    """Tell whether all duties of a body are asked for, or all the aims of a year."""
    aims = desk.question.kind == "goal" and bool(desk.question.years)
    generic = all(term.weak for term in desk.question.terms)
    return (desk.question.asks("task") and bool(desk.bodies)) or (aims and generic)


def _alike(desk: Desk, found: Found) -> float:
    """Return the credit for nearness in meaning, which orders facts but shuts none out."""
    return ALIKE_WORTH * desk.alike(found.document, found.fact.span)


def _rank(desk: Desk, found: Found) -> float:
    """Return the support with the words that ask for a kind counted in full: "hoàn thành"."""
    terms = tuple(t if t.folded in BOUNDS else replace(t, weak=False) for t in desk.question.terms)
    score = next((h.score for h in desk.hits if h.passage.id == found.passage.id), 0.0)
    share = desk.weigh(found.document, found.fact.span, said_of(found.fact), terms).share
    return share + FOUND_WORTH * score


def _once(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return ``lines`` without repetitions of the same words with the same proof."""
    return tuple(dict.fromkeys(lines))


def candidates(desk: Desk, types: tuple[type[Fact], ...]) -> Iterator[Found]:
    """Yield the facts of the passages found that stand the hard tests: years, bodies, figures."""
    wanted = {hit.passage.id: hit for hit in desk.hits}
    for document in desk.documents():
        for fact in document.facts:
            if not isinstance(fact, types):
                continue
            passage = seen_from(document, passage_of(document, fact.span), fact.span)
            if passage.id in wanted and stands(desk, document, passage, fact):
                weighed = desk.weigh(document, fact.span, said_of(fact))
                yield Found(document, passage, fact, weighed)


def stands(desk: Desk, document: Document, passage: Passage, fact: Fact) -> bool:
    """Tell whether the fact is about the years, figures and bodies that the question names."""
    return (
        _right_years(desk, document, passage, fact)
        and supported_particulars(
            desk.question, document, passage, evidence_span(document, passage, fact.span)
        )
        and _right_bodies(desk, document, passage, fact)
    )


def _right_years(desk: Desk, document: Document, passage: Passage, fact: Fact) -> bool:
    period = fact.horizon if isinstance(fact, Goal) else fact.due
    phrase = phrase_of(period)
    if YEAR.search(phrase) and not own_year_asked(desk.question, document, phrase):
        return False
    near = (fact.span.of(document.text), passage.context, phrase)
    return years_stand(desk.question, document, near)


def _right_bodies(desk: Desk, document: Document, passage: Passage, fact: Fact) -> bool:
    """Tell whether each body of the question takes part in the fact or stands in its passage."""
    shown = (passage.text, passage.context, head_of(document), *parties(fact))
    return names_bodies(desk.bodies, shown)


def _leads(desk: Desk, found: Found, first: Callable[[Fact], str | None]) -> str:
    """Return all that is asked of one fact: who, and by when, where the question asks both."""
    # the "ai" of "báo cáo cho ai" asks for no owner; "ai báo cáo, về đâu" does
    once = desk.question.kind == "report_to" and len(WHICH.findall(desk.question.folded)) == 1
    beside = BESIDE - {"who"} if once else BESIDE
    others = [
        ANSWERS[kind][1]
        for kind in (desk.question.kind, *desk.question.also)
        if kind in beside and isinstance(found.fact, Task)
    ]
    unsure = _days(desk, found)
    unsure = unsure if len(unsure) > 1 else frozenset()
    told = others if _only_takes_part(desk, found.fact) else (first, *others)
    said = [part for lead in told if (part := lead(found.fact)) and part not in unsure]
    if desk.question.kind == "partners":
        said = [name for part in said for name in _of_others(desk, part)]
    return "; ".join(dict.fromkeys(said))


def _only_takes_part(desk: Desk, fact: Fact) -> bool:
    """Tell whether the body whose duties are asked for is a partner in those of another.

    "Chủ trì, phối hợp với Sở B" alone would read as a duty of Sở B.
    """
    asked = desk.bodies and desk.question.kind == "task"
    return bool(asked) and not names_bodies(desk.bodies, owner_of(fact))


def _of_others(desk: Desk, names: str) -> list[str]:
    """Return those of ``names`` that the question does not name: no body works with itself.

    Nor is a body who does a thing where it is named as something else: "ai báo cáo Tỉnh ủy".
    """
    question = desk.question
    if EITHER.search(question.folded):
        return names.split("; ")
    alone = question.kind == "partners" and desk.bodies
    said = f" {question.folded.rstrip('?. ')} "
    others = (n for n in names.split("; ") if f" {fold(n)} " not in said)
    named = {form for forms in desk.bodies for form in forms} if alone else set()
    others = (n for n in others if not (alone and names_bodies(desk.bodies, (n,))))
    return [n for n in others if body_key(n) not in named]


def _lines(found: Found, lead: str, *, whole: bool) -> tuple[Line, ...]:
    """Return the short answer and the clause of a goal that proves it, or the whole sentence."""
    document = found.document
    span = found.fact.span
    if whole or not isinstance(found.fact, Goal):
        span = evidence_span(document, found.passage, span)
    proof = (Proof(document, span),)
    sentence = capitalised(span.of(document.text))
    short = capitalised(lead)
    if not lead or short == sentence:  # of several days none is put first that was not asked for
        return (Line(sentence, proof),)
    return (Line(short, proof + inherited(document, found.fact, span)), Line(sentence, proof))


def _of_day_asked(desk: Desk, found: Found) -> bool:
    """Tell whether a fact's day is the one asked about, where its sentence holds several."""
    phrase = phrase_of(found.fact.horizon if isinstance(found.fact, Goal) else found.fact.due)
    inherited = phrase not in _sentence(found)  # "Thời gian hoàn thành: quý I" stands below
    return inherited or phrase in _days(desk, found) or not DATED.search(fold(phrase))


def _days(desk: Desk, found: Found) -> frozenset[str]:
    """Return the days of a fact's sentence that the question may mean."""
    return days_asked(desk.question, _sentence(found))


def _sentence(found: Found) -> str:
    span = evidence_span(found.document, found.passage, found.fact.span)
    return span.of(found.document.text)


def _timely(desk: Desk, fact: Fact) -> bool:
    """Tell whether the fact states a time of the sort asked for: a day, a month, a year."""
    period = fact.horizon if isinstance(fact, Goal) else fact.due
    if period is None or not fits(desk.question, period):
        return False
    return not isinstance(fact, Goal) or of_the_day_asked(desk.question, period)
