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

from index.analyse import analyse, word_term
from index.model import Scored
from ingest.errors import CacheDamagedError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Tokens = tuple[NDArray[np.uint32], NDArray[np.uint32]]

WRITER_MEMORY = 64_000_000  # bytes of postings held before a segment is written
FIELDS = ("typed", "folded", "words")
"""Text fields; each holds blank-separated terms made by ``index.analyse``."""
LARGE = 20_000  # passages; below it every term is looked up
COMMON = 0.1  # share of the passages above which a term is common
MOST_KEPT = 8_000  # passages whose syllables stay in memory, about 2 KB each
MOST_COUNTED = 50_000  # terms whose frequency stays in memory; a question asks for each thrice
STORED = ("typed_ids", "folded_ids")
"""The syllables of a passage in their order, as numbers: the evidence that fusion weighs."""


@dataclass(frozen=True, slots=True)
class LexicalRow:
    """One passage to index. ``context`` is the heading trail, ``words`` its segmented words.

    The heading trail is indexed as if it stood before the text, in the same fields.
    """

    row: int
    document_id: str
    text: str
    context: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A passage with its BM25 score and its syllables as numbers, in order, in both fields."""

    row: int
    score: float
    typed: NDArray[np.uint32]
    folded: NDArray[np.uint32]


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
    for stored in STORED:
        builder.add_bytes_field(stored, stored=True)
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
        self._kept: dict[int, Tokens] = {}
        self._frequencies: dict[tuple[str, str], int] = {}

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
        self._kept = {}
        self._frequencies = {}

    def rows(self) -> set[int]:
        """Return the numbers of all passages held."""
        return set(self._rows_of(Query.all_query()))

    def rows_of(self, documents: Collection[str]) -> NDArray[np.int64]:
        """Return the numbers of the passages of these documents, in rising order."""
        query = Query.term_set_query(self._schema, "document", list(documents))
        return np.sort(np.array(self._rows_of(query), dtype=np.int64))

    def holds(self, term: str, field: str = "typed") -> bool:
        """Tell whether any passage holds the term."""
        return self._having(term, field) > 0

    def rarity(self, terms: Iterable[str], field: str = "typed") -> NDArray[np.float64]:
        """Return the BM25 weight of each term: log(1 + (N - n + ½) / (n + ½))."""
        held = self._searcher.num_docs
        having = [min(self._having(term, field), held) for term in terms]
        counts = np.array(having, dtype=np.float64)
        return np.log1p((held - counts + 0.5) / (counts + 0.5))

    def telling(self, terms: Sequence[Weighted]) -> list[Weighted]:
        """Return the terms without those that stand in too many passages of a large library.

        They tell passages apart the least and cost the most: on 180,000 passages more than half
        of the time, for nothing that nDCG@10 shows (``eval/RETRIEVAL.md``).
        """
        held = self._searcher.num_docs
        if held < LARGE:
            return list(terms)
        return [t for t in terms if self._having(t.term, t.field) <= COMMON * held]

    def search(
        self, question: str, limit: int, documents: Collection[str] | None = None
    ) -> list[Scored]:
        """Return the best passages for the words of the question as typed, best first."""
        terms = analyse(question).typed_field().split()
        return self.find(
            [Weighted("typed", t, 1.0) for t in dict.fromkeys(terms)], limit, documents
        )

    def find(
        self, terms: Sequence[Weighted], limit: int, documents: Collection[str] | None = None
    ) -> list[Scored]:
        """Return the passages with the highest sum of weighted BM25 over the terms."""
        hits = self._hits(terms, limit, self._within(documents))
        rows = self._numbers([address for _, address in hits])
        return [Scored(row, score) for row, (score, _) in zip(rows, hits, strict=True)]

    def candidates(
        self, terms: Sequence[Weighted], limit: int, documents: Collection[str] | None
    ) -> list[Found]:
        """Return the best passages with their syllables."""
        return self._with_tokens(self._hits(terms, limit, self._within(documents)))

    def evidence(self, terms: Sequence[Weighted], rows: Sequence[int]) -> list[Found]:
        """Return these passages with their scores, 0 where no term stands in one."""
        # One term a row, not a set of them: tantivy walks through all rows to find a set (4 ms).
        places = [(Occur.Should, self._row(row)) for row in rows]
        gate = Query.const_score_query(Query.boolean_query(places), 0.0)
        query = Query.boolean_query([(Occur.Must, gate), (Occur.Should, self._query(terms))])
        hits = self._searcher.search(query, max(len(rows), 1), count=False).hits
        return self._with_tokens(hits)

    def _having(self, term: str, field: str) -> int:
        """Return how many passages hold the term; those gone count until their segment merges."""
        key = (term, field)
        known = self._frequencies.get(key)
        if known is None:
            if len(self._frequencies) >= MOST_COUNTED:
                self._frequencies.clear()
            known = self._frequencies[key] = self._searcher.doc_freq(field, term)
        return known

    def _hits(
        self, terms: Sequence[Weighted], limit: int, gate: Query | None
    ) -> list[tuple[float, tantivy.DocAddress]]:
        query = self._query(terms)
        if gate is not None:
            silent = Query.const_score_query(gate, 0.0)
            query = Query.boolean_query([(Occur.Must, silent), (Occur.Must, query)])
        return self._searcher.search(query, limit, count=False).hits

    def _within(self, documents: Collection[str] | None) -> Query | None:
        if documents is None:
            return None
        return Query.term_set_query(self._schema, "document", list(documents))

    def _row(self, row: int) -> Query:
        return Query.term_query(self._schema, "row", row)

    def _numbers(self, addresses: list[tantivy.DocAddress]) -> list[int]:
        return [int(row or 0) for row in self._searcher.fast_field_values("row", addresses)]

    def _with_tokens(self, hits: list[tuple[float, tantivy.DocAddress]]) -> list[Found]:
        rows = self._numbers([address for _, address in hits])
        return [
            Found(row, score, *self._tokens_of(row, address))
            for row, (score, address) in zip(rows, hits, strict=True)
        ]

    def _tokens_of(self, row: int, address: tantivy.DocAddress) -> Tokens:
        kept = self._kept.get(row)
        if kept is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            held = self._searcher.doc(address)
            typed, folded = (bytes(held.get_first(name) or b"") for name in STORED)
            kept = np.frombuffer(typed, np.uint32), np.frombuffer(folded, np.uint32)
            self._kept[row] = kept
        return kept

    def _query(self, terms: Sequence[Weighted]) -> Query:
        clauses = [(Occur.Should, self._clause(term)) for term in terms]
        return Query.boolean_query(clauses) if clauses else Query.empty_query()

    def _clause(self, term: Weighted) -> Query:
        query = Query.term_query(self._schema, term.field, term.term, "freq")
        return query if term.weight == 1.0 else Query.boost_query(query, term.weight)

    def _rows_of(self, query: Query) -> list[int]:
        held = self._searcher.num_docs
        hits = self._searcher.search(query, held, count=False).hits if held else []
        return self._numbers([address for _, address in hits])

    def _open_writer(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._writer = self._index.writer(WRITER_MEMORY, 1)
            # a writer that was killed before it committed leaves files whose names come again
            self._writer.garbage_collect_files()
        return self._writer


def _document(row: LexicalRow) -> tantivy.Document:
    terms = analyse(f"{row.context}\n{row.text}")
    document = tantivy.Document()
    document.add_unsigned("row", row.row)
    document.add_text("document", row.document_id)
    document.add_text("typed", terms.typed_field())
    document.add_text("folded", terms.folded_field())
    document.add_text("words", " ".join(map(word_term, row.words)))
    document.add_bytes("typed_ids", token_ids(terms.syllables).tobytes())
    document.add_bytes("folded_ids", token_ids(terms.folded).tobytes())
    return document
