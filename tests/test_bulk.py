"""In bulk Chroma is left behind, which nobody notices, and is brought into step at the end."""

from __future__ import annotations

from contextlib import ExitStack, closing, suppress
from typing import TYPE_CHECKING

import pytest
from fakes import HashingEmbedder, make_document

from index.caches import is_behind, open_chroma
from index.library import Library
from index.lock import writer_lock
from index.model import Query

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORDS = ("bến", "cầu", "chợ", "đường", "hồ", "kênh", "lớp", "mạng", "nhà", "phà")
PAPERS = [
    make_document([f"Xây {one} mới", f"Sửa {one} cũ"], f"{number}-kh")
    for number, one in enumerate(WORDS)
]
NEWER = make_document(["Xây bến mới", "Bỏ bến cũ"], "0-kh")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    # so low a limit sends every question to Chroma, if Chroma is in step
    with Library.open(tmp_path, HashingEmbedder, exact_limit=1) as opened:
        yield opened


def in_step(library: Library, home: Path) -> bool:
    """Tell whether Chroma holds exactly what lives, and the catalog says so."""
    snapshot = library._catalog.snapshot()
    if is_behind(snapshot.caches):
        return False
    with closing(open_chroma(home, snapshot.caches["chroma"])) as chroma:
        return chroma.rows() == set(snapshot.rows.tolist())


def left_behind(library: Library) -> None:
    """Put papers in, in bulk, and be interrupted before its end."""
    with suppress(KeyboardInterrupt), library.bulk():
        library.put(PAPERS[3:6])
        library.put([NEWER])
        raise KeyboardInterrupt


def test_at_the_end_of_a_bulk_chroma_holds_what_lives(library: Library, tmp_path: Path) -> None:
    library.put(PAPERS[:3])
    told: list[tuple[int, int]] = []
    with library.bulk(lambda done, total: told.append((done, total))):
        library.put(PAPERS[3:6])
        library.put([NEWER])  # what it replaces leaves Chroma too
        assert not in_step(library, tmp_path)
        assert library.search(Query("xây hồ mới"))[0].document.id == "4-kh"
    assert told == [(8, 8)]
    assert in_step(library, tmp_path)
    assert library.check() == ()


def test_a_bulk_that_changes_nothing_makes_no_generation(library: Library) -> None:
    library.put(PAPERS)
    before = library.state()
    with library.bulk():
        library.put(PAPERS)
    assert library.state() == before


def test_in_a_new_library_chroma_is_made_at_the_end(library: Library, tmp_path: Path) -> None:
    with library.bulk():
        library.put(PAPERS)
        assert library.search(Query("xây hồ mới"))[0].document.id == "4-kh"
    assert in_step(library, tmp_path)
    assert library.check() == ()


@pytest.mark.parametrize("first", [[], PAPERS[:3]], ids=["new", "held"])
def test_the_next_change_makes_up_for_a_bulk_that_was_interrupted(
    library: Library, tmp_path: Path, first: list[object]
) -> None:
    library.put(first)  # type: ignore[arg-type]
    left_behind(library)
    assert not in_step(library, tmp_path)
    library.put(PAPERS[7:])
    assert in_step(library, tmp_path)
    assert library.check() == ()


def test_a_removal_after_an_interrupted_bulk_makes_up_for_it_too(
    library: Library, tmp_path: Path
) -> None:
    library.put(PAPERS[:3])
    left_behind(library)
    library.remove("4-kh")
    assert in_step(library, tmp_path)
    assert library.check() == ()


def test_the_next_bulk_makes_up_for_one_that_was_interrupted(
    library: Library, tmp_path: Path
) -> None:
    library.put(PAPERS[:3])
    left_behind(library)
    with library.bulk():
        assert library.put(PAPERS[3:5]) == ("3-kh", "4-kh")  # held already
    assert in_step(library, tmp_path)


def test_check_names_what_an_interrupted_bulk_left_and_puts_it_right(
    library: Library, tmp_path: Path
) -> None:
    left_behind(library)
    (finding,) = library.check()
    assert "Chroma" in finding.message
    assert finding.repaired
    assert in_step(library, tmp_path)
    assert library.check() == ()


def test_a_lexical_index_mended_meanwhile_does_not_hide_that_chroma_is_behind(
    library: Library, tmp_path: Path
) -> None:
    library.put(PAPERS[:3])
    left_behind(library)
    library._writer.rebuild(("lexical",))
    assert in_step(library, tmp_path)


def test_another_writer_at_the_end_of_a_bulk_costs_nothing_that_was_put_in(
    library: Library, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    library.put(PAPERS[:3])
    with ExitStack() as other:
        with library.bulk():
            library.put(PAPERS[3:6])
            other.enter_context(writer_lock(tmp_path / "lock"))
        assert "đang được một chương trình khác ghi" in caplog.text
    assert len(library.documents()) == 6
    library.put(PAPERS[6:7])
    assert in_step(library, tmp_path)
