"""A question that asks several things becomes its parts: "hiệu lực từ ngày nào, bỏ văn bản nào".

Each part has words of its own that ask. What the first part says besides (the document, the body,
the matter) holds for the parts after it, which are often too short to be understood alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from api.answer_effect import IN_FORCE
from api.preface import asks
from api.question import YEAR
from api.question_words import ABOUT_THE_PAPER, FOLDED_STOP_WORDS, KINDS
from ingest.references import find_written_numbers
from ingest.text import fold

SEAM: Final = re.compile(r"[,;?](?!\d)\s+(?:(?:va|roi|con|dong thoi|thi)\s+)?|\s+(?:va|roi|con)\s+")
JOINT: Final = re.compile(r"[\s,;?]*(?:\s(?:và|va|rồi|roi|còn|con)\s*)?$", re.IGNORECASE)
# "ngày nào", "của ai", "bao lâu": one more breath of the same question
ASKS_ONLY: Final = re.compile(
    r"\b(?:(?:ngay|thang|nam|quy|hom|luc|khi|noi|cho|tu|cua) )*(?:nao|gi|ai|may|dau|bao \w+)\b"
)
# "…, mỗi mốc ứng với việc gì", "…, kể tên từng nhóm": no part, but how the first is to be told
TELLS_MORE: Final = re.compile(
    r"(?:moi|tung|cu the|do la|ke ten|neu ten|ten (?:gi|la gi|tung)|gom (?:nhung|cac)|la nhung)\b"
)
SOME: Final = re.compile(r"\b(?:voi|cung|bon|tui) may\b")  # "với mấy đài huyện" asks nothing
MOST: Final = 4


@dataclass(frozen=True, slots=True)
class Part:
    """A part as it was typed, as a question that is whole in itself, and its own papers.

    ``named``: it names papers itself, and is asked of these. ``said`` is what the whole has of the
    first part.
    """

    typed: str
    whole: str
    named: bool = False
    said: str = ""


@lru_cache(maxsize=64)  # a question is drafted several times, of one paper and of others
def parts_of(text: str) -> tuple[Part, ...]:
    """Return the questions that ``text`` asks, in order; empty if it asks one thing."""
    folded = fold(text)
    pieces = _pieces(text, folded)
    if not 1 < len(pieces) <= MOST or not all(map(_has_matter, pieces)):
        return ()
    said = _without_asking(pieces[0])
    before = ("", *(_without_anew(said, piece) for piece in pieces[1:]))
    return tuple(
        Part(
            piece,
            f"{told}, {piece}" if told else piece,
            named=bool(find_written_numbers(piece)),
            said=told,
        )
        for piece, told in zip(pieces, before, strict=True)
    )


def _without_anew(said: str, piece: str) -> str:
    """Return what the first part says, less the year or paper that a later one names anew."""
    if YEAR.search(piece):
        said = YEAR.sub(" ", said)
    if find_written_numbers(piece):
        for span, _ in reversed(find_written_numbers(said)):
            said = f"{said[: span.start]} {said[span.end :]}"
    return " ".join(said.split())


def _pieces(text: str, folded: str) -> list[str]:
    """Cut at the seams that have words that ask on both sides; what asks nothing goes along."""
    seams = list(SEAM.finditer(folded))
    edges = [0, *(m.end() for m in seams), len(text)]
    starts = [0]
    for end, following in pairwise(edges[1:]):
        rest = text[end:following]
        if _asks(text[starts[-1] : end]) and _asks(rest) and not TELLS_MORE.match(fold(rest)):
            starts.append(end)
    return [JOINT.sub("", text[a:b]) for a, b in pairwise([*starts, len(text)])]


def _has_matter(piece: str) -> bool:
    """Tell whether a part says what it asks about: "ai ký" does, "ngày nào" does not."""
    words = ASKS_ONLY.sub(" ", fold(piece)).split()
    return any(word not in FOLDED_STOP_WORDS for word in words)


def _asks(text: str) -> bool:
    folded = SOME.sub("", fold(text))
    return asks(folded) or any(pattern.search(folded) for _, pattern in ABOUT_THE_PAPER)


def _without_asking(piece: str) -> str:
    """Return the words of a part that name what it is about, without those that ask.

    "Hiệu lực từ" asks too: it would make the next part a question of when.
    """
    folded = fold(piece)
    asking = [pattern for _, pattern in (*KINDS, *ABOUT_THE_PAPER)]
    for pattern in (*asking, IN_FORCE):
        for found in pattern.finditer(folded):
            blank = " " * (found.end() - found.start())
            piece = piece[: found.start()] + blank + piece[found.end() :]
    return " ".join(piece.split())
