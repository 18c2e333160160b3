"""The part of a paper whose opening words announce what a question asks a list of.

"Những hình thức nào" is told by all that stands under "2. Hình thức", "giấy tờ gì" by the items
behind "bằng một trong các tài liệu sau đây:": not by the three sentences that fit best.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from api.announcing import (
    announces,
    asks_for_all_of,
    asks_for_several,
    is_a_name,
    only_of,
    things_asked,
)
from api.answer_outline import deeper, items_of, listing, states_figures
from api.answer_text import fitting
from api.asked_for import asked_number
from api.desk import TITLE_WORTH, head_of
from api.evidence import Layer, support, words_of
from api.named_bodies import names_bodies
from api.question_words import FOLDED_STOP_WORDS
from api.table_rows import row_at
from api.write import LABEL, Draft, quoting, unlabelled
from ingest.model import Span
from ingest.sentences import sentences
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from api.desk import Desk
    from ingest.model import Document, Section

MOST_PAPERS: Final = 3  # that are looked at, where none is named
FEWEST: Final = 2  # items of a list
LONGEST: Final = 3_500  # code points of a part that is told whole
NEEDED: Final = 0.5  # share of the question that a part must carry
OPENING_NEEDED: Final = 0.3  # the same, of its opening words and what stands above them
SURELY: Final = 0.75  # the same, from which an opening that says no more needs no sentence
CASE: Final = "truong hop"
WHOLE_NAME: Final = 3  # words of a heading that stands in the question as it is
ABOVE_WORTH: Final = 0.85
ITEMS_WORTH: Final = 0.7
PRECISION_WORTH: Final = 0.2
APART: Final = 0.01  # by which a part must lead those that it does not hold
BEST: Final = 2  # sentences of which one must stand in the part
BEST_NAMED: Final = 6  # the same, where its opening says nothing but what is asked


@dataclass(frozen=True, slots=True)
class Part:
    """A section with items, the words that open it, and those of the headings above."""

    document: Document
    section: Section
    opening: str
    above: str


def answer_announced(desk: Desk) -> Draft | None:
    """Return the items of the part that announces what is asked for, or None.

    None, where no sentence that fits well stands in that part.
    """
    question = desk.question
    named_alone = is_a_name(question.folded)
    if question.kind == "definition" or asked_number(question):
        return None
    general = question.kind == "general" and asks_for_several(question.folded)
    listed = question.asks("list") or general
    if not (listed or asks_for_all_of(question.folded)):
        return None
    things = things_asked(question)
    papers = desk.documents() if desk.scope.documents else desk.documents()[:MOST_PAPERS]
    named = (
        (part, thing)
        for document in papers
        for part in _parts(document, document.sections, ())
        for thing in things
        if announces(part.opening, thing)
        and not _is_condition(part, thing)
        and not (named_alone and not only_of(part.section.heading, thing))
    )
    weighed = [(_worth(desk, part, thing), part, thing) for part, thing in named]
    worth, best, thing = max(weighed, key=lambda one: one[0], default=(0.0, None, ""))
    if best is None or not worth or _divided(best, thing) or not _holds_best(desk, best, thing):
        return None
    rivals = (part for other, part, _ in weighed if other > worth - APART)
    if any(not _nested(best, rival) for rival in rivals):
        return None  # the papers of two procedures: nothing tells them apart
    span = best.section.span
    return _told(desk, best) if span.end - span.start <= LONGEST else None


def _divided(part: Part, thing: str) -> bool:
    """Tell whether what is asked has a part of its own: "1. Mục đích" of "MỤC ĐÍCH, YÊU CẦU"."""
    return any(announces(child.heading, thing) for child in part.section.children if child.heading)


def _nested(one: Part, two: Part) -> bool:
    """Tell whether one of two parts stands within the other, or is the same."""
    spans = one.section.span, two.section.span
    within = spans[0].holds(spans[1]) or spans[1].holds(spans[0])
    return one.document is two.document and within


def _parts(
    document: Document, sections: Sequence[Section], trail: tuple[str, ...]
) -> Iterator[Part]:
    for section in sections:
        listed = len(section.children) >= FEWEST and not _is_table(document, section)
        opening = _opening(document, section) if listed else ""
        if opening:
            yield Part(document, section, opening, " ; ".join(trail))
        yield from _parts(document, section.children, (*trail, section.heading))


def _is_table(document: Document, section: Section) -> bool:
    """Tell whether the items of a section are rows, of which one is asked for."""
    return row_at(document.text, section.children[0].span) is not None


def _is_condition(part: Part, thing: str) -> bool:
    """Tell whether a sentence sets a case and lists none: "Trường hợp có vi phạm, quyết định:"."""
    opening = LABEL.sub("", part.opening, count=1)
    return not part.section.heading and fold(thing) == CASE and fold(opening).startswith(CASE)


def _own(section: Section) -> Span:
    return Span(section.span.start, section.children[0].span.start)


def _opening(document: Document, section: Section) -> str:
    """Return the heading of a section, and the sentence that announces its items."""
    own = [span.of(document.text).strip() for span in sentences(document.text, _own(section))]
    announcing = [words for words in own if words.endswith(":")][-1:]
    return " ".join(words for words in (section.heading, *announcing) if words)


def _worth(desk: Desk, part: Part, thing: str) -> float:
    """Return how well a part carries the question, 0 where it does not."""
    question, document, section = desk.question, part.document, part.section
    items = " ".join(child.span.of(document.text) for child in section.children)
    shown = (part.opening, part.above, items, head_of(document))
    if not names_bodies(desk.bodies, shown) or not states_figures(question, shown):
        return 0.0
    layers = (
        *_opening_layers(part),
        Layer(words_of(items), ITEMS_WORTH),
        Layer(words_of(head_of(document)), TITLE_WORTH),
    )
    share = support(question.terms, layers).share
    opening = words_of(part.opening)
    named = opening.folded & _asked(desk, thing)
    if not _says_no_more(desk, part, thing) and _carried(desk, part) < OPENING_NEEDED:
        return 0.0
    return share + PRECISION_WORTH * len(named) / len(opening.folded) if share >= NEEDED else 0.0


def _opening_layers(part: Part) -> tuple[Layer, Layer]:
    own = _own(part.section).of(part.document.text)
    above = Layer(words_of(f"{part.above} ; {own}"), ABOVE_WORTH)
    return Layer(words_of(part.opening), 1.0), above


def _carried(desk: Desk, part: Part) -> float:
    """Return the share of the question that a part's opening carries, with the headings above."""
    return support(desk.question.terms, _opening_layers(part)).share


def _asked(desk: Desk, thing: str) -> frozenset[str]:
    return frozenset((*fold(thing).split(), *(term.folded for term in desk.question.terms)))


def _says_no_more(desk: Desk, part: Part, thing: str) -> bool:
    """Tell whether a part opens with nothing but what is asked: "2. Hình thức"."""
    said = {word for word in words_of(part.opening).folded if not word.isdigit()}
    return said <= _asked(desk, thing) | FOLDED_STOP_WORDS | {"gom"}


def _holds_best(desk: Desk, part: Part, thing: str) -> bool:
    """Tell whether one of the best sentences stands in a part; true where none fits."""
    exact = _says_no_more(desk, part, thing)
    heading = fold(part.section.heading).strip(" .:")
    whole = len(heading.split()) >= WHOLE_NAME and heading in desk.question.folded
    if exact and (whole or _carried(desk, part) >= SURELY):
        return True
    best = fitting(desk)[: BEST_NAMED if exact else BEST]
    return not best or any(
        unit.document is part.document and part.section.span.holds(unit.span) for unit in best
    )


def _told(desk: Desk, part: Part) -> Draft:
    document, section = part.document, part.section
    if section.heading:
        return listing(desk, document, section)
    own = (unlabelled(document.text, span) for span in sentences(document.text, _own(section)))
    items = items_of(document, section)
    return Draft((*quoting(document, own), *deeper(document, section, items)))
