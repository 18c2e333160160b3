"""A file comes in over HTTP: who may send it, what it becomes, what is refused and how."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from fakes import HashingEmbedder
from papers import PLAN
from starlette.testclient import TestClient

from api.app import create_app
from api.multipart import FileForm, FormError, SentFile, UploadTooLargeError
from api.settings import Settings
from api.uploads import AT_ONCE, Sender, UploadBusyError, UploadForbiddenError, Uploads
from index.library import Library
from index.lock import writer_lock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from httpx import Response

    Send = Callable[..., Response]

OURS = {"X-Tracuu": "1"}
LOCAL = {"host": "127.0.0.1:8000", "x-tracuu": "1"}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Yield a library that files are sent to."""
    with Library.open(tmp_path_factory.mktemp("data"), HashingEmbedder) as opened:
        yield opened


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return settings that let files in from this machine."""
    data = tmp_path_factory.mktemp("settings")
    return Settings(data=data, uploads="local", offline=True, max_file=200_000)


@pytest.fixture(scope="module")
def client(settings: Settings, library: Library) -> Iterator[TestClient]:
    """Yield a client on this machine."""
    app = create_app(settings, library=library)
    with TestClient(
        app,
        base_url="http://127.0.0.1:8000",
        client=("127.0.0.1", 9),
        raise_server_exceptions=False,
    ) as made:
        yield made


@pytest.fixture(scope="module")
def send(client: TestClient) -> Send:
    """Return a function that sends one file."""

    def call(data: bytes, name: str = "x.txt", **fields: str) -> Response:
        files = {"file": (name, data)}
        return client.post("/v1/documents", files=files, data=fields, headers=OURS)

    return call


def _plan(number: int, change: str = "") -> bytes:
    return (PLAN.replace("45-KH/TU", f"{number}-KH/TU") + change).encode()


def test_a_file_is_added_held_replaced_and_its_versions_are_listed(
    send: Send, client: TestClient
) -> None:
    first = send(_plan(70), "kế hoạch 70.txt")
    assert (first.status_code, first.json()["outcome"]) == (201, "added")
    assert first.json()["health"]["verdict"] == "tốt"
    assert first.json()["id"] == "70-kh-tu-2026-03-05"
    again = send(_plan(70))
    assert (again.status_code, again.json()["outcome"]) == (200, "held")
    other = send(_plan(70, "\nBản đính chính."))
    assert (other.status_code, other.json()["outcome"]) == (201, "replaced")
    detail = client.get(f"/v1/documents/{other.json()['id']}").json()
    assert [version["current"] for version in detail["versions"]] == [False, True]
    assert detail["versions"][0]["source"] == "kế hoạch 70.txt"
    asked = client.get(other.json()["url"])
    assert asked.status_code == 200


@pytest.mark.parametrize(
    ("data", "status", "kind", "advice"),
    [
        (b"", 422, "khong-doc-duoc", "kiểm tra lại tệp"),
        (b"%PDF-1.7\nrubbish", 422, "khong-doc-duoc", "Hãy lấy lại bản gốc"),
        (b"\x00\x01\x02" * 500, 422, "khong-doc-duoc", ""),
        ("TỐI MẬT\n".encode() + _plan(71), 422, "van-ban-mat", "xử lý theo quy định"),
        ("DỰ THẢO\n".encode() + _plan(72), 409, "can-xac-nhan", "--yes"),
        (b"a" * 200_001, 413, "tep-qua-lon", "chia nhỏ"),
        (b"a" * 900_000, 413, "tep-qua-lon", "chia nhỏ"),
    ],
)
def test_a_refused_file_is_told_why_and_what_to_do(
    send: Send, data: bytes, status: int, kind: str, advice: str
) -> None:
    answer = send(data)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"].endswith(kind)
    assert advice in answer.json()["detail"]


def test_a_handling_mark_passes_with_a_yes(send: Send) -> None:
    assert send("DỰ THẢO\n".encode() + _plan(73), confirmed="true").status_code == 201


def test_a_body_that_is_no_form_is_refused(client: TestClient) -> None:
    for body, kind in (
        (b"{}", "application/json"),
        (b"x", "multipart/form-data"),
        (b"x", "multipart/form-data; boundary=abc"),
        (b'--abc\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\ncut', "m"),
    ):
        shown = "multipart/form-data; boundary=abc" if kind == "m" else kind
        headers = {**OURS, "Content-Type": shown}
        answer = client.post("/v1/documents", content=body, headers=headers)
        assert (answer.status_code, answer.json()["type"]) == (400, "/docs#bieu-mau-sai")


def test_questions_are_answered_while_bad_files_come_in(send: Send, client: TestClient) -> None:
    statuses: list[int] = []

    def spoil() -> None:
        statuses.extend(send(b"%PDF-1.7\n" + bytes([n]) * 5_000).status_code for n in range(4))

    threads = [threading.Thread(target=spoil) for _ in range(2)]
    for thread in threads:
        thread.start()
    answered = 0
    while any(thread.is_alive() for thread in threads) or answered < 3:
        asked = client.post("/v1/ask", json={"question": "Kế hoạch 70 do ai ký?"})
        assert asked.status_code == 200
        answered += 1
    assert len(statuses) == len(threads) * 4
    assert 422 in statuses
    assert set(statuses) <= {422, 503}  # a slow machine says that it is busy, and takes nothing


def test_another_writer_makes_it_wait(send: Send, library: Library) -> None:
    with writer_lock(library._writer._home / "lock"):
        answer = send(_plan(74))
    assert answer.status_code == 503
    assert "ghi" in answer.json()["detail"]
    assert send(_plan(74)).status_code == 201


SENDERS = [
    # setting, address, headers, may send
    ("off", "127.0.0.1", LOCAL, False),
    ("local", "127.0.0.1", LOCAL, True),
    ("local", "::1", {**LOCAL, "host": "[::1]:8000"}, True),
    ("local", "10.0.0.7", LOCAL, False),
    ("local", "testclient", LOCAL, False),
    ("local", "127.0.0.1", {**LOCAL, "host": "evil.example:8000"}, False),  # a rebound name
    ("local", "127.0.0.1", {"host": "127.0.0.1:8000"}, False),  # neither origin nor header
    ("local", "127.0.0.1", {"host": "localhost:1", "origin": "http://localhost:1"}, True),
    ("local", "127.0.0.1", {**LOCAL, "origin": "http://evil.example"}, False),
    ("local", "127.0.0.1", {**LOCAL, "origin": "http://127.0.0.1:9000"}, False),  # another port
    ("local", "127.0.0.1", {"host": "localhost", "origin": "null"}, False),
    (
        "local",
        "127.0.0.1",
        {"host": "localhost", "origin": "null", "sec-fetch-site": "same-origin"},
        True,
    ),
    ("local", "127.0.0.1", {**LOCAL, "origin": "null", "sec-fetch-site": "cross-site"}, False),
    ("any", "10.0.0.7", {"host": "tracuu.lan", "x-tracuu": "1"}, True),
    ("any", "10.0.0.7", {"host": "tracuu.lan", "origin": "http://evil.example"}, False),
]


@pytest.mark.parametrize(("setting", "address", "headers", "allowed"), SENDERS)
def test_who_may_send_files(
    library: Library,
    setting: str,
    address: str,
    headers: dict[str, str],
    allowed: bool,  # noqa: FBT001 (a table's column)
) -> None:
    uploads = Uploads(Settings(uploads=setting), library)  # type: ignore[arg-type]
    sender = Sender(address, "http", headers)
    if allowed:
        uploads.permit(sender)
    else:
        with pytest.raises(UploadForbiddenError):
            uploads.permit(sender)


def test_off_is_what_nobody_set_and_answers_403(library: Library, tmp_path: Path) -> None:
    with TestClient(create_app(Settings(data=tmp_path, offline=True), library=library)) as client:
        answer = client.post("/v1/documents", files={"file": ("x", b"x")}, headers=OURS)
    assert answer.status_code == 403
    assert "tracuu add" in answer.json()["detail"]


def test_only_a_few_are_taken_in_at_once(library: Library) -> None:
    uploads = Uploads(Settings(uploads="any"), library)
    turns = [uploads.turn() for _ in range(AT_ONCE + 1)]
    for turn in turns[:-1]:
        turn.__enter__()
    with pytest.raises(UploadBusyError):
        turns[-1].__enter__()
    turns[0].__exit__(None, None, None)
    with uploads.turn():
        pass


def _form(*parts: tuple[str, bytes]) -> bytes:
    made = (b"--B\r\nContent-Disposition: " + h.encode() + b"\r\n\r\n" + b for h, b in parts)
    return b"\r\n".join([*made, b"--B--\r\n"])


FILE = 'form-data; name="file"; filename="kế hoạch.txt"'


@pytest.mark.parametrize("step", [1, 7, 64, 10_000])
def test_a_form_is_the_same_in_whatever_pieces_it_comes(step: int) -> None:
    data = b"\r\n--A \r\n--not the end\r\n" * 20
    body = _form(('form-data; name="confirmed"', b"true"), (FILE, data))
    form = FileForm(b"multipart/form-data; boundary=B", 1_000)
    for start in range(0, len(body), step):
        form.feed(body[start : start + step])
    assert form.files() == (SentFile("kế hoạch.txt", data),)
    assert form.fields == {"confirmed": "true"}


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        ([(FILE, b"a" * 1_001)], UploadTooLargeError),
        ([(FILE, b"a"), (FILE, b"b")], FormError),
        ([('form-data; name="other"; filename="x"', b"a")], FormError),
        ([('form-data; name="confirmed"', b"a" * 1_001)], FormError),
        ([('form-data; name="confirmed"', b"true")], FormError),
        ([(f'form-data; name="f{n}"', b"") for n in range(11)], FormError),
    ],
)
def test_a_form_that_is_not_one_file_is_refused(
    parts: list[tuple[str, bytes]], error: type[Exception]
) -> None:
    def read() -> tuple[SentFile, ...]:
        form = FileForm(b"multipart/form-data; boundary=B", 1_000)
        form.feed(_form(*parts))
        return form.files()

    with pytest.raises(error):
        read()
