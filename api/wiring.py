"""One place where the parts are put together; tests put in their own."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from api.answer import Answerer
from api.manifest import load_manifest
from api.question import understand
from api.shelf import Shelf
from api.to_wire import Asked, ask_response, hit_shape
from api.wire import SearchResponse, Understood
from index.embed import load_embedder
from index.library import Library
from index.model import Query
from index.rerank import CrossEncoderReranker
from ingest.errors import TracuuError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from api.manifest import Manifest
    from api.settings import Settings
    from api.wire import AskResponse
    from api.wire_documents import CompareResponse
    from ingest.model import Document

TRIAL: Final = Query("thử", limit=1)
"""A search that shows whether the indexes open."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything an interface needs to answer."""

    settings: Settings
    manifest: Manifest
    library: Library
    answerer: Answerer
    shelf: Shelf

    def ask(self, question: str, documents: Sequence[str] = (), limit: int = 5) -> AskResponse:
        """Return the answer as every interface gives it, with the time it took."""
        start = time.perf_counter()
        outcome = self.answerer.answer(question, documents, limit)
        took = round((time.perf_counter() - start) * 1000, 1)
        return ask_response(outcome, Asked(question, took), self.shelf)

    def search(self, query: Query) -> SearchResponse:
        """Return a page of hits as every interface gives it."""
        start = time.perf_counter()
        question = understand(query.text)
        hits = self.answerer.search(query)
        return SearchResponse(
            query=Understood(typed=query.text, understood=question.understood()),
            hits=tuple(hit_shape(hit, question, self.shelf) for hit in hits),
            took_ms=round((time.perf_counter() - start) * 1000, 1),
        )

    def digest(self, document_id: str) -> Document | None:
        """Return what stands in for a document whose text is not held, if there is a digest."""
        return self.answerer.digests().get(document_id)

    def compare(self, written: str, other: str) -> CompareResponse:
        """Return where the second document carries out what the first sets.

        Raises:
            TracuuError: both name one document.
            UnknownDocumentError, AmbiguousDocumentError: one names none that is held, or several.

        """
        from api.compare import compare  # noqa: PLC0415 -- an answer does not wait for these two
        from api.to_wire_documents import comparison  # noqa: PLC0415

        start = time.perf_counter()
        first, second = self.shelf.find(written), self.shelf.find(other)
        if first.info.id == second.info.id:
            raise TracuuError(
                f"“{written}” và “{other}” là cùng một văn bản; hãy chọn hai văn bản khác nhau."
            )
        pairs = compare(first, second)
        took = round((time.perf_counter() - start) * 1000, 1)
        return comparison((first, second), pairs, took)


def _digests(corpus: Path, manifest: Manifest) -> Mapping[str, Document]:
    """Return the digests of the corpus; read when a refused question first asks for them."""
    from api.digest import load_digests  # noqa: PLC0415 -- few answers need them

    return load_digests(corpus / "digests", manifest.documents)


def open_library(settings: Settings) -> Library:
    """Return the library of the data folder; the model is loaded when it is first needed."""
    library = Library.open(settings.data, partial(load_embedder, settings.model))
    if settings.reranker is None:
        return library
    return library.rerank_with(partial(CrossEncoderReranker, settings.reranker))


def wire(
    settings: Settings, library: Library | None = None, answerer: Answerer | None = None
) -> Parts:
    """Return the parts for these settings, opening what is not given."""
    manifest = load_manifest(settings.corpus)
    opened = library or open_library(settings)
    return Parts(
        settings=settings,
        manifest=manifest,
        library=opened,
        answerer=answerer
        or Answerer(opened, manifest.known, partial(_digests, settings.corpus, manifest)),
        shelf=Shelf(opened, manifest.known),
    )
