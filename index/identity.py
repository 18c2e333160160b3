"""Which documents are one: what replaces what, and which id a newcomer gets.

Numbers restart with each term and run in every province, so two documents may earn the same id:
05-KH/TU of one day in two provinces. The one that comes second gets its place appended.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ingest.model import Document, DocumentInfo

NOT_SLUG = re.compile(r"[^a-z0-9]+")  # "Tiền Giang" → "tien-giang"


def settled(document: Document, holder: Callable[[str], DocumentInfo | None]) -> Document:
    """Return the document under the first id that is free or that it may itself replace.

    ``holder`` names the latest document, present or past, that bears an id.
    """
    for candidate in _candidates(document.info):
        other = holder(candidate)
        if other is None or same_document(other, document.info):
            return renamed(document, candidate)
    raise AssertionError("the last candidate is made of the bytes' own digest")


def same_document(one: DocumentInfo, other: DocumentInfo) -> bool:
    """Tell whether two heads with one id are the same document's.

    They are, unless places or issuers are known for both and differ: a field that a poor copy
    lacks proves nothing.
    """
    if one.sha256 == other.sha256:
        return True
    pairs = ((one.place, other.place), (one.issuer, other.issuer))
    return all(not a or not b or slug(a) == slug(b) for a, b in pairs)


def renamed(document: Document, name: str) -> Document:
    """Return the document with ``name`` as its id, in its passages too."""
    old = document.info.id
    if name == old:
        return document
    passages = tuple(
        replace(p, document_id=name, id=name + p.id.removeprefix(old)) for p in document.passages
    )
    return replace(document, info=replace(document.info, id=name), passages=passages)


def slug(text: str) -> str:
    """Return text in ASCII letters, digits and single dashes."""
    return NOT_SLUG.sub("-", fold(text)).strip("-")


def _candidates(info: DocumentInfo) -> Iterator[str]:
    yield info.id
    for field in (info.place, info.issuer):
        if field and slug(field):
            yield f"{info.id}-{slug(field)}"
    yield f"{info.id}-{info.sha256[:8]}"
    yield f"{info.id}-{info.sha256}"
