"""OpenDocument text (.odt) through lxml: paragraphs, tables and numbers in the order of the text.

Notes, comments, deleted and hidden text and tables of contents stay out; headers and footers are
searched for stamps only. Entities are never resolved, nothing outside the file is opened.
"""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING, cast

from lxml import etree

from ingest.encodings import Run
from ingest.errors import DamagedFileError, EncryptedFileError
from ingest.formats.archive import open_archive, refuse_declarations
from ingest.formats.blocks import PAGE_BREAK, Block, Flow, Paragraph, Parts, as_raw
from ingest.formats.odt_styles import OFFICE, STYLE, TABLE, TEXT, Lists, Styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.formats.numbering import Element
    from ingest.model import RawText

DRAW_BOX = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}text-box"
MANIFEST = "META-INF/manifest.xml"
MAX_REPEATED = 1_000  # blanks, rows and cells that a file may ask for at once
BROKEN = (
    etree.LxmlError, zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError,
    NotImplementedError, RecursionError, ValueError,
)  # fmt: skip
LEFT_OUT = frozenset(
    (f"{TEXT}note", f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{TEXT}tracked-changes",
     f"{TEXT}table-of-content", f"{TEXT}alphabetical-index", f"{TEXT}illustration-index",
     f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph", f"{OFFICE}forms", f"{TEXT}bibliography",
     f"{TEXT}sequence-decls", f"{TEXT}variable-decls", f"{TEXT}user-field-decls", DRAW_BOX)
)  # fmt: skip
PARAGRAPHS = frozenset((f"{TEXT}p", f"{TEXT}h"))


def read(data: bytes) -> RawText:
    """Return the lines of an OpenDocument text.

    Raises:
        DamagedFileError: the container or its XML is broken.
        EncryptedFileError, TooLargeError: see ``open_archive``; or the content needs a password.
        NoTextError: no letter in it.

    """
    with open_archive(data) as archive:
        refuse_declarations(archive)
        try:
            content, styles = _root(archive, "content.xml"), _root(archive, "styles.xml")
            if content is None or b"encryption-data" in _bytes(archive, MANIFEST):
                raise EncryptedFileError("Tệp có mật khẩu. Hãy bỏ mật khẩu rồi thêm lại.")
            parts = _parts(content, styles)
        except BROKEN as error:
            raise DamagedFileError(
                "Tệp OpenDocument (.odt) bị hỏng hoặc tải chưa hết. Hãy lấy lại bản gốc."
            ) from error
    return as_raw("odt", parts)


def _bytes(archive: zipfile.ZipFile, name: str) -> bytes:
    return archive.read(name) if name in archive.namelist() else b""


def _root(archive: zipfile.ZipFile, name: str) -> Element | None:
    written = _bytes(archive, name)
    if not written:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return cast("Element", etree.fromstring(written, parser))


def _parts(content: Element, styles: Element | None) -> Parts:
    walk = _Walk(Styles(content, styles))
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    blocks = walk.blocks(body) if body is not None else []
    aside = []
    for kind in ("header", "footer", "header-first", "footer-first", "header-left", "footer-left"):
        for part in () if styles is None else styles.iterfind(f".//{STYLE}{kind}"):
            aside += [Paragraph(walk.runs(each)) for each in _paragraphs(part)]
    notes = ("chú thích cuối trang không đưa vào văn bản",) if walk.met_notes else ()
    return Parts(blocks, aside=aside, notes=notes)


def _paragraphs(element: Element) -> Iterator[Element]:
    for tag in PARAGRAPHS:
        yield from element.iterfind(f".//{tag}")


class _Walk:
    """The walk through the body, numbers running along."""

    def __init__(self, styles: Styles) -> None:
        self.met_notes = False
        self._styles = styles
        self._lists = Lists(styles)

    def blocks(self, container: Element) -> list[Block]:
        """Return the blocks of an element, in the order of the text."""
        found: list[Block] = []
        for child in container:
            if child.tag in PARAGRAPHS:
                found += self._paragraph(child)
            elif child.tag == f"{TABLE}table":
                found += self._table(child)
            elif child.tag == f"{TEXT}list":
                found += self._list(child)
            elif isinstance(child.tag, str) and child.tag not in LEFT_OUT:
                found += self.blocks(child)
        return found

    def runs(self, paragraph: Element, style: str = "") -> tuple[Run, ...]:
        """Return the runs of a paragraph; a span has the font of its own style."""
        style = paragraph.get(f"{TEXT}style-name") or style
        return tuple(self._runs(paragraph, self._styles.font(style)))

    def _paragraph(self, paragraph: Element) -> list[Block]:
        boxes = [block for box in _boxes(paragraph) for block in self.blocks(box)]
        runs = self.runs(paragraph)
        if self._styles.breaks_before(paragraph.get(f"{TEXT}style-name") or ""):
            boxes.insert(0, Paragraph((Run(PAGE_BREAK),)))
        shown = any(run.text.strip() for run in runs)
        label = self._lists.label(paragraph) if shown else ""
        return [*boxes, Paragraph(runs, label)]

    def _runs(self, element: Element, font: str) -> Iterator[Run]:
        if element.text:
            yield Run(element.text, font)
        for child in element:
            yield from self._inline(child, font)
            if child.tail:
                yield Run(child.tail, font)

    def _inline(self, child: Element, font: str) -> Iterator[Run]:
        if child.tag == f"{TEXT}s":
            yield Run(" " * _count(child, f"{TEXT}c"), font)
        elif child.tag == f"{TEXT}tab":
            yield Run("\t", font)
        elif child.tag == f"{TEXT}line-break":
            yield Run("\n", font)
        elif child.tag in LEFT_OUT or not isinstance(child.tag, str):
            self.met_notes |= child.tag == f"{TEXT}note"
        else:
            named = child.get(f"{TEXT}style-name") if child.tag == f"{TEXT}span" else None
            if named is None or not self._styles.is_hidden(named):
                yield from self._runs(child, self._styles.font(named or "") or font)

    def _list(self, element: Element) -> list[Block]:
        with self._lists.inside(element):
            found: list[Block] = []
            for item in element:
                with self._lists.item(item):
                    found += self.blocks(item)
            return found

    def _table(self, table: Element) -> list[Block]:
        flow = Flow()
        for row in _rows(table):
            for cell in row:
                if cell.tag == f"{TABLE}table-cell":
                    self._cell(flow, cell)
                elif cell.tag == f"{TABLE}covered-table-cell":
                    flow.end_cell()
            flow.end_row()
        return flow.finished()

    def _cell(self, flow: Flow, cell: Element) -> None:
        for block in self.blocks(cell):
            inside = (block,) if isinstance(block, Paragraph) else block.paragraphs()
            for paragraph in inside:
                flow.in_cell(paragraph)
        for _ in range(_count(cell, f"{TABLE}number-columns-repeated")):
            flow.end_cell()


def _rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, also those grouped as its header."""
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in {
            f"{TABLE}table-header-rows",
            f"{TABLE}table-rows",
            f"{TABLE}table-row-group",
        }:
            yield from _rows(child)


def _boxes(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == DRAW_BOX:
            yield child
        else:
            yield from _boxes(child)


def _count(element: Element, name: str) -> int:
    written = element.get(name) or "1"
    return min(int(written), MAX_REPEATED) if written.isdecimal() else 1
