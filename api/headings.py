"""Where the heading of a section stands in the text, and the line that says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.write import Line, Proof, trimmed
from ingest.model import Span
from ingest.sentences import sentences

if TYPE_CHECKING:
    from ingest.model import Document, Section


def head_line(document: Document, section: Section) -> Line:
    """Return the heading of a section as a line of an answer, or its first sentence."""
    span = full_head(document, section)
    return Line(" ".join(span.of(document.text).split()), (Proof(document, span),))


def full_head(document: Document, section: Section) -> Span:
    """Return the heading of a section with its label, also where each has a line of its own."""
    span = head_span(document, section)
    start = document.text.find(section.heading, span.start, section.span.end)
    if not section.heading or start < 0:
        return span
    return Span(span.start, max(span.end, start + len(section.heading)))


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
