"""A question that asks the same of several things, answered of each and told side by side."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, islice
from typing import TYPE_CHECKING, Final

from api.answer_parts import together
from api.answer_text import fitting, lines_of
from api.conjunct_words import LINKS
from api.conjuncts import conjuncts_of
from api.parts import parts_of
from api.question import WORD, understand
from api.things import Thing, carried, things_of
from api.told_alike import Told, best_together, is_of, side_by_side, so_apart, tells_likewise
from api.told_beside import near
from api.verify import proves, verified
from api.write import Draft, Line, Proof, capitalised, passage_of, unlabelled
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from api.conjuncts import Conjuncts
    from api.desk import Desk
    from api.question import Question
    from api.question_words import Kind

    Desks = Callable[[Question], Desk]
    Drafts = Callable[[Desk], Draft | None]

BOTH_NEEDED: Final = 0.95  # share of each thing's own words in one sentence that tells of all
ASKED_OF_EACH: Final[tuple[Kind, ...]] = ("deadline", "goal")  # what comparing may ask of each
MOST_READ, MOST_LOOKED_AT, MOST_LINES = 8, 40, 6
FEWEST_WORDS, MOST_DROPPED = 2, 2  # of a name that is looked for, and from its front
OF_FACT: Final = 2  # a short answer and the sentence that proves it
FACT_WORTH: Final = 0.1
LESS_SURE: Final = 0.15  # what is told beside another answer is worth less


def asks_each_alone(question: Question) -> bool:
    """Tell whether parts are but things of which the same is asked again.

    "Bãi bỏ bao nhiêu thủ tục ở cấp tỉnh và bao nhiêu ở cấp xã" has no second matter.
    """
    found = conjuncts_of(question.text) if parts_of(question.text) else None
    return found is not None and not any(parts_of(texts[-1]) for texts in found.asked)


def answer_conjuncts(desk: Desk, whole: Draft | None, desks: Desks, drafts: Drafts) -> Draft | None:
    """Return what is stated of each of several things, or None where one is asked of.

    ``whole`` is the answer of the question as it stands. It is left where its first sentence
    tells of all, unless they are compared or told side by side elsewhere. Where only some are
    told, the answer says of which nothing is stated, but a whole answer that compares nothing is
    left.
    """
    found = conjuncts_of(desk.question.text)
    if found is None:
        return None
    things = things_of(found)
    complete = whole is not None and whole.complete
    if whole is not None and complete and all(_tells(whole.lead, thing) for thing in things):
        return None  # each is counted
    left = complete and not found.compared and _tells_all(whole, things)
    asked = [
        [desks(_as_asked(desk.question, text, thing, found)) for text in texts]
        for thing, texts in zip(things, found.asked, strict=True)
    ]
    told = [
        [answer for one in each for answer in _told(one, thing, drafts)]
        for thing, each in zip(things, asked, strict=True)
    ]
    first = [each[0] for each in asked]
    told = _with_those_beside(first, things, told)
    if not all(told):
        return None if complete and not found.compared else _of_some(things, told)
    best = best_together(told)
    if len({answer.proof for answer in best}) == 1:
        return None if complete else best[0].draft
    if left and not side_by_side(best):
        return None
    named = [
        _named(thing, one, found.shared if thing is things[-1] else "")
        for thing, one in zip(things, best, strict=True)
    ]
    return together(named)


def _of_some(things: Sequence[Thing], told: Sequence[Sequence[Told]]) -> Draft | None:
    """Return what is told of some of the things, and say of which nothing is."""
    heard = [(thing, answers) for thing, answers in zip(things, told, strict=True) if answers]
    if not heard:
        return None
    best = best_together([answers for _, answers in heard])
    named = [_named(thing, one) for (thing, _), one in zip(heard, best, strict=True)]
    silent = (thing for thing, answers in zip(things, told, strict=True) if not answers)
    return together(named, [f"điều được hỏi về “{' '.join(_name(thing))}”" for thing in silent])


def _as_asked(whole: Question, text: str, thing: Thing, found: Conjuncts) -> Question:
    """Return the question of one thing, of the kinds that the whole asks for.

    Words that may be of the last thing alone are wanted less of the others.
    """
    question = understand(text)
    kinds = {whole.kind, *whole.also, *ASKED_OF_EACH} - {"compare"}
    kept = [kind for kind in (question.kind, *question.also) if kind in kinds] or ["general"]
    shared = {fold(word) for word in WORD.findall(found.shared)} - {t.folded for t in thing.own}
    others = thing.typed != found.things[-1]
    terms = (replace(t, weak=t.weak or (others and t.folded in shared)) for t in question.terms)
    return replace(question, kind=kept[0], also=tuple(kept[1:]), terms=tuple(terms))


def _tells_all(draft: Draft | None, things: Sequence[Thing]) -> bool:
    """Tell whether the first sentence of an answer has the words of every thing."""
    proofs = draft.lines[0].proofs if draft is not None else ()
    shown = (proof.span.of(proof.document.text) for proof in proofs)
    return any(all(_tells(text, thing) for thing in things) for text in shown)


def _tells(text: str, thing: Thing) -> bool:
    """Tell whether a sentence names a thing; "phó trưởng ban" alone names no "trưởng ban"."""
    if thing.own:
        return carried(text, thing.own) >= BOTH_NEEDED
    return fold(text).count(fold(thing.typed)) > 1


def _told(desk: Desk, thing: Thing, drafts: Drafts) -> Iterator[Told]:
    """Yield what may be the answer of one thing: the usual one, and the sentences that fit."""
    fit = fitting(desk)
    draft = drafts(desk)
    if draft is not None and draft.complete and draft.facts:
        best = fit[0].rank if fit else 1.0
        for proof, of_one in groupby(draft.lines, key=lambda line: line.proofs[0]):
            if is_of(desk, proof, thing):
                short = replace(draft, lines=tuple(islice(of_one, OF_FACT)), lead="")
                yield Told(short, proof, best + FACT_WORTH + so_apart(proof, thing))
    said = ((unit, verified(lines_of(desk, unit))) for unit in fit)
    own = (one for one in said if one[1] and is_of(desk, one[1][0].proofs[0], thing))
    for unit, lines in islice(own, MOST_READ):
        proof = lines[0].proofs[0]
        yield Told(Draft(lines[:MOST_LINES]), proof, unit.rank + so_apart(proof, thing))


def _with_those_beside(
    desks: Sequence[Desk], things: Sequence[Thing], told: Sequence[Sequence[Told]]
) -> list[list[Told]]:
    """Return the answers of each thing with those told likewise beside another's."""
    more: list[list[Told]] = [list(answers) for answers in told]
    for at, (desk, thing) in enumerate(zip(desks, things, strict=True)):
        others = (one for other, answers in enumerate(told) if other != at for one in answers)
        more[at] += [beside for one in others for beside in _beside(desk, thing, one)]
    return more


def _beside(desk: Desk, thing: Thing, other: Told) -> Iterator[Told]:
    """Yield the sentences beside the answer of another thing that tell of this one likewise.

    They need not carry the question as an answer does: their place and likeness do.
    """
    units = ((unit.document, unit.span) for unit in desk.units[:MOST_LOOKED_AT])
    for document, span in (*near((other.draft,)), *units):
        own = unlabelled(document.text, span)
        proof = Proof(document, own)
        if tells_likewise(desk, proof, thing, other.proof):
            lines = verified((Line(capitalised(own.of(document.text)), (proof,)),))
            if lines:
                yield Told(Draft(lines), proof, other.worth - LESS_SURE)


def _named(thing: Thing, told: Told, behind: str = "") -> Draft:
    """Return an answer with the thing said before it, where it does not say it itself.

    It is said as the document writes it, if that does, and only if what is cited proves its
    figures and bodies. ``behind`` are words that may belong to it.
    """
    first, *rest = told.draft.lines
    said = WORD.findall(fold(first.text))
    words = _name(thing)
    if all(fold(word) in said for word in words):
        return told.draft
    whole = [*words, *WORD.findall(behind)]
    label = _as_written(whole, first.proofs[0]) or _as_written(words, first.proofs[0])
    label = label or " ".join(words)
    text = f"{label[:1].upper()}{label[1:]}: {first.text}"
    if not proves(first.proofs, text):
        return told.draft
    return replace(told.draft, lines=(Line(text, first.proofs), *rest))


def _name(thing: Thing) -> list[str]:
    """Return the words a thing is called by: "cho cấp xã" is called "cấp xã"."""
    words = WORD.findall(thing.typed)
    return words[fold(words[0]) in LINKS :]


def _as_written(words: Sequence[str], proof: Proof) -> str:
    """Return a name as it stands in the passage, above it or elsewhere; "" where it does not.

    The document may leave out the first of several words: "việc lắp phao" is its "Lắp phao".
    """
    passage = passage_of(proof.document, proof.span)
    shown = (passage.text, passage.context, proof.document.text)
    most = min(MOST_DROPPED, max(len(words) - FEWEST_WORDS, 0))
    for first in range(most + 1):
        name = r"\W+".join(re.escape(fold(word)) for word in words[first:])
        for text in shown:
            if found := re.search(rf"\b{name}\b", fold(text)):
                return " ".join(text[found.start() : found.end()].split())
    return ""
