"""The sections of a paper at a place named in a question: "khoản 4 mục III"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.question import ROMAN_OF
from ingest.text import fold

if TYPE_CHECKING:
    from ingest.model import Document, Section

SPELT_LEVELS = frozenset({"dieu", "chuong", "phu luc"})


def sections_at(document: Document, place: tuple[tuple[str, str], ...]) -> tuple[Section, ...]:
    """Return the sections at "level label" pairs such as (("khoan", "4"), ("muc", "iii"))."""
    return tuple(s for s in document.walk() if _at(s, place)) if place else ()


def _at(section: Section, place: tuple[tuple[str, str], ...]) -> bool:
    """Tell whether every "level label" of ``place`` is part of the section's path."""
    parts = [fold(part) for part in section.path]
    if not parts or not place:
        return False
    wanted = [_spellings(level, label) for level, label in place]
    named_last = any(parts[-1] in spellings for spellings in wanted)
    return named_last and all(any(part in spellings for part in parts) for spellings in wanted)


def _spellings(level: str, label: str) -> frozenset[str]:
    """Return the folded path elements that "level label" can stand for.

    A level printed with its word ("Điều 4") is no other's; the rest are printed as bare labels.
    """
    labels = {label}
    if level == "phu luc":  # printed "Phụ lục I" or "Phụ lục 1"
        labels |= {ROMAN_OF.get(label, label), *(n for n, r in ROMAN_OF.items() if r == label)}
    named = {f"{level} {each}" for each in labels}
    return frozenset(named if level in SPELT_LEVELS else {*named, label})
