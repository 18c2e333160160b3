"""The particulars of a question, each of which the evidence must state: a near miss is no answer.

Figures, signs, dates, provinces, numbered things ("Dự án 8"), offices and names typed with
capitals. Other words may be said otherwise; what is asked of "Dự án 8" is not said by "Dự án 7".
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from api.asked_bounds import within_bounds
from api.asked_effect import tells_effect
from api.asked_head import thing_spoken_of
from api.asked_measure import measure_named
from api.asked_sort import gives_a_reason, of_the_form_asked
from api.asked_time import states_place
from api.desk import head_of
from api.evidence import holds, says, words_of
from api.numerals import CARDINALS
from api.places import places_named
from api.question import DAY, ROMAN_OF
from api.said_so import supported_foreign, supported_quotations, supported_unnegated
from api.shown import plainly, shown_with
from api.table_ranges import NOTHING, held_by
from api.table_rows import row_at
from ingest.bodies import find_bodies
from ingest.issued import read_date
from ingest.model import Span
from ingest.references import matches
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.evidence import Words
    from api.question import Question
    from ingest.model import Document, Passage

SIGN: Final = re.compile(r"\d+[a-z]+|[a-z]+\d+|[a-z]+&[a-z]+")  # "6g", "k53", "r&d"
ROMAN: Final = {roman: number for number, roman in ROMAN_OF.items()}
SMALL: Final = {word: str(n) for word, n in CARDINALS.items() if word != "nam"}  # or a year
# what is told apart by a number or a Roman numeral behind it
NUMBERED: Final = re.compile(
    r"\b(?P<kind>(?:tieu )?du an|nhom|loai|hang|khu vuc|vung|cap|bac|mau(?: so)?|bieu(?: so)?|goi"
    r"|hop phan|tieu chi|buoc|tuyen|dot|phuong an|phan khu|cum|to)"
    r" (?P<label>\d{1,3}|[ivx]+)\b(?! ?[%/.-]?\d| (?:nguoi|nam|thang|ngay|trieu|ty|nghin)\b)"
)
OFFICE: Final = re.compile(
    r"\b(?:ai|dong chi nao)\b(?: (?:dang|la|lam|giu|chuc|chuc vu|duoc|giao|phan cong|cu|bau|kiem"
    r"|nhiem)){0,5} (?P<office>(?:pho )?(?:chu tich|truong ban|truong doan|giam doc|bi thu"
    r"|chanh van phong|to truong|truong phong|cuc truong|vu truong))\b"
)
# that of which a share is asked: "tỷ lệ hộ nghèo năm 2025 còn bao nhiêu"
RATIO: Final = re.compile(r"\bt[iy] (?:le|trong|so) (?P<of>[a-z]+ [a-z]+)\b")
NAME_OF: Final = re.compile(
    r"\b(?:ho )?ten (?:cua )?(?:ong |ba |dong chi )?(?:pho )?(?:chu tich|truong ban|giam doc|bi thu"
    r"|chanh van phong|truong phong|cuc truong|vu truong|bo truong|thu tuong)\b"
)
PERSON: Final = re.compile(r"(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c):? (?P<name>[^\W\d_]+ [^\W\d_]+)")
WORDS: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")  # without a stop or figure between
OPENS: Final = ("", ".", "?", "!", ":")
SURE_NAME, MOST_MORE = 2, 3  # words of a name behind its first; and those put between
EVERYWHERE: Final = frozenset(["viet nam", "trung uong"])


def supported_particulars(
    question: Question, document: Document, passage: Passage, span: Span
) -> bool:
    """Tell whether every particular of the question stands in the passage, trail or head.

    A sign stands in the words at ``span`` themselves: a passage sets "6G" beside "5G". So does an
    answer that has a form of its own, as a telephone number.
    """
    row = row_at(document.text, span) if question.figures else None
    held = held_by(question, document.text, row) if row else NOTHING
    if held.other or not supported_figures(question, document, passage, held.figures):
        return False
    words = span.of(document.text)
    by_itself = (
        supported_signs(question, passage, words)
        and of_the_form_asked(question, words)
        and gives_a_reason(question, f"{words} {passage.context}")
        and tells_effect(question, document, passage, span)
        and states_place(question, words)
        and measure_named(question, document, passage, span)
        and within_bounds(question, document, passage, span)
        and thing_spoken_of(question, document, passage, span)
    )
    return by_itself and all(
        stands(question, document, passage)
        for stands in (
            supported_matter,
            supported_days,
            supported_places,
            supported_numbered,
            supported_office,
            supported_names,
            supported_ratio,
            supported_unnegated,
            supported_quotations,
            supported_foreign,
        )
    )


def supported_figures(
    question: Question, document: Document, passage: Passage, held: frozenset[str] = frozenset()
) -> bool:
    """Tell whether each figure of the question stands in the passage or its heading trail.

    Those that are ``held`` by a row's ranges need not stand there.
    """
    if held.issuperset(question.figures):
        return True
    shown = shown_with(document, passage)
    bare = {_plain_figure(word) for word in (*shown.folded, *held)}
    meant = _said_otherwise(question, shown)
    return all(_plain_figure(f) in bare or f in meant for f in question.figures)


def _said_otherwise(question: Question, shown: Words) -> set[str]:
    """Return words of the question that papers write otherwise: the 2 of "cấp 2" is no figure."""
    return {t.folded for t in question.terms if t.means and says(shown, t)}


def _plain_figure(word: str) -> str:
    """Return a figure without percent sign or leading noughts; "ba" and "III" as 3."""
    return SMALL.get(word) or ROMAN.get(word) or word.rstrip("%").lstrip("0") or word


def supported_matter(question: Question, document: Document, passage: Passage) -> bool:
    """Tell whether the document is, or refers to, each paper that the question is about.

    "Đề án 06" is mostly no paper's number; its words stand in the passage.

    "Kinh phí thực hiện Kế hoạch 180" is not told by "kinh phí thực hiện Kế hoạch này" of another.
    """
    matter = [mention for mention in question.mentions if mention.matter]
    if not matter:
        return True
    own = (document.info.symbol or "", document.info.type)
    spoken_of = {own, *((each.symbol, each.type) for each in document.references)}
    return all(
        any(matches(mention.number, *one) for one in spoken_of)
        or fold(mention.span.of(question.text)) in plainly(document, passage)
        for mention in matter
    )


def supported_signs(question: Question, passage: Passage, words: str) -> bool:
    """Tell whether each sign of the question ("6G", "R&D") stands in ``words`` or above them.

    Whoever types a sign means that very thing; "5G" is no answer to "6G".
    """
    terms = (term for term in question.terms if not term.weak)  # weak: said of an earlier part
    signs = [term for term in terms if SIGN.fullmatch(term.folded)]
    shown = words_of(f"{words} {passage.context}")
    return all(holds(shown, sign) for sign in signs)


def supported_places(question: Question, document: Document, passage: Passage) -> bool:
    """Tell whether each province the question names stands in the passage or the head."""
    named = places_named(question)
    shown = fold(f"{passage.text} {passage.context} {head_of(document)}") if named else ""
    return all(place in shown for place in named)


def supported_days(question: Question, document: Document, passage: Passage) -> bool:
    """Tell whether each date of the question stands in the passage or dates the document."""
    if not question.days:
        return True
    stated = {read_date(found.group()) for found in DAY.finditer(passage.text)}
    return stated.union((document.info.issued,)).issuperset(question.days)


def supported_numbered(question: Question, document: Document, passage: Passage) -> bool:
    """Tell whether a numbered thing ("Dự án 8", "khu vực III") stands with its own number.

    Of several that are asked for one is enough: each may have a passage of its own.
    """
    asked = tuple(NUMBERED.finditer(question.folded))
    if asked and (meant := _said_otherwise(question, shown_with(document, passage))):
        asked = tuple(found for found in asked if found["label"] not in meant)
    shown = plainly(document, passage) if asked else ""
    return not asked or any(re.search(_with_label(found), shown) for found in asked)


def _with_label(found: re.Match[str]) -> str:
    """Return a pattern for a numbered thing, alone or in a list: "khu vực I, II, III"."""
    others = r"(?:[\divx]+(?:,| va| hoac|/| va/hoac)? )*"
    return rf"\b{re.escape(found['kind'])} (?:so )?{others}0?{found['label'].lstrip('0')}\b"


def supported_office(question: Question, document: Document, passage: Passage) -> bool:
    """Tell whether the office whose holder is asked for is spoken of in the passage."""
    asked = OFFICE.search(question.folded)
    people = (found["name"] for found in PERSON.finditer(passage.text))
    if asks_for_name(question) and not any(name.istitle() for name in people):
        return False
    return asked is None or asked["office"] in plainly(document, passage)


def asks_for_name(question: Question) -> bool:
    """Tell whether the name of whoever holds an office is asked for: "tên giám đốc Quỹ"."""
    return NAME_OF.search(question.folded) is not None


def supported_names(question: Question, document: Document, passage: Passage) -> bool:
    """Tell whether each name typed with capitals ("xã Nam Đông") stands in the passage whole."""
    named = tuple(_names(question))
    shown = plainly(document, passage) if named else ""
    return all(name in shown or _with_more(name, shown) for name in named)


def _with_more(name: str, shown: str) -> bool:
    """Tell whether a name stands with words behind its first: "Cảng quốc tế Cam Ranh"."""
    first, *rest = name.split()
    if len(rest) < SURE_NAME:
        return False
    return re.search(rf"\b{first}(?: \w+){{1,{MOST_MORE}}} {' '.join(rest)}\b", shown) is not None


def supported_ratio(question: Question, document: Document, passage: Passage) -> bool:
    """Tell whether that of which a share is asked stands in the passage or above it.

    "Tỷ lệ hộ nghèo … bao nhiêu" is told by no share of anything else.
    """
    asked = RATIO.search(question.folded)
    of = [t for t in question.terms if asked and t.folded in asked["of"].split() and not t.weak]
    shown = shown_with(document, passage)
    return not of or any(says(shown, term) for term in of)


def _names(question: Question) -> Iterator[str]:
    """Yield the folded names of two words or more that are no body's and no document's."""
    taken = [span for span, _ in find_bodies(question.text, typed=True)]
    taken += [mention.span for mention in question.mentions]
    for found in _capitalised(question.text):
        name = fold(found.of(question.text))
        inside = any(found.start < s.end and s.start < found.end for s in taken)
        if not inside and name not in EVERYWHERE:
            yield name


def _capitalised(text: str) -> Iterator[Span]:
    """Yield runs of two words or more that begin with capitals, the first of a sentence aside."""
    for clause in WORDS.finditer(text):
        words = list(re.finditer(r"\S+", clause.group()))
        for titled, run in groupby(words, key=lambda word: word.group().istitle()):
            named = list(run)
            opens = named[0].start() == 0 and text[: clause.start()].rstrip()[-1:] in OPENS
            named = named[1:] if opens else named
            if titled and len(named) > 1:
                yield Span(clause.start() + named[0].start(), clause.start() + named[-1].end())
