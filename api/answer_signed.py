"""The papers that a person signed: "bà Nguyễn Thị Nguyệt ký những văn bản nào"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from api.answer_paper import signer_line
from api.paper_types import type_named
from api.scope import placed
from api.write import Draft
from ingest.text import fold

if TYPE_CHECKING:
    from api.desk import Desk

ASKED: Final = re.compile(
    r"\b(?:da )?k[yi] (?:ban hanh )?(?:nhung |cac )?(?:may |bao nhieu )?"
    r"(?:van ban|giay to|nghi quyet|quyet dinh|ke hoach|chi thi|thong tu|nghi dinh|ket luan)"
    r"(?: nao| gi)?\b"
)
MOST: Final = 12  # papers told


def answer_signed(desk: Desk) -> Draft | None:
    """Return who signed each paper that bears the name asked about, or None.

    Only where the question gives a signer's whole name; a province named leaves its papers alone.
    """
    asked = desk.question.folded
    if not ASKED.search(asked) or desk.question.mentions:
        return None
    local, _ = placed(desk.question, desk.shelf)
    held = desk.shelf.library.documents()
    sort = type_named(desk.question)
    named = [
        info.id
        for info in held
        if info.signer
        and re.search(rf"\b{re.escape(fold(info.signer))}\b", asked)
        and sort in {None, fold(info.type or "")}
    ]
    papers = (desk.shelf.document(found) for found in named if not local or found in local)
    lines = tuple(line for paper in papers if (line := signer_line(paper)))
    lead = f"{len(lines):02} văn bản của thư viện" if len(lines) > 1 else ""
    lead += f", trong đó {MOST} văn bản:" if len(lines) > MOST else ":" if lead else ""
    return Draft(lines[:MOST], lead=lead) if lines else None
