"""One writer at a time: an advisory lock on a file, released by the system when a process dies."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ingest.errors import LibraryLockedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def writer_lock(path: Path) -> Iterator[None]:
    """Hold the library's writer lock for the length of the block.

    The file names the process that holds it and is never deleted: a lock on a deleted file
    would bind nobody. Raises LibraryLockedError at once when another writer holds it.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise LibraryLockedError(_held_by(handle)) from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(handle)


def _held_by(handle: int) -> str:
    holder = os.pread(handle, 20, 0).decode("ascii", "replace").strip()
    named = f" (tiến trình {holder})" if holder else ""
    return f"Thư viện đang được một chương trình khác ghi{named}. Hãy đợi xong rồi thử lại."
