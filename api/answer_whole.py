"""The parts of a whole paper: "có mấy phần lớn", "gồm những nhóm nhiệm vụ nào"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from api.headings import head_line
from api.write import Draft
from ingest.header import short_name
from ingest.text import fold

if TYPE_CHECKING:
    from api.desk import Desk
    from api.question import Term
    from ingest.model import Document, Section

FEWEST_ITEMS = 2
# "có mấy chương": the level counted, when the question names nothing else
COUNTED = re.compile(
    r"(?:may|bao nhieu) (?P<level>dieu|chuong|muc|phan|phu luc)(?: lon)?(?! (?:tieu|dich))\b"
)
PARTS = frozenset(
    {"muc", "lon", "phan", "chinh", "noi", "dung", "thanh", "bo", "cuc", "ten"}
)  # "có mấy phần lớn"
CONTENTS = frozenset({"nhom", "nhiem", "vu", "giai", "phap", "trong", "tam"})
LEVEL_NAMES = {"dieu": "điều", "chuong": "chương", "muc": "mục", "phan": "phần lớn",
               "phu luc": "phụ lục"}  # fmt: skip


def answer_whole(desk: Desk) -> Draft | None:
    """Return the parts of the one document named, of the level asked for or else the highest."""
    if len(desk.scope.documents) != 1 or not desk.question.asks("list", "count"):
        return None
    level = COUNTED.search(desk.question.folded)
    if any(t.folded not in PARTS and not (level and t.weak) for t in desk.question.terms):
        return None
    document = desk.documents()[0]
    parts = _of_level(document, level["level"]) if level else ()
    return _all_parts(document, parts, level["level"] if level and parts else "phan")


def answer_parts_named(desk: Desk) -> Draft | None:
    """Return the parts of the one document named, where its tasks or contents are asked for.

    A paper without a heading for them ("các nhóm nhiệm vụ") has them as its parts.
    """
    if len(desk.scope.documents) != 1 or not desk.question.asks("list", "count"):
        return None
    if desk.bodies or desk.question.years or not all(_of_parts(t) for t in desk.question.terms):
        return None
    return _all_parts(desk.documents()[0], (), "phan")


def _of_parts(term: Term) -> bool:
    return term.weak or term.folded in PARTS | CONTENTS


def _all_parts(document: Document, parts: tuple[Section, ...], what: str) -> Draft | None:
    """Return ``parts``, or else the highest that have a heading, with their number."""
    parts = parts or tuple(s for s in document.sections if s.heading)
    if len(parts) < FEWEST_ITEMS:
        return None
    items = tuple(head_line(document, part) for part in parts)
    lead = f"{short_name(document.info)} có {len(items)} {LEVEL_NAMES[what]}:"
    return Draft(items, lead=lead)


def _of_level(document: Document, level: str) -> tuple[Section, ...]:
    """Return the sections printed with the word of a level: "Điều 1", "Chương II"."""
    return tuple(s for s in document.walk() if fold(s.path[-1]).startswith(f"{level} "))
