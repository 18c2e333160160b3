"""Numbers of documents in short questions, as people type them: "nq 57 muc tieu 2030"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.model import Span
from ingest.symbols import SEPARATOR, YEAR, WrittenNumber, parse_number
from ingest.text import fold
from ingest.types import TYPE_NAME, TYPE_SIGN, is_issuer_sign, printed_sign

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_UNIT = (  # "5 năm", "100 ngày", "18%": quantities, not numbers of documents
    r"\b(?!\s?%)(?!\s(?:nam(?! (?:(?:19|20)\d\d|nao\b))|thang(?! nao\b)"
    r"|ngay(?! (?:\d|ban hanh|ky|nao|may|thang|ra doi))|tuan|gio"
    r"|quy(?! (?:dinh|che|hoach|trinh|mo))|phut|ty(?! (?:le|so|trong|suat)\b)|trieu|nghin|lan"
    r"|phan tram)\b)"
)
_NO_COUNT = (
    rf"{_NO_UNIT}(?!\s(?:nguoi|xa|tinh(?! uy)|huyen(?! uy))\b)"  # after a bare sign: "cv 12 xa"
)
_NOT_AFTER = r"(?!\d)(?!\s?[%/.,:]\s?\d)"
_PLAIN = r"(?!(?:19|20)\d\d\b)"  # "kế hoạch 2025" names a year
# "64/2025"; in "nq 57 2030" the year is another matter
_YEARED = rf"(?:(?! ){SEPARATOR}{YEAR})?"
_TYPED_TAIL = rf"{_YEARED}(?:{SEPARATOR}(?P<tail>[a-z][a-z0-9&]*(?:[/_-][a-z0-9&]+){{0,3}}))?"
_WORDY = {
    "da",
    "tc",
    "pa",
    "bb",
    "cl",
    "l",
    "cd",
    "gm",
    "pc",
    "pb",
    "pg",
}  # also common words
_TYPED = (
    # "nghị quyết số 57", "ke hoach 180-KH/TU", "quyết định số 1229/QĐ-UBND"
    re.compile(
        rf"\b(?P<name>{TYPE_NAME})\s+(?:(?P<so>so)\s*:?\s*|{_PLAIN})(?P<number>\d{{1,5}}(?:\.\d{{1,2}}(?=/))?[a-z]?)"
        rf"{_NO_UNIT}{_TYPED_TAIL}{_NOT_AFTER}"
    ),
    # "nq57 người đứng đầu": written together it is a sign, whatever is counted behind it
    re.compile(
        rf"\b(?P<sign>{TYPE_SIGN}){_PLAIN}(?P<number>\d{{1,5}})(?P<so>(?=\s(?:nguoi|xa|tinh|huyen)\b))"
        rf"{_TYPED_TAIL}{_NOT_AFTER}"
    ),
    # "57-NQ/TW", "57 nq tw", "30/2020/ND-CP", "30_2020_NĐ-CP", "33/2024/QH15"
    re.compile(
        rf"(?<![\w./-])(?P<number>\d{{1,5}}(?:\.\d{{1,2}}(?=/))?[a-z]?){_YEARED}{SEPARATOR}"
        r"(?P<tail>[a-z][a-z&]*\d{0,2}(?:[\s/_-]{1,3}[a-z0-9&]+){0,3})"
    ),
    # "nq57", "NQ 57", "nq số 57", "kh 180"
    re.compile(
        rf"\b(?P<sign>{TYPE_SIGN})(?:[\s.-]*(?P<so>so)\s*|[\s.-]?{_PLAIN})"
        rf"(?P<number>\d{{1,5}}(?:\.\d{{1,2}}(?=/))?[a-z]?){_NO_COUNT}{_TYPED_TAIL}{_NOT_AFTER}"
    ),
)


_UNKNOWN = re.compile(r"[-/][A-ZĐ]{2,}(?![\w/-])")
_SIGN_BEFORE = re.compile(rf"(?<![\w./-])(?:{TYPE_SIGN}) (?:so )?$")
# "các nghị quyết của HĐND số 64/2025 và 70/2025": the type stands too far away to be read
_BY_YEAR = re.compile(
    rf"(?:\bso\s*:?\s*|(?<=\d) ?(?:,|va)(?: so)? )(?P<number>\d{{1,5}})/{YEAR}(?![\d/-])"
)
_ANY_PAPER = re.compile(rf"\bvan ban so\s*:?\s*{_PLAIN}(?P<number>\d{{1,5}})\b{_NOT_AFTER}")


def find_written_numbers(question: str) -> tuple[tuple[Span, WrittenNumber], ...]:
    """Return every document number typed in a short question, and where it stands.

    Diacritics may be missing altogether. Quantities ("57 tổ chức"), years ("năm 2030") and
    ordinals of other things ("nhiệm vụ 5") are left alone.
    """
    folded = fold(question)
    found: list[tuple[Span, WrittenNumber]] = []
    for form in _TYPED:
        for hit in _hits(form, question, folded):
            if not any(_overlap(hit[0], span) for span, _ in found):
                found.append(hit)
    for match in (*_ANY_PAPER.finditer(folded), *_by_year(folded)):  # of any type
        span = Span(match.start("number"), match.end())
        if not any(_overlap(span, taken) for taken, _ in found):
            year = match.groupdict().get("year")
            number = WrittenNumber(str(int(match["number"])), int(year) if year else None)
            found.append((span, number))
    return tuple(sorted(found, key=lambda pair: pair[0]))


def _by_year(folded: str) -> Iterator[re.Match[str]]:
    """Yield "số 64/2025" and what goes on with it: "và 70/2025"."""
    end = -1
    for match in _BY_YEAR.finditer(folded):
        if match.group().lstrip(" ,").startswith("so") or match.start() == end:
            yield match
            end = match.end()


def _hits(
    form: re.Pattern[str], question: str, folded: str
) -> Iterator[tuple[Span, WrittenNumber]]:
    """Yield the hits of a form, each searched for after the one before as it was shortened.

    "57-NQ/TW và 180-KH/TU": the words between are a tail of the first until it is shortened.
    """
    at = 0
    while match := form.search(folded, at):
        hit = _typed(question, match)
        at = hit[0].end if hit else match.end()
        if hit:
            yield hit


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _typed(question: str, match: re.Match[str]) -> tuple[Span, WrittenNumber] | None:
    """Read one hit, shortening its tail until what is left are signs."""
    groups = match.groupdict()
    if groups.get("sign") in _WORDY and not (question[match.start()].isupper() or groups["so"]):
        return None
    for end in _ends(match):
        number = parse_number(question[match.start() : end])
        if number and (groups.get("sign") or groups.get("name") or _certain(number)):
            return Span(_start(match), _with_unknown(question, end, number)), number
    return None


def _with_unknown(question: str, end: int, number: WrittenNumber) -> int:
    """Return where a number ends with the sign of a body that is not known: "QĐ-TTPVHCC"."""
    unknown = _UNKNOWN.match(question, end) if number.type_sign else None
    return unknown.end() if unknown else end


def _start(match: re.Match[str]) -> int:
    """Return where a number begins with the short type before it: "KH 180-KH/TU"."""
    signed = _SIGN_BEFORE.search(match.string, 0, match.start())
    return signed.start() if signed and "sign" not in match.groupdict() else match.start()


def _ends(match: re.Match[str]) -> Iterator[int]:
    """Yield where the number may end: after its last sign, the one before, …, the figure."""
    if match["tail"]:
        base = match.start("tail")
        for cut in reversed(list(re.finditer(r"[a-z0-9&]+", match["tail"]))):
            if _all_signs(match["tail"][: cut.end()]):
                yield base + cut.end()
    yield match.end("year") if match["year"] else match.end("number")
    yield match.end("number")


def _all_signs(tail: str) -> bool:
    return all(printed_sign(s) or is_issuer_sign(s) for s in re.split(SEPARATOR, tail))


def _certain(number: WrittenNumber) -> bool:
    """Tell whether signs alone prove a number: type and issuer, or a year and an issuer."""
    return bool(number.issuer_sign and (number.type_sign or number.year))
