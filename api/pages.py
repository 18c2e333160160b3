"""What the pages show, prepared: a document cut at its anchors and marks, ready to be printed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.to_wire import anchor
from ingest.model import Span

if TYPE_CHECKING:
    from ingest.model import Document

TEMPLATES = Path(__file__).parent / "web" / "templates"
DEEPEST = 6  # levels told apart by the style sheet


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
    the anchor and the official wording of that section.
    """

    pieces: tuple[Piece, ...]
    level: int
    heading: bool
    name: str = ""
    label: str = ""

    @property
    def blank(self) -> bool:
        """Whether there is nothing to show."""
        return not any(piece.text.strip() or piece.anchors for piece in self.pieces)


@cache
def templates() -> Environment:
    """Return the templates; everything put into them is escaped."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(name: str, **values: object) -> str:
    """Return a page."""
    return templates().get_template(name).render(**values)


def paragraphs(document: Document, marks: tuple[Span, ...] = ()) -> tuple[Paragraph, ...]:
    """Return the text line by line; every character of it stands in exactly one piece."""
    anchors = _anchors(document)
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
        heading = bool(section and section.heading)
        name, label = (anchor(section.path), section.label) if section else ("", "")
        lines.append(Paragraph(pieces, level, heading, name, label))
    return tuple(lines)


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
