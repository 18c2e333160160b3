"""Which time expressions of a sentence are deadlines, and which are only dates."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.facts_owners import IMPERATIVE
from ingest.model import Span
from ingest.text import fold

if TYPE_CHECKING:
    from ingest.facts_reading import Dated, Reading

_YEAR = re.compile(r"(?:19|20)\d\d|năm")
_BOUND = re.compile(
    r"(?:cham nhat|muon nhat|khong cham|truoc|den het|het|trong|vao|den|tu|tinh|cho den)\b"
)
_STRONG = re.compile(r"(?:cham nhat|muon nhat|khong cham|truoc|den het|het)\b")
_TERM = re.compile(r"(?:trong|cham nhat|khong qua|thoi han|toi da|qua|sau)\b.{0,40}\d|\d")
_DAY_ALONE = re.compile(r"(?:cham nhat|muon nhat|truoc)\b.*\d ?/ ?\d")  # "trước ngày 10/6"
_DONE = re.compile(
    r"hoàn thành|hoàn thiện|xong|báo cáo|gửi|nộp|trình|ban hành|tổ chức|thực hiện|triển khai"
    r"|tham mưu"
    r"|xây dựng|phê duyệt|công bố|thẩm định|tổng hợp|rà soát|sơ kết|tổng kết|xử lý|giải quyết"
    r"|đưa vào"
    r"|khởi công|bàn giao|giải ngân|trả lời|thông báo|cấp|chuyển|lập|có văn bản|có ý kiến|cập nhật"
    r"|khánh thành|đề xuất|đăng ký|kiểm tra|tiếp nhận|đăng|niêm yết|quyết định|bố trí|hướng dẫn"
    r"|thành lập"
)
_IN_FORCE = re.compile(
    r"có hiệu lực|hết hiệu lực|áp dụng (?:từ|kể từ)|thi hành kể từ|được (?:ký|ban hành|thông qua)"
)
_COMPLETED = re.compile(r"(?:hoàn thành|xong)[^;.,]{0,60}$", re.IGNORECASE)
_ERA = re.compile(r"giai doan|nam hoc|nhiem ky")
_BY_YEAR = re.compile(r"(?:den|tu)\b(?! het\b).*\bnam ")  # "đến năm 2030" is mostly in a name
_SAID_DUE = re.compile(r"(?:hoàn thành|xong|thời gian|thời hạn)[^;.]{0,30}$")
_DONE_BEFORE = re.compile(
    r"(?:hoàn thành|xong|ban hành|trình|thực hiện|báo cáo|triển khai|gửi|tổ chức"
    r"|xây dựng)[^;.]{0,90}$",
    re.IGNORECASE,
)
_DONE_AFTER = re.compile(r"\s*,?\s*(?:phải )?(?:hoàn thành|xong|trình|ban hành|tổ chức|thực hiện)")
_PAST = re.compile(r"\b(?:đã|đang) ")
_NOUN_OF_CYCLE = re.compile(  # "kế hoạch hằng năm" says which plan, not when
    r"(?:kế hoạch|chương trình|dự toán|ngân sách|công tác|kinh phí|nhiệm vụ|báo cáo|chi|định kỳ"
    r"|vốn|nguồn|số"
    r"|chỉ tiêu|tăng|giảm|học|tác|phí|khen thưởng|thưởng|lượng|sản|bình quân|viên chức|toán|sách"
    r"|tế|hội)[ (]*$"
)
_REPEATED = re.compile(r"(?:báo cáo|kiểm tra|họp|giao ban|tổ chức)(?: tối thiểu| ít nhất)?\s*$")


def due_in(reading: Reading, span: Span) -> tuple[Dated, ...]:
    """Return the time expressions of a sentence by which, or how often, something is due."""
    sentence = span.of(reading.text)
    if _IN_FORCE.search(sentence) and not re.search(r"báo cáo|hoàn thành|trình", sentence):
        return ()
    due = (found for found in reading.periods_in(span) if _is_due(reading, span, found))
    return tuple(_repeated(reading, span, found) for found in due)


def _repeated(reading: Reading, span: Span, found: Dated) -> Dated:
    """Return a day without a year as one of every year, where its clause says that it comes again.

    "Định kỳ hằng năm báo cáo chậm nhất ngày 17 tháng 12" is not done with on one 17 December.
    """
    at, period = found
    if period.recurring or period.last is None or _YEAR.search(period.phrase):
        return found
    before = reading.periods_in(Span(span.start, at.start))
    cycles = [p.recurring for where, p in before if p.recurring and _clause_of(reading, where, at)]
    return (at, replace(period, first=None, last=None, recurring=cycles[-1])) if cycles else found


def _clause_of(reading: Reading, where: Span, at: Span) -> bool:
    return ";" not in reading.text[where.end : at.start]


def _is_due(reading: Reading, span: Span, found: Dated) -> bool:
    at, period = found
    if period.recurring:
        return _is_regular_duty(reading, span, found)
    past = reading.issued and period.last and period.last < reading.issued
    clause = _clause(reading.text, span, at)
    if past or not _DONE.search(clause) or _PAST.search(clause):
        return False
    phrase = fold(period.phrase)
    if period.last is None:
        if _DAY_ALONE.match(phrase):
            return True
        return _TERM.match(phrase) is not None and not phrase.startswith("sau khi")
    return _bounds(reading, span, at, phrase)


def _bounds(reading: Reading, span: Span, at: Span, phrase: str) -> bool:
    """Tell whether a dated phrase says by when: "trước ngày …" does, "giai đoạn …" does not."""
    if _ERA.search(phrase):
        return False
    if not _BOUND.match(phrase) and "ke tu" not in phrase:
        return _SAID_DUE.search(reading.text[span.start : at.start].lower()) is not None
    if _BY_YEAR.match(phrase):
        near = max(span.start, at.start - 70)
        return _COMPLETED.search(reading.text, near, at.start) is not None
    return _STRONG.match(phrase) is not None or _finished_by(reading, span, at)


def _finished_by(reading: Reading, span: Span, at: Span) -> bool:
    before = reading.text[span.start : at.start]
    after = reading.text[at.end : min(span.end, at.end + 60)]
    return bool(_DONE_BEFORE.search(before) or _DONE_AFTER.match(after))


def _clause(text: str, span: Span, at: Span) -> str:
    start = max(text.rfind(";", span.start, at.start), span.start)
    end = text.find(";", at.end, span.end)
    return text[start : span.end if end < 0 else end].lower()


def _is_regular_duty(reading: Reading, span: Span, found: Dated) -> bool:
    at, period = found
    before = reading.text[span.start : at.start]
    after = reading.text[at.end : span.end].lstrip(" ,:")
    phrase = fold(period.phrase)
    if any(c.isdigit() for c in period.phrase.replace(period.recurring or "", "")) and (
        "(" not in before[-1:] or _STRONG.match(phrase)
    ):
        return bool(_DONE.search(span.of(reading.text).lower()))
    if phrase[0].isdigit() and _REPEATED.search(before.lower()):
        return True
    opens = not before.strip() or before.rstrip()[-1] in ",;:(" or before.endswith(" và ")
    duty = IMPERATIVE.match(after) is not None
    if phrase == "dinh ky":
        return duty or (opens and bool(_DONE.match(after.lower())))
    if phrase.startswith("dinh ky"):
        reported = before.rstrip().endswith("báo cáo")
        return duty or opens or reported or not _NOUN_OF_CYCLE.search(before.lower())
    if opens:
        return duty or bool(_DONE.search(after.lower()))
    return bool(duty and not _NOUN_OF_CYCLE.search(before.lower()) and _DONE.match(after.lower()))
