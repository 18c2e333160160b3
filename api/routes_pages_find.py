"""The pages for people that look across documents: search, the register, two side by side."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from api import page_chart, page_facts, page_search, pages
from api.facts_query import Entry, FactFilter, entries, select
from api.page_links import marked_url, query
from api.routes import Wired
from api.wire import QUESTION_LENGTH, SearchResponse

router = APIRouter(include_in_schema=False)

VIETNAM = timezone(timedelta(hours=7))  # "hết ngày" is the end of the day there
ROWS = 50
KINDS = (("", "Tất cả"), ("goal", "Mục tiêu"), ("task", "Nhiệm vụ"), ("deadline", "Thời hạn"))


def today() -> date:
    """Return the day it is where the documents are in force; tests put in another."""
    return datetime.now(UTC).astimezone(VIETNAM).date()


def _filled(value: object) -> object:
    """Return a field of a form as if an empty one had not been sent."""
    if isinstance(value, list):
        return [each for each in value if each]
    return value or None


Today = Annotated[date, Depends(today)]
Several = Annotated[list[str], BeforeValidator(_filled), Field(max_length=100)]
TypedDay = Annotated[str, Field(max_length=40)]
Year = Annotated[Annotated[int, Field(ge=1, le=9999)] | None, BeforeValidator(_filled)]


class SearchForm(BaseModel):
    """What the search form sends; empty fields leave that side free."""

    q: Annotated[str, Field(max_length=QUESTION_LENGTH)] = ""
    document: Several = []
    type: Several = []
    issuer: Several = []
    year: Year = None
    page: Annotated[int, Field(ge=1, le=1_000)] = 1


@router.get("/search")
def search(asked: Annotated[SearchForm, Query()], request: Request, parts: Wired) -> Response:
    """Show the passages nearest to the words, with filters, and why each was found."""
    wanted = page_search.Wanted(
        words=asked.q.strip(),
        documents=tuple(asked.document),
        types=tuple(asked.type),
        issuers=tuple(asked.issuer),
        year=asked.year,
        page=asked.page,
    )
    found: SearchResponse | None = None
    if wanted.words:
        if parts.settings.log_questions:
            request.state.question = wanted.words
        found = parts.search(wanted.query(parts.shelf))
    hits = found.hits[: page_search.PER_PAGE] if found else ()
    whys = page_search.reasons(wanted.words, hits)
    page = pages.render(
        "search.html",
        asked=asked,
        found=found,
        hits=tuple(zip(hits, whys, strict=True)),
        worded=any(why.matched for why in whys),
        more=found is not None and len(found.hits) > page_search.PER_PAGE,
        first=(asked.page - 1) * page_search.PER_PAGE + 1,
        facets=page_search.facets(parts.library.documents()),
        fields=asked.model_dump(exclude={"page"}),
        query=query,
    )
    return HTMLResponse(page)


class FactsForm(BaseModel):
    """What the form of the register sends; empty fields leave that side free."""

    model_config = ConfigDict(extra="ignore")

    kind: Annotated[Literal["goal", "task", "deadline"] | None, BeforeValidator(_filled)] = None
    document: Several = []
    owner: Annotated[str, Field(max_length=200)] = ""
    due_from: TypedDay = ""
    due_to: TypedDay = ""
    q: Annotated[str, Field(max_length=QUESTION_LENGTH)] = ""
    page: Annotated[int, Field(ge=1, le=10_000)] = 1


@router.get("/facts")
def facts(asked: Annotated[FactsForm, Query()], parts: Wired, day: Today) -> Response:
    """Show the register: deadlines in time, goals by year, every row with its place.

    A day that is none is told at its field, and nothing is shown as if it had not been typed.
    """
    days = page_facts.days_of(asked.due_from, asked.due_to)
    named = parts.shelf.ids(asked.document)
    wanted = FactFilter(asked.kind, named, asked.owner, days.first, days.last, asked.q)
    of_kind = () if days.mistakes else select(parts.library, wanted)
    first = (asked.page - 1) * ROWS
    shown = entries(parts.library, of_kind[first : first + ROWS])
    fields = asked.model_dump(mode="json", exclude={"page"})
    page = pages.render(
        "facts.html",
        asked=asked,
        kinds=KINDS,
        rows=[page_facts.row_of(entry) for entry in shown],
        total=len(of_kind),
        first=first + 1,
        more=len(of_kind) > first + ROWS,
        parts=page_facts.timeline(of_kind, day),
        row=lambda found: page_facts.row_of(Entry(parts.library.document(found[0]), found[1])),
        chart=page_chart.chart(of_kind),
        line=page_chart.WIDTH,
        today=day,
        documents=page_search.facets(parts.library.documents()).documents,
        days=days,
        fields=fields,
        exported=fields | {"due_from": str(days.first or ""), "due_to": str(days.last or "")},
        query=query,
    )
    return HTMLResponse(page, 422 if days.mistakes else 200)


ONE_DOCUMENT = "Hai bên đang là cùng một văn bản. Hãy chọn hai văn bản khác nhau."


class CompareForm(BaseModel):
    """Which two documents stand side by side."""

    first: Annotated[str, Field(alias="from", max_length=200)] = ""
    second: Annotated[str, Field(alias="to", max_length=200)] = ""
    missing: bool = False
    met: bool = False


def _left_out(asked: CompareForm, *, met: bool) -> bool:
    return asked.missing if met else asked.met


@router.get("/compare")
def compare(asked: Annotated[CompareForm, Query()], parts: Wired) -> Response:
    """Show each goal and task of one document beside what carries it out in another."""
    named = parts.shelf.ids((asked.first, asked.second)) if asked.first and asked.second else ()
    one = bool(named) and len(set(named)) == 1
    found = parts.compare(asked.first, asked.second) if named and not one else None
    pairs = found.pairs if found else ()
    page = pages.render(
        "compare.html",
        asked=asked,
        mistake=ONE_DOCUMENT if one else "",
        found=found,
        pairs=[pair for pair in pairs if not _left_out(asked, met=pair.match is not None)],
        documents=page_search.facets(parts.library.documents()).documents,
        marked=marked_url,
        query=query,
    )
    return HTMLResponse(page, 422 if one else 200)
