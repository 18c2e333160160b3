"""Whether the present state is asked for: "hiện có bao nhiêu trường" is told by no aim.

A plan says what is to be reached; how things stand it mostly does not say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ingest.text import fold

if TYPE_CHECKING:
    from api.question import Question

PRESENT: Final = re.compile(
    r"(?<!thuc )(?<!the )(?<!phat )(?<!xuat )(?<!bieu )\bhien (?:nay|tai|co|dang|con|quan ly)\b"
    r"|\bthuc te\b|\b(?:tinh )?den nay\b|\bdang (?:co|quan ly)\b|\bda (?:dat|hoan thanh|co)\b"
)
HOW_MANY: Final = re.compile(r"\b(?:may|bao nhieu)\b")
AIM: Final = re.compile(
    r"\bphan dau\b|\bmuc tieu\b|\bden (?:het |cuoi )?nam 20\d\d|\bgiai doan 20"
    r"|\b(?:toi thieu|it nhat|du kien|tang them)\b"
)


def states_the_present(question: Question, text: str, *, aim: bool = False) -> bool:
    """Tell whether ``text`` may tell how many there are now, where that is asked; else true.

    ``aim``: it is known to set an aim, whatever its words.
    """
    if not HOW_MANY.search(question.folded) or not PRESENT.search(question.folded):
        return True
    said = fold(text)
    return not (aim or AIM.search(said)) or PRESENT.search(said) is not None
