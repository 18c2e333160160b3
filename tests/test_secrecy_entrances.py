"""A secret file that comes in through any entrance leaves nothing: no byte, no word, no name."""

from __future__ import annotations

import contextlib
import io
import os
import tempfile
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml import parse_xml
from fakes import HashingEmbedder
from make_pdf import column, make_pdf
from papers import PLAN
from shared import CORPUS, needs_shared, shared
from starlette.testclient import TestClient

from api.app import create_app
from api.cli import run
from api.intake import Consent, Intake, reading_pool
from api.log import start_log
from api.settings import Settings
from index.library import Library
from ingest.errors import ConfirmationNeededError, ReadError, SecretDocumentError
from ingest.isolation import ReadingPool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# words that occur nowhere else in this project, in every form they could be kept in
WORDS = "phương án bố trí kho xăng Cồn Lân"
NAME = "ke-hoach-kho-xang-con-lan"
BODY = PLAN.replace("phát triển thư viện số", WORDS)
TRACES = (
    WORDS.encode(),
    unicodedata.normalize("NFD", WORDS).encode(),
    WORDS.encode("utf-16-le"),
    b"kho xang con lan",
    "cồn lân".encode(),
    NAME.encode(),
)
PARAGRAPH = (
    '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)


def _word(place: str, stamp: str) -> bytes:
    """Return a Word file with the stamp in one place."""
    document = docx.Document()
    for line in BODY.splitlines():
        document.add_paragraph(line)
    section = document.sections[0]
    if place == "text box":
        document.element.body.insert(4, parse_xml(PARAGRAPH.format(stamp)))
    elif place == "header box":
        section.header._element.append(parse_xml(PARAGRAPH.format(stamp)))
    elif place == "cell":
        table = document.add_table(1, 2)
        table.cell(0, 1).text = stamp
        document.element.body.insert(0, table._element)
    else:
        getattr(section, place).add_paragraph(stamp)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _page(inside: str) -> bytes:
    lines = "".join(f"<p>{line}</p>" for line in BODY.splitlines())
    return f"<!doctype html><meta charset=utf-8><body>{inside}{lines}</body>".encode()


SECRETS: dict[str, bytes] = {
    "text": f"TỐI MẬT\n{BODY}".encode(),
    "spaced": f"M   Ậ   T\n{BODY}".encode(),
    "decomposed": unicodedata.normalize("NFD", f"TUYỆT MẬT\n{BODY}").encode(),
    "utf-16": f"MẬT\n{BODY}".encode("utf-16"),
    "second page": f"{BODY}\fMẬT\nPHỤ LỤC".encode(),
    "docx header": _word("header", "MẬT"),
    "docx footer": _word("footer", unicodedata.normalize("NFD", "M Ậ T")),
    "docx first header": _word("first_page_header", "TUYỆT MẬT"),
    "docx text box": _word("text box", "TỐI MẬT"),
    "docx header box": _word("header box", "MẬT"),
    "docx cell": _word("cell", "MẬT"),
    "pdf": make_pdf(column("MẬT", *BODY.splitlines(), leading=14)),
    "pdf spaced": make_pdf(column("T Ố I   M Ậ T", *BODY.splitlines(), leading=14)),
    "html": _page("<p>MẬT</p>"),
    "html header": _page('<header class="banner">TUYỆT MẬT</header>'),
    "html footer": _page("<footer><b>M</b><b>Ậ</b><b>T</b></footer>"),
    "html table": _page("<table><tr><td>TỈNH ỦY</td><td>TỐI MẬT</td></tr></table>"),
}


@pytest.fixture(scope="module")
def pool() -> Iterator[ReadingPool]:
    """Yield one pool for all files."""
    with ReadingPool(many=True) as made:
        yield made


@pytest.mark.parametrize("data", SECRETS.values(), ids=SECRETS)
def test_a_stamp_is_seen_wherever_a_format_can_hide_it(
    pool: ReadingPool, tmp_path: Path, data: bytes
) -> None:
    intake = Intake(tmp_path / "data", pool.read)
    for confirmed in (False, True):
        with pytest.raises(SecretDocumentError):
            pool.read(data, NAME, confirmed=confirmed)
        refused = intake.read(data, NAME, Consent(marked=confirmed))
        assert "không được đưa vào máy" in str(refused)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "line",
    [
        "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "về bảo vệ bí mật nhà nước trong tình hình mới",
        "BẢO MẬT",
        "Mật độ dân số 1.200 người/km2",
        "BÍ\nMẬT",
        "BAN CHỈ ĐẠO BẢO MẬT",
    ],
)
def test_words_about_secrecy_pass_in_every_format(pool: ReadingPool, line: str) -> None:
    text = PLAN.replace("KẾ HOẠCH\n", f"{line}\nKẾ HOẠCH\n")
    html = "".join(f"<p>{each}</p>" for each in text.splitlines())
    pdf = make_pdf(column(*text.splitlines(), leading=14))
    broken = "\n" in line  # pieces of a PDF have no lines before them: there it fails closed
    for data in (text.encode(), f"<!doctype html><body>{html}".encode(), *[pdf] * (not broken)):
        assert "45-KH" in (pool.read(data, "x").info.symbol or "")


def _traces(*folders: Path) -> list[str]:
    """Return every file below these folders whose name or bytes hold a trace."""
    found = []
    for folder in folders:
        for path in folder.rglob("*"):
            whole = path.read_bytes().lower() if path.is_file() else b""
            shown = whole + os.fsencode(path.relative_to(folder))
            if any(trace.lower() in shown for trace in TRACES):
                found.append(str(path))
    return found


def _by_file(settings: Settings, folder: Path) -> None:
    run(["add", *map(str, sorted(folder.iterdir()))], settings)
    run(["add", "--yes", *map(str, sorted(folder.iterdir()))], settings)


def _by_folder(settings: Settings, folder: Path) -> None:
    run(["add", str(folder), "--json"], settings)


def _by_sync(settings: Settings, folder: Path) -> None:
    run(["corpus", "sync", "--from", str(folder)], settings)


def _by_reading(settings: Settings, folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        assert run(["read", str(path)], settings) == 1


def _by_upload(settings: Settings, folder: Path) -> None:
    with (
        Library.open(settings.data, HashingEmbedder) as library,
        TestClient(create_app(settings, library=library), client=("127.0.0.1", 9)) as client,
    ):
        for path in sorted(folder.iterdir()):
            answer = client.post(
                "/v1/documents",
                files={"file": (path.name, path.read_bytes())},
                headers={"X-Tracuu": "1", "Host": "127.0.0.1"},
            )
            assert answer.status_code == 422
            assert not any(trace.decode("utf-8", "ignore") in answer.text for trace in TRACES[:2])


def _by_page(settings: Settings, folder: Path) -> None:
    with (
        Library.open(settings.data, HashingEmbedder) as library,
        TestClient(create_app(settings, library=library), client=("127.0.0.1", 9)) as client,
    ):
        files = [("file", (path.name, path.read_bytes())) for path in sorted(folder.iterdir())]
        headers = {"X-Tracuu": "1", "Host": "127.0.0.1"}
        answer = client.post("/add", files=files, headers=headers)
        assert answer.text.count("Văn bản có dấu mật") == len(files)
        assert not any(trace.decode("utf-8", "ignore") in answer.text for trace in TRACES[:2])


ENTRANCES: dict[str, Callable[[Settings, Path], None]] = {
    "file": _by_file,
    "folder": _by_folder,
    "sync": _by_sync,
    "read": _by_reading,
    "upload": _by_upload,
    "page": _by_page,
}


@pytest.mark.parametrize("enter", ENTRANCES.values(), ids=ENTRANCES)
def test_nothing_stays_of_a_secret_file_through_any_entrance(
    enter: Callable[[Settings, Path], None],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    folder, data, temporary = tmp_path / "đến", tmp_path / "data", tmp_path / "tmp"
    for each in (folder, data, temporary):
        each.mkdir()
    for kind in ("text", "docx header", "pdf", "html"):
        (folder / f"{NAME}-{kind}").write_bytes(SECRETS[kind])
    start_log("debug")
    caplog.set_level("DEBUG")
    before, tempfile.tempdir = tempfile.tempdir, str(temporary)
    try:
        enter(Settings(data=data, uploads="local", offline=True), folder)
    finally:
        tempfile.tempdir = before
    assert _traces(data, temporary) == []
    assert _traces(*Path("/dev/shm").glob("tracuu-*")) == []  # noqa: S108 -- looked into only
    said = "".join(capsys.readouterr()) + caplog.text
    assert WORDS not in said
    assert "Cồn Lân" not in said
    if enter in (_by_upload, _by_page):
        assert NAME not in said  # a log line is kept; what a terminal shows its person is not


def test_the_search_for_traces_finds_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "x").write_text(f"… {WORDS} …", encoding="utf-16-le")
    (tmp_path / f"{NAME}.txt").touch()
    assert len(_traces(tmp_path)) == 2


def test_an_earlier_copy_goes_when_the_file_turns_out_to_be_secret(
    pool: ReadingPool, tmp_path: Path
) -> None:
    intake = Intake(tmp_path, pool.read)
    data = SECRETS["text"]
    intake.rejected.keep(data, NAME, "chưa đọc được", whole=True)
    intake.read(data, NAME)
    assert _traces(tmp_path) == []
    assert intake.rejected.files() == ()


def test_a_file_nobody_could_look_into_is_noted_without_name_and_bytes(tmp_path: Path) -> None:
    with reading_pool(Settings()) as pool:
        intake = Intake(tmp_path, pool.read)
        refused = intake.read(b"%PDF-1.7\n" + WORDS.encode(), NAME)
    assert "không giữ bản sao" in str(refused)
    (note,) = intake.rejected.files()
    assert (note.source, note.kept) == ("", False)
    assert _traces(tmp_path) == []


def test_a_file_that_passed_the_gate_is_kept_with_its_reason(
    pool: ReadingPool, tmp_path: Path
) -> None:
    intake = Intake(tmp_path, pool.read)
    draft = f"DỰ THẢO LẦN 2\n{PLAN}".encode()
    refused = intake.read(draft, "dự thảo.txt")
    (note,) = intake.rejected.files()
    assert (note.source, note.kept) == ("dự thảo.txt", True)
    assert note.reason in str(refused)
    assert (tmp_path / "rejected" / note.sha256).read_bytes() == draft
    intake.read(draft, "dự thảo.txt", Consent(marked=True))
    assert intake.rejected.files() == ()
    assert not list((tmp_path / "rejected").iterdir())


def test_what_ships_passes_the_gate(pool: ReadingPool) -> None:
    data = (CORPUS / "180-KH-TU.txt").read_bytes()
    assert pool.read(data, "180-KH-TU.txt").info.symbol == "180-KH/TU"


@needs_shared
def test_no_real_page_is_taken_for_a_secret(pool: ReadingPool) -> None:
    paths = [p for p in shared("files").rglob("*") if p.suffix in {".pdf", ".docx"}]
    assert paths
    for path in paths[:6]:
        with contextlib.suppress(ReadError, ConfirmationNeededError):
            assert pool.read(path.read_bytes(), path.name).text
