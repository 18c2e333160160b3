"""How well a document could be read: a verdict, and reasons a person understands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.model import Health
from ingest.structure import numbering_gaps

if TYPE_CHECKING:
    from ingest.model import CanonicalText, Header, RawText, Section, Verdict

# field of the head → what a person calls it; the first three identify the document
HEAD_FIELDS = (
    ("symbol", "số, ký hiệu"),
    ("type", "loại văn bản"),
    ("issued", "ngày ban hành"),
    ("issuer", "cơ quan ban hành"),
    ("title", "trích yếu"),
)
IDENTITY = frozenset({"số, ký hiệu", "loại văn bản", "ngày ban hành"})
LOST_SHARE_UNTRUSTED = 0.01  # one character in a hundred lost: figures can no longer be trusted


def assess(
    raw: RawText, canon: CanonicalText, head: Header, sections: tuple[Section, ...]
) -> Health:
    """Return the health report; its verdict follows from the reasons alone."""
    missing = tuple(name for field, name in HEAD_FIELDS if not getattr(head, field))
    empty = tuple(p.number for p in canon.pages if not p.span.of(canon.text).strip())
    gaps = numbering_gaps(sections)
    lost = canon.lost_characters
    return Health(
        verdict=_verdict(missing, empty, gaps, lost / max(len(canon.text), 1)),
        reasons=_reasons(missing, empty, gaps, lost) + raw.notes,
        format=raw.format,
        encoding=raw.encoding,
        pages=len(canon.pages),
        pages_without_text=empty,
        fields_missing=missing,
        numbering_gaps=gaps,
        lost_characters=lost,
        marks=head.marks,
    )


def _verdict(
    missing: tuple[str, ...], empty: tuple[int, ...], gaps: tuple[str, ...], lost_share: float
) -> Verdict:
    if lost_share > LOST_SHARE_UNTRUSTED or (missing and set(missing) >= IDENTITY):
        return "không tin cậy được"
    if missing or empty or gaps or lost_share:
        return "cần xem lại"
    return "tốt"


def _reasons(
    missing: tuple[str, ...], empty: tuple[int, ...], gaps: tuple[str, ...], lost: int
) -> tuple[str, ...]:
    found = []
    if missing:
        found.append(f"không tìm thấy: {', '.join(missing)}")
    if empty:
        found.append(f"trang không có chữ: {', '.join(map(str, empty))}")
    found.extend(gaps)
    if lost:
        found.append(f"{lost} ký tự không đọc được")
    return tuple(found)
