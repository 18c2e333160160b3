"""What the pages say of documents besides their text: questions to ask, the head for machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.shelf import Shelf
    from api.wire_documents import DocumentRow, HealthShape, InfoShape
    from ingest.model import Health

SHOWN: Final = 3
PER_PAGE: Final = 50
FORMATS: Final = {"text": "văn bản thuần", "html": "trang web"}


def examples(shelf: Shelf, shipped: str | None) -> tuple[str, ...]:
    """Return questions that this library answers, one of them typed without diacritics."""
    held = sorted(shelf.library.documents(), key=lambda info: str(info.issued or ""), reverse=True)
    signed = [f"{i.type} số {i.symbol} do ai ký?" for i in held if i.signer and i.symbol and i.type]
    issued = [f"{i.type} {i.symbol} ban hành ngày nào" for i in held if i.issued and i.symbol]
    typed = [fold(question) for question in issued[-1:]]
    return tuple(q for q in (shipped, *signed[:1], *typed) if q)[:SHOWN]


def matching(rows: Sequence[DocumentRow], words: str, kind: str) -> tuple[DocumentRow, ...]:
    """Return the documents of a type whose name, title or issuer hold all the words."""
    wanted = fold(words).split()
    return tuple(
        row
        for row in rows
        if kind in {"", row.type}
        and all(word in fold(f"{row.official} {row.title} {row.issuer}") for word in wanted)
    )


def file_kind(health: Health | HealthShape) -> str:
    """Return what kind of file a document was read from: "PDF, 12 trang, mã TCVN3"."""
    kind = FORMATS.get(health.format, health.format.upper())
    pages = f", {health.pages} trang" if health.pages else ""
    encoding = f", mã {health.encoding}" if health.encoding else ""
    return f"{kind}{pages}{encoding}"


def legislation(info: InfoShape, official: str) -> dict[str, object]:
    """Return the head of a document as schema.org ``Legislation``; only what is known of it."""
    issuer = {"@type": "Organization", "name": info.issuer} if info.issuer else None
    place = {"@type": "Place", "name": info.place} if info.place else None
    signer = {"@type": "Person", "name": info.signer} if info.signer else None
    fields = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": f"/documents/{info.id}",
        "name": official,
        "headline": info.title,
        "legislationIdentifier": info.symbol,
        "legislationType": info.type,
        "legislationDate": info.issued.isoformat() if info.issued else None,
        "legislationPassedBy": issuer,
        "legislationResponsible": signer,
        "locationCreated": place,
        "inLanguage": "vi",
        "isAccessibleForFree": True,
    }
    return {name: value for name, value in fields.items() if value is not None}
