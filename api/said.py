"""The sentences of a part of a text that say something, and the rows of its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from api.table_rows import row_at, whole_rows
from ingest.sentences import sentences

if TYPE_CHECKING:
    from ingest.model import Span

SENTENCE_ENDS: Final = (".", ";", ":", "!", "?", "…", "”", '"', ",")


def said(text: str, span: Span) -> tuple[Span, ...]:
    """Return the sentences at ``span`` without a heading before them, which says nothing."""
    found = sentences(text, span)
    if "|" in span.of(text):
        found = whole_rows(text, span, found)
        if found and row_at(text, found[0]):
            return found
    opens = found[0].of(text).rstrip() if found else ""
    headed = len(found) > 1 and text[found[0].end : found[1].start].count("\n")
    return found[1:] if headed and not opens.endswith(SENTENCE_ENDS) else found
