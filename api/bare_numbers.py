"""The number of a document typed alone: "hồ sơ gồm những gì (1378 BNV)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from api.question import understand
from ingest.references import matches, parse_number
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from api.question import Question
    from ingest.model import DocumentInfo
    from ingest.references import WrittenNumber

    Signed = Callable[[WrittenNumber], bool]

# three or four figures; what follows must not make them an amount, an article or a date
BARE: Final = re.compile(
    r"(?<![\w.,/%-])(?<!dieu )(?<!khoan )(?<!ngay )(?<!thang )(?<!nam )(?P<number>[1-9]\d{2,3})"
    r"(?![\w/%-])(?![.,]\d)"
    r"(?!\s+(?:dong|trieu|ty|ti|nghin|ngan|nguoi|ho|xa|phuong|tinh|ngay|thang|nam|gio|phut|m|m2|km"
    r"|ha|kg|tan|ban|cai|du an|hoc vien|hoc sinh|can bo|dang vien|doanh nghiep|co so|diem|lan"
    r"|vi tri|phan tram)\b)"
    r"(?P<sign>\s+[a-z]{2,8}\b)?"
)


def with_bare_numbers(text: str, held: Sequence[DocumentInfo]) -> str:
    """Return ``text`` with a figure that numbers exactly one held document written as its number.

    A year is never taken for one; a sign of the issuer after the figure ("1378 BNV") goes with it.
    """
    folded = fold(text)
    found = BARE.search(folded)
    if found is None or found["number"].startswith(("19", "20")):
        return text
    fits = [d for d in held if d.symbol and _number(d.symbol) == int(found["number"])]
    if len(fits) != 1 or fits[0].symbol is None:
        return text
    signed = found["sign"] and found["sign"].strip() in re.split(r"[/-]", fold(fits[0].symbol))
    end = found.end() if signed else found.end("number")
    return f"{text[: found.start('number')]}{fits[0].symbol}{text[end:]}"


def with_tails_apart(question: Question, held: Sequence[DocumentInfo], known: Signed) -> Question:
    """Return ``question`` with a number that fits no paper cut before words that are none of it.

    "nq57 vp tw đảng báo cáo" names the resolution and then the office: "vp" is no sign of it.
    """
    text = question.text
    for mention in reversed(question.mentions):
        shorter = mention.span.of(text).rpartition(" ")[0]
        number = parse_number(shorter) if shorter else None
        if number is None or known(mention.number):
            continue
        if any(d.symbol and matches(number, d.symbol, d.type) for d in held):
            cut = mention.span.start + len(shorter)
            text = f"{text[:cut]},{text[cut:]}"
    return understand(text) if text != question.text else question


def _number(symbol: str) -> int | None:
    digits = re.match(r"\d+", symbol)
    return int(digits[0]) if digits else None
