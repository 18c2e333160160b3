"""A paper asked about by its sort alone: "kế hoạch của Ủy ban nhân dân tỉnh giao sở nào chủ trì".

Where several papers of the sort are held and no word says which, whoever asks has to choose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from api.evidence import holds, words_of
from api.paper_types import is_of_sort, type_named
from ingest.bodies import find_bodies
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from api.question import Question, Term
    from ingest.model import DocumentInfo

# whose paper it is: said of every paper of a province
_ISSUERS: Final = "ubnd hdnd uy ban nhan dan hoi dong tinh thanh pho tp chu tich ct"
ISSUERS: Final = frozenset(_ISSUERS.split())


def of_unnamed_sort(
    question: Question, held: Sequence[DocumentInfo], places: Collection[str]
) -> tuple[DocumentInfo, ...]:
    """Return the papers of the sort that a question names, if no word of it says which.

    ``places`` are the ids of the papers of the place that the question names, if it names one. A
    word of the title of any of them says which.
    """
    sort = type_named(question)
    if not sort or question.mentions or question.place or question.days:
        return ()
    papers = tuple(i for i in held if is_of_sort(i, sort) and (not places or i.id in places))
    subject = tuple(_subject(question, sort, papers))
    titles = [words_of(info.title or "") for info in papers]
    told = any(holds(title, term) for title in titles for term in subject)
    dated = any(str(year) in fold(i.title or "") for i in papers for year in question.years)
    return () if told or dated else papers


def _subject(question: Question, sort: str, papers: Sequence[DocumentInfo]) -> Iterator[Term]:
    """Yield the words that may name a subject: not the sort, the issuer, the place, or a body."""
    bodies = (name for _, name in find_bodies(question.text, typed=True))
    places = (info.place or "" for info in papers)
    named = {fold(word) for phrase in (*bodies, *places) for word in phrase.split()}
    for term in question.terms:
        if not term.weak and term.folded not in named | ISSUERS | set(sort.split()):
            yield term
