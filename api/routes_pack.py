"""The study pack of a document, as a file to hand out."""

from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Query, Response

from api.routes import Wired
from api.routes_documents import ANSWERS, Written

router = APIRouter(tags=["văn bản"])

Form = Annotated[
    Literal["docx", "pptx", "html", "json"], Query(alias="format", description="dạng tệp")
]
Edition = Annotated[
    Literal["participant", "trainer"],
    Query(description="participant: bản học viên, không có đáp án; trainer: bản giảng viên"),
]


@router.get("/v1/documents/{written:path}/study-pack", responses=ANSWERS, response_class=Response)
def study_pack(
    written: Written, parts: Wired, form: Form = "docx", edition: Edition = "participant"
) -> Response:
    """Tài liệu học tập: bố cục, nội dung cốt lõi, bảng số liệu, câu hỏi; mọi dòng đã đối chiếu."""
    from api.pack.files import (  # noqa: PLC0415 -- an answer does not wait for the writers
        MEDIA_TYPES,
        file_name,
        pack_file,
    )

    document = parts.shelf.find(written)
    content = pack_file(document, parts.shelf, form, edition)
    name = quote(file_name(document, form, edition))
    headers = {"Content-Disposition": f"attachment; filename=\"{name}\"; filename*=UTF-8''{name}"}
    return Response(content, headers=headers, media_type=MEDIA_TYPES[form])
