"""PDF files made by hand: no font file is needed, every code point maps to itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

CMAP = b"""/CIDInit /ProcSet findresource begin begincmap /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end"""


# a picture over the whole page, and bars that look like lines of print
PICTURE = "595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI"
BARS = " ".join(f"80 {y} 400 9 re f" for y in range(300, 760, 20))


@dataclass(frozen=True, slots=True)
class Drawn:
    """Text and where it is drawn, in points from the lower left."""

    x: float
    y: float
    text: str
    size: float = 13
    mode: int = 0
    grey: float = 0.0


def column(*lines: str, x: float = 80, top: float = 780, leading: float = 18) -> list[Drawn]:
    """Return lines drawn one below the other."""
    return [Drawn(x, top - index * leading, line) for index, line in enumerate(lines)]


def make_pdf(
    *pages: list[Drawn], notices: tuple[str, ...] = (), under: str | Sequence[str] = ""
) -> bytes:
    """Return a PDF with these pages; ``notices`` are text boxes laid over the first.

    ``under`` are drawing operators that come before the text of every page, or of each its own.
    """
    below = [under] * len(pages) if isinstance(under, str) else under
    first = 4
    kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /ToUnicode "
        + f"{first + 2 * len(pages)} 0 R /DescendantFonts [<< /Type /Font ".encode()
        + b"/Subtype /CIDFontType2 /BaseFont /Any /DW 500 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>",
    ]
    for index, page in enumerate(pages):
        notes = " ".join(_notice(text) for text in notices if index == 0)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            b"/Resources << /Font << /F1 3 0 R >> >> "
            + f"/Contents {first + 2 * index + 1} 0 R /Annots [{notes}] >>".encode()
        )
        drawn = [f"q {below[index]} Q", *(_operators(piece) for piece in page)]
        objects.append(_stream("\n".join(drawn).encode()))
    objects.append(_stream(CMAP))
    return _file(objects)


def _notice(text: str) -> str:
    written = ("\ufeff" + text).encode("utf-16-be").hex()
    return f"<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] /Contents <{written}> >>"


def _operators(piece: Drawn) -> str:
    codes = piece.text.encode("utf-16-be").hex()
    paint = f"{piece.grey} g {piece.mode} Tr"
    return f"BT /F1 {piece.size} Tf {paint} {piece.x} {piece.y} Td <{codes}> Tj ET"


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _file(objects: list[bytes]) -> bytes:
    data = b"%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table, len(objects) + 1, len(data))
    )
