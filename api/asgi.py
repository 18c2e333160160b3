"""What every request passes through, as plain ASGI: log line, headers, size and type of body.

No web framework is imported here; each layer is one class that wraps the next application.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Final, TypeAlias

from api.log import LOG
from api.problems import MEDIA_TYPE, problem

Scope: TypeAlias = MutableMapping[str, Any]
Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

CONTENT_POLICY: Final = (
    b"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    b"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SECURITY_HEADERS: Final = (
    (b"content-security-policy", CONTENT_POLICY),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
WITH_BODY: Final = frozenset({"POST", "PUT", "PATCH"})


class SecurityHeaders:
    """Every answer carries the security headers, errors included."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to what comes back."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *SECURITY_HEADERS]
            await send(message)

        await self._app(scope, receive, with_headers if scope["type"] == "http" else send)


class RequestLog:
    """Each request leaves one line: method, path, status, milliseconds; never the question.

    The query string is left out because it holds the words searched for. A route may put the
    words into ``scope["state"]["question"]``, and does so only where the settings allow it.
    """

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and write its line when it is answered."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = 500
        start = time.perf_counter()

        async def noting(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self._app(scope, receive, noting)
        finally:
            fields = {
                "method": scope["method"],
                "path": scope["path"],
                "status": status,
                "ms": round((time.perf_counter() - start) * 1000, 1),
            }
            if question := scope.get("state", {}).get("question"):
                fields["question"] = question
            LOG.info("request", extra={"fields": fields})


class LastResort:
    """An unforeseen error is logged once and answered with 500, with headers like all others."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; the caller learns nothing of what went wrong inside."""
        started = False

        async def noting(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except Exception:
            LOG.exception("unforeseen")
            if started or scope["type"] != "http":
                raise
            await _refuse(send, 500)


class BodyLimit:
    """A body is read whole before the application starts, up to a limit; then 413.

    Counting while it streams in means that a false or missing Content-Length changes nothing.
    Bodies sent to the ``streamed`` addresses are left to their routes, which count for themselves.
    """

    def __init__(self, app: App, limit: int, streamed: frozenset[str] = frozenset()) -> None:
        self._app = app
        self._limit = limit
        self._streamed = streamed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its body at hand, or answer 413 or 415."""
        if (
            scope["type"] != "http"
            or scope["method"] not in WITH_BODY
            or scope["path"] in self._streamed
        ):
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        declared = headers.get(b"content-length", b"0")
        too_large = declared.isdigit() and int(declared) > self._limit
        body = None if too_large else await _read(receive, self._limit)
        if body is None:
            await _refuse(send, 413, f"Thân yêu cầu vượt quá {self._limit} byte.")
        elif body and not _is_json(headers.get(b"content-type", b"")):
            await _refuse(send, 415)
        else:
            await self._app(scope, _replay(body, receive), send)


def _is_json(content_type: bytes) -> bool:
    kind = content_type.split(b";")[0].strip().lower()
    return kind == b"application/json" or (
        kind.startswith(b"application/") and kind.endswith(b"+json")
    )


async def _read(receive: Receive, limit: int) -> bytes | None:
    """Return the whole body, or None as soon as it is longer than ``limit``."""
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > limit:
            return None
        if not message.get("more_body", False):
            return bytes(body)


def _replay(body: bytes, receive: Receive) -> Receive:
    """Return a ``receive`` that yields the body once, then what the client does next."""
    given = False

    async def replay() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay


async def _refuse(send: Send, status: int, detail: str = "") -> None:
    content = problem(status, detail).model_dump_json().encode()
    headers = [
        (b"content-type", MEDIA_TYPE.encode()),
        (b"content-length", str(len(content)).encode()),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": content})
