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
STOP: Final = re.compile(r"(?<=\w{2})[.!?:]\s+(?=\S)")  # not after the number of an item


def prefaces(text: str) -> Iterator[Span]:
    """Yield the sentences of ``text`` that ask nothing, where one after them does."""
    edges = [0, *(found.end() for found in STOP.finditer(text)), len(text)]
    told: list[Span] = []
    for start, end in pairwise(edges):
        if asks(text[start:end]):
            yield from told
            return
        told.append(Span(start, end))


def asks(text: str) -> bool:
    """Tell whether words that ask stand in ``text``."""
    folded = fold(text)
    return bool(ASKING.search(folded)) or any(True for _ in ask_how_many(folded))
