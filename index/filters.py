"""Which documents a search may use, and which one a reference can mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.identity import slug
from ingest.symbols import matches, parse_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.model import Filters
    from ingest.model import DocumentInfo, Reference


def chosen_ids(infos: Iterable[DocumentInfo], filters: Filters) -> frozenset[str]:
    """Return the ids of the documents that pass; types and issuers by folded words."""
    return frozenset(info.id for info in infos if _passes(info, filters))


def _passes(info: DocumentInfo, filters: Filters) -> bool:
    if filters.documents and info.id not in filters.documents:
        return False
    if filters.types and slug(info.type or "") not in map(slug, filters.types):
        return False
    issuer = f"-{slug(info.issuer or '')}-"
    if filters.issuers and not any(f"-{slug(one)}-" in issuer for one in filters.issuers):
        return False
    return _issued_within(info, filters)


def _issued_within(info: DocumentInfo, filters: Filters) -> bool:
    first, last = filters.issued_from, filters.issued_to
    if info.issued is None:
        return first is None and last is None
    return (first is None or first <= info.issued) and (last is None or info.issued <= last)


def can_mean(said: Reference, info: DocumentInfo) -> bool:
    """Tell whether a reference can mean this document: number, and type and date where known."""
    number = parse_number(said.symbol)
    if number is None or not info.symbol or not matches(number, info.symbol, info.type):
        return False
    same_day = not said.issued or not info.issued or said.issued == info.issued
    same_type = not said.type or not info.type or slug(said.type) == slug(info.type)
    return same_day and same_type
