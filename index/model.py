"""The value types of retrieval: what is asked of the library and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import numpy as np
    from numpy.typing import NDArray

    from ingest.model import DocumentInfo, Passage


class Embedder(Protocol):
    """A model that turns texts into unit vectors; ``fingerprint`` changes when vectors would."""

    @property
    def name(self) -> str:
        """The name or folder the model was loaded from."""
        ...

    @property
    def fingerprint(self) -> str:
        """A digest of everything that determines the vectors."""
        ...

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        ...

    @property
    def quick(self) -> bool:
        """Whether a sentence takes microseconds, so that many can be read for one question."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit row a text: float32, shape (len(texts), dimensions)."""
        ...

    def embed_question(self, text: str) -> NDArray[np.float32]:
        """Return one unit vector: float32, shape (dimensions,)."""
        ...


@dataclass(frozen=True, slots=True)
class Filters:
    """Which documents may answer; an empty tuple or None leaves that field free."""

    documents: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    issued_from: date | None = None
    issued_to: date | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A search: the words as typed, which documents, and which page of hits."""

    text: str
    filters: Filters = field(default_factory=Filters)
    limit: int = 10
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Scored:
    """A row of an index and its score there; ``row`` is the catalog's number of the passage."""

    row: int
    score: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers a query. ``lexical`` and ``dense`` are the legs' raw scores."""

    passage: Passage
    document: DocumentInfo
    score: float
    lexical: float | None
    dense: float | None
    rank: int


@dataclass(frozen=True, slots=True)
class State:
    """What the library is at this moment: generation published, model, number of documents."""

    generation: int
    model: str
    documents: int
    passages: int
