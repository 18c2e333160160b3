"""A batch killed at any moment is complete in the end: nothing doubled, nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from batches import Batch
from fakes import HashingEmbedder
from papers import PLAN

from api.cli import run
from api.settings import Settings
from index.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


FIRST = PLAN.encode()
SECOND = PLAN.replace("20 - 25 thư viện", "30 - 35 thư viện").encode()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data")


def _versions(settings: Settings) -> tuple[bytes, int]:
    """Return the bytes of the one document that answers, and how many versions were kept."""
    with Library.open(settings.data, HashingEmbedder) as library:
        (info,) = library.documents()
        return library.original(info.id), len(library.history(info.id))


@pytest.mark.slow
def test_a_batch_killed_three_times_ends_as_every_file_should(tmp_path: Path) -> None:
    batch = Batch(tmp_path, 60)
    assert {sent.fate for sent in batch.ledger} > {"held", "replaced", "unread", "secret"}
    last = batch.killed((1, 33, 60), latest=0.6)
    assert [run.ended for run in batch.runs[:2]] == [False, False]
    assert (last.ended, last.told) == (True, 60)
    assert batch.faults() == []
    assert list(planted(batch)) == ["lost", "not listed", "has left a trace"]


def planted(batch: Batch) -> Iterator[str]:
    """Yield which of the faults that are made here the comparison sees, in their order."""
    held, unread, secret = (batch.of(fate)[0] for fate in ("held", "unread", "secret"))
    with Library.open(batch.data, HashingEmbedder) as library:
        document_id = library.has_bytes(held.sha256)
        assert document_id
        library.remove(document_id)
    (batch.data / "rejected" / f"{unread.sha256}.json").unlink()
    (batch.data / "rejected" / "x").write_text(f"Hồ sơ {secret.trace}", encoding="utf-8")
    faults = "\n".join(batch.faults())
    yield from (words for words in ("lost", "not listed", "has left a trace") if words in faults)


def test_a_new_version_takes_the_place_of_the_old_which_stays_in_the_history(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kế hoạch.txt"
    for data in (FIRST, SECOND):
        path.write_bytes(data)
        assert run(["add", str(path)], settings) == 0
    capsys.readouterr()
    assert run(["documents", "45-KH/TU", "--history"], settings) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert "đã thay" in first
    assert "đang dùng" in second
    assert run(["documents", "45-KH/TU", "--text"], settings) == 0
    assert "30 - 35 thư viện" in capsys.readouterr().out


def test_of_two_versions_in_one_folder_the_later_name_wins_however_often_it_is_added(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_bytes(FIRST)
    (tmp_path / "b.txt").write_bytes(SECOND)
    for again in ([], [], ["--replace"]):
        assert run(["add", str(tmp_path), *again], settings) == 0
        assert _versions(settings) == (SECOND, 2)
    assert "bản cũ" in capsys.readouterr().err


def test_a_former_version_comes_back_when_a_person_names_it_and_insists(
    tmp_path: Path, settings: Settings
) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_bytes(FIRST)
    second.write_bytes(SECOND)
    assert run(["add", str(first), str(second)], settings) == 0
    assert run(["add", str(first)], settings) == 0
    assert _versions(settings) == (SECOND, 2)
    assert run(["add", str(first), "--replace"], settings) == 0
    assert _versions(settings) == (FIRST, 3)


def test_a_refused_file_is_listed_with_its_reason(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "dự thảo.txt").write_text("DỰ THẢO\n" + PLAN, encoding="utf-8")
    (tmp_path / "hỏng.pdf").write_bytes(b"%PDF-1.7\n")
    assert run(["add", str(tmp_path / "dự thảo.txt"), str(tmp_path / "hỏng.pdf")], settings) == 1
    assert "tracuu rejected" in capsys.readouterr().err
    assert run(["rejected"], settings) == 0
    shown = capsys.readouterr().out
    assert "dự thảo.txt" in shown
    assert str(settings.data / "rejected") in shown
    assert "hỏng.pdf" not in shown  # nobody could look for a stamp in it
    assert "không ghi tên" in shown
    assert (tmp_path / "hỏng.pdf").exists()
