"""The page that takes documents in, whole without JavaScript; the script shows it file by file."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api import page_add, pages
from api.multipart import FileForm
from api.page_add import Result
from api.routes_upload import sender_of, take_in, uploads_of

ADDRESS = "/add"

router = APIRouter(include_in_schema=False)


@router.get(ADDRESS)
def offer(request: Request) -> Response:
    """Show the form, or how to add documents where files are not taken from this visitor."""
    return _page(request)


@router.post(ADDRESS)
async def add(request: Request) -> Response:
    """Take the files in and show what became of each."""
    uploads = uploads_of(request)

    def taken(form: FileForm) -> tuple[Result, ...]:
        return page_add.results(uploads, form)

    return _page(request, await take_in(request, taken, page_add.MOST_FILES))


def _page(request: Request, results: tuple[Result, ...] = ()) -> Response:
    uploads = uploads_of(request)
    page = pages.render(
        "add.html",
        closed=uploads.closed_to(sender_of(request)),
        largest=uploads.largest,
        most_files=page_add.MOST_FILES,
        results=results,
    )
    return HTMLResponse(page)
