"""The pages for people: ask, list, read; whole without JavaScript."""

from itertools import zip_longest
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, Field

from api import page_documents, page_graph, pages, to_wire_documents
from api.page_links import marked_url, marks_of, query
from api.problems import all_kinds
from api.question import understand
from api.routes import Wired
from api.scope import find_scope
from api.wire import QUESTION_LENGTH, AskResponse, ClaimShape, HitShape
from api.wiring import Parts

router = APIRouter(include_in_schema=False)

STATUS_NAMES = {
    "answered": "Đã trả lời",
    "partial": "Trả lời một phần",
    "not_found": "Không tìm thấy",
    "ambiguous": "Cần chọn văn bản",
    "not_held": "Chưa có toàn văn",
}
ANSWERED = "Mỗi ý dưới đây là lời của văn bản, có trích dẫn."  # the others say what they mean
SHORT = 90  # characters of an answer that is told again by the sentence it stands in
SAID_AGAIN = 0.6  # of a longer claim: a shorter one within it is shown once


@router.get("/")
def home(
    request: Request,
    parts: Wired,
    q: str = "",
    document: Annotated[list[str], Query()] = [],  # noqa: B006 -- FastAPI copies it
) -> Response:
    """Show the question form, and the answer where a question is given."""
    question = q.strip()
    too_long = len(question) > QUESTION_LENGTH
    response = None
    if question and not too_long:
        if parts.settings.log_questions:
            request.state.question = question
        response = parts.ask(question, document)
    page = pages.render(
        "home.html",
        question=question,
        documents=document,
        response=response,
        status=response and STATUS_NAMES[response.status],
        meaning=ANSWERED if response and response.status == "answered" else "",
        compared=_compared(question, parts) if response else "",
        too_long=too_long,
        longest=QUESTION_LENGTH,
        examples=() if response else page_documents.examples(parts.shelf, parts.manifest.example),
        rows=() if response else to_wire_documents.document_rows(parts.shelf),
        pieces=_pieces(response) if response else (),
        copied=_copied(response) if response else "",
        nearest=_others(response) if response else (),
        marked=marked_url,
        query=query,
    )
    return HTMLResponse(page, 422 if too_long else 200)


def _pieces(response: AskResponse) -> tuple[tuple[str, tuple[int, ...], bool], ...]:
    """Return the answer claim by claim with its citation numbers; whole where there is none.

    What is said before the first claim ("không nêu kinh phí", "có 3 phần lớn") comes first. The
    third part tells a short answer ("Trước ngày 10/5/2025.") whose sentence follows it.
    """
    if response.choices:  # the list of them follows, with links
        return ((response.answer.split("\n", 1)[0], (), False),)
    if not response.claims:
        return ((response.answer, (), False),)
    lead = response.answer[: response.claims[0].start].strip()
    told = [claim for claim in response.claims if not _again(claim, response)]
    claims = tuple(
        (claim.text, claim.citations, after is not None and _sums_up(claim, after))
        for claim, after in zip_longest(told, told[1:])
    )
    return ((lead, (), False), *claims) if lead else claims


def _sums_up(claim: ClaimShape, after: ClaimShape) -> bool:
    """Tell whether a claim is the short answer that the next one, on the same words, spells out."""
    shorter = len(claim.text) <= SHORT and len(claim.text) < len(after.text)
    return shorter and set(after.citations) <= set(claim.citations)


def _copied(response: AskResponse) -> str:
    """Return the answer as it goes into a paper: the claims with their numbers, then the places."""
    said = [
        f"{claim.text} {''.join(f'[{number}]' for number in claim.citations)}".rstrip()
        for claim in response.claims
        if not _again(claim, response)
    ]
    places = [f"[{each.number}] {each.official}" for each in response.citations]
    return "\n".join([*said, "", *places]) if said and places else ""


def _again(claim: ClaimShape, response: AskResponse) -> bool:
    """Tell whether a claim is as good as said by a longer one: the task, then its sentence."""
    words = claim.text.rstrip(" .").casefold()
    others = [other for other in response.claims if len(other.text) > len(claim.text)]
    return any(
        words in other.text.casefold() and len(words) > SAID_AGAIN * len(other.text)
        for other in others
        if set(claim.citations) <= set(other.citations)
    )


def _compared(question: str, parts: Parts) -> str:
    """Return the page that sets the two held documents of a question side by side, if it does."""
    asked = understand(question)
    if not asked.asks("compare"):
        return ""
    named = find_scope(asked, (), parts.shelf).documents
    if len(named) != 2:  # noqa: PLR2004 -- side by side
        return ""
    first, second = sorted(named, key=lambda one: str(parts.library.document(one).info.issued))
    return query("/compare", {"from": first, "to": second})


def _others(response: AskResponse) -> tuple[HitShape, ...]:
    """Return the nearest passages that are not cited above them already."""
    cited = {citation.passage_id for citation in response.citations}
    return tuple(hit for hit in response.nearest if hit.passage_id not in cited)


class DocumentsForm(BaseModel):
    """What the list is narrowed to; empty fields leave that side free."""

    q: Annotated[str, Field(max_length=QUESTION_LENGTH)] = ""
    type: Annotated[str, Field(max_length=200)] = ""
    page: Annotated[int, Field(ge=1, le=100_000)] = 1


@router.get("/documents")
def documents(asked: Annotated[DocumentsForm, Query()], parts: Wired) -> Response:
    """List every document, held or known, newest first."""
    rows = to_wire_documents.document_rows(parts.shelf)
    found = page_documents.matching(rows, asked.q, asked.type)
    first = (asked.page - 1) * page_documents.PER_PAGE
    held = sum(row.held for row in rows)
    page = pages.render(
        "documents.html",
        asked=asked,
        rows=found[first : first + page_documents.PER_PAGE],
        more=len(found) > first + page_documents.PER_PAGE,
        held=held,
        known=len(rows) - held,
        types=sorted({row.type for row in rows if row.type}),
        query=query,
    )
    return HTMLResponse(page)


@router.get("/documents/{written:path}")
def document(
    written: str,
    parts: Wired,
    trich: Annotated[list[str], Query()] = [],  # noqa: B006 -- FastAPI copies it
) -> Response:
    """Show a document with an anchor for each section and the quotations asked for marked."""
    found = parts.shelf.find(written)
    marks = marks_of(trich, found.text)
    detail = to_wire_documents.document_detail(found, parts.shelf)
    held = frozenset(info.id for info in parts.library.documents())
    relatives = page_graph.relatives(found, detail, held)
    page = pages.render(
        "document.html",
        detail=detail,
        kind=page_documents.file_kind(detail.health),
        relatives=relatives,
        graph=page_graph.graph(relatives),
        legislation=page_documents.legislation(detail.info, detail.official),
        entries=pages.contents(found.sections),
        blocks=pages.blocks(pages.paragraphs(found, marks.spans)),
        stale=marks.stale,
    )
    return HTMLResponse(page)


METHODS: tuple[Literal["get", "post"], ...] = ("get", "post")


@router.get("/docs")
def docs(request: Request) -> Response:
    """Show the contract, readable and, with JavaScript, to be tried; asks no other host."""
    contract = request.app.openapi()
    rows = [
        (method.upper(), address, operations[method])
        for address, operations in contract["paths"].items()
        for method in METHODS
        if method in operations
    ]
    return HTMLResponse(pages.render("docs.html", contract=contract, rows=rows, kinds=all_kinds()))
