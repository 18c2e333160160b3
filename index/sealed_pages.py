"""Finished pages of scans whose reading is not over, sealed with the file they belong to.

Recognition takes minutes, and the secrecy gate can judge only when it has all of them. So that a
power cut costs one page and not all, each is kept as soon as it is done; so that nothing of a
refused document can be read even then, only who has the file itself can open it. What stands
here goes when the file has been judged, or after a week, or when too much stands here.
"""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Final

from index.disk import sync_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from index.seal import Seal

FOLDER: Final = "pages"
DAYS: Final = 7
DAY: Final = 86_400.0
MOST_OF_FILE: Final = 32_000_000  # bytes; a page of text takes four to eight thousand
MOST: Final = 256_000_000  # bytes of all files
PART: Final = ".part"


class SealedPages:
    """The folder of unfinished files below the library; made when the first page comes."""

    def __init__(self, home: Path) -> None:
        self.folder = home / FOLDER

    def of(
        self, data: bytes, reached: Callable[[int, int], None] = lambda _done, _of: None
    ) -> UnfinishedFile:
        """Return the pages kept of the file with these bytes; ``reached`` is told of progress."""
        return UnfinishedFile(self, data, reached)

    def left_over(self) -> tuple[Path, ...]:
        """Return what stands here of files that never came back, the oldest first."""
        now, left, total = time.time(), [], 0
        for path in sorted(_inside(self.folder), key=_changed, reverse=True):
            total += sum(_size(page) for page in _inside(path))
            if now - _changed(path) > DAYS * DAY or total > MOST:
                left.append(path)
        return tuple(reversed(left))

    def clear(self) -> None:
        """Delete what is left over."""
        for path in self.left_over():
            _delete(path)


class UnfinishedFile:
    """The pages of one file. Whatever goes wrong here costs time only: a page is read again."""

    def __init__(
        self, all_pages: SealedPages, data: bytes, reached: Callable[[int, int], None]
    ) -> None:
        self._all = all_pages
        self._data = data
        self._kept = 0
        self.reached = reached

    @cached_property
    def _seal(self) -> Seal:
        from index.seal import Seal  # noqa: PLC0415 -- few files are scans

        return Seal(self._data)

    @cached_property
    def _folder(self) -> Path:
        return self._all.folder / self._seal.name

    def before(self) -> tuple[bytes, ...]:
        """Return the records that were kept of this file; damaged ones are passed over."""
        if not self._all.folder.is_dir():
            return ()
        return tuple(self._opened())

    def _opened(self) -> Iterator[bytes]:
        for path in sorted(_inside(self._folder)):
            with suppress(OSError):
                self._kept += _size(path)
                if self._kept <= MOST_OF_FILE:
                    record = self._seal.opened(path.read_bytes(), path.name)
                    yield from () if record is None else (record,)

    def keep(self, number: int, record: bytes) -> None:
        """Keep the record of a page durably, if there is room and the disk lets us."""
        name = f"{number:05}"
        sealed = self._seal.closed(record, name)
        self._kept += len(sealed)
        if self._kept > MOST_OF_FILE:
            return
        with suppress(OSError):
            self._write(name, sealed)

    def _write(self, name: str, sealed: bytes) -> None:
        if not self._folder.is_dir():
            self._all.clear()
            self._folder.mkdir(parents=True, exist_ok=True)
            sync_folder(self._all.folder.parent)
            sync_folder(self._all.folder)
        part = self._folder / (name + PART)
        with part.open("wb") as file:
            file.write(sealed)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self._folder / name)
        sync_folder(self._folder)

    def drop(self) -> None:
        """Forget the file: it has been judged."""
        if self._all.folder.is_dir():
            _delete(self._folder)


def _delete(folder: Path) -> None:
    """Delete the pages of one file for good, and the folder above if it was the last one."""
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):
        sync_folder(folder.parent)
        folder.parent.rmdir()
        sync_folder(folder.parent.parent)


def _inside(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(folder.iterdir())
    except OSError:  # gone since, or never made
        return ()


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
