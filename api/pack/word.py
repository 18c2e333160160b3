"""A pack as a Word document in the form of Party papers; the only writer that knows python-docx.

A4, Times New Roman 14, margins top and bottom 20 mm, left 30, right 15; pages numbered at the
top, in the middle, from the second page on; headers of tables repeated on every page.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from api.pack.layout import EDITIONS, Asked, Line, Table, abreast, displayed, parts
from api.pack.office import describe, settled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.pack.layout import Block
    from api.pack.model import StudyPack

FONT: Final = "Times New Roman"
SIZE: Final = Pt(14)
TABLE_SIZE: Final = Pt(12)
WIDTH: Final = 210 - 30 - 15  # millimetres between the margins
INDENT: Final = Mm(10)
STEP: Final = 8  # millimetres an item stands further in than the one above
SHADE: Final = "E7E6E6"


def as_docx(pack: StudyPack) -> bytes:
    """Return the pack as a DOCX file; the same pack gives the same bytes."""
    paper = docx.Document()
    _page(paper)
    _styles(paper)
    describe(paper.core_properties, pack)
    _cover(paper, pack)
    for part in parts(pack):
        paper.add_heading(part.title, 1)
        for block in part.blocks:
            _block(paper, block)
    out = io.BytesIO()
    paper.save(out)
    return settled(out.getvalue())


def _page(paper: Any) -> None:
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    line = section.header.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = line.add_run()
    for kind, words in (("begin", None), (None, "PAGE"), ("end", None)):
        run._r.append(_field(kind, words))  # noqa: SLF001 -- python-docx has no way to add a field


def _field(kind: str | None, words: str | None) -> Any:
    if kind is None:
        element = OxmlElement("w:instrText")
        element.text = words
    else:
        element = OxmlElement("w:fldChar")
        element.set(qn("w:fldCharType"), kind)
    return element


def _styles(paper: Any) -> None:
    normal = paper.styles["Normal"]
    _font(normal, bold=False)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.1
    for level, size in ((1, 14), (2, 14)):
        style = paper.styles[f"Heading {level}"]
        _font(style, bold=True)
        style.font.size = Pt(size)
        style.paragraph_format.space_before = Pt(12)
        style.paragraph_format.space_after = Pt(6)
        style.paragraph_format.keep_with_next = True


def _font(style: Any, *, bold: bool) -> None:
    style.font.name, style.font.size, style.font.bold = FONT, SIZE, bold
    style.font.italic = False
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(name), None)


def _cover(paper: Any, pack: StudyPack) -> None:
    for words, size, bold, after in (
        ("TÀI LIỆU HỌC TẬP, QUÁN TRIỆT", 16, True, 6),
        (pack.official, 14, True, 0),
        (displayed(pack.title), 14, True, 6),
        (f"({EDITIONS[pack.edition]})", 14, False, 0),
        ("-----", 14, False, 6),
    ):
        line = paper.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.paragraph_format.space_after = Pt(after)
        run = line.add_run(words)
        run.bold, run.italic, run.font.size = bold, not bold and size == 14, Pt(size)  # noqa: PLR2004 -- the edition


def _block(paper: Any, block: Block) -> None:
    match block:
        case Line():
            _line(paper, block)
        case Table():
            _table(paper, block)
        case Asked():
            _asked(paper, block)


def _line(paper: Any, line: Line) -> None:
    if line.style == "head":
        paper.add_heading(line.text, 2)
        return
    paragraph = paper.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    if line.style == "outline":
        paragraph.paragraph_format.left_indent = Mm(line.depth * STEP)
        paragraph.paragraph_format.space_after = Pt(3)
        paragraph.add_run(f"{displayed(line.place)}. ").bold = line.depth == 0
        paragraph.add_run(line.text).bold = line.depth == 0
        return
    paragraph.paragraph_format.first_line_indent = INDENT
    run = paragraph.add_run(f"- {line.text}" if line.style == "quote" else line.text)
    run.italic = line.style == "note"
    if line.place:
        paragraph.add_run(f" ({line.place})").italic = True


def _table(paper: Any, table: Table) -> None:
    drawn = paper.add_table(rows=0, cols=len(table.columns), style="Table Grid")
    drawn.alignment = WD_TABLE_ALIGNMENT.CENTER
    drawn.autofit = False
    for number, row in enumerate((table.columns, *table.rows)):
        added = drawn.add_row()
        _keep_whole(added, number)
        for cell, words, share in zip(added.cells, row, table.widths, strict=True):
            cell.width = Mm(WIDTH * share / sum(table.widths))
            _cell(cell, words, header=number == 0)
    for column, share in zip(drawn.columns, table.widths, strict=True):
        column.width = Mm(WIDTH * share / sum(table.widths))
    paper.add_paragraph().paragraph_format.space_after = Pt(0)


def _keep_whole(row: Any, number: int) -> None:
    """Keep a row on one page, and repeat the header on every page.

    The row after the header may break: where it is kept whole too and the page ends under it,
    LibreOffice 7.4 draws none of the rows that follow.
    """
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 -- python-docx has no property for it
    names = {0: ("w:cantSplit", "w:tblHeader"), 1: ()}.get(number, ("w:cantSplit",))
    for name in names:
        properties.append(OxmlElement(name))


def _cell(cell: Any, words: str, *, header: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.paragraph_format.space_before = Pt(2)
    paragraph.paragraph_format.line_spacing = 1.0
    run = paragraph.add_run(words)
    run.font.size, run.bold = TABLE_SIZE, header
    if header or words.isdigit():
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if header:
        shade = OxmlElement("w:shd")
        for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", SHADE)):
            shade.set(qn(name), value)
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 -- likewise


def _asked(paper: Any, asked: Asked) -> None:
    """Draw a question; its lines stay together on one page as far as they fit."""
    lines = [_told(paper, f"Câu {asked.number}. ", asked.ask)]
    if asked.shown:
        lines.append(_told(paper, "", f"“{asked.shown}”"))
    lines += _options(paper, asked.options)
    if asked.answer and not asked.key:
        lines.append(_told(paper, "", asked.answer, indent=True))
    if asked.key:
        lines.append(_told(paper, "Đáp án: ", asked.key))
    for line in lines if asked.sources else lines[:-1]:  # the key stays with its first proof
        line.paragraph_format.keep_with_next = True
    for words, place in asked.sources:
        source = _told(paper, "", f"Căn cứ: “{words}”, {place}.")
        source.paragraph_format.keep_together = True
        for run in source.runs:
            run.italic, run.font.size = True, TABLE_SIZE
    lines[0].paragraph_format.space_before = Pt(8)


def _options(paper: Any, options: Sequence[str]) -> list[Any]:
    """Draw options, short ones side by side at tabs."""
    count = abreast(options)
    lines = []
    for first in range(0, len(options), count):
        line = _told(paper, "", "\t".join(options[first : first + count]), indent=True)
        for stop in range(1, count):
            line.paragraph_format.tab_stops.add_tab_stop(Mm(10 + (WIDTH - 10) * stop / count))
        lines.append(line)
    return lines


def _told(paper: Any, lead: str, words: str, *, indent: bool = False) -> Any:
    line = paper.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY if not indent else WD_ALIGN_PARAGRAPH.LEFT
    line.paragraph_format.space_after = Pt(3)
    if indent:
        line.paragraph_format.left_indent = INDENT
    if lead:
        line.add_run(lead).bold = True
    line.add_run(words)
    return line
