"""Documents as a program reads them: list, head, text, outline, facts, original; compared."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Response
from fastapi.responses import PlainTextResponse

from api import to_wire, to_wire_documents
from api.facts_query import FactFilter, select
from api.routes import PROBLEMS, Wired, as_json
from api.wire import Choices, DocumentRef, FactsResponse
from api.wire_documents import (
    CompareResponse,
    DocumentDetail,
    DocumentsResponse,
    Outline,
    PassageDetail,
    SectionShape,
)
from ingest.errors import UnknownDocumentError

ANSWERS = PROBLEMS | {300: {"model": Choices, "description": "số văn bản chưa rõ"}}
Written = Annotated[
    str, Path(max_length=200, description="mã văn bản hoặc số ở mọi dạng viết, ví dụ NQ57")
]
First = Annotated[
    str, Query(alias="from", min_length=1, max_length=200, description="văn bản đặt ra: mã hoặc số")
]
Second = Annotated[
    str,
    Query(alias="to", min_length=1, max_length=200, description="văn bản thực hiện: mã hoặc số"),
]
MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "doc": "application/msword",
    "rtf": "application/rtf",
    "odt": "application/vnd.oasis.opendocument.text",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "html": "text/plain; charset=utf-8",  # a stored page must never run as a page of this site
    "text": "text/plain",
}

router = APIRouter(tags=["văn bản"], responses=PROBLEMS)


@router.get("/v1/documents", response_model=DocumentsResponse)
def documents(parts: Wired) -> Response:
    """Mọi văn bản đang giữ, và các văn bản đã biết nhưng chưa có toàn văn."""
    rows = to_wire_documents.document_rows(parts.shelf)
    return as_json(DocumentsResponse(documents=rows, total=len(rows)))


# The written form of a number holds a slash ("57-NQ/TW"), so the id is a path; the narrower
# addresses are declared first.
@router.get("/v1/documents/{written:path}/text", responses=ANSWERS, response_model=str)
def text(written: Written, parts: Wired) -> Response:
    """Toàn văn chuẩn; mọi vị trí trích dẫn đếm theo ký tự của văn bản này."""
    return PlainTextResponse(parts.shelf.find(written).text)


@router.get("/v1/documents/{written:path}/outline", responses=ANSWERS, response_model=Outline)
def outline(written: Written, parts: Wired) -> Response:
    """Cây đề mục."""
    document = parts.shelf.find(written)
    sections = tuple(map(SectionShape.model_validate, document.sections))
    head = DocumentRef.model_validate(document.info)
    return as_json(Outline(document=head, sections=sections))


@router.get("/v1/documents/{written:path}/facts", responses=ANSWERS, response_model=FactsResponse)
def document_facts(written: Written, parts: Wired) -> Response:
    """Mục tiêu, nhiệm vụ, thời hạn của một văn bản."""
    document = parts.shelf.find(written)
    found = select(parts.library, FactFilter(documents=(document.info.id,)))
    shown = tuple(to_wire.fact_entry(fact, document) for _, fact in found)
    return as_json(FactsResponse(facts=shown, total=len(shown), took_ms=0))


@router.get("/v1/documents/{written:path}/original", responses=ANSWERS, response_class=Response)
def original(written: Written, parts: Wired) -> Response:
    """Tệp gốc, đúng từng byte như khi được thêm."""
    document = parts.shelf.find(written)
    name = quote(document.info.source or document.info.id)
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    media = MEDIA.get(document.health.format, "application/octet-stream")
    data = parts.library.original(document.info.id)
    return Response(data, headers=headers | {"Content-Type": media})


@router.get("/v1/documents/{written:path}", responses=ANSWERS, response_model=DocumentDetail)
def document(written: Written, parts: Wired) -> Response:
    """Dữ liệu chính thức, viện dẫn đi và đến, quan hệ, chất lượng đọc."""
    found = parts.shelf.find(written)
    return as_json(to_wire_documents.document_detail(found, parts.shelf))


@router.get("/v1/passages/{passage_id:path}", response_model=PassageDetail)
def passage(passage_id: str, parts: Wired) -> Response:
    """Một đoạn theo mã; dấu # trong mã viết là %23."""
    if "#" not in passage_id:
        raise UnknownDocumentError(
            f"“{passage_id}” không phải mã đoạn. Mã đoạn có dạng {{mã văn bản}}#{{vị trí}}; "
            "trong địa chỉ, dấu # phải viết là %23."
        )
    return as_json(
        to_wire_documents.passage_detail(parts.library.passage(passage_id), parts.library)
    )


@router.get("/v1/compare", responses=ANSWERS, response_model=CompareResponse)
def compare(first: First, second: Second, parts: Wired) -> Response:
    """Mỗi mục tiêu, nhiệm vụ của văn bản trước và đoạn thực hiện ở văn bản sau (null: không có)."""
    return as_json(parts.compare(first, second))
