"""What opens the list that a sentence is an item of, where it states what the item alone does not.

"1. Mức 1, không quá 40.000.000 đồng/tháng áp dụng đối với: a) Chuyên gia có bằng Tiến sĩ": who is
paid stands in the item, how much in the words before the first of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.asked_for import asks_for_certain, states_what_is_asked
from api.evidence import holds, words_of
from api.write import Line, quoting, unlabelled
from ingest.model import Span
from ingest.sentences import sentences

if TYPE_CHECKING:
    from api.desk import Unit
    from api.question import Question
    from ingest.model import Document


def opened_by(question: Question, unit: Unit) -> tuple[Line, ...]:
    """Return the sentence before a list that states what is asked of its item ``unit``."""
    if not asks_for_certain(question):
        return ()
    document = unit.document
    opening = opening_of(document, unit.span)
    if opening is None or not states_what_is_asked(question, document, opening):
        return ()
    above, own = words_of(opening.of(document.text)), words_of(unit.text)
    if not any(holds(own, t) and not holds(above, t) for t in question.terms if not t.weak):
        return ()  # what opens the list is asked about, and not this one of its items
    return quoting(document, [unlabelled(document.text, opening)])


def opening_of(document: Document, span: Span) -> Span | None:
    """Return the sentence that ends in a colon before the items of which ``span`` is one."""
    around = [s for s in document.walk() if s.span.holds(span) and s.children]
    held = around and any(child.span.holds(span) for child in around[-1].children)
    if not held:
        return None
    own = Span(around[-1].span.start, around[-1].children[0].span.start)
    said = sentences(document.text, own)[-1:]
    return next((s for s in said if s.of(document.text).rstrip().endswith(":")), None)
