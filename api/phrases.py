"""Phrases of a table found in a question, however it was typed.

Where the question was typed with diacritics, "dựng" is not "dùng", nor "gom" "gồm"; where it was
not, each letter may have its marks or lack them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.model import Span
from ingest.text import fold, normalise_tone

if TYPE_CHECKING:
    from collections.abc import Iterator

Phrases = tuple[tuple[str, str], ...]


def table_of(rows: str) -> Phrases:
    """Return (folded, as spelt) pairs of a table divided by "|", longer phrases first."""
    spelt = {normalise_tone(p.strip()) for p in rows.split("|")}
    return tuple(sorted(((fold(p), p) for p in spelt), key=lambda pair: (-len(pair[0]), pair)))


def masked(folded: str, spelt: str, phrases: Phrases, *, accented: bool) -> str:
    """Return ``folded`` with every whole phrase blanked out, longer phrases first."""
    for plain, toned in phrases:
        for span in occurrences(folded, spelt, (plain, toned), accented=accented):
            folded = folded[: span.start] + " " * len(plain) + folded[span.end :]
    return folded


def occurrences(
    folded: str, spelt: str, phrase: tuple[str, str], *, accented: bool
) -> Iterator[Span]:
    """Yield each place where the phrase stands as whole words and with the right marks."""
    plain, toned = phrase
    at = folded.find(plain) if plain else -1
    while at >= 0:
        end = at + len(plain)
        whole = not (folded[at - 1 : at] + folded[end : end + 1]).strip(' ,.;:?!()"').strip()
        if whole and _spells(spelt[at:end], plain, toned, accented=accented):
            yield Span(at, end)
        at = folded.find(plain, end)


def _spells(written: str, plain: str, toned: str, *, accented: bool) -> bool:
    if accented or written == toned:
        return written == toned
    return all(w in {p, t} for w, p, t in zip(written, plain, toned, strict=True))
