"""What the pages show, prepared: a document cut at its anchors and marks, ready to be printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from api.headings import full_head
from api.to_wire import anchor
from ingest.model import Span
from ingest.passages import HEAD

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ingest.model import Document, Section

TEMPLATES = Path(__file__).parent / "web" / "templates"
DEEPEST = 6  # levels told apart by the style sheet
BAR = re.compile(r"(?:^|(?<=\s))\|(?:$|(?=\s))")  # between the cells of a row
SYMBOL = re.compile(r"(?<![\w/-])\d[\w.]{0,8}[-/][\w/.-]{2,20}\w")  # "48/2025/NQ-HĐND"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one paragraph: the anchors before it, and whether it is marked.

    ``first`` is the beginning of the first mark of the page, where a reader is led.
    """

    anchors: tuple[str, ...]
    text: str
    marked: bool
    first: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the canonical text. ``level`` is the depth of the section it begins, 0 if none.

    ``heading`` tells a heading line from an item with running text; ``name`` and ``label`` are
    the anchor and the official wording of that section. ``centred`` are the lines that papers
    print in the middle: the head, and headings whose number and title have a line each.
    """

    pieces: tuple[Piece, ...]
    level: int
    heading: bool
    name: str = ""
    label: str = ""
    centred: bool = False

    @property
    def blank(self) -> bool:
        """Whether there is nothing to show."""
        return not any(piece.text.strip() or piece.anchors for piece in self.pieces)


@cache
def templates() -> Environment:
    """Return the templates; everything put into them is escaped."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["whole"] = whole
    made.filters["capital"] = capital
    return made


def whole(words: str) -> Markup:
    """Return words in which no number of a document is broken at its hyphens or strokes."""
    return Markup(SYMBOL.sub(r'<span class="one">\g<0></span>', str(escape(words))))  # noqa: S704 -- escaped


def capital(words: str) -> str:
    """Return words that begin as a line does; where they are cut from a sentence they may not."""
    return words[:1].upper() + words[1:]


def render(name: str, **values: object) -> str:
    """Return a page."""
    return templates().get_template(name).render(**values)


def paragraphs(document: Document, marks: tuple[Span, ...] = ()) -> tuple[Paragraph, ...]:
    """Return the text line by line; every character of it stands in exactly one piece."""
    anchors = _anchors(document)
    centred = _centred(document)
    levels = {section.span.start: section for section in document.walk()}
    cuts = sorted({*anchors, *(edge for mark in marks for edge in (mark.start, mark.end))})
    lines, start = [], 0
    for line in document.text.split("\n"):
        span = Span(start, start + len(line))
        start = span.end + 1
        section = levels.get(span.start + len(line) - len(line.lstrip()))
        inside = [cut for cut in cuts if span.start < cut < span.end]
        edges = [span.start, *inside, span.end]
        pieces = tuple(
            Piece(
                anchors=tuple(anchors.get(left, ())),
                text=document.text[left:right],
                marked=any(mark.start <= left < mark.end for mark in marks),
                first=bool(marks) and left == marks[0].start,
            )
            for left, right in pairwise(edges)
        )
        level = min(len(section.path), DEEPEST) if section else 0
        heading = section is not None and is_heading(line, section)
        name, label = (anchor(section.path), section.label) if section else ("", "")
        middle = any(part.start <= span.start < part.end for part in centred)
        lines.append(Paragraph(pieces, level, heading, name, label, middle))
    return tuple(lines)


def _centred(document: Document) -> tuple[Span, ...]:
    """Return the head of the paper, and the headings whose number has a line of its own."""
    head = [passage.span for passage in document.passages if passage.path == HEAD]
    heads = [full_head(document, section) for section in document.walk() if section.heading]
    return (*head, *(span for span in heads if "\n" in span.of(document.text)))


def is_heading(line: str, section: Section) -> bool:
    """Tell whether a line is the heading of a section: one that running text follows is none."""
    if not section.heading:
        return False
    _, found, after = line.partition(section.heading)
    return not found or not after.strip(" .:;-–")


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph that is a row of a table, cell by cell."""

    cells: tuple[tuple[Piece, ...], ...]
    heading: bool
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or the rows of a table."""

    paragraph: Paragraph | None
    rows: tuple[Row, ...] = ()

    @property
    def columns(self) -> int:
        """How many cells the longest row has."""
        return max((len(row.cells) for row in self.rows), default=0)


def blocks(shown: Iterable[Paragraph]) -> tuple[Block, ...]:
    """Return the paragraphs that have something to show, rows that follow each other as a table."""
    made: list[Block] = []
    kept = (paragraph for paragraph in shown if not paragraph.blank)
    for is_row, group in groupby(kept, key=_is_row):
        if is_row:
            made.append(Block(None, tuple(map(_row, group))))
        else:
            made += [Block(paragraph) for paragraph in group]
    return tuple(made)


def _is_row(paragraph: Paragraph) -> bool:
    return any(BAR.search(piece.text) for piece in paragraph.pieces)


def _row(paragraph: Paragraph) -> Row:
    cells: list[list[Piece]] = [[]]
    for piece in paragraph.pieces:
        first, *others = BAR.split(piece.text)
        cells[-1].append(replace(piece, text=first))
        cells += [[replace(piece, anchors=(), text=text, first=False)] for text in others]
    whole = tuple(map(tuple, cells))
    return Row(whole, paragraph.heading, paragraph.name, paragraph.label)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents."""

    name: str
    anchor: str
    children: tuple[Entry, ...]


def contents(sections: Sequence[Section]) -> tuple[Entry, ...]:
    """Return the table of contents; the outermost parts where none has a heading."""
    return _entries(sections) or tuple(
        Entry(_named(section), anchor(section.path), ()) for section in sections
    )


def _entries(sections: Sequence[Section]) -> tuple[Entry, ...]:
    """Return the parts that have a heading, as half of their neighbours have, or hold such parts.

    Where one of four khoản opens with words that look like a heading, it is no entry.
    """
    headed = 2 * sum(bool(section.heading) for section in sections) >= len(sections)
    made = []
    for section in sections:
        children = _entries(section.children)
        if children or (headed and section.heading):
            made.append(Entry(_named(section), anchor(section.path), children))
    return tuple(made)


def _named(section: Section) -> str:
    if section.heading:
        return f"{section.path[-1]}. {section.heading}"
    label = section.label.partition(",")[0]
    return label[:1].upper() + label[1:]


def _anchors(document: Document) -> dict[int, list[str]]:
    """Return offset → names; sections first, then the parts outside every section."""
    places: dict[str, int] = {}
    for section in document.walk():
        places.setdefault(anchor(section.path), section.span.start)
    for passage in document.passages:
        places.setdefault(anchor(passage.path), passage.span.start)
    names: dict[int, list[str]] = {}
    for name, offset in places.items():
        names.setdefault(offset, []).append(name)
    return names
