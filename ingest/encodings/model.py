"""A run: the smallest stretch of text that has a font."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font, as its bytes look to a Western reader."""

    text: str
    font: str = ""
