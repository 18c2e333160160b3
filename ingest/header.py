"""What stands before and after the body: number, type, title, issuer, date, signer, recipients.

Nothing is taken from a fixed place. The heading is cut into cells by what they say, the type
comes from the title line, the closing is found by "Nơi nhận" or a signature, and what is still
missing is looked for where documents say it again. Reading a header never fails.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.header_closing import read_closing
from ingest.header_heading import (
    heading_date,
    heading_subject,
    heading_symbol,
    read_heading,
)
from ingest.header_issuer import choose_issuer
from ingest.header_lines import lines_of, without_receipt
from ingest.header_title import read_title
from ingest.issued import DATE, print_date, read_date
from ingest.model import Header, Span
from ingest.patterns import lazy
from ingest.symbols import parse_number
from ingest.text import fold
from ingest.types import TYPES, printed_sign, type_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ingest.header_closing import Closing
    from ingest.header_heading import Heading
    from ingest.header_lines import Line
    from ingest.header_title import Title
    from ingest.model import DocumentInfo, NamedField
    from ingest.symbols import WrittenNumber

OPENING = 3000  # the issuer says what it does within the first paragraphs
_DATE_LINE = lazy(r"[^\W\d][^\n,]{1,40},\s*ngày.{1,40}\d{4}\W*")  # "Hà Nội, ngày … năm 2025"
_ADOPTED = lazy(  # "Luật này được Quốc hội … thông qua ngày 21 tháng 6 năm 2024"
    rf"\w này (?:đã )?được [^.\n]{{5,160}}thông qua[^.\n]{{0,40}}?({DATE})"
)
_THIS = "|".join(kind.name for kind in sorted(TYPES, key=lambda kind: -len(kind.name)))
_SELF = lazy(rf"({_THIS}) này\b")  # "Kết luận này": the document speaks of itself
_SELF_WINDOW = 40_000
_FROM_FILE: tuple[tuple[NamedField, str], ...] = (("symbol", "số"), ("issued", "ngày"))


def read_header(text: str) -> Header:
    """Return what the head and the closing of ``text`` say; what is not found is None or empty."""
    lines = without_receipt(lines_of(text))
    heading = read_heading(lines)
    title = read_title(lines, heading)
    start = lines[title.stop].start if title.stop < len(lines) else len(text)
    closing = read_closing(lines, title.stop, len(text))
    body = Span(start, max(start, _end_of_text(text, closing.start)))
    symbol = heading_symbol(heading) or (None if heading.unnumbered else title.symbol)
    number = parse_number(symbol) if symbol else None
    issued, place = _dated(heading, title, lines, text)
    opening = body.of(text)[:OPENING]
    return Header(
        symbol=symbol,
        type=_type(heading, symbol, number, body.of(text)),
        title=_title_text(heading, title, number),
        issuer=choose_issuer(heading, title.issuer, _sign(number), closing.on_behalf, opening),
        place=place,
        issued=issued,
        signer=closing.signer,
        recipients=closing.recipients,
        marks=_marks(heading),
        body=body,
    )


def closing_span(text: str) -> Span | None:
    """Return where the closing (recipients, signature) stands; annexes may follow it."""
    lines = without_receipt(lines_of(text))
    first = read_title(lines, read_heading(lines)).stop
    closing: Closing = read_closing(lines, first, len(text))
    return Span(closing.start, closing.end) if closing.end > closing.start else None


def _end_of_text(text: str, end: int) -> int:
    return len(text[:end].rstrip())


def _sign(number: WrittenNumber | None) -> str | None:
    return number.issuer_sign if number else None


def _dated(
    heading: Heading, title: Title, lines: list[Line], text: str
) -> tuple[date | None, str | None]:
    """Return date and place: of the heading, the title, a line further down, or the adoption."""
    issued, place = heading_date(heading)
    if issued or title.issued or heading.annex:
        return issued or title.issued, place
    near = lines[heading.stop : title.stop] + lines[-15:]
    for line in near if not heading.texts("date") else ():
        if _DATE_LINE.fullmatch(line.text) and read_date(line.text):
            return read_date(line.text), place or line.text.split(",")[0].strip()
    adopted = None if heading.texts("date") else _ADOPTED.search(text)
    return (read_date(adopted.group(1)) if adopted else None), place


def _type(
    heading: Heading, symbol: str | None, number: WrittenNumber | None, body: str
) -> str | None:
    """Return the type: of the title line, else as the document calls itself, else by its sign."""
    sign = number.type_sign if number else None
    if heading.annex:
        return None
    if sign in {"vbhn", "ttlt", "nqlt"}:  # the title line is that of the text joined or shared
        return type_of(sign)
    if heading.type:
        return heading.type
    if heading.texts("subject") or sign == "cv":
        return "Công văn"
    by_sign = _by_sign(symbol, number)
    return by_sign or _calls_itself(body)


def _by_sign(symbol: str | None, number: WrittenNumber | None) -> str | None:
    if not symbol or not number or not number.type_sign:
        return None
    parts = re.split(r"[-/]", symbol)
    sign = next(part for part in parts if fold(part) == number.type_sign)
    return type_of(printed_sign(sign) or sign, issuer=number.issuer_sign)


def _calls_itself(body: str) -> str | None:
    """Return the type a document most often calls itself by ("Kết luận này"), or None."""
    named: list[str] = _SELF.findall(body[:_SELF_WINDOW])
    return max(dict.fromkeys(named), key=named.count) if named else None


def _title_text(heading: Heading, title: Title, number: WrittenNumber | None) -> str:
    """Return the trích yếu; a consolidated text keeps the type it consolidates."""
    if title.text and number and number.type_sign == "vbhn" and heading.type:
        kept = heading.type.upper() if title.text.isupper() else heading.type
        return f"{kept} {title.text}"
    return title.text or heading_subject(heading)


def _marks(heading: Heading) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mark.strip(" .*|()[]") for mark in heading.texts("mark")))


def _slug(parts: Iterable[str | None]) -> str:
    words = re.findall(r"[a-z0-9]+", fold(" ".join(part for part in parts if part)))
    return "-".join(words)


def document_id(
    symbol: str | None,
    type: str | None,  # noqa: A002, ARG001 — the field's name; the sign in the number stands for it
    issuer: str | None,  # noqa: ARG001 — likewise; a place tells equal signs apart
    issued: date | None,
    place: str | None = None,
) -> str:
    """Return the id, "180-kh-tu-2025-02-18"; empty where the number or the date is missing.

    Signs such as TU, UBND and HĐND are borne by many bodies. Two of them may issue the same
    number on the same day; only then the library passes ``place``, and the id of the later
    document ends in it: "180-kh-tu-2025-02-18-dong-thap". So ids never change once given.
    """
    if not symbol or not issued:
        return ""
    return _slug((symbol, issued.isoformat(), place))


def short_name(info: DocumentInfo) -> str:
    """Return how a document is named in passing: "Kế hoạch số 180-KH/TU"."""
    named = info.type or "Văn bản"
    if info.symbol:
        return f"{named} số {info.symbol}"
    return f"{named} {info.title}".strip() if info.title else named


def official_name(info: DocumentInfo) -> str:
    """Return how a document is cited: number, date and issuer, by the Party's rule of dates.

    "Kế hoạch số 180-KH/TU, ngày 18/02/2025 của Ban Thường vụ Tỉnh ủy Tiền Giang". Where the
    file's name told the number or the date, that goes wherever the name is pasted.
    """
    dated = f", ngày {print_date(info.issued)}" if info.issued else ""
    by = f" của {info.issuer}" if info.issuer else ""
    fields = ", ".join(name for field, name in _FROM_FILE if field in info.from_file)
    return f"{short_name(info)}{dated}{by}{f' ({fields} theo tên tệp)' if fields else ''}"
