"""Lines of an answer become claims with numbered citations, each an exact slice of a source."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.model import Citation, Claim
from ingest.header import official_name
from ingest.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ingest.model import Document, Fact, Passage

AROUND = 60  # code points of text shown before and after a quote


@dataclass(frozen=True, slots=True)
class Proof:
    """Where a line of the answer is proved: a span of one document."""

    document: Document
    span: Span


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of an answer and its proofs."""

    text: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before it is verified. ``complete`` is false where the thing asked is unstated.

    ``lead`` is said first and claims nothing of a document: it counts the lines that follow, or
    names what they leave unsaid.
    """

    lines: tuple[Line, ...]
    complete: bool = True
    facts: tuple[tuple[str, Fact], ...] = ()
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """An answer's text, its claims by offset into it, and the citations they number."""

    answer: str
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]


def write(lines: Sequence[Line], lead: str = "") -> Written:
    """Return the answer that ``lines`` make: joined by newlines, citations numbered from 1.

    ``lead`` is said before them and claims nothing.
    """
    numbers: dict[tuple[str, Span], int] = {}
    citations: list[Citation] = []
    claims: list[Claim] = []
    text = lead
    for line in lines:
        start = len(text) + (1 if text else 0)
        text = f"{text}\n{line.text}" if text else line.text
        cited = [_number(proof, numbers, citations) for proof in line.proofs]
        claims.append(Claim(line.text, start, len(text), tuple(dict.fromkeys(cited))))
    return Written(text, tuple(claims), tuple(citations))


def _number(proof: Proof, numbers: dict[tuple[str, Span], int], citations: list[Citation]) -> int:
    key = (proof.document.info.id, proof.span)
    if key not in numbers:
        numbers[key] = len(citations) + 1
        citations.append(cite(proof, numbers[key]))
    return numbers[key]


def cite(proof: Proof, number: int) -> Citation:
    """Return the citation of a proof, with the official wording of its place."""
    document, span = proof.document, proof.span
    passage = passage_of(document, span)
    return Citation(
        number=number,
        document=document.info,
        passage_id=passage.id,
        path=passage.path,
        label=passage.label,
        page=_page(document, span),
        quote=span.of(document.text),
        span=span,
        prefix=document.text[max(span.start - AROUND, 0) : span.start],
        suffix=document.text[span.end : span.end + AROUND],
        official=", ".join(filter(None, (passage.label, official_name(document.info)))),
        ocr_confidence=_ocr_confidence(document, span),
    )


def passage_of(document: Document, span: Span) -> Passage:
    """Return the passage in which ``span`` begins."""
    at = bisect_right(document.passages, span.start, key=lambda p: p.span.start) - 1
    if at < 0 or span.start >= document.passages[at].span.end:
        raise LookupError(f"{document.info.id}: no passage at {span}")
    return document.passages[at]


def _page(document: Document, span: Span) -> int | None:
    for page in document.pages:
        if page.span.start <= span.start < page.span.end:
            return page.number
    return None


def _ocr_confidence(document: Document, span: Span) -> float | None:
    """Return how sure the least sure of the recognised pages is that the span stands on."""
    sure = [
        page.confidence or 0.0
        for page in document.pages
        if page.source == "ocr" and page.span.start < span.end and span.start < page.span.end
    ]
    return min(sure, default=None)


def trimmed(text: str, span: Span) -> Span:
    """Return ``span`` without blanks at its ends."""
    words = span.of(text)
    return Span(
        span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip())
    )


def quoting(document: Document, spans: Iterable[Span]) -> tuple[Line, ...]:
    """Return a line for each of ``spans``: its words as a sentence, proved by themselves."""
    return tuple(
        Line(capitalised(span.of(document.text)), (Proof(document, span),)) for span in spans
    )


# the printed label of an item: "5. ", "a) ", "II- ", "- "
LABEL = re.compile(r"(?:(?:[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])\s?[.)/-]|[-–+•*])\s+")


def unlabelled(text: str, span: Span) -> Span:
    """Return ``span`` without the printed label of the item that it begins with."""
    label = LABEL.match(text, span.start, span.end)
    return Span(label.end(), span.end) if label and label.end() < span.end else span


def capitalised(words: str) -> str:
    """Return ``words`` on one line with a capital first letter and a full stop at the end."""
    line = " ".join(words.split()).rstrip(" ;,:")
    line = line[:1].upper() + line[1:]
    return line if line.endswith((".", "!", "?", "…")) else f"{line}."
