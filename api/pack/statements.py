"""True or false: a clause as it stands, or with one figure, time or body of another fact.

A false statement must not follow from the true one. "Tối thiểu 30%" is put up, never down,
"không quá 5%" down, never up; a goal is put to an earlier year, never to a later one, and to one
that another goal is set for: the only year that a task has would be seen to be no goal's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from api.pack.choices import wrong_figures, wrong_owners, wrong_periods
from api.pack.model import Piece, Question
from api.pack.proofs import bounds
from api.pack.workshop import question_id
from ingest.text import fold

if TYPE_CHECKING:
    from api.pack.material import Dated, Figure, Owned
    from api.pack.model import Quote, Subject
    from api.pack.workshop import Workshop
    from ingest.model import Span

TRUE, FALSE = "Đúng", "Sai"
AT_MOST: Final = re.compile(r"khong qua|duoi|toi da|it hon|giam|khong vuot|con\b")


def figure_statement(shop: Workshop, asked: Figure, *, true: bool) -> Question | None:
    """Return a goal as it stands, or with the figure of another goal."""
    clause, proofs = asked.clause, shop.proofs(asked.clause, asked.when)
    if true:
        shown = shop.headed(asked.when, clause, (shop.piece(clause.start, clause.end),))
        return _statement(shop, "figure", clause, (shown, proofs), true=True)
    down = AT_MOST.search(fold(shop.words(asked.clause)))
    fitting = [o for o in wrong_figures(shop, asked) if _beyond(o.key, asked.key, down=bool(down))]
    if not fitting:
        return None
    swapped = shop.with_swap(asked.clause, asked.figure, fitting[0].figure)
    shown = shop.headed(asked.when, asked.clause, swapped)
    return _statement(shop, "figure", clause, (shown, proofs), true=False)


def _beyond(other: str, own: str, *, down: bool) -> bool:
    """Tell whether a figure lies where the true one does not imply it."""
    theirs, ours = bounds(other), bounds(own)
    if theirs is None or ours is None:
        return False
    return theirs[1] < ours[0] if down else theirs[0] > ours[1]


def period_statement(shop: Workshop, asked: Dated, *, true: bool) -> Question | None:
    """Return a goal or duty with its own time, or with an earlier one of another."""
    clause, proofs = asked.clause, shop.proofs(asked.clause, asked.when)
    if asked.part:
        return None
    if true:
        whole = (shop.piece(clause.start, clause.end),)
        shown = shop.headed(asked.when, clause, whole)
        return _statement(shop, "period", clause, (shown, proofs), true=True)
    kin = {fact.period.last for fact in shop.dated if fact.duty == asked.duty}
    earlier = [
        span
        for span, period in wrong_periods(shop, asked)
        if _before(period.last, asked.period.last) and period.last in kin
        if not shop.words(span).isupper()  # a heading among sentences would be seen to be wrong
    ]
    if not earlier:
        return None
    other = earlier[-1]
    if asked.inside:
        shown = shop.with_swap(clause, asked.when, other)
    else:
        swap = Piece(shop.words(other), "swap", other)
        shown = (swap, Piece(": ", "link"), shop.piece(clause.start, clause.end))
    return _statement(shop, "period", clause, (shown, proofs), true=False)


def _before(first: object, second: object) -> bool:
    return str(first) < str(second)


def body_statement(shop: Workshop, asked: Owned, *, true: bool) -> Question | None:
    """Return a task with its own body, or with the body of another task."""
    proofs = shop.proofs(asked.clause)
    if true:
        whole = (shop.piece(asked.clause.start, asked.clause.end),)
        return _statement(shop, "body", asked.clause, (whole, proofs), true=True)
    wrong = wrong_owners(shop, asked)
    if not wrong:
        return None
    shown = shop.with_swap(asked.clause, asked.owner, shop.rng.choice(wrong).owner)
    return _statement(shop, "body", asked.clause, (shown, proofs), true=False)


def _statement(
    shop: Workshop,
    about: Subject,
    clause: Span,
    made: tuple[tuple[Piece, ...], tuple[Quote, ...]],
    *,
    true: bool,
) -> Question:
    return Question(
        id=question_id("statement", about, clause.start),
        kind="statement",
        about=about,
        ask=f"Nhận định sau đây đúng hay sai so với {shop.short}?",
        shown=made[0],
        right=int(true),
        key=TRUE if true else FALSE,
        sources=made[1],
    )
