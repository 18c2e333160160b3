"""What held documents say of others: who carries out a resolution, when a guidance was issued."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from api.answer_paper import around
from api.evidence import holds, words_of
from api.paper_meant import ASKING, HEAD, OPENING
from api.question import WORD
from api.write import Draft, Line, Proof
from ingest.header import short_name
from ingest.references import matches, parse_number
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.desk import Desk
    from ingest.model import Document, Reference, Span

MOST_DOCUMENTS = 12
BASES = frozenset({(HEAD,), (OPENING,)})
CHANGES = re.compile(r"thay the|bai bo|sua doi|bo sung")
VERB_REACH = 60  # code points between "thay thế" and the number: "cho Quyết định số"
WHICH = re.compile(r"\b([a-z]+ [a-z]+|luat) nao\b")


def answer_referring(desk: Desk) -> Draft | None:
    """Return the held documents that carry out, replace or amend the document named."""
    if not desk.question.asks("referring"):
        return None
    targets = _targets(desk)
    verb = CHANGES.search(desk.question.folded)
    lines = []
    for info in desk.shelf.library.documents():
        document = desk.shelf.document(info.id)
        spans = () if info.symbol in targets else _spans(document, targets)
        proof = next((s for s in spans if _bears(document, s, verb[0] if verb else "")), None)
        if proof is not None and _of_type(desk, document):
            said = f"{short_name(info)}: {info.title}." if info.title else f"{short_name(info)}."
            lines.append(Line(said, (Proof(document, around(document, proof)),)))
    return Draft(tuple(lines[:MOST_DOCUMENTS])) if lines else None


def _bears(document: Document, span: Span, verb: str) -> bool:
    """Tell whether a reference says what is asked: it opens the paper, or the verb leads to it."""
    if verb:
        before = document.text[max(span.start - VERB_REACH, 0) : span.start]
        return verb in fold(" ".join(before.split()))
    return any(p.span.holds(span) for p in document.passages if p.path[:1] in BASES)


def _of_type(desk: Desk, document: Document) -> bool:
    """Tell whether the document is of the type asked for: "kế hoạch nào", "văn bản nào"."""
    asked = WHICH.search(desk.question.folded)
    return asked is None or asked[1] in {"van ban", "tai lieu", fold(document.info.type or "")}


def _targets(desk: Desk) -> tuple[str, ...]:
    held = [desk.shelf.document(i).info.symbol for i in desk.scope.documents]
    missing = (c.symbol for c in desk.scope.missing)
    return tuple(s for s in (*held, *missing, *desk.scope.matters) if s)


def _spans(document: Document, symbols: tuple[str, ...]) -> Iterator[Span]:
    return (r.span for r, _ in references_to(document, symbols))


def references_to(document: Document, symbols: tuple[str, ...]) -> Iterator[tuple[Reference, str]]:
    """Yield the references of ``document`` to any of ``symbols``, in the order of the text."""
    for reference in document.references:
        for symbol in symbols:
            written = parse_number(reference.symbol)
            if written is not None and matches(written, symbol, reference.type):
                yield reference, symbol


def _matters_not_held(desk: Desk) -> tuple[str, ...]:
    """Return the papers that a paper named is asked about: "ngày ra HD 186 ghi trong KH 180"."""
    held = {info.symbol for info in desk.shelf.library.documents()}
    named = bool(desk.scope.documents)
    return tuple(symbol for symbol in desk.scope.matters if named and symbol not in held)


def answer_known(desk: Desk) -> Draft | None:
    """Return the date or issuer of a document not held, as a held one states it."""
    kinds = {desk.question.kind, *desk.question.paper}
    symbols = (*(c.symbol for c in desk.scope.missing if c.symbol), *_matters_not_held(desk))
    if not symbols or not kinds & {"issued", "issuer"}:
        return None
    named = words_of(" ".join(f"{c.type} {c.title} {c.issuer}" for c in desk.scope.missing))
    own = frozenset(word for symbol in symbols for word in WORD.findall(symbol.casefold()))
    if any(
        not (t.weak or t.folded in ASKING or holds(named, t) or t.typed in own)
        for t in desk.question.terms
    ):
        return None
    for info in desk.shelf.library.documents():
        document = desk.shelf.document(info.id)
        for reference, _ in references_to(document, symbols):
            wanted = reference.issued if "issued" in kinds else reference.issuer
            said = " ".join(reference.span.of(document.text).split())
            if wanted and all(str(year) in said for year in desk.question.years):
                proof = Proof(document, around(document, reference.span))
                return Draft((Line(f"{short_name(info)} dẫn: {said}.", (proof,)),))
    return None
