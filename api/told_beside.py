"""A part of a question that the place of another part's answer tells beside it.

"Gửi ai, trong mấy ngày" is often told by one sentence, and "trưởng … bao nhiêu, phó trưởng bao
nhiêu" by two items of one place. Words that the second part needs to be found alone stand in the
first; where the first is answered, its place says what the second is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from api.asked_for import asks_for_certain, states_what_is_asked
from api.asked_time import states_case
from api.evidence import Layer, support, words_of
from api.named_bodies import names_bodies
from api.particulars import supported_particulars
from api.said import said
from api.write import passage_of, quoting, unlabelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from api.desk import Desk
    from api.write import Draft, Line, Proof
    from ingest.model import Document, Span

OWN_NEEDED: Final = 0.5  # share of a part's own words that the sentence itself must carry
TIME_ASKED: Final = frozenset(["han", "moc", "deadline"])  # "hạn đến bao giờ" names no matter
MOST_PLACES: Final = 3
MOST_APART: Final = 2_000  # code points of a section that is still one place


def told_beside(desk: Desk, drafts: Sequence[Draft]) -> tuple[Line, ...]:
    """Return the sentence, beside the answers of other parts, that tells this part; else none.

    ``desk`` is the part's own, of its own words alone.
    """
    found = [
        (carried, -nth, document, span)
        for nth, (document, span) in enumerate(near(drafts))
        if (carried := _tells(desk, document, span))
    ]
    if not found:
        return ()
    _, _, document, span = max(found, key=lambda one: one[:2])
    return quoting(document, (unlabelled(document.text, span),))


def near(drafts: Sequence[Draft]) -> Iterator[tuple[Document, Span]]:
    """Yield the sentences of the places that ``drafts`` cite, each once, the cited place first."""
    seen: dict[tuple[str, Span], Document] = {}
    for draft in drafts:
        for proof in _places(draft):
            for span in said(proof.document.text, _place(proof)):
                seen.setdefault((proof.document.info.id, span), proof.document)
    return ((document, span) for (_, span), document in seen.items())


def _places(draft: Draft) -> list[Proof]:
    return [line.proofs[0] for line in draft.lines if line.proofs][:MOST_PLACES]


def _place(proof: Proof) -> Span:
    """Return the section that holds what is cited and the items beside it, if it is short."""
    around = [s.span for s in proof.document.walk() if s.span.holds(proof.span)]
    wide = [span for span in around[-2:] if span.end - span.start <= MOST_APART]
    return wide[0] if wide else passage_of(proof.document, proof.span).span


def _tells(desk: Desk, document: Document, span: Span) -> float:
    """Return how much of the part a sentence carries, 0 where it does not state what is asked."""
    question, words = desk.question, span.of(document.text)
    when = TIME_ASKED if question.asks("deadline") else frozenset()
    strong = tuple(t for t in question.terms if not t.weak and t.folded not in when)
    carried = support(strong, (Layer(words_of(words), 1.0),)).share if strong else 1.0
    passage = passage_of(document, span)
    stated = states_what_is_asked(question, document, span) or states_case(question, words)
    if carried < OWN_NEEDED or not asks_for_certain(question) or not stated:
        return 0.0
    if not names_bodies(desk.bodies, (words, passage.context)):
        return 0.0
    return carried if supported_particulars(question, document, passage, span) else 0.0
