"""The number that a file's name gives a paper whose text lacks its head: "KL-127-KL-TW.txt".

It serves to find the paper by, behind papers whose text states that number. It is shown only where
the reader found the rest of the number printed (``ingest.header_file``), and then with its origin.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from ingest.symbols import canonical_symbol

if TYPE_CHECKING:
    from ingest.model import DocumentInfo

# a file cannot have "/" in its name: "127-KL-TW" stands for "127-KL/TW"
NUMBERED: Final = re.compile(
    r"(?<![^\W_])(?P<number>\d{1,5})(?P<year>[-_]20\d\d)?[-_ ](?P<type>[A-ZĐa-zđ]{2,6})"
    r"[-_](?P<issuer>[A-ZĐa-zđ]{2,10})(?![^\W_])"
)


def symbol_by_file(info: DocumentInfo) -> str | None:
    """Return the number in the name of the file of a paper that has none in its text, or None."""
    if info.symbol_seen:
        return None
    return info.symbol or _symbol_in(PurePath(info.source).stem)


@lru_cache(maxsize=4096)
def _symbol_in(name: str) -> str | None:
    for found in NUMBERED.finditer(name.upper()):
        year = f"/{found['year'][1:]}" if found["year"] else ""
        written = f"{found['number']}{year}-{found['type']}/{found['issuer']}"
        if symbol := canonical_symbol(written):
            return symbol
    return None
