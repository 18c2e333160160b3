"""`check` notices every kind of damage, repairs what is derived, and names the rest."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from fakes import HashingEmbedder, make_document

from index.library import Library
from index.model import Query
from ingest.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

QUESTION = Query("báo cáo kết quả đợt 7", limit=5)
SEED = 7


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library of three documents added one by one, 36 passages."""
    folder = tmp_path_factory.mktemp("sound")
    with Library.open(folder, HashingEmbedder) as library:
        for name in ("a", "b", "c"):
            library.put(
                [make_document([f"Báo cáo {name} kết quả đợt {i}" for i in range(12)], name)]
            )
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    return shutil.copytree(sound, tmp_path / "library")


def answers(library: Library) -> list[str]:
    return [hit.passage.id for hit in library.search(QUESTION)]


def only(folder: Path, pattern: str) -> Path:
    return min(folder.glob(pattern))


def flip(path: Path) -> None:
    """Invert a hundred bytes all over a file."""
    data, chance = bytearray(path.read_bytes()), random.Random(SEED)  # noqa: S311 - repeatable
    for _ in range(100):
        data[chance.randrange(len(data))] ^= 0xFF
    path.write_bytes(data)


def flipped(pattern: str) -> Callable[[Path], None]:
    return lambda folder: flip(only(folder, pattern))


def deleted(pattern: str) -> Callable[[Path], None]:
    return lambda folder: shutil.rmtree(only(folder, pattern))


def cut(pattern: str, size: int) -> Callable[[Path], None]:
    def act(folder: Path) -> None:
        path = only(folder, pattern)
        path.write_bytes(path.read_bytes()[:size])

    return act


def emptied(folder: Path) -> None:
    """Remove every file of the lexical index but leave its folder."""
    for path in only(folder, "lexical/*").iterdir():
        path.unlink()


def derived_gone(folder: Path) -> None:
    """Remove everything that is derived."""
    shutil.rmtree(folder / "lexical")
    shutil.rmtree(folder / "vectors")


DAMAGE = {
    "lexical index deleted": (deleted("lexical"), "từ ngữ"),
    "lexical files deleted": (emptied, "từ ngữ"),
    "lexical postings flipped": (flipped("lexical/*/*.idx"), "từ ngữ"),
    "lexical metadata flipped": (flipped("lexical/*/meta.json"), "từ ngữ"),
    "vector log cut in a record": (cut("vectors/*/rows.log", 1000), "Nhật ký"),
    "vector log cut between records": (cut("vectors/*/rows.log", 760), "Nhật ký"),
    "vector log flipped": (flipped("vectors/*/rows.log"), "Nhật ký"),
    "Chroma deleted": (deleted("vectors/chroma-*"), "Chroma"),
    "Chroma's database flipped": (flipped("vectors/chroma-*/chroma.sqlite3"), "Chroma"),
    "Chroma's database cut": (cut("vectors/chroma-*/chroma.sqlite3", 5000), "Chroma"),
    "Chroma's database emptied": (cut("vectors/chroma-*/chroma.sqlite3", 0), "Chroma"),
    "all indexes deleted": (derived_gone, "từ ngữ"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_to_an_index_is_noticed_and_repaired(folder: Path, damage: str) -> None:
    with Library.open(folder, HashingEmbedder) as library:
        expected = answers(library)
    act, word = DAMAGE[damage]
    act(folder)
    with Library.open(folder, HashingEmbedder) as library:
        reported = library.check(repair=False)
        assert any(word in one.message for one in reported)
        assert not any(one.repaired for one in reported)
        repaired = library.check()
        assert [one.message for one in repaired] == [one.message for one in reported]
        assert all(one.repaired for one in repaired)
        assert library.check() == ()
        assert answers(library) == expected


def test_a_sound_library_has_no_findings(folder: Path) -> None:
    with Library.open(folder, HashingEmbedder) as library:
        assert library.check() == ()
        assert library.state().generation == 3


@pytest.mark.parametrize("damage", ["Chroma deleted", "Chroma's database flipped"])
def test_a_library_answers_without_chroma(folder: Path, damage: str) -> None:
    with Library.open(folder, HashingEmbedder, exact_limit=5) as library:
        expected = answers(library)
    DAMAGE[damage][0](folder)
    with Library.open(folder, HashingEmbedder, exact_limit=5) as library:
        assert answers(library) == expected


@pytest.mark.parametrize("damage", ["all indexes deleted", "vector log cut between records"])
def test_a_writer_repairs_before_it_adds(folder: Path, damage: str) -> None:
    DAMAGE[damage][0](folder)
    with Library.open(folder, HashingEmbedder) as library:
        library.put([make_document(["Thêm một văn bản"], "d")])
        assert library.state().passages == 37
        assert library.check() == ()


def test_a_lost_vector_is_told_and_the_rest_answers(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    DAMAGE["vector log cut between records"][0](folder)
    with Library.open(folder, HashingEmbedder) as library:
        assert answers(library)
    assert "tracuu check" in caplog.text


def test_vectors_that_the_model_would_not_make_are_noticed(folder: Path) -> None:
    other = HashingEmbedder(salt="khác")
    honest = HashingEmbedder()

    class Impostor(HashingEmbedder):
        """The first model by its fingerprint, another by its vectors."""

        @property
        def fingerprint(self) -> str:
            return honest.fingerprint

    with Library.open(folder, lambda: Impostor(salt=other.salt)) as library:
        assert any("tính lại" in one.message for one in library.check(repair=False))
        assert all(one.repaired for one in library.check())
        assert library.check() == ()


def test_another_model_is_told_to_reindex(folder: Path) -> None:
    with Library.open(folder, lambda: HashingEmbedder(salt="khác")) as library:
        (finding,) = library.check(repair=False)
        assert "tracuu reindex" in finding.message


def test_a_changed_original_and_a_stray_file_are_named(folder: Path) -> None:
    flip(only(folder, "originals/*"))
    (folder / "originals" / "abc.part").write_bytes(b"half")
    with Library.open(folder, HashingEmbedder) as library:
        findings = {one.message: one.repaired for one in library.check()}
        assert [repaired for text, repaired in findings.items() if "Tệp gốc của" in text] == [False]
        assert [repaired for text, repaired in findings.items() if "abc.part" in text] == [True]
        assert len(library.check()) == 1
    assert not (folder / "originals" / "abc.part").exists()


def test_a_changed_text_in_the_database_is_named(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "library.db")) as db:
        db.execute("UPDATE texts SET text = replace(text, 'đợt 7', 'đợt 8') WHERE version = 1")
        db.execute("UPDATE passages SET end = 100000 WHERE row = 1")
        db.commit()
    with Library.open(folder, HashingEmbedder) as library:
        messages = [one.message for one in library.check(repair=False)]
        assert any("đã bị thay đổi" in message for message in messages)
        assert any("nằm ngoài văn bản" in message for message in messages)


def test_a_broken_database_is_refused_with_what_to_do(folder: Path) -> None:
    (folder / "library.db-wal").unlink(missing_ok=True)
    cut("library.db", 9_000)(folder)
    with pytest.raises(LibraryError, match="sao lưu"):
        Library.open(folder, HashingEmbedder)
