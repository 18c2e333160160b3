"""Every error leaves as ``application/problem+json`` in Vietnamese, or as a page to a browser."""

import re
from collections.abc import Callable
from typing import TypeVar, cast

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from api import pages, to_wire_documents
from api.page_links import MARKED, marks_of
from api.problems import MEDIA_TYPE, field_error, problem, problem_of
from api.routes import parts_of
from api.shelf import NotHeldError
from api.wire import Choices, DocumentProblem, Problem
from ingest.errors import AmbiguousDocumentError, TracuuError

E = TypeVar("E", bound=Exception)

ABSENT = 404
BAD_JSON = "json_invalid"
COMMAND = re.compile(r" [^.]*\btracuu [^.]*\.")  # a sentence that says what to type at a prompt
PAGE_DETAILS = {  # what a person at a page is told instead of a program's details
    "/docs#sai-tham-so": "Có chỗ điền chưa đúng:",
    "/docs#khong-tim-thay": "Không có gì ở địa chỉ này. Hãy chọn một trang trong thanh ở trên.",
    "/docs#sai-phuong-thuc": "Trang này không mở được theo cách đó. Hãy chọn một trang ở trên.",
}
SEVERAL = "Có nhiều văn bản mang số này. Hãy chọn văn bản cần mở:"
FIELD_NAMES = {
    "q": "Câu hỏi, từ cần tìm", "document": "Văn bản", "type": "Loại", "issuer": "Cơ quan",
    "year": "Năm", "kind": "Loại mục", "owner": "Cơ quan thực hiện", "page": "Số trang",
    "due_from": "Hạn từ ngày", "due_to": "Hạn đến ngày", "from": "Văn bản đặt ra",
    "to": "Văn bản thực hiện", "missing": "Mục chưa thấy", "met": "Mục có câu thực hiện",
}  # fmt: skip
PROGRAM_ADDRESSES = ("/v1/", "/openapi.json", "/healthz", "/readyz")


def bare_status(_request: Request, error: HTTPException) -> Problem:
    """Return what the router refuses: no such address, wrong method."""
    return problem(error.status_code)


def bad_request(_request: Request, error: RequestValidationError) -> Problem:
    """Return what breaks the contract, naming each field."""
    mistakes = error.errors()
    if any(mistake["type"] == BAD_JSON for mistake in mistakes):
        return problem(400)
    return problem(
        422, errors=[field_error(m["loc"], m["type"], m.get("ctx", {})) for m in mistakes]
    )


def ambiguous(request: Request, error: AmbiguousDocumentError) -> Choices:
    """Return the documents that bear the number."""
    choices = to_wire_documents.choices(error.choices, parts_of(request).shelf)
    return Choices(title="Chưa rõ văn bản nào", detail=str(error), choices=choices)


def not_held(request: Request, error: NotHeldError) -> Problem:
    """Return everything known of a document whose text is missing."""
    shelf = parts_of(request).shelf
    return to_wire_documents.not_held_problem(problem_of(error), error.known, shelf)


def foreseen(_request: Request, error: TracuuError) -> Problem:
    """Return an error of the product with its own words."""
    return problem_of(error)


def answer(request: Request, shape: Problem | Choices, headers: dict[str, str]) -> Response:
    """Return a shape as JSON, or as a page where a person looks at one."""
    seen = "text/html" in request.headers.get("accept", "")
    if seen and not request.url.path.startswith(PROGRAM_ADDRESSES):
        page = pages.render(
            "problem.html",
            problem=shape,
            detail=_told(shape),
            names=FIELD_NAMES,
            digest=_digest(request, shape) if isinstance(shape, DocumentProblem) else (),
        )
        return HTMLResponse(page, shape.status, headers)
    kind = MEDIA_TYPE if isinstance(shape, Problem) else "application/json"
    return Response(shape.model_dump_json(), shape.status, headers, kind)


def _digest(request: Request, shape: DocumentProblem) -> tuple[pages.Block, ...]:
    """Return what a digest says of the missing document, the lines that were cited marked."""
    digest = parts_of(request).digest(shape.document.id) if shape.document else None
    if digest is None:
        return ()
    marks = marks_of(request.query_params.getlist(MARKED), digest.text)
    return pages.blocks(pages.paragraphs(digest, marks.spans))


def _told(shape: Problem | Choices) -> str:
    """Return what went wrong as a page says it: no address, no command, no id."""
    if not isinstance(shape, Problem):
        return SEVERAL
    detail = PAGE_DETAILS.get(shape.type, shape.detail)
    return COMMAND.sub("", detail) if shape.status == ABSENT else detail


def _handle(app: FastAPI, kind: type[E], made: Callable[[Request, E], Problem | Choices]) -> None:
    """Let errors of one kind be answered with what ``made`` says of them."""

    async def handler(request: Request, error: Exception) -> Response:
        headers = dict(getattr(error, "headers", None) or {})
        return answer(request, made(request, cast("E", error)), headers)

    app.add_exception_handler(kind, handler)


def add_error_handlers(app: FastAPI) -> None:
    """Let every error of the application leave as a problem; 500 is the edge's own."""
    _handle(app, HTTPException, bare_status)
    _handle(app, RequestValidationError, bad_request)
    _handle(app, AmbiguousDocumentError, ambiguous)
    _handle(app, NotHeldError, not_held)
    _handle(app, TracuuError, foreseen)
