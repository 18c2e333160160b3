"""A question that asks several things, answered part by part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from api.parts import parts_of
from api.question import understand
from api.write import Draft, Proof

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from api.parts import Part
    from api.question import Question
    from api.write import Line

    Drafts = Callable[[Question, bool], Draft | None]
    Beside = Callable[[Question, Sequence[Draft]], tuple[Line, ...]]


def of_own_papers(question: Question) -> bool:
    """Tell whether each part of a question names a paper: "NQ 57 … là ai, còn KH 180 là ai"."""
    parts = parts_of(question.text)
    return bool(parts) and all(part.named for part in parts)


def _of_its_own(part: Part) -> Question:
    """Return a part as a question in which what the first part says is wanted less than its own."""
    whole = understand(part.whole)
    typed = understand(part.typed).terms
    own = {term.folded for term in typed}
    if all(term.weak for term in typed):  # "… hoàn thành tháng mấy" asks of the same matter
        return whole
    before = {term.folded for term in understand(part.said).terms} - own
    terms = tuple(replace(t, weak=t.weak or t.folded in before) for t in whole.terms)
    return replace(whole, terms=terms)


def _asked(part: Part, drafts: Drafts) -> Draft | None:
    """Return the answer of a part with what the first says, or else of its own words.

    A part of a paper of its own, or one that counts or lists, may have a matter of its own:
    "KH 45 giao ai xây dựng đề án, còn NQ 16 giao ai sơ kết".
    """
    draft = drafts(_of_its_own(part), part.named)
    if draft is not None and draft.complete:
        return draft
    alone = understand(part.typed)
    own = part.named or alone.asks("count", "list")
    other = drafts(alone, part.named) if own and alone.terms else None
    return other if other is not None and other.complete else draft


def _not_the_same(
    found: Sequence[tuple[Part, Draft | None]], drafts: Drafts, beside: Beside
) -> list[tuple[Part, Draft | None]]:
    """Return the answers with another for a part that only repeats one of its own kind.

    "Tỉnh … trước ngày nào, còn xã thì trước ngày nào" asks for two days; what the first part says
    besides may outweigh the little that the second has.
    """
    told: list[tuple[Part, Draft | None]] = []
    for part, draft in found:
        before = [one for other, one in told if one and draft and _repeats(part, draft, other, one)]
        told.append((part, _other(part, before[0], drafts, beside) or draft if before else draft))
    return told


def _repeats(part: Part, draft: Draft, other: Part, one: Draft) -> bool:
    alike = understand(part.typed).kind == understand(other.typed).kind
    return draft.complete and alike and draft.lines[0] == one.lines[0]


def _other(part: Part, first: Draft, drafts: Drafts, beside: Beside) -> Draft | None:
    """Return what the place of the first answer, or the part's own words, tell instead."""
    alone = understand(part.typed)
    lines = beside(alone, [first])
    own = Draft(lines) if lines else (drafts(alone, part.named) if alone.terms else None)
    known = {proof for line in first.lines for proof in line.proofs}
    told = own is not None and own.complete and not known.intersection(own.lines[0].proofs)
    return own if told else None


def answer_parts(question: Question, drafts: Drafts, beside: Beside) -> Draft | None:
    """Return the answers of the parts in their order, or None where one thing is asked.

    A part that is not answered makes the whole partial, and is named first. With none answered
    the result is what is said of the matter, or None. ``drafts`` is told whether a part is asked
    of papers of its own; ``beside`` gives what the places of the others' answers tell of one.
    """
    found = [(part, _asked(part, drafts)) for part in parts_of(question.text)]
    found = _not_the_same(found, drafts, beside)
    complete = [draft for _, draft in found if draft is not None and draft.complete]
    if not complete:
        return next((draft for _, draft in found if draft is not None), None)
    told = {
        part: Draft(lines)
        for part, draft in found
        if (draft is None or not draft.complete)
        and not part.named
        and (lines := beside(understand(part.typed), complete))
    }
    answered = [(part, told.get(part, draft)) for part, draft in found]
    silent = [f"“{part.typed}”" for part, draft in answered if not (draft and draft.complete)]
    return together([draft for _, draft in answered if draft and draft.complete], silent)


def together(complete: Sequence[Draft], silent: Sequence[str] = ()) -> Draft:
    """Return one draft of several answers; the parts that have none are named in its lead.

    So is the number of what is listed, where one of them counts it.
    """
    counted = dict.fromkeys(draft.lead for draft in complete if draft.lead)
    left = f"Văn bản không nêu {' và '.join(silent)}. Phần còn lại:" if silent else ""
    lines: dict[tuple[str, frozenset[Proof]], Line] = {}
    for line in (line for draft in complete for line in draft.lines):
        lines.setdefault((line.text, frozenset(line.proofs)), line)
    return Draft(
        tuple(lines.values()),
        complete=not silent,
        facts=tuple(fact for draft in complete for fact in draft.facts),
        lead="\n".join((*([left] if left else []), *counted)),
    )
