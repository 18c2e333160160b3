"""Whether the present state is asked for: "hiện có bao nhiêu trường" is told by no aim.

A plan says what is to be reached; how things stand it mostly does not say. Nor does a share say
how many there are, nor a rule what is to be counted: "trên 90% người nghiện được tư vấn".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from api.question_words import HOW_MUCH
from ingest.text import fold

if TYPE_CHECKING:
    from api.question import Question

PRESENT: Final = re.compile(
    r"(?<!thuc )(?<!the )(?<!phat )(?<!xuat )(?<!bieu )\bhien (?:nay|tai|co|dang|con|quan ly)\b"
    r"|\bthuc te\b|\b(?:tinh )?den nay\b|\bdang (?:co|quan ly)\b|\bda (?:dat|hoan thanh|co)\b"
)
AIM: Final = re.compile(
    r"\bphan dau\b|\bmuc tieu\b|\bden (?:het |cuoi )?nam 20\d\d|\bgiai doan 20"
    r"|\b(?:toi thieu|it nhat|du kien|tang them)\b"
)


# "hiện có bao nhiêu người": things are counted, no share is asked for
COUNTED: Final = re.compile(
    r"\b(?:may|bao nhieu)\b(?! ?%)(?! (?:phan tram|lan|ngay|thang|nam|tuan|gio|quy|tien|dong|ty|ti"
    r"|trieu|nghin)\b) [a-z]"
)
SO_MANY: Final = re.compile(  # "có 12 trường", "tổng số 45 xã", "đã cấp 300 thẻ"
    r"\b(?:co|gom|la|con|dat|duoc|tong (?:so|cong)|quan ly|da \w+)"
    r"(?: (?:la|tat ca|khoang|gan|hon|tong so|tong cong)){0,2} \d[\d.,]*(?![\d.,]| ?%)"
)
PARTY: Final = re.compile(r"Đảng|đảng")  # "của Đảng có bao nhiêu" tells of no present


def states_the_present(question: Question, text: str, *, aim: bool = False) -> bool:
    """Tell whether ``text`` may tell how many there are now, where that is asked; else true.

    ``aim``: it is known to set an aim, whatever its words.
    """
    if not HOW_MUCH.search(question.folded) or not _asks_now(question):
        return True
    said = fold(text)
    if PRESENT.search(said):
        return True
    if COUNTED.search(question.folded) and not SO_MANY.search(said):
        return False
    return not (aim or AIM.search(said))


def _asks_now(question: Question) -> bool:
    """Tell whether the question speaks of the present; "Đảng" is no "đang"."""
    return any(
        not PARTY.match(question.text, found.start()) for found in PRESENT.finditer(question.folded)
    )
