"""The catalog: versions, generations, and what is live in which."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from fakes import make_document

from index import catalog_write as tables
from index.catalog import Catalog
from index.catalog_records import CacheRecord
from ingest.errors import LibraryError
from ingest.model import Deadline, Document, Page, Period, Reference, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

A, _ = make_document(["Chuyển đổi số 🎉 quốc gia", "Báo cáo"], "a-kh")
A2, _ = make_document(["Chuyển đổi xanh"], "a-kh")
B, _ = make_document(["Khoa học", "Công nghệ", "Đổi mới"], "b-kh")
RECORD = CacheRecord("lexical", "lexical/1", 0, "", "", 0)


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with closing(Catalog(tmp_path / "library.db")) as catalog:
        yield catalog


def store(catalog: Catalog, *documents: Document, publish: bool = True) -> int:
    with catalog.writing() as db:
        generation = tables.open_generation(db)
        for document in documents:
            words = [tuple(p.text.split()) for p in document.passages]
            tables.store_document(db, document, words, generation)
    if publish:
        with catalog.writing() as db:
            tables.publish(db, generation, [RECORD])
    return generation


def test_a_new_catalog_is_empty_at_generation_zero(catalog: Catalog) -> None:
    snapshot = catalog.snapshot()
    assert (snapshot.generation, snapshot.infos, len(snapshot.rows)) == (0, {}, 0)


def test_a_document_comes_back_whole(catalog: Catalog) -> None:
    due = Period(date(2025, 1, 1), date(2025, 3, 31), "trong quý I")
    full = replace(
        A,
        pages=(Page(1, Span(0, 5), "text layer"),),
        facts=(Deadline("Báo cáo", ("Sở",), due, Span(0, 4), ("1",)),),
        references=(Reference("57-NQ/TW", None, None, date(2024, 12, 22), Span(1, 3)),),
    )
    store(catalog, full)
    version = catalog.snapshot().versions["a-kh"]
    assert catalog.document(version) == full
    assert catalog.facts(version) == full.facts


def test_a_passage_is_sliced_by_code_points_not_bytes(catalog: Catalog) -> None:
    store(catalog, A)
    rows = catalog.snapshot().rows.tolist()
    assert [catalog.passages(rows)[row] for row in rows] == list(A.passages)


def test_a_pending_generation_is_seen_only_by_who_asks_for_it(catalog: Catalog) -> None:
    store(catalog, A)
    generation = store(catalog, A2, B, publish=False)
    now, then = catalog.snapshot(), catalog.snapshot(pending=True)
    assert list(now.infos) == ["a-kh"]
    assert len(now.rows) == 2
    assert list(then.infos) == ["a-kh", "b-kh"]
    assert len(then.rows) == 4
    assert not set(now.rows.tolist()) & set(then.rows.tolist())
    with catalog.reading() as db:
        assert tables.pending(db) == (generation,)
        assert tables.added_rows(db, generation) == tuple(then.rows.tolist())
        assert tables.retired_rows(db) == ()


def test_publishing_swaps_versions_and_names_the_rows_to_clear_away(catalog: Catalog) -> None:
    store(catalog, A)
    with catalog.writing() as db:
        tables.mark_clean(db)
    old = tuple(catalog.snapshot().rows.tolist())
    generation = store(catalog, A2)
    with catalog.reading() as db:
        assert tables.unclean(db)
        assert tables.retired_rows(db) == old
    with catalog.writing() as db:
        tables.mark_clean(db)
    with catalog.reading() as db:
        assert not tables.unclean(db)
        assert tables.retired_rows(db) == ()
    assert catalog.snapshot().caches == {"lexical": replace(RECORD, generation=generation)}


def test_a_generation_is_read_once_and_its_indexes_each_time(catalog: Catalog) -> None:
    store(catalog, A)
    before = catalog.snapshot()
    with catalog.writing() as db:
        tables.name_cache(db, replace(RECORD, folder="lexical/9"))
    again = catalog.snapshot()
    assert again.rows is before.rows
    assert again.caches["lexical"].folder == "lexical/9"
    store(catalog, B)
    later = catalog.snapshot()
    assert list(later.infos) == ["a-kh", "b-kh"]
    assert later.infos["a-kh"] is before.infos["a-kh"]


def test_a_generation_of_another_process_is_seen(catalog: Catalog) -> None:
    store(catalog, A)
    assert list(catalog.snapshot().infos) == ["a-kh"]
    other = Catalog(catalog._path)
    store(other, B)
    other.close()
    assert list(catalog.snapshot().infos) == ["a-kh", "b-kh"]


def test_row_numbers_are_never_used_again(catalog: Catalog) -> None:
    store(catalog, B)
    highest = int(catalog.snapshot().rows.max())
    with catalog.writing() as db:
        db.execute("DELETE FROM passages")
    store(catalog, A)
    assert int(catalog.snapshot().rows.min()) > highest


def test_the_history_keeps_every_version_with_its_life(catalog: Catalog) -> None:
    store(catalog, A)
    store(catalog, A2)
    with catalog.writing() as db:
        tables.end_document(db, "a-kh", tables.open_generation(db))
    kept = catalog.versions("a-kh")
    assert [(v.sha256, v.added, v.removed) for v in kept] == [
        (A.info.sha256, 1, 2),
        (A2.info.sha256, 2, 3),
    ]
    latest = catalog.latest("a-kh")
    assert latest is not None
    assert latest.sha256 == A2.info.sha256
    assert catalog.latest("c-kh") is None


def test_the_later_of_two_versions_in_one_generation_is_the_live_one(catalog: Catalog) -> None:
    generation = store(catalog, A, A2)
    assert catalog.snapshot().infos["a-kh"].sha256 == A2.info.sha256
    with catalog.reading() as db:
        assert len(tables.added_rows(db, generation)) == 1


def test_words_can_be_written_anew(catalog: Catalog) -> None:
    store(catalog, A)
    rows = catalog.snapshot().rows.tolist()
    with catalog.writing() as db:
        tables.store_words(db, {rows[0]: ("Chuyển_đổi", "số")})
        assert tables.words_of(db, rows) == {
            rows[0]: ("Chuyển_đổi", "số"),
            rows[1]: ("Báo", "cáo"),
        }


def test_a_passage_that_is_no_slice_of_its_text_is_refused(catalog: Catalog) -> None:
    wrong = replace(A, passages=(replace(A.passages[0], text="bịa"), A.passages[1]))
    with pytest.raises(ValueError, match="slice"):
        store(catalog, wrong)
    assert catalog.snapshot(pending=True).generation == 0


def test_a_failed_transaction_leaves_nothing(catalog: Catalog) -> None:
    wrong = replace(B, passages=(replace(B.passages[0], document_id="khác"),))
    with pytest.raises(ValueError, match="another document"):
        store(catalog, A, wrong)
    assert catalog.versions() == ()


def test_the_change_mark_moves_when_another_connection_commits(catalog: Catalog) -> None:
    before = catalog.change_mark()
    assert catalog.change_mark() == before
    store(catalog, A)
    assert catalog.change_mark() != before


def test_references_are_found_by_the_figure_they_name(catalog: Catalog) -> None:
    spans = (Span(0, 1), Span(1, 2))
    said = tuple(
        Reference(symbol, None, None, None, span)
        for symbol, span in zip(("57-NQ/TW", "157-NQ/TW"), spans, strict=True)
    )
    generation = store(catalog, replace(A, references=said))
    assert catalog.mentions("57", generation) == (("a-kh", said[0]),)
    assert catalog.mentions("57", generation - 1) == ()


def test_a_sound_file_has_no_complaints(catalog: Catalog) -> None:
    store(catalog, A)
    assert catalog.integrity() == ()


def test_a_file_that_is_no_database_is_refused_plainly(tmp_path: Path) -> None:
    (tmp_path / "library.db").write_bytes(b"x" * 5000)
    with pytest.raises(LibraryError, match="sao lưu"):
        Catalog(tmp_path / "library.db")


def test_a_library_of_a_later_program_is_refused_not_guessed_at(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "library.db")) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(LibraryError, match="mới hơn"):
        Catalog(tmp_path / "library.db")
