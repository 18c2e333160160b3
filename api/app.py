"""One function wires the HTTP service; tests call it with parts of their own."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from api.asgi import BodyLimit, LastResort, RequestLog, SecurityHeaders
from api.routes import router
from api.routes_documents import router as documents_router
from api.routes_errors import add_error_handlers
from api.routes_pack import router as pack_router
from api.routes_pages import router as pages_router
from api.routes_pages_add import ADDRESS as ADDING
from api.routes_pages_add import router as adding_router
from api.routes_pages_find import router as finding_router
from api.routes_upload import ADDRESS as UPLOAD
from api.routes_upload import router as upload_router
from api.uploads import Uploads
from api.wiring import wire

if TYPE_CHECKING:
    from api.answer import Answerer
    from api.settings import Settings
    from index.library import Library

STATIC = Path(__file__).parent / "web" / "static"


def create_app(
    settings: "Settings",
    *,
    library: "Library | None" = None,
    answerer: "Answerer | None" = None,
) -> FastAPI:
    """Return the application; a library it opened itself is closed when it stops.

    Raises:
        LibraryError: the library of the data folder cannot be opened.

    """
    parts = wire(settings, library, answerer)
    uploads = Uploads(settings, parts.library)
    app = FastAPI(
        title="Tra cứu văn bản của Đảng",
        version=version("tracuu"),
        summary="Hỏi bằng tiếng Việt, trả lời bằng trích dẫn kiểm chứng được.",
        docs_url=None,
        redoc_url=None,
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
        lifespan=_closing(uploads.close, *[parts.library.close] * (library is None)),
    )
    app.state.parts = parts
    app.state.uploads = uploads
    add_error_handlers(app)
    programs = (router, pack_router, documents_router, upload_router)
    for each in (*programs, finding_router, adding_router, pages_router):
        app.include_router(each)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    # the last one added is the outermost
    app.add_middleware(BodyLimit, limit=settings.max_body, streamed=frozenset({UPLOAD, ADDING}))
    app.add_middleware(LastResort)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(RequestLog)
    return app


def _closing(
    *closes: Callable[[], None],
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """Return what FastAPI runs around the service's life."""

    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        yield
        for close in closes:
            close()

    return life
