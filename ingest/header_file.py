"""What the name of a file tells of the number and the date that its document leaves open.

Numbers and days are often written by hand on a printed head ("Số: …/KH-SYT"), or left blank in
the Word file that was printed. Offices name the file by the number: "1942_kh_syt.pdf", "KH
180-KH.TU.pdf". That number is taken where the letters beside it are those printed in the head,
nothing read there speaks against it, and the name can mean no other document; the field carries
where it comes from. The name never overrules what the document states.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from ingest.header_lines import lines_of
from ingest.patterns import lazy
from ingest.symbols import PRINTED, canonical_symbol
from ingest.text import fold
from ingest.types import signs_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from ingest.header_lines import Line
    from ingest.model import Header, NamedField

    Guesses = Collection[tuple[str, str]]

HEAD_LINES = 25  # lines with text among which a head has its number and its date
FEWEST_PARTS = 2  # type and issuer; one sign alone is borne by too many papers
FEWEST_STAMP = 8  # figures of a time or a serial number before the name proper
LONGEST_LIST = 20  # "3 KH-SYT": up to here a number may count the files of a folder
YEARS_BACK, YEARS_AHEAD = 2, 8  # round the year of issue: a plan's name tells its year
SOME_YEAR = range(1945, 2060)  # figures that may be a year where no year of issue is known

_SEP = r"[\s_.()-]{0,4}"
_B = r"[^\S\n]"
_SIGNS = (  # "KH-SYT", "CV/VPTW/nb"; recognition loses thin dashes: "TB VPCP"
    r"[A-ZĐƯ][\w&]*(?:\s?[-/–.]\s?[A-ZĐƯa-z][\w&]*){0,4}(?:\s[A-ZĐƯ]{2,}(?=\W*$))?"
)
_GAP = (  # "Số: …/KH-SYT", "Số:      -KH/TU", "Số: …/2025/QĐ-UBND"
    rf"[sS][ốôỐÔ]{_B}?:?(?:{_B}|[.…_])*(?:/{_B}?(?P<year>(?:19|20)\d\d){_B}?)?"
    rf"(?P<dash>[-/–]){_B}?(?P<signs>{_SIGNS})"
)
_OPEN_NUMBER = lazy(rf"^\W*{_GAP}(?=\W*$|\s.*\bng[àa]y\b)")
# "(Ban hành kèm theo Công văn số      /SYT-NVY ngày …": annexes repeat it, their dates lag behind
_OPEN_IN_ANNEX = lazy(rf"(?i:kèm theo)\s(?P<type>[^\W\d][^\n\d/]{{3,30}}?)\s{_GAP}(?=\sng[àa]y\b)")
_OPEN_DATE = lazy(  # "Kiên Giang, ngày … tháng 10 năm 2017": the day is open
    r"(?:^|,)\s*ng[àa]y[\s.…_]*th[áa]ng\s*(?P<month>[01]?\d)\s*n[ăa]m\s*(?P<year>(?:19|20)\d\d)"
)
_YEAR = lazy(r"\bn[ăa]m\s*((?:19|20)\d\d)\W*$")
_ENDING = lazy(r"\.(?:pdf|docx?|rtf|odt|html?|txt|md|xlsx?)$", re.IGNORECASE)
_WORD = lazy(r"[a-z]+|\d+")
_PLAIN_WORDS = frozenset({"so", "vb", "van", "ban", "scan", "ky", "file"})
_TYPE_NUMBER = lazy(r"(?P<type>[a-z]{2,}[a-z\s_-]*?)[\s_.:-]*(?P<number>\d{1,5})(?!\d)")
_DAY = lazy(  # directly behind the number: "… ngày 3-4-2024", "(ngay 03.04.2024)"
    rf"{_SEP}ngay{_SEP}(?P<day>[0-3]?\d)[\s_.-]{{1,2}}(?P<month>[01]?\d)"
    r"[\s_.-]{1,2}(?P<year>(?:19|20)\d\d)(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A symbol as a head has it: what precedes its signs, and the signs with their dashes."""

    dash: str
    signs: str
    year: str | None
    number: int | None  # None where it is open

    @property
    def parts(self) -> tuple[str, ...]:
        """The signs one by one, folded."""
        return tuple(part for part in re.split(r"[^a-z0-9]+", fold(self.signs)) if part)


@dataclass(frozen=True, slots=True)
class Named:
    """What the name of a file says of its document's number, and of the date behind it."""

    figures: str
    issued: date | None

    @property
    def number(self) -> int:
        """The number without the noughts before it."""
        return int(self.figures)


def with_file_name(head: Header, text: str, name: str, guessed: Guesses = ()) -> Header:
    """Return the head with number and day taken from the file's name where they are open.

    ``guessed`` are figures that recognition saw and that were not believed: they give the
    number no weight, but where they are others than those of the name, neither is believed.
    """
    lines = lines_of(text)[:HEAD_LINES]
    printed = _printed(head, lines) or _repeated(head, text)
    if printed is None or any(fold(mark).startswith("du thao") for mark in head.marks):
        return head
    found = _named(name, printed, head, lines)
    if found is None or printed.number not in {None, found.number}:
        return head
    if printed.number is None and _denied(found.number, "figures", guessed):
        return head
    symbol = head.symbol or _symbol(found.figures, printed)
    day_told = found.issued and not _denied(found.issued.day, "day", guessed)
    issued = head.issued or (found.issued if day_told and _fits(found, head, lines) else None)
    filled: list[NamedField] = ["symbol"] if symbol != head.symbol else []
    filled += ["issued"] if issued != head.issued else []
    return replace(head, symbol=symbol, issued=issued, from_file=tuple(filled))


def other_number(head: Header, name: str) -> str | None:
    """Return the number that a file's name gives its document, where the document has another."""
    printed = _of_symbol(head.symbol) if head.symbol and not head.from_file else None
    found = _named(name, printed, head, ()) if printed else None
    if printed is None or found is None or found.number == printed.number:
        return None
    return _symbol(found.figures, printed)


def _printed(head: Header, lines: Sequence[Line]) -> Printed | None:
    """Return the document's symbol, or what is printed of one whose number is open."""
    if head.symbol:
        return _of_symbol(head.symbol)
    opened = (_OPEN_NUMBER.search(line.text) for line in lines)
    found = next((one for one in opened if one), None)
    return Printed(found["dash"], found["signs"], found["year"], None) if found else None


def _repeated(head: Header, text: str) -> Printed | None:
    """Return what an annex prints of the symbol, where the head's own line could not be read."""
    for found in _OPEN_IN_ANNEX.finditer(text):
        if fold(found["type"]) == fold(head.type or ""):
            return Printed(found["dash"], found["signs"], found["year"], None)
    return None


def _of_symbol(symbol: str) -> Printed | None:
    found = re.fullmatch(PRINTED, symbol)
    figures = found["number"] if found else ""
    if not found or not figures.isdigit():
        return None
    return Printed(found["dash"], found["signs"], found["year"], int(figures))


def _named(name: str, printed: Printed, head: Header, lines: Sequence[Line]) -> Named | None:
    """Return the one number that stands beside the printed signs in a name, or None."""
    bare = fold(_ENDING.sub("", name))
    own = _own_words(head, printed)
    beside = list(_beside(bare, printed))
    if beside:
        one = beside[0]
        own_number = len({hit["number"] for hit in beside}) == 1 and _only_names(
            bare[: one.start()], own
        )
        found = Named(one["number"], _day(bare, one.end())) if own_number else None
    else:
        dated = _dated(bare, own)
        found = dated if dated and _fits(dated, head, lines) else None
    return None if found is None or found.number in _years(head, lines) else found


def _beside(bare: str, printed: Printed) -> Iterator[re.Match[str]]:
    """Yield where the printed signs stand behind a number.

    Type and issuer have to be there letter for letter; further signs may be left out. A low
    number with a blank or a stop behind it may be the file's place in a list.
    """
    parts = printed.parts
    if len(parts) + bool(printed.year) < FEWEST_PARTS:
        return
    signs = _SEP.join(map(re.escape, parts[:FEWEST_PARTS]))
    year = rf"{_SEP}{printed.year}" if printed.year else r"(?:[\s_.-](?:19|20)\d\d(?=[\s_.-]))?"
    pattern = rf"(?<![a-z0-9])(?P<number>\d{{1,5}}){year}(?P<gap>[\s_-]{{0,3}}){signs}(?![a-z0-9])"
    for found in re.finditer(pattern, bare):
        if found["gap"].strip() or not found["gap"] or int(found["number"]) > LONGEST_LIST:
            yield found


def _only_names(before: str, own: Collection[str]) -> bool:
    """Tell whether words only name the type: "trien khai 57-KH-UBND" is another paper than 57."""
    words = _WORD.findall(before)
    return all(w in own or (len(w) >= FEWEST_STAMP and w.isdigit()) for w in words)


def _dated(bare: str, own: frozenset[str]) -> Named | None:
    """Return type, number and date that open a name: "CV so 12 ngay 3-4-2024 ve viec …"."""
    found = _TYPE_NUMBER.match(bare)
    issued = _day(bare, found.end()) if found else None
    if not found or not issued or not _only_names(found["type"], own - _PLAIN_WORDS | {"so"}):
        return None
    return Named(found["number"], issued)


def _own_words(head: Header, printed: Printed) -> frozenset[str]:
    """Return the words that may precede a number in the name of its own file."""
    kind = head.type or ""
    signs = {part for sign in signs_of(kind) for part in _WORD.findall(fold(sign))}
    return _PLAIN_WORDS | {printed.parts[0]} | signs | set(_WORD.findall(fold(kind)))


def _years(head: Header, lines: Sequence[Line]) -> set[int]:
    """Return the figures that may tell a year: "2018 KH-SYT" is no number 2018."""
    if head.issued:
        issued = head.issued.year
    else:
        stated = (_YEAR.search(line.text) for line in lines)
        issued = next((int(one[1]) for one in stated if one), 0)
    return set(range(issued - YEARS_BACK, issued + YEARS_AHEAD)) if issued else set(SOME_YEAR)


def _day(bare: str, at: int) -> date | None:
    found = _DAY.match(bare, at)
    try:
        return date(*(int(found[part]) for part in ("year", "month", "day"))) if found else None
    except ValueError:
        return None


def _denied(number: int, part: str, guessed: Guesses) -> bool:
    """Tell whether recognition saw other figures there than the name has."""
    return any(int(seen) != number for what, seen in guessed if what == part)


def _fits(named: Named, head: Header, lines: Sequence[Line]) -> bool:
    """Tell whether a date is the document's, or has the month and year beside an open day."""
    if head.issued or not named.issued:
        return head.issued == named.issued is not None
    opened = (_OPEN_DATE.search(line.text) for line in lines)
    found = next((one for one in opened if one), None)
    printed = (int(found["month"]), int(found["year"])) if found else None
    return printed == (named.issued.month, named.issued.year)


def _symbol(figures: str, printed: Printed) -> str | None:
    """Return the number before the printed signs, in official writing: two figures at least."""
    year = f"/{printed.year}" if printed.year else ""
    signs = re.sub(r"\s(?=[A-ZĐƯ]{2,}$)", "-", printed.signs)
    return canonical_symbol(f"{figures.zfill(2)}{year}{printed.dash}{signs}")
