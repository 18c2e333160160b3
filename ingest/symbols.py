"""The written forms of a document's number, and one key for them all.

"57 NQ/TW", "57-NQ-TW", "nq57", "Nghị quyết số 57" and "57-NQ/TW" are read into the same parts;
a part that is not written stays None and matches anything. Parts are folded, without leading
noughts, so "30/2020/ND-CP" and "30/2020/NĐ-CP" are equal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import normalize

from ingest.issued import read_date
from ingest.text import fold
from ingest.types import (
    TYPE_NAME,
    TYPE_SIGN,
    is_issuer_sign,
    is_party,
    printed_issuer,
    printed_sign,
    signs_of,
    type_named,
)

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A document's number as far as it was written; None stands for any.

    ``type_sign`` and ``issuer_sign`` are folded ("nq", "tw"; several parts joined by "-").
    ``type`` is the Vietnamese name where it was spelled out, which tells "Quy định" from
    "Quyết định"; ``issued`` the date where one was given along with the number.
    """

    number: str
    year: int | None = None
    type_sign: str | None = None
    issuer_sign: str | None = None
    type: str | None = None
    issued: date | None = None

    @property
    def key(self) -> str:
        """The parts in fixed order, "57-nq-tw" or "30-2020-nd-cp"; equal for equal forms."""
        parts = (self.number, str(self.year or ""), self.type_sign, self.issuer_sign)
        return "-".join(part for part in parts if part)


_NUMBER = r"(?P<number>\d{1,5}(?:\.\d{1,2})?[a-z]?)"  # "66.4/2025/NQ-CP"
YEAR = r"(?P<year>(?:19|20)\d\d)"
SEPARATOR = r"[\s/_.–-]+"  # "57 NQ/TW", "30_2020_NĐ-CP", "57-NQ-TW"
_TAIL = rf"(?P<tail>[a-z][a-z0-9&]*(?:{SEPARATOR}(?!(?:ngay|cua|khoa|nam)\b)[a-z][a-z0-9&]*)*)"
_NAME = rf"(?:(?P<name>{TYPE_NAME})|(?P<sign>{TYPE_SIGN}))"
_LAW = r"(?:luat|bo luat|phap lenh)\b[^\d\n]{0,80}?"  # "Luật Lưu trữ số 33/2024/QH15"
_SO = r"(?P<so>so)[\s:.]*"
_WHEN = r"(?P<when>[\s,(]*(?:ngay|nam|cua|khoa)\b.*|-(?P<iso>\d{4}-\d\d-\d\d))?"

# "Nghị quyết số 57-NQ/TW", "57 NQ/TW ngày 22/12/2024", "ke hoach 180-KH/TU", "NQ 57/TW"
_WRITTEN = re.compile(
    rf"(?:van ban\s+)?(?:(?P<law>{_LAW})|{_NAME}[\s.–-]*)?(?:{_SO})?"
    rf"{_NUMBER}(?:{SEPARATOR}{YEAR})?(?:{SEPARATOR}{_TAIL})??{_WHEN}[\s.,;:?!)]*"
)


def parse_number(written: str) -> WrittenNumber | None:
    """Return the parts of a typed or printed number, or None where it is not one.

    A bare figure, a date, a span of years or a percentage is not the number of a document.
    """
    text = " ".join(normalize("NFC", written).split())
    found = _WRITTEN.fullmatch(fold(text))
    if not found:
        return None
    signs = _signs(text[slice(*found.span("tail"))]) if found["tail"] else ()
    named = found["name"] or found["sign"]
    if signs is None or not (signs or named) or (not signs and _is_year(found)):
        return None
    return _assemble(text, found, signs)


def _is_year(found: re.Match[str]) -> bool:
    """Tell "kế hoạch 2025", a plan for a year, from "kế hoạch số 2025"."""
    return not found["so"] and bool(re.fullmatch(YEAR, found["number"]))


def _assemble(text: str, found: re.Match[str], signs: tuple[str, ...]) -> WrittenNumber:
    """Join what the words before the number say with what the signs after it say."""
    name = type_named(text[found.start("law") if found["law"] else found.start("name") :])
    name = name if found["law"] or found["name"] else None
    sign, issuer = split_signs(signs)
    if found["sign"]:
        sign = sign or found["sign"]
    if name and not sign and not issuer and signs_of(name[0]):
        sign = fold(signs_of(name[0])[0])
    return WrittenNumber(
        number=found["number"].lstrip("0") or "0",
        year=int(found["year"]) if found["year"] else None,
        type_sign=sign,
        issuer_sign=issuer,
        type=name[0] if name else None,
        issued=_when(text, found),
    )


def _when(text: str, found: re.Match[str]) -> date | None:
    """Return the date behind the number: "ngày 22/12/2024", or as ids end, "-2024-12-22"."""
    if found["iso"]:
        return read_date("/".join(reversed(found["iso"].split("-"))))
    return read_date(text[found.start("when") :]) if found["when"] else None


def _signs(tail: str) -> tuple[str, ...] | None:
    """Return the signs of a tail, or None where they are not signs but words."""
    signs = tuple(re.split(SEPARATOR, tail))
    return signs if any(printed_sign(sign) or is_issuer_sign(sign) for sign in signs) else None


def split_signs(signs: tuple[str, ...]) -> tuple[str | None, str | None]:
    """Return the type's sign and the issuer's, folded; a State công văn bears no type.

    In old numbers the issuer stands first: "1141-TC/QĐ/CĐKT".
    """
    folded = tuple(map(fold, signs))
    types = [i for i, sign in enumerate(folded) if printed_sign(sign)]
    if not folded or not types or types[0] > 1:
        return None, "-".join(folded) or None
    at = types[0]
    rest = folded[:at] + folded[at + 1 :]
    return folded[at], "-".join(rest) or None


def symbol_key(written: str) -> str | None:
    """Return the key of a written number ("57-nq-tw", "57-nq"), or None if it is not one."""
    number = parse_number(written)
    return number.key if number else None


def matches(written: WrittenNumber, symbol: str, type: str | None) -> bool:  # noqa: A002 — its name
    """Tell whether a written number can mean the document that bears ``symbol``.

    Parts not written match anything; a type spelled out must be the document's type.
    """
    own = parse_number(symbol)
    if own is None or (written.number, written.year or own.year) != (own.number, own.year):
        return False
    if written.type and type and written.type != type and not _same_sign_only(written, own, type):
        return False
    signs = {own.type_sign} if own.type_sign else set(map(fold, signs_of(type or "")))
    if written.type_sign and not (written.type == type or written.type_sign in signs):
        return False
    return _issuer_matches(written.issuer_sign, own.issuer_sign)


def _same_sign_only(written: WrittenNumber, own: WrittenNumber, type_name: str) -> bool:
    """Allow a loosely named type ("chương trình 12" for a chương trình hành động)."""
    return fold(type_name).startswith(fold(written.type or "") + " ") and bool(own.type_sign)


def _issuer_matches(written: str | None, own: str | None) -> bool:
    return written is None or own == written or (own or "").startswith(f"{written}-")


# A printed number: figure, year, signs. The signs begin with a capital in print.
_B = r"[^\S\n]"  # a blank, within the line
PRINTED = (
    rf"(?<![\w./-])(?P<number>\d{{1,5}}(?:\.\d{{1,2}}(?=/))?[a-z]?)(?:{_B}?/{_B}?(?P<year>(?:19|20)\d\d))?"
    rf"{_B}{{0,2}}(?P<dash>[-/–_ ]){_B}{{0,2}}"
    rf"(?P<signs>[A-ZĐƯ][\w&]*(?:{_B}?[-/–]{_B}?[A-ZĐƯa-z][\w&]*){{0,4}})"
)
_PRINTED = re.compile(PRINTED)


def canonical_symbol(printed: str) -> str | None:
    """Return a printed number in official writing, or None where it is not one.

    "94- KH/BTGDVTW" → "94-KH/BTGDVTW", "57 NQ/TW" → "57-NQ/TW", "30/2020/ND-CP" →
    "30/2020/NĐ-CP". The Party writes number-TYPE/ISSUER, the State number/TYPE-ISSUER.
    """
    found = _PRINTED.fullmatch(printed.strip().rstrip(".,;"))
    if not found:
        return None
    written = re.split(r"\s?[-/–]\s?", found["signs"])
    if not any(printed_sign(part) or is_issuer_sign(part) for part in written):
        return None
    return _print(found, written)


def _print(found: re.Match[str], written: list[str]) -> str:
    year = f"/{found['year']}" if found["year"] else ""
    if len(written) == 1 or not printed_sign(written[0]):
        # "33/2024/QH15", "125/SGDĐT-VP", "1141-TC/QĐ/CĐKT"
        dash = found["dash"].strip() or "/"
        return f"{found['number']}{year}{dash}{_as_written(found['signs'])}"
    sign, issuers = printed_sign(written[0]), [_issuer(part) for part in written[1:]]
    if not year and _party_layout(found, issuers[0]):
        return f"{found['number']}-{sign}/{'/'.join(issuers)}"
    return f"{found['number']}{year}/{sign}-{'-'.join(issuers)}"


def _party_layout(found: re.Match[str], issuer: str) -> bool:
    """Let the issuer decide; one that both sides have, or none knows, is left as printed."""
    inner = re.search(r"[-/–]", found["signs"])
    layout = found["dash"] + (inner.group() if inner else "")
    if layout in {"-/", "/-"} and (issuer.startswith("BCĐ") or not printed_issuer(issuer)):
        return layout == "-/"
    return is_party(issuer)


def _issuer(written: str) -> str:
    return printed_issuer(written) or written


def _as_written(signs: str) -> str:
    parts = re.split(r"(\s?[-/–]\s?)", signs)
    return "".join(_issuer(p) if i % 2 == 0 else p.strip() for i, p in enumerate(parts))
