"""What became of bytes that may be anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Callable

    from ingest.model import RawText


def is_read_or_refused(reader: Callable[[bytes], RawText], data: bytes) -> bool:
    """Tell whether the bytes are read, or refused with a message that says what to do."""
    try:
        return bool(reader(data).pages)
    except ReadError as error:
        return "hãy" in str(error).lower()
