"""What is said before a question is asked, as in "Em mới về làm văn thư. Bao lâu phải nộp?".

Who asks, and why, need not stand in any paper; the words may still say what is meant.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from api.how_many import ask_how_many
from ingest.model import Span
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

# words that ask, on folded text; "khi", "đầu" and "máy" ask nothing by themselves
ASKING: Final = re.compile(
    r"\b(?:nao|gi|ai(?! cap)|bao (?:nhieu|lau|gio|h)|(?:o|den|tu|vao) dau|ra sao|(?:nhu )?the nao"
    r"|vi sao|tai sao)\b"
)
TELLS_HOW: Final = re.compile(r"(?:cho|hay|xin|trich|neu|ke|liet ke|ghi|chep|noi|tra loi)\b")
# "để tôi soạn bài giảng", "giúp mình để làm slide"
PURPOSE: Final = re.compile(
    r"[,;]? \b(?:(?:giup|cho) (?:toi|minh|em|anh|chi)(?: voi| de)?|de)"
    r" (?:(?:toi|minh|em|tui|anh|chi|con) )?"
    r"(?:soan|lam|viet|chuan bi|dua vao|trinh bay|in|day|giang|hoc|on|thi|dan|chep|noi)"
    r" (?:\w+ ){0,3}?(?:bai|slide|giao an|de cuong|bao cao|tap huan|tai lieu|cau hoi|de thi|lop"
    r"|hoi nghi|poster|ap phich|trac nghiem|sinh hoat|trinh chieu|to trinh|van ban)\b[^?]*$"
)
STOP: Final = re.compile(r"(?<=\w{2})[.!?:]\s+(?=\S)")  # not after the number of an item


def prefaces(text: str) -> Iterator[Span]:
    """Yield the sentences of ``text`` that ask nothing, where one after them does."""
    told: list[Span] = []
    for sentence in _sentences(text):
        if asks(sentence.of(text)):
            yield from told
            return
        told.append(sentence)


def postscripts(text: str) -> Iterator[Span]:
    """Yield the sentences after a question that only say how it is to be answered.

    "… Trích nguyên văn." and "Nêu rõ từng việc." tell nothing of the matter.
    """
    asked = False
    for sentence in _sentences(text):
        asking = asks(sentence.of(text))
        if asked and not asking and TELLS_HOW.match(fold(sentence.of(text))):
            yield sentence
        asked = asked or asking


def purposes(text: str) -> Iterator[Span]:
    """Yield the end of a question that says what the answer is for: "… để tôi soạn bài giảng"."""
    found = PURPOSE.search(fold(text))
    if found and not asks(text[found.start() :]) and text[: found.start()].strip():
        yield Span(found.start(), len(text))


def _sentences(text: str) -> Iterator[Span]:
    edges = [0, *(found.end() for found in STOP.finditer(text)), len(text)]
    return (Span(start, end) for start, end in pairwise(edges))


def asks(text: str) -> bool:
    """Tell whether words that ask stand in ``text``."""
    folded = fold(text)
    return bool(ASKING.search(folded)) or any(True for _ in ask_how_many(folded))
