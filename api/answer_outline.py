"""Questions about places and parts: "khoản 4 mục III nói gì", "có mấy nhiệm vụ", "các mục tiêu"."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from api.answer_whole import FEWEST_ITEMS, answer_parts_named, answer_whole
from api.asked_for import asked_number
from api.desk import TITLE_WORTH, TRAIL_WORTH, head_of
from api.evidence import Layer, holds, support, words_of
from api.headings import head_line, head_span
from api.how_many import counted_noun
from api.named_bodies import names_bodies
from api.outright import SECTION_NEEDED, told_by_a_sentence
from api.particulars import asks_for_name
from api.place_of_answer import is_of_the_place_named
from api.section_at import sections_at
from api.shelf import as_choice
from api.verify import proves
from api.write import Draft, Line, Proof, capitalised, quoting, trimmed, unlabelled
from ingest.model import Span
from ingest.sentences import sentences
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from api.desk import Desk
    from api.evidence import Words
    from api.model import Choice
    from api.question import Question
    from ingest.model import Document, Section

LINES_SHOWN = 12  # sentences of a section shown when its place is asked for
PRECISION_OF_LIST = 0.3  # share of the heading's own words that a question for a list must name
PRECISION_NEEDED = 0.8  # and any other question
# words of a heading that say nothing by themselves; "được" does: "05 được" beside "05 không"
JOINING = frozenset(["và", "các", "những", "của", "trong", "cho", "về", "với", "tại", "bị", "theo"])
PRECISION_WORTH = 0.5
SAME = 1e-9
MOST_DEEPER = 14  # items of items that a list still shows
LONGEST_LIST = 5_000  # characters of a list that is told with its items whole
OWN = 3  # sentences of a section's own shown before its parts


def answer_path(desk: Desk) -> Draft | None:
    """Return what stands at the place named, whole if short, else its first sentences.

    Where no document is named, the question's words must choose one of those that have the place.
    """
    found = [
        (document, min(sections, key=lambda s: len(s.path)))
        for document in desk.documents()
        if (sections := sections_at(document, desk.question.place))
    ]
    found = [one for one in found if _stated(desk, *one)]
    if not desk.scope.documents:
        found = [one for one in found if _carried(desk, *one)]
    return _contents(*found[0]) if found and (desk.scope.documents or len(found) == 1) else None


def _stated(desk: Desk, document: Document, section: Section) -> bool:
    """Tell whether the years, figures and bodies of the question stand at the place."""
    shown = (section.span.of(document.text), head_of(document))
    return names_bodies(desk.bodies, shown) and states_figures(desk.question, shown)


def states_figures(question: Question, shown: Iterable[str]) -> bool:
    """Tell whether each year and figure of the question stands in one of the texts ``shown``."""
    texts = tuple(shown)
    asked = (*map(str, question.years), *question.figures)
    return all(any(figure in text for text in texts) for figure in asked)


def _carried(desk: Desk, document: Document, section: Section) -> bool:
    layers = (Layer(words_of(section.span.of(document.text)), 1.0),
              Layer(words_of(head_of(document)), TITLE_WORTH))  # fmt: skip
    return support(desk.question.terms, layers).share >= SECTION_NEEDED


def _contents(document: Document, section: Section) -> Draft:
    if section.children:
        return Draft(
            (head_line(document, section), *(head_line(document, c) for c in section.children))
        )
    spans = sentences(document.text, section.span)[:LINES_SHOWN]
    return Draft(quoting(document, (unlabelled(document.text, span) for span in spans)))


def answer_heading(desk: Desk) -> Draft | None:
    """Return what stands under the heading that the question names: its parts, or its words."""
    whole = answer_whole(desk)
    if whole is not None or asks_for_name(desk.question):
        return whole
    best = max(_fitting(desk), key=lambda found: found[0], default=None)
    if best is None:
        return answer_parts_named(desk)
    _, document, section = best
    if told_by_a_sentence(desk, document, section):
        return None
    if len(section.children) >= FEWEST_ITEMS:
        return listing(desk, document, section)
    return None if desk.question.asks("count") else _contents(document, section)


def headings_alike(desk: Desk) -> tuple[Choice, ...]:
    """Return the papers that have the heading asked about equally, where nothing tells them apart.

    "Tổ chức thực hiện có mấy điểm" may be asked of any plan that is held.
    """
    question = desk.question
    told = desk.scope.documents or question.mentions or desk.bodies or question.days
    if told or not question.asks("list", "count"):
        return ()
    fits = _fitting(desk)
    best = max((fit for fit, _, _ in fits), default=0.0)
    alike = dict.fromkeys(document.info.id for fit, document, _ in fits if fit >= best - SAME)
    infos = (desk.shelf.document(found).info for found in alike)
    return tuple(as_choice(info, held=True) for info in infos)


@lru_cache(maxsize=4)  # asked once for the choice of papers, once for the answer
def _fitting(desk: Desk) -> list[tuple[float, Document, Section]]:
    """Return the sections whose heading the question names, with how well it does."""
    return [
        (fit, document, section)
        for document in desk.documents()
        if is_of_the_place_named(desk.question, document)
        for trail, section in _headed(document.sections, ())
        if (fit := _heading_fit(desk, document, section, trail))
    ]


def _headed(
    sections: tuple[Section, ...], trail: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Section]]:
    """Yield (headings above, section) for each section that has a heading."""
    for section in sections:
        if section.heading:
            yield trail, section
        yield from _headed(section.children, (*trail, section.heading))


def _heading_fit(desk: Desk, document: Document, section: Section, trail: tuple[str, ...]) -> float:
    """Return how well the heading fits the question, 0 where it does not name it.

    The headings must carry the question, and the question must name a good part of the heading:
    "mục đích" fits "1. Mục đích" better than "I- MỤC ĐÍCH, YÊU CẦU".
    """
    if not names_bodies(desk.bodies, (section.heading, *trail, head_of(document))):
        return 0.0
    heading, above = words_of(section.heading), words_of(" ".join(trail))
    shown = " ".join((section.heading, *trail, head_of(document)))
    if any(str(year) not in shown for year in desk.question.years):
        return 0.0
    if not _stated(desk, document, section):
        return 0.0
    terms = tuple(replace(t, weak=t.weak and not holds(heading, t)) for t in desk.question.terms)
    named = heading.folded & {t.folded for t in terms} | _years_in(heading, desk)
    precision = len(named) / max(len(_telling(document, heading) | named), 1)
    layers = (
        Layer(heading, 1.0),
        Layer(above, TRAIL_WORTH),
        Layer(words_of(head_of(document)), TITLE_WORTH),
    )
    share = support(terms, layers).share
    listed = desk.question.asks("list", "count") or all(t.weak for t in desk.question.terms)
    needed = PRECISION_OF_LIST if listed else PRECISION_NEEDED
    if share < SECTION_NEEDED or precision < needed:
        return 0.0
    return share + PRECISION_WORTH * precision


def _telling(document: Document, heading: Words) -> frozenset[str]:
    """Return the words of a heading, folded, that say something: not its place, not "tại"."""
    place = words_of(document.info.place or "").folded
    joining = frozenset(map(fold, JOINING & heading.toned))
    return heading.folded - place - (joining - frozenset(map(fold, heading.toned - JOINING)))


def _years_in(heading: Words, desk: Desk) -> frozenset[str]:
    years = {str(year) for year in desk.question.years} & heading.folded
    return frozenset(years | {"nam", "den"} if years else years)


def listing(desk: Desk, document: Document, section: Section) -> Draft:
    """Return the parts of a section that has a heading, with their number where it is asked."""
    items = items_of(document, section)
    proofs = (Proof(document, head_span(document, section)), *(i.proofs[0] for i in items))
    name = capitalised(section.heading).rstrip(".")
    rest = (*_own(document, section), *deeper(document, section, items))
    number = f"{len(items)} {counted_noun(desk.question, section.heading)}"
    counted = f"{name}: {number} ({section.label})."
    if desk.question.asks("count") and proves(proofs, counted):
        return Draft((Line(counted, proofs), *rest))
    counts = desk.question.asks("count") or asked_number(desk.question)
    lead = f"{number}." if counts else ""
    return Draft((Line(f"{name} ({section.label}) gồm:", proofs), *rest), lead=lead)


def items_of(document: Document, section: Section) -> tuple[Line, ...]:
    """Return the parts of a section: their headings, or whole items where all of them fit.

    The first sentence of "- Đóng góp của TFP … trên 55%. Quy mô kinh tế số …" is not what it sets.
    """
    whole = tuple(_whole(document, child) for child in section.children)
    if sum(len(line.text) for line in whole) <= LONGEST_LIST:
        return whole
    return tuple(head_line(document, child) for child in section.children)


def _whole(document: Document, section: Section) -> Line:
    if section.heading or section.children:
        return head_line(document, section)
    span = trimmed(document.text, section.span)
    return Line(" ".join(span.of(document.text).split()), (Proof(document, span),))


def deeper(document: Document, section: Section, items: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the items, each followed by its own where these are few: "Đến năm 2030" says little.

    Only headings are opened so, and what ends in a colon; another sentence is whole.
    """
    parts = [len(child.children) for child in section.children]
    headings = [child for child in section.children if _opens(document, child)]
    if not headings or sum(parts) > MOST_DEEPER:
        return items
    lines: list[Line] = []
    for child, item in zip(section.children, items, strict=True):
        lines += (item, *_own(document, child)) if child.heading and child.children else (item,)
        lines += items_of(document, child)
    return tuple(lines)


def _opens(document: Document, section: Section) -> bool:
    """Tell whether an item says little without its own: a heading, or "1. Hồ sơ gồm:"."""
    line = head_span(document, section).of(document.text).rstrip()
    return bool(section.children) and (bool(section.heading) or line.endswith(":"))


def _own(document: Document, section: Section) -> tuple[Line, ...]:
    """Return the sentences that a section says before its first part."""
    head = head_span(document, section)
    spans = sentences(document.text, Span(head.end, section.children[0].span.start))
    return quoting(document, spans[:OWN])
