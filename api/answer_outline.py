"""Questions about places and parts: "khoản 4 mục III nói gì", "có mấy nhiệm vụ", "các mục tiêu"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from api.desk import TITLE_WORTH, TRAIL_WORTH, head_of
from api.evidence import Layer, support, words_of
from api.write import Draft, Line, Proof, capitalised, trimmed
from ingest.model import Span
from ingest.sentences import sentences
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.desk import Desk
    from ingest.model import Document, Section

SECTION_NEEDED = 0.62  # share of the question that the headings must carry to be its list
LINES_SHOWN = 12  # sentences of a section shown when its place is asked for
FEWEST_ITEMS = 2


def answer_path(desk: Desk) -> Draft | None:
    """Return what stands at the place named, whole if short, else its first sentences."""
    for document in desk.documents():
        found = [s for s in document.walk() if _at(s, desk.question.place)]
        if found:
            return _contents(document, min(found, key=lambda s: len(s.path)))
    return None


def _at(section: Section, place: tuple[tuple[str, str], ...]) -> bool:
    """Tell whether every "level label" of ``place`` is part of the section's path."""
    parts = [fold(part) for part in section.path]
    if not parts or not place:
        return False
    wanted = [_spellings(level, label) for level, label in place]
    named_last = any(parts[-1] in spellings for spellings in wanted)
    return named_last and all(any(part in spellings for part in parts) for spellings in wanted)


def _spellings(level: str, label: str) -> frozenset[str]:
    """Return the folded path elements that "level label" can stand for."""
    return frozenset({label, f"{level} {label}"})


def _contents(document: Document, section: Section) -> Draft:
    if section.children:
        return Draft((_head(document, section), *(_head(document, c) for c in section.children)))
    spans = sentences(document.text, section.span)[:LINES_SHOWN]
    return Draft(
        tuple(Line(capitalised(s.of(document.text)), (Proof(document, s),)) for s in spans)
    )


def _head(document: Document, section: Section) -> Line:
    span = head_span(document, section)
    return Line(" ".join(span.of(document.text).split()), (Proof(document, span),))


def head_span(document: Document, section: Section) -> Span:
    """Return the heading line of a section with its number, or its first sentence."""
    own_end = section.children[0].span.start if section.children else section.span.end
    own = Span(section.span.start, own_end)
    if section.heading:
        line_end = document.text.find("\n", section.span.start)
        end = own.end if line_end < 0 else min(line_end, own.end)
        return trimmed(document.text, Span(section.span.start, end))
    first = sentences(document.text, own)
    return first[0] if first else trimmed(document.text, own)


def answer_list(desk: Desk) -> Draft | None:
    """Return the parts of the section whose heading the question names, all of them in order."""
    best: tuple[float, int, Document, Section] | None = None
    for document in desk.documents():
        for depth, trail, section in _listable(document.sections, ()):
            share = _heading_share(desk, document, section, trail)
            if share >= SECTION_NEEDED and (best is None or (share, -depth) > (best[0], -best[1])):
                best = (share, depth, document, section)
    if best is None:
        return None
    return _listing(desk, best[2], best[3])


def _listable(
    sections: tuple[Section, ...], trail: tuple[str, ...]
) -> Iterator[tuple[int, tuple[str, ...], Section]]:
    """Yield (depth, headings above, section) for each section that has parts to list."""
    for section in sections:
        if section.heading and len(section.children) >= FEWEST_ITEMS:
            yield len(trail), trail, section
        yield from _listable(section.children, (*trail, section.heading))


def _heading_share(
    desk: Desk, document: Document, section: Section, trail: tuple[str, ...]
) -> float:
    """Return how far the heading carries the question; a list word must stand in a heading."""
    heading = words_of(section.heading)
    terms = tuple(replace(t, weak=False) for t in desk.question.terms)
    named = [t for t in desk.question.terms if t.folded in heading.folded]
    shown = " ".join((section.heading, *trail, head_of(document)))
    if not named and not desk.question.years:
        return 0.0
    if any(str(year) not in shown for year in desk.question.years):
        return 0.0
    layers = (
        Layer(heading, 1.0),
        Layer(words_of(" ".join(trail)), TRAIL_WORTH),
        Layer(words_of(head_of(document)), TITLE_WORTH),
    )
    return support(terms, layers, desk.weights).share


def _listing(desk: Desk, document: Document, section: Section) -> Draft:
    items = tuple(_head(document, child) for child in section.children)
    proofs = (Proof(document, head_span(document, section)), *(i.proofs[0] for i in items))
    name = capitalised(section.heading).rstrip(".")
    if desk.question.asks("count"):
        lead = f"{name}: {len(items)} nội dung ({section.label})."
    else:
        lead = f"{name} ({section.label}) gồm:"
    return Draft((Line(lead, proofs), *items))
