"""A file becomes a Document: formats, canonical text, head, sections, passages, facts."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.model import Document, DocumentInfo, Passage, Section, Span
    from ingest.read import read_document

__all__ = ["Document", "DocumentInfo", "Passage", "Section", "Span", "read_document"]

# each name is loaded from its home when it is first asked for: importing one light module of
# the package must not load the heavy ones beside it
_HOMES = {
    "Document": "ingest.model",
    "DocumentInfo": "ingest.model",
    "Passage": "ingest.model",
    "Section": "ingest.model",
    "Span": "ingest.model",
    "read_document": "ingest.read",
}


def __getattr__(name: str) -> object:
    """Return a name of the façade from the module it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
