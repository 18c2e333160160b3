"""The cells of a row that say who does it, with whom, and when, by the names of their columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from api.question_words import Kind
    from api.table_rows import Row
    from ingest.model import Span

ROLES: Final[dict[Kind, re.Pattern[str]]] = {
    "who": re.compile(r"chu tri|thuc hien|theo doi|phu trach|chiu trach nhiem|phan cong|tham muu"),
    "partners": re.compile(r"phoi hop"),
    "deadline": re.compile(r"thoi (?:gian|han|diem)|tien do|lo trinh|hoan thanh"),
}
OF_A_TIME: Final = ROLES["deadline"]


def of_roles(kinds: Iterable[Kind], text: str, row: Row) -> tuple[Span, ...]:
    """Return the cells under columns that tell what ``kinds`` ask for, those that are not empty.

    "Thời gian thực hiện" says when, and not who.
    """
    roles = [(kind, ROLES[kind]) for kind in kinds if kind in ROLES]
    found = []
    for cell, names in zip(row.cells, row.columns, strict=False):
        name = fold(names[-1].of(text))
        timed = OF_A_TIME.search(name) is not None
        if any(role.search(name) and timed == (kind == "deadline") for kind, role in roles):
            found.append(cell)
    return tuple(cell for cell in found if cell.start < cell.end and cell != row.label)
