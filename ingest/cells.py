"""The cells of a row of a table as the text prints it: "1 | Cà phê | 26.120"."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.model import Span

BAR = "|"


def cells_of(text: str, row: Span) -> tuple[Span, ...]:
    """Return the cells of a row, in order, without the blanks at their ends; some are empty.

    A bar that opens or closes the row makes no cell of its own.
    """
    edges = [row.start + m.start() for m in re.finditer(r"\|", row.of(text))]
    if not text.startswith(BAR, row.start):
        edges.insert(0, row.start - 1)
    if row.of(text).rstrip()[-1:] != BAR:
        edges.append(row.end)
    return tuple(_cell(text, left + 1, right) for left, right in pairwise(edges))


def _cell(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    lead = len(words) - len(words.lstrip())
    return Span(start + lead, start + max(lead, len(words.rstrip())))
