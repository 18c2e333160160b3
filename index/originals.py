"""The original files, kept under their digests: written once, never changed."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from index.disk import sync_folder
from ingest.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PART = ".part"  # a file still being written


class Originals:
    """The files in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def store(self, data: bytes) -> str:
        """Keep the bytes durably and return their digest."""
        (digest,) = self.store_all([data])
        return digest

    def store_all(self, files: Iterable[bytes]) -> tuple[str, ...]:
        """Keep the bytes of each file durably and return their digests."""
        digests = tuple(map(self._written, files))
        sync_folder(self._folder)
        return digests

    def _written(self, data: bytes) -> str:
        digest = hashlib.sha256(data).hexdigest()
        if not self.sound(digest):
            part = (self._folder / digest).with_suffix(PART)
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(self._folder / digest)
        return digest

    def load(self, digest: str) -> bytes:
        """Return the bytes; raises LibraryError if they are missing or not the same any more."""
        if not self.sound(digest):
            raise LibraryError(
                f"Tệp gốc {digest[:12]}… bị thiếu hoặc hỏng. Hãy thêm lại tệp đó vào thư viện."
            )
        return (self._folder / digest).read_bytes()

    def sound(self, digest: str) -> bool:
        """Tell whether the file is there with the bytes it was kept with."""
        path = self._folder / digest
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == digest

    def strays(self, known: frozenset[str]) -> Iterator[Path]:
        """Yield files that no document names: what a crash left behind."""
        for path in sorted(self._folder.iterdir()):
            if path.name not in known:
                yield path
