"""The characters of Symbol and Wingdings as the signs that they show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ingest.encodings.tables import SYMBOL_COPY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ingest.encodings.model import Run

_SYMBOL: Final[Mapping[int, str]] = {
    0x2D: "−", 0xA3: "≤", 0xB3: "≥", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠",
    0xBB: "≈", 0xA2: "′", 0xB2: "″", 0xAE: "→", 0xBC: "…", 0xA5: "∞", 0x44: "Δ", 0x53: "Σ",
    0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6D: "μ", 0x70: "π", 0x73: "σ",
}  # fmt: skip
_BOXES = frozenset((0x6F, 0x70, 0x71, 0x72, 0xA8))  # Wingdings: boxes to be ticked
_ASCII = range(0x20, 0x7F)


def as_signs(runs: Iterable[Run]) -> str:
    """Return the runs' signs; those without a character of their own are bullets, so dashes."""
    return "".join(_sign(run.font, ord(character)) for run in runs for character in run.text)


def _sign(font: str, code: int) -> str:
    byte = code - SYMBOL_COPY if code >= SYMBOL_COPY else code
    if byte <= _ASCII.start:  # blanks, tabs and ends of lines
        return chr(byte)
    if font.strip().lower() == "symbol":
        return _SYMBOL.get(byte, chr(byte) if byte in _ASCII else "-")
    return "□" if byte in _BOXES else "-"
