"""What a sentence is worth beside the words it carries, where answers are put in order."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from api.answer_rows import words_said
from api.asked_for import asks_for_certain
from api.asked_time import NUMBER, moment_asked
from api.enumerated import names_them
from api.evidence import words_of
from api.question import WORD
from api.question_words import FOLDED_STOP_WORDS, PLACED_UNDER
from api.table_rows import row_at
from api.write import unlabelled
from ingest.dates import find_periods
from ingest.text import fold

if TYPE_CHECKING:
    from api.desk import Desk, Unit

TIMED_WORTH = 0.1
UNDER_WORTH = 0.25
BRIEF_WORTH, USUAL_WORDS, FEW_WORDS = 0.04, 25, 8
NAMED_WORTH, EVEN = 0.15, 0.5
BOUND = re.compile(r"\b(?:toi thieu|toi da|it nhat|nhieu nhat|muc (?:chi|thu|phat|ho tro|luong))\b")
TAKEN_AS = re.compile(r"\b(?:(?:xem|coi) (?:nhu|la)|duoc (?:hieu|coi|xem))\b")
# "yếu kém gì", "còn yếu ở những điểm nào"; how it is said in a text that has no such word
WEAKNESS_ASKED = re.compile(
    r"\b(?:han che|yeu kem|bat cap|thieu sot|khuyet diem|con yeu|ton tai(?=,| gi| nao| va))\b"
)
WEAKNESS = re.compile(
    r"\b(?:hạn chế|yếu kém|bất cập|thiếu sót|khuyết điểm|tuy nhiên)\b"
    r"|\bcòn (?:chậm|thấp|yếu|thiếu|hẹp|nhỏ|kém|lúng túng|khoảng cách|nhiều|một số|tình trạng)\b"
    r"|\bchưa (?:đầy đủ|đồng bộ|đáp ứng|thực sự|cao|theo kịp|tương xứng|kịp thời|nghiêm|chặt chẽ"
    r"|thúc đẩy|tạo|có|được|rõ|hiệu quả|sâu|đều|toàn diện|đủ)\b|\bchậm (?:đổi mới|khắc phục)\b"
)
WRONG_WORTH = 0.15
FIGURE_WORTH = 0.12
APART = re.compile(r"\W*(?:rieng|ngoai ra)(?: doi voi)? (?P<what>[^,;:]{4,80})")
APART_DEBIT = 0.06
WHICH_ARE = re.compile(
    r"\b(?:co quan|don vi|to chuc|ai|dia phuong|xa|phuong)(?: nao)? la (?P<what>[a-z ]{8,40})"
)
LEADS = re.compile(r"(?:(?:co quan|don vi|nguoi) )?(?:chu tri|dau moi|phoi hop|thuc hien)")
TAKEN_AS_WHAT = re.compile(r"\b(?:hieu|coi|xem) (?:nhu |la )?(?:the nao|la gi|ra sao|gi)\b")


def worth(desk: Desk, unit: Unit) -> float:
    """Return the sum of a sentence's credits for ``desk``'s question; less than 0 where long."""
    credited = (
        _surely_timed,
        _with_figure,
        _says_what_it_is,
        _placed_under,
        _brief,
        _names_them,
        says_what_is_wrong,
        says_which_they_are,
        _holds_its_figures,
        _only_an_exception,
        _named,
    )
    return sum(credit(desk, unit) for credit in credited)


def _surely_timed(desk: Desk, unit: Unit) -> float:
    """Return the credit of a sentence with a figure in its time, where a time is asked for."""
    if not desk.question.asks("deadline") or not moment_asked(desk.question):
        return 0.0
    periods = (period for _, period in find_periods(unit.text))
    return TIMED_WORTH if any(c.isdigit() for p in periods for c in p.phrase) else 0.0


def _with_figure(desk: Desk, unit: Unit) -> float:
    """Return the credit of a sentence with a figure where one is wanted: "vốn tối thiểu là"."""
    if desk.question.kind != "general" or not BOUND.search(desk.question.folded):
        return 0.0
    own = unlabelled(unit.document.text, unit.span).of(unit.document.text)
    return TIMED_WORTH if NUMBER.search(own) else 0.0


def _says_what_it_is(desk: Desk, unit: Unit) -> float:
    """Return the credit of a sentence that says as what a thing is taken, where that is asked."""
    asked = TAKEN_AS_WHAT.search(desk.question.folded)
    return TIMED_WORTH if asked and TAKEN_AS.search(fold(unit.text)) else 0.0


def _brief(desk: Desk, unit: Unit) -> float:
    """Return the credit of a short sentence where a time or number is asked; of a long one, debit.

    A long sentence holds words of any question by chance.
    """
    if not asks_for_certain(desk.question):
        return 0.0
    return BRIEF_WORTH * math.log2(USUAL_WORDS / max(len(unit.text.split()), FEW_WORDS))


def _names_them(desk: Desk, unit: Unit) -> float:
    """Return the credit of a sentence that names the things asked for: "những phường nào"."""
    return TIMED_WORTH if names_them(desk.question, unit.text) else 0.0


def says_what_is_wrong(desk: Desk, unit: Unit) -> float:
    """Return the credit of a sentence that names a weakness, where weaknesses are asked for."""
    asked = WEAKNESS_ASKED.search(desk.question.folded)
    return WRONG_WORTH if asked and WEAKNESS.search(unit.text.casefold()) else 0.0


def says_which_they_are(desk: Desk, unit: Unit) -> float:
    """Return the credit of "Các cơ quan đăng ký đầu tư (A, B, C)", where it is asked which are."""
    asked = WHICH_ARE.search(desk.question.folded)
    if asked is None or LEADS.match(asked["what"]):
        return 0.0
    return UNDER_WORTH if f"{asked['what'].strip()} (" in fold(unit.text) else 0.0


def _holds_its_figures(desk: Desk, unit: Unit) -> float:
    """Return the credit of a sentence with the figures of the question: "trên 40 chỉ tiêu"."""
    figures = {figure.lstrip("0") for figure in desk.question.figures}
    own = {word.lstrip("0") for word in words_of(unit.text).folded}
    return FIGURE_WORTH if figures and figures <= own else 0.0


def _only_an_exception(desk: Desk, unit: Unit) -> float:
    """Return the debit of "Riêng …", which sets apart what the question does not name."""
    set_apart = APART.match(fold(unit.text))
    if set_apart is None:
        return 0.0
    asked = {term.folded for term in desk.question.terms}
    named = [word for word in set_apart["what"].split() if word in asked or word.isdigit()]
    return 0.0 if set(set_apart["what"].split()) <= set(named) else -APART_DEBIT


def _named(desk: Desk, unit: Unit) -> float:
    """Return the credit of a row that the question names whole, or debit, by its label.

    "Số giường bệnh" is asked of that row, and not of "Giường bệnh cấp huyện".
    """
    text = unit.document.text
    row = row_at(text, unit.span)
    if row is None:
        return 0.0
    said = words_said(desk.question)
    label = [w for span in (*row.groups[-1:], row.label) for w in WORD.findall(fold(span.of(text)))]
    own = [word for word in label if word not in FOLDED_STOP_WORDS]
    share = sum(word in said for word in own) / len(own) if own else EVEN
    return NAMED_WORTH * (share - EVEN)


def _placed_under(desk: Desk, unit: Unit) -> float:
    """Return the credit of a sentence under a heading such as "Mục đích", where that is asked."""
    heading = unit.passage.text.split("\n", 1)[0]  # a section's first passage opens with its own
    above = words_of(f"{unit.passage.context} {heading}").folded
    under = (w for asked, w in PLACED_UNDER if asked.search(desk.question.folded))
    return UNDER_WORTH if any(above.issuperset(map(fold, words)) for words in under) else 0.0
