"""Slow readers hand over each page that is done, and get the time for the next one.

Recognising a scan takes seconds a page; one limit for all files would either stop a long scan or
let a hostile file run for an hour. A finished page leaves the process as a record, which the
parent may keep sealed; what an interrupted reading of the same file had finished is found here
again. Outside an isolated process nothing happens, and nothing was finished before.
"""

from __future__ import annotations

import os
import resource
import struct
from dataclasses import dataclass
from typing import Final

MARK: Final = struct.Struct(">BIIII")  # a zero, which begins no answer; page; done; of; size
MOST_RECORD: Final = 1_000_000  # bytes of one page
BETWEEN: Final = b"\n"  # records; JSON on one line holds none


@dataclass(frozen=True, slots=True)
class Reached:
    """How many pages of all that are to be recognised are done; ``page`` is the last, or 0."""

    page: int
    done: int
    of: int


@dataclass(slots=True)
class _Tally:
    pipe: int | None = None
    seconds: float = 0.0
    before: tuple[bytes, ...] = ()


_TALLY = _Tally()


def count_pages_into(pipe: int, seconds: float, before: bytes = b"") -> None:
    """Let pages be told through ``pipe``, each worth ``seconds`` more of time.

    ``before`` holds the records of pages that an earlier reading of this file had finished.
    """
    _TALLY.pipe, _TALLY.seconds = pipe, seconds
    _TALLY.before = tuple(filter(None, before.split(BETWEEN)))


def pages_before() -> tuple[bytes, ...]:
    """Return the records of the pages that were finished before."""
    return _TALLY.before


def pages_begun(done: int, of: int) -> None:
    """Tell the watching process how many pages there are, and how many need no reading."""
    _write(Reached(0, done, of), b"")


def page_done(reached: Reached, record: bytes) -> None:
    """Hand the record of another page that has been read to the watching process."""
    if _TALLY.pipe is None:
        return
    _write(reached, record if len(record) <= MOST_RECORD else b"")
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (min(hard, soft + round(_TALLY.seconds)), hard))


def _write(reached: Reached, record: bytes) -> None:
    if _TALLY.pipe is None:
        return
    mark = MARK.pack(0, reached.page, reached.done, reached.of, len(record))
    view = memoryview(mark + record)
    while view:
        view = view[os.write(_TALLY.pipe, view) :]


def take_record(found: bytearray) -> tuple[Reached, bytes] | None:
    """Cut a whole record off the beginning of ``found``; None while there is none.

    Raises:
        ValueError: the record is larger than one may be.

    """
    if found[:1] != b"\0" or len(found) < MARK.size:
        return None
    _, page, done, of, size = MARK.unpack_from(found)
    if size > MOST_RECORD:
        raise ValueError("a record too large")
    end = MARK.size + size
    if len(found) < end:
        return None
    record = bytes(found[MARK.size : end])
    del found[:end]
    return Reached(page, done, of), record
