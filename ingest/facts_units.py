"""A document is walked sentence by sentence, each with the headings it stands under.

What a sentence means depends on its place: a percentage below "MỤC TIÊU" is a goal, below
"KẾT QUẢ" history; a verb without a subject below "4. Sở Nội vụ" is a duty of that body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from ingest.bodies import LOWER
from ingest.model import Section, Span
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator


class Role(Enum):
    """What a heading says its part is about."""

    GOALS = "mục tiêu, chỉ tiêu"
    TASKS = "nhiệm vụ, giải pháp"
    DUTIES = "tổ chức thực hiện, trách nhiệm"
    PURPOSE = "mục đích, yêu cầu"
    REVIEW = "tình hình, kết quả, quan điểm"
    OTHER = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence: where it stands, in which section, under which headings (outermost first)."""

    span: Span
    path: tuple[str, ...]
    trail: tuple[Section, ...]
    role: Role
    heading: bool
    item: int  # offset of the own text of the section: sentences of one item share it


_LABEL = re.compile(  # "I-", "1.1.", "a)", "- ", "Điều 5."
    r"\s*(?:(?:Điều|Khoản|Mục|Chương|Phần)\s+[\dIVXLC]+[a-zđ]?\s*[.:\-–]?|[IVXLC]+\s*[.\-–/)]"
    r"|\d{1,2}(?:\.\d{1,2})*\s*[.)\-–/]|\d{1,2}(?:\.\d{1,2})+|\(?[a-zđA-ZĐ]\)|[a-zđ]\.|\(?\d{1,2}\)"
    r"|[-–+*•●▪])\s*"
)
_SENTENCE_END = re.compile(
    r"(?<![ (.][A-ZĐ])(?<!\bTP)(?<!\bTp)(?<!\bThS)(?<!\bTS)(?<!\bv\.v)"
    rf"[.!?…](?=[\"”’)]*\s+[^{LOWER}\s])"
)
_ROLES: tuple[tuple[re.Pattern[str], Role], ...] = (
    (
        re.compile(
            r"(?:ve |du bao )?(?:(?:cac|mot so|he thong|nhung) )?(?:muc tieu|chi tieu|tam nhin)"
            r"(?!.*(?:nhiem vu|giai phap|chuc nang|nguyen tac))"
        ),
        Role.GOALS,
    ),
    (re.compile(r"(?:i+ )?(?:muc dich|yeu cau)"), Role.PURPOSE),
    (
        re.compile(
            r"(?:danh gia )?(?:tinh hinh|thuc trang)|(?:(?:ve|nhung|danh gia|mot so) )*"
            r"(?:ket qua|han che|ton tai|nguyen nhan|bai hoc|uu diem|thanh tuu)|boi canh"
            r"|su can thiet|quan diem|pham vi|doi tuong|giai thich tu ngu|nguyen tac|can cu"
            r"|dac diem|khai quat|dinh nghia|co so phap ly"
        ),
        Role.REVIEW,
    ),
    (
        re.compile(
            r"(?:cong tac )?to chuc (?:trien khai )?thuc hien|(?:quy dinh )?trach nhiem"
            r"|phan cong|dieu khoan thi hanh|to chuc thi hanh"
        ),
        Role.DUTIES,
    ),
    (
        re.compile(
            r"(?:(?:cac|mot so|nhung|ve|noi dung) )*(?:nhiem vu|giai phap|cong viec)"
            r"|noi dung|(?:.{0,40} )?(?:nhiem vu|giai phap)\b.{0,40}$"
        ),
        Role.TASKS,
    ),
)
_TASKS_FOLLOW = re.compile(
    r"(?:nhiem vu|giai phap|noi dung|cong viec|yeu cau)[^.;]{0,90}(?:sau|sau day)?\s*:\s*$"
)
_LEAD_REACH = 300
_HEADING_LIMIT = 220  # code points; a longer first line is running text


def label_end(text: str, span: Span) -> int:
    """Return where the words begin after the printed number of an item, if it has one."""
    m = _LABEL.match(text, span.start, span.end)
    return m.end() if m else span.start + _blank(text, span)


def _blank(text: str, span: Span) -> int:
    part = span.of(text)
    return len(part) - len(part.lstrip())


def opening(text: str, section: Section) -> Span:
    """Return the first line of a section without its number."""
    start = label_end(text, section.span)
    stop = section.children[0].span.start if section.children else section.span.end
    end = text.find("\n", start, stop)
    return _trim(text, Span(start, max(start, stop if end < 0 else end)))


def role_of(text: str, section: Section) -> Role:
    """Return what the heading of ``section`` announces; OTHER for a heading that does not say."""
    head = opening(text, section)
    words = fold(head.of(text)[:_HEADING_LIMIT]).lstrip()
    if head.end - head.start > _HEADING_LIMIT:
        return Role.OTHER
    for pattern, role in _ROLES:
        if pattern.match(words):
            return role
    return Role.OTHER


def _trim(text: str, span: Span) -> Span:
    part = span.of(text)
    left = len(part) - len(part.lstrip())
    return Span(span.start + left, max(span.start + left, span.start + len(part.rstrip())))


def sentences(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences of ``span``, never across a line."""
    start = span.start
    for line in span.of(text).split("\n"):
        end = start + len(line)
        here = start
        for stop in _SENTENCE_END.finditer(text, start, end):
            yield _trim(text, Span(here, stop.end()))
            here = stop.end()
        yield _trim(text, Span(here, end))
        start = end + 1


def _is_row(text: str, span: Span) -> bool:
    """Tell whether the line is a row of a table, which has readers of its own."""
    end = text.find("\n", span.start)
    return (
        text.startswith("|", span.start)
        or text.count("|", span.start, end if end > 0 else None) > 1
    )


def in_articles(unit: Unit) -> bool:
    """Tell whether the sentence stands in a regulation made of articles (Điều)."""
    return any(step.startswith("Điều") for step in unit.path)


def _covers(heading: str, span: Span) -> bool:
    """Tell whether a heading is all of its sentence, and not its first words ("Nhiệm vụ: …")."""
    return bool(heading) and span.end - span.start <= len(heading) + 1


def _own(section: Section) -> Iterator[Span]:
    """Yield the stretches of a section that belong to none of its children."""
    start = section.span.start
    for child in section.children:
        if child.span.start > start:
            yield Span(start, child.span.start)
        start = max(start, child.span.end)
    if start < section.span.end:
        yield Span(start, section.span.end)


def _announced(text: str, section: Section) -> Role | None:
    """Return TASKS where the words before the parts of a section say that tasks follow."""
    if not section.children:
        return None
    end = section.children[0].span.start
    lead = text[max(section.span.start, end - _LEAD_REACH) : end]
    return Role.TASKS if _TASKS_FOLLOW.search(fold(lead)) else None


_TO_FILL_IN = re.compile(r"\.{4}|…{2}|…\s?\.|_{4}")
_FORMS = ("Mẫu", "MẪU", "Biểu", "BIỂU", "BM")


def _is_form(text: str, span: Span) -> bool:
    """Tell whether the sentence is a blank to be filled in, which binds nobody."""
    return _TO_FILL_IN.search(text, span.start, span.end) is not None


def _section_units(
    text: str, section: Section, trail: tuple[Section, ...], role: Role
) -> Iterator[Unit]:
    own = role_of(text, section)
    here = role if own is Role.OTHER else own
    below = here if own is not Role.OTHER else _announced(text, section) or here
    trail = (*trail, section)
    head = opening(text, section)
    item = head.start
    first = True
    for stretch in _own(section):
        begin = label_end(text, stretch) if first else stretch.start
        for span in sentences(text, Span(min(begin, stretch.end), stretch.end)):
            if span.start < span.end and not _is_row(text, span) and not _is_form(text, span):
                lead = first and bool(section.children) and span.start == head.start
                titled = span.start == head.start and _covers(section.heading, span)
                yield Unit(span, section.path, trail, here, lead or titled, item)
            first = False
    for child in section.children:
        if not child.path[-1].startswith(_FORMS):
            yield from _section_units(text, child, trail, below)


def units(text: str, sections: tuple[Section, ...], body: Span) -> Iterator[Unit]:
    """Yield the sentences of a document in sections, then those of the body outside them."""
    first = sections[0].span.start if sections else body.end
    lead = text[max(body.start, first - _LEAD_REACH) : first]
    role = Role.TASKS if _TASKS_FOLLOW.search(fold(lead)) else Role.OTHER
    for section in sections:
        if not section.path[-1].startswith(_FORMS):
            yield from _section_units(text, section, (), role)
    last = max((s.span.end for s in sections), default=body.end)
    for path, span in (("mo-dau", Span(body.start, first)), ("ket", Span(last, body.end))):
        if span.start < span.end:
            for sentence in sentences(text, span):
                if sentence.start < sentence.end and not _is_row(text, sentence):
                    yield Unit(sentence, (path,), (), Role.OTHER, heading=False, item=span.start)


_CLAUSE_MARK = re.compile(r"[();]")


def clauses(text: str, unit: Unit) -> Iterator[Unit]:
    """Yield the parts of a sentence between semicolons that stand outside parentheses."""
    depth, start = 0, unit.span.start
    for mark in _CLAUSE_MARK.finditer(text, unit.span.start, unit.span.end):
        at = mark.start()
        match mark[0]:
            case "(":
                depth += 1
            case ")":
                depth = max(0, depth - 1)
            case ";" if not depth:
                yield replace(unit, span=_trim(text, Span(start, at)))
                start = at + 1
    span = _trim(text, Span(start, unit.span.end))
    if span.start < span.end:
        yield replace(unit, span=span)
