"""Documents are fetched only over safe ways, and taken only if they prove to be the right one."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, TypeAlias

import pytest
from make_pdf import column, make_pdf
from papers import PLAN

from api.corpus import Attempt, Fetcher, FetchError, mismatches, sync, sync_from
from api.model import KnownDocument
from ingest.read import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from ingest.model import Document, DocumentInfo

Answer: TypeAlias = Callable[[BaseHTTPRequestHandler], None]

RECORD = KnownDocument(
    id="45-kh-tu-2026-03-05",
    symbol="45-KH/TU",
    type="Kế hoạch",
    title="thực hiện Nghị quyết số 91-NQ/TW về phát triển thư viện số",
    issuer="Ban Thường vụ Tỉnh ủy Bắc Sơn",
    issued=date(2026, 3, 5),
)
PDF = make_pdf(column(*PLAN.splitlines(), leading=14))
FAST = Fetcher(seconds=5, largest=200_000, loopback=True)


class Shelves:
    """A library that keeps what it is given, nothing more."""

    def __init__(self) -> None:
        self.kept: list[Document] = []

    def documents(self) -> tuple[DocumentInfo, ...]:
        """Return the heads of what was kept."""
        return tuple(document.info for document in self.kept)

    def put(self, items: Sequence[tuple[Document, bytes]]) -> tuple[str, ...]:
        """Keep documents."""
        self.kept += [document for document, _ in items]
        return tuple(document.info.id for document, _ in items)


def _page(text: str) -> bytes:
    lines = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    return f"<!doctype html><meta charset=utf-8><title>x</title><body>{lines}".encode()


def _gives(body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def _leads(location: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", location)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def _endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(1_000):
        handler.wfile.write(b" " * 65_536)


def _drips(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def _silent(_handler: BaseHTTPRequestHandler) -> None:
    time.sleep(1)


def _breaks_off(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"half")


OTHER_NUMBER = PLAN.replace("45-KH/TU", "46-KH/TU")
OTHER_DAY = PLAN.replace("ngày 05 tháng 3 năm 2026", "ngày 06 tháng 3 năm 2026")
OTHER_TYPE = PLAN.replace("KẾ HOẠCH\n", "BÁO CÁO\n").replace("45-KH/TU", "45-BC/TU")

ANSWERS: dict[str, Answer] = {
    "/right": _gives(_page(PLAN)),
    "/right.txt": _gives(PLAN.encode(), "text/plain; charset=utf-8"),
    "/right.pdf": _gives(PDF, "application/pdf"),
    "/number": _gives(_page(OTHER_NUMBER)),
    "/day": _gives(_page(OTHER_DAY)),
    "/type": _gives(_page(OTHER_TYPE)),
    "/news": _gives(_page("Tin trong ngày.\nKế hoạch số 45-KH/TU vừa được ban hành hôm qua.")),
    "/empty": _gives(b""),
    "/broken.pdf": _gives(PDF[:300], "application/pdf"),
    "/gone": _gives(b"", status=404),
    "/failing": _gives(b"", status=503),
    "/moved": _leads("/right"),
    "/loop": _leads("/loop"),
    "/to-ftp": _leads("ftp://127.0.0.1/right"),
    "/to-file": _leads("file:///etc/passwd"),
    "/endless": _endless,
    "/drips": _drips,
    "/silent": _silent,
    "/breaks-off": _breaks_off,
}


class Handler(BaseHTTPRequestHandler):
    """Answers from the table; a client that hangs up is no error."""

    def do_GET(self) -> None:
        """Answer one request."""
        try:
            ANSWERS[self.path](self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@contextmanager
def _server() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """Yield the address of a server on this machine that answers well and badly."""
    with _server() as address:
        yield address


def _tried(site: str, *paths: str, fetcher: Fetcher = FAST) -> tuple[list[Attempt], list[Document]]:
    shelves = Shelves()
    record = replace(RECORD, addresses=tuple(site + path for path in paths))
    return list(sync(shelves, [record], fetcher, read_document)), shelves.kept


@pytest.mark.parametrize("path", ["/right", "/right.txt", "/right.pdf", "/moved"])
def test_the_right_document_is_added(site: str, path: str) -> None:
    attempts, kept = _tried(site, path)
    assert [(a.source, a.outcome) for a in attempts] == [(site + path, "added")]
    assert [document.info.symbol for document in kept] == ["45-KH/TU"]


@pytest.mark.parametrize(
    ("path", "outcome", "said"),
    [
        ("/number", "refused", "số 46-KH/TU, cần 45-KH/TU"),
        ("/day", "refused", "ngày 06/03/2026, cần 05/03/2026"),
        ("/type", "refused", "loại Báo cáo, cần Kế hoạch"),
        ("/news", "refused", "không đúng văn bản"),
        ("/empty", "refused", "không đọc được"),
        ("/broken.pdf", "refused", "không đọc được"),
        ("/gone", "failed", "mã 404"),
        ("/failing", "failed", "mã 503"),
        ("/loop", "failed", "chuyển hướng quá"),
        ("/to-ftp", "failed", "chỉ tải qua HTTPS"),
        ("/to-file", "failed", "chỉ tải qua HTTPS"),
        ("/endless", "failed", "lớn hơn"),
        ("/breaks-off", "failed", "không kết nối được"),
    ],
)
def test_anything_else_is_refused_and_said(site: str, path: str, outcome: str, said: str) -> None:
    attempts, kept = _tried(site, path)
    assert [attempt.outcome for attempt in attempts] == [outcome]
    assert said in attempts[0].message
    assert kept == []


@pytest.mark.parametrize("path", ["/drips", "/silent"])
def test_the_time_limit_is_for_the_whole_fetch(site: str, path: str) -> None:
    start = time.monotonic()
    attempts, _ = _tried(site, path, fetcher=replace(FAST, seconds=0.4))
    assert time.monotonic() - start < 2
    assert "quá 0.4 giây" in attempts[0].message


def test_every_source_is_tried_until_one_proves_right(site: str) -> None:
    attempts, _ = _tried(site, "/gone", "/number", "/right", "/right.txt")
    assert [a.outcome for a in attempts] == ["failed", "refused", "added"]


def test_a_closed_port_is_a_failed_source() -> None:
    with _server() as address:
        gone = address
    attempts, _ = _tried(gone, "/right")
    assert attempts[0].outcome == "failed"


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/x", "http://example.invalid/x", "ftp://x/y", "file:///x", "x"]
)
def test_plain_http_is_not_fetched(address: str) -> None:
    with pytest.raises(FetchError, match="chỉ tải qua HTTPS"):
        Fetcher().fetch(address)


def test_the_test_door_opens_to_this_machine_only() -> None:
    with pytest.raises(FetchError, match="chỉ tải qua HTTPS"):
        FAST.fetch("http://example.invalid/x")


def test_a_document_held_is_not_fetched_again(site: str) -> None:
    shelves = Shelves()
    record = replace(RECORD, addresses=(f"{site}/right",))
    outcomes = [[a.outcome for a in sync(shelves, [record], FAST, read_document)] for _ in range(2)]
    assert outcomes == [["added"], ["held"]]


def test_a_document_without_an_address_says_how_to_add_it() -> None:
    attempts = list(sync(Shelves(), [RECORD], FAST, read_document))
    assert [a.outcome for a in attempts] == ["no address"]
    assert "tracuu add TỆP" in attempts[0].message


def test_files_of_a_folder_are_taken_instead(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "tên bất kỳ.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "other.txt").write_text(OTHER_NUMBER, encoding="utf-8")
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)))
    shelves = Shelves()
    missing = replace(RECORD, id="9-nq-tw-2020-01-01", symbol="9-NQ/TW", type="Nghị quyết")
    attempts = list(sync_from(shelves, [RECORD, missing], tmp_path, read_document))
    assert [(a.document_id, a.outcome) for a in attempts] == [
        (RECORD.id, "added"),
        (missing.id, "failed"),
    ]
    assert attempts[0].source.endswith("tên bất kỳ.txt")
    assert len(shelves.kept) == 1


def test_the_record_decides_by_number_type_and_day() -> None:
    info = read_document(PLAN.encode(), "x.txt").info
    assert mismatches(RECORD, info) == ()
    assert len(mismatches(RECORD, replace(info, symbol=None, type=None, issued=None))) == 3
    assert mismatches(replace(RECORD, issued=date(2025, 3, 5)), info) != ()


def test_a_number_that_only_the_name_of_a_file_told_proves_nothing() -> None:
    named = read_document(PLAN.replace("Số 45-KH/TU", "Số  -KH/TU").encode(), "45-KH-TU.docx").info
    assert named.symbol == RECORD.symbol
    assert mismatches(RECORD, named) == ("số không thấy, cần 45-KH/TU",)
    dated = replace(read_document(PLAN.encode(), "45.txt").info, from_file=("issued",))
    assert mismatches(RECORD, dated) == ("ngày không thấy, cần 05/03/2026",)
