"""What the catalog says of versions, of the derived indexes, and of a whole generation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ingest.model import DocumentInfo


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a document: when it was kept, and in which generations it lived."""

    number: int
    document_id: str
    sha256: str
    source: str
    stored_at: str
    added: int
    removed: int | None


@dataclass(frozen=True, slots=True)
class CacheRecord:
    """What one derived index holds: its folder, up to which generation, made with which model."""

    name: str
    folder: str
    generation: int
    model: str
    fingerprint: str
    dimensions: int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is live in one published generation: the documents' heads and the passages' rows.

    ``rows`` rises strictly; ``owners[i]`` is the version that row ``rows[i]`` belongs to.
    """

    generation: int
    infos: dict[str, DocumentInfo]
    versions: dict[str, int]
    rows: NDArray[np.int64]
    owners: NDArray[np.int64]
    caches: dict[str, CacheRecord]
