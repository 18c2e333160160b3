"""Bytes become pages of lines: one file per format, each loaded when it is first needed."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from ingest.formats.signatures import Format, detect

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ingest.model import RawText

__all__ = ["detect", "read_raw"]

READERS: Mapping[Format, str] = {
    "pdf": "ingest.formats.pdf",
    "docx": "ingest.formats.docx",
    "doc": "ingest.formats.doc",
    "rtf": "ingest.formats.rtf",
    "odt": "ingest.formats.odt",
    "xlsx": "ingest.formats.xlsx",
    "xls": "ingest.formats.xls",
    "html": "ingest.formats.html",
    "text": "ingest.formats.text",
}


def read_raw(data: bytes) -> RawText:
    """Return the text of a file, page by page, in the order in which it is read.

    Raises:
        ReadError: the bytes cannot be read; which one says why, its message what to do.

    """
    reader: Callable[[bytes], RawText] = importlib.import_module(READERS[detect(data)]).read
    return reader(data)
