"""The errors of reading and keeping documents; each message says, in Vietnamese, what to do.

TracuuError
├── ReadError                 a file that cannot become a document
│   ├── EmptyFileError        nothing in it
│   ├── UnknownFormatError    no reader for these bytes
│   ├── DamagedFileError      the format is known, the file is broken
│   ├── EncryptedFileError    a password is needed
│   ├── TooLargeError         over a limit of size, pages or characters
│   ├── NoTextError           no page has readable text (a scan)
│   ├── NotADocumentError     text without a sentence of Vietnamese in it
│   └── ReadingStoppedError   reading cost too much, or its process died
├── SecretDocumentError       stamped MẬT / TỐI MẬT / TUYỆT MẬT: refused, nothing kept
├── ConfirmationNeededError   a handling mark: kept only after an explicit yes
│   ├── UnjudgedError         no readable first page: the secrecy gate could not look
│   └── PoorerCopyError       a document already held, read worse: replaces only after a yes
│       └── FormerCopyError   its own former version: comes back only after a yes
├── LibraryError              the library as a whole
│   ├── LibraryLockedError    another process is writing
│   ├── ModelMismatchError    the index was made with another model
│   └── CacheDamagedError     a derived index is missing or broken; `tracuu check` repairs
├── UnknownDocumentError      no such document
└── AmbiguousDocumentError    the written form names several
"""

from __future__ import annotations


class TracuuError(Exception):
    """Any failure the product foresees; ``str(error)`` is fit to be shown to a person."""


class ReadError(TracuuError):
    """A file that cannot become a document."""


class EmptyFileError(ReadError):
    """Nothing in the file."""


class UnknownFormatError(ReadError):
    """No reader for these bytes."""


class DamagedFileError(ReadError):
    """The format is known, the file is broken."""


class EncryptedFileError(ReadError):
    """A password is needed."""


class TooLargeError(ReadError):
    """Over a limit of size, pages or characters."""


class NoTextError(ReadError):
    """No page has readable text."""


class NotADocumentError(ReadError):
    """Text, but nothing that could be a document."""


class ReadingStoppedError(ReadError):
    """Reading took more time or memory than a file may cost, or the process that read died."""


class SecretDocumentError(TracuuError):
    """A secrecy stamp was found; nothing of the document may be kept or named."""


class ConfirmationNeededError(TracuuError):
    """A person must say yes before the document is kept: it bears a handling mark."""


class UnjudgedError(ConfirmationNeededError):
    """The first page has no readable text, so nobody has looked for a stamp."""


class PoorerCopyError(ConfirmationNeededError):
    """A document already held, in a copy that could be read less well."""


class FormerCopyError(PoorerCopyError):
    """A document already held, in a version that a later one has replaced."""


class LibraryError(TracuuError):
    """The library as a whole."""


class LibraryLockedError(LibraryError):
    """Another process is writing."""


class ModelMismatchError(LibraryError):
    """The vectors were made with another model."""


class CacheDamagedError(LibraryError):
    """A derived index is missing or broken."""


class UnknownDocumentError(TracuuError):
    """No document answers to that id or number."""


class AmbiguousDocumentError(TracuuError):
    """A written form that names several documents; ``choices`` are their ids."""

    def __init__(self, message: str, choices: tuple[str, ...]) -> None:
        super().__init__(message)
        self.choices = choices
