"""All that a body has to do, where a section of the paper is headed by its name.

"5. Sở Tài chính: a) … b) …" is the whole answer to "Sở Tài chính phải làm gì"; the facts of the
section are only those of its sentences that could be read as tasks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from api.desk import head_of
from api.evidence import Layer, holds, support, words_of
from api.headings import full_head, head_span
from api.named_bodies import names_bodies, names_only_bodies
from api.write import Draft, Line, Proof, quoting, unlabelled
from ingest.bodies import find_bodies
from ingest.model import Span
from ingest.sentences import sentences

if TYPE_CHECKING:
    from api.desk import Desk
    from api.question import Term
    from ingest.model import Document, Section

MOST_LINES: Final = 16


def answer_duties(desk: Desk) -> Draft | None:
    """Return what stands under the heading that names the body asked about, or None.

    None, where the question asks of some matter that the paper's title and the body's name do not
    say, and where several papers fit it equally.
    """
    if not (desk.bodies and desk.question.asks("task")):
        return None
    found = [
        (document, section)
        for document in desk.documents()
        for section in document.walk()
        if _is_headed(desk, document, section) and not _beside(desk, document, section)
    ]
    shares = [_named_share(desk, document) for document, _ in found]
    best = max(shares, default=0.0)
    if shares.count(best) != 1:
        return None
    return _duties(*found[shares.index(best)])


def _is_headed(desk: Desk, document: Document, section: Section) -> bool:
    """Tell whether a heading is the name of the body, alone or with others, or opens with it."""
    if names_only_bodies(section):
        return names_bodies(desk.bodies, (section.heading,))
    if section.heading or not section.children:
        return False
    opening = unlabelled(document.text, head_span(document, section)).of(document.text)
    named = find_bodies(opening)[:1]
    return bool(named) and named[0][0].start == 0 and names_bodies(desk.bodies, (named[0][1],))


def _beside(desk: Desk, document: Document, section: Section) -> tuple[Term, ...]:
    """Return the words of the question that neither the heading nor the head of the paper says."""
    opening = head_span(document, section).of(document.text)
    said = words_of(f"{section.heading or opening} {head_of(document)}")
    return tuple(t for t in desk.question.terms if not t.weak and not holds(said, t))


def _named_share(desk: Desk, document: Document) -> float:
    return support(desk.question.terms, (Layer(words_of(head_of(document)), 1.0),)).share


def _duties(document: Document, section: Section) -> Draft | None:
    """Return the heading and each sentence under it, or None where it has none."""
    head = full_head(document, section)
    named = Line(" ".join(head.of(document.text).split()), (Proof(document, head),))
    spans = sentences(document.text, Span(head.end, section.span.end))[:MOST_LINES]
    lines = quoting(document, (unlabelled(document.text, span) for span in spans))
    return Draft((named, *lines)) if lines else None
