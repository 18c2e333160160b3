"""The page that takes documents in, as a form without JavaScript: each file is told apart."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import pytest
from fakes import HashingEmbedder
from papers import PLAN
from starlette.testclient import TestClient

from api.app import create_app
from api.page_add import MOST_FILES, YES_TO
from api.settings import Settings
from index.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from httpx import Response

ROOT = "http://127.0.0.1:8000"
# what a browser sends with a form of this page; of a page elsewhere it says so
OWN_PAGE = {"Origin": ROOT, "Sec-Fetch-Site": "same-origin", "Accept": "text/html"}
OTHER_PAGE = {"Origin": "http://evil.example", "Sec-Fetch-Site": "cross-site"}
GOOD = PLAN.replace("45-KH/TU", "81-KH/TU").encode()
DRAFT = b"D\xe1\xbb\xb0 TH\xe1\xba\xa2O\n" + PLAN.replace("45-KH/TU", "82-KH/TU").encode()
SECRET = "MẬT\n".encode() + PLAN.replace("45-KH/TU", "83-KH/TU").encode()


def client_of(settings: Settings, library: Library) -> TestClient:
    app = create_app(settings, library=library)
    return TestClient(app, base_url=ROOT, client=("127.0.0.1", 9), raise_server_exceptions=False)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Yield a library that files are sent to."""
    with Library.open(tmp_path_factory.mktemp("data"), HashingEmbedder) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Yield a browser on this machine."""
    data = tmp_path_factory.mktemp("settings")
    settings = Settings(data=data, uploads="local", offline=True, max_file=200_000)
    with client_of(settings, library) as made:
        yield made


def send(client: TestClient, *files: tuple[str, bytes], **fields: str) -> Response:
    parts = [("file", file) for file in files]
    return client.post("/add", files=parts, data=fields, headers=OWN_PAGE)


def told(answer: Response) -> list[tuple[str, str]]:
    """Return the name of each file and what became of it."""
    assert answer.status_code == 200
    return re.findall(r'class="file">(.*?)</p>\s*<p class="what">.*?</span>(.*?)</p>', answer.text)


def test_each_file_of_a_form_is_told_by_itself(client: TestClient, library: Library) -> None:
    answer = send(
        client,
        ("tốt.txt", GOOD),
        ("hỏng.pdf", b"%PDF-1.7\nrubbish"),
        ("mật.txt", SECRET),
        ("dự thảo.txt", DRAFT),
        ("tốt nữa.txt", GOOD),
    )
    assert told(answer) == [
        ("tốt.txt", "Đã thêm"),
        ("hỏng.pdf", "Không đọc được tệp"),
        ("mật.txt", "Văn bản có dấu mật"),
        ("dự thảo.txt", "Cần xác nhận trước khi thêm"),
        ("tốt nữa.txt", "Đã có từ trước, không có gì mới"),
    ]
    assert "không lưu lại gì của văn bản này" in answer.text
    assert "--yes" not in answer.text  # that is the command line's word
    held = {info.symbol for info in library.documents()}
    assert "81-KH/TU" in held
    assert held.isdisjoint({"82-KH/TU", "83-KH/TU"})


def test_the_report_shows_what_was_read_of_the_head_and_what_is_missing(
    client: TestClient,
) -> None:
    headless = PLAN.split("I- MỤC TIÊU")[1].encode()
    answer = send(client, ("có đủ.txt", GOOD), ("thiếu.txt", headless))
    whole, lacking = answer.text.split('class="file">')[1:]
    assert '<b class="verdict">tốt</b>' in whole
    for value in ("81-KH/TU", "Kế hoạch", "05/3/2026", "phát triển thư viện số"):
        assert f"{value}</dd>" in whole
    assert "không tìm thấy</dd>" not in whole
    assert '<b class="verdict">không tin cậy được</b>' in lacking
    assert lacking.count("không tìm thấy</dd>") >= 3


def test_a_yes_lets_in_the_one_file_it_was_said_to(client: TestClient, library: Library) -> None:
    digest = re.findall(rf'name="{YES_TO}" value="(\w+)"', send(client, ("x.txt", DRAFT)).text)
    assert digest == [hashlib.sha256(DRAFT).hexdigest()]
    other = DRAFT + b"\nkh\xc3\xa1c"
    assert told(send(client, ("y.txt", other), yes_to=digest[0]))[0][1].startswith("Cần xác nhận")
    assert told(send(client, ("x.txt", DRAFT), yes_to=digest[0])) == [("x.txt", "Đã thêm")]
    assert "82-KH/TU" in {info.symbol for info in library.documents()}


def test_a_yes_does_not_let_a_secret_in(client: TestClient, library: Library) -> None:
    digest = hashlib.sha256(SECRET).hexdigest()
    assert told(send(client, ("x.txt", SECRET), yes_to=digest))[0][1] == "Văn bản có dấu mật"
    assert "83-KH/TU" not in {info.symbol for info in library.documents()}


def test_what_a_file_is_called_and_says_is_shown_as_text(client: TestClient) -> None:
    name = '"><script>alert(1)</script>.txt'
    marked = PLAN.replace("45-KH/TU", "84-KH/TU").replace("thư viện số", "<img src=x onerror=y>")
    html = send(client, (name, marked.encode())).text
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;.txt" in html


@pytest.mark.parametrize(
    ("files", "status", "said"),
    [
        ([], 400, "multipart/form-data"),
        ([("", b"")], 400, "Hãy chọn tệp rồi gửi lại"),
        ([("to.txt", b"a" * 250_000)], 413, "Tệp vượt giới hạn 0.2 MB"),
        ([("a", b"a" * 150_000), ("b", b"b" * 150_000)], 413, "tính chung các tệp"),
        ([(f"{n}", b"a") for n in range(MOST_FILES + 1)], 400, "nhiều nhất 20 tệp"),
    ],
)
def test_a_form_that_cannot_be_taken_is_told_on_a_page(
    client: TestClient, files: list[tuple[str, bytes]], status: int, said: str
) -> None:
    if files == [("", b"")]:  # as a browser sends a field where nothing was chosen
        body = (
            b'--B\r\nContent-Disposition: form-data; name="file"; filename=""\r\n'
            b"Content-Type: application/octet-stream\r\n\r\n\r\n--B--\r\n"
        )
        headers = OWN_PAGE | {"Content-Type": "multipart/form-data; boundary=B"}
        answer = client.post("/add", content=body, headers=headers)
    else:
        answer = send(client, *files)
    assert answer.status_code == status
    assert said in answer.text
    assert '<html lang="vi">' in answer.text


def test_a_page_of_another_site_cannot_send_files(client: TestClient, library: Library) -> None:
    stray = PLAN.replace("45-KH/TU", "85-KH/TU").encode()
    for headers in (OTHER_PAGE, {}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = client.post("/add", files={"file": ("x.txt", stray)}, headers=headers)
        assert answer.status_code == 403
    assert "85-KH/TU" not in {info.symbol for info in library.documents()}


@pytest.mark.parametrize(
    ("setting", "address", "offered"),
    [
        ("off", "127.0.0.1", False),
        ("local", "127.0.0.1", True),
        ("local", "10.0.0.7", False),
        ("any", "10.0.0.7", True),
    ],
)
def test_the_form_is_shown_to_whom_files_are_taken_from(
    library: Library,
    tmp_path: Path,
    setting: str,
    address: str,
    offered: bool,  # noqa: FBT001
) -> None:
    settings = Settings(data=tmp_path, uploads=setting, offline=True)  # type: ignore[arg-type]
    client = TestClient(create_app(settings, library=library), base_url=ROOT, client=(address, 9))
    html = client.get("/add").text
    assert ('type="file"' in html) is offered
    assert ("tracuu add" in html) is not offered
