"""Papers that a question names only to say of whom or what it asks, not for their text.

"Người hưởng trợ cấp theo Quyết định 142 thì bộ nào hướng dẫn" is asked of the paper that speaks of
such people. A paper that is held stays the one that is asked.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from api.scope import is_held

if TYPE_CHECKING:
    from api.question import Mention, Question
    from api.shelf import Shelf

ACCORDING: Final = re.compile(r"\b(?:theo|tai|cua|va|,)(?: cac)? ?$")
THEN: Final = re.compile(r"\s*,?\s*thi\b")
OPENS: Final = re.compile(r"\W*(?:(?:theo|tai|o|trong) )?")
FEWEST: Final = 3  # words before: "theo Quyết định 142 thì …" asks the decision
COMPARES: Final = re.compile(r"\b(?:so sanh|doi chieu|khac (?:nhau|gi)|so voi|giong)\b")


def with_conditions(question: Question, shelf: Shelf) -> Question:
    """Return ``question`` with the papers that only set a condition as its matter."""
    if len(question.mentions) == 0 or COMPARES.search(question.folded):
        return question
    first = question.mentions[0]
    opens = OPENS.fullmatch(question.folded, 0, first.span.start) is not None
    asked_first = opens and is_held(first, question, shelf)
    mentions = tuple(
        replace(m, matter=m.matter or _conditional(m, question, shelf, asked_first=asked_first))
        for m in question.mentions
    )
    return replace(question, mentions=mentions) if mentions != question.mentions else question


def _conditional(mention: Mention, question: Question, shelf: Shelf, *, asked_first: bool) -> bool:
    """Tell whether a paper that is not held is named behind "theo", for another that is asked."""
    before = question.folded[: mention.span.start]
    if not ACCORDING.search(before) or is_held(mention, question, shelf):
        return False
    if asked_first and mention is not question.mentions[0]:
        return True
    then = THEN.match(question.folded, mention.span.end) is not None
    return then and before.rstrip().endswith("theo") and len(before.split()) > FEWEST
