"""To whom a letter is written: the lines after "Kính gửi:", before its first sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from api.write import trimmed, unlabelled
from ingest.model import Span

if TYPE_CHECKING:
    from ingest.model import Document

DEAR: Final = re.compile(r"^[ \t]*Kính gửi[ \t]*:?[ \t]*", re.MULTILINE)
ITEM: Final = re.compile(r"[ \t]*[-–+•*][ \t]*\S")
TOP: Final = (("dau",), ("mo-dau",))  # behind the closing a form may be printed, "Kính gửi" and all
MOST: Final = 20


def addressees(paper: Document) -> tuple[Span, ...]:
    """Return where each addressee of a letter stands, in order; empty where there is none."""
    top = max((p.span.end for p in paper.passages if p.path[:1] in TOP), default=0)
    found = DEAR.search(paper.text, 0, top)
    if found is None:
        return ()
    spans = [_line(paper.text, found.end())]
    while len(spans) < MOST:
        after = paper.text.find("\n", spans[-1].end)
        if after < 0 or not ITEM.match(paper.text, after + 1):
            break
        spans.append(_line(paper.text, after + 1))
    named = (unlabelled(paper.text, trimmed(paper.text, span)) for span in spans)
    return tuple(span for span in named if span.start < span.end)


def _line(text: str, start: int) -> Span:
    end = text.find("\n", start)
    return Span(start, len(text) if end < 0 else end)
