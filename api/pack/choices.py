"""Multiple choice: one right option, wrong ones that are true of another year, body or goal.

Every wrong option is printed in the document (or is official data of another one) and proved
wrong for this question by ``api.pack.proofs``. Fewer than two provable wrong options: no question.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from api.pack.material import in_list_of_days
from api.pack.model import Option, Question
from api.pack.places import in_one_passage, level_span, named_span, once
from api.pack.proofs import (
    DANGLING,
    apart,
    bodies_in,
    bounds,
    differ,
    exclusive,
    numbers,
    pairs_of,
)
from api.pack.workshop import question_id
from ingest.model import Span
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.pack.material import Dated, Figure, Owned
    from api.pack.workshop import Workshop
    from ingest.model import Period

WRONG: Final = 3
FEWEST: Final = 2
NEAR: Final = 6  # how many of the nearest figures wrong options are drawn from
LONGEST_PHRASE: Final = 45
LONGEST_OPTION: Final = 150
FAR: Final = 2.5  # logarithms apart: a figure twelve times as large is no likely mistake
SHARE: Final = "%"
GRAINS: Final = (  # how exactly a time is told, by its words; the first that fits
    ("span of years", re.compile(r"giai doan|nhiem ky")),
    ("last day", re.compile(r"(?:truoc|cham nhat|den|het)\b.*\bngay|ngay.*\btro ve truoc")),
    ("day", re.compile(r"ngay")),
    ("part of a year", re.compile(r"thang|quy|tuan")),
)


def wrong_figures(shop: Workshop, asked: Figure) -> list[Figure]:
    """Return the figures proved wrong for a goal, those of the same matter in another year first.

    None is of another order: 2.000 beside 48,3 would be seen to be wrong, as any would beside 0.
    Proved: of the same kind, no value in common, not in the sentence asked about, and stated of no
    clause on the same matter for the same year.
    """
    sentence = numbers(shop.words(shop.grounds.sentence(asked.clause)))
    found: dict[str, Figure] = {}
    if not _size(asked.key):
        return []
    for other in shop.figures:
        if other.family != asked.family or not apart(other.key, asked.key):
            continue
        if not _size(other.key):
            continue
        if numbers(other.key) & sentence or _distance(asked, other)[-1] > FAR:
            continue
        if other.key in found and not _nearer(asked, other, found[other.key]):
            continue
        if not shop.grounds.states_figure(asked.matter, other.key, asked.year):
            found[other.key] = other
    return sorted(found.values(), key=lambda other: _distance(asked, other))


def _nearer(asked: Figure, one: Figure, other: Figure) -> bool:
    return _distance(asked, one) < _distance(asked, other)


def _distance(asked: Figure, other: Figure) -> tuple[float, float, float]:
    """Return how far a figure is: another matter, another unit, another size."""
    own, theirs = pairs_of(asked.matter), pairs_of(other.matter)
    shared = len(own & theirs) / max(len(own), 1)
    matter = 0.0 if shared >= 0.5 else 1.0  # noqa: PLR2004 -- half
    unit = float(fold(asked.goal.unit or "") != fold(other.goal.unit or ""))
    return (matter, unit, abs(_size(asked.key) - _size(other.key)))


def _size(figure: str) -> float:
    limits = bounds(figure)
    return math.log1p(limits[1]) if limits else 0.0


def figure_choice(shop: Workshop, asked: Figure) -> Question | None:
    """Return "which figure belongs here", options in ascending order."""
    near = wrong_figures(shop, asked)[:NEAR]
    picked: list[Figure] = near[:1]
    for other in shop.rng.sample(near[1:], max(len(near) - 1, 0)):
        if len(picked) < WRONG and all(apart(other.key, p.key) for p in picked):
            picked.append(other)
    if len(picked) < FEWEST:
        return None
    ordered = sorted([asked, *picked], key=lambda f: bounds(f.key) or (0.0, 0.0))
    return Question(
        id=question_id("choice", "figure", asked.figure.start),
        kind="choice",
        about="figure",
        ask=f"Theo {shop.short}, chọn số liệu đúng để điền vào chỗ trống"
        f"{shop.told(asked.when, asked.clause)}:",
        shown=shop.with_gap(asked.clause, asked.figure),
        options=tuple(Option(f.key, shop.quote(f.figure)) for f in ordered),
        right=ordered.index(asked),
        key=asked.key,
        sources=shop.proofs(asked.clause, asked.when),
    )


def measure_choice(shop: Workshop, asked: Figure) -> Question | None:
    """Return "which goal is set at this level", the wrong goals being set at another.

    The level is told without what it is a share of: "2% GDP" would tell that money is meant.
    """
    level = level_span(shop.document.text, asked.goal)
    own = once(shop.document, asked.goal.measure, asked.clause)
    if asked.family != SHARE or level is None or own is None or not _as_option(shop, asked, own):
        return None
    level = Span(level.start, asked.figure.end)
    near = wrong_measures(shop, asked)[:NEAR]
    wrong: list[tuple[Span, Figure]] = []
    for place, other in shop.rng.sample(near, len(near)):
        taken = [asked.goal.measure, *(f.goal.measure for _, f in wrong)]
        if not any(_nested(other.goal.measure, one) for one in taken):
            wrong.append((place, other))
    if len(wrong) < WRONG:
        return None
    chosen = [*wrong[:WRONG], (own, asked)]
    shop.rng.shuffle(chosen)
    return Question(
        id=question_id("choice", "content", asked.figure.start),
        kind="choice",
        about="content",
        ask=f"Theo {shop.short}, chỉ tiêu nào dưới đây được xác định ở mức "
        f"“{shop.words(level)}”{shop.told(asked.when, asked.clause)}?",
        options=tuple(Option(shop.words(place), shop.quote(place)) for place, _ in chosen),
        right=chosen.index((own, asked)),
        key=shop.words(own),
        sources=shop.proofs(asked.clause, asked.when),
    )


def wrong_measures(shop: Workshop, asked: Figure) -> list[tuple[Span, Figure]]:
    """Return the goals proved not to be set at this level in this year, the likeliest first."""
    found = []
    for other in shop.figures:
        place = once(shop.document, other.goal.measure, other.clause)
        if place is None or other.family != SHARE or other.year != asked.year:
            continue
        if not _as_option(shop, other, place) or not apart(other.key, asked.key):
            continue
        if not shop.grounds.states_figure(other.goal.measure, asked.key, asked.year):
            found.append((place, other))
    return sorted(found, key=lambda pair: abs(_size(pair[1].key) - _size(asked.key)))


def _as_option(shop: Workshop, figure: Figure, place: Span) -> bool:
    words = shop.words(place)
    if place.end > figure.figure.start or DANGLING.search(words):
        return False  # what follows a figure may be the first of several things
    return 12 <= len(words) <= LONGEST_OPTION and not numbers(figure.key) & numbers(words)  # noqa: PLR2004 -- a name of two words


def _nested(first: str, second: str) -> bool:
    return fold(first) in fold(second) or fold(second) in fold(first)


def wrong_periods(shop: Workshop, asked: Dated) -> list[tuple[Span, Period]]:
    """Return the times of the text proved wrong for a goal or duty, each day once, in order.

    They are told as exactly as the right one: a lone "trước ngày" among years would be known by
    its form. A duty is not put before the day of the document. Proved: another last day, neither
    within the other, not written in the sentence asked about or in the passage that gives its
    time, and set nowhere for the same matter.
    """
    near = fold(shop.words(shop.grounds.sentence(asked.clause)) + shop.words(asked.when))
    found: dict[object, tuple[Span, Period]] = {}
    for span, period in shop.grounds.periods:
        if not exclusive(period, asked.period) or len(period.phrase) > LONGEST_PHRASE:
            continue
        if not in_one_passage(shop.document, span) or fold(period.phrase) in near:
            continue
        if grain(period) != grain(asked.period):
            continue
        if period.last in found and not _shouted(shop, found[period.last][0]):
            continue
        if in_list_of_days(shop.document.text, span) or _is_past(shop, asked, period):
            continue
        if not shop.grounds.states_period(asked.matter, period, asked.clause):
            found[period.last] = (span, period)
    return sorted(found.values(), key=lambda pair: str(pair[1].last))


def _shouted(shop: Workshop, place: Span) -> bool:
    """Tell whether a time is printed in the capitals of a heading, which would mark it out."""
    return shop.words(place).isupper()


def grain(period: Period) -> str:
    """Return how exactly a time is told: "last day", "day", "part of a year" and so on."""
    words = fold(period.phrase)
    return next((name for name, pattern in GRAINS if pattern.search(words)), "year")


def _is_past(shop: Workshop, asked: Dated, period: Period) -> bool:
    issued = shop.document.info.issued
    return bool(asked.duty and issued and period.last and period.last < issued)


def period_choice(shop: Workshop, asked: Dated) -> Question | None:
    """Return "by when", options in the order of time."""
    wrong = wrong_periods(shop, asked)
    if len(wrong) < FEWEST or asked.part:
        return None
    picked = shop.rng.sample(wrong, min(WRONG, len(wrong)))
    own = (asked.when, asked.period)
    ordered = sorted([own, *picked], key=lambda pair: str(pair[1].last))
    what = "thời hạn của nhiệm vụ" if asked.duty else "mốc thời gian của mục tiêu"
    return Question(
        id=question_id("choice", "period", asked.clause.start),
        kind="choice",
        about="period",
        ask=f"Theo {shop.short}, {what} dưới đây là khi nào?",
        shown=shop.with_gap(asked.clause, asked.when)
        if asked.inside
        else (shop.piece(asked.clause.start, asked.clause.end),),
        options=tuple(Option(shop.running(s), shop.quote(s)) for s, _ in ordered),
        right=ordered.index(own),
        key=shop.running(asked.when),
        sources=shop.proofs(asked.clause, asked.when),
    )


def wrong_owners(shop: Workshop, asked: Owned) -> list[Owned]:
    """Return the bodies proved not to be given a task: owners of others, each once.

    Proved: one named body, neither name within the other, named neither in the sentence nor in
    any clause on the same matter, nor in the headings above.
    """
    context = next(p.context for p in shop.document.passages if p.span.holds(asked.clause))
    near = [*bodies_in(shop.words(shop.grounds.sentence(asked.clause))), *bodies_in(context)]
    found: dict[str, Owned] = {}
    for other in shop.owned:
        if other.name in found or not differ(other.name, asked.name):
            continue
        if not all(differ(other.name, name) for name in near):
            continue
        if all(differ(other.name, name) for name in found) and not shop.grounds.names_body(
            shop.words(asked.action), other.name
        ):
            found[other.name] = other
    return list(found.values())


def body_choice(shop: Workshop, asked: Owned) -> Question | None:
    """Return "who is given this task"."""
    wrong = wrong_owners(shop, asked)
    if len(wrong) < FEWEST:
        return None
    chosen = [asked, *shop.rng.sample(wrong, min(WRONG, len(wrong)))]
    shop.rng.shuffle(chosen)
    return Question(
        id=question_id("choice", "body", asked.action.start),
        kind="choice",
        about="body",
        ask=f"Theo {shop.short}, cơ quan, tổ chức, cá nhân nào được giao nhiệm vụ dưới đây?",
        shown=(shop.piece(asked.action.start, asked.action.end),),
        options=tuple(Option(o.name, shop.quote(_place(shop, o))) for o in chosen),
        right=chosen.index(asked),
        key=asked.name,
        sources=shop.proofs(asked.clause),
    )


def _place(shop: Workshop, owned: Owned) -> Span:
    return named_span(shop.document, owned.name, owned.clause) or owned.owner


def distinct(names: Sequence[str]) -> bool:
    """Tell whether no two texts say the same."""
    return len({fold(name) for name in names}) == len(names)
