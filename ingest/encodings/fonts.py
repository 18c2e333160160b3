"""What a font's name says about the bytes of its text; a hint only, texts are judged by spelling.

".VnTime", "VNI-Times", "VPS Times": Unicode text often goes on declaring the font it once had.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.encodings.tables import Encoding

# tried in order
_FAMILIES: tuple[tuple[Encoding, re.Pattern[str]], ...] = (
    ("VNI", re.compile(r"\s*vni(?:$|[^a-z])", re.IGNORECASE)),  # "VNI-Times", "VNI Helve"
    ("VPS", re.compile(r"\s*vps(?:$|[^a-z])", re.IGNORECASE)),  # "VPS Times"
    (
        "VISCII",
        re.compile(r"viscii|minh\s?qu[aâ]n|[aá]nh\s?minh|ph[uư][oơ]ng\s?th[aả]o", re.IGNORECASE),
    ),
    ("TCVN3", re.compile(r"\s*\.vn|\s*vn(?:time|arial|helv|avant|book|cour|cent)", re.IGNORECASE)),
)
_SIGNS = re.compile(r"\s*(?:symbol$|wingdings|webdings|monotype sorts|zapfdingbats)", re.IGNORECASE)
_CAPITALS = re.compile(r"\s*\.?vn.*H\s*$", re.IGNORECASE)  # ".VnTimeH": small letters drawn large


@lru_cache(maxsize=1_000)
def family_of(font: str) -> Encoding | None:
    """Return the encoding that a font of this name was made for; None for any other font."""
    return next((name for name, pattern in _FAMILIES if pattern.match(font)), None)


@lru_cache(maxsize=1_000)
def draws_capitals(font: str) -> bool:
    """Tell whether the font shows small letters as capitals."""
    return family_of(font) == "TCVN3" and bool(_CAPITALS.match(font))


@lru_cache(maxsize=1_000)
def holds_signs(font: str) -> bool:
    """Tell whether the font's characters are pictures: bullets, arrows, mathematical signs."""
    return bool(_SIGNS.match(font))
