"""The lexical leg: passages in tantivy, found by BM25 over syllables and syllable bigrams.

The only importer of tantivy. Commits are atomic: a process killed at any moment leaves the
last committed rows, and the lock of the dead writer falls with it.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import tantivy
from tantivy import Occur, Query

from index.analyse import analyse
from index.model import Scored
from ingest.errors import CacheDamagedError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from index.analyse import Terms

WRITER_MEMORY = 64_000_000  # bytes of postings held before a segment is written
FIELDS = ("typed", "folded", "context", "words")
"""Text fields; each holds blank-separated terms made by ``index.analyse``."""


@dataclass(frozen=True, slots=True)
class LexicalRow:
    """One passage to index. ``context`` is the heading trail, ``words`` its segmented words."""

    row: int
    document_id: str
    text: str
    context: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighted:
    """A term of a question: the field it is looked up in, and what finding it is worth."""

    field: str
    term: str
    weight: float


def schema() -> tantivy.Schema:
    """Return the fields of the index."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("row", indexed=True, fast=True)
    builder.add_text_field("document", tokenizer_name="raw", index_option="basic")
    for field in FIELDS:
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
    builder.add_bytes_field("tokens", stored=True)
    return builder.build()


def token_ids(tokens: Iterable[str]) -> NDArray[np.uint32]:
    """Return a number for each token, the same in every process."""
    return np.fromiter((zlib.crc32(token.encode()) for token in tokens), dtype=np.uint32)


class LexicalIndex:
    """The tantivy index in one folder; many readers, one writer at a time.

    Added and deleted rows are seen after ``commit`` (here) or ``reload`` (other processes).

    Raises:
        CacheDamagedError: the folder holds something that is not such an index.

    """

    def __init__(self, folder: Path) -> None:
        self._schema = schema()
        folder.mkdir(parents=True, exist_ok=True)
        try:
            self._index = tantivy.Index(self._schema, str(folder))
            self._index.config_reader(reload_policy="manual")
            self._searcher = self._index.searcher()
        except (ValueError, OSError) as error:
            raise CacheDamagedError(
                "Chỉ mục từ ngữ bị hỏng hoặc không đọc được. "
                "Hãy chạy `tracuu check` để dựng lại từ thư viện."
            ) from error
        self._writer: tantivy.IndexWriter | None = None

    def add(self, rows: Iterable[LexicalRow]) -> None:
        """Put passages in; a row already there must be deleted first."""
        writer = self._open_writer()
        for row in rows:
            writer.add_document(_document(row))

    def delete(self, rows: Iterable[int]) -> None:
        """Take passages out by their numbers; unknown numbers change nothing."""
        # By query, not by term: tantivy's Python binding makes a signed term, which never matches.
        gone = Query.term_set_query(self._schema, "row", list(rows))
        self._open_writer().delete_documents_by_query(gone)

    def commit(self) -> None:
        """Make every change since the last commit durable and visible, at once."""
        if self._writer is None:
            return
        self._writer.commit()
        # The writer is closed so that another process may write; its merges end first.
        self._writer.wait_merging_threads()
        self._writer = None
        self.reload()

    def reload(self) -> None:
        """See what other processes have committed."""
        self._index.reload()
        self._searcher = self._index.searcher()

    def rows(self) -> set[int]:
        """Return the numbers of all passages held."""
        return set(self._rows_of(Query.all_query()))

    def rows_of(self, documents: Collection[str]) -> NDArray[np.int64]:
        """Return the numbers of the passages of these documents, in rising order."""
        query = Query.term_set_query(self._schema, "document", list(documents))
        return np.sort(np.array(self._rows_of(query), dtype=np.int64))

    def search(
        self, question: str, limit: int, documents: Collection[str] | None = None
    ) -> list[Scored]:
        """Return the best passages for the question as typed, best first."""
        return self.find(question_terms(analyse(question)), limit, documents)

    def find(
        self, terms: Sequence[Weighted], limit: int, documents: Collection[str] | None = None
    ) -> list[Scored]:
        """Return the passages with the highest sum of weighted BM25 over the terms."""
        restriction = None
        if documents is not None:
            restriction = Query.term_set_query(self._schema, "document", list(documents))
        return self._ranked(self._query(terms), limit, restriction)

    def scores(self, terms: Sequence[Weighted], rows: Sequence[int]) -> dict[int, float]:
        """Return the score of each of these rows that holds a term; the others are absent."""
        restriction = Query.term_set_query(self._schema, "row", list(rows))
        found = self._ranked(self._query(terms), max(len(rows), 1), restriction)
        return {scored.row: scored.score for scored in found}

    def _ranked(self, query: Query, limit: int, restriction: Query | None) -> list[Scored]:
        if restriction is not None:
            gate = Query.const_score_query(restriction, 0.0)
            query = Query.boolean_query([(Occur.Must, gate), (Occur.Must, query)])
        hits = self._searcher.search(query, limit, count=False).hits
        rows = self._searcher.fast_field_values("row", [address for _, address in hits])
        found = [Scored(int(row or 0), float(hit[0])) for row, hit in zip(rows, hits, strict=True)]
        return sorted(found, key=lambda scored: (-scored.score, scored.row))

    def _query(self, terms: Sequence[Weighted]) -> Query:
        clauses = [(Occur.Should, self._clause(term)) for term in terms]
        return Query.boolean_query(clauses) if clauses else Query.empty_query()

    def _clause(self, term: Weighted) -> Query:
        query = Query.term_query(self._schema, term.field, term.term, "freq")
        return query if term.weight == 1.0 else Query.boost_query(query, term.weight)

    def _rows_of(self, query: Query) -> list[int]:
        held = self._searcher.num_docs
        if not held:
            return []
        hits = self._searcher.search(query, held, count=False).hits
        rows = self._searcher.fast_field_values("row", [address for _, address in hits])
        return [int(row or 0) for row in rows]

    def _open_writer(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._writer = self._index.writer(WRITER_MEMORY, 1)
        return self._writer


def _document(row: LexicalRow) -> tantivy.Document:
    terms, context = analyse(row.text), analyse(row.context)
    document = tantivy.Document()
    document.add_unsigned("row", row.row)
    document.add_text("document", row.document_id)
    document.add_text("typed", terms.typed_field())
    document.add_text("folded", terms.folded_field())
    document.add_text("context", context.folded_field())
    document.add_text("words", " ".join(word.lower() for word in row.words))
    document.add_bytes("tokens", token_ids(terms.syllables).tobytes())
    return document


def question_terms(terms: Terms) -> list[Weighted]:
    """Return the terms under which a question is looked up in the index."""
    return [Weighted("typed", term, 1.0) for term in dict.fromkeys(terms.typed_field().split())]
