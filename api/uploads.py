"""Files that come over the network: who may send them, and what becomes of one.

Off unless the settings say otherwise, and then from this machine only. A page of another site
must not be able to send a file through a person's browser, nor a foreign name that has been
pointed at this machine: hence the checks of origin and host.
"""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import urlsplit

from api.intake import NO_CONSENT, Consent, Intake, Recognising, Refusal, reading_pool
from ingest.errors import TracuuError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from api.settings import Settings
    from index.library import Library
    from ingest.model import Document

AT_ONCE: Final = 4  # uploads being received or read; each may hold a whole file in memory
OUR_HEADER: Final = "x-tracuu"  # a page of another site cannot add it without asking first
LOCAL_NAMES: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class UploadForbiddenError(TracuuError):
    """Uploads are off, or not from there."""


class UploadBusyError(TracuuError):
    """Too many uploads at once."""


class RefusedFileError(TracuuError):
    """A file that was not taken: the error of reading it, and whether its bytes are kept."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(str(refusal))
        self.cause = refusal.error
        self.kept = refusal.kept


@dataclass(frozen=True, slots=True)
class Sender:
    """What is known of who sends: address of the client, and the request's headers (lower case)."""

    address: str
    scheme: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a file that is in the library now.

    ``resumed`` says how far an interrupted recognition of it had come before.
    """

    outcome: Literal["added", "replaced", "held"]
    document: Document
    resumed: Recognising | None = None


class Uploads:
    """Takes files into one library, a few at a time; the reading processes start with the first."""

    def __init__(self, settings: Settings, library: Library) -> None:
        self._settings = settings
        self._library = library
        self._pool = reading_pool(settings, workers=settings.workers)
        self._intake = Intake(settings.data, self._pool.read)
        self._turns = BoundedSemaphore(AT_ONCE)

    @property
    def largest(self) -> int:
        """The most bytes of a file."""
        return self._settings.max_file

    def permit(self, sender: Sender) -> None:
        """Raise UploadForbiddenError unless this sender may send files."""
        closed = self.closed_to(sender)
        if closed:
            raise UploadForbiddenError(closed)
        if not _is_same_site(sender):
            raise UploadForbiddenError(
                "Yêu cầu không đến từ trang của máy chủ này. Chương trình tự gửi thì cần thêm "
                "tiêu đề X-Tracuu: 1."
            )

    def closed_to(self, sender: Sender) -> str:
        """Return why files are not taken from where ``sender`` is; nothing where they are."""
        if self._settings.uploads == "off":
            return (
                "Máy chủ này không nhận tệp qua mạng. Hãy thêm bằng lệnh: tracuu add TỆP, "
                "hoặc bật TRACUU_UPLOADS=local rồi khởi động lại."
            )
        if self._settings.uploads == "local" and not self._is_local(sender):
            return "Máy chủ chỉ nhận tệp từ chính máy đang chạy nó."
        return ""

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold one of the few places; raise UploadBusyError at once when all are taken."""
        if not self._turns.acquire(blocking=False):
            raise UploadBusyError("Máy chủ đang nhận nhiều tệp. Hãy đợi một lát rồi gửi lại.")
        try:
            yield
        finally:
            self._turns.release()

    def add(self, data: bytes, source: str, consent: Consent = NO_CONSENT) -> Added:
        """Return the document that the file became; raises RefusedFileError and LibraryError."""
        held = self._library.has_bytes(hashlib.sha256(data).hexdigest())
        if held:
            return Added("held", self._library.document(held))
        told: list[Recognising] = []
        found = self._intake.read(data, source, consent, told.append)
        if isinstance(found, Refusal):
            raise RefusedFileError(found)
        (name,) = self._intake.put(self._library, [(found, data)], consent)
        if isinstance(name, Refusal):
            raise RefusedFileError(name)
        earlier = sum(version.removed is not None for version in self._library.history(name))
        resumed = told[0] if told and told[0].before else None
        return Added("replaced" if earlier else "added", self._library.document(name), resumed)

    def close(self) -> None:
        """End the processes that read."""
        self._pool.close()

    def _is_local(self, sender: Sender) -> bool:
        host = urlsplit(f"//{sender.headers.get('host', '')}").hostname or ""
        return _is_loopback(sender.address) and host in LOCAL_NAMES | {self._settings.host}


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def _is_same_site(sender: Sender) -> bool:
    """Tell whether the request comes from a page of this service or from a program.

    A form that is sent under our referrer policy has the origin "null"; then the browser's own
    word on where it comes from decides.
    """
    headers = sender.headers
    origin = headers.get("origin")
    if origin and origin != "null":
        return origin.lower() == f"{sender.scheme}://{headers.get('host', '')}".lower()
    fetched = headers.get("sec-fetch-site")
    if fetched:
        return fetched == "same-origin"
    return bool(headers.get(OUR_HEADER))
