"""Files that could not become documents, kept under their digests with the reason.

Only bytes that the secrecy gate has looked at, or that a person has vouched for, are kept: a scan
nobody could read may bear a stamp. Of the others stand here digest, size and reason, no name.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from index.disk import refusals_said_plainly, sync_folder
from ingest.codec import dumps, loads
from ingest.errors import ConfirmationNeededError, NotADocumentError, UnjudgedError

if TYPE_CHECKING:
    from pathlib import Path

    from ingest.errors import TracuuError

NOTE = ".json"
PART = ".part"


@dataclass(frozen=True, slots=True)
class RejectedFile:
    """One refused file: ``source`` is its name, and ``kept`` is true, where its bytes are held."""

    sha256: str
    size: int
    source: str
    reason: str
    refused_at: str
    kept: bool


def is_judged(error: TracuuError) -> bool:
    """Tell whether the secrecy gate had read the file, and passed it, before this error."""
    return isinstance(error, ConfirmationNeededError | NotADocumentError) and not isinstance(
        error, UnjudgedError
    )


class Rejected:
    """The folder of refused files; made when the first one comes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, data: bytes, source: str, reason: str, *, whole: bool) -> RejectedFile:
        """Note a refused file; ``whole`` keeps its bytes and name too."""
        digest = hashlib.sha256(data).hexdigest()
        name = source if whole else ""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        note = RejectedFile(digest, len(data), name, reason, now, whole)
        with refusals_said_plainly(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            if whole:
                self._write(digest, data)
            self._write(digest + NOTE, dumps(note).encode())
        return note

    def drop(self, digest: str) -> None:
        """Forget a file: it has become a document, or it turned out to be secret."""
        for name in (digest, digest + NOTE, digest + PART, digest + NOTE + PART):
            with suppress(FileNotFoundError):
                (self._folder / name).unlink()

    def files(self) -> tuple[RejectedFile, ...]:
        """Return every refused file, oldest first."""
        if not self._folder.is_dir():
            return ()
        notes = []
        for path in self._folder.glob(f"*{NOTE}"):
            with suppress(ValueError, KeyError, TypeError, FileNotFoundError):
                notes.append(loads(RejectedFile, path.read_text(encoding="utf-8")))
        return tuple(sorted(notes, key=lambda note: (note.refused_at, note.sha256)))

    def _write(self, name: str, data: bytes) -> None:
        part = self._folder / (name + PART)
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self._folder / name)
        sync_folder(self._folder)
