"""The tables of ``library.db``: what the library holds, in versions and generations.

A generation is one change of the library. It is ``pending`` from the transaction that writes it
until every index holds it, then ``published``, and ``clean`` once the rows it retired have left
the indexes. A version of a document lives in generation g when ``added <= g`` and
``removed IS NULL OR removed > g``. Nothing is ever overwritten: versions that ended are the
history. A passage's ``row`` is its number in every index and is never used again.
"""

from __future__ import annotations

VERSION = 1

SCHEMA = """
CREATE TABLE IF NOT EXISTS generations (
    number  INTEGER PRIMARY KEY,
    state   TEXT NOT NULL CHECK (state IN ('pending', 'published', 'clean')),
    made_at TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS documents (
    version   INTEGER PRIMARY KEY AUTOINCREMENT,
    id        TEXT NOT NULL,
    added     INTEGER NOT NULL REFERENCES generations (number),
    removed   INTEGER REFERENCES generations (number),
    sha256    TEXT NOT NULL,
    stored_at TEXT NOT NULL,
    info      TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS documents_id ON documents (id);
CREATE INDEX IF NOT EXISTS documents_removed ON documents (removed);
CREATE TABLE IF NOT EXISTS texts (
    version INTEGER PRIMARY KEY REFERENCES documents (version),
    text    TEXT NOT NULL,
    sha256  TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS layouts (
    version  INTEGER PRIMARY KEY REFERENCES documents (version),
    pages    TEXT NOT NULL,
    sections TEXT NOT NULL,
    health   TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS passages (
    row     INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL REFERENCES documents (version),
    id      TEXT NOT NULL,
    path    TEXT NOT NULL,
    label   TEXT NOT NULL,
    start   INTEGER NOT NULL,
    end     INTEGER NOT NULL,
    context TEXT NOT NULL,
    words   TEXT NOT NULL,
    UNIQUE (version, id)
) STRICT;
CREATE INDEX IF NOT EXISTS passages_id ON passages (id);
CREATE TABLE IF NOT EXISTS facts (
    version INTEGER NOT NULL REFERENCES documents (version),
    number  INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    data    TEXT NOT NULL,
    PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mentions (
    version INTEGER NOT NULL REFERENCES documents (version),
    number  INTEGER NOT NULL,
    key     TEXT NOT NULL,
    data    TEXT NOT NULL,
    PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS mentions_key ON mentions (key);
CREATE TABLE IF NOT EXISTS caches (
    name        TEXT PRIMARY KEY,
    folder      TEXT NOT NULL,
    generation  INTEGER NOT NULL,
    model       TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    dimensions  INTEGER NOT NULL
) STRICT;
"""
