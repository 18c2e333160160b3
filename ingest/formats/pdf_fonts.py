"""Text that a PDF holds in fonts from before Unicode, turned into Unicode page by page."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ingest.encodings import Converter, Run
from ingest.encodings.fonts import family_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.formats.pdf_pieces import Piece

SUBSET: Final = re.compile(r"^[A-Z]{6}\+")  # "FBHPEL+VnTime": a font of which only a part is held
DOTLESS: Final = re.compile(r"^Vn(?=[A-Z3])")  # PDF makers drop the dot of ".VnTime"
# makers of PDF wrote these two bytes of a font as the signs that they are in a symbol font
SIGNS: Final = str.maketrans({"\u2212": "\xad", "\u2219": "\xb7"})  # ư and ã of TCVN3


def in_unicode(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], str | None]:
    """Return the pieces of a page in Unicode, and the encodings they were in; None: it was."""
    runs = [_run(piece) for piece in pieces]
    converter = Converter([(run,) for run in runs])
    converted = tuple(
        replace(piece, text=converter.text((run,))) for piece, run in zip(pieces, runs, strict=True)
    )
    encoding = converter.encoding
    return (converted, encoding) if encoding else (tuple(pieces), None)


def _run(piece: Piece) -> Run:
    font = DOTLESS.sub(".Vn", SUBSET.sub("", piece.font))
    old = family_of(font) is not None
    return Run(piece.text.translate(SIGNS) if old else piece.text, font)
