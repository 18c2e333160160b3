"""The writing side of a library: one change after the other, each whole or not at all.

A change is written to the catalog as a pending generation, then to the indexes, then published
in one small transaction; what it retired leaves the indexes last. Whatever a killed writer left
undone is finished, by repeating steps that may be repeated, before the next change begins.
"""

from __future__ import annotations

import logging
from contextlib import closing, contextmanager
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from index import catalog_write as tables
from index.caches import NAMES, Caches, Indexed, fitting_records, is_behind, is_gone
from index.disk import refusals_said_plainly
from index.identity import Settling
from index.lock import writer_lock
from index.material import Material
from index.reader import require_model
from index.scan import VectorLog
from ingest.errors import (
    CacheDamagedError,
    LibraryLockedError,
    ModelMismatchError,
    UnknownDocumentError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from index.caches import CacheName
    from index.catalog import Catalog
    from index.catalog_records import CacheRecord, Snapshot
    from index.identity import Outcome
    from index.material import Progress, Segment
    from index.model import Embedder
    from index.originals import Originals
    from ingest.model import Document

    Item = tuple[Document, bytes]
    Vector = NDArray[np.float32]

logger = logging.getLogger(__name__)


class Writer:
    """Changes one library. Threads take turns; another process's writer is an error at once."""

    def __init__(
        self,
        home: Path,
        catalog: Catalog,
        originals: Originals,
        embedder: Callable[[], Embedder],
        words: Segment | None,
    ) -> None:
        self._home = home
        self._catalog = catalog
        self._originals = originals
        self.embedder = embedder
        self.material = Material(catalog, embedder, words)
        self._turn = Lock()
        self._bulk = False
        self._whole: tuple[object, ...] = ()  # the vector log when it was last known to be whole

    def put(self, items: Sequence[Item]) -> tuple[str, ...]:
        """Keep the documents with their original bytes, as one generation; return their ids.

        Bytes that the library holds already change nothing; a document of the same identity
        with other bytes takes the place of the old one, which stays in the history.
        """
        return tuple(one for one in self._keep(items, replacing=True) if isinstance(one, str))

    def offer(self, items: Sequence[Item]) -> tuple[Outcome, ...]:
        """Do as ``put`` does, except that no poorer copy replaces a better one held.

        Instead of its id such a document has the error that says so.
        """
        return self._keep(items, replacing=False)

    def remove(self, document_id: str) -> None:
        """End the life of a document; its last version stays in the history."""
        with self._session():
            if document_id not in self._catalog.snapshot().infos:
                raise UnknownDocumentError(
                    f"Không có văn bản “{document_id}” trong thư viện. "
                    "Xem danh sách: tracuu documents."
                )
            with self._catalog.writing() as db:
                tables.end_document(db, document_id, tables.open_generation(db))
            self.finish()

    def recover(self) -> bool:
        """Finish what a killed writer left; False if this is not the one who can.

        Another writer at work will do it; another model must reindex first.
        """
        try:
            with self._session():
                return True
        except (LibraryLockedError, ModelMismatchError) as error:
            logger.warning("%s", error)
            return False

    def reindex(self, progress: Progress | None = None) -> None:
        """Make words, vectors and all indexes anew with the present model, then publish them."""
        with self.locked():
            snapshot = self._catalog.snapshot(pending=True)
            items = self.material.segmented(self.material.indexed(snapshot.rows.tolist()))
            vectors = self.material.embedded(items, progress)
            with self._open_caches(snapshot.caches) as caches:
                caches.rebuild_lexical(items)
                caches.rebuild_log([item.row for item in items], vectors)
                caches.rebuild_chroma(snapshot.rows)
                words = {item.row: item.words for item in items}
                self._publish_rebuilt(caches, words)

    @contextmanager
    def bulk(self, progress: Progress | None = None) -> Iterator[None]:
        """Leave Chroma behind inside the block, and bring it into step at the end in one go.

        Meanwhile readers scan exactly; if the end is not reached, the next change does it.
        """
        self._bulk = True
        try:
            yield
        finally:
            self._bulk = False
        try:
            with self._session():
                self._catch_up(progress)
        except LibraryLockedError as error:  # all that was put in is there
            logger.warning("%s", error)

    def _catch_up(self, progress: Progress | None) -> None:
        snapshot = self._catalog.snapshot()
        if not is_behind(snapshot.caches):
            return
        with self._open_caches(snapshot.caches) as caches:
            caches.chroma_rows()  # its files are there before it is named
            with self._catalog.writing() as db:  # a kill during the next step loses nothing of it
                tables.name_cache(db, caches.records["chroma"])
            caches.follow(snapshot.rows, progress)
            self._publish_rebuilt(caches, {})

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the writer's place, as every method below expects its caller to do."""
        home = self._home
        with self._turn, refusals_said_plainly(home), writer_lock(home / "lock"):
            yield

    def unfinished(self) -> bool:
        """Tell whether a writer was killed before it had published and cleared away."""
        with self._catalog.reading() as db:
            return bool(tables.pending(db)) or tables.unclean(db)

    def finish(self, vectors: Mapping[str, Vector] | None = None) -> None:
        """Publish what is pending and clear away what is retired."""
        if not self.unfinished():
            return
        with self._catalog.reading() as db:
            waiting = tables.pending(db)
        for generation in waiting:
            self._publish(generation, vectors or {})
        self._clean()

    def rebuild(self, names: Collection[CacheName]) -> None:
        """Build these indexes anew from the catalog; vectors still sound are kept."""
        snapshot = self._catalog.snapshot(pending=True)
        items = self.material.indexed(snapshot.rows.tolist())
        with self._open_caches(snapshot.caches) as caches:
            if "lexical" in names:
                caches.rebuild_lexical(items)
            if "vectors" in names:
                require_model(caches.records["vectors"], self.embedder())
                caches.rebuild_log(*self.material.completed(caches.log, items))
            # it is a copy of the log
            if "chroma" in names or "vectors" in names or is_behind(snapshot.caches):
                caches.rebuild_chroma(snapshot.rows)
            self._publish_rebuilt(caches, {})

    @contextmanager
    def _session(self) -> Iterator[None]:
        """Hold the writer's place, in a library that is whole: nothing pending, no index gone."""
        with self.locked():
            try:
                self._mend()
                self.finish()
            except CacheDamagedError as error:
                logger.warning("%s", error)
                self.rebuild(NAMES)
            yield

    def _mend(self) -> None:
        """Rebuild indexes that are gone, and a log with gaps, before anything is added to them."""
        snapshot = self._catalog.snapshot()
        caches = snapshot.caches
        gone = {name for name in NAMES if name in caches and is_gone(self._home, caches[name])}
        if "vectors" in caches and "vectors" not in gone and self._has_gaps(snapshot):
            gone.add("vectors")
        if gone:
            self.rebuild(gone)

    def _has_gaps(self, snapshot: Snapshot) -> bool:
        """Tell whether the log lacks vectors; one that we left whole is not read again."""
        record = snapshot.caches["vectors"]
        log = VectorLog(self._home / record.folder, record.dimensions)
        if self._whole != log.state():
            if log.lacks(snapshot.rows):
                return True
            self._whole = log.state()
        return False

    @contextmanager
    def _open_caches(self, records: Mapping[str, CacheRecord]) -> Iterator[Caches]:
        with closing(Caches(self._home, records, self.embedder)) as caches:
            yield caches

    def _keep(self, items: Sequence[Item], *, replacing: bool) -> tuple[Outcome, ...]:
        """Keep the documents as one generation; ``replacing`` lets poorer copies replace too."""
        with self._session():
            batch = Settling(self._catalog, replacing=replacing)
            outcomes = tuple(batch.settle(document, data) for document, data in items)
            if batch.fresh:
                self._add(batch.fresh)
            return outcomes

    def _add(self, fresh: Sequence[Item]) -> None:
        """Store the documents as a pending generation and finish it.

        Words and vectors come first: whatever may fail, fails before anything is written.
        """
        self._require_model()
        documents = {document.info.id: document for document, _ in fresh}
        passages = [p for document in documents.values() for p in document.passages]
        items = self.material.segmented([Indexed(0, p, ()) for p in passages])
        vectors = dict(zip((p.id for p in passages), self.material.embedded(items), strict=True))
        words = {item.passage.id: item.words for item in items}
        self._originals.store_all(data for _, data in fresh)
        with self._catalog.writing() as db:
            generation = tables.open_generation(db)
            for document, _ in fresh:
                own = [words.get(p.id, ()) for p in document.passages]
                tables.store_document(db, document, own, generation)
        self.finish(vectors)

    def _publish(self, generation: int, vectors: Mapping[str, Vector]) -> None:
        snapshot = self._catalog.snapshot()
        records: Mapping[str, CacheRecord] = snapshot.caches
        with self._catalog.reading() as db:
            rows = tables.added_rows(db, generation)
        if rows or is_behind(records):
            self._require_model()
            items = self.material.indexed(rows)
            known = [vectors[i.passage.id] for i in items if i.passage.id in vectors]
            found = 0 < len(known) == len(items)
            matrix = np.stack(known) if found else self.material.embedded(items)
            with self._open_caches(fitting_records(records, self.embedder().fingerprint)) as caches:
                caches.add(items, matrix)
                self._whole = caches.log.state()
                if not self._bulk:
                    caches.add_to_chroma(rows, matrix, np.union1d(snapshot.rows, rows))
                records = caches.records
        in_step = [one for one in records.values() if one.name != "chroma" or not self._bulk]
        with self._catalog.writing() as db:
            tables.publish(db, generation, in_step)

    def _clean(self) -> None:
        snapshot = self._catalog.snapshot()
        with self._catalog.reading() as db:
            rows = tables.retired_rows(db)
        if rows and snapshot.caches:
            with self._open_caches(snapshot.caches) as caches:
                caches.retire(rows, snapshot.rows)
                self._whole = caches.log.state()
                if not self._bulk:
                    caches.retire_from_chroma(rows)
        with self._catalog.writing() as db:
            tables.mark_clean(db)

    def _publish_rebuilt(self, caches: Caches, words: Mapping[int, tuple[str, ...]]) -> None:
        with self._catalog.writing() as db:
            generation = tables.open_generation(db)
            tables.store_words(db, words)
            tables.publish(db, generation, caches.records.values())
            tables.mark_clean(db)
        caches.sweep()

    def _require_model(self) -> None:
        snapshot = self._catalog.snapshot()
        if len(snapshot.rows):
            require_model(snapshot.caches["vectors"], self.embedder())
