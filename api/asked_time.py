"""When or how long is asked, and whether a stretch of text states it.

"Trước ngày nào" wants a date, "bao lâu" a length of time, "mấy tháng một lần" a cycle. Dates inside
the name of another document never count: they say when that document was made.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ingest.dates import find_periods
from ingest.text import fold

if TYPE_CHECKING:
    from api.question import Question
    from ingest.model import Document, Period, Span

# "nam" and "sau" are left out: without marks they are years and "after" far more often
_TENS: Final = (  # "mười lăm", "sáu mươi", "ba mươi"
    r"(?:(?:hai|ba|bon|nam|sau|bay|tam|chin) )?muoi"
    r"(?: (?:mot|hai|ba|bon|tu|lam|nham|sau|bay|tam|chin))?(?![a-z])"
)
COUNT: Final = rf"(?:\d+(?:[.,]\d+)*|{_TENS}|mot|hai|ba|bon|bay|tam|chin)"
_LENGTH: Final = r"(?:nam|thang|ngay|tuan|gio|phut|quy)"
_CYCLES: Final = r"năm|quý|tháng|tuần|ngày|kỳ|đợt"
NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
DURATION: Final = re.compile(rf"\b{COUNT}(?: ?\([^)]*\))? ?\(?({_LENGTH})\b")
# "ngày 31 tháng 12 năm 2025" is no length of 12 years
CALENDAR: Final = re.compile(
    r"\bngay \d{1,2} thang \d{1,2}(?: nam \d{4})?\b|\b(?:thang|quy) (?:\d{1,2}|[ivx]+) nam \d{4}\b"
)
HOW_LONG: Final = re.compile(
    r"\b(?:bao lau"
    r"|(?<!truoc )(?<!luc )(?<!vao )(?<!nhat )(?<!den )(?<!sau )(?:may|bao nhieu) gio"
    r"(?! nao)(?!\w)"
    rf"|(?:may|bao nhieu) (?!gio){_LENGTH}(?! nao)(?!\w)(?! thi\b(?! (?:phai|duoc|moi|bi)))"
    r"|thoi gian bao nhieu)\b"
)
CYCLE: Final = re.compile(  # as written: "mỗi" is not "mới"
    rf"(?:h[ằà]ng|mỗi) (?:{_CYCLES})|định kỳ (?:{_CYCLES})|\d+ (?:{_CYCLES})/(?:1 )?lần"
)
RECURRING: Final = re.compile(r"\bh[ằà]ng\b|\bmỗi\b|định kỳ|thường xuyên")
OFTEN: Final = re.compile(r"\b(?:mot|1|bao nhieu|may) lan\b|\bdinh ky\b|/ ?lan\b")
ALWAYS: Final = re.compile(r"thường xuyên|định kỳ")
UNIT_ASKED: Final = re.compile(rf"\b(?:may|bao nhieu) ({_LENGTH})\b")
RECURS: Final = re.compile(r"\b(?:hang|moi) (?:nam|quy|thang|tuan)\b")
DAY_SAID: Final = re.compile(r"ngay|\d/\d|mong")
MONTH_SAID: Final = re.compile(r"thang|\d/\d")
QUARTER_SAID: Final = re.compile(r"\bqu[yi] (?:[ivx]+|\d)\b|thang \d")
# "ngày 15 của tháng trước", "ngày mồng 3 hằng tháng": a day of no certain month
DAY_OF_MONTH: Final = re.compile(r"\bngay (?:mong )?\d{1,2} (?:(?:cua )?thang|hang thang)\b(?! \d)")
# "thời hạn … ra sao" may be told by how long: "trong thời hạn 10 năm", "không quá 05 ngày"
WITHIN: Final = re.compile(
    rf"\b(?:thoi han|trong(?: vong)?|khong qua|toi da)(?: la)? {COUNT}"
    rf"(?: ?\([^)]*\))? (?:{_LENGTH})\b"
)
YEAR_OF_LAW: Final = re.compile(
    r"(?<=[Ll]uật )[A-ZĐ][^\d,.;:()\n]{2,70} (?:số \S+ )?năm (?:19|20)\d\d"
)
YEAR_SAID: Final = re.compile(r"\d{4}")
# a time that no calendar fixes: "tuần cuối cùng của tháng", "sau khi kết thúc", "hằng tháng"
LOOSE_TIME: Final = re.compile(
    r"\b(?:tuan|thang|quy|nam) (?:dau|cuoi|thu|truoc|sau|ke tiep)|\bmong \d|\b(?:hang|moi) (?:nam"
    r"|quy|thang|tuan|ngay)|\b\d+ ?(?:gio|h)\b|\bngay (?:lam viec )?(?:tiep theo|ke tiep)"
    r"|\btu (?:ngay|khi) \w+ (?:\w+ ){0,4}den (?:khi|het|ngay)\b|\bsau khi\b|\btruoc khi\b"
    r"|\bke tu\b|\bngay sau\b"
)
# "thời hạn ra thông báo" wants a length or a day: what must come first is none
TERM_ASKED: Final = re.compile(r"^(?:thoi han|han)\b(?!.*\b(?:nao|gi|ra sao|bao gio)\b)")
ONLY_AFTER: Final = re.compile(r"\b(?:sau khi|truoc khi|ngay sau|ke tu)\b")
# "khi nào thì bị thu hồi" may ask for the cases, which a text lists
CONDITION_ASKED: Final = re.compile(
    r"\b(?:khi|luc) nao\b.*\b(?:bi|duoc|phai|moi)\b|\b(?:bi|duoc|phai|moi)\b.*\b(?:khi|luc) nao\b"
)
CONDITION_SAID: Final = re.compile(
    r"\btruong hop (?:sau|nhu sau|duoi day)\b|\bkhi (?:co|thuoc) mot trong\b"
)
WHEN: Final = re.compile(r"\b(?:khi|luc) nao\b")
IF: Final = re.compile(r"trường hợp|\bnếu\b")  # as written: "nêu" is no "nếu"
# "trước mấy giờ" asks for a time of day, "trong mấy giờ" for a length
CLOCK_ASKED: Final = re.compile(r"\b(?:truoc|luc|vao|nhat|den|sau) (?:may|bao nhieu) gio\b")
CLOCK_SAID: Final = re.compile(r"\b\d{1,2} ?(?:gio|h\d{0,2})\b")
# what is asked → what the phrase of a time must say for it, on folded text
MOMENTS: Final = (
    (re.compile(r"\b(?:ngay|hom) (?:nao|may|bao nhieu)\b"), DAY_SAID),
    (CLOCK_ASKED, CLOCK_SAID),
    (re.compile(r"\bthang (?:nao|may)\b"), MONTH_SAID),
    (re.compile(r"\bqu[yi] (?:nao|may)\b"), QUARTER_SAID),
    (re.compile(r"\bnam (?:nao|may|bao nhieu)\b"), YEAR_SAID),
)
HORIZON: Final = re.compile(r"(?:tam nhin )?(?:den|toi) nam 20\d\d$")
LONGEST_FOR_A_DAY: Final = 366  # days
LOOSE: Final = re.compile(r"\btruoc ngay nao\b|\bngay nao\b")  # a quarter or year answers it too


# "họp ngày nào, ở đâu"; "ở sở nào" asks for a body
PLACE_ASKED: Final = re.compile(r"\b(?:o|tai) (?:dau|(?:dia diem|phong|cho) nao)\b")
PLACE_BESIDE: Final = re.compile(r", (?:o|tai) dau\W*$")
HALL_ASKED: Final = re.compile(r"\b(?:hoi truong|phong hop|khach san|san van dong) nao\b")
PLACE_SAID: Final = re.compile(
    r"\b(?:tại|ở) (?:[A-ZĐ]|trụ sở|hội trường|trung tâm|phòng|nhà|địa chỉ|điểm cầu)|\btrực tuyến\b"
)


def states_time(question: Question, document: Document, span: Span) -> bool:
    """Tell whether a time of the sort asked for stands at ``span``."""
    text = span.of(document.text)
    own = without_references(document, span)
    of_month = MOMENTS[0][0].search(question.folded) and DAY_OF_MONTH.search(fold(own))
    if not of_month and RECURS.search(question.folded) and not RECURRING.search(own.lower()):
        return False
    if HOW_LONG.search(question.folded):
        return _lasts(question, own.lower())
    said = tuple(period for _, period in find_periods(text) if _own(document, span, period))
    if any(fits(question, period) for period in said):
        return True
    case = CONDITION_ASKED.search(question.folded) or asks_only_when(question)
    if case and CONDITION_SAID.search(fold(own)):
        return True
    if of_month or (CLOCK_ASKED.search(question.folded) and CLOCK_SAID.search(fold(own))):
        return True
    said_of = fold(own)
    if TERM_ASKED.search(question.folded):
        said_of = ONLY_AFTER.sub(" ", said_of)
    loose = LOOSE_TIME.search(said_of) or WITHIN.search(said_of)
    return not moment_asked(question) and loose is not None


def states_case(question: Question, text: str) -> bool:
    """Tell whether "khi nào", which names no sort of time, may be answered by a case stated."""
    return asks_only_when(question) and IF.search(text.lower()) is not None


def asks_only_when(question: Question) -> bool:
    """Tell whether "khi nào" is asked, which names no sort of time."""
    return WHEN.search(question.folded) is not None and not moment_asked(question)


def _lasts(question: Question, own: str) -> bool:
    """Tell whether a length of time stands in ``own``, or a cycle where it is asked how often."""
    unit = UNIT_ASKED.search(question.folded)
    lengths = DURATION.findall(CALENDAR.sub(" ", fold(own)))
    if unit is None:
        return bool(lengths or CYCLE.search(own) or ALWAYS.search(own))
    return unit[1] in lengths or bool(OFTEN.search(question.folded) and CYCLE.search(own))


def moment_asked(question: Question) -> bool:
    """Tell whether a certain day, month, quarter or year is asked for, and not just when."""
    return any(asked.search(question.folded) for asked, _ in MOMENTS)


def fits(question: Question, period: Period) -> bool:
    """Tell whether a period is of the sort asked for: a day, a month, a quarter, a year."""
    phrase = fold(period.phrase)
    if TERM_ASKED.search(question.folded) and ONLY_AFTER.match(phrase):
        return False
    unit = UNIT_ASKED.search(question.folded)
    if unit and HOW_LONG.search(question.folded) and unit[1] not in CALENDAR.sub(" ", phrase):
        return False  # "mấy tháng phải đổi một lần" is not told by "trong vòng 05 ngày"
    for asked, wanted in MOMENTS:
        if asked.search(question.folded):
            loose = LOOSE.search(question.folded) is not None and _within_a_year(period)
            return bool(wanted.search(phrase)) or loose
    return bool(period.first or period.last or NUMBER.search(phrase) or LOOSE_TIME.search(phrase))


def _within_a_year(period: Period) -> bool:
    """Tell whether a period may stand for a day: a quarter or year, but no "giai đoạn 2025 - 2035".

    Nor does "đến năm 2045", the horizon of an aim.
    """
    if HORIZON.match(fold(period.phrase)):
        return False
    if period.first and period.last:
        return (period.last - period.first).days <= LONGEST_FOR_A_DAY
    return bool(period.first or period.last)


def of_the_day_asked(question: Question, period: Period) -> bool:
    """Tell whether a period names a day where one is asked: an aim "đến năm 2035" has none."""
    day, said = MOMENTS[0]
    return not day.search(question.folded) or said.search(fold(period.phrase)) is not None


def states_place(question: Question, text: str) -> bool:
    """Tell whether a place stands in ``text`` where one is asked beside a time; else true.

    "Họp ngày nào, ở hội trường nào" is told by no deadline for holding meetings.
    """
    asked = question.folded
    beside = PLACE_BESIDE.search(asked) or (PLACE_ASKED.search(asked) and moment_asked(question))
    if not beside and not HALL_ASKED.search(asked):
        return True
    return PLACE_SAID.search(text) is not None


def _own(document: Document, span: Span, period: Period) -> bool:
    """Tell whether a period's words stand at ``span`` outside the names of other documents."""
    return period.phrase in without_references(document, span)


def without_references(document: Document, span: Span) -> str:
    """Return the words at ``span`` with every reference to a document blanked out.

    The year of a law named without its number too: "Luật Giáo dục năm 2019".
    """
    text = span.of(document.text)
    for reference in document.references:
        if span.start < reference.span.end and reference.span.start < span.end:
            start = max(reference.span.start - span.start, 0)
            end = min(reference.span.end, span.end) - span.start
            text = text[:start] + " " * (end - start) + text[end:]
    return YEAR_OF_LAW.sub(lambda found: " " * len(found[0]), text)
