"""A scan whose recognition was killed goes on where it stopped, and keeps no secret meanwhile."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from fakes import HashingEmbedder
from papers import PLAN
from scanned import Scan, kill_after, make_scan, records, words_found
from starlette.testclient import TestClient

from api.app import create_app
from api.cli import run
from api.intake import Consent, Intake, Recognising, Refusal, may_come_again
from api.settings import Settings
from index.library import Library
from index.sealed_pages import FOLDER, SealedPages
from ingest.errors import (
    ConfirmationNeededError,
    DamagedFileError,
    NotADocumentError,
    PoorerCopyError,
    ReadingStoppedError,
    TracuuError,
    UnjudgedError,
)
from ingest.isolation import ReadingPool
from ingest.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ingest.model import Document

# words that occur nowhere else in this project
WORDS = "phương án bố trí bến phà Vàm Rạch"
LATER = [f"{n}. Trang này giao Ban Tổ chức báo cáo {WORDS} đợt {n}." for n in range(2, 7)]
OPEN_PAGES = [PLAN, *LATER]
SECRET_PAGES = [PLAN, *LATER[:-1], f"TỐI MẬT\n{LATER[-1]}"]
KILLED_AFTER, ALL = 3, 6


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Scan:
    """Return a scan of six pages that may be kept."""
    return make_scan(tmp_path_factory.mktemp("open"), OPEN_PAGES)


@pytest.fixture(scope="module")
def killed(scan: Scan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder in which that scan was being added when all was killed."""
    data = tmp_path_factory.mktemp("killed") / "data"
    kill_after(scan, KILLED_AFTER, data)
    assert len(records(data)) == KILLED_AFTER
    return data


@pytest.fixture
def data(killed: Path, tmp_path: Path) -> Path:
    """Return a copy of that folder."""
    return shutil.copytree(killed, tmp_path / "data")


@pytest.fixture(scope="module")
def started(scan: Scan) -> Iterator[ReadingPool]:
    """Yield a pool whose recogniser is the scan's; so is that of every pool started later."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", scan.path)
        with ReadingPool() as made:
            yield made


@pytest.fixture
def pool(scan: Scan, started: ReadingPool) -> ReadingPool:
    """Return that pool; the pages seen so far are forgotten."""
    scan.seen()
    return started


def read(intake: Intake, scan: Scan, consent: Consent | None = None) -> Document | Refusal:
    return intake.read(scan.data, "scan.pdf", consent or Consent())


def test_only_the_rest_is_recognised_and_the_text_is_that_of_an_unbroken_reading(
    scan: Scan, data: Path, pool: ReadingPool, tmp_path: Path
) -> None:
    unbroken = read(Intake(tmp_path / "other", pool.read), scan)
    assert scan.seen() == [1, 2, 3, 4, 5, 6]
    told: list[Recognising] = []
    intake = Intake(data, pool.read)
    intake.watch = told.append
    assert read(intake, scan) == unbroken
    assert scan.seen() == [4, 5, 6]
    assert [(at.before, at.done, at.of) for at in told] == [(3, done, 6) for done in range(3, 7)]


def test_pages_stay_until_the_document_is_in_the_library(
    scan: Scan, data: Path, pool: ReadingPool
) -> None:
    intake = Intake(data, pool.read)
    document = read(intake, scan)
    assert not isinstance(document, Refusal)
    assert len(records(data)) == ALL  # a kill now costs no page
    assert read(intake, scan) == document
    scan.seen()
    with Library.open(data, HashingEmbedder) as library:
        intake.put(library, [(document, scan.data)])
    assert not (data / FOLDER).exists()


def test_another_version_of_the_recogniser_reads_every_page(
    scan: Scan, data: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    newer = make_scan(tmp_path / "newer", OPEN_PAGES, version="5.4.0")
    assert newer.data == scan.data
    monkeypatch.setenv("PATH", newer.path)
    with ReadingPool() as pool:
        read(Intake(data, pool.read), newer)
    assert newer.seen() == [1, 2, 3, 4, 5, 6]


def test_a_damaged_page_is_recognised_again(scan: Scan, data: Path, pool: ReadingPool) -> None:
    first, *_ = records(data)
    first.write_bytes(first.read_bytes()[:-1])
    assert not isinstance(read(Intake(data, pool.read), scan), Refusal)
    assert scan.seen() == [1, 4, 5, 6]


def test_the_command_line_goes_on_and_says_so(
    scan: Scan, data: Path, pool: ReadingPool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert pool
    assert run(["add", str(scan.file)], Settings(data=data, offline=True)) == 0
    told = capsys.readouterr().err
    assert "đọc tiếp  scan.pdf  đã có 3/6 trang từ lần trước, còn nhận dạng 3 trang\n" in told
    assert scan.seen() == [4, 5, 6]
    assert not (data / FOLDER).exists()


@pytest.mark.parametrize(("address", "status"), [("/v1/documents", 201), ("/add", 200)])
def test_a_file_that_is_sent_goes_on_too_and_the_page_says_so(
    scan: Scan, data: Path, pool: ReadingPool, address: str, status: int
) -> None:
    assert pool
    settings = Settings(data=data, uploads="local", offline=True)
    with (
        Library.open(data, HashingEmbedder) as library,
        TestClient(create_app(settings, library=library), client=("127.0.0.1", 9)) as client,
    ):
        answer = client.post(
            address,
            files={"file": ("scan.pdf", scan.data)},
            headers={"X-Tracuu": "1", "Host": "127.0.0.1"},
        )
    assert answer.status_code == status
    assert ("Đã có 3/6 trang nhận dạng từ lần trước." in answer.text) is (address == "/add")
    assert scan.seen() == [4, 5, 6]
    assert not (data / FOLDER).exists()


def test_reading_without_a_library_keeps_nothing_and_uses_nothing(
    scan: Scan, data: Path, pool: ReadingPool
) -> None:
    assert pool
    assert run(["read", str(scan.file)], Settings(data=data)) == 0
    assert scan.seen() == [1, 2, 3, 4, 5, 6]
    assert len(records(data)) == KILLED_AFTER


def test_nothing_of_a_scan_that_was_killed_can_be_read_and_of_a_secret_one_nothing_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = make_scan(tmp_path / "secret", SECRET_PAGES)
    data = tmp_path / "data"
    kill_after(secret, KILLED_AFTER, data)
    assert len(records(data)) == KILLED_AFTER
    words = [WORDS, "Vàm Rạch", "vam rach", "thư viện số", "45-KH/TU", "scan.pdf", "Trang này"]
    assert words_found(data, words) == []
    secret.seen()
    monkeypatch.setenv("PATH", secret.path)
    with ReadingPool() as pool:
        refused = read(Intake(data, pool.read), secret)
    assert secret.seen() == [4, 5, 6]
    assert "dấu chỉ độ mật" in str(refused)
    assert not (data / FOLDER).exists()
    assert words_found(data, words) == []


def test_a_question_to_the_person_does_not_cost_the_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = make_scan(tmp_path / "draft", [f"DỰ THẢO\n{PLAN}", *LATER])
    monkeypatch.setenv("PATH", draft.path)
    with ReadingPool() as pool:
        intake = Intake(tmp_path / "data", pool.read)
        assert isinstance(read(intake, draft), Refusal)
        draft.seen()
        assert not isinstance(read(intake, draft, Consent(marked=True)), Refusal)
    assert draft.seen() == []


def test_a_scan_whose_first_page_nobody_could_judge_leaves_no_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign = make_scan(tmp_path / "other", ["Zxcv bnmq wrtp lkjh gfds " * 3, PLAN])
    monkeypatch.setenv("PATH", foreign.path)
    with ReadingPool() as pool:
        refused = read(Intake(tmp_path / "data", pool.read), foreign)
    assert isinstance(refused, Refusal)
    assert isinstance(refused.error, UnjudgedError)
    assert records(tmp_path / "data") == []


@pytest.mark.slow
def test_a_scan_over_its_time_goes_on_from_where_it_was_stopped(
    scan: Scan, pool: ReadingPool, tmp_path: Path
) -> None:
    (scan.home / "last").write_text("2")  # the third page hangs
    limits = replace(Limits(), wall_seconds=4.0, page_seconds=0.1, megabyte_seconds=0)
    with ReadingPool(1, limits) as hasty:
        refused = read(Intake(tmp_path, hasty.read), scan)
    (scan.home / "last").write_text("1000")
    assert isinstance(refused, Refusal)
    assert isinstance(refused.error, ReadingStoppedError)
    assert len(records(tmp_path)) == 2
    scan.seen()
    assert not isinstance(read(Intake(tmp_path, pool.read), scan), Refusal)
    assert scan.seen() == [3, 4, 5, 6]


@pytest.mark.parametrize(
    ("error", "again"),
    [
        (ReadingStoppedError("x"), True),
        (ConfirmationNeededError("x"), True),
        (PoorerCopyError("x"), True),
        (UnjudgedError("x"), False),
        (DamagedFileError("x"), False),
        (NotADocumentError("x"), False),
    ],
)
def test_pages_outlast_only_what_leaves_a_file_unjudged_or_asks(
    error: TracuuError,
    again: bool,  # noqa: FBT001 -- a column of the table
) -> None:
    assert may_come_again(error) is again


def test_pages_of_long_ago_go_when_files_are_added_again(data: Path) -> None:
    (folder,) = (data / FOLDER).iterdir()
    os.utime(folder, (1, 1))
    Intake(data, lambda: None)
    assert SealedPages(data).left_over() == ()
    assert not (data / FOLDER).exists()
