"""Stamps on the picture of a page: small frames, taken out, turned level, their border removed.

"MẬT" and "HỎA TỐC" are stamped in a frame, a little askew. Recognition of the whole page takes
the frame for a drawing and passes over the words in it; the secrecy gate must not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage

from ingest.formats.ocr_image import DARK, turned_level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from ingest.formats.ocr_image import Picture

# inches: what a stamp's frame measures
NARROWEST, WIDEST = 0.3, 4.0
LOWEST, HIGHEST = 0.15, 1.2
MOST_FRAMES = 8  # of a page; a drawing full of boxes is no page of stamps
SIDE = 0.6  # of each side of the frame's box must be drawn
EDGE = 0.2  # of the height, within which a tilted side runs
HOLLOW = 0.5  # most that the frame's own line may cover of its box
PADDING = 12  # dots of white round the words; recognition fails on letters at the very edge
WHITE = 255


def framed(picture: Picture, dots: int) -> list[Picture]:
    """Return what stands inside the small frames of a picture, from the top down, level."""
    labels, _ = ndimage.label(picture < DARK, structure=np.ones((3, 3)))
    found = []
    for label, box in enumerate(ndimage.find_objects(labels), 1):
        if box is not None and _has_size(box, dots) and _is_frame(labels[box] == label):
            own = labels[box] == label
            found.append(_inside(picture[box], own))
            if len(found) == MOST_FRAMES:
                break
    return found


def _has_size(box: tuple[slice, slice], dots: int) -> bool:
    height, width = (side.stop - side.start for side in box)
    return bool(
        LOWEST * dots <= height <= HIGHEST * dots and NARROWEST * dots <= width <= WIDEST * dots
    )


def _is_frame(own: NDArray[np.bool_]) -> bool:
    """Tell whether a connected shape runs along all four sides of its box and is hollow."""
    if float(own.mean()) > HOLLOW:
        return False
    edge = max(1, round(EDGE * len(own)))
    return all(side >= SIDE for side in _sides(own, edge))


def _sides(own: NDArray[np.bool_], edge: int) -> Iterator[float]:
    """Yield which share of each side of the box the shape covers."""
    yield float(own[:edge].any(axis=0).mean())
    yield float(own[-edge:].any(axis=0).mean())
    yield float(own[:, :edge].any(axis=1).mean())
    yield float(own[:, -edge:].any(axis=1).mean())


def _inside(picture: Picture, own: NDArray[np.bool_]) -> Picture:
    """Return the words of a frame without its line, level, on white."""
    border = ndimage.binary_dilation(own, iterations=2)
    bare = np.where(border, WHITE, picture).astype(np.uint8)
    hull = ndimage.binary_fill_holes(own)
    bare[~hull] = WHITE
    return turned_level(np.pad(bare, PADDING, constant_values=WHITE))
