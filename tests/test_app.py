"""What holds for every request: headers, limits, errors in one shape, a log without questions."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import re
from typing import TYPE_CHECKING

import pytest
from fakes import HashingEmbedder
from starlette.testclient import TestClient

from api.app import create_app
from api.asgi import BodyLimit, LastResort, Message, RequestLog, Scope
from api.log import LOG, JsonLines
from api.settings import Settings
from index.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from service import Service

pytest_plugins = ("service",)

ADDRESSES = ("/", "/healthz", "/v1/documents", "/nothing", "/static/site.css", "/docs", "/v1/ask")


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """Yield what is written to the log during a test."""
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(JsonLines())
    LOG.addHandler(handler)
    LOG.setLevel("INFO")
    yield out
    LOG.removeHandler(handler)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_security_headers(service: Service, address: str) -> None:
    headers = service.client.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/nothing", 404),
        ("GET", "/v1/documents/khong-co", 404),
        ("DELETE", "/v1/ask", 405),
        ("POST", "/v1/search", 405),
    ],
)
def test_refusals_are_problems_in_vietnamese(
    service: Service, method: str, address: str, status: int
) -> None:
    answer = service.client.request(method, address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert {"type", "title", "detail"} <= set(problem)
    assert re.search(r"[ạảấầẩậắằẳặẹẻẽếềểệịọỏốồổộớờởợụủứừửựàáâãèéêìíòóôõùúýăđơư]", problem["detail"])


def test_wrong_method_says_which_is_right(service: Service) -> None:
    assert service.client.get("/v1/ask").headers["allow"] == "POST"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{bad", 400),  # not JSON
        (b"\xff\xfe{}", 400),  # not UTF-8
        (b"[]", 422),  # not an object
        (b"{}", 422),  # no question
        (b'{"question": ""}', 422),
        (b'{"question": "   "}', 422),
        (b'{"question": 5}', 422),
        (b'{"question": "x", "limit": 0}', 422),
        (b'{"question": "x", "limit": 101}', 422),
        (b'{"question": "x", "documents": "57"}', 422),
        (b'{"question": "x", "other": 1}', 422),
    ],
)
def test_a_bad_request_is_told_apart(service: Service, body: bytes, status: int) -> None:
    answer = service.client.post(
        "/v1/ask", content=body, headers={"content-type": "application/json"}
    )
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    if status == 422:
        for error in answer.json()["errors"]:
            assert error["field"]
            assert error["detail"]
            assert error["pointer"].startswith("#/")


def test_a_question_of_2000_characters_passes_and_of_2001_does_not(service: Service) -> None:
    ask = service.client.post
    assert ask("/v1/ask", json={"question": "ừ" * 2_000}).status_code == 200
    answer = ask("/v1/ask", json={"question": "ừ" * 2_001})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["detail"] == "dài quá 2000 ký tự"


def test_a_body_of_another_type_is_415(service: Service) -> None:
    answer = service.client.post("/v1/ask", data={"question": "x"})
    assert answer.status_code == 415
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_body_over_the_limit_is_413(service: Service) -> None:
    size = service.settings.max_body + 1
    headers = {"content-type": "application/json"}
    answer = service.client.post("/v1/ask", content=b" " * size, headers=headers)
    assert answer.status_code == 413
    assert str(service.settings.max_body) in answer.json()["detail"]


def _run(app: BodyLimit | LastResort, messages: list[Message]) -> tuple[int, list[Message]]:
    """Return how many messages were read of a POST without a length, and what was sent."""
    sent: list[Message] = []
    read = 0

    async def receive() -> Message:
        nonlocal read
        read += 1
        return messages[read - 1]

    async def send(message: Message) -> None:
        sent.append(message)

    scope: Scope = {
        "type": "http",
        "method": "POST",
        "path": "/v1/ask",
        "headers": [(b"content-type", b"application/json")],
    }
    asyncio.run(app(scope, receive, send))
    return read, sent


async def _never(_scope: Scope, _receive: object, _send: object) -> None:
    raise AssertionError("the application must not be reached")


def test_a_body_without_a_length_is_counted_as_it_comes_and_cut_off() -> None:
    piece = {"type": "http.request", "body": b" " * 600, "more_body": True}
    read, sent = _run(BodyLimit(_never, 1_000), [piece] * 50)
    assert read == 2  # the second piece passes the limit; the other 48 are never read
    assert sent[0]["status"] == 413


def test_an_unforeseen_error_is_500_and_tells_nothing(lines: io.StringIO) -> None:
    async def broken(_scope: Scope, _receive: object, _send: object) -> None:
        raise RuntimeError("bên trong")

    _, sent = _run(LastResort(broken), [])
    assert sent[0]["status"] == 500
    assert "bên trong" not in sent[1]["body"].decode()
    assert "bên trong" in lines.getvalue()


def test_the_log_has_a_line_a_request_and_not_the_question(
    service: Service, lines: io.StringIO
) -> None:
    service.client.post("/v1/ask", json={"question": "chuyện riêng của tôi"})
    service.client.get("/v1/search", params={"q": "chuyện riêng của tôi"})
    service.client.get("/", params={"q": "chuyện riêng của tôi"})
    logged = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert [(one["method"], one["path"], one["status"]) for one in logged] == [
        ("POST", "/v1/ask", 200),
        ("GET", "/v1/search", 200),
        ("GET", "/", 200),
    ]
    assert all(one["ms"] >= 0 for one in logged)
    assert "riêng" not in lines.getvalue()


def test_the_question_is_logged_where_the_settings_say_so(
    tmp_path: Path, lines: io.StringIO
) -> None:
    settings = Settings(data=tmp_path, log_questions=True)
    with Library.open(settings.data, HashingEmbedder) as library:
        client = TestClient(create_app(settings, library=library))
        client.post("/v1/ask", json={"question": "thời hạn nào"})
    assert json.loads(lines.getvalue())["question"] == "thời hạn nào"


def test_the_request_log_passes_other_traffic_through() -> None:
    seen: list[str] = []

    async def app(scope: Scope, _receive: object, _send: object) -> None:
        seen.append(scope["type"])

    async def receive() -> Message:
        return {}

    async def send(_message: Message) -> None:
        return

    asyncio.run(RequestLog(app)({"type": "lifespan"}, receive, send))
    assert seen == ["lifespan"]


def test_a_library_that_the_application_opened_is_closed_with_it(tmp_path: Path) -> None:
    app = create_app(Settings(data=tmp_path))
    with TestClient(app) as client:
        assert client.get("/readyz").json()["documents"] == 0
    assert (tmp_path / "library.db").exists()


def test_the_contract_names_every_address_of_version_one(service: Service) -> None:
    paths = service.client.get("/openapi.json").json()["paths"]
    assert set(paths) == {
        "/v1/ask",
        "/v1/search",
        "/v1/facts",
        "/v1/compare",
        "/v1/documents",
        "/v1/documents/{written}/study-pack",
        "/v1/documents/{written}",
        "/v1/documents/{written}/text",
        "/v1/documents/{written}/outline",
        "/v1/documents/{written}/facts",
        "/v1/documents/{written}/original",
        "/v1/passages/{passage_id}",
        "/healthz",
        "/readyz",
    }
