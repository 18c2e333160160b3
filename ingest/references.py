"""Every document named by its number in running text becomes a Reference.

A reference phrase is: type, "số", number, date, issuer, of which only the number is always
there: "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị". The span covers the phrase.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.issued import DATE, read_date
from ingest.issuers import ISSUER_PHRASE, full_name
from ingest.model import Reference, Span
from ingest.patterns import lazy
from ingest.symbols import (
    PRINTED,
    WrittenNumber,
    canonical_symbol,
    matches,
    parse_number,
    split_signs,
    symbol_key,
)
from ingest.text import fold
from ingest.typed_numbers import find_written_numbers
from ingest.types import (
    TYPE_NAME,
    issuer_of_sign,
    printed_sign,
    signs_of,
    type_named,
    type_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "WrittenNumber",
    "find_references",
    "find_written_numbers",
    "matches",
    "parse_number",
    "symbol_key",
]

# what may stand before a number: "Nghị quyết số", "Luật Lưu trữ số", "các Công điện: số"
_LEAD = lazy(
    rf"\b(?P<type>{TYPE_NAME})(?![a-z])(?P<name>(?: [^\W\d]+,?){{0,14}}?)[\s:]*(?:so[\s:.]*)?$"
)
_NAMED_BY_SUBJECT = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"})
_SO = re.compile(r"\bso[\s:.]*$")
_LISTED = re.compile(r"[\s,;]*(?:và|và của)?\s*")
_LEAD_WINDOW = 140
_PRINTED = re.compile(PRINTED)
# as in ", ngày 22/12/2024" and " (ngày 01 tháng 4 năm 2025)"
_WHEN = lazy(rf"[\s,]*\(?(?P<date>(?:ngày\s*)?{DATE})\)?", re.IGNORECASE)
_BY = lazy(rf"[\s,]*của (?P<issuer>{ISSUER_PHRASE})")
# types that are named by a figure alone; "Dự án 1", "Chương trình 135" are no documents' numbers
_BY_FIGURE = (
    "nghi quyet|nghi dinh|chi thi|ket luan|quyet dinh|quy dinh|thong tu|thong tri"
    "|ke hoach|huong dan|thong bao"
)
# "Nghị quyết 18", "Nghị quyết số 57": a type with a sign, a figure, and no quantity after it
_BARE = lazy(
    rf"\b(?P<type>{_BY_FIGURE})"
    r"(?: so ?:? ?(?P<so>\d{1,4})| (?!(?:19|20)\d\d\b)(?P<n>\d{1,3}))(?!\s?[.,/]\d)"
    r"(?=\s*(?:[.,;:()\]”\"]|$)| (?:cua|ngay \d|va|da|la|duoc|ve|theo|do|den|trong)\b)"
)


def find_references(text: str) -> tuple[Reference, ...]:
    """Return the references in the order of the text; spans do not overlap.

    A reference by type and figure only ("Nghị quyết 57") has the symbol "57-NQ".
    """
    folded = fold(text)
    numbered = [*_numbered(text, folded)]
    taken = {place for ref in numbered for place in range(ref.span.start, ref.span.end)}
    bare = [ref for ref in _bare(text, folded) if ref.span.start not in taken]
    return tuple(sorted(numbered + bare, key=lambda ref: ref.span))


def _numbered(text: str, folded: str) -> Iterator[Reference]:
    before: Reference | None = None
    for found in _PRINTED.finditer(text):
        end = before.span.end if before else 0
        number = _number_at(text, found) if found.start() >= end else None
        reference = _reference(text, folded, number, floor=end) if number else None
        if reference and not _own_number(text, reference):
            before = _same_type(text, before, reference)
            yield before


def _own_number(text: str, reference: Reference) -> bool:
    """Tell the heading's "Số 57-NQ/TW", on a line of its own, from a reference."""
    start = reference.span.start
    return text.startswith("S", start) and (start == 0 or text[start - 1] in "\n\t *")


def _same_type(text: str, before: Reference | None, reference: Reference) -> Reference:
    """Carry the type on in a list: "Luật số 71/2025/QH15, số 84/2025/QH15"."""
    if (
        before is None
        or reference.type
        or not _LISTED.fullmatch(text, before.span.end, reference.span.start)
    ):
        return reference
    return replace(reference, type=before.type)


def _number_at(text: str, found: re.Match[str]) -> Span | None:
    """Return where the number stands, without words that only follow it, or None.

    The signs must prove it: a known type sign, or a term of the Assembly, or "số" before it.
    """
    for signs in _cuts(found["signs"]):
        symbol = canonical_symbol(found.group()[: found.start("signs") - found.start()] + signs)
        if symbol and _proved(text, found, signs):
            return Span(found.start(), found.start("signs") + len(signs))
    return None


def _cuts(signs: str) -> Iterator[str]:
    yield signs
    for cut in reversed(list(re.finditer(r"\s?[-/–]\s?", signs))):
        yield signs[: cut.start()]


def _proved(text: str, found: re.Match[str], signs: str) -> bool:
    parts = re.split(r"\s?[-/–]\s?", signs)
    if any(part[0].islower() and part != "nb" for part in parts[1:]):
        return False  # "57-NQ/TW - của": the rest is a word
    before = fold(text[max(0, found.start() - 8) : found.start()])
    if _SO.search(before):
        return True
    if found["dash"] == " ":  # "57 NQ/TW", but not "năm 2025 UBND tỉnh"
        return bool(printed_sign(parts[0])) and len(parts) > 1
    typed = any(printed_sign(part) == part or printed_sign(part) for part in parts[:2])
    return (len(parts) > 1 and typed) or bool(found["year"])


def _reference(text: str, folded: str, number: Span, floor: int) -> Reference | None:
    symbol = canonical_symbol(number.of(text))
    if symbol is None:
        return None
    start, type_name = _lead(text, folded, number.start, floor)
    sign, issuer_sign = split_signs(_signs_of(symbol))
    when, by, end = _follow(text, number.end)
    issuer = full_name(by) if by else None
    return Reference(
        symbol=symbol,
        type=type_name or (type_of(_printed(symbol, sign), issuer=issuer_sign) if sign else None),
        issuer=issuer or _issuer(issuer_sign),
        issued=read_date(when) if when else None,
        span=Span(start, end),
    )


def _signs_of(symbol: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"[-/]", symbol)[1:] if not part.isdigit())


def _printed(symbol: str, sign: str) -> str:
    return next(part for part in re.split(r"[-/]", symbol) if fold(part) == sign)


def _issuer(sign: str | None) -> str | None:
    return issuer_of_sign(sign) if sign else None


def _lead(text: str, folded: str, at: int, floor: int) -> tuple[int, str | None]:
    """Return where the phrase before a number begins, and the type it names."""
    window = max(floor, at - _LEAD_WINDOW)
    for found in reversed(list(_openings(folded, window, at))):
        named = type_named(text[found.start() : at])
        if named and (not found["name"].strip() or named[0] in _NAMED_BY_SUBJECT):
            return found.start(), named[0]
    so = _SO.search(folded, max(floor, at - 8), at)
    return (so.start() if so else at), None


def _openings(folded: str, window: int, at: int) -> Iterator[re.Match[str]]:
    """Yield every type name from which words lead up to the number without a stop."""
    for place in re.finditer(rf"\b(?:{TYPE_NAME})(?![a-z])", folded[window:at]):
        found = _LEAD.match(folded, window + place.start(), at)
        if found:
            yield found


def _follow(text: str, end: int) -> tuple[str | None, str | None, int]:
    """Return the date and the issuer said after a number, and where the phrase ends."""
    when = _WHEN.match(text, end)
    end = when.end() if when else end
    by = _BY.match(text, end)
    end = by.end() if by else end
    if by and not when:
        when = _WHEN.match(text, end)
        end = when.end() if when else end
    return (when["date"] if when else None), (by["issuer"] if by else None), end


def _bare(text: str, folded: str) -> Iterator[Reference]:
    for found in _BARE.finditer(folded):
        named = type_named(text[found.start() :])
        signs = signs_of(named[0]) if named else ()
        if not named or not signs:
            continue
        when, by, end = _follow(text, found.end())
        yield Reference(
            symbol=f"{found['so'] or found['n']}-{signs[0]}",
            type=named[0],
            issuer=full_name(by) if by else None,
            issued=read_date(when) if when else None,
            span=Span(found.start(), end),
        )
