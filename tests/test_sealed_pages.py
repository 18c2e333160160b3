"""Pages of unfinished scans: kept for their file, useless without it, and not for long."""

from __future__ import annotations

import os
import time
import unicodedata
import zlib
from typing import TYPE_CHECKING

import pytest
from fakes import HashingEmbedder
from scanned import records, words_found

from index import sealed_pages
from index.library import Library
from index.sealed_pages import DAYS, FOLDER, SealedPages

if TYPE_CHECKING:
    from pathlib import Path

FILE, OTHER = b"%PDF scan one", b"%PDF scan two"
PAGES = [f"trang {number}: phương án bố trí kho xăng".encode() for number in range(1, 4)]


def begun(home: Path, data: bytes = FILE, pages: list[bytes] = PAGES) -> SealedPages:
    """Return a folder with the pages of a file that was not finished."""
    found = SealedPages(home)
    unfinished = found.of(data)
    for number, page in enumerate(pages, 1):
        unfinished.keep(number, page)
    return found


def aged(home: Path, data: bytes, days: float) -> None:
    folder = SealedPages(home).of(data)._folder
    then = time.time() - days * 86_400
    os.utime(folder, (then, then))


def test_pages_come_back_in_order_for_their_own_file_only(tmp_path: Path) -> None:
    found = begun(tmp_path)
    assert found.of(FILE).before() == tuple(PAGES)
    assert found.of(OTHER).before() == ()


def test_nothing_that_stands_there_can_be_read(tmp_path: Path) -> None:
    begun(tmp_path)
    assert len(records(tmp_path)) == 3
    assert words_found(tmp_path, ["kho xăng", "trang 1"]) == []


def test_the_search_for_words_finds_what_is_there(tmp_path: Path) -> None:
    words = unicodedata.normalize("NFD", "… KHO XĂNG …")
    (tmp_path / "a").write_text(words, encoding="utf-16-le")
    (tmp_path / "b").write_bytes(b"junk" + zlib.compress(words.encode()))
    (tmp_path / "c").write_text("kho vàng")
    assert len(words_found(tmp_path, ["kho xăng"])) == 2


def test_a_page_done_again_takes_the_place_of_the_first(tmp_path: Path) -> None:
    found = begun(tmp_path)
    found.of(FILE).keep(2, b"new")
    assert found.of(FILE).before() == (PAGES[0], b"new", PAGES[2])


@pytest.mark.parametrize("damage", ["flip", "cut", "empty", "exchanged", "gone", "part"])
def test_a_damaged_page_is_passed_over_and_the_others_are_not(tmp_path: Path, damage: str) -> None:
    found = begun(tmp_path)
    first, second, _ = records(tmp_path)
    whole = second.read_bytes()
    match damage:
        case "flip":
            second.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
        case "cut":
            second.write_bytes(whole[:1_000])
        case "empty":
            second.write_bytes(b"")
        case "exchanged":
            second.write_bytes(first.read_bytes())
        case "gone":
            second.unlink()
        case "part":  # killed while writing
            second.rename(second.with_name(f"{second.name}.part"))
    assert found.of(FILE).before() == (PAGES[0], PAGES[2])


def test_a_file_that_was_judged_leaves_nothing_and_others_stay(tmp_path: Path) -> None:
    found = begun(tmp_path)
    begun(tmp_path, OTHER)
    found.of(FILE).drop()
    assert (found.of(FILE).before(), found.of(OTHER).before()) == ((), tuple(PAGES))
    found.of(OTHER).drop()
    assert list(tmp_path.iterdir()) == []
    found.of(OTHER).drop()  # once more is no error


def test_what_never_came_back_goes_after_its_days(tmp_path: Path) -> None:
    found = begun(tmp_path)
    begun(tmp_path, OTHER)
    aged(tmp_path, FILE, DAYS + 0.1)
    aged(tmp_path, OTHER, DAYS - 0.1)
    assert len(found.left_over()) == 1
    found.clear()
    assert (found.of(FILE).before(), found.of(OTHER).before()) == ((), tuple(PAGES))


def test_the_oldest_go_first_when_too_much_stands_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = begun(tmp_path)
    begun(tmp_path, OTHER)
    aged(tmp_path, OTHER, 1)
    monkeypatch.setattr(sealed_pages, "MOST", 20_000)
    begun(tmp_path, b"a third file", PAGES[:1])  # the first page of a file makes room
    assert found.of(OTHER).before() == ()
    assert found.of(FILE).before() == tuple(PAGES)


def test_one_file_cannot_fill_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed_pages, "MOST_OF_FILE", 10_000)
    found = begun(tmp_path, pages=[b"page"] * 9)
    assert len(records(tmp_path)) == 2
    assert len(found.of(FILE).before()) == 2


def test_a_disk_that_refuses_costs_the_pages_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file stands where the folder belongs")
    found = begun(tmp_path)
    assert found.of(FILE).before() == ()
    found.of(FILE).drop()
    found.clear()
    assert (tmp_path / FOLDER).is_file()


def test_a_check_tells_of_what_was_left_over_and_deletes_it(tmp_path: Path) -> None:
    with Library.open(tmp_path, HashingEmbedder) as library:
        begun(tmp_path)
        assert library.check(repair=True) == ()
        aged(tmp_path, FILE, DAYS + 1)
        (told,) = library.check(repair=False)
        assert (told.message, told.repaired) == (
            "Trang nhận dạng dở của 1 bản quét quá hạn giữ.",
            False,
        )
        (told,) = library.check(repair=True)
        assert told.repaired
        assert library.check(repair=False) == ()
    assert not (tmp_path / FOLDER).exists()
