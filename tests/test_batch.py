"""A batch killed at any moment is complete in the end: nothing doubled, nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from batches import batch, paper
from fakes import HashingEmbedder

from api.cli import run
from api.settings import Settings
from index.library import Library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
def test_a_batch_that_is_killed_ends_complete(tmp_path: Path) -> None:
    found = batch(tmp_path, 300, 3, 4.0)
    assert (found.documents, found.distinct, found.versions) == (300, 300, 300)
    assert found.findings == 0
    assert found.kills > 0


def test_a_new_version_takes_the_place_of_the_old_which_stays_in_the_history(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(data=tmp_path / "data")
    path = tmp_path / "kế hoạch.txt"
    for words in ("có 7 thư viện", "có 9 thư viện"):
        path.write_text(paper(7).replace("có 7 cơ sở", words), encoding="utf-8")
        assert run(["add", str(path)], settings) == 0
    capsys.readouterr()
    assert run(["documents", "7-KH/TU", "--history"], settings) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert "đã thay" in first
    assert "đang dùng" in second
    assert run(["documents", "7-KH/TU", "--text"], settings) == 0
    assert "có 9 thư viện" in capsys.readouterr().out


def test_of_two_versions_in_one_batch_the_later_name_wins(tmp_path: Path) -> None:
    for name, words in (("a.txt", "có 8 thư viện"), ("b.txt", "có 9 thư viện")):
        text = paper(8).replace("có 8 cơ sở", words)
        (tmp_path / name).write_text(text, encoding="utf-8")
    settings = Settings(data=tmp_path / "data")
    assert run(["add", str(tmp_path)], settings) == 0
    with Library.open(settings.data, HashingEmbedder) as library:
        (info,) = library.documents()
        assert "có 9 thư viện" in library.document(info.id).text
        assert len(library.history(info.id)) == 2


def test_a_refused_file_is_listed_with_its_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(data=tmp_path / "data")
    (tmp_path / "dự thảo.txt").write_text("DỰ THẢO\n" + paper(9), encoding="utf-8")
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
