"""How well a document could be read: a verdict, and reasons a person understands."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from ingest.issued import print_date
from ingest.model import Health
from ingest.structure import numbering_gaps
from ingest.syllables import broken_share

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.model import CanonicalText, Header, Page, RawText, Section, Verdict

# field of the head → what a person calls it; the first three identify the document
HEAD_FIELDS = (
    ("symbol", "số, ký hiệu"),
    ("type", "loại văn bản"),
    ("issued", "ngày ban hành"),
    ("issuer", "cơ quan ban hành"),
    ("title", "trích yếu"),
)
VERDICTS: tuple[Verdict, ...] = ("tốt", "cần xem lại", "không tin cậy được")  # best first
IDENTITY = frozenset({"số, ký hiệu", "loại văn bản", "ngày ban hành"})
LOST_SHARE_UNTRUSTED = 0.01  # one character in a hundred lost: figures can no longer be trusted
CELL = " | "  # between the cells of a row of a table
BROKEN = 0.1  # share of letters in impossible words above which a person should compare
SURE_ENOUGH = 0.85  # confidence of recognition below which a person should compare
SURE_UNTRUSTED = 0.6  # and below which figures can no longer be trusted


def assess(
    raw: RawText,
    canon: CanonicalText,
    head: Header,
    sections: tuple[Section, ...],
    number_in_name: str | None = None,
) -> Health:
    """Return the health report; its verdict follows from the reasons alone.

    ``number_in_name`` is the number by which the file is named, where the document has another.
    """
    recognised = tuple(page for page in canon.pages if page.source == "ocr")
    found = Health(
        verdict="tốt",
        format=raw.format,
        encoding=raw.encoding,
        pages=len(canon.pages),
        pages_without_text=tuple(
            page.number for page in canon.pages if not page.span.of(canon.text).strip()
        ),
        fields_missing=tuple(name for field, name in HEAD_FIELDS if not getattr(head, field)),
        numbering_gaps=numbering_gaps(sections),
        lost_characters=canon.lost_characters,
        marks=head.marks,
        recognised_pages=tuple(page.number for page in recognised),
        recognised_share=round(len(recognised) / len(canon.pages), 3) if recognised else 0.0,
        recognised_confidence=confidence_of(recognised),
        hidden=raw.hidden,
        tables_not_understood=_ragged_tables(canon.text),
        broken_share=broken_share(canon.text),
    )
    verdict = _verdict(found, len(canon.text))
    if head.from_file and verdict == "tốt":
        verdict = "cần xem lại"
    names = tuple(_names(head, number_in_name, scanned=bool(recognised)))
    return replace(found, verdict=verdict, reasons=(*_reasons(found), *names, *raw.notes))


def _names(head: Header, number_in_name: str | None, *, scanned: bool) -> Iterator[str]:
    """Yield what the file's name told, and where it tells another number than the document."""
    open_ = "viết tay hoặc không đọc được trong bản quét" if scanned else "để trống trong văn bản"
    if "symbol" in head.from_file:
        yield f"số {head.symbol} lấy từ tên tệp vì {open_}: hãy đối chiếu với bản gốc"
    if "issued" in head.from_file and head.issued:
        told = print_date(head.issued)
        yield f"ngày {told} lấy từ tên tệp vì {open_}: hãy đối chiếu với bản gốc"
    if number_in_name:
        yield f"tên tệp ghi số {number_in_name}, văn bản ghi số {head.symbol}: hãy đối chiếu"


def confidence_of(pages: Sequence[Page]) -> float | None:
    """Return how sure recognition was of these pages, each weighed by its text; None without."""
    sized = [(p.confidence, p.span.end - p.span.start) for p in pages if p.confidence is not None]
    weight = sum(size for _, size in sized)
    return round(sum(sure * size for sure, size in sized) / weight, 3) if weight else None


def _ragged_tables(text: str) -> int:
    """Return how many tables have a row with more cells than their first: headings fit no more."""
    ragged = 0
    for is_table, lines in groupby(text.split("\n"), key=lambda line: CELL in line):
        widths = [line.strip("| ").count(CELL) for line in lines] if is_table else []
        ragged += any(width > widths[0] for width in widths)
    return ragged


def _verdict(found: Health, length: int) -> Verdict:
    lost_share = found.lost_characters / max(length, 1)
    missing, sure = found.fields_missing, found.recognised_confidence
    if lost_share > LOST_SHARE_UNTRUSTED or (missing and set(missing) >= IDENTITY):
        return "không tin cậy được"
    if sure is not None and sure < SURE_UNTRUSTED:
        return "không tin cậy được"
    faults = (
        missing, found.pages_without_text, found.numbering_gaps, lost_share, found.hidden,
        found.tables_not_understood, found.broken_share > BROKEN,
        sure is not None and sure < SURE_ENOUGH,
    )  # fmt: skip
    return "cần xem lại" if any(faults) else "tốt"


def _reasons(found: Health) -> Iterator[str]:
    if found.fields_missing:
        yield f"không tìm thấy: {', '.join(found.fields_missing)}"
    if found.pages_without_text:
        yield f"trang không có chữ: {', '.join(map(str, found.pages_without_text))}"
    yield from found.numbering_gaps
    if found.lost_characters:
        yield f"{found.lost_characters} ký tự không đọc được"
    if found.recognised_pages:
        pages = f"{len(found.recognised_pages)}/{found.pages} trang"
        yield f"{pages} {recognition_note(found.recognised_confidence)}"
    if found.tables_not_understood:
        yield f"{found.tables_not_understood} bảng không hiểu được"
    if found.broken_share > BROKEN:
        yield f"{broken_note(found.broken_share)}: có thể đã qua nhận dạng hoặc sai bảng mã"
    if found.hidden:
        yield f"chữ ẩn, không đưa vào văn bản: {'; '.join(found.hidden)}"


def broken_note(share: float) -> str:
    """Return how many of the words could not be Vietnamese, by letters."""
    return f"{share * 100:.0f} % chữ không thành âm tiết tiếng Việt"


def recognition_note(confidence: float | None) -> str:
    """Return how a text read from a picture is announced, with its confidence where known."""
    sure = "" if confidence is None else f", độ tin cậy {confidence * 100:.0f} %"
    return f"nhận dạng từ bản quét{sure}"
