"""A pack as slides, 16:9; the only writer that knows python-pptx.

A slide holds as much as can be read from the back of a room (18 points or more); the notes
cite the place of each line, and in the trainer's edition give the keys.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from api.pack.layout import LETTERS, displayed, key_line, numbered, source_line
from api.pack.office import describe, settled
from api.pack.slides_text import EDITIONS, Slide, slides_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.pack.model import Question, StudyPack

FONT: Final = "Times New Roman"
RED, INK = RGBColor(0x9B, 0x11, 0x1E), RGBColor(0x20, 0x20, 0x20)
GREY: Final = RGBColor(0x60, 0x60, 0x60)
PALE, WHITE = RGBColor(0xF6, 0xEC, 0xEC), RGBColor(0xFF, 0xFF, 0xFF)
CELL_SIZE: Final = 20
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
LEFT, INSIDE = Inches(0.6), Inches(12.13)
TITLE_ONLY: Final = 5
SIZES: Final = (32, 30, 28, 26, 24, 22, 20, 18)  # points, the largest that fits is taken
LETTER: Final = 0.47  # mean width of a letter, in its size
ROOM: Final = 5.2 * 72  # points of height for the lines of a slide
GAP: Final = 10  # points between two lines


@dataclass(frozen=True, slots=True)
class Box:
    """Where something stands on a slide, in inches from the top."""

    top: float
    height: float


def as_pptx(pack: StudyPack) -> bytes:
    """Return the pack as a PPTX file; the same pack gives the same bytes."""
    show = Presentation()
    show.slide_width, show.slide_height = WIDTH, HEIGHT
    describe(show.core_properties, pack)
    _cover(show, pack)
    for slide in slides_of(pack):
        _slide(show, pack, slide)
    for number, question in numbered(pack):
        _question(show, pack, (number, question))
    out = io.BytesIO()
    show.save(out)
    return settled(out.getvalue())


def _new(show: Any, title: str, foot: str) -> Any:
    """Return a new slide with its title, a rule under it, and the document's name at the foot."""
    slide = show.slides.add_slide(show.slide_layouts[TITLE_ONLY])
    head = slide.shapes.title
    head.left, head.top, head.width, head.height = LEFT, Inches(0.3), INSIDE, Inches(0.8)
    head.text_frame.word_wrap = True
    head.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    _words(head.text_frame.paragraphs[0], title, 30, RED, bold=True)
    head.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    rule = slide.shapes.add_connector(1, LEFT, Inches(1.15), LEFT + INSIDE, Inches(1.15))
    rule.line.color.rgb, rule.line.width = RED, Pt(1.5)
    count = len(show.slides)
    line = _box(slide, Box(7.0, 0.35)).paragraphs[0]
    _words(line, f"{foot}  |  {count}", 12, GREY)
    line.alignment = PP_ALIGN.RIGHT
    return slide


def _box(slide: Any, box: Box) -> Any:
    shape = slide.shapes.add_textbox(LEFT, Inches(box.top), INSIDE, Inches(box.height))
    shape.text_frame.word_wrap = True
    return shape.text_frame


def _words(paragraph: Any, words: str, size: int, colour: Any = INK, *, bold: bool = False) -> None:
    run = paragraph.add_run()
    run.text = words
    run.font.name, run.font.size, run.font.bold = FONT, Pt(size), bold
    run.font.color.rgb = colour


def _size(lines: Sequence[str]) -> int:
    """Return the largest size at which the lines fit; a place adds some letters to its line."""
    return next((size for size in SIZES if _height(lines, size) <= ROOM), SIZES[-1])


def _height(lines: Sequence[str], size: int) -> float:
    across = int(INSIDE.pt / (size * LETTER))
    rows = sum(1 + len(line) // across for line in lines)
    return rows * size * 1.2 + len(lines) * GAP


def _cover(show: Any, pack: StudyPack) -> None:
    slide = show.slides.add_slide(show.slide_layouts[TITLE_ONLY])
    head = slide.shapes.title
    head.left, head.top, head.width, head.height = LEFT, Inches(1.2), INSIDE, Inches(0.9)
    _words(head.text_frame.paragraphs[0], "TÀI LIỆU HỌC TẬP, QUÁN TRIỆT", 40, RED, bold=True)
    frame = _box(slide, Box(2.5, 3.6))
    told = (
        (pack.official, 30, True),
        (displayed(pack.title), 30, True),
        (EDITIONS[pack.edition], 22, False),
    )
    for number, (words, size, bold) in enumerate(told):
        line = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        line.alignment, line.space_after = PP_ALIGN.CENTER, Pt(14)
        _words(line, words, size, bold=bold)
    data = [
        f"{datum.name}: {datum.text}"
        + (f" — “{datum.source.text}”, {source_line(datum.source)}" if datum.source else "")
        for datum in pack.data
    ]
    slide.notes_slide.notes_text_frame.text = "\n".join(data)


def _slide(show: Any, pack: StudyPack, made: Slide) -> None:
    slide = _new(show, made.title, pack.short)
    if made.columns:
        _table(slide, made)
    else:
        frame = _box(slide, Box(1.35, 5.5))
        size = _size([f"{line.text} {line.place}" for line in made.lines])
        for number, line in enumerate(made.lines):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.space_after = Pt(8)
            _words(paragraph, f"{'– ' if line.mark else ''}{line.text}", size, bold=line.bold)
            if line.place:
                _words(paragraph, f" ({line.place})", max(size - 6, 14), GREY)
    slide.notes_slide.notes_text_frame.text = "\n".join(made.notes)


def _table(slide: Any, made: Slide) -> None:
    rows = (made.columns, *(line.cells for line in made.lines))
    shape = slide.shapes.add_table(
        len(rows), len(made.columns), LEFT, Inches(1.35), INSIDE, Inches(0.5 * len(rows))
    )
    table = shape.table
    total = sum(made.widths)
    for column, share in zip(table.columns, made.widths, strict=True):
        column.width = int(INSIDE * share / total)
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            cell = table.cell(r, c)
            cell.fill.solid()
            cell.fill.fore_color.rgb = RED if r == 0 else PALE if r % 2 == 0 else WHITE
            cell.margin_top = cell.margin_bottom = Inches(0.04)
            colour = WHITE if r == 0 else INK
            _words(cell.text_frame.paragraphs[0], words, CELL_SIZE, colour, bold=r == 0)


def _question(show: Any, pack: StudyPack, asked: tuple[int, Question]) -> None:
    number, question = asked
    slide = _new(show, f"Câu {number}", pack.short)
    shown = displayed(question.text)
    options = [
        f"{letter}. {displayed(option.text)}"
        for letter, option in zip(LETTERS, question.options, strict=False)
    ]
    if question.kind == "statement":
        options = ["Đúng        Sai"]
    size = _size([question.ask, shown, *options])
    frame = _box(slide, Box(1.4, 5.4))
    _words(frame.paragraphs[0], question.ask, size, bold=True)
    for words in (f"“{shown}”" if shown else "", *options):
        if words:
            line = frame.add_paragraph()
            line.space_before = Pt(10)
            _words(line, words, size)
    notes = [f"Câu {number}: trả lời trên giấy hoặc thảo luận."]
    if question.key or question.sources:
        notes = [f"Đáp án: {key_line(question)}."]
        notes += [f"Căn cứ: “{q.text}”, {source_line(q)}." for q in question.sources]
    slide.notes_slide.notes_text_frame.text = "\n".join(notes)
