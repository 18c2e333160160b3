"""What word processors' files are made of: paragraphs of runs, and tables of cells of paragraphs.

The readers of DOC, RTF and ODT yield blocks; fonts and encodings are settled here, once for all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from ingest.encodings import Converter, Run
from ingest.errors import NoTextError
from ingest.formats.limits import counted
from ingest.formats.tables import table_lines
from ingest.model import RawPage, RawText
from ingest.secrecy import is_stamp, mark_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PAGE_BREAK = "\f"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Its runs (line breaks are newlines, page breaks form feeds) and its automatic number."""

    runs: tuple[Run, ...]
    label: str = ""


Cell: TypeAlias = "Sequence[Paragraph]"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; a cell that continues another has no paragraphs."""

    rows: tuple[tuple[Cell, ...], ...]

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the paragraphs of all cells."""
        for row in self.rows:
            for cell in row:
                yield from cell


Block: TypeAlias = Paragraph | Table


@dataclass(slots=True)
class Flow:
    """The blocks read so far, with the table, row and cell that are still open."""

    _blocks: list[Block] = field(default_factory=list)
    _cell: list[Paragraph] = field(default_factory=list)
    _row: list[Cell] = field(default_factory=list)
    _rows: list[tuple[Cell, ...]] = field(default_factory=list)

    def paragraph(self, paragraph: Paragraph) -> None:
        """Add a paragraph outside tables; a table that was open ends before it."""
        self._leave_table()
        self._blocks.append(paragraph)

    def in_cell(self, paragraph: Paragraph) -> None:
        """Add a paragraph to the open cell."""
        self._cell.append(paragraph)

    def end_cell(self) -> None:
        """Close the cell."""
        self._row.append(tuple(self._cell))
        self._cell = []

    def end_row(self) -> None:
        """Close the row, and its last cell if that has text."""
        if self._cell:
            self.end_cell()
        if self._row:
            self._rows.append(tuple(self._row))
        self._row = []

    def finished(self) -> list[Block]:
        """Return all blocks, also a table without its end."""
        self._leave_table()
        return self._blocks

    def _leave_table(self) -> None:
        self.end_row()
        if self._rows:
            self._blocks.append(Table(tuple(self._rows)))
        self._rows = []


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield the paragraphs of the blocks, also those in tables."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from block.paragraphs()


def with_text(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks that hold any text."""
    return [
        block
        for block in blocks
        if any(run.text.strip() for part in paragraphs_of((block,)) for run in part.runs)
    ]


@dataclass(frozen=True, slots=True)
class Parts:
    """What a file holds. ``aside`` (headers, footers, drawings) is searched for stamps only."""

    body: Sequence[Block]
    boxes: Sequence[Block] = ()
    aside: Sequence[Paragraph] = ()
    notes: tuple[str, ...] = ()


def as_raw(name: str, parts: Parts) -> RawText:
    """Return the file's lines: stamps first, then the body, then boxes without a place in it.

    Raises:
        NoTextError: no letter in it.
        TooLargeError: too many characters.

    """
    converter = Converter(_all_runs(parts))
    stamps = [line for part in parts.aside for line in paragraph_lines(part, converter)]
    lines = [line for line in stamps if is_stamp(line) or mark_of(line)]
    blocks = (*parts.body, *parts.boxes)
    lines += counted(line for block in blocks for line in _block_lines(block, converter))
    pages = [page.split("\n") for page in "\n".join(lines).split(PAGE_BREAK)]
    if not any(line.strip() for page in pages for line in page):
        raise NoTextError(
            "Tệp không có chữ, chỉ có hình hoặc trang trống. "
            "Nếu là ảnh chụp văn bản, hãy nhận dạng chữ (OCR) trước."
        )
    return RawText(
        format=name,
        pages=tuple(RawPage(None, tuple(page)) for page in pages),
        encoding=converter.encoding,
        notes=parts.notes,
    )


def paragraph_lines(paragraph: Paragraph, converter: Converter) -> list[str]:
    """Return the lines of a paragraph, its number before the first."""
    text = converter.text(paragraph.runs)
    if not (paragraph.label and text.strip()):
        return text.split("\n")
    font = paragraph.runs[0].font
    label = converter.text((Run(paragraph.label, font),))
    return f"{label} {text.lstrip()}".split("\n")


def _block_lines(block: Block, converter: Converter) -> list[str]:
    if isinstance(block, Paragraph):
        return paragraph_lines(block, converter)
    rows = [
        [
            [
                line.replace(PAGE_BREAK, "")
                for paragraph in cell
                for line in paragraph_lines(paragraph, converter)
            ]
            for cell in row
        ]
        for row in block.rows
    ]
    return table_lines(rows)


def _all_runs(parts: Parts) -> Iterable[Sequence[Run]]:
    blocks = (*parts.body, *parts.boxes, *parts.aside)
    return (paragraph.runs for paragraph in paragraphs_of(blocks))
