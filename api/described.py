"""A paper asked about by its description: when several fit it alike, the person has to choose.

"Quyết định phân cấp thẩm quyền về máy móc, thiết bị do ai ký" may mean two decisions of two
provinces; naming the signer of either would be a guess.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from api.answer_effect import asks_effect
from api.answer_paper import FIELDS
from api.answer_proposed import asks_proposer
from api.desk import head_of
from api.evidence import Layer, support, words_of
from api.paper_meant import ASKING
from api.paper_types import type_named
from api.section_at import sections_at
from api.shelf import as_choice
from ingest.text import fold

if TYPE_CHECKING:
    from api.desk import Desk
    from api.model import Choice
    from ingest.model import Document

FITS: Final = 0.8  # share of the naming words that the head of a paper must carry
MOST: Final = 10
MOST_OFFERED: Final = 5  # papers that have a place; there are mostly more
MOST_READ: Final = 40  # papers looked through for it
OF_EFFECT: Final = frozenset(
    ["hieu", "luc", "thi", "hanh", "bai", "bo", "thay", "the", "tu", "ke", "het"]
)
MONTH: Final = re.compile(r"\bthang (?P<month>\d{1,2})(?:/| nam )(?P<year>\d{4})\b")


def described(desk: Desk) -> tuple[Choice, ...]:
    """Return the papers that fit the description best and equally well.

    Where a field of a paper is asked for and no word says of which, any may be meant.

    One is returned only where the question gives its day, which words cannot. None, where the
    question does not ask about a paper itself by its type, or where it gives a number.
    """
    question = desk.question
    fields = {question.kind, *question.also, *question.paper} & FIELDS.keys()
    named = type_named(question)
    if desk.scope.documents and len(desk.scope.documents) == 1:
        return ()
    asked = fields or asks_effect(question) or asks_proposer(question)
    if question.mentions or not asked:
        return ()
    if not named and not question.days:
        return _unnamed(desk) if fields else ()
    fitting = [d for d in _candidates(desk) if _may_be(desk, d, named)]
    shares = [_share(desk, document) for document in fitting]
    best = max(shares, default=0.0)
    alike = [d for d, share in zip(fitting, shares, strict=True) if share >= best - 1e-9]
    if best < FITS or not (len(alike) > 1 or question.days):
        return ()
    return tuple(as_choice(d.info, held=True) for d in alike[:MOST])


def _candidates(desk: Desk) -> tuple[Document, ...]:
    """Return the papers found, or all that are held of the day that the question names."""
    if not desk.question.days:
        return desk.documents()
    held = desk.shelf.library.documents()
    return tuple(desk.shelf.document(i.id) for i in held if i.issued in desk.question.days)


def _unnamed(desk: Desk) -> tuple[Choice, ...]:
    """Return the papers that "ban hành ngày nào" may mean, which names none: all that are held."""
    naming = [t for t in desk.question.terms if not t.weak and t.folded not in ASKING]
    held = desk.shelf.library.documents()
    one_left = len(held) <= 1 or bool(desk.scope.documents)
    if naming or desk.bodies or desk.question.years or desk.question.days or one_left:
        return ()
    return tuple(as_choice(info, held=True) for info in held[:MOST])


def with_the_place(desk: Desk) -> tuple[Choice, ...]:
    """Return the papers that have the place asked about, where nothing is said but the place.

    "Điều 3 nói gì" may be asked of any paper that has articles. One is returned only where no
    other that may be meant has it, and it has it once.
    """
    question, named = desk.question, desk.scope.documents
    told = question.mentions or desk.bodies or question.days or question.years or len(named) == 1
    if told or not question.place or any(not term.weak for term in question.terms):
        return ()
    ids = named or tuple(info.id for info in desk.shelf.library.documents())
    held = map(desk.shelf.document, ids[:MOST_READ])
    found = tuple(islice((d for d in held if sections_at(d, question.place)), MOST_OFFERED))
    if len(found) == 1 and (len(ids) > MOST_READ or _in_several_parts(found[0], question.place)):
        return ()
    return tuple(as_choice(document.info, held=True) for document in found)


def _in_several_parts(document: Document, place: tuple[tuple[str, str], ...]) -> bool:
    """Tell whether several sections may be meant by a place: "khoản 1" of each part."""
    depths = [len(section.path) for section in sections_at(document, place)]
    return depths.count(min(depths)) > 1


def _may_be(desk: Desk, document: Document, sort: str | None) -> bool:
    """Tell whether type, day, month and year of a paper are those that the question names.

    A year may be that of its issue, or stand in its title: "Kế hoạch giai đoạn 2026 - 2030".
    """
    issued = document.info.issued
    month = MONTH.search(desk.question.folded)
    if month and (not issued or f"{issued:%m %Y}" != f"{int(month[1]):02} {month[2]}"):
        return False
    if desk.question.days and issued not in desk.question.days:
        return False
    years = desk.question.years
    of_sort = sort in {None, fold(document.info.type or "")}
    issued_in = {issued.year} if issued else set()
    head = head_of(document)
    return of_sort and all(year in issued_in or str(year) in head for year in years)


def _share(desk: Desk, document: Document) -> float:
    naming = [
        t
        for t in desk.question.terms
        if not t.weak and t.folded not in ASKING | OF_EFFECT and not any(map(str.isdigit, t.folded))
    ]
    shown = Layer(words_of(head_of(document)), 1.0)
    return support(naming, (shown,)).share if naming else 1.0
