"""What one province's paper says is no answer about another: "mức chuẩn … ở Hải Phòng"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.desk import head_of
from api.places import is_provincial, places_named
from api.write import passage_of
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.question import Question
    from api.write import Line
    from ingest.model import Document


def is_of_the_place_named(question: Question, paper: Document) -> bool:
    """Tell whether a paper is no province's own, or of one that the question names, if any."""
    named = places_named(question)
    own = is_provincial(paper.info.issuer or "") if named else False
    return not own or any(place in fold(head_of(paper)) for place in named)


def of_the_place_named(question: Question, lines: Sequence[Line]) -> bool:
    """Tell whether ``lines`` are of the province that the question names, if it names any.

    They are where a passage quoted or the head of its paper names it, or where no paper quoted
    is a province's own.
    """
    named = places_named(question)
    if not named:
        return True
    proofs = [proof for line in lines for proof in line.proofs]
    papers = {proof.document.info.id: proof.document for proof in proofs}
    if not any(is_provincial(paper.info.issuer or "") for paper in papers.values()):
        return True
    heads = map(head_of, papers.values())
    passages = (passage_of(proof.document, proof.span).text for proof in proofs)
    shown = fold(" ".join((*heads, *passages)))
    return any(place in shown for place in named)
