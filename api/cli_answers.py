"""``tracuu ask``, ``search``, ``compare``: on the terminal, or as the API answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from api.terminal import say, tell
from api.wiring import wire
from ingest.errors import TracuuError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.settings import Settings
    from api.wire import AskResponse
    from api.wire_documents import CompareResponse
    from index.model import Query

QUESTION_LENGTH = 2_000
STATUS_LINES = {
    "partial": "Trả lời một phần.",
    "not_found": "Không tìm thấy.",
    "ambiguous": "Cần chọn văn bản.",
    "not_held": "Chưa có toàn văn.",
}


def ask_question(
    settings: Settings, asked: tuple[str, tuple[str, ...], int], *, as_json: bool
) -> int:
    """Print the answer to a question (with its documents and limit).

    With ``as_json`` this is exactly what ``POST /v1/ask`` returns.
    """
    question, documents, limit = asked
    words = _checked(question)
    parts = wire(settings)
    with parts.library:
        response = parts.ask(words, documents, limit)
    say(response.model_dump_json() if as_json else "\n".join(answer_lines(response)))
    return 0


def _checked(words: str) -> str:
    """Return the words without blanks around them; raises on nothing or too much."""
    asked = words.strip()
    if not asked:
        raise TracuuError("Câu hỏi trống. Hãy viết điều cần hỏi.")
    if len(asked) > QUESTION_LENGTH:
        raise TracuuError(f"Câu hỏi dài quá {QUESTION_LENGTH} ký tự. Hãy viết ngắn lại.")
    return asked


def answer_lines(response: AskResponse) -> Iterator[str]:
    """Yield an answer as lines: what is said, with numbers, then the places that prove it."""
    if response.status in STATUS_LINES:
        yield STATUS_LINES[response.status]
    lead = response.claims[0].start if response.claims else len(response.answer)
    if response.answer[:lead].strip():
        yield response.answer[:lead].strip()
    for claim in response.claims:
        yield f"{claim.text} {''.join(f'[{number}]' for number in claim.citations)}"
    for citation in response.citations:
        yield ""
        page = f", trang {citation.page}" if citation.page else ""
        yield f"[{citation.number}] {citation.official}{page}"
        quoted = f"“{citation.quote}”" if citation.source == "text" else citation.quote
        yield f"    {quoted}"
        if citation.ocr_note:
            yield f"    ({citation.ocr_note})"
    refused = response.status in {"not_found", "not_held"} and not response.citations
    if refused and response.nearest:
        yield ""
        yield "Đoạn gần nhất:"
        for hit in response.nearest:
            yield f"  {hit.label}, {hit.document.symbol or hit.document.title}: {short(hit.text)}"


def short(text: str, most: int = 160) -> str:
    """Return the text on one line, cut at this many characters."""
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[:most].rstrip()}…"


def search_words(settings: Settings, asked: Query, *, as_json: bool) -> int:
    """Print the passages nearest to the words; the filter names documents in any written form."""
    words = _checked(asked.text)
    parts = wire(settings)
    with parts.library:
        named = parts.shelf.ids(asked.filters.documents)
        filters = replace(asked.filters, documents=named)
        response = parts.search(replace(asked, text=words, filters=filters))
    if as_json:
        say(response.model_dump_json())
        return 0
    for rank, hit in enumerate(response.hits, start=1):
        page = f", trang {hit.page}" if hit.page else ""
        say(f"{rank:>2}. {hit.label}, {hit.document.symbol or hit.document.title}{page}")
        say(f"    {short(hit.text)}")
    if not response.hits:
        tell("Không có đoạn nào.")
    return 0


def compare_documents(settings: Settings, first: str, second: str, *, as_json: bool) -> int:
    """Print where the second document carries out what the first sets, or that it does not.

    With ``as_json`` this is exactly what ``GET /v1/compare`` returns.
    """
    parts = wire(settings)
    with parts.library:
        response = parts.compare(first, second)
    say(response.model_dump_json() if as_json else "\n".join(pair_lines(response)))
    return 0


def pair_lines(response: CompareResponse) -> Iterator[str]:
    """Yield each goal and task with its place, then the words that carry it out, both quoted."""
    from api.register import KIND_NAMES  # noqa: PLC0415 -- an answer does not wait for registers

    for number, pair in enumerate(response.pairs, start=1):
        yield f"{number}. {KIND_NAMES[pair.kind]}: {pair.source.official}"
        yield f"    “{pair.source.quote}”"
        yield f"  → {pair.match.official if pair.match else 'không có'}"
        if pair.match:
            yield f"    “{pair.match.quote}”"
        yield ""
    first, second = (d.symbol or d.title for d in (response.first, response.second))
    absent = response.total - response.carried_out
    yield (
        f"{first} đặt ra {response.total} mục tiêu, nhiệm vụ; {second} có đoạn thực hiện "
        f"{response.carried_out}, không có {absent}."
    )
