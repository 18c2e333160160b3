"""What held documents say of others: who carries out a resolution, when a guidance was issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.answer_paper import ASKING, OPENING, around
from api.evidence import holds, words_of
from api.write import Draft, Line, Proof
from ingest.header import short_name
from ingest.references import matches, parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.desk import Desk
    from ingest.model import Document, Reference, Span

MOST_DOCUMENTS = 12


def answer_referring(desk: Desk) -> Draft | None:
    """Return the held documents whose opening rests on the document named."""
    if not desk.question.asks("referring"):
        return None
    targets = _targets(desk)
    lines = []
    for info in desk.shelf.library.documents():
        document = desk.shelf.document(info.id)
        opening = [p.span for p in document.passages if p.path[:1] == (OPENING,)]
        for span in _spans(document, targets):
            if info.symbol not in targets and any(part.holds(span) for part in opening):
                said = f"{short_name(info)}: {info.title}."
                lines.append(Line(said, (Proof(document, around(document, span)),)))
                break
    return Draft(tuple(lines[:MOST_DOCUMENTS])) if lines else None


def _targets(desk: Desk) -> tuple[str, ...]:
    held = [desk.shelf.document(i).info.symbol for i in desk.scope.documents]
    return tuple(s for s in (*held, *(c.symbol for c in desk.scope.missing)) if s)


def _spans(document: Document, symbols: tuple[str, ...]) -> Iterator[Span]:
    return (r.span for r, _ in references_to(document, symbols))


def references_to(document: Document, symbols: tuple[str, ...]) -> Iterator[tuple[Reference, str]]:
    """Yield the references of ``document`` to any of ``symbols``, in the order of the text."""
    for reference in document.references:
        for symbol in symbols:
            written = parse_number(reference.symbol)
            if written is not None and matches(written, symbol, reference.type):
                yield reference, symbol


def answer_known(desk: Desk) -> Draft | None:
    """Return the date or issuer of a document not held, as a held one states it."""
    kinds = {desk.question.kind, *desk.question.paper}
    if not desk.scope.missing or not kinds & {"issued", "issuer"}:
        return None
    named = words_of(" ".join(f"{c.type} {c.title} {c.issuer}" for c in desk.scope.missing))
    if any(not (t.weak or t.folded in ASKING or holds(named, t)) for t in desk.question.terms):
        return None
    symbols = tuple(c.symbol for c in desk.scope.missing if c.symbol)
    for info in desk.shelf.library.documents():
        document = desk.shelf.document(info.id)
        for reference, _ in references_to(document, symbols):
            wanted = reference.issued if "issued" in kinds else reference.issuer
            if wanted:
                said = " ".join(reference.span.of(document.text).split())
                proof = Proof(document, around(document, reference.span))
                return Draft((Line(f"{short_name(info)} dẫn: {said}.", (proof,)),))
    return None
