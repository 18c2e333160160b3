"""The library: documents go in, ranked passages come out; everything else stays inside.

One object serves a whole process and all its threads. Reading never waits for a writer, in this
process or another; a generation published elsewhere is answered from at the next call.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Self

from index.catalog import Catalog
from index.check import Checker
from index.dense import EXACT_LIMIT
from index.disk import refusals_said_plainly
from index.filters import can_mean, chosen_ids
from index.identity import former_copies
from index.lexical import Weighted
from index.model import Filters, Hit, State
from index.originals import Originals
from index.reader import Reader
from index.rerank import RERANKED, reranked
from index.writer import Writer
from ingest.errors import UnknownDocumentError
from ingest.model import fact_kind
from ingest.symbols import matches, parse_number

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path
    from types import TracebackType

    from index.catalog_records import Version
    from index.check import Finding
    from index.material import Progress, Segment
    from index.model import Embedder, Query
    from index.rerank import Reranker
    from ingest.errors import PoorerCopyError
    from ingest.model import Document, DocumentInfo, Fact, FactKind, Passage, Reference

DATABASE = "library.db"


class Library:
    """The documents of one folder, kept, searched and checked."""

    def __init__(
        self,
        folder: Path,
        embedder: Callable[[], Embedder],
        words: Segment | None,
        exact_limit: int,
    ) -> None:
        model = self._model = cache(embedder)
        with refusals_said_plainly(folder):
            folder.mkdir(parents=True, exist_ok=True)
            self._originals = Originals(folder / "originals")
        self._catalog = Catalog(folder / DATABASE)
        self._reader = Reader(self._catalog, folder, model, exact_limit)
        self._writer = Writer(folder, self._catalog, self._originals, model, words)
        self._checker = Checker(folder, self._catalog, self._originals, self._writer)
        self._reranker: Callable[[], Reranker] | None = None

    @classmethod
    def open(
        cls,
        folder: Path,
        embedder: Callable[[], Embedder],
        *,
        words: Segment | None = None,
        write: bool = False,
        exact_limit: int = EXACT_LIMIT,
    ) -> Self:
        """Return the library in ``folder``, which is made if it does not exist.

        ``embedder`` is called once, when the model is first needed; ``words`` segments texts
        into words for the lexical index. ``write`` finishes at once what a killed writer left
        (unless another writer is at work); otherwise the next change does.
        """
        library = cls(folder, embedder, words, exact_limit)
        if write:
            library._writer.recover()
        return library

    def rerank_with(self, reranker: Callable[[], Reranker]) -> Self:
        """Have the first hits of every search read again; called once, when first needed."""
        self._reranker = cache(reranker)
        return self

    def close(self) -> None:
        """Let go of every file; the library can not be used afterwards."""
        self._reader.close()
        self._catalog.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def put(self, items: Sequence[tuple[Document, bytes]]) -> tuple[str, ...]:
        """Keep documents with their original bytes as one generation; return their ids.

        Bytes already held change nothing. A document of the same number, type, issuer and date
        with other bytes takes the place of the old one, which stays in the history.

        Raises:
            LibraryLockedError: another process is writing.
            ModelMismatchError: the library was indexed with another model.

        """
        return self._writer.put(items)

    def offer(self, items: Sequence[tuple[Document, bytes]]) -> tuple[str | PoorerCopyError, ...]:
        """Do as ``put`` does, except that no poorer copy replaces a better one that is held.

        Nor does a version come back that a later one has replaced. Such a document leaves the
        library as it is; instead of an id it has the error.
        """
        return self._writer.offer(items)

    def bulk(self, progress: Progress | None = None) -> AbstractContextManager[None]:
        """Let many changes inside a block be quicker; one step is made for all at its end.

        ``progress`` is told how far that step has come. Searching goes on meanwhile, and after a
        kill the next change, or ``check``, makes up for it.
        """
        return self._writer.bulk(progress)

    def remove(self, document_id: str) -> None:
        """Take a document out of the library; its versions stay in the history."""
        self._writer.remove(document_id)

    def reindex(self, progress: Progress | None = None) -> None:
        """Make every index anew with the present model; the old ones answer until then."""
        self._writer.reindex(progress)

    def check(self, *, repair: bool = True) -> tuple[Finding, ...]:
        """Compare the truth with itself and every index with the truth; say what is wrong.

        With ``repair``, indexes are rebuilt from the truth. An empty result means all is well.
        """
        return self._checker.run(repair=repair)

    def state(self) -> State:
        """Return what the library is at this moment."""
        snapshot = self._reader.current().snapshot
        vectors = snapshot.caches.get("vectors")
        model = vectors.model if vectors else ""
        return State(snapshot.generation, model, len(snapshot.infos), len(snapshot.rows))

    def documents(self) -> tuple[DocumentInfo, ...]:
        """Return the heads of all documents, by id."""
        return tuple(self._reader.current().snapshot.infos.values())

    def document(self, document_id: str) -> Document:
        """Return a document by its id; raises UnknownDocumentError."""
        return self._reader.document(self._version(document_id))

    def original(self, document_id: str) -> bytes:
        """Return the bytes that a document was read from."""
        return self._originals.load(self.document(document_id).info.sha256)

    def has_bytes(self, sha256: str) -> str | None:
        """Return the id of the document that was read from these bytes, or None."""
        return next((info.id for info in self.documents() if info.sha256 == sha256), None)

    def superseded(self) -> dict[str, str]:
        """Return the digests of former versions of what is held, each with its document's id."""
        return former_copies(self._reader.current().snapshot.infos, self._catalog.retired())

    def history(self, document_id: str) -> tuple[Version, ...]:
        """Return every version kept under an id, oldest first, removed ones too."""
        return self._catalog.versions(document_id)

    def passage(self, passage_id: str) -> Passage:
        """Return a passage by its id; raises UnknownDocumentError."""
        live = self._reader.current().live
        for row, _ in self._catalog.passage_versions(passage_id):
            if row in live:
                return self._reader.passages([row])[row]
        raise UnknownDocumentError(f"Không có đoạn “{passage_id}” trong thư viện.")

    def passages_at(self, document_id: str, path: tuple[str, ...]) -> tuple[Passage, ...]:
        """Return the passages of a section and of all below it, in the order of the text."""
        passages = self.document(document_id).passages
        return tuple(p for p in passages if p.path[: len(path)] == path)

    def facts(
        self, kind: FactKind | None = None, documents: Collection[str] = ()
    ) -> tuple[tuple[str, Fact], ...]:
        """Return the facts of these documents (all, if none are named), each with the id."""
        versions = self._reader.current().snapshot.versions
        return tuple(
            (name, fact)
            for name, version in versions.items()
            if not documents or name in documents
            for fact in self._reader.facts(version)
            if kind is None or fact_kind(fact) == kind
        )

    def references_to(self, document_id: str) -> tuple[tuple[str, Reference], ...]:
        """Return every reference that can mean this document, with the id of who makes it."""
        info = self.document(document_id).info
        own = parse_number(info.symbol) if info.symbol else None
        if own is None:
            return ()
        at = self._reader.current().snapshot.generation
        found = self._catalog.mentions(own.number, at)
        return tuple((name, said) for name, said in found if can_mean(said, info))

    def nearness(self, question: str, texts: Sequence[str]) -> tuple[float, ...]:
        """Return how near each text is to the question in meaning: cosines, in their order.

        All are 0 where the model would take too long to read that many texts for one question.
        """
        model = self._model()
        if not model.quick or not texts:
            return (0.0,) * len(texts)
        # a line is compared word by word: it has no lead, as a passage has
        asked = model.embed_question(question)
        return tuple(float(asked @ model.embed_question(text)) for text in texts)

    def resolve(self, written: str) -> tuple[DocumentInfo, ...]:
        """Return the documents that an id or a number in any written form can mean.

        One that has its number from the name of its file gives way to one that states it.
        """
        infos = self._reader.current().snapshot.infos
        if written in infos:
            return (infos[written],)
        number = parse_number(written)
        if number is None:
            return ()
        found = tuple(
            info
            for info in infos.values()
            if info.symbol
            and matches(number, info.symbol, info.type)
            and number.issued in (None, info.issued)
        )
        return tuple(info for info in found if info.symbol_seen) or found

    def frequency(self, folded: str) -> int:
        """Return how many passages hold a syllable, written without diacritics."""
        reading, legs = self._reader.ready()
        if legs is None:
            return 0
        known = reading.frequencies.get(folded)
        if known is None:
            term = Weighted("folded", folded, 1.0)
            known = len(legs.lexical.find([term], len(reading.snapshot.rows)))
            reading.frequencies[folded] = known
        return known

    def holds(self, term: str) -> bool:
        """Tell whether any passage holds a syllable, or two joined, with the marks of ``term``."""
        _, legs = self._reader.ready()
        return legs is not None and legs.lexical.holds(term)

    def search(self, query: Query) -> tuple[Hit, ...]:
        """Return the passages that answer best, ``offset`` of them left out, best first.

        Raises:
            CacheDamagedError: an index is missing or broken; ``check`` repairs it.
            ModelMismatchError: the library was indexed with another model.

        """
        reading, legs = self._reader.ready()
        infos = reading.snapshot.infos
        chosen = None if query.filters == Filters() else chosen_ids(infos.values(), query.filters)
        if legs is None or chosen == frozenset():
            return ()
        most = query.offset + query.limit
        deep = most if self._reranker is None else max(most, RERANKED)
        fused = legs.searcher.search(query.text, deep, reading.live.__contains__, chosen)
        if self._reranker is not None:
            read = self._reader.passages([one.row for one in fused[:RERANKED]])
            fused = reranked(fused, self._reranker(), query.text, read)
        fused = fused[query.offset : most]
        passages = self._reader.passages([one.row for one in fused])
        return tuple(
            Hit(passage, infos[passage.document_id], one.score, one.lexical, one.dense, rank)
            for rank, one in enumerate(fused, query.offset + 1)
            for passage in (passages[one.row],)
        )

    def _version(self, document_id: str) -> int:
        version = self._reader.current().snapshot.versions.get(document_id)
        if version is None:
            raise UnknownDocumentError(
                f"Không có văn bản “{document_id}” trong thư viện. Xem danh sách: tracuu documents."
            )
        return version
