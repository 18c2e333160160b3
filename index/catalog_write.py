"""What a writer does to the catalog; each function is one step inside one write transaction."""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ingest.codec import dumps
from ingest.model import fact_kind
from ingest.symbols import symbol_key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from index.catalog_records import CacheRecord
    from ingest.model import Document

Words = tuple[str, ...]


def open_generation(db: sqlite3.Connection) -> int:
    """Begin a pending generation and return its number, one above every earlier one."""
    number = 1 + int(db.execute("SELECT coalesce(max(number), 0) FROM generations").fetchone()[0])
    db.execute("INSERT INTO generations VALUES (?, 'pending', ?)", (number, _now()))
    return number


def end_document(db: sqlite3.Connection, document_id: str, generation: int) -> None:
    """Let the version now current under this id end with ``generation``."""
    db.execute(
        "UPDATE documents SET removed = ? WHERE id = ? AND removed IS NULL",
        (generation, document_id),
    )


def store_document(
    db: sqlite3.Connection, document: Document, words: Sequence[Words], generation: int
) -> None:
    """Write a new version of a document, the former one of the same id ending with it.

    ``words`` holds the segmented words of each passage, so that the lexical index can be
    rebuilt without segmenting again.
    """
    _check_slices(document)
    info = document.info
    end_document(db, info.id, generation)
    version = db.execute(
        "INSERT INTO documents (id, added, sha256, stored_at, info) VALUES (?, ?, ?, ?, ?)",
        (info.id, generation, info.sha256, _now(), dumps(info)),
    ).lastrowid
    text = document.text
    db.execute("INSERT INTO texts VALUES (?, ?, ?)", (version, text, text_digest(text)))
    db.execute(
        "INSERT INTO layouts VALUES (?, ?, ?, ?)",
        (version, dumps(document.pages), dumps(document.sections), dumps(document.health)),
    )
    _store_parts(db, version, document, words)


def _store_parts(
    db: sqlite3.Connection, version: int | None, document: Document, words: Sequence[Words]
) -> None:
    db.executemany(
        "INSERT INTO passages (version, id, path, label, start, end, context, words)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (version, p.id, dumps(p.path), p.label, *astuple(p.span), p.context, " ".join(own))
            for p, own in zip(document.passages, words, strict=True)
        ),
    )
    db.executemany(
        "INSERT INTO facts VALUES (?, ?, ?, ?)",
        (
            (version, number, fact_kind(fact), dumps(fact))
            for number, fact in enumerate(document.facts)
        ),
    )
    db.executemany(
        "INSERT INTO mentions VALUES (?, ?, ?, ?)",
        (
            (version, number, symbol_key(reference.symbol) or "", dumps(reference))
            for number, reference in enumerate(document.references)
        ),
    )


def store_words(db: sqlite3.Connection, words: Mapping[int, Words]) -> None:
    """Write anew the segmented words of these rows."""
    db.executemany(
        "UPDATE passages SET words = ? WHERE row = ?",
        ((" ".join(own), row) for row, own in words.items()),
    )


def publish(db: sqlite3.Connection, generation: int, caches: Iterable[CacheRecord]) -> None:
    """Let ``generation``, and all before it, answer; note that the indexes hold it now."""
    db.execute(
        "UPDATE generations SET state = 'published' WHERE number <= ? AND state = 'pending'",
        (generation,),
    )
    for record in caches:
        name_cache(db, replace(record, generation=generation))


def name_cache(db: sqlite3.Connection, record: CacheRecord) -> None:
    """Note where an index is, and which generation it holds."""
    db.execute("INSERT OR REPLACE INTO caches VALUES (?, ?, ?, ?, ?, ?)", astuple(record))


def mark_clean(db: sqlite3.Connection) -> None:
    """Note that no index holds a row that a published generation retired."""
    db.execute("UPDATE generations SET state = 'clean' WHERE state = 'published'")


def pending(db: sqlite3.Connection) -> tuple[int, ...]:
    """Return the generations begun and not published, in order."""
    found = db.execute("SELECT number FROM generations WHERE state = 'pending' ORDER BY number")
    return tuple(number for (number,) in found)


def unclean(db: sqlite3.Connection) -> bool:
    """Tell whether a published generation's retired rows may still stand in the indexes."""
    found = db.execute("SELECT 1 FROM generations WHERE state = 'published'").fetchone()
    return found is not None


def retired_rows(db: sqlite3.Connection) -> tuple[int, ...]:
    """Return the rows that generations published since the last cleaning took out of life."""
    found = db.execute(
        "SELECT p.row FROM passages p JOIN documents d USING (version)"
        " JOIN generations g ON g.number = d.removed WHERE g.state = 'published' ORDER BY p.row"
    )
    return tuple(row for (row,) in found)


def added_rows(db: sqlite3.Connection, generation: int) -> tuple[int, ...]:
    """Return the rows that live from ``generation`` on."""
    found = db.execute(
        "SELECT p.row FROM passages p JOIN documents d USING (version)"
        " WHERE d.added = ? AND (d.removed IS NULL OR d.removed > ?) ORDER BY p.row",
        (generation, generation),
    )
    return tuple(row for (row,) in found)


def text_digest(text: str) -> str:
    """Return the digest kept beside a text, by which damage to it is noticed."""
    return hashlib.sha256(text.encode()).hexdigest()


def words_of(db: sqlite3.Connection, rows: Sequence[int]) -> dict[int, Words]:
    """Return the segmented words kept for these rows."""
    found = db.execute(
        "SELECT row, words FROM passages WHERE row IN (SELECT value FROM json_each(?))",
        (json.dumps([int(row) for row in rows]),),
    )
    return {row: tuple(own.split()) for row, own in found}


def _check_slices(document: Document) -> None:
    for passage in document.passages:
        if passage.span.of(document.text) != passage.text:
            raise ValueError(f"passage {passage.id} is not a slice of its document's text")
        if passage.document_id != document.info.id:
            raise ValueError(f"passage {passage.id} names another document")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
