"""A copy that reads worse than the one held asks first, whichever way it comes in."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from fakes import HashingEmbedder, make_document
from papers import PLAN
from starlette.testclient import TestClient

from api.app import create_app
from api.cli import run
from api.page_add import REPLACE_WITH, YES_TO
from api.settings import Settings
from index.library import Library
from ingest.errors import PoorerCopyError
from ingest.model import Health

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Enter = Callable[..., tuple[bool, str]]

ROOT = "http://127.0.0.1:8000"
OURS = {"X-Tracuu": "1", "Accept": "text/html"}
ID = "45-kh-tu-2026-03-05"
CLEAN = PLAN.encode()
BROKEN = PLAN.replace("thư viện", "th\ufffd vi\ufffdn").encode()  # one head, letters lost
MARKED = b"D\xe1\xbb\xb0 TH\xe1\xba\xa2O\n" + BROKEN
SCANNED = Health("tốt", pages=1, recognised_pages=(1,), recognised_share=1.0)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", uploads="local", offline=True)


def _held(settings: Settings) -> tuple[bytes, int]:
    """Return the bytes that answer now, and how many versions were ever kept."""
    with Library.open(settings.data, HashingEmbedder) as library:
        assert [info.id for info in library.documents()] == [ID]
        return library.original(ID), len(library.history(ID))


def _client(settings: Settings, library: Library) -> TestClient:
    app = create_app(settings, library=library)
    return TestClient(app, base_url=ROOT, client=("127.0.0.1", 9))


def _by_file(settings: Settings, data: bytes, *, yes: bool = False) -> tuple[bool, str]:
    path = settings.data.parent / "bản.txt"
    path.write_bytes(data)
    code = run(["add", str(path), *["--thay-ban"] * yes], settings)
    return code == 0, ""


def _by_folder(settings: Settings, data: bytes, *, yes: bool = False) -> tuple[bool, str]:
    folder = settings.data.parent / "đến"
    folder.mkdir(exist_ok=True)
    (folder / "bản.txt").write_bytes(data)
    code = run(["add", str(folder), *["--replace"] * yes], settings)
    return code == 0, ""


def _by_upload(settings: Settings, data: bytes, *, yes: bool = False) -> tuple[bool, str]:
    fields = {"replace": "true"} if yes else {}
    with Library.open(settings.data, HashingEmbedder) as library, _client(settings, library) as to:
        file = {"file": ("bản.txt", data)}
        answer = to.post("/v1/documents", files=file, data=fields, headers={"X-Tracuu": "1"})
    if answer.status_code == 409:
        assert answer.json()["type"] in {"/docs#doc-kem-hon", "/docs#ban-cu"}
        return False, answer.json()["detail"]
    return answer.status_code == 201, answer.json()["outcome"]


def _by_page(settings: Settings, data: bytes, *, yes: bool = False) -> tuple[bool, str]:
    with Library.open(settings.data, HashingEmbedder) as library, _client(settings, library) as to:
        html = _sent(to, data)
        if yes:
            html = _sent(to, data, **_asked(html))
    return 'data-outcome="added"' in html, html


def _sent(client: TestClient, data: bytes, **fields: str) -> str:
    return client.post("/add", files={"file": ("b.txt", data)}, data=fields, headers=OURS).text


def _asked(html: str) -> dict[str, str]:
    return dict(re.findall(r'type="hidden" name="(\w+)" value="(\w+)"', html))


ENTRANCES: dict[str, Enter] = {
    "file": _by_file,
    "folder": _by_folder,
    "upload": _by_upload,
    "page": _by_page,
}


@pytest.mark.parametrize("enter", ENTRANCES.values(), ids=ENTRANCES)
def test_a_copy_read_worse_leaves_what_is_held_until_a_person_insists(
    enter: Enter, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert enter(settings, CLEAN)[0]
    capsys.readouterr()
    added, said = enter(settings, BROKEN)
    said += capsys.readouterr().err
    assert not added
    assert "Kế hoạch số 45-KH/TU" in said
    assert "Bản đang có được giữ nguyên" in said
    assert _held(settings) == (CLEAN, 1)
    (refused,) = (settings.data / "rejected").glob("*.json")
    assert refused.with_suffix("").read_bytes() == BROKEN  # nothing is lost
    assert enter(settings, BROKEN, yes=True)[0]
    assert _held(settings) == (BROKEN, 2)
    assert not list((settings.data / "rejected").iterdir())
    assert enter(settings, CLEAN + b"\n")[0]  # better: no word
    assert _held(settings)[1] == 3


@pytest.mark.parametrize(("first", "second"), [(CLEAN, BROKEN), (BROKEN, CLEAN)])
def test_in_one_folder_the_better_copy_stays_whatever_the_order(
    settings: Settings, capsys: pytest.CaptureFixture[str], first: bytes, second: bytes
) -> None:
    folder = settings.data.parent / "đến"
    folder.mkdir()
    (folder / "a.txt").write_bytes(first)
    (folder / "b.txt").write_bytes(second)
    run(["add", str(folder), "--json"], settings)
    outcomes = [one["outcome"] for one in json.loads(capsys.readouterr().out)]
    assert outcomes == ["added", "refused" if second is BROKEN else "added"]
    assert _held(settings)[0] == CLEAN


def test_a_yes_to_a_handling_mark_is_no_yes_to_replacing(
    settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(CLEAN)
    assert run(["add", str(path)], settings) == 0
    path.write_bytes(MARKED)
    for option in ("--yes", "--replace"):
        assert run(["add", str(path), option], settings) == 1
    assert _held(settings) == (CLEAN, 1)
    assert run(["add", str(path), "--yes", "--replace"], settings) == 0
    assert _held(settings) == (MARKED, 2)


def test_the_page_asks_one_question_after_the_other_and_forgets_no_yes(settings: Settings) -> None:
    with Library.open(settings.data, HashingEmbedder) as library, _client(settings, library) as to:
        _sent(to, CLEAN)
        first = _asked(_sent(to, MARKED))
        assert first.keys() == {YES_TO}
        shown = _sent(to, MARKED, **first)
        assert "Bản mới đọc kém hơn bản đang có" in shown
        assert "--replace" not in shown  # that is the command line's word
        second = _asked(shown)
        assert second.keys() == {YES_TO, REPLACE_WITH}
        assert 'data-outcome="asks"' in _sent(to, BROKEN, **second)  # said to another file
        assert 'data-outcome="added"' in _sent(to, MARKED, **second)
    assert _held(settings)[0] == MARKED


@pytest.mark.parametrize("enter", [_by_upload, _by_page])
def test_a_former_version_that_is_sent_again_asks_before_it_comes_back(
    enter: Enter, settings: Settings
) -> None:
    better = CLEAN + b"\n"
    assert enter(settings, CLEAN)[0]
    assert enter(settings, better)[0]
    added, said = enter(settings, CLEAN)
    assert not added
    assert "bản cũ của Kế hoạch số 45-KH/TU" in said
    assert _held(settings) == (better, 2)
    assert enter(settings, CLEAN, yes=True)[0]
    assert _held(settings) == (CLEAN, 3)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path, HashingEmbedder) as opened:
        yield opened


def test_recognition_does_not_replace_letters_and_the_rest_of_the_batch_is_kept(
    library: Library,
) -> None:
    clean, other = make_document(["Chữ gốc"]), make_document(["Khác"], "2-kh-tu-2025-01-02")
    scan = make_document(["Chữ gôc"])
    library.put([clean])
    offered = library.offer([(replace(scan[0], health=SCANNED), scan[1]), other])
    assert isinstance(offered[0], PoorerCopyError)
    assert offered[1] == other[0].info.id
    assert library.document(clean[0].info.id) == clean[0]
    assert library.original(clean[0].info.id) == clean[1]
    assert library.put([scan]) == (clean[0].info.id,)  # who keeps it outright has decided


def test_a_removed_document_needs_no_protection(library: Library) -> None:
    clean, scan = make_document(["Chữ gốc"]), make_document(["Chữ gôc"])
    library.put([clean])
    library.remove(clean[0].info.id)
    assert library.offer([(replace(scan[0], health=SCANNED), scan[1])]) == (clean[0].info.id,)
