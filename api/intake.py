"""The one entrance: bytes are read apart, pass the secrecy gate, and only then may be kept.

Command line, folders, uploads and ``corpus sync`` all come through here. Nothing of a file is
written anywhere before ``Intake.read`` has returned.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.rejected import Rejected, is_judged
from ingest.errors import PoorerCopyError, SecretDocumentError, TracuuError
from ingest.isolation import ReadingPool
from ingest.limits import limits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import TypeAlias

    from api.settings import Settings
    from index.library import Library
    from ingest.model import Document

    Read: TypeAlias = Callable[..., Document]

REJECTED: Final = "rejected"
KEPT: Final = "Bản gốc giữ ở {place}."
NOT_KEPT: Final = "Chưa kiểm tra được dấu mật nên không giữ bản sao."


@dataclass(frozen=True, slots=True)
class Consent:
    """What a person has said yes to, one question apart from the other.

    ``marked`` lets in documents with a handling mark or an unreadable first page, ``poorer``
    lets a copy that is read worse take the place of the one held.
    """

    marked: bool = False
    poorer: bool = False


NO_CONSENT: Final = Consent()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not taken: the error, and what was done with its bytes (Vietnamese)."""

    error: TracuuError
    fate: str
    kept: bool = False

    def __str__(self) -> str:
        """Return what happened and what to do, for a person."""
        return f"{self.error} {self.fate}".strip()


class Intake:
    """Reads files for one library and sees to the refused ones."""

    def __init__(self, folder: Path, read: Read) -> None:
        self._folder = folder
        self._read = read
        self.rejected = Rejected(folder / REJECTED)

    def read(self, data: bytes, source: str, consent: Consent = NO_CONSENT) -> Document | Refusal:
        """Return the document, or why the file is not taken.

        A refused file is kept with its reason where the gate has passed it or a person has
        vouched for it; of a secret one nothing stays, not even what an earlier try had left.
        """
        try:
            document = self._read(data, source, confirmed=consent.marked)
        except SecretDocumentError as error:
            self.rejected.drop(hashlib.sha256(data).hexdigest())
            return Refusal(error, "")
        except TracuuError as error:
            return self._refusal(data, source, error, whole=consent.marked or is_judged(error))
        self.rejected.drop(document.info.sha256)
        return document

    def put(
        self,
        library: Library,
        items: Sequence[tuple[Document, bytes]],
        consent: Consent = NO_CONSENT,
    ) -> tuple[str | Refusal, ...]:
        """Return the id under which the library keeps each document read, or why it does not."""
        if consent.poorer:
            return library.put(items)
        outcomes = library.offer(items)
        return tuple(
            self._refusal(data, document.info.source, outcome, whole=True)
            if isinstance(outcome, PoorerCopyError)
            else outcome
            for outcome, (document, data) in zip(outcomes, items, strict=True)
        )

    def _refusal(self, data: bytes, source: str, error: TracuuError, *, whole: bool) -> Refusal:
        note = self.rejected.keep(data, source, str(error), whole=whole)
        place = self._folder / REJECTED / note.sha256
        return Refusal(error, KEPT.format(place=place) if whole else NOT_KEPT, whole)


def reading_pool(settings: Settings, *, workers: int = 1, many: bool = False) -> ReadingPool:
    """Return processes that read within the limits of the settings."""
    return ReadingPool(workers, limits(settings.read_memory, settings.read_seconds), many=many)
