"""``tracuu add``: many files, some bad; each is told, none stops the others."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from papers import PLAN

from api.cli import run
from api.settings import Settings

if TYPE_CHECKING:
    import os
    from collections.abc import Callable
    from pathlib import Path

    Add = Callable[..., tuple[int, list[dict[str, str | None]]]]


def _numbered(number: int) -> str:
    return PLAN.replace("45-KH/TU", f"{number}-KH/TU")


@pytest.fixture
def add(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Add:
    """Return a function that adds paths to one library: exit code and what was told."""
    settings = Settings(data=tmp_path / "data")

    def call(*arguments: str | os.PathLike[str]) -> tuple[int, list[dict[str, str | None]]]:
        code = run(["add", *map(str, arguments), "--json"], settings)
        told: list[dict[str, str | None]] = json.loads(capsys.readouterr().out)
        return code, told

    return call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of good and bad files, some below."""
    top = tmp_path / "văn bản đến"
    (top / "sâu" / "hơn").mkdir(parents=True)
    for number, place in enumerate((top, top / "sâu", top / "sâu" / "hơn"), 60):
        (place / f"kế hoạch {number}.txt").write_text(_numbered(number), encoding="utf-8")
    (top / "trống.txt").write_bytes(b"")
    (top / "nhị phân.pdf").write_bytes(bytes(range(256)) * 20)
    (top / "cụt.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    (top / "mô tả.toml").write_text("[a]", encoding="utf-8")
    (top / ".ẩn.txt").write_text(_numbered(99), encoding="utf-8")
    return top


def test_a_folder_is_added_whole_and_bad_files_stop_nothing(add: Add, folder: Path) -> None:
    code, told = add(folder)
    assert code == 1
    outcomes = {str(one["path"]).rsplit("/", 1)[-1]: one["outcome"] for one in told}
    assert outcomes == {
        "kế hoạch 60.txt": "added",
        "kế hoạch 61.txt": "added",
        "kế hoạch 62.txt": "added",
        "mô tả.toml": "skipped",
        "trống.txt": "failed",
        "nhị phân.pdf": "failed",
        "cụt.pdf": "failed",
    }
    assert all(one["message"] for one in told)
    assert {one["id"] for one in told if one["outcome"] == "added"} == {
        f"{number}-kh-tu-2026-03-05" for number in (60, 61, 62)
    }


def test_of_a_folder_that_holds_the_library_only_the_rest_is_added(
    add: Add, folder: Path, tmp_path: Path
) -> None:
    (folder / "dự thảo.txt").write_text("DỰ THẢO\n" + _numbered(98), encoding="utf-8")
    add(folder)
    code, told = add(tmp_path, "--yes")  # the draft that is kept among the rejected is not asked
    assert code == 1
    assert all(str(one["path"]).startswith(str(folder)) for one in told)


def test_adding_twice_changes_nothing(add: Add, folder: Path) -> None:
    add(folder / "sâu")
    code, told = add(folder / "sâu", folder / "sâu" / "kế hoạch 61.txt")
    assert code == 0
    assert [one["outcome"] for one in told] == ["held", "held"]


def test_the_same_bytes_under_two_names_are_read_once(add: Add, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(PLAN, encoding="utf-8")
    code, told = add(tmp_path / "a.txt", tmp_path / "b.txt")
    assert code == 0
    assert sorted(str(one["outcome"]) for one in told) == ["added", "held"]


def test_a_file_that_is_not_there_is_told(add: Add, tmp_path: Path) -> None:
    code, told = add(tmp_path / "không có.txt")
    assert code == 1
    assert told[0]["outcome"] == "failed"
    assert "không mở được" in str(told[0]["message"])


def test_an_empty_folder_adds_nothing_and_says_so(add: Add, tmp_path: Path) -> None:
    (tmp_path / "rỗng").mkdir()
    assert add(tmp_path / "rỗng") == (1, [])


def test_a_stamped_document_is_refused_and_not_kept(add: Add, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("TỐI MẬT\n" + PLAN, encoding="utf-8")
    code, told = add(path, "--yes")
    assert code == 1
    assert told[0]["outcome"] == "refused"
    assert "thư viện số" not in str(told[0]["message"])  # not even the title
    kept = [p.read_bytes() for p in (tmp_path / "data").rglob("*") if p.is_file()]
    assert not any("thư viện số".encode() in data for data in kept)


def test_a_handling_mark_needs_a_yes(add: Add, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("DỰ THẢO LẦN 2\n" + PLAN, encoding="utf-8")
    code, told = add(path)
    assert (code, told[0]["outcome"]) == (1, "refused")
    assert "--yes" in str(told[0]["message"])
    for yes in ("--dong-y", "--yes"):
        assert add(path, yes)[0] == 0


def test_a_file_over_the_limit_is_not_opened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lớn.txt"
    path.write_bytes(b"a" * 5_000)
    settings = Settings(data=tmp_path / "data", max_file=4_000)
    for command in ("add", "read"):
        assert run([command, str(path)], settings) == 1
        assert "lớn hơn" in capsys.readouterr().err


def test_each_file_has_its_line_and_there_is_a_sum(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["add", str(folder)], Settings(data=tmp_path / "data")) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 10
    assert "Chất lượng đọc: tốt 3, cần xem lại 0, không tin cậy được 0." in err
    assert err.splitlines()[-1] == "Tổng cộng: thêm 3, đã có 0, bỏ qua 1, từ chối 0, lỗi 3."


def test_files_that_are_held_already_share_a_line_where_they_are_many(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(data=tmp_path / "data")
    for number in range(100, 113):
        (tmp_path / f"{number}.txt").write_text(_numbered(number), encoding="utf-8")
    assert run(["add", *map(str, sorted(tmp_path.glob("*.txt")))], settings) == 0
    capsys.readouterr()
    (tmp_path / "200.txt").write_bytes(b"")
    assert run(["add", str(tmp_path)], settings) == 1
    first, second, *_ = capsys.readouterr().err.splitlines()
    assert "13 tệp liền nhau, không có gì mới" in first
    assert "100.txt … " in first
    assert "112.txt" in first
    assert "200.txt" in second


def test_many_files_are_read_in_processes_in_the_order_of_their_names(
    add: Add, tmp_path: Path
) -> None:
    for number in range(100, 120):
        (tmp_path / f"{number}.txt").write_text(_numbered(number), encoding="utf-8")
    code, told = add(*sorted(tmp_path.glob("*.txt")), tmp_path / "không có")
    assert code == 1
    added = [one["id"] for one in told if one["outcome"] == "added"]
    assert added == [f"{number}-kh-tu-2026-03-05" for number in range(100, 120)]
    assert {one["verdict"] for one in told} == {"tốt", None}
