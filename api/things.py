"""What tells one of several things from the others: the words that it alone has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from api.evidence import Layer, support, words_of
from api.question import WORD, Term, understand
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.conjuncts import Conjuncts

# words that carry no matter, but tell two things apart: "đủ điều kiện", "không đủ điều kiện"
TELLING: Final = frozenset(["khong", "chua", "tren", "duoi", "trong", "ngoai", "truoc", "sau"])


@dataclass(frozen=True, slots=True)
class Thing:
    """One of several things: how it was typed, its own words, and those of the others alone."""

    typed: str
    own: tuple[Term, ...]
    others: tuple[Term, ...]


def things_of(found: Conjuncts) -> tuple[Thing, ...]:
    """Return the things of a question, each with what tells it from the others."""
    return tuple(_things(found.things))


def _things(typed: tuple[str, ...]) -> Iterator[Thing]:
    for at, thing in enumerate(typed):
        rest = [*typed[:at], *typed[at + 1 :]]
        others = (term for other in rest for term in _own_terms(other, thing))
        yield Thing(thing, _own_terms(thing, " ".join(rest)), tuple(dict.fromkeys(others)))


def _own_terms(thing: str, other: str) -> tuple[Term, ...]:
    """Return the words of a thing that ``other`` has not."""
    shared = {fold(word) for word in WORD.findall(other.lower())}
    own = [term for term in understand(thing).terms if term.folded not in shared]
    said = {term.folded for term in own}
    told = (word for word in WORD.findall(thing.lower()) if fold(word) in TELLING - shared - said)
    more = (Term(word, fold(word), accented=word != fold(word), weak=False) for word in told)
    return (*(replace(term, weak=False) for term in own), *more)


def carried(text: str, terms: tuple[Term, ...]) -> float:
    """Return the share of ``terms`` that stands in ``text`` itself; all, where there are none."""
    return support(terms, (Layer(words_of(text), 1.0),)).share if terms else 1.0
