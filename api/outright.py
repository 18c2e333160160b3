"""Whether a sentence tells what is asked, and not the part of the paper whose heading fits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from api.announcing import announces, things_asked
from api.answer_text import before_is, fitting
from api.asked_for import asked_number, states_number
from api.enumerated import names_them, noun_asked
from api.evidence import says, words_of

if TYPE_CHECKING:
    from api.desk import Desk, Unit
    from ingest.model import Document, Section

SECTION_NEEDED = 0.62  # share of the question that the headings must carry to be its list
CARRIED_OUTRIGHT, OUTRIGHT_AHEAD = 0.9, 0.2  # "xã khu vực II là xã có từ 03 đến 05 tiêu chí"
LISTED = re.compile(
    r"\b(?:nhung|cac|\d{1,2}|hai|ba|bon|nam|sau|bay) (?P<of>\w+)(?: \w+){0,3}? nao\b"
)  # "những phường nào"
LISTED_OUTRIGHT = 0.8
# stand under headings of any name: "những việc gì"; "giấy tờ" stand under "Hồ sơ"
ANYTHING = frozenset(["giay", "cach", "muc", "viec", "phan", "diem", "loai", "kieu", "van", "cau"])
# "gồm những gì"
MADE_UP_OF = re.compile(r"\bgom (?:co |nhung |cac )*(?:gi|\w+ (?:\w+ )?(?:nao|gi))\b")


def told_by_a_sentence(desk: Desk, document: Document, section: Section) -> bool:
    """Tell whether a sentence is to be looked for that states the number, not the whole section."""
    if desk.question.asks("count"):
        return _counted_outright(desk, section)
    if asked_number(desk.question) and fitting(desk):
        return True
    if desk.question.asks("list") and (
        _listed_outright(desk, section) or _of_other_things(desk, section)
    ):
        return True
    counted = len(section.children) > 1 and _counts_its_items(desk, section)
    return not counted and not states_number(desk.question, document, section.span)


def _counts_its_items(desk: Desk, section: Section) -> bool:
    """Tell whether the number asked for is that of the parts of a section: "bao nhiêu thủ tục"."""
    things = things_asked(desk.question) if asked_number(desk.question) else ()
    return any(announces(section.heading, thing) for thing in things)


def _counted_outright(desk: Desk, section: Section) -> bool:
    """Tell whether a sentence states the number, and carries clearly more than the heading."""
    stated = fitting(desk)[:1]
    return bool(stated) and (
        stated[0].support.share >= CARRIED_OUTRIGHT
        and desk.carries(stated[0].text) > desk.carries(section.heading) + OUTRIGHT_AHEAD
    )


def _listed_outright(desk: Desk, section: Section) -> bool:
    """Tell whether a sentence names what is listed, and the heading does not: "phường nào".

    Less of the question need stand in a sentence that names three of the things.
    """
    listed = LISTED.search(desk.question.folded)
    of = [t for t in desk.question.terms if listed and t.folded == listed["of"] and not t.weak]
    best = fitting(desk)[:1]
    if best and _made_up_of(desk, best[0], section):
        return True
    if not of or not best:
        return False
    named = names_them(desk.question, best[0].text)
    if best[0].support.share < (SECTION_NEEDED if named else LISTED_OUTRIGHT):
        return False
    heading, sentence = words_of(section.heading), words_of(best[0].text)
    return any(says(sentence, t) and not says(heading, t) for t in of)


def _of_other_things(desk: Desk, section: Section) -> bool:
    """Tell whether a heading names other things than are asked for, and a sentence elsewhere fits.

    "Theo những tính chất nào" is not told under "Tài liệu quán triệt, tuyên truyền".
    """
    noun = noun_asked(desk.question.folded).split()
    heading = words_of(section.heading)
    best = fitting(desk)[:1]
    if not noun or not best or heading.folded.issuperset(noun) or ANYTHING.intersection(noun):
        return False
    own = [term for term in desk.question.terms if not term.weak]
    all_named = all(says(heading, term) for term in own)
    return not all_named and not section.span.holds(best[0].span)


def _made_up_of(desk: Desk, unit: Unit, section: Section) -> bool:
    """Tell whether a sentence says what the thing asked about consists of, and no heading names it.

    "Kho lưu trữ số gồm những gì" is not answered by what stands under "Phông lưu trữ".
    """
    if not MADE_UP_OF.search(desk.question.folded):
        return False
    subject = words_of(before_is(unit.text))
    own = [term for term in desk.question.terms if not term.weak]
    named = words_of(section.heading)
    return all(says(subject, t) for t in own) and not all(says(named, t) for t in own)
