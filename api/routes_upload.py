"""``POST /v1/documents``: one file comes in, is read apart, and is in the library or refused."""

import asyncio
from collections.abc import Callable
from typing import Literal, TypeVar

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from api.intake import Consent
from api.multipart import FileForm, UploadTooLargeError, is_yes
from api.routes import PROBLEMS, as_json
from api.to_wire_documents import added_shape
from api.uploads import Added, Sender, Uploads
from api.wire import Problem
from api.wire_documents import AddedShape
from ingest.errors import TracuuError

T = TypeVar("T")

SECONDS = 300  # to send one form
SPARE = 4  # times a file's limit: so much is read and dropped, so that a browser sees the refusal
ADDRESS = "/v1/documents"
CONFLICT = (
    "cần xác nhận: gửi lại với confirmed=true (can-xac-nhan) "
    "hoặc replace=true (doc-kem-hon: bản mới đọc kém hơn bản đang có; "
    "ban-cu: tệp là bản cũ đã được thay)"
)
ANSWERS: dict[int | str, dict[str, object]] = PROBLEMS | {
    200: {"model": AddedShape, "description": "đã có, không có gì mới"},
    403: {"model": Problem, "description": "không nhận tệp từ nơi gửi"},
    409: {"model": Problem, "description": CONFLICT},
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
                    "replace": {"type": "boolean", "default": False},
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


def sender_of(request: Request) -> Sender:
    """Return who sends a request."""
    address = request.client.host if request.client else ""
    return Sender(address, request.url.scheme, request.headers)


async def take_in(request: Request, then: Callable[[FileForm], T], most_files: int = 1) -> T:
    """Return what ``then`` makes of the form in a request; pages for people call this too.

    Raises:
        UploadForbiddenError, UploadBusyError, FormError, UploadTooLargeError: before it is read.

    """
    uploads = uploads_of(request)
    uploads.permit(sender_of(request))
    with uploads.turn():
        kind = request.headers.get("content-type", "").encode()
        form = FileForm(kind, uploads.largest, most_files)
        try:
            async with asyncio.timeout(SECONDS):
                await _feed(form, request, SPARE * uploads.largest)
        except TimeoutError as error:
            raise SlowUploadError(f"Gửi quá {SECONDS} giây mà chưa xong. Hãy gửi lại.") from error
        return await run_in_threadpool(then, form)


async def _feed(form: FileForm, request: Request, spare: int) -> None:
    """Give a form its body; raise what is wrong with it when at most ``spare`` more has come."""
    refused: UploadTooLargeError | None = None
    async for chunk in request.stream():
        if refused is not None:
            spare -= len(chunk)
            if spare < 0:
                break
            continue
        try:
            form.feed(chunk)
        except UploadTooLargeError as error:
            refused = error
    if refused is not None:
        raise refused


@router.post(
    ADDRESS,
    status_code=201,
    response_model=AddedShape,
    responses=ANSWERS,
    openapi_extra={"requestBody": FORM},
)
async def upload(request: Request) -> Response:
    """Thêm một tệp (trường file, multipart/form-data); chỉ khi TRACUU_UPLOADS cho phép."""
    uploads = uploads_of(request)

    def add(form: FileForm) -> Added:
        (file,) = form.files()
        consent = Consent(is_yes(form.fields, "confirmed"), is_yes(form.fields, "replace"))
        return uploads.add(file.data, file.source, consent)

    added = await take_in(request, add)
    return as_json(added_shape(added), STATUS[added.outcome])
