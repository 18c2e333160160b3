"""The one entrance: bytes are read apart, pass the secrecy gate, and only then may be kept.

Command line, folders, uploads and ``corpus sync`` all come through here. Nothing of a file that
could be read without it is written anywhere before ``Intake.read`` has returned: the pages of a
scan that is being recognised are sealed with the file itself.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.rejected import Rejected, is_judged
from index.sealed_pages import SealedPages
from ingest.errors import (
    ConfirmationNeededError,
    PoorerCopyError,
    ReadingStoppedError,
    SecretDocumentError,
    TracuuError,
    UnjudgedError,
)
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
    Watch: TypeAlias = Callable[["Recognising"], None]

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


@dataclass(frozen=True, slots=True)
class Recognising:
    """How far the recognition of a scan is: pages ``done`` of all, some ``before`` this time."""

    source: str
    before: int
    done: int
    of: int


class Intake:
    """Reads files for one library and sees to the refused ones.

    ``watch`` is told of the pages of scans, from the threads that read, unless a call brings
    its own.
    """

    def __init__(self, folder: Path, read: Read) -> None:
        self.watch: Watch = lambda _at: None
        self._folder = folder
        self._read = read
        self._pages = SealedPages(folder)
        self._pages.clear()
        self.rejected = Rejected(folder / REJECTED)

    def read(
        self,
        data: bytes,
        source: str,
        consent: Consent = NO_CONSENT,
        watch: Watch | None = None,
    ) -> Document | Refusal:
        """Return the document, or why the file is not taken.

        A refused file is kept with its reason where the gate has passed it or a person has
        vouched for it; of a secret one nothing stays, not even what an earlier try had left.
        Finished pages outlast only what leaves the file unjudged or asks a person.
        """
        pages = self._pages.of(data, _reached(source, watch or self.watch))
        try:
            document = self._read(data, source, confirmed=consent.marked, pages=pages)
        except SecretDocumentError as error:
            pages.drop()
            self.rejected.drop(hashlib.sha256(data).hexdigest())
            return Refusal(error, "")
        except TracuuError as error:
            if not may_come_again(error):
                pages.drop()
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
        outcomes = library.put(items) if consent.poorer else library.offer(items)
        for outcome, (_, data) in zip(outcomes, items, strict=True):
            if not isinstance(outcome, PoorerCopyError):
                self._pages.of(data).drop()
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


def may_come_again(error: TracuuError) -> bool:
    """Tell whether the same file may be sent again with good reason: finished pages are of use.

    Where reading was stopped nobody has judged the file; where a mark was found or a better copy
    is held, the same file comes with a person's yes. A page that nobody could judge is no such
    question: there the gate fails closed.
    """
    asked = isinstance(error, ConfirmationNeededError) and not isinstance(error, UnjudgedError)
    return asked or isinstance(error, ReadingStoppedError)


def _reached(source: str, watch: Watch) -> Callable[[int, int], None]:
    """Return what tells ``watch`` of each page; the first time says how many were there before."""
    before: list[int] = []

    def reached(done: int, of: int) -> None:
        before.append(done)
        watch(Recognising(source, before[0], done, of))

    return reached


def reading_pool(settings: Settings, *, workers: int = 1, many: bool = False) -> ReadingPool:
    """Return processes that read within the limits of the settings."""
    return ReadingPool(workers, limits(settings.read_memory, settings.read_seconds), many=many)
