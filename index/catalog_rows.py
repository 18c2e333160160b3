"""What the catalog's rows become: passages cut from their texts, facts, records of indexes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from index.catalog_records import CacheRecord
from ingest.codec import decode_fact
from ingest.model import Fact, Passage, Span

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

PASSAGE = (
    "SELECT p.row, p.id, d.id, p.path, p.label, p.start, p.end, p.context{text}"
    " FROM passages p JOIN documents d USING (version)"
)
# for a few passages SQLite cuts the slice, for a whole document Python does: both in code points
ONE_PASSAGE = PASSAGE.format(text=", substr(t.text, p.start + 1, p.end - p.start)")
SOME = (
    ONE_PASSAGE + " JOIN texts t USING (version) WHERE p.row IN (SELECT value FROM json_each(?))"  # noqa: S608 - constants
)
ALL = PASSAGE.format(text="") + " WHERE p.version = ? ORDER BY p.row"


def published(db: sqlite3.Connection) -> int:
    """Return the number of the generation that answers; 0 for a new library."""
    found = db.execute("SELECT max(number) FROM generations WHERE state != 'pending'").fetchone()
    return int(found[0] or 0)


def newest(db: sqlite3.Connection) -> int:
    """Return the number of the last generation begun, published or not."""
    return int(db.execute("SELECT coalesce(max(number), 0) FROM generations").fetchone()[0])


def cache_records(db: sqlite3.Connection) -> dict[str, CacheRecord]:
    """Return what the derived indexes hold, by their names."""
    found = db.execute(
        "SELECT name, folder, generation, model, fingerprint, dimensions FROM caches"
    )
    return {record[0]: CacheRecord(*record) for record in found}


def facts_of(db: sqlite3.Connection, version: int) -> tuple[Fact, ...]:
    """Return the facts of a version, in the order of its text."""
    found = db.execute("SELECT data FROM facts WHERE version = ? ORDER BY number", (version,))
    return tuple(decode_fact(json.loads(data)) for (data,) in found)


def json_array(rows: Sequence[int]) -> str:
    """Return the rows as the JSON array that SQLite's json_each takes apart."""
    return json.dumps([int(row) for row in rows])


def passages_of(db: sqlite3.Connection, version: int, text: str) -> dict[int, Passage]:
    """Return the passages of a version by row, cut from its text."""
    found = db.execute(ALL, (version,))
    return {r[0]: passage_of(r, text[r[5] : r[6]]) for r in found}


def passage_of(record: Sequence[Any], text: str) -> Passage:
    """Return the passage that a row of the table describes."""
    _, name, document, path, label, start, end, context = record
    return Passage(name, document, tuple(json.loads(path)), label, Span(start, end), text, context)
