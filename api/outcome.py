"""The outcome that a draft makes: an answer, a part of one, a choice, or an honest refusal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from api.answer_text import unsupported
from api.laws import TYPES
from api.model import Ambiguous, Answered, NotFound, NotHeld, Partial
from api.section_at import sections_at
from api.write import write

if TYPE_CHECKING:
    from api.desk import Desk
    from api.model import Choice, Outcome
    from api.scope import Scope
    from api.write import Draft

ALIKE = "Có nhiều văn bản hợp với câu hỏi này. Hãy chọn, hoặc hỏi kèm số, ký hiệu:"


def outcome_of(desk: Desk, draft: Draft | None, limit: int) -> Outcome:
    """Return what ``draft`` amounts to; ``limit`` bounds the nearest passages shown beside it."""
    nearest = desk.hits[:limit]
    if draft is not None and desk.scope.unknown:
        draft = replace(draft, complete=False)  # one document named is unknown: no whole answer
    if draft is not None and draft.complete:
        written = write(draft.lines, draft.lead)
        return Answered(written.answer, written.claims, written.citations, draft.facts, nearest)
    if desk.scope.missing:
        return _not_held(desk, limit)
    if draft is not None:
        written = write(draft.lines, draft.lead or _partial_lead(desk))
        return Partial(written.answer, written.claims, written.citations, nearest)
    return NotFound(_nothing(desk.scope), nearest)


def _partial_lead(desk: Desk) -> str:
    if desk.scope.unknown:
        return f"{_nothing(desk.scope)} Nội dung gần nhất:"
    place = desk.question.place
    if place and not any(sections_at(document, place) for document in desk.documents()):
        return "Không có vị trí được hỏi trong văn bản. Nội dung gần nhất:"
    shown = " ".join(hit.passage.text for hit in desk.hits)
    years = [str(year) for year in desk.question.years if str(year) not in shown]
    if years:
        return f"Văn bản không nêu mốc năm {', '.join(years)}. Nội dung gần nhất:"
    gone = unsupported(desk)
    if gone:
        return f"Văn bản không nêu “{gone}”. Nội dung gần nhất:"
    return "Văn bản có nói đến vấn đề này nhưng không nêu điều được hỏi. Nội dung gần nhất:"


def _nothing(scope: Scope) -> str:
    if scope.unknown:
        return f"Thư viện không có và không biết văn bản “{'”, “'.join(scope.unknown)}”."
    return "Không tìm thấy nội dung trả lời trong các văn bản của thư viện."


def ambiguous(scope: Scope) -> Ambiguous:
    """Return the choice between the papers that a number may mean."""
    return choose(scope.ambiguous, "Có nhiều văn bản mang số này. Hãy chọn:")


def choose(choices: tuple[Choice, ...], lead: str = ALIKE) -> Ambiguous:
    """Return ``choices``, told to a person line by line."""
    return Ambiguous("\n".join((lead, *map(_listed, choices))), choices)


def _listed(choice: Choice) -> str:
    """Return a line that tells a paper from others, with its day and title where known."""
    dated = f" ngày {choice.issued:%d/%m/%Y}" if choice.issued else ""
    titled = f": {choice.title}" if choice.title and choice.type not in TYPES else ""
    return f"- {_called(choice)}{dated}{titled}"


def _not_held(desk: Desk, limit: int) -> NotHeld:
    names = "; ".join(map(_called, desk.scope.missing))
    return NotHeld(
        f"Thư viện chưa có toàn văn {names}. Thêm bằng lệnh: tracuu add TỆP.",
        desk.scope.missing,
        desk.hits[:limit],
    )


def _called(choice: Choice) -> str:
    """Return the type, or the name of a law, and the number of a document."""
    name = (choice.title if choice.type in TYPES else choice.type) or "Văn bản"
    return f"{name} số {choice.symbol}" if choice.symbol else name
