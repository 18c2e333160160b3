"""Which documents a question is about: held, known only by record, referred to, or several.

A written form ("NQ57", "kế hoạch 180") is matched against the documents of the library, the
records of the manifest and the references found in held texts. Words of the question may then
choose between two documents of the same number ("Nghị quyết 18 về đất đai").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from api.congress import congress_named, congress_of
from api.evidence import holds, words_of
from api.file_names import symbol_by_file
from api.laws import laws_asked, names_law, referred_law
from api.model import Choice
from api.paper_types import puts_in_force
from api.question import WORD, Term
from api.shelf import as_choice, as_info
from index.model import Query
from ingest.errors import UnknownDocumentError
from ingest.references import matches, parse_number
from ingest.text import fold
from ingest.types import type_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from api.question import Mention, Question
    from api.shelf import Shelf
    from ingest.model import DocumentInfo
    from ingest.references import WrittenNumber


DEPTH = 40  # passages in which the name of a law is looked for
ALONE = r"(?<!(?<!\w)[Bb]áo )(?<!(?<!\w)[Bb]ao )(?<!(?<!\w)[Đđ]ài )(?<!(?<!\w)[Dd]ai )"
"""A place after one of these words is the body's whole name, "Báo Ấp Bắc", and stays."""

# these types are mostly counted, not numbered: "Dự án 6", "Đề án 06", "Chương trình 135"
UNNUMBERED = frozenset({"Dự án", "Đề án", "Chương trình", "Phương án"})
# a paper before one of these words is asked for what it says itself
SUBJECT_OF = re.compile(
    r"\s*(?:yeu cau|quy dinh|neu|noi|huong dan|giao|de ra|dat|xac dinh|chi dao|ghi|dua ra|viet)\b"
)
CITY = re.compile(r"(?<!\w)(?:tp[. ]?hcm|hcm|sài gòn|sai gon)(?!\w)", re.IGNORECASE)
PLACE_BEFORE = (  # "ở tỉnh Cần Thơ", "của TP Cần Thơ" go with the name
    r"(?:(?<!\w)(?:ở|tại|của|o|tai|cua)\s+)?"
    r"(?:(?<!\w)(?:tỉnh|thành phố|tp\.?|tinh|thanh pho)\s+)?(?<!\w)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """What one written form may mean: documents held, and others known but not held."""

    written: str
    held: tuple[DocumentInfo, ...]
    absent: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """The documents to answer from. With nothing named, ``documents`` is empty: all of them.

    ``matters`` are the numbers of documents that the question is about without asking for their
    text: "văn bản nào thực hiện Nghị quyết 57".
    """

    documents: tuple[str, ...] = ()
    ambiguous: tuple[Choice, ...] = ()
    missing: tuple[Choice, ...] = ()
    unknown: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()


def find_scope(question: Question, asked: Sequence[str], shelf: Shelf) -> Scope:
    """Return the scope that the question's own words set, or the caller's ``asked`` forms alone.

    Raises:
        UnknownDocumentError: one of ``asked`` names nothing known.

    """
    if asked:
        named = [_asked(text, shelf) for text in asked]
    else:
        named = [
            one
            for m in question.mentions
            if not m.matter
            for one in [_named(m, question, shelf)]
            if not _only_words(m, one)
        ]
    if not asked and _asks_the_first(question, named):
        named = named[:1]
    named = [*(_chosen(one, question) for one in named), *(() if asked else _laws(question, shelf))]
    held = tuple(dict.fromkeys(d.id for one in named if len(one.held) == 1 for d in one.held))
    return Scope(
        documents=held,
        ambiguous=tuple(c for one in named for c in _choices(one)),
        missing=tuple(one.absent[0] for one in named if not one.held and len(one.absent) == 1),
        unknown=tuple(one.written for one in named if not one.held and not one.absent),
        matters=matter_symbols(question, shelf),
    )


def _asks_the_first(question: Question, named: Sequence[Named]) -> bool:
    """Tell whether a paper that is not held is asked for its text, and the others are its matter.

    "HD 186 yêu cầu dùng hình thức nào cho NQ 57" is not answered from the resolution.
    """
    if len(named) < 2 or named[0].held or not named[0].absent:  # noqa: PLR2004  the first and others
        return False
    first = question.text.find(named[0].written) + len(named[0].written)
    return SUBJECT_OF.match(question.folded, first) is not None


def _laws(question: Question, shelf: Shelf) -> Iterator[Named]:
    """Yield the laws asked for by name: held, or as the papers held refer to them."""
    for law, held in laws_asked(question, shelf.library.documents()):
        if held:
            yield Named(law, held, ())
            continue
        hits = shelf.library.search(Query(law, limit=DEPTH))
        speaking = dict.fromkeys(h.document.id for h in hits if names_law(law, h.passage.text))
        referred = referred_law(law, map(shelf.document, speaking)) if speaking else None
        yield Named(law, (), (referred,) if referred else ())


def placed(question: Question, shelf: Shelf) -> tuple[tuple[str, ...], str]:
    """Return the documents of the province or city the question names, and the question without it.

    "Sở Y tế Cần Thơ phải báo cáo khi nào" asks a document that a body of Cần Thơ issued. Only
    places that stand in an issuer's name count: central papers are dated from Hà Nội too.
    """
    asked = spelt_out(question.text)
    ids: list[str] = []
    bare = asked
    for info in shelf.library.documents():
        place = info.place or ""
        if place and fold(place) in fold(info.issuer or "") and _stands(place, asked):
            ids.append(info.id)
            bare = re.sub(ALONE + PLACE_BEFORE + _loosely(place), " ", bare, flags=re.IGNORECASE)
    return tuple(ids), " ".join(bare.split())


def spelt_out(text: str) -> str:
    """Return ``text`` with the abbreviations of cities written in full."""
    return CITY.sub("Hồ Chí Minh", text)


def _loosely(place: str) -> str:
    """Return a pattern for a place's name with or without its diacritics."""
    return rf"(?:{re.escape(place)}|{re.escape(fold(place))})(?!\w)"


def _stands(place: str, text: str) -> bool:
    return re.search(rf"(?<!\w){_loosely(place)}", text, re.IGNORECASE) is not None


def _only_words(mention: Mention, named: Named) -> bool:
    """Tell whether "Dự án 6" is a part of a programme and no document's number."""
    number = mention.number
    signed = number.issuer_sign or number.year
    return not signed and number.type in UNNUMBERED and not (named.held or named.absent)


def matters(scope: Scope) -> tuple[Term, ...]:
    """Return the documents that are the matter of the question as words to look for."""
    words = (word for symbol in scope.matters for word in WORD.findall(symbol.casefold()))
    return tuple(Term(word, fold(word), accented=False, weak=False) for word in words)


def is_held(mention: Mention, question: Question, shelf: Shelf) -> bool:
    """Tell whether a number may mean a paper that is held."""
    return bool(_named(mention, question, shelf).held)


def matter_symbols(question: Question, shelf: Shelf) -> tuple[str, ...]:
    """Return the numbers, as printed, of the documents that are the matter of the question."""
    named = [
        one
        for m in question.mentions
        for one in [_named(m, question, shelf)]
        if m.matter or _only_words(m, one)
    ]
    return tuple(next(_symbols(one), one.written) for one in named)


def _symbols(named: Named) -> Iterator[str]:
    yield from (d.symbol for d in named.held if d.symbol)
    yield from (c.symbol for c in named.absent if c.symbol)


def _named(mention: Mention, question: Question, shelf: Shelf) -> Named:
    number = mention.number
    infos = shelf.library.documents()
    stated = ((d, d.symbol_seen) for d in infos)
    held = tuple(d for d, by in stated if by and _means(number, by, d.type, d.issued))
    if not held:  # else the file may be an annex of the paper held
        named = ((d, symbol_by_file(d)) for d in infos)
        held = tuple(d for d, by in named if by and _means(number, by, d.type, d.issued))
    if not held:
        held = tuple(d for d in infos if _puts_in_force(d, number))
    return Named(mention.span.of(question.text), held, _absent(number, held, shelf))


def _puts_in_force(info: DocumentInfo, number: WrittenNumber) -> bool:
    """Tell whether a decision of that number puts such a text in force: "quy chế 1147"."""
    sort = fold(number.type or type_of((number.type_sign or "").upper()) or "")
    bare = replace(number, type=None, type_sign=None)
    titled = bool(sort) and puts_in_force(info, sort)
    return bool(titled and info.symbol and _means(bare, info.symbol, info.type, info.issued))


def _means(number: WrittenNumber, symbol: str, kind: str | None, issued: date | None) -> bool:
    """Tell whether a number may mean a document; a year may be that of its date: "QĐ 2708/2025"."""
    if matches(number, symbol, kind):
        return True
    dated = number.year is not None and issued is not None and issued.year == number.year
    return dated and matches(replace(number, year=None), symbol, kind)


def _asked(text: str, shelf: Shelf) -> Named:
    """Return what a form given apart from the question means; ids are exact."""
    held = shelf.library.resolve(text)
    if any(d.id == text for d in held):
        return Named(text, held, ())
    records = tuple(as_choice(as_info(k), held=False) for k in shelf.known if k.id == text)
    number = parse_number(text)
    found = Named(text, held, records or (_absent(number, held, shelf) if number else ()))
    if not found.held and not found.absent:
        raise UnknownDocumentError(
            f"Không có văn bản nào ứng với “{text}”. Xem danh sách: tracuu documents."
        )
    return found


def _absent(
    number: WrittenNumber,
    held: Iterable[DocumentInfo],
    shelf: Shelf,
) -> tuple[Choice, ...]:
    """Return documents the number fits that are not held: by record, else by reference."""
    ids = {d.id for d in held}
    records = tuple(
        as_choice(as_info(k), held=False)
        for k in shelf.known
        if k.id not in ids and _means(number, k.symbol, k.type, k.issued)
    )
    if records or ids:
        return records
    referred = {
        r.symbol: Choice(r.symbol, r.symbol, r.type, "", r.issuer, r.issued, held=False)
        for info in shelf.library.documents()
        for r in shelf.document(info.id).references
        if _means(number, r.symbol, r.type, r.issued)
    }
    return tuple(referred.values())


def _chosen(named: Named, question: Question) -> Named:
    """Return ``named`` narrowed to the one document the question's other words point to."""
    if len(named.held) + len(named.absent) < 2:  # noqa: PLR2004  two make an ambiguity
        return named
    everyone = [as_choice(d, held=True) for d in named.held] + list(named.absent)
    scores = [_pointed(choice, question) for choice in everyone]
    best = max(scores)
    if best == 0 or scores.count(best) > 1:
        return named
    chosen = everyone[scores.index(best)]
    held = tuple(d for d in named.held if d.id == chosen.id)
    return Named(named.written, held, () if held else (chosen,))


def _pointed(choice: Choice, question: Question) -> int:
    """Count the words of the question that stand in this document's head and year."""
    head = words_of(f"{choice.title} {choice.issuer or ''}")
    words = sum(holds(head, term) for term in question.terms if not term.weak)
    if choice.issued is None:
        return words
    dated = choice.issued in question.days
    years = {*question.years, *(day.year for day in question.days)}
    termed = congress_named(question) in {congress_of(choice.issued)} - {None}
    return words + 10 * (choice.issued.year in years or termed) + 20 * dated


def _choices(named: Named) -> tuple[Choice, ...]:
    if len(named.held) + len(named.absent) < 2:  # noqa: PLR2004  two make an ambiguity
        return ()
    return tuple(as_choice(d, held=True) for d in named.held) + named.absent
