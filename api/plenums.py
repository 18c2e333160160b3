"""Resolutions named by the meeting that passed them: "Nghị quyết Trung ương 6 khóa XI".

Where one paper held was passed by that meeting of the Central Committee, as its head says, the
name is read as its number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from api.congress import congress_number
from api.numerals import CARDINALS
from ingest.text import fold

if TYPE_CHECKING:
    from api.shelf import Shelf
    from ingest.model import Document

ORDINALS: Final = {
    **CARDINALS, "nhat": 1, "tu": 4, "muoi mot": 11, "muoi hai": 12, "muoi ba": 13, "muoi bon": 14,
    "muoi tu": 14, "muoi lam": 15,
}  # fmt: skip
_NUMBER: Final = rf"\d{{1,2}}|{'|'.join(sorted(ORDINALS, key=len, reverse=True))}"
PLENUM: Final = re.compile(
    rf"\b(?P<type>nghi quyet|ket luan)(?: (?:cua )?hoi nghi)?(?: lan thu| trung uong| tw)"
    rf" (?P<number>{_NUMBER})(?: (?:cua )?(?:ban chap hanh trung uong|bch ?tw)(?: dang)?)?,?"
    r" khoa (?P<term>[ivx]+|\d{1,2})\b"
)
HEAD: Final = re.compile(
    rf"\bhoi nghi (?:lan )?thu (?P<number>{_NUMBER})\b.{{0,80}}\bkhoa (?P<term>[ivx]+|\d{{1,2}})\b"
)
ISSUER: Final = "ban chap hanh trung uong"
HEAD_LENGTH: Final = 1_500  # code points in which the meeting is named


def with_plenums(text: str, shelf: Shelf) -> str:
    """Return ``text`` with the number of the one paper held that a meeting's name means."""
    named = PLENUM.search(fold(text))
    if named is None:
        return text
    meeting = _numbers(named)
    passed = [d for d in _of_the_committee(shelf, named["type"]) if _meeting(d) == meeting]
    if len(passed) != 1:
        return text
    info = passed[0].info
    return f"{text[: named.start()]}{info.type} số {info.symbol}{text[named.end() :]}"


def _of_the_committee(shelf: Shelf, kind: str) -> list[Document]:
    infos = (
        info
        for info in shelf.library.documents()
        if fold(info.issuer or "").startswith(ISSUER) and fold(info.type or "") == kind
    )
    return [shelf.document(info.id) for info in infos if info.symbol]


def _meeting(document: Document) -> tuple[int, int | None] | None:
    """Return the numbers of the meeting and congress that the head of a paper names."""
    found = HEAD.search(" ".join(fold(document.text[:HEAD_LENGTH]).split()))
    return _numbers(found) if found else None


def _numbers(found: re.Match[str]) -> tuple[int, int | None]:
    number = found["number"]
    ordinal = int(number) if number.isdigit() else ORDINALS[number]
    return ordinal, congress_number(found["term"])
