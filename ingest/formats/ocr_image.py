"""What can be told of a page's picture before it is read: its ink, and how far it is turned."""

from __future__ import annotations

from math import radians, tan
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Picture: TypeAlias = "NDArray[np.uint8]"  # rows of grey, 0 for black

DARK = 140
INKED = 0.0004  # of the page is dark where something is printed; dust stays below
WIDEST_TURN = 4.0  # degrees; a page fed in worse than that is seen by the person who scans it
COARSE_STEP = 0.5
FINE_STEP = 0.1
MARGIN = 0.04  # of each side, where scanners leave black borders
GAIN = 1.02  # how much clearer the lines must stand out before a page is turned


def ink_of(picture: Picture) -> float:
    """Return which share of a picture is dark, its margins left out."""
    return float(_inner(picture).mean())


def angle_of(picture: Picture) -> float:
    """Return by how many degrees to turn the picture clockwise so that its lines run level.

    Level lines make rows of pixels either full or empty: the angle at which rows differ most.
    """
    dark = _inner(picture)
    if not dark.any():
        return 0.0
    coarse = np.arange(-WIDEST_TURN, WIDEST_TURN + COARSE_STEP / 2, COARSE_STEP)
    near = max(coarse, key=lambda angle: _contrast(dark, float(angle)))
    fine = np.arange(near - COARSE_STEP, near + COARSE_STEP + FINE_STEP / 2, FINE_STEP)
    best = max(fine, key=lambda angle: _contrast(dark, float(angle)))
    gained = _contrast(dark, float(best)) > GAIN * _contrast(dark, 0.0)
    return round(float(best), 1) if gained else 0.0


def _inner(picture: Picture) -> NDArray[np.bool_]:
    height, width = picture.shape
    rows, columns = int(height * MARGIN), int(width * MARGIN)
    return picture[rows : height - rows, columns : width - columns] < DARK


def _contrast(dark: NDArray[np.bool_], angle: float) -> float:
    """Return how much the rows differ in ink when every column is shifted along the angle."""
    rows, columns = np.nonzero(dark)
    shifted = np.round(rows + (columns - dark.shape[1] / 2) * tan(radians(angle))).astype(np.int64)
    counts = np.bincount(np.clip(shifted, 0, len(dark) - 1), minlength=len(dark))
    return float(np.square(np.diff(counts.astype(np.float64))).sum())


def turned_level(picture: Picture) -> Picture:
    """Return a small picture with its columns shifted so that its lines run level."""
    angle = angle_of(picture)
    if not angle:
        return picture
    slope = tan(radians(angle))
    shifted = np.full_like(picture, 255)
    for column in range(picture.shape[1]):
        down = round((column - picture.shape[1] / 2) * slope)
        source = picture[max(0, -down) : len(picture) - max(0, down), column]
        shifted[max(0, down) : max(0, down) + len(source), column] = source
    return shifted


def enlarged(picture: Picture, factor: float) -> Picture:
    """Return a picture drawn larger, its greys running evenly from dot to dot."""
    found = picture.astype(np.float32)
    for _ in range(2):  # the rows, then the columns as rows
        at = np.linspace(0, len(found) - 1, round(len(found) * factor))
        above = at.astype(np.int64)
        below = np.minimum(above + 1, len(found) - 1)
        share = (at - above).astype(np.float32)[:, None]
        found = (found[above] * (1 - share) + found[below] * share).T
    return np.ascontiguousarray(found.round(), dtype=np.uint8)
