"""Every error leaves as ``application/problem+json`` in Vietnamese; no other shape exists."""

from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from api import to_wire_documents
from api.log import LOG
from api.problems import MEDIA_TYPE, field_error, problem, problem_of
from api.routes import parts_of
from api.shelf import NotHeldError
from api.wire import Choices, Problem
from ingest.errors import AmbiguousDocumentError, TracuuError

BAD_JSON = "json_invalid"


def as_problem(shape: Problem, headers: dict[str, str] | None = None) -> Response:
    """Return a problem as an answer with its own status."""
    content = shape.model_dump_json()
    return Response(content, shape.status, headers=headers, media_type=MEDIA_TYPE)


async def bare_status(_request: Request, error: Exception) -> Response:
    """Answer what the router refuses: no such address, wrong method."""
    if not isinstance(error, HTTPException):
        raise TypeError(type(error))
    headers = dict(error.headers) if error.headers else None
    return as_problem(problem(error.status_code), headers)


async def bad_request(_request: Request, error: Exception) -> Response:
    """Answer a request that breaks the contract, naming each field."""
    if not isinstance(error, RequestValidationError):
        raise TypeError(type(error))
    mistakes = error.errors()
    if any(mistake["type"] == BAD_JSON for mistake in mistakes):
        return as_problem(problem(400))
    fields = [field_error(m["loc"], m["type"], m.get("ctx", {})) for m in mistakes]
    return as_problem(problem(422, errors=fields))


async def ambiguous(request: Request, error: Exception) -> Response:
    """Answer 300: the number is borne by several documents."""
    if not isinstance(error, AmbiguousDocumentError):
        raise TypeError(type(error))
    choices = to_wire_documents.choices(error.choices, parts_of(request).shelf)
    shape = Choices(title="Chưa rõ văn bản nào", detail=str(error), choices=choices)
    return Response(shape.model_dump_json(), shape.status, media_type="application/json")


async def not_held(request: Request, error: Exception) -> Response:
    """Answer 404 with everything known of a document whose text is missing."""
    if not isinstance(error, NotHeldError):
        raise TypeError(type(error))
    shelf = parts_of(request).shelf
    return as_problem(to_wire_documents.not_held_problem(problem_of(error), error.known, shelf))


async def foreseen(_request: Request, error: Exception) -> Response:
    """Answer an error of the product with its own words."""
    if not isinstance(error, TracuuError):
        raise TypeError(type(error))
    return as_problem(problem_of(error))


async def unforeseen(_request: Request, error: Exception) -> Response:
    """Answer 500; the traceback goes to the log, never to the caller."""
    LOG.error("unforeseen", exc_info=error)
    return as_problem(problem(500))


HANDLERS: tuple[
    tuple[type[Exception], Callable[[Request, Exception], Awaitable[Response]]], ...
] = (
    (HTTPException, bare_status),
    (RequestValidationError, bad_request),
    (AmbiguousDocumentError, ambiguous),
    (NotHeldError, not_held),
    (TracuuError, foreseen),
    (Exception, unforeseen),
)


def add_error_handlers(app: FastAPI) -> None:
    """Let every error of the application leave as a problem."""
    for kind, handler in HANDLERS:
        app.add_exception_handler(kind, handler)
