"""The disk below the library: names made durable, and refusals said plainly."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ingest.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def refusals_said_plainly(home: Path) -> Iterator[None]:
    """Turn what the operating system refuses inside the block into a LibraryError."""
    try:
        yield
    except OSError as error:
        raise LibraryError(
            f"Không ghi được vào thư viện {home} ({error.strerror or error}). "
            "Hãy kiểm tra quyền ghi và dung lượng đĩa rồi thử lại."
        ) from error
