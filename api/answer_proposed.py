"""Who proposed a paper: "Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from api.paper_meant import OPENING, named_paper
from api.write import Draft, quoting
from ingest.sentences import sentences

if TYPE_CHECKING:
    from api.desk import Desk
    from api.question import Question

ASKED: Final = re.compile(
    r"\btheo to trinh (?:so )?(?:may|bao nhieu|nao)\b"
    r"|\bde nghi (?:cua )?(?:ai|(?:[a-z]+ ){0,3}nao)\b"
    r"|\b(?:do |duoc )?(?:ai|(?:co quan|don vi|so|bo|giam doc so|bo truong)(?: [a-z]+)? nao)"
    r" (?:da )?de nghi(?: ban hanh| thong qua)?\W*$"
)
PROPOSED: Final = re.compile(r"\s*(?:Theo|Xét|Trên cơ sở) (?:đề nghị|tờ trình)\b", re.IGNORECASE)


def asks_proposer(question: Question) -> bool:
    """Tell whether it is asked at whose proposal a paper was issued."""
    return ASKED.search(question.folded) is not None


def answer_proposed(desk: Desk) -> Draft | None:
    """Return the lines of the preface that say who proposed the paper named, or None."""
    paper = named_paper(desk) if asks_proposer(desk.question) else None
    if paper is None:
        return None
    openings = (p.span for p in paper.passages if p.path == (OPENING,))
    spans = [span for opening in openings for span in sentences(paper.text, opening)]
    proposed = [span for span in spans if PROPOSED.match(span.of(paper.text))]
    return Draft(quoting(paper, proposed)) if proposed else None
