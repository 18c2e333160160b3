"""The questions a program asks: /v1/ask, /v1/search, /v1/facts, and whether the service runs.

Handlers are plain functions: FastAPI runs them in its threads, so a slow one blocks nobody.
They return bytes of a shape already built, which saves checking every answer twice.
"""

import time
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api import to_wire
from api.facts_query import FactFilter, entries, select
from api.register import MEDIA_TYPES, export
from api.wire import (
    LIMIT,
    QUESTION_LENGTH,
    AskRequest,
    AskResponse,
    FactsResponse,
    Problem,
    SearchResponse,
)
from api.wiring import TRIAL, Parts
from index.model import Filters
from index.model import Query as LibraryQuery

router = APIRouter()

PROBLEMS: dict[int | str, dict[str, object]] = {
    code: {"model": Problem, "content": {"application/problem+json": {}}}
    for code in (400, 404, 413, 415, 422, 500)
}


def parts_of(request: Request) -> Parts:
    """Return what the application was wired with."""
    parts: Parts = request.app.state.parts
    return parts


Wired = Annotated[Parts, Depends(parts_of)]
Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=QUESTION_LENGTH),
    Field(description="từ cần tìm, có dấu hoặc không"),
]
Named = Annotated[
    tuple[str, ...], Field(max_length=100, description="mã hoặc số văn bản; lặp lại được")
]
Page = Annotated[int, Field(ge=1, le=LIMIT, description="số mục mỗi trang")]
Skip = Annotated[int, Field(ge=0, le=10_000, description="bỏ qua bao nhiêu mục đầu")]
Form = Literal["json", "csv", "xlsx", "ics"]


def as_json(shape: BaseModel, status: int = 200) -> Response:
    """Return a shape as the body of an answer."""
    return Response(shape.model_dump_json(), status, media_type="application/json")


def milliseconds(start: float) -> float:
    """Return the time since ``start`` (``perf_counter``), to a tenth of a millisecond."""
    return round((time.perf_counter() - start) * 1000, 1)


@router.post("/v1/ask", response_model=AskResponse, responses=PROBLEMS, tags=["hỏi"])
def ask(body: AskRequest, request: Request, parts: Wired) -> Response:
    """Trả lời một câu hỏi bằng lời của văn bản, kèm trích dẫn kiểm chứng được."""
    if parts.settings.log_questions:
        request.state.question = body.question
    return as_json(parts.ask(body.question, body.documents, body.limit))


class SearchQuery(BaseModel):
    """What is searched for, where, and which page of it."""

    model_config = ConfigDict(extra="forbid")

    q: Words
    document: Named = ()
    type: Annotated[tuple[str, ...], Field(description="loại văn bản, ví dụ Nghị quyết")] = ()
    issuer: Annotated[tuple[str, ...], Field(description="cơ quan ban hành")] = ()
    issued_from: Annotated[date | None, Field(description="ban hành từ ngày")] = None
    issued_to: Annotated[date | None, Field(description="ban hành đến ngày")] = None
    limit: Page = 10
    offset: Skip = 0


@router.get("/v1/search", response_model=SearchResponse, responses=PROBLEMS, tags=["tìm"])
def search(asked: Annotated[SearchQuery, Query()], request: Request, parts: Wired) -> Response:
    """Tìm các đoạn văn bản gần nhất với lời hỏi."""
    if parts.settings.log_questions:
        request.state.question = asked.q
    filters = Filters(
        documents=parts.shelf.ids(asked.document),
        types=asked.type,
        issuers=asked.issuer,
        issued_from=asked.issued_from,
        issued_to=asked.issued_to,
    )
    return as_json(parts.search(LibraryQuery(asked.q, filters, asked.limit, asked.offset)))


class FactsQuery(BaseModel):
    """Which facts are asked for, and in which form."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    kind: Literal["goal", "task", "deadline"] | None = None
    document: Named = ()
    owner: Annotated[str, Field(max_length=200, description="cơ quan chủ trì")] = ""
    due_from: Annotated[date | None, Field(description="hạn từ ngày")] = None
    due_to: Annotated[date | None, Field(description="hạn đến ngày")] = None
    q: Annotated[str, Field(max_length=QUESTION_LENGTH, description="từ có trong câu")] = ""
    limit: Page = LIMIT
    offset: Skip = 0
    form: Annotated[Form, Field(alias="format", description="dạng kết quả")] = "json"


@router.get("/v1/facts", response_model=FactsResponse, responses=PROBLEMS, tags=["mục tiêu"])
def facts(asked: Annotated[FactsQuery, Query()], parts: Wired) -> Response:
    """Mục tiêu, nhiệm vụ, thời hạn trong các văn bản; bảng tính và lịch chứa mọi dòng khớp."""
    start = time.perf_counter()
    wanted = FactFilter(
        asked.kind,
        parts.shelf.ids(asked.document),
        asked.owner,
        asked.due_from,
        asked.due_to,
        asked.q,
    )
    found = select(parts.library, wanted)
    if asked.form != "json":
        headers = {"Content-Disposition": f'attachment; filename="tracuu.{asked.form}"'}
        content = export(tuple(entries(parts.library, found)), asked.form)
        return Response(content, headers=headers, media_type=MEDIA_TYPES[asked.form])
    shown = entries(parts.library, found[asked.offset : asked.offset + asked.limit])
    return as_json(
        FactsResponse(
            facts=tuple(to_wire.fact_entry(entry.fact, entry.document) for entry in shown),
            total=len(found),
            took_ms=milliseconds(start),
        )
    )


class Alive(BaseModel):
    """The process runs."""

    status: Literal["ok"] = "ok"
    version: str


class Ready(BaseModel):
    """The library is open and its index stands at the published generation."""

    status: Literal["ready"] = "ready"
    generation: int
    documents: int
    passages: int
    model: str


@router.get("/healthz", response_model=Alive, tags=["vận hành"])
def healthz(request: Request) -> Response:
    """Tiến trình đang chạy."""
    return as_json(Alive(version=request.app.version))


@router.get("/readyz", response_model=Ready, responses={503: {"model": Problem}}, tags=["vận hành"])
def readyz(parts: Wired) -> Response:
    """Thư viện đã mở và chỉ mục đầy đủ."""
    parts.library.search(TRIAL)  # an index that does not open is answered with 503
    state = parts.library.state()
    return as_json(
        Ready(
            generation=state.generation,
            documents=state.documents,
            passages=state.passages,
            model=state.model,
        )
    )
