"""Open questions: what to set forth, with the passages a good answer uses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from api.pack.contents import TELLING, first_sentence_after, group_of
from api.pack.model import Question
from api.pack.places import heading_span, in_one_passage
from api.pack.proofs import bodies_in
from api.pack.workshop import question_id
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.pack.model import Group, Quote
    from api.pack.workshop import Workshop
    from ingest.model import Document, Section, Span

PASSAGES: Final = 12  # passages given for one open question
FEWEST: Final = 2
WHOLE: Final = 5  # outermost parts asked about
PARTS: Final = 4  # tasks asked about one by one
CLOSING: Final = re.compile(r"dieu khoan thi hanh|hieu luc")  # nothing in it is to be set forth
APPLIED: Final = frozenset({"Nhiệm vụ, giải pháp", "Tổ chức thực hiện"})


def open_questions(shop: Workshop, groups: tuple[Group, ...]) -> Iterator[Question]:
    """Yield a question for each outermost part, for some tasks, and on carrying them out.

    A document without headed parts gets one question, on its main sentences.
    """
    outermost = [s for s in _outermost(shop.document) if not CLOSING.search(fold(s.heading))]
    made = [q for s in outermost[:WHOLE] if (q := _on_part(shop, s))]
    duties = [s for s in outermost if group_of(s) == "Nhiệm vụ, giải pháp"]
    parts = [p for s in duties for p in s.children if len(p.heading.split()) >= TELLING]
    picked = shop.rng.sample(parts, min(PARTS, len(parts)))
    made += [q for s in sorted(picked, key=lambda s: s.span.start) if (q := _on_part(shop, s))]
    applied = [s for s in outermost if group_of(s) in APPLIED]
    made += [q for s in applied[:FEWEST] if (q := _applied(shop, s))]
    yield from made
    main = [quote for group in groups for quote in group.quotes]
    if not made and main:
        yield Question(
            id=question_id("open", "content", 0),
            kind="open",
            about="content",
            ask=f"Trình bày những nội dung chính của {shop.short}.",
            sources=tuple(main[:PASSAGES]),
        )


def _outermost(document: Document) -> tuple[Section, ...]:
    """Return the parts of a document; those of its only part, where one annex holds them all."""
    parts = document.sections
    while len(parts) == 1 and parts[0].children:
        parts = parts[0].children
    return parts


def _on_part(shop: Workshop, section: Section) -> Question | None:
    passages = _passages(shop, section)
    span = heading_span(shop.document, section)
    if not passages or span is None or not in_one_passage(shop.document, span):
        return None
    return Question(
        id=question_id("open", "content", section.span.start),
        kind="open",
        about="content",
        ask=_on_what(shop, section),
        sources=passages,
    )


def _on_what(shop: Workshop, section: Section) -> str:
    """Return what is to be set forth; a part headed by a body holds what that body is to do."""
    if list(bodies_in(section.heading)) == [section.heading]:
        return (
            f"Trình bày nhiệm vụ, trách nhiệm của {section.heading} theo {section.label}, "
            f"{shop.short}."
        )
    return (
        f"Trình bày những nội dung chính của {section.label} “{section.heading}” "
        f"trong {shop.short}."
    )


def _applied(shop: Workshop, section: Section) -> Question | None:
    passages = _passages(shop, section)
    if len(passages) < FEWEST:
        return None
    return Question(
        id=question_id("open", "place", section.span.start),
        kind="open",
        about="place",
        ask=f"Liên hệ thực tiễn: từ những nội dung tại {section.label} của {shop.short}, "
        "cơ quan, đơn vị của đồng chí cần tập trung vào việc gì, vì sao?",
        sources=passages,
    )


def _passages(shop: Workshop, section: Section) -> tuple[Quote, ...]:
    """Return what each part of a section says first: a heading that tells, else a sentence.

    Of a part whose heading only names a topic, the parts within it.
    """
    found: list[Span] = []
    for part in section.children or (section,):
        heading = heading_span(shop.document, part)
        if heading and section.children and len(part.heading.split()) >= TELLING:
            found += [heading] if in_one_passage(shop.document, heading) else []
            continue
        first = first_sentence_after(shop.document, part)
        bare = first is not None and shop.words(first) == part.heading
        within = part.children if first is None or bare else ()
        firsts = [first_sentence_after(shop.document, p) for p in within] or [first]
        found += [span for span in firsts if span]
    return tuple(map(shop.quote, found[:PASSAGES]))
