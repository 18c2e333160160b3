"""What a line announces: the items behind "như sau:", those under a heading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from api.write import quoting, unlabelled
from ingest.model import Span
from ingest.sentences import sentences

if TYPE_CHECKING:
    from api.write import Line
    from ingest.model import Document, Section

ANNOUNCES = re.compile(r"(?::|như sau[.:]?|sau đây[.:]?)$")
MOST_ITEMS = 12


def announced(document: Document, span: Span) -> tuple[Line, ...]:
    """Return the items that a sentence ending in "như sau:" announces, each with its place.

    A heading announces what stands under it: alone it says nothing.
    """
    around = [s for s in document.walk() if s.span.start <= span.start < s.span.end]
    own = unlabelled(document.text, span).of(document.text).strip()
    headed = bool(around) and _is_heading(around[-1], own)
    if not headed and not ANNOUNCES.search(span.of(document.text).rstrip()):
        return ()
    if around and not around[-1].children:
        rest = Span(span.end, around[-1].span.end)
        spans = sentences(document.text, rest)[:MOST_ITEMS]
        if spans or headed:
            return quoting(document, (unlabelled(document.text, span) for span in spans))
    after = tuple(s for s in document.sections if s.span.start >= span.end)
    items = around[-1].children if around else after
    told = (span for item in items[:MOST_ITEMS] for span in _said_by(document, item))
    return quoting(document, told)


def _is_heading(section: Section, own: str) -> bool:
    """Tell whether a line is the heading of a section, with or without its number: "Điều 3. …"."""
    heading = section.heading.strip()
    number = own.removesuffix(heading).strip(" .:")
    return bool(heading) and own.endswith(heading) and number in {"", section.path[-1]}


def _said_by(document: Document, item: Section) -> tuple[Span, ...]:
    """Return the first sentence of an item, and the one after it where the first is a heading."""
    found = sentences(document.text, item.span)
    first = evidence_of_item(document, item)
    headed = item.heading.strip() == first.of(document.text).strip() and not item.children
    return (first, *found[1:2]) if headed else (first,)


def evidence_of_item(document: Document, item: Section) -> Span:
    """Return the first sentence of an item, without its printed label."""
    found = sentences(document.text, item.span)
    return unlabelled(document.text, found[0] if found else item.span)
