"""Questions about the paper itself: number, date, issuer, signer, recipients, title, basis."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from api.addressees import addressees
from api.paper_meant import CLOSING, HEAD, OPENING, the_paper
from api.question import KIND_NAMES
from api.signed_as import office_above
from api.write import Draft, Line, Proof, capitalised, trimmed
from ingest.header import short_name
from ingest.model import Span
from ingest.passages import SIGNATURE
from ingest.sentences import sentences
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from api.desk import Desk
    from api.question_words import Kind
    from ingest.model import Document, Passage, Reference

REPLACES = re.compile(
    r"\b(?:thay the|thay cho|bai bo|het hieu luc|thay"
    r"|bo(?= (?:nhung |cac |het )*"
    r"(?:nghi quyet|quyet dinh|van ban|thong tu|quy dinh|ke hoach|nghi dinh)))\b"
)
MOST_FIELDS = 3
DAY_TOO = re.compile(r"(?:,| va|;) (?:vao |ra |ky )?(?:ngay|khi|hom) (?:nao|may|bao nhieu)\b")

# "ngày 18 tháng 02 năm 2025", "ngày 10/01/2025", on folded text
DATE = re.compile(r"ngay\s+\d{1,2}(?:\s+thang\s+\d{1,2}\s+nam\s+|/\d{1,2}/)\d{4}")


def answer_paper(desk: Desk) -> Draft | None:
    """Return the answer to a question about the paper itself, or None if it is not one."""
    paper = the_paper(desk)
    if paper is None:
        return None
    lines: list[Line] = []
    for kind in _fields_asked(desk):
        line = FIELDS[kind](paper)
        if line is None and not lines:
            return _unstated(paper, kind)
        lines += [line] if line else []
    return Draft(tuple(lines)) if lines else None


def _fields_asked(desk: Desk) -> tuple[Kind, ...]:
    """Return the fields asked for, in order: "ai ký, ngày nào" asks for two."""
    question = desk.question
    kinds = [kind for kind in (question.kind, *question.also) if kind in FIELDS]
    kinds = kinds or [kind for kind in question.paper if kind in FIELDS]
    if REPLACES.search(question.folded):
        # what it replaces is not its basis, nor the number of that its own
        kinds = [kind for kind in kinds if kind not in {"basis", "symbol"}]
    if kinds and question.asks("deadline") and DAY_TOO.search(question.folded):
        kinds.append("issued")
    return tuple(dict.fromkeys(kinds[:MOST_FIELDS]))


def _unstated(paper: Document, kind: Kind) -> Draft:
    """Return a draft that says the field is not written in the text held."""
    name = KIND_NAMES[kind]
    first = next((p for p in paper.passages if p.text.strip()), None)
    said = f"{short_name(paper.info)}: bản đang lưu không ghi {name}."
    proofs = (Proof(paper, trimmed(paper.text, first.span)),) if first else ()
    return Draft((Line(said, proofs),), complete=False)


def _line_with(
    passages: Iterable[Passage], paper: Document, wanted: re.Pattern[str]
) -> Span | None:
    """Return the line of the first passage in which ``wanted`` matches the folded text."""
    for passage in passages:
        match = wanted.search(fold(passage.text))
        if match:
            start = passage.span.start + match.start()
            end = passage.span.start + match.end()
            left = max(paper.text.rfind("\n", 0, start) + 1, passage.span.start)
            right = paper.text.find("\n", end)
            right = passage.span.end if right < 0 else min(right, passage.span.end)
            return trimmed(paper.text, Span(left, right))
    return None


def _part(paper: Document, name: str) -> tuple[Passage, ...]:
    return tuple(p for p in paper.passages if p.path and p.path[0] == name)


def _words(phrase: str) -> re.Pattern[str]:
    """Return a pattern for ``phrase`` on folded text, its blanks matching any white space."""
    return re.compile(r"\s+".join(map(re.escape, fold(phrase).split())))


def _issued(paper: Document) -> Line | None:
    span = _line_with(_part(paper, HEAD), paper, DATE) or _line_with(
        paper.passages[:2], paper, DATE
    )
    day = paper.info.issued
    if span is None or day is None or "issued" in paper.info.from_file:
        return None
    said = f"{short_name(paper.info)} được ban hành ngày {day.day:02}/{day.month}/{day.year}."
    return Line(_padded(said, day.month), (Proof(paper, span),))


def _padded(said: str, month: int) -> str:
    """Return ``said`` with months 1 and 2 written 01 and 02, as official papers do."""
    return said.replace(f"/{month}/", f"/{month:02}/", 1) if month <= 2 else said  # noqa: PLR2004  the rule names these two months


def _symbol(paper: Document) -> Line | None:
    symbol = paper.info.symbol_seen
    if symbol is None:
        return None
    number = symbol.split("-")[0].split("/")[0]
    span = _line_with(_part(paper, HEAD), paper, re.compile(rf"\b{re.escape(number)}\b"))
    said = f"Số, ký hiệu: {symbol}."
    return Line(said, (Proof(paper, span),)) if span else None


def _issuer(paper: Document) -> Line | None:
    if paper.info.issuer is None:
        return None
    name, place = paper.info.issuer, paper.info.place or ""
    bare = name.removesuffix(place).strip() or name
    for wanted in (name, bare):
        for part in (HEAD, OPENING, CLOSING):
            span = _line_with(_part(paper, part), paper, _words(wanted))
            if span:
                where = _line_with(_part(paper, HEAD), paper, _words(place)) if place else None
                spans = [_sentence(paper, span, wanted), *([where] if where else [])]
                proofs = tuple(Proof(paper, s) for s in dict.fromkeys(spans))
                return Line(f"{short_name(paper.info)} do {name} ban hành.", proofs)
    return None


def _sentence(paper: Document, line: Span, wanted: str) -> Span:
    """Return the sentence of ``line`` that holds ``wanted``."""
    pattern = _words(wanted)
    for span in sentences(paper.text, line):
        if pattern.search(fold(span.of(paper.text))):
            return span
    return line


def signer_line(paper: Document) -> Line | None:
    """Return who signed a paper, proved by its signature, or None where no name stands there."""
    if not paper.info.signer:
        return None
    closing = [p for p in paper.passages if p.label == SIGNATURE or p.path[:1] == (CLOSING,)]
    # a footnote may name the same person: the signature first
    span = _line_with([*closing[::-1], *paper.passages[::-1]], paper, _words(paper.info.signer))
    if span is None:
        return None
    office = office_above(paper, span)
    held = f", {office.of(paper.text).lower().capitalize()}" if office else ""
    said = f"Người ký {short_name(paper.info)}: {paper.info.signer}{held}."
    return Line(said, (Proof(paper, Span(office.start, span.end) if office else span),))


def _recipients(paper: Document) -> Line | None:
    """Return whom a letter addresses, or else the recipients that the closing lists."""
    if spans := addressees(paper):
        whom = "; ".join(" ".join(s.of(paper.text).split()).rstrip(" ,;.") for s in spans)
        said = f"{short_name(paper.info)} kính gửi: {whom}."
        return Line(said, tuple(Proof(paper, span) for span in spans))
    part = tuple(p for p in _part(paper, CLOSING) if p.label != SIGNATURE)
    if not part or not paper.info.recipients:
        return None
    names = "; ".join(paper.info.recipients)
    said = f"Nơi nhận {short_name(paper.info)}: {names}."
    return Line(said, tuple(Proof(paper, trimmed(paper.text, p.span)) for p in part))


def _title(paper: Document) -> Line | None:
    if not paper.info.title:
        return None
    wanted = _words(paper.info.title)
    for passage in (*_part(paper, HEAD), *_part(paper, OPENING)):
        match = wanted.search(fold(passage.text))
        if match:
            start = passage.span.start
            span = Span(start + match.start(), start + match.end())
            title = span.of(paper.text)
            joint = ": " if title[:1].isupper() else " "
            said = capitalised(f"{short_name(paper.info)}{joint}{title}")
            return Line(said, (Proof(paper, span),))
    return None


def _place(paper: Document) -> Line | None:
    if not paper.info.place:
        return None
    span = _line_with(_part(paper, HEAD), paper, _words(paper.info.place))
    said = f"{short_name(paper.info)} được ban hành tại {paper.info.place}."
    return Line(said, (Proof(paper, span),)) if span else None


def _basis(paper: Document) -> Line | None:
    """Return the documents that the opening names as what this one rests on."""
    opening = [r for p in _part(paper, OPENING) for r in paper.references if p.span.holds(r.span)]
    unique: dict[str, Reference] = {}
    for reference in opening:
        unique.setdefault(reference.symbol, reference)
    if not unique:
        return None
    names = "; ".join(" ".join(r.span.of(paper.text).split()) for r in unique.values())
    spans = dict.fromkeys(around(paper, r.span) for r in unique.values())
    said = f"Phần mở đầu {short_name(paper.info)} dẫn: {names}."
    return Line(said, tuple(Proof(paper, span) for span in spans))


def around(paper: Document, span: Span) -> Span:
    """Return the sentence in which ``span`` lies."""
    left = paper.text.rfind("\n", 0, span.start) + 1
    right = paper.text.find("\n", span.end)
    line = Span(left, len(paper.text) if right < 0 else right)
    for sentence in sentences(paper.text, line):
        if sentence.start <= span.start < sentence.end:
            return sentence
    return trimmed(paper.text, line)


FIELDS: dict[Kind, Callable[[Document], Line | None]] = {
    "issued": _issued,
    "issuer": _issuer,
    "signer": signer_line,
    "recipients": _recipients,
    "symbol": _symbol,
    "title": _title,
    "place": _place,
    "basis": _basis,
}
