"""``POST /v1/documents``: one file comes in, is read apart, and is in the library or refused."""

import asyncio
from typing import Literal

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from api.multipart import FileForm, is_yes
from api.routes import PROBLEMS, as_json
from api.to_wire_documents import added_shape
from api.uploads import Added, Sender, Uploads
from api.wire import Problem
from api.wire_documents import AddedShape
from ingest.errors import TracuuError

SECONDS = 300  # to send one file
ADDRESS = "/v1/documents"
ANSWERS: dict[int | str, dict[str, object]] = PROBLEMS | {
    200: {"model": AddedShape, "description": "đã có, không có gì mới"},
    403: {"model": Problem, "description": "không nhận tệp từ nơi gửi"},
    409: {"model": Problem, "description": "cần xác nhận: gửi lại với confirmed=true"},
    503: {"model": Problem, "description": "đang bận, thử lại sau"},
}
FORM = {
    "required": True,
    "content": {
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "required": ["file"],
                "properties": {
                    "file": {"type": "string", "format": "binary"},
                    "confirmed": {"type": "boolean", "default": False},
                },
            }
        }
    },
}
STATUS: dict[Literal["added", "replaced", "held"], int] = {
    "added": 201,
    "replaced": 201,
    "held": 200,
}

router = APIRouter(tags=["văn bản"])


class SlowUploadError(TracuuError):
    """The body did not come in time."""


def uploads_of(request: Request) -> Uploads:
    """Return what takes files in."""
    uploads: Uploads = request.app.state.uploads
    return uploads


async def take_in(request: Request) -> Added:
    """Return what became of the file in a request; pages for people call this too.

    Raises:
        UploadForbiddenError, UploadBusyError, FormError, UploadTooLargeError: before it is read.
        RefusedFileError: it cannot become a document, or must not.
        LibraryError: another program is writing.

    """
    uploads = uploads_of(request)
    address = request.client.host if request.client else ""
    uploads.permit(Sender(address, request.url.scheme, request.headers))
    with uploads.turn():
        form = FileForm(request.headers.get("content-type", "").encode(), uploads.largest)
        try:
            async with asyncio.timeout(SECONDS):
                async for chunk in request.stream():
                    form.feed(chunk)
        except TimeoutError as error:
            raise SlowUploadError(f"Gửi quá {SECONDS} giây mà chưa xong. Hãy gửi lại.") from error
        confirmed = is_yes(form.fields)
        return await run_in_threadpool(uploads.add, form.file(), form.source, confirmed=confirmed)


@router.post(
    ADDRESS,
    status_code=201,
    response_model=AddedShape,
    responses=ANSWERS,
    openapi_extra={"requestBody": FORM},
)
async def upload(request: Request) -> Response:
    """Thêm một tệp (trường file, multipart/form-data); chỉ khi TRACUU_UPLOADS cho phép."""
    added = await take_in(request)
    return as_json(added_shape(added), STATUS[added.outcome])
