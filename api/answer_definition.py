"""What a paper itself takes a term to mean: "4. Tài khoản thư điện tử là thông tin bao gồm …".

Such sentences open with the term and say "là". Found by the term alone: the question need not
share a word with what is said of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from api.announced import announced
from api.asked_years import supported_years
from api.desk import head_of
from api.evidence import words_of
from api.question import WORD
from api.write import Draft, passage_of, quoting
from ingest.model import Span
from ingest.sentences import sentences
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.desk import Desk
    from ingest.model import Document

# "gồm những ai", "hiểu … là những ai", and a term in quotation marks by itself
MADE_UP_OF: Final = (
    r"|\bgom (?:co |nhung |cac )*(?:gi|ai|(?:[a-z]+ ){1,3}nao)\W*$|\bhieu\b.*\b(?:ai|nao)\W*$"
    r"|^\W*[“\"][^”\"]{4,40}[”\"](?: \w+){0,6}\W*$"
)
# what it is made up of, where that is named: "gồm những phòng nào"
THINGS: Final = re.compile(
    r"\bgom (?:co |nhung |cac )+(?P<of>(?!don vi|co quan|to chuc|noi|thanh|loai|ai|gi)[a-z]+)"
    r"(?: [a-z]+){0,3} nao\b"
)
ASKED: Final = re.compile(
    r"\b(?:the nao la|(?:co )?nghia la|duoc hieu|hieu (?:la|nhu)|khai niem|dinh nghia"
    r"|giai thich)\b|\bhieu\b.*\b(?:la gi|the nao|ra sao)|\bla (?:gi|sao|cai gi)\W*$" + MADE_UP_OF
)
# as in "(4) “Tài khoản thư điện tử” là"
DEFINES: Final = re.compile(
    r"^[ \t]*(?:(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]|\(?[a-zđ][.)]|[-+–•])[ \t]*)?"
    r"(?!(?:Theo|Trong|Khi|Nếu|Tại|Từ|Đối|Do|Vì|Để|Ngoài)\b)"
    r"(?P<term>[“\"]?[^\W\d_][^.;:\n]{2,90}?)\s+(?:được hiểu )?(?:là|gồm|bao gồm)\s",
    re.MULTILINE,
)
MOST_WORDS: Final = 12
FEWEST_WORDS: Final = 2
NAMED_NEEDED: Final = 0.8  # share of what is asked, beside the paper's own name


@dataclass(frozen=True, slots=True)
class Definition:
    """The folded words of a term, and the sentence that says what it is."""

    words: frozenset[str]
    span: Span


def answer_definition(desk: Desk) -> Draft | None:
    """Return the sentence that defines what is asked, with what it announces, or None."""
    if not ASKED.search(desk.question.folded):
        return None
    best = max(_fitting(desk), key=lambda found: found[0], default=None)
    if best is None:
        return None
    _, document, span = best
    return Draft((*quoting(document, (span,)), *announced(document, span)))


def _fitting(desk: Desk) -> Iterator[tuple[float, Document, Span]]:
    """Yield the definitions of no other thing than the one asked, with how far they name it."""
    asked = words_of(desk.question.text).folded
    things = THINGS.search(desk.question.folded)
    for document in desk.documents():
        strong = {t.folded for t in desk.question.terms if not t.weak}
        head = words_of(head_of(document)).folded
        for each in definitions_of(document.text):
            own = (strong - head) | (strong & each.words)
            named = len(own & each.words) / max(len(own), 1)
            fits = each.words <= asked and named >= NAMED_NEEDED
            if things and things["of"] not in fold(each.span.of(document.text)):
                continue
            if fits and _of_the_years(desk, document, each.span):
                yield named + len(each.words) / 100, document, each.span


def _of_the_years(desk: Desk, document: Document, span: Span) -> bool:
    """Tell whether the years of the question, if any, are those of the definition."""
    return supported_years(desk.question, document, passage_of(document, span), span)


@lru_cache(maxsize=256)
def definitions_of(text: str) -> tuple[Definition, ...]:
    """Return what opens a line with a term and says what it is, in the order of the text."""
    found = []
    for match in DEFINES.finditer(text):
        words = [fold(word) for word in WORD.findall(match["term"])]
        opens = match["term"].lstrip('“"')[0].isupper()
        if opens and FEWEST_WORDS <= len(words) <= MOST_WORDS:
            line_end = text.find("\n", match.start())
            line = Span(match.start("term"), line_end if line_end > 0 else len(text))
            found.append(Definition(frozenset(words), sentences(text, line)[0]))
    return tuple(found)
