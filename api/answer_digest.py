"""What a digest says of a document whose text is not held: told as such, never as its words.

The outcome stays ``NotHeld``: the text is not here. Its claims cite the digest, and each
citation says so ("theo bản tóm lược, chưa có toàn văn"), so that none is taken for a quotation.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from api.answer_facts import answer_facts
from api.answer_outline import answer_heading
from api.answer_text import answer_text
from api.desk import Desk, head_of
from api.digest import REASON
from api.evidence import Layer, support, words_of
from api.model import NotHeld
from api.scope import Scope
from api.shelf import Shelf, as_choice
from api.verify import verified
from api.write import write
from index.model import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from api.model import Choice, NotFound, Partial
    from api.question import Question
    from api.write import Draft
    from ingest.model import Document

    Digests = Mapping[str, Document]

UNNAMED_NEEDED = 0.7  # share of the question a digest must carry where its document is not named
HEADING_WORTH = 0.8
MOST_LINES = 24
DEPTH = 24  # lines of the digest looked at for one question


class DigestShelf(Shelf):
    """A shelf on which digests stand for the documents that are not held."""

    def __init__(self, shelf: Shelf, digests: Digests) -> None:
        super().__init__(shelf.library, shelf.known)
        self._digests = digests

    def document(self, document_id: str) -> Document:
        """Return the digest of a document that is not held, or the held document."""
        return self._digests.get(document_id) or super().document(document_id)


def answer_from_digest(
    desk: Desk, digests: Digests, refused: NotFound | NotHeld | Partial
) -> NotHeld | NotFound | Partial:
    """Return what a digest answers to the question of ``desk``, or ``refused`` itself."""
    scope = desk.scope
    if scope.documents or scope.unknown:
        return refused
    absent = {known.id for known in desk.shelf.not_held()} & digests.keys()
    named = [choice.id for choice in scope.missing]
    read = [_found(desk, digests, i) for i in named or sorted(absent) if i in absent]
    for found in sorted(read, key=lambda found: -found.hits[0].score):  # the nearest digest first
        draft = _drafted(found) if named or found.hits[0].score >= UNNAMED_NEEDED else None
        if draft is not None:
            return _told(draft, as_choice(found.hits[0].document, held=False), refused)
    return refused


def _found(desk: Desk, digests: Digests, document_id: str) -> Desk:
    """Return all that the digest says as the material, what carries the question first."""
    hits = sorted(_hits(desk.question, digests[document_id]), key=lambda hit: -hit.score)
    shelf = DigestShelf(desk.shelf, digests)
    return Desk(shelf, desk.question, Scope((document_id,)), tuple(hits[:DEPTH]), desk.bodies)


def _hits(question: Question, digest: Document) -> Iterator[Hit]:
    head = words_of(head_of(digest))
    for passage in digest.passages:
        layers = (
            Layer(words_of(passage.text), 1.0),
            Layer(words_of(passage.context), HEADING_WORTH),
            Layer(head, HEADING_WORTH),
        )
        share = support(question.terms, layers).share
        yield Hit(passage, digest.info, share, None, None, 0)


def _drafted(desk: Desk) -> Draft | None:
    for writer in (answer_facts, answer_heading, answer_text):
        draft = writer(desk)
        if draft is not None and draft.complete:
            lines = verified(draft.lines)[:MOST_LINES]
            if lines and lines[0] == draft.lines[0]:
                return replace(draft, lines=lines)
    return None


def _told(draft: Draft, choice: Choice, refused: NotFound | NotHeld | Partial) -> NotHeld:
    name = f"{choice.type or 'Văn bản'} số {choice.symbol}"
    lead = f"Thư viện chưa có toàn văn {name}. Theo {REASON}:"
    written = write(draft.lines, lead)
    citations = tuple(
        replace(c, official=f"theo {REASON}: {c.official}", source="digest", prefix="", suffix="")
        for c in written.citations
    )
    return NotHeld(written.answer, (choice,), refused.nearest, written.claims, citations)
