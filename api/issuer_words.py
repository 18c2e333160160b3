"""Words that only say whose paper is meant, once its number has named it.

"TT 54 của Bộ Công Thương quy định gì" asks nothing about the ministry: kept, its words would be
looked for in every sentence, and the ministry would be taken for a body that the answer names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from api.evidence import EXPANSIONS, words_of
from api.question import WORD, understand
from ingest.references import matches
from ingest.text import fold, normalise_tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from api.evidence import Words
    from api.question import Question
    from ingest.model import DocumentInfo

OF: Final = re.compile(r"\s+(?:của|do|cua)\b", re.IGNORECASE)
NEXT: Final = re.compile(rf"\s+({WORD.pattern})")
LEVEL: Final = frozenset(["tinh", "thanh", "pho", "tp"])
CONGRESS: Final = re.compile(  # "TW6 khóa XI", ", khóa 11"
    r",?(?: (?:tw|trung ương|trung uong) ?\d{1,2},?)? kh(?:óa|oá|oa) (?:[ivx]+|\d{1,2})(?!\w)",
    re.IGNORECASE,
)
STOPS: Final = re.compile(r"\s*(?:[,;:.?!)]|$)")


def without_issuers(question: Question, held: Sequence[DocumentInfo]) -> Question:
    """Return ``question`` without issuer and congress said after the number of a paper held."""
    text = question.text
    for mention in reversed(question.mentions):
        fits = [d for d in held if d.symbol and matches(mention.number, d.symbol, d.type)]
        end = _issuer_end(text, mention.span.end, fits[0]) if len(fits) == 1 else 0
        if len(fits) == 1 and (congress := CONGRESS.match(text, end or mention.span.end)):
            end = congress.end()
        if end:  # of several papers with the number, these words choose one
            text = f"{text[: mention.span.end]}{text[end:]}"
    return understand(text) if text != question.text else question


def _issuer_end(text: str, start: int, info: DocumentInfo) -> int:
    """Return where the words that name the issuer end, 0 where none stand there for certain.

    They are certain after "của", before a stop, or with the place: "QĐ 79 UBND tỉnh phải làm gì"
    may ask for the duties of the committee.
    """
    of = OF.match(text, start)
    begin = of.end() if of else start
    names = (info.issuer or "", info.place or "")
    firsts = frozenset(fold(name).partition(" ")[0] for name in names)
    end = max(_run(text, begin, words_of(" ".join(names)), firsts), default=0)
    said = fold(text[begin:end])
    placed = bool(info.place) and fold(info.place or "") in said
    return end if end and (of or placed or STOPS.match(text, end)) else 0


def _run(text: str, begin: int, named: Words, firsts: frozenset[str]) -> Iterator[int]:
    """Yield the end of each word that goes on with the name, without a stop before it."""
    at = begin
    before = _short(fold(WORD.findall(text[:begin])[-1]), named)  # "QĐ 312 UBND" is one number
    while found := NEXT.match(text, at):
        at = found.end()
        word = normalise_tone(found[1].casefold())
        plain = fold(word)
        known = word in named.toned or (word == plain and plain in named.folded)
        short = _short(plain, named)
        if short or (known and (plain in firsts or (before, plain) in named.pairs)):
            yield at
        elif plain not in LEVEL:
            return
        before = short or plain


def _short(plain: str, named: Words) -> str:
    """Return the last word of what a short form stands for in the name: "dan" of "UBND"."""
    fulls = EXPANSIONS.get(plain, ())
    return next((fold(full[-1]) for full in fulls if named.toned.issuperset(full)), "")
