"""What a pack tells before it asks: official data, outline, the core, tables, relations.

The core ("nội dung cốt lõi") is chosen by rules a person can check. Sections are grouped by the
words of their headings (``GROUPS``). Of each part of such a section the heading is taken where
it says something (six words or more), else the first sentence of the part and of each item in
it: a resolution puts the name of a viewpoint, an aim or a task first and explains it
afterwards. A document in whose headings none of these words occur gives the same for each of
its outermost parts, and a text without parts the first sentence of each paragraph, up to
``FEW`` of them.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from api.pack.model import Datum, DeadlineRow, GoalRow, Group, OutlineRow, TaskRow
from api.pack.places import (
    ancestors,
    cut,
    heading_span,
    in_one_passage,
    level_span,
    opening,
    phrase_span,
    proved,
    quote_at,
)
from api.write import trimmed, unlabelled
from ingest.issued import DATE, print_date, read_date
from ingest.model import Deadline, Goal, Span, Task
from ingest.sentences import sentences
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from api.pack.model import Quote
    from ingest.model import Document, Fact, Section

GROUPS: Final = (  # (name shown, words of a heading that put a section there)
    ("Mục đích, yêu cầu", r"muc dich|yeu cau"),
    ("Quan điểm, nguyên tắc", r"quan diem|nguyen tac|tu tuong chi dao|phuong cham"),
    ("Mục tiêu", r"muc tieu|tam nhin|chi tieu"),
    ("Tổ chức thực hiện", r"to chuc thuc hien|to chuc trien khai|trach nhiem|phan cong"),
    ("Nhiệm vụ, giải pháp", r"nhiem vu|giai phap|noi dung|bien phap"),
)
MAIN: Final = "Nội dung chính"
FEW: Final = 12  # sentences taken of a text without headings
OUTLINE_LENGTH: Final = 140  # characters of the opening words of a part without a heading
MOST_OUTLINE: Final = 60  # parts; of more, those without a heading are left out
OUTLINE_DEPTH: Final = 3
TELLING: Final = 6  # words of a heading that says something; "Mục đích" names a topic only
HEAD_LENGTH: Final = 1500  # official data stand before the body
LISTED = re.compile(r"[-–+•*]")


def official_data(document: Document) -> tuple[Datum, ...]:
    """Return the official data of a document, each with its printed place where it is found."""
    info, text = document.info, document.text
    dates = (Span(*m.span()) for m in re.finditer(DATE, text[:HEAD_LENGTH]))
    dated = next((span for span in dates if read_date(span.of(text)) == info.issued), None)
    issued = print_date(info.issued) if info.issued else ""
    rows = (
        ("Loại văn bản", info.type, _head_span(document, info.type)),
        ("Số, ký hiệu", info.symbol, _head_span(document, info.symbol)),
        ("Trích yếu", info.title, _head_span(document, info.title)),
        ("Cơ quan ban hành", info.issuer, _head_span(document, info.issuer)),
        ("Ngày ban hành", issued, dated),
        ("Người ký", info.signer, _tail_span(text, info.signer)),
    )
    return tuple(Datum(name, value, _placed(document, span)) for name, value, span in rows if value)


def _head_span(document: Document, words: str | None) -> Span | None:
    at = fold(document.text[:HEAD_LENGTH]).find(fold(words)) if words else -1
    return Span(at, at + len(words)) if words and at >= 0 else None


def _tail_span(text: str, words: str | None) -> Span | None:
    at = text.rfind(words) if words else -1
    return Span(at, at + len(words)) if words and at >= 0 else None


def _placed(document: Document, span: Span | None) -> Quote | None:
    return quote_at(document, span) if span and in_one_passage(document, span) else None


def outline(document: Document) -> tuple[OutlineRow, ...]:
    """Return the parts of a document down to the third level; items of lists are left out.

    A long one keeps its headings only: two pages can be taken in at a glance, eight cannot.
    """
    rows = _parts(document)
    if len(rows) > MOST_OUTLINE:
        rows = [(row, headed) for row, headed in rows if headed or row.depth == 1]
    return tuple(row for row, _ in rows)


def is_outline_cut(document: Document) -> bool:
    """Tell whether the outline leaves out parts that have no heading."""
    return len(outline(document)) < len(_parts(document))


def _parts(document: Document) -> list[tuple[OutlineRow, bool]]:
    """Return every part an outline may name, and whether it has a heading."""
    rows = []
    for section in document.walk():
        depth = len(section.path)
        if depth > OUTLINE_DEPTH or LISTED.match(section.path[-1]):
            continue
        span = heading_span(document, section)
        if span is None or not in_one_passage(document, span):
            span = first_sentence(document, section)
        if span is not None:
            short, whole = cut(document, span, OUTLINE_LENGTH if not section.heading else 1000)
            row = OutlineRow(depth, section.label, quote_at(document, short), whole)
            rows.append((row, bool(section.heading)))
    return rows


def first_sentence(document: Document, section: Section) -> Span | None:
    """Return the first sentence of a section's own words, without its printed number."""
    own = unlabelled(document.text, trimmed(document.text, opening(section)))
    return next((s for s in sentences(document.text, own) if in_one_passage(document, s)), None)


def essentials(document: Document) -> tuple[Group, ...]:
    """Return the core of a document, group by group, by the rules above."""
    found: dict[str, list[Quote]] = {}
    for section, name in _grouped(document.sections):
        found.setdefault(name, []).extend(_heads(document, section))
    if not any(found.values()):
        every = [quote for section in document.sections for quote in _heads(document, section)]
        found = {MAIN: every or list(islice(_paragraphs(document), FEW))}
    return tuple(Group(name, tuple(quotes)) for name, quotes in found.items() if quotes)


def _grouped(sections: Sequence[Section]) -> Iterator[tuple[Section, str]]:
    """Yield the sections that belong to a group; of one that holds several groups, its parts.

    "B- Định hướng đến năm 2020, tầm nhìn đến năm 2030" holds viewpoints, aims and tasks.
    """
    for section in sections:
        inside = {group_of(child) for child in section.children} - {None}
        name = group_of(section)
        if len(inside) > 1:
            yield from _grouped(section.children)
        elif name:
            yield section, name


def group_of(section: Section) -> str | None:
    """Return the group that the heading of a section names."""
    heading = fold(section.heading)
    return next((name for name, words in GROUPS if re.search(words, heading)), None)


def _heads(document: Document, section: Section) -> Iterator[Quote]:
    """Yield the heading or first sentence of each part of a section; its own if it has none."""
    for part in section.children or (section,):
        for span in _told(document, part, heading_span(document, part)):
            yield quote_at(document, span)


def _told(document: Document, part: Section, heading: Span | None) -> Iterator[Span]:
    """Yield what stands for a part: a telling heading, else the first sentence under it.

    Of aims, and of parts whose heading only names a topic, every item gives its first sentence.
    """
    groups = [name for s in ancestors(document, part.path) if (name := group_of(s))]
    aims = groups[-1:] == ["Mục tiêu"]
    if heading and not aims and len(part.heading.split()) >= TELLING:
        yield heading
        return
    for section in part.walk() if aims else (part, *part.children):
        first = first_sentence_after(document, section)
        if first is not None and first != heading:
            yield first


def first_sentence_after(document: Document, section: Section) -> Span | None:
    """Return the first sentence after the heading line of a section, or its first at all."""
    heading = heading_span(document, section)
    own = trimmed(document.text, opening(section))
    if heading and heading.end < own.end:
        runs_on = document.text[heading.end] != "\n"  # "2. Thời gian: Hoàn thành trong quý I…"
        own = Span(heading.start if runs_on else heading.end, own.end)
    own = unlabelled(document.text, trimmed(document.text, own))
    return next((s for s in sentences(document.text, own) if in_one_passage(document, s)), None)


def _paragraphs(document: Document) -> Iterator[Quote]:
    for passage in document.passages:
        if passage.path[:1] in {("dau",), ("noi-nhan",)}:
            continue
        first = next(iter(sentences(document.text, passage.span)), None)
        if first and in_one_passage(document, first):
            yield quote_at(document, first)


def goal_rows(document: Document) -> tuple[GoalRow, ...]:
    """Return the goals of a document; the level is written as the document writes it."""
    rows = []
    for fact in document.facts:
        if isinstance(fact, Goal) and _proved(document, fact, (fact.measure,)):
            level, when = level_span(document.text, fact), phrase_span(document, fact)
            if fact.value and level is None:
                continue
            rows.append(
                GoalRow(
                    measure=fact.measure,
                    figure=level.of(document.text) if level else "",
                    horizon=when.of(document.text) if when else "",
                    source=quote_at(document, fact.span),
                )
            )
    return tuple(rows)


def task_rows(document: Document) -> tuple[TaskRow, ...]:
    """Return the tasks that name who owes them, in the order of the text."""
    rows = []
    for fact in document.facts:
        if not isinstance(fact, Task) or not fact.owner:
            continue
        if _proved(document, fact, (*fact.owner, *fact.partners, fact.action)):
            due = fact.due.phrase if fact.due and phrase_span(document, fact) else ""
            source = quote_at(document, fact.span)
            rows.append(TaskRow(fact.owner, fact.action, fact.partners, due, source))
    return tuple(rows)


def deadline_rows(document: Document) -> tuple[DeadlineRow, ...]:
    """Return what falls due, each with the time as written."""
    return tuple(
        DeadlineRow(
            _due_matter(document, fact), fact.owner, fact.due.phrase, quote_at(document, fact.span)
        )
        for fact in document.facts
        if isinstance(fact, Deadline) and phrase_span(document, fact)
        if _proved(document, fact, (fact.what, *fact.owner))
    )


def _due_matter(document: Document, fact: Deadline) -> str:
    """Return what falls due; the clause itself where the fact takes a heading's name for it."""
    clause = fact.span.of(document.text)
    return fact.what if fact.what in clause else " ".join(clause.split())


def _proved(document: Document, fact: Fact, words: tuple[str, ...]) -> bool:
    """Tell whether a fact has a passage to be quoted from, and its words stand there."""
    inside = any(p.span.holds(fact.span) for p in document.passages)
    return inside and proved(document, fact.span, words)
