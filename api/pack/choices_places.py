"""Multiple choice on the document itself: where something stands in it, and its official data."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from api.pack.model import Option, Question
from api.pack.places import heading_span, in_one_passage
from api.pack.proofs import ELSEWHERE, differ, pairs_of
from api.pack.workshop import question_id
from api.write import passage_of, trimmed, unlabelled
from ingest.header import official_name, short_name
from ingest.issued import print_date
from ingest.model import Span
from ingest.sentences import sentences
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from api.pack.model import Datum
    from api.pack.workshop import Workshop
    from ingest.model import DocumentInfo, Reference, Section

WRONG: Final = 3
FEWEST: Final = 2
SHORTEST: Final = 60  # characters of a sentence that tells where it belongs
LONGEST: Final = 330
LONGEST_NAME: Final = 130  # characters of a heading as an option
HEAD_LENGTH: Final = 1500
LIKELY: Final = 4  # of other documents, those most like the right one are drawn from
CROSS: Final = re.compile(
    r"\b(?:điểm|khoản|điều|mục|chương|phụ lục)\s+(?:\d|[ivx]+\b|\w\b)", re.IGNORECASE
)
TOPIC: Final = re.compile(  # headings that say what kind of thing stands under them, no more
    r"(?:noi dung|thoi gian|muc dich|yeu cau|dia diem|doi tuong|pham vi|hinh thuc|kinh phi"
    r"|thanh phan)(?: \S+){0,2}$"
)
GENERAL: Final = re.compile(  # parts of any paper: nobody need know what stands there
    r"(?:nhung )?(?:quy dinh chung|dieu khoan|to chuc thuc hien|hieu luc)"
)
LINKED: Final = re.compile(  # a sentence that goes on from the one before it
    r"(?:trong đó|theo đó|đồng thời|ngoài ra|bên cạnh đó|qua đó|từ đó|do đó|vì vậy|tuy nhiên)\b",
    re.IGNORECASE,
)
STATE: Final = re.compile(r"\d+/")  # "165/KH-UBND"; a Party number has a dash there


def place_choices(shop: Workshop) -> Iterator[Question]:
    """Yield "in which part does this stand", one a part, deepest families of headings first."""
    for family in _families(shop):
        for section in shop.rng.sample(family, len(family)):
            question = _place_choice(shop, section, family)
            if question is not None:
                yield question


def _families(shop: Workshop) -> list[tuple[Section, ...]]:
    """Return the groups of neighbouring parts that all have headings, three or more of them."""
    groups = [shop.document.sections, *(s.children for s in shop.document.walk())]
    headed = [tuple(s for s in g if _shown(shop, s)) for g in groups]
    enough = [g for g in headed if len(g) > FEWEST]
    return sorted(enough, key=lambda g: -len(g[0].path))


def _shown(shop: Workshop, section: Section) -> bool:
    span = heading_span(shop.document, section)
    told = span is not None and in_one_passage(shop.document, span)
    return told and not ELSEWHERE.search(section.heading)


def _place_choice(shop: Workshop, section: Section, family: tuple[Section, ...]) -> Question | None:
    heading = fold(section.heading)
    others = [s for s in family if s is not section and _apart(fold(s.heading), heading)]
    if len(others) < FEWEST or GENERAL.match(heading):
        return None
    chosen = [section, *shop.rng.sample(others, min(WRONG, len(others)))]
    names = [_heading(shop, s) for s in chosen]
    alike = len({fold(option.text) for option in names}) < len(chosen)
    if alike or sum(bool(TOPIC.match(fold(s.heading))) for s in chosen) >= FEWEST:
        return None
    sentence = _telling(shop, section, [option.text for option in names])
    if sentence is None:
        return None
    chosen.sort(key=lambda s: s.span.start)
    return Question(
        id=question_id("choice", "place", sentence.start),
        kind="choice",
        about="place",
        ask=f"Nội dung dưới đây được nêu ở phần nào của {shop.short}?",
        shown=(shop.piece(sentence.start, sentence.end),),
        options=tuple(_heading(shop, s) for s in chosen),
        right=chosen.index(section),
        key=_heading(shop, section).text,
        sources=(shop.quote(sentence),),
    )


def _heading(shop: Workshop, section: Section) -> Option:
    """Return a heading as an option; of a long one its first part, which is a name by itself."""
    span = heading_span(shop.document, section)
    assert span is not None  # noqa: S101 -- _shown has seen to it; tells mypy so
    words = section.heading
    if len(words) > LONGEST_NAME:
        end = words.find(";")
        end = end if 0 < end <= LONGEST_NAME else words.rfind(", ", 0, LONGEST_NAME)
        opened = words.rfind("(", 0, max(end, 0))
        end = opened - 1 if opened > words.rfind(")", 0, max(end, 0)) else end
        span = Span(span.start, span.start + end) if end > 0 else span
    return Option(shop.words(span), shop.quote(span))


def _apart(first: str, second: str) -> bool:
    return first not in second and second not in first


def _telling(shop: Workshop, section: Section, names: Sequence[str]) -> Span | None:
    """Return a sentence of a part that stands nowhere else in the document, or None.

    It has no two words in a row that only the first name has: they would give it away.
    """
    text = shop.document.text
    own, *others = map(pairs_of, names)
    telltale = own.difference(*others)
    heading = heading_span(shop.document, section)
    found = []
    for span in sentences(text, section.span):
        if heading and heading.start < span.end and span.start < heading.end:
            continue
        words = _bare(text, unlabelled(text, trimmed(text, span)))
        if SHORTEST <= words.end - words.start <= LONGEST and _below(shop, words, section):
            hints = telltale & pairs_of(shop.words(words))
            found += [words] if not hints and _says_something(shop, words) else []
    return shop.rng.choice(found) if found else None


def _bare(text: str, span: Span) -> Span:
    """Return a sentence without the semicolon of the list it stands in."""
    return Span(span.start, span.start + len(span.of(text).rstrip(" ;,")))


def _says_something(shop: Workshop, span: Span) -> bool:
    """Tell whether a sentence has a matter of its own: no bare name of a paper, no "điểm e"."""
    named = any(span.start <= r.span.start < span.start + 3 for r in shop.document.references)
    words = shop.words(span)
    if named or words.endswith(":") or LINKED.match(words):
        return False
    return not CROSS.search(words) and not ELSEWHERE.search(words)


def _below(shop: Workshop, span: Span, section: Section) -> bool:
    """Tell whether a sentence is running text of the part and stands once in the document."""
    if not in_one_passage(shop.document, span) or shop.grounds.times(shop.words(span)) != 1:
        return False
    path = passage_of(shop.document, span).path
    headings = {fold(s.heading) for s in section.walk() if s.heading}
    return path[: len(section.path)] == section.path and fold(shop.words(span)) not in headings


def document_choices(shop: Workshop, data: tuple[Datum, ...]) -> Iterator[Question]:
    """Yield questions on official data; the wrong options are data of other documents."""
    by_name = {datum.name: datum for datum in data}
    for name, make in (("Cơ quan ban hành", _issuer), ("Ngày ban hành", _issued)):
        datum = by_name.get(name)
        if datum is not None and datum.source is not None and shop.document.info.symbol:
            question = make(shop, datum)
            if question is not None:
                yield question
    yield from _cited(shop)


def _issuer(shop: Workshop, datum: Datum) -> Question | None:
    head = fold(shop.document.text[:HEAD_LENGTH])
    wrong: dict[str, DocumentInfo] = {}
    for info in sorted(shop.others, key=partial(_unlike, shop.document.info)):
        name = info.issuer or ""
        known = [datum.text, *wrong]
        if name and fold(name) not in head and all(differ(name, one) for one in known):
            wrong[name] = info
    likely = {name: wrong[name] for name in _likely(shop.document.info, wrong)}
    return _of_documents(shop, datum, f"{shop.short} do cơ quan, tổ chức nào ban hành?", likely)


def _issued(shop: Workshop, datum: Datum) -> Question | None:
    own = shop.document.info.issued
    others = [(abs((info.issued - own).days), info) for info in shop.others if info.issued and own]
    wrong = {
        print_date(info.issued): info
        for _, info in sorted(others, key=lambda pair: (pair[0], pair[1].id))
        if info.issued and info.issued != own
    }
    ask = f"{shop.short} được ban hành ngày nào?"
    return _of_documents(shop, datum, ask, wrong)


def _likely(info: DocumentInfo, wrong: dict[str, DocumentInfo]) -> list[str]:
    """Return the names that are not seen to be wrong: of the State, or the Party, as the right."""
    return [name for name, other in wrong.items() if not _unlike(info, other)[0]]


def _unlike(info: DocumentInfo, other: DocumentInfo) -> tuple[bool, bool, str]:
    """Return how far another document is from one: State or Party first, then the type."""
    state = [bool(STATE.match(each.symbol or "")) for each in (info, other)]
    return (state[0] is not state[1], info.type != other.type, other.id)


def _of_documents(
    shop: Workshop, datum: Datum, ask: str, wrong: dict[str, DocumentInfo]
) -> Question | None:
    """Return a question on official data; the likeliest wrong answers come first in ``wrong``."""
    if len(wrong) < FEWEST or datum.source is None:
        return None
    picked = shop.rng.sample(list(wrong)[:LIKELY], min(WRONG, len(wrong)))
    options = [Option(datum.text, datum.source)]
    options += [Option(t, None, wrong[t].id, official_name(wrong[t])) for t in picked]
    mark = "issuer" if datum.name.startswith("Cơ quan") else "issued"
    if mark == "issued":  # days in the order of time, as figures and periods are
        options.sort(key=lambda option: [int(part) for part in option.text.split("/")][::-1])
    else:
        shop.rng.shuffle(options)
    right = next(n for n, option in enumerate(options) if option.source)
    return Question(
        id=question_id("choice", "document", mark),
        kind="choice",
        about="document",
        ask=ask,
        options=tuple(options),
        right=right,
        key=datum.text,
        sources=(datum.source,),
    )


def _cited(shop: Workshop) -> Iterator[Question]:
    """Yield "which document does this one refer to"; the wrong ones stand nowhere in its text.

    One that the title names is no question.
    """
    own, text, title = shop.document.info.symbol, shop.document.text, shop.document.info.title
    named = [r for r in shop.document.references if r.symbol != own]
    usable = [
        r
        for r in named
        if in_one_passage(shop.document, r.span) and f" số {r.symbol}" in r.span.of(text)
        if fold(r.symbol) not in fold(title)
    ]
    symbols = {r.symbol for r in named}
    wrong = [
        info
        for info in shop.others
        if info.symbol and info.symbol not in symbols and not shop.grounds.times(info.symbol)
        if info.symbol != own
    ]
    if not usable or len(wrong) < FEWEST:
        return
    of_type = Counter(info.type for info in wrong)
    cited = shop.rng.choice([r for r in usable if of_type[r.type] >= FEWEST] or usable)
    like = replace(shop.document.info, symbol=cited.symbol, type=cited.type)
    likely = {i.symbol: i for i in sorted(wrong, key=partial(_unlike, like), reverse=True)}
    alike = [info for info in likely.values() if not _unlike(like, info)[0]]
    nearest = sorted(alike, key=partial(_unlike, like))[:WRONG]
    if len(nearest) < FEWEST:
        return
    picked = shop.rng.sample(nearest, min(WRONG, len(nearest)))
    name = _named(shop, cited)
    options = [Option(shop.words(name), shop.quote(name))]
    options += [Option(short_name(i), None, i.id, official_name(i)) for i in picked]
    shop.rng.shuffle(options)
    yield Question(
        id=question_id("choice", "document", "cited"),
        kind="choice",
        about="document",
        ask=f"Văn bản nào dưới đây được viện dẫn trong {shop.short}?",
        options=tuple(options),
        right=next(n for n, option in enumerate(options) if option.source),
        key=shop.words(name),
        sources=(shop.quote(name),),
    )


def _named(shop: Workshop, reference: Reference) -> Span:
    """Return the type and number of a paper referred to, without the date that may follow.

    The wrong options have none either: the right one must not be known by its form.
    """
    words = reference.span.of(shop.document.text)
    end = words.index(reference.symbol) + len(reference.symbol)
    return Span(reference.span.start, reference.span.start + end)
