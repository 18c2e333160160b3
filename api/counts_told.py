"""A sentence that tells how many things there are by listing them, or by naming each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from api.announced import announced
from api.asked_for import MONEY_UNITS, NO_NOUN, asked_number
from api.enumerated import lists_inline, names_them

if TYPE_CHECKING:
    from api.desk import Unit
    from api.question import Question

SURELY_COUNTED: Final = 0.8  # share of the question that a sentence carries whose items count
TIME_UNITS: Final = frozenset(["gio", "ngay", "tuan", "thang", "quy", "nam", "tuoi"])
SEVERAL: Final = re.compile(r"\W*(?:Các|Những|Một số)\b")
LISTS: Final = re.compile(r"\bgồm\b")


def counts_or_lists(question: Question, unit: Unit) -> bool:
    """Tell whether a sentence lists the things that the question counts, or names each of them."""
    if unit.support.share < SURELY_COUNTED:
        return False
    listed = LISTS.search(unit.text) and _counts_things(question)
    if listed and (_counted_one_by_one(unit) or lists_inline(unit.text)):
        return True
    return asked_number(question) is not None and names_them(question, unit.text)


def _counted_one_by_one(unit: Unit) -> bool:
    """Tell whether a sentence announces items that are one thing each: not "Các Phó Chủ tịch"."""
    items = announced(unit.document, unit.span)
    return len(items) > 1 and not any(SEVERAL.match(item.text) for item in items)


def _counts_things(question: Question) -> bool:
    """Tell whether things are counted that a sentence may list: "có mấy phòng chuyên môn"."""
    asked = asked_number(question)
    noun = str(asked["of"] or "%") if asked else "%"
    return noun not in NO_NOUN | MONEY_UNITS | TIME_UNITS | {"%", "phan"}
