"""Which sentences tell of several things: each of its own, in like words and beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from api.asked_for import states_what_is_asked
from api.evidence import words_of
from api.particulars import supported_particulars
from api.things import carried
from api.write import passage_of
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.desk import Desk
    from api.things import Thing
    from api.write import Draft, Proof

OWN_NEEDED: Final = 0.4  # share of a thing's own words that its evidence must carry, in its place
NEARLY: Final = 0.1  # by which those of another may be carried more
APART_WORTH: Final = 0.15  # of being of one thing and not of another
ALIKE_WORTH: Final = 0.3  # of two sentences that tell of two things in the same words
ONE_WORTH: Final = 0.1  # of one sentence that tells of both
BESIDE_WORTH: Final = 0.15  # of two that stand beside each other
STATED_NEEDED: Final = 0.6  # share of a thing's own words in a sentence beside another's answer
MUCH_ALIKE: Final = 0.4
ALIKE_NEEDED: Final = 0.25  # share of the words of both sentences


@dataclass(frozen=True, slots=True)
class Told:
    """What may be the answer of one thing, the place that proves it, and what it is worth."""

    draft: Draft
    proof: Proof
    worth: float


def is_of(desk: Desk, proof: Proof, thing: Thing) -> bool:
    """Tell whether evidence is of one thing, and hardly more of another.

    "Phó trưởng ban" has all the words of "trưởng ban": of this is what lacks "phó".
    """
    document, span = proof.document, proof.span
    if not thing.own:
        return bool(thing.others) and not carried(span.of(document.text), thing.others)
    own = desk.weigh(document, span, terms=thing.own).share
    other = desk.weigh(document, span, terms=thing.others).share if thing.others else 0.0
    return own >= OWN_NEEDED and own >= other - NEARLY


def so_apart(proof: Proof, thing: Thing) -> float:
    """Return the worth of a sentence's being of one thing and not of another."""
    text = proof.span.of(proof.document.text)
    other = carried(text, thing.others) if thing.others else 0.0
    return APART_WORTH * (carried(text, thing.own) - other)


def tells_likewise(desk: Desk, proof: Proof, thing: Thing, other: Proof) -> bool:
    """Tell whether a sentence tells of a thing as ``other`` tells of another thing.

    It opens with the same label ("Thời gian thực hiện: …"), or names the thing itself and states
    what is asked in like words.
    """
    document, span = proof.document, proof.span
    if _labelled_alike(proof, other):
        told = is_of(desk, proof, thing)
    else:
        own = carried(span.of(document.text), thing.own) if thing.own else 0.0
        stated = states_what_is_asked(desk.question, document, span)
        named = own >= STATED_NEEDED and so_apart(proof, thing) > 0
        told = named and stated and _alike(proof, other) >= ALIKE_NEEDED
    return told and supported_particulars(desk.question, document, passage_of(document, span), span)


def best_together(told: Sequence[Sequence[Told]]) -> tuple[Told, ...]:
    """Return one answer of each thing, those that are worth most together."""
    rest = told[1:]
    chosen = (
        (one, *(max(answers, key=lambda a: a.worth + _together(one, a)) for answers in rest))
        for one in told[0]
    )
    return max(chosen, key=_worth)


def side_by_side(few: Sequence[Told]) -> bool:
    """Tell whether the answers stand beside the first and say much the same of their things."""
    first, *others = few
    return all(
        _beside(first, other) and _alike(first.proof, other.proof) >= MUCH_ALIKE for other in others
    )


def _worth(few: Sequence[Told]) -> float:
    first, *others = few
    return sum(one.worth for one in few) + sum(_together(first, other) for other in others)


def _together(one: Told, two: Told) -> float:
    """Return what two answers are worth more for being alike and beside each other."""
    if one.proof == two.proof:
        return ONE_WORTH
    return ALIKE_WORTH * _alike(one.proof, two.proof) + BESIDE_WORTH * _beside(one, two)


def _alike(one: Proof, two: Proof) -> float:
    """Return the share of the words of two sentences that both have."""
    mine, theirs = (words_of(proof.span.of(proof.document.text)).folded for proof in (one, two))
    return len(mine & theirs) / max(len(mine | theirs), 1)


def _beside(one: Told, two: Told) -> float:
    """Return 1 for two places of one section, one right above them, else 0."""
    if one.proof.document.info.id != two.proof.document.info.id:
        return 0.0
    around = [
        [s for s in told.proof.document.walk() if s.span.holds(told.proof.span)][-2:]
        for told in (one, two)
    ]
    return float(any(section in around[1] for section in around[0]))


def _labelled_alike(one: Proof, two: Proof) -> bool:
    mine, theirs = (p.span.of(p.document.text).partition(":") for p in (one, two))
    return bool(mine[1] and theirs[1]) and fold(mine[0]) == fold(theirs[0])
