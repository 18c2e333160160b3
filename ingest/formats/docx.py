"""Word (.docx) through python-docx: paragraphs, tables and numbers in the order of the text.

The body is walked element by element: python-docx's own ``paragraph.text`` leaves out inserted
text, content controls and text boxes, and knows no run's font. Deleted text, footnotes, fields'
instructions and tables of contents stay out; so does text that nobody sees, which is told. External
parts are never followed, entities never resolved.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, cast

import docx
from docx.opc.exceptions import OpcError
from docx.opc.part import XmlPart
from lxml import etree

from ingest.encodings import Converter, Run
from ingest.errors import DamagedFileError, NoTextError
from ingest.formats.archive import open_archive
from ingest.formats.docx_fonts import DocxFonts
from ingest.formats.docx_hidden import DocxLooks, Unseen, page_colour
from ingest.formats.hidden import VANISHED
from ingest.formats.limits import counted
from ingest.formats.numbering import Element, Numbering, W
from ingest.formats.tables import Row, table_lines
from ingest.model import RawPage, RawText
from ingest.secrecy import is_stamp, mark_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document

PAGE_BREAK = "\f"
TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"  # a watermark
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# neither text of the document nor part of its running text
LEFT_OUT = frozenset(
    {FALLBACK}
    | {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "txbxContent", "tblPr", "sdtPr")}
)
SIGNS = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
BROKEN = (
    OpcError, etree.LxmlError, zipfile.BadZipFile, zlib.error, AttributeError, KeyError,
    IndexError, OSError, EOFError, ValueError, TypeError, NotImplementedError,
)  # fmt: skip

_CONTENTS_STYLE = re.compile(r"TOC\d|Mucluc\d|TOCHeading", re.IGNORECASE)
_HEADER = re.compile(r"\{[^}]*\}(?:hdr|ftr)")  # by its root: the part may have any name


def read(data: bytes) -> RawText:
    """Return the lines of a Word file; a forced page break begins another page without number.

    Raises:
        DamagedFileError: the container or its XML is broken.
        EncryptedFileError, TooLargeError: see ``open_archive``; or too many characters.
        NoTextError: pictures only.

    """
    open_archive(data).close()
    try:
        document = docx.Document(io.BytesIO(data))
        body = _Body(document)
        lines = list(counted(body.lines()))
        lines = [*body.stamps(), *lines]
    except BROKEN as error:
        raise DamagedFileError(
            "Tệp Word (.docx) bị hỏng hoặc tải chưa hết. Hãy lấy lại bản gốc."
        ) from error
    pages = [page.split("\n") for page in "\n".join(lines).split(PAGE_BREAK)]
    if not any(line.strip() for page in pages for line in page):
        raise NoTextError(
            "Tệp Word không có chữ, chỉ có hình hoặc trang trống. "
            "Nếu là ảnh chụp văn bản, hãy nhận dạng chữ (OCR) trước."
        )
    return RawText(
        format="docx",
        pages=tuple(RawPage(None, tuple(page)) for page in pages),
        encoding=body.encoding,
        hidden=body.unseen.told(),
    )


def _parts(document: Document) -> Iterator[tuple[str, Element]]:
    """Yield the names and roots of the XML parts that belong to the text."""
    for part in document.part.related_parts.values():
        if isinstance(part, XmlPart):
            yield part.partname, cast("Element", part.element)


def _all(element: Element, tag: str) -> Iterator[Element]:
    return element.iterfind(f".//{tag}")


def _symbol(code: str | None) -> str:
    return chr(int(code, 16)) if code and re.fullmatch("[0-9A-Fa-f]{1,4}", code) else ""


def _is_contents(control: Element) -> bool:
    """Tell whether a content control is Word's table of contents."""
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and "Contents" in (gallery.get(f"{W}val") or "")


class _Body:
    """The walk through the body, numbers running along."""

    def __init__(self, document: Document) -> None:
        self._root = cast("Element", document.element.body)
        parts = dict(_parts(document))
        self._asides = [root for root in parts.values() if _HEADER.fullmatch(root.tag)]
        self._numbering = Numbering(parts.get("/word/numbering.xml"), parts.get("/word/styles.xml"))
        self._fonts = DocxFonts(parts.get("/word/styles.xml"))
        paper = page_colour(cast("Element", document.element).find(f"{W}background"))
        self._looks = DocxLooks(parts.get("/word/styles.xml"), paper)
        self.unseen = Unseen()
        self._converter = Converter(map(self._runs, _all(self._root, f"{W}p")))

    @property
    def encoding(self) -> str | None:
        """The old encodings that text was converted from; None if all was Unicode."""
        return self._converter.encoding

    def stamps(self) -> Iterator[str]:
        """Yield the stamps and marks of headers, footers, watermarks; the rest is furniture.

        Stamps count where nobody sees them too, here and in the text: the gate fails closed.
        """
        yield from self.unseen.stamps
        for root in self._asides:
            written = [text for p in _all(root, f"{W}p") for text in self._inline(p)]
            drawn = [path.get("string") or "" for path in _all(root, TEXT_PATH)]
            yield from (line for line in written + drawn if is_stamp(line) or mark_of(line))

    def lines(self) -> Iterator[str]:
        return self._blocks(self._root)

    def _blocks(self, container: Element) -> Iterator[str]:
        for child in container:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from table_lines(list(self._rows(child)))
            elif child.tag not in LEFT_OUT and not _is_contents(child):
                yield from self._blocks(child)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        for box in _boxes(paragraph):
            yield from self._blocks(box)
        if _CONTENTS_STYLE.fullmatch(_style(paragraph)):
            return
        text, _ = self._inline(paragraph, note=self.unseen)
        label = self._numbering.label(paragraph) if text.strip() else ""
        yield from (f"{label} {text.lstrip()}" if label else text).split("\n")
        if _ends_page(paragraph):
            yield PAGE_BREAK

    def _inline(self, paragraph: Element, note: Unseen | None = None) -> tuple[str, str]:
        """Return the text of a paragraph as printed, inserted and linked too, and the unseen."""
        written = list(self._written(paragraph))
        seen = self._converter.text([run for run, why in written if not why])
        hidden = [(run, why) for run, why in written if why]
        unseen = self._converter.text([run for run, _ in hidden]) if hidden else ""
        if note and hidden:
            note.take([(run.text, why) for run, why in hidden], unseen)
        return seen, unseen

    def _runs(self, paragraph: Element) -> list[Run]:
        return [run for run, why in self._written(paragraph) if not why]

    def _written(self, paragraph: Element) -> Iterator[tuple[Run, str]]:
        """Yield the runs of a paragraph, each with the reason why it is not seen, or ""."""
        given = self._looks.paragraph(paragraph)

        def walk(element: Element, font: str, why: str) -> Iterator[tuple[Run, str]]:
            for child in element:
                if child.tag == f"{W}r":
                    own = self._fonts.run(child, font)
                    yield from walk(child, own, self._looks.why_unseen(child, given))
                elif (run := _run(child, font)) is not None:
                    breaks = not run.text.strip() and why != VANISHED  # a white break still breaks
                    yield run, "" if breaks else why
                elif child.tag not in LEFT_OUT:
                    yield from walk(child, font, why)

        return walk(paragraph, self._fonts.paragraph(paragraph), "")

    def _rows(self, table: Element) -> Iterator[Row]:
        for row in _directly(table, f"{W}tr"):
            yield [self._cell(cell) for cell in _directly(row, f"{W}tc")]

    def _cell(self, cell: Element) -> list[str]:
        """Return the lines of a cell; one that is merged with that above has none."""
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is not None and merged.get(f"{W}val") != "restart":
            return []
        return [line.replace(PAGE_BREAK, "") for line in self._blocks(cell)]


def _run(child: Element, font: str) -> Run | None:
    """Return what an element inside a run prints; None for one that only holds others."""
    if child.tag == f"{W}t":
        return Run(child.text or "", font)
    if child.tag == f"{W}br":
        return Run(PAGE_BREAK if child.get(f"{W}type") == "page" else "\n", font)
    if child.tag == f"{W}sym":
        return Run(_symbol(child.get(f"{W}char")), child.get(f"{W}font") or "")
    return Run(SIGNS[child.tag], font) if child.tag in SIGNS else None


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return (style.get(f"{W}val") or "") if style is not None else ""


def _directly(element: Element, tag: str) -> Iterator[Element]:
    """Yield the children with this tag, also where a content control stands between."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"}:
            yield from _directly(child, tag)


def _boxes(element: Element) -> Iterator[Element]:
    """Yield the text boxes anchored here, each once: Word writes them again for old readers."""
    for child in element:
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag != FALLBACK:
            yield from _boxes(child)


def _ends_page(paragraph: Element) -> bool:
    """Tell whether a section that begins on a new page ends with this paragraph."""
    section = paragraph.find(f"{W}pPr/{W}sectPr")
    if section is None:
        return False
    kind = section.find(f"{W}type")
    return kind is None or kind.get(f"{W}val") != "continuous"
