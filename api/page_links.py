"""Addresses within the pages: a quotation in its document, a list with another filter."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from ingest.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MARK = re.compile(r"(\d{1,9})-(\d{1,9})(?:-([0-9a-f]{8}))?")  # "4821-4957-1c291ca3"
MARKED = "trich"
"""The name of the parameter that asks for marks, and the fragment of the first one."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What an address asks to be marked; ``stale`` where the words there have changed since."""

    spans: tuple[Span, ...] = ()
    stale: bool = False


def digest(words: str) -> str:
    """Return eight hexadecimal figures that change when the words do."""
    return f"{zlib.crc32(words.encode()):08x}"


def marked_url(document_id: str, start: int, end: int, words: str) -> str:
    """Return the document page with a quotation marked and scrolled to.

    The address carries a digest of the words, so that a link kept from before a document was
    replaced never marks other words than those it was made for.
    """
    mark = f"{start}-{end}-{digest(words)}"
    return f"/documents/{quote(document_id)}?{MARKED}={mark}#{MARKED}"


def marks_of(written: Iterable[str], text: str) -> Marks:
    """Return the stretches of ``text`` that ``?trich=start-end-digest`` asks for.

    What is not of that form or ends outside the text is left out.
    """
    found, stale = [], False
    for form in written:
        match = MARK.fullmatch(form)
        if match is None or int(match[1]) >= int(match[2]):
            continue
        span = Span(int(match[1]), int(match[2]))
        if span.end > len(text) or (match[3] and digest(span.of(text)) != match[3]):
            stale = stale or bool(match[3])
        else:
            found.append(span)
    return Marks(tuple(sorted(found)), stale)


def query(address: str, fields: Mapping[str, str | int | Sequence[str] | None]) -> str:
    """Return an address with those fields that are not empty."""
    kept = {name: value for name, value in fields.items() if value}
    return f"{address}?{urlencode(kept, doseq=True)}" if kept else address
