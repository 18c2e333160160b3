"""Goals: what is to be reached, with comparator, figure, unit and horizon where stated."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.facts_horizon import Horizons
from ingest.facts_owners import IMPERATIVE, VERBS
from ingest.facts_units import Role, Unit, clauses, in_articles
from ingest.facts_values import Value, figures
from ingest.model import Goal, Span
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ingest.facts_reading import Reading

_FIGURED = re.compile(r"\d")
_CUE = re.compile(r"phấn đấu|mục tiêu|chỉ tiêu|tầm nhìn", re.IGNORECASE)
_BOUND = re.compile(r"tối thiểu|ít nhất|trên|đạt|không thấp hơn", re.IGNORECASE)
_NOT_A_GOAL = re.compile(
    r"\b(?:đã (?:đạt|có|được|hoàn|triển|xây|ban|thực)|hiện nay|thời gian qua|đạt được|hỗ trợ"
    r"|mức (?:chi|thu|phí|hưởng)"
    r"|lãi suất|tiền|phạt|lệ phí|được tính|công thức)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\bđã (?:đạt|có|được|hoàn|triển|xây|ban|thực)|hiện nay|thời gian qua|đạt được (?:kết quả"
    r"|nhiều)",
    re.IGNORECASE,
)
_LEAD_LINE = re.compile(r"(?::|như sau|sau đây|cụ thể|gồm)\s*[.:]?\s*$")
_CONNECTIVES = re.compile(
    r"(?:\s|[,:;–-]|(?:trong đó|và|với|đồng thời|cụ thể|riêng|phấn đấu|bảo đảm|đảm bảo|tiếp tục|để"
    r"|nhất là)\b)+",
    re.IGNORECASE,
)
_VERB_ONLY = re.compile(
    r"(?:(?:phấn đấu|có|xây dựng|hình thành|thu hút|bố trí|phát triển|đào tạo|hoàn thành|đạt"
    r"|tổ chức|hỗ trợ|tối thiểu|ít nhất"
    r"|triển khai|duy trì|thành lập|thêm|mỗi năm|hằng năm|hàng năm|bồi dưỡng|tập huấn|trên"
    r"|giải quyết|tạo|phủ|cấp|kiểm tra"
    r"|thực hiện|công nhận|đầu tư|đưa|nâng|là|đến|bảo đảm|đảm bảo|từ|mỗi|và|về|cho|từng bước"
    r"|cơ bản|dành)\b[\s,:]*)*",
    re.IGNORECASE,
)
_HEAD_WORDS = re.compile(
    r",\s+(?=(?:trong đó|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|số|tổng|quy mô|nhóm|giá trị|tốc độ"
    r"|diện tích|mức|bình quân)\b)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"(?:,|\bvà)\s+(?!\d)")
_AIM = re.compile(  # a clause without any of these names things, it aims at nothing
    r"\b(?:được|đạt|trở thành|là|có|phải|trong sạch|đáp ứng|góp phần|ngang tầm|cơ bản|không|thuộc"
    r"|luôn|kết nối"
    r"|hiện đại|tương đương|bền vững|hiệu quả|đưa|giúp|từng bước|nhằm)\b|^(?:[^:]{0,60}: )?(?i:"
    + VERBS
    + r")\b|(?:, |và )(?i:"
    + VERBS
    + r")\b"
)
_OPEN_END = re.compile(r"(?:,|\bvà)$")  # what stands before belongs to the figure before
_DANGLING = re.compile(  # "trợ giúp pháp lý cho 100% người nghiện": nothing without its end
    r"[^\W\d]{2,} (?:cho|tại|của|với|đối với|ở|bằng|trong|trên|vào|tới)$"
)
_LABEL = re.compile(r"(?:Mục tiêu|Chỉ tiêu|Định hướng|Tầm nhìn)[^:;.]{0,60}:\s*")
_RANK = re.compile(r"\b(?:nhóm|top|tốp)\b", re.IGNORECASE)
_ABOUT = re.compile(r"\bvề\s+")
_SHORT_TITLE = 60
_SHORTEST_GOAL = 20  # code points; shorter clauses name a topic


@dataclass(frozen=True, slots=True)
class _Clause:
    span: Span
    value: Value


def _cut(text: str, start: int, previous: int, value: Value) -> int:
    """Return where the clause of a figure begins, after the figure before it."""
    if previous <= start:
        return start
    for pattern in (_HEAD_WORDS, _SEPARATOR):
        if m := pattern.search(text, previous, value.run):
            return m.end()
    return previous


def _independent(text: str, values: list[Value]) -> list[Value]:
    """Drop figures that only describe another: "tốc độ 01 Gb/s đạt 100%" states one goal."""
    kept: list[Value] = []
    for value in values:
        between = text[kept[-1].end : value.run] if kept else ","
        if re.search(r"[,;:(]|\bvà\b", between) or (
            kept and _counts(text, kept[-1]) and _counts(text, value)
        ):
            kept.append(value)
        elif not _counts(text, kept[-1]):
            kept[-1] = value
    return kept


def _counts(text: str, value: Value) -> bool:
    return value.unit is not None and value.unit.of(text).startswith("%")


def _split(text: str, span: Span, values: list[Value]) -> Iterator[_Clause]:
    starts = []
    previous = span.start
    for value in values:
        starts.append(_cut(text, span.start, previous, value))
        previous = value.end
    for at, value in enumerate(values):
        end = starts[at + 1] if at + 1 < len(values) else span.end
        words = text[starts[at] : end].rstrip(" ,;.\n")
        if words.endswith(" và"):
            words = words[:-3].rstrip(" ,")
        yield _Clause(Span(_word(text, starts[at]), max(value.end, starts[at] + len(words))), value)


def _word(text: str, start: int) -> int:
    """Return where the first word at or after ``start`` begins."""
    while text[start].isspace():
        start += 1
    return start


def _skip_horizon(reading: Reading, span: Span) -> int:
    start = span.start
    for at, period in reading.periods_in(span):
        if period.recurring:
            break  # "Hằng năm, giảm 3%" is another goal than "giảm 3%"
        m = _CONNECTIVES.match(reading.text, start, at.start)
        if at.start == start or (m and m.end() == at.start):
            start = at.end
    m = _CONNECTIVES.match(reading.text, start, span.end)
    return m.end() if m else start


def _measure(reading: Reading, clause: _Clause, segment: Span) -> Span:
    """Return what the figure measures: the words before it, or after it if those say nothing."""
    text, value = reading.text, clause.value
    if _RANK.search(text, value.run, value.number.start) and (
        m := _ABOUT.search(text, value.end, segment.end)
    ):
        return _tidy(text, Span(m.end(), segment.end))
    start = _skip_horizon(reading, Span(clause.span.start, value.run))
    start = max(start, text.rfind(":", start, value.run) + 1)
    before = text[start : value.run].strip()
    if _DANGLING.search(before):
        return _tidy(text, Span(start, clause.span.end))
    if _OPEN_END.search(before):
        before = ""
    if not _VERB_ONLY.fullmatch(before + " ") and len(before) > 2:  # noqa: PLR2004 — a stray letter
        return _tidy(text, Span(start, value.run))
    return _tidy(text, Span(min(value.end, value.noun), clause.span.end))


def _tidy(text: str, span: Span) -> Span:
    words = span.of(text)
    left = len(words) - len(words.lstrip(" ,:;-–"))
    return Span(
        span.start + left, max(span.start + left, span.start + len(words.rstrip(" ,:;.-–(\n")))
    )


def measured(reading: Reading, segment: Span) -> Iterator[tuple[Goal, Span]]:
    """Yield the goals with figures in a stretch of text, each with the clause that states it."""
    text = reading.text
    values = _independent(text, list(figures(reading, segment)))
    above: Span | None = None
    for clause in _split(text, segment, values):
        measure, value = _measure(reading, clause, segment), clause.value
        if above and any(at.holds(measure) for at, _ in reading.periods_in(segment)):
            measure = above  # "đạt 1,5% vào năm 2015, trên 2% vào năm 2020": of the same
        if measure.start >= measure.end:
            continue
        above = measure
        span = Span(
            min(clause.span.start, measure.start),
            max(clause.span.end, measure.end, value.end),
        )
        yield (
            Goal(
                measure.of(text),
                value.comparator.of(text) if value.comparator else None,
                value.number.of(text),
                value.unit.of(text) if value.unit else None,
                None,
                span,
            ),
            clause.span,
        )


def _qualitative(reading: Reading, unit: Unit, segment: Span, horizon: Horizons) -> Goal | None:
    text = reading.text
    if label := _LABEL.match(text, segment.start, segment.end):
        segment = Span(label.end(), segment.end)
    listed = text.find(":", unit.span.start, segment.start) >= 0
    if listed and segment.start > unit.span.start and not _names_an_aim(text, segment):
        return None
    start = _skip_horizon(reading, segment)
    measure = _tidy(text, Span(start, segment.end))
    words = measure.of(text)
    if len(words) < _SHORTEST_GOAL or _LEAD_LINE.search(segment.of(text)):
        return None
    if words.startswith("(") or not _AIM.search(words):
        return None
    return Goal(words, None, None, None, horizon.of(unit, segment), segment, unit.path)


def _names_an_aim(text: str, segment: Span) -> bool:
    """Tell an aim from a mere item of a list: it opens the sentence or begins with a verb."""
    before = text[max(0, segment.start - 3) : segment.start]
    return ";" not in before or IMPERATIVE.match(text, segment.start, segment.end) is not None


def _cued(reading: Reading, unit: Unit, segment: Span) -> bool:
    """Tell whether a clause outside a part on goals sets a goal all the same."""
    words = segment.of(reading.text)
    if unit.role in {Role.REVIEW, Role.PURPOSE} or _NOT_A_GOAL.search(words):
        return False
    if re.search(r"phấn đấu", words, re.IGNORECASE):
        return True
    if in_articles(unit):
        return False  # an article's figure is a norm
    return unit.role is Role.TASKS and bool(_BOUND.search(words))


def goals(reading: Reading, units: Iterable[Unit]) -> Iterator[Goal]:
    """Yield the goals: all clauses of parts on goals, and figures to be reached elsewhere."""
    horizon = Horizons(reading)
    for unit in units:
        if unit.path in {("mo-dau",), ("ket",)}:
            continue
        inside = unit.role is Role.GOALS
        horizon.note(unit)
        if not inside and not _FIGURED.search(reading.text, unit.span.start, unit.span.end):
            continue
        for clause in clauses(reading.text, unit):
            segment = clause.span
            words = segment.of(reading.text)
            if (inside and _PAST.search(words)) or (
                not inside and not _cued(reading, unit, segment)
            ):
                continue
            found = [
                replace(goal, horizon=horizon.of(unit, stated), path=unit.path)
                for goal, stated in measured(reading, segment)
            ]
            yield from (g for g in found if inside or _worthy(g))
            if inside and not found and not _is_title(reading, unit):
                goal = _qualitative(reading, unit, segment, horizon)
                if goal:
                    yield goal


def _worthy(goal: Goal) -> bool:
    """Outside a part on goals only a bounded figure counts: a number alone may be anything."""
    return goal.comparator is not None or (goal.unit is not None and goal.unit.startswith("%"))


def _is_title(reading: Reading, unit: Unit) -> bool:
    """Tell whether the sentence is only the name of its part: "1. Mục tiêu chung"."""
    words = fold(unit.span.of(reading.text))
    return unit.heading and (
        len(words) < _SHORT_TITLE or not unit.span.of(reading.text).rstrip().endswith(".")
    )
