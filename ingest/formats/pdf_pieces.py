"""What a page of a PDF draws: pieces of text with their place, font and colour.

Both readers of PDF yield these; lines, hidden text and encodings are judged from them alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

Box: TypeAlias = tuple[float, float, float, float]  # left, bottom, right, top, in points
Colour: TypeAlias = tuple[int, int, int, int]  # red, green, blue, opacity; 0 to 255

BLACK: Colour = (0, 0, 0, 255)
INVISIBLE = frozenset({3, 7})  # text render modes that paint nothing


@dataclass(frozen=True, slots=True)
class Piece:
    """Text drawn at once, from ``x`` to ``right`` on the base line ``y``; points from lower left.

    ``font`` is the name of its font as the file gives it ("ABCDEF+.VnTime"), empty if unknown.
    """

    x: float
    y: float
    right: float
    size: float
    text: str
    font: str = ""
    mode: int = 0
    colour: Colour = BLACK


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page: its text in drawing order, what lies over it, and its pictures.

    ``notices`` are the words of stamps and text boxes laid over the page; ``pictured`` is the
    share of the page under pictures; ``painted`` are the areas that are not white; both are
    looked at only where few letters or pale or unpainted ones make it matter.
    """

    number: int
    box: Box
    pieces: tuple[Piece, ...]
    notices: tuple[str, ...] = ()
    pictured: float = 0.0
    painted: tuple[Box, ...] = field(default=(), repr=False)

    @property
    def letters(self) -> int:
        """How many letters the text layer holds, painted or not."""
        return sum(sum(map(str.isalpha, piece.text)) for piece in self.pieces)
