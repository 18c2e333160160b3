"""The catalog: SQLite holds the truth, in versions; this module opens it and reads from it.

Every reading method takes what it needs in one short statement or one read transaction on a
connection of its own, so any number of threads may call it; none of them ever waits for a writer.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from dataclasses import replace
from queue import Empty, LifoQueue
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from index import catalog_rows as tables
from index.catalog_records import Snapshot, Version
from index.catalog_schema import SCHEMA, VERSION
from ingest.codec import loads, loads_all
from ingest.errors import LibraryError
from ingest.model import (
    Document,
    DocumentInfo,
    Fact,
    Health,
    Page,
    Passage,
    Reference,
    Section,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


BUSY_SECONDS = 30.0  # a writer holds the database for milliseconds; this is for slow disks
LIVE = "d.added <= :at AND (d.removed IS NULL OR d.removed > :at)"


class Catalog:
    """The open database: connections for readers, and one at a time for the writer."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._idle: LifoQueue[sqlite3.Connection] = LifoQueue()
        self._watch_lock = Lock()
        self._last: Snapshot | None = None
        with self._said_plainly(), closing(self._connect()) as db:
            _prepare(db)
            self._watch = self._connect()

    def close(self) -> None:
        """Close every connection that is not in use."""
        self._watch.close()
        while True:
            try:
                self._idle.get_nowait().close()
            except Empty:
                return

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection for reading; what is read inside one transaction is consistent."""
        try:
            db = self._idle.get_nowait()
        except Empty:
            db = self._connect()
            db.execute("PRAGMA query_only = ON")
        try:
            with self._said_plainly():
                yield db
        finally:
            if db.in_transaction:
                db.rollback()
            self._idle.put(db)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection inside a write transaction, committed at the end of the block."""
        with self._said_plainly(), closing(self._connect()) as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                db.rollback()
                raise
            db.execute("COMMIT")

    def change_mark(self) -> int:
        """Return a number that differs once anyone has committed to the database."""
        with self._watch_lock:
            return int(self._watch.execute("PRAGMA data_version").fetchone()[0])

    def published(self) -> int:
        """Return the number of the generation that answers; 0 for a new library."""
        with self.reading() as db:
            return tables.published(db)

    def snapshot(self, *, pending: bool = False) -> Snapshot:
        """Return what is live in the published generation, or will be once all is published.

        What a generation holds never changes, so that the last one is read but once, and of the
        next one only the heads that are new: a batch of many generations asks often.
        """
        last = self._last
        with self.reading() as db:
            db.execute("BEGIN")
            at = tables.newest(db) if pending else tables.published(db)
            caches = tables.cache_records(db)
            if last is not None and last.generation == at:
                return replace(last, caches=caches)
            heads = db.execute(
                f"SELECT d.id, d.version, d.info FROM documents d WHERE {LIVE} ORDER BY d.id",  # noqa: S608 - LIVE is a constant
                {"at": at},
            ).fetchall()
            rows = db.execute(
                "SELECT p.row, p.version FROM passages p JOIN documents d USING (version)"  # noqa: S608 - LIVE is a constant
                f" WHERE {LIVE} ORDER BY p.row",
                {"at": at},
            ).fetchall()
        known = {last.versions[name]: info for name, info in last.infos.items()} if last else {}
        table = np.array(rows, dtype=np.int64).reshape(-1, 2)
        self._last = Snapshot(
            generation=at,
            infos={name: known.get(v) or loads(DocumentInfo, info) for name, v, info in heads},
            versions={name: version for name, version, _ in heads},
            rows=np.ascontiguousarray(table[:, 0]),
            owners=np.ascontiguousarray(table[:, 1]),
            caches=caches,
        )
        return self._last

    def document(self, version: int) -> Document:
        """Return the whole document of a version."""
        with self.reading() as db:
            db.execute("BEGIN")
            info, text, pages, sections, health = db.execute(
                "SELECT d.info, t.text, l.pages, l.sections, l.health FROM documents d"
                " JOIN texts t USING (version) JOIN layouts l USING (version)"
                " WHERE d.version = ?",
                (version,),
            ).fetchone()
            mentions = db.execute(
                "SELECT data FROM mentions WHERE version = ? ORDER BY number", (version,)
            )
            return Document(
                info=loads(DocumentInfo, info),
                text=text,
                pages=loads_all(Page, pages),
                sections=loads_all(Section, sections),
                passages=tuple(tables.passages_of(db, version, text).values()),
                facts=tables.facts_of(db, version),
                references=tuple(loads(Reference, data) for (data,) in mentions),
                health=loads(Health, health),
            )

    def facts(self, version: int) -> tuple[Fact, ...]:
        """Return the facts of a version, in the order of its text."""
        with self.reading() as db:
            return tables.facts_of(db, version)

    def passages(self, rows: Sequence[int]) -> dict[int, Passage]:
        """Return the passages with these row numbers, live or not; meant for a page of hits."""
        with self.reading() as db:
            found = db.execute(tables.SOME, (tables.json_array(rows),))
            return {record[0]: tables.passage_of(record, text) for *record, text in found}

    def passages_beside(self, rows: Sequence[int]) -> dict[int, Passage]:
        """Return, by row, all passages of every version that one of these rows belongs to."""
        with self.reading() as db:
            db.execute("BEGIN")
            texts = db.execute(
                "SELECT version, text FROM texts WHERE version IN (SELECT version FROM passages"
                " WHERE row IN (SELECT value FROM json_each(?)))",
                (tables.json_array(rows),),
            )
            return {
                row: passage
                for version, text in texts
                for row, passage in tables.passages_of(db, version, text).items()
            }

    def passage_versions(self, passage_id: str) -> tuple[tuple[int, int], ...]:
        """Return row and version of every passage that ever had this id."""
        with self.reading() as db:
            found = db.execute("SELECT row, version FROM passages WHERE id = ?", (passage_id,))
            return tuple((row, version) for row, version in found)

    def mentions(self, number: str, at: int) -> tuple[tuple[str, Reference], ...]:
        """Return each live reference whose key begins with this figure, and who makes it."""
        with self.reading() as db:
            found = db.execute(
                "SELECT d.id, m.data FROM mentions m JOIN documents d USING (version)"  # noqa: S608 - LIVE is a constant
                f" WHERE m.key LIKE :number || '-%' AND {LIVE} ORDER BY d.id, m.number",
                {"number": number, "at": at},
            )
            return tuple((name, loads(Reference, data)) for name, data in found)

    def versions(self, document_id: str | None = None) -> tuple[Version, ...]:
        """Return every version ever kept, or those under one id, oldest first."""
        with self.reading() as db:
            found = db.execute(
                "SELECT version, id, sha256, info, stored_at, added, removed FROM documents"
                " WHERE :id IS NULL OR id = :id ORDER BY version",
                {"id": document_id},
            )
            return tuple(
                Version(n, name, digest, loads(DocumentInfo, info).source, stored, added, removed)
                for n, name, digest, info, stored, added, removed in found
            )

    def retired(self) -> dict[str, str]:
        """Return the digests of all versions that ended, each with its document's id."""
        with self.reading() as db:
            return dict(db.execute("SELECT sha256, id FROM documents WHERE removed IS NOT NULL"))

    def text(self, version: int) -> tuple[str, str, int]:
        """Return a version's text, the digest kept of it, and how many passages lie outside."""
        with self.reading() as db:
            text, digest, misplaced = db.execute(
                "SELECT t.text, t.sha256, (SELECT count(*) FROM passages p"
                " WHERE p.version = t.version"
                " AND NOT (0 <= p.start AND p.start <= p.end AND p.end <= length(t.text)))"
                " FROM texts t WHERE t.version = ?",
                (version,),
            ).fetchone()
            return text, digest, misplaced

    def integrity(self) -> tuple[str, ...]:
        """Return what SQLite finds wrong with the file; empty if nothing."""
        with self.reading() as db:
            lines = [line for (line,) in db.execute("PRAGMA integrity_check") if line != "ok"]
            strays = db.execute("PRAGMA foreign_key_check").fetchall()
            return (*lines, *(f"{table}: dòng {row} mồ côi" for table, row, *_ in strays))

    def latest(self, document_id: str) -> DocumentInfo | None:
        """Return the head of the last version kept under this id, live or not."""
        with self.reading() as db:
            found = db.execute(
                "SELECT info FROM documents WHERE id = ? ORDER BY version DESC LIMIT 1",
                (document_id,),
            ).fetchone()
            return loads(DocumentInfo, found[0]) if found else None

    def _connect(self) -> sqlite3.Connection:
        db = sqlite3.connect(
            self._path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            db.execute("PRAGMA synchronous = FULL")
            db.execute("PRAGMA foreign_keys = ON")
        except sqlite3.DatabaseError:
            db.close()
            raise
        return db

    @contextmanager
    def _said_plainly(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise LibraryError(
                f"Không đọc hoặc ghi được cơ sở dữ liệu {self._path} ({error}). Hãy kiểm tra "
                "quyền ghi và dung lượng đĩa; nếu tệp bị hỏng, hãy khôi phục từ bản sao lưu."
            ) from error


def _prepare(db: sqlite3.Connection) -> None:
    """Give the file its tables; a file from a later program is refused, never guessed at."""
    known = int(db.execute("PRAGMA user_version").fetchone()[0])
    if known > VERSION:
        raise LibraryError(
            "Thư viện này do một bản tracuu mới hơn tạo ra. Hãy cập nhật tracuu rồi mở lại."
        )
    if known < VERSION:
        db.execute("PRAGMA journal_mode = WAL")
        db.executescript(f"BEGIN IMMEDIATE; {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
