"""Finished pages as records, for the next reading of the same file should this one be interrupted.

A record says what made it: the recogniser, its language and settings, the drawing of pages and
this program's own code. Made by anything else it is passed over and the page is read again, like
a record that is damaged: a page read twice costs seconds, a stale one a wrong citation. What
stands in the frames of a page is part of the record, so that the secrecy gate looks again.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.codec import decode, dumps
from ingest.formats.ocr import FinishedPage, Recognised
from ingest.pages_done import Reached, page_done, pages_before, pages_begun

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from ingest.formats.ocr import Recogniser


@dataclass(frozen=True, slots=True)
class PageRecord:
    """A finished page, its number, and what made it."""

    made_by: str
    number: int
    lines: tuple[str, ...]
    confidence: float
    doubtful: tuple[str, ...]
    again: tuple[str, ...]
    stamps: tuple[str, ...]


def finished_before(numbers: Collection[int], made_by: str) -> dict[int, FinishedPage]:
    """Return which of these pages an earlier reading has left, and tell the watching process."""
    found = finished_in(pages_before(), made_by)
    left = {number: found[number] for number in numbers if number in found}
    pages_begun(len(left), len(numbers))
    return left


def handing_over(done: int, of: int, made_by: str) -> Callable[[int, FinishedPage], None]:
    """Return what takes each further page and hands it over; ``done`` pages were there before.

    Of a page on which the recogniser failed in part only the number goes: when a machine is shut
    down its programs die first, and an empty page must not be taken for a read one.
    """
    so_far = done

    def finished(number: int, page: FinishedPage) -> None:
        nonlocal so_far
        so_far += 1
        record = record_of(number, page, made_by) if page.whole else b""
        page_done(Reached(number, so_far, of), record)

    return finished


def record_of(number: int, page: FinishedPage, made_by: str) -> bytes:
    """Return a finished page as a line of bytes."""
    found = page.found
    record = PageRecord(
        made_by=made_by,
        number=number,
        lines=found.lines,
        confidence=found.confidence,
        doubtful=tuple(sorted(found.doubtful)),
        again=found.again,
        stamps=page.stamps,
    )
    return dumps(record).encode()


def finished_in(records: Iterable[bytes], made_by: str) -> dict[int, FinishedPage]:
    """Return the pages in those records that are whole and made by ``made_by``."""
    pages = {}
    for written in records:
        with suppress(ValueError, TypeError, KeyError, RecursionError):
            record = decode(PageRecord, json.loads(written), strict=True)
            if record.made_by == made_by:
                pages[record.number] = _page(record)
    return pages


def _page(record: PageRecord) -> FinishedPage:
    doubtful = frozenset(record.doubtful)
    found = Recognised(record.lines, record.confidence, doubtful, record.again)
    return FinishedPage(found, record.stamps)


def made_by(recogniser: Recogniser) -> str:
    """Return another name for each recogniser, and for each version of what reads with it."""
    parts = (recogniser.fingerprint, version("pypdfium2"), _own_code())
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def _own_code() -> str:
    """Return a digest of the code that reads: no number that somebody forgets to raise."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parents[1].rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
