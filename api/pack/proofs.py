"""What a document states and does not state: the proofs that a wrong answer is wrong.

A document is cut into clauses (sentences, parted at semicolons). Each clause knows its pairs of
neighbouring syllables, its figures and the years that hold for it: those it prints, else those
of the goals in it, else those of the headings above it. An answer is proved wrong when no clause
that speaks of the same matter (half of the pairs or more) holds it for the same year; a clause
without a year may mean any.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from api.facts_query import due_day
from api.pack.places import ancestors, opening
from ingest.bodies import body_key, find_bodies
from ingest.dates import find_periods
from ingest.model import Goal, Span
from ingest.sentences import sentences
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ingest.model import Document, Period

    Pairs: TypeAlias = frozenset[tuple[str, str]]

SAME_MATTER = 0.5  # share of a statement's pairs that a clause on the same matter holds
NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")
THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
YEAR = re.compile(r"(?<![\d./])(?:19|20)\d\d(?!\d)")
SYLLABLE = re.compile(r"\w+")
SHORTEST_NAME = 3  # syllables; "Hội đồng" alone may be any council
SHORT_NAMES = frozenset({"chinh phu", "quoc hoi", "tinh uy", "thanh uy"})
COLLECTIVE = re.compile(  # "các sở, ban, ngành" holds many bodies: no body is wrong beside it
    r"(?:cac|nhung|moi|tung|mot so|cap uy|so, |bo, |can bo|dong chi|co quan|don vi|nguoi"
    r"|doanh nghiep|to chuc|co so|ho gia dinh"
    r"|thu truong|chu dau tu)\b|.*\b(?:cac cap|lien quan|co quan|truc thuoc)\b"
)


# a name or measure that ends so was cut off before its end: "người từ 65 tuổi trở"
DANGLING = re.compile(
    r" (?:cho|tại|của|với|và|về|đạt|từ|trong|theo|là|có|các|bắt|ở|trở|ra|lên|được)$", re.IGNORECASE
)


# words that point at a place which is not shown: "các nhiệm vụ nêu trên", "điểm b khoản này"
ELSEWHERE = re.compile(
    r"\b(?:nêu trên|nói trên|kể trên|trên đây|dưới đây|sau đây(?! gọi)|như sau"
    r"|(?:khoản|điểm|điều|mục|chương) này)\b",
    re.IGNORECASE,
)


def numbers(text: str) -> frozenset[str]:
    """Return the figures of a text, each in one writing: "1.000" is "1000"."""
    found = NUMBER.findall(text)
    return frozenset(n.replace(".", "") if THOUSANDS.fullmatch(n) else n for n in found)


def bounds(figure: str) -> tuple[float, float] | None:
    """Return the least and the greatest value a printed figure means: "16 - 18%" is 16 to 18."""
    try:
        values = [float(n.replace(",", ".")) for n in numbers(figure)]
    except ValueError:
        return None
    return (min(values), max(values)) if values else None


def apart(first: str, second: str) -> bool:
    """Tell whether no value is meant by both figures."""
    one, other = bounds(first), bounds(second)
    return one is not None and other is not None and (one[1] < other[0] or other[1] < one[0])


def pairs_of(text: str) -> Pairs:
    """Return the pairs of neighbouring syllables, figures left out."""
    words = [w for w in SYLLABLE.findall(fold(text)) if not w[0].isdigit()]
    return frozenset(itertools.pairwise(words)) if len(words) > 1 else frozenset()


def exclusive(first: Period, second: Period) -> bool:
    """Tell whether two periods end on different days and neither lies in the other."""
    if first.recurring or second.recurring or not first.last or not second.last:
        return False
    if first.last == second.last:
        return False
    early, late = sorted((first, second), key=lambda period: str(period.last))
    return not (late.first and early.last and late.first <= early.last)


def is_single(name: str) -> bool:
    """Tell whether a name is that of one body, so that another body is not meant by it."""
    folded = fold(name)
    if len(folded.split()) < SHORTEST_NAME and folded not in SHORT_NAMES:
        return False
    return name[:1].isupper() and not COLLECTIVE.match(folded)


def differ(first: str, second: str) -> bool:
    """Tell whether two names are those of different bodies, neither holding the other."""
    one, other = body_key(first), body_key(second)
    return bool(one and other) and one not in other and other not in one


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of the text that states something; no ``years`` where none can be told."""

    span: Span
    pairs: Pairs
    figures: frozenset[str]
    years: frozenset[int]


class Grounds:
    """What one document states, as far as a proof needs it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self._known: dict[tuple[str, int | None], tuple[Clause, ...]] = {}

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause of the document, in order."""
        return tuple(self._clauses())

    @cached_property
    def periods(self) -> tuple[tuple[Span, Period], ...]:
        """Every time expression of the text."""
        return find_periods(self.text, self.document.info.issued)

    @cached_property
    def _goals(self) -> tuple[Goal, ...]:
        return tuple(f for f in self.document.facts if isinstance(f, Goal) and f.horizon)

    @cached_property
    def _folded(self) -> str:
        return fold(self.text)

    def _clauses(self) -> Iterator[Clause]:
        for passage in self.document.passages:
            above = [opening(s).of(self.text) for s in ancestors(self.document, passage.path)]
            headed = frozenset(
                _years(" ".join(above[:-1] + [t.split("\n")[0] for t in above[-1:]]))
            )
            for sentence in sentences(self.text, passage.span):
                for span in parted(self.text, sentence):
                    words = span.of(self.text)
                    years = frozenset(_years(words)) or self._meant(span) or headed
                    yield Clause(span, pairs_of(words), numbers(words), years)

    def _headed(self, path: tuple[str, ...]) -> list[int]:
        """Return the years named above a passage: openings of parts, the first line of its own."""
        above = [opening(s).of(self.text) for s in ancestors(self.document, path)]
        return _years(" ".join([*above[:-1], *(own.split("\n")[0] for own in above[-1:])]))

    def _meant(self, span: Span) -> frozenset[int]:
        days = (due_day(g) for g in self._goals if _meet(g.span, span))
        return frozenset(day.year for day in days if day)

    def sentence(self, span: Span) -> Span:
        """Return the sentences that hold a span, whole."""
        passage = next((p.span for p in self.document.passages if p.span.holds(span)), span)
        held = [s for s in sentences(self.text, passage) if _meet(s, span)]
        return Span(held[0].start, held[-1].end) if held else span

    def alike(self, matter: str, year: int | None = None) -> tuple[Clause, ...]:
        """Return the clauses on the same matter, those of another year left out."""
        known = self._known.get((matter, year))
        if known is None:
            pairs = pairs_of(matter)
            least = max(SAME_MATTER * len(pairs), 1)
            known = self._known[matter, year] = tuple(
                clause
                for clause in self.clauses
                if len(pairs & clause.pairs) >= least
                if year is None or not clause.years or year in clause.years
            )
        return known

    def states_figure(self, matter: str, figure: str, year: int | None) -> bool:
        """Tell whether the document may say ``figure`` of this matter for this year."""
        wanted = numbers(figure)
        return any(wanted & clause.figures for clause in self.alike(matter, year))

    def states_period(self, matter: str, period: Period, source: Span) -> bool:
        """Tell whether the document may set this period for this matter outside ``source``."""
        wanted = numbers(matter)
        for clause in self.alike(matter):
            if _meet(clause.span, source) or not wanted <= clause.figures:
                continue
            years = clause.years
            if not years or (period.last and period.last.year in years):
                return True
        return False

    def names_body(self, matter: str, name: str) -> bool:
        """Tell whether a clause on this matter, or the sentence around it, names the body."""
        wanted = body_key(name)
        held = (self.sentence(clause.span).of(self.text) for clause in self.alike(matter))
        return any(wanted in body_key(text) for text in held)

    def alone(self, pieces: Iterable[str]) -> bool:
        """Tell whether the longest of the pieces of a clause stands once in the text."""
        longest = max(pieces, key=len, default="").strip(" .;,")
        return bool(longest) and self.times(longest) == 1

    def times(self, words: str) -> int:
        """Return how often the words stand in the text, whatever their case and diacritics."""
        return self._folded.count(fold(words))


def parted(text: str, sentence: Span) -> Iterator[Span]:
    """Yield the parts of a sentence between its semicolons."""
    start = sentence.start
    for piece in sentence.of(text).split(";"):
        end = start + len(piece)
        if piece.strip():
            yield Span(start, end)
        start = end + 1


def bodies_in(text: str) -> Iterable[str]:
    """Return the names of bodies in a text."""
    return [name for _, name in find_bodies(text)]


def _years(text: str) -> list[int]:
    return [int(year) for year in YEAR.findall(text)]


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
