"""Papers that answer a question equally well, where nothing in it says which of them is meant.

"TFP đóng góp bao nhiêu" is answered by a resolution of 2012 and by one of 2024: to give either
would be a guess, so the person has to choose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from api.paper_types import type_named
from api.shelf import as_choice
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from api.desk import Desk
    from api.model import Choice
    from api.write import Draft
    from ingest.model import DocumentInfo

    Drafts = Callable[[str], Draft | None]

# Of 356 questions of eleven sets that name no paper, the answer of another came this near for 18
# that were written to be ambiguous and for one that was not.
NEAR: Final = 0.03  # share of the question by which an equal may carry less
LINES: Final = 2  # an answer and the sentence that proves it
MOST: Final = 5


def rivals(desk: Desk, draft: Draft, drafted: Drafts) -> tuple[Choice, ...]:
    """Return the papers that answer as well, the one of ``draft`` first; none if it stands alone.

    ``drafted`` gives what one paper alone answers. A rival that says the same is none.
    """
    named = desk.scope.documents or desk.question.mentions
    said_nothing = all(term.weak for term in desk.question.terms)
    if named or said_nothing or not draft.complete:
        return ()
    own = draft.lines[0].proofs[0].document.info
    least = _carried(desk, draft) - NEAR
    ids = (found for found in _speaking(desk, own, least) if found != own.id)
    alike = [found for found in ids if _answers_too(desk, draft, drafted(found), least)]
    infos = [own, *(desk.shelf.document(found).info for found in alike)] if alike else []
    return tuple(as_choice(info, held=True) for info in infos)


def _speaking(desk: Desk, own: DocumentInfo, least: float) -> Iterator[str]:
    """Yield the papers with a sentence that carries enough of the question.

    A paper that refers to the one that answers carries it out, and is no rival of it.
    """
    sort = type_named(desk.question)
    speaking = {u.document.info.id: u.document for u in desk.units if u.support.share >= least}
    for document in list(speaking.values())[:MOST]:
        of_sort = sort in {None, fold(document.info.type or "")}
        if of_sort and all(each.symbol != own.symbol for each in document.references):
            yield document.info.id


def _carried(desk: Desk, draft: Draft) -> float:
    """Return how much of the question the evidence of an answer carries, in its place."""
    proofs = (line.proofs[0] for line in draft.lines[:LINES])
    return max(desk.weigh(proof.document, proof.span).share for proof in proofs)


def _answers_too(desk: Desk, draft: Draft, other: Draft | None, least: float) -> bool:
    if other is None or not other.complete or other.lines[0].text == draft.lines[0].text:
        return False
    return _carried(desk, other) >= least
