"""Office files settled: the same content gives the same bytes, whenever they are written."""

from __future__ import annotations

import io
import re
import zipfile
from textwrap import shorten
from typing import TYPE_CHECKING, Any, Final

from api.pack.layout import EDITIONS

if TYPE_CHECKING:
    from api.pack.model import StudyPack

LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)  # the earliest time that a ZIP archive can hold
WRITTEN_AT: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
PROPERTIES: Final = "docProps/core.xml"


LONGEST_PROPERTY: Final = 255  # characters, by the format


def describe(about: Any, pack: StudyPack) -> None:
    """Fill in the properties that a person sees of a file, in either of its formats."""
    title = f"Tài liệu học tập: {pack.short}"
    about.title = shorten(title, LONGEST_PROPERTY, placeholder="…")
    about.subject = shorten(pack.title, LONGEST_PROPERTY, placeholder="…")
    about.author, about.language, about.comments = "tracuu", "vi-VN", EDITIONS[pack.edition]


def settled(content: bytes) -> bytes:
    """Return an office file with its parts in their order and without the time of writing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(out, "w") as written:
        for entry in packed.infolist():
            data = packed.read(entry)
            if entry.filename == PROPERTIES:
                data = WRITTEN_AT.sub(rb"\g<1>2000-01-01T00:00:00Z", data)
            kept = zipfile.ZipInfo(entry.filename, LONG_AGO)
            kept.compress_type = zipfile.ZIP_DEFLATED
            written.writestr(kept, data)
    return out.getvalue()
