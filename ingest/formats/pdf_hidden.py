"""Text that a file holds and no reader of its pages sees: found from how it is drawn.

Hidden text could put words into an answer that nobody signed. It is kept out of the canonical
text and told in the health report. The text layer that recognition lays under a scanned picture
is unpainted too, and is no hidden text: there the whole page is drawn that way, over a picture.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ingest.formats.hidden import NEAR_WHITE, PALE, SMALL, TINY, told
from ingest.formats.pdf_pieces import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ingest.formats.pdf_pieces import Box, DrawnPage, Piece

CLEAR = 12  # opacity below which nothing is seen
LAYER_SHARE = 0.9  # of the letters of a page are unpainted where recognition made them
LAYER_PICTURE = 0.5  # of the page under the picture they belong to
SEVERAL = 3  # zero-width signs on a page; one or two come from copying out of web pages

UNPAINTED = "chữ không tô (render mode 3)"
OUTSIDE = "chữ nằm ngoài trang"
TAGS = "ký tự thẻ Unicode không hiện ra"
ZERO_WIDTH = "ký tự rộng bằng không"

_TAGS = re.compile("[\U000e0000-\U000e007f]")
_ZERO_WIDTH = re.compile("[\u200b\u200c\u2060\u2061-\u2064\ufeff](?=\\w)")


def without_hidden(page: DrawnPage) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    """Return the pieces that a reader of the page sees, and what was hidden, in words."""
    layer = is_recognised_layer(page)
    seen: list[Piece] = []
    hidden: Counter[str] = Counter()
    for piece in page.pieces:
        reason = _hidden_by(piece, page, layer=layer)
        if reason is None:
            seen.append(piece)
        elif letters := sum(map(str.isalnum, piece.text)):
            hidden[reason] += letters
    hidden.update(unseen_signs(piece.text for piece in seen))
    return tuple(seen), tuple(
        told(reason, count, f"trang {page.number}: ") for reason, count in hidden.items()
    )


def unseen_signs(texts: Iterable[str]) -> dict[str, int]:
    """Return how many Unicode tags, and zero-width signs within words, the texts hold.

    Cleaning lines takes them out of the canonical text wherever they come from.
    """
    tags = zero = 0
    for text in texts:
        if not text.isascii():
            tags += len(_TAGS.findall(text))
            zero += len(_ZERO_WIDTH.findall(text))
    return {
        reason: n for reason, n, few in ((TAGS, tags, 1), (ZERO_WIDTH, zero, SEVERAL)) if n >= few
    }


def is_recognised_layer(page: DrawnPage) -> bool:
    """Tell whether the text is the layer that recognition laid under the picture of the page."""
    if page.pictured < LAYER_PICTURE or not page.letters:
        return False
    unpainted = sum(sum(map(str.isalpha, p.text)) for p in page.pieces if p.mode in INVISIBLE)
    return unpainted >= LAYER_SHARE * page.letters


def _hidden_by(piece: Piece, page: DrawnPage, *, layer: bool) -> str | None:
    """Return why the piece cannot be seen; None for one that can."""
    if _is_outside(piece, page.box):
        return OUTSIDE
    if piece.size < TINY:
        return SMALL
    if piece.mode in INVISIBLE:
        return None if layer else UNPAINTED
    if is_pale(piece) and not any(_lies_on(piece, area) for area in page.painted):
        return PALE
    return None


def is_pale(piece: Piece) -> bool:
    """Tell whether a piece is painted white, or so thinly that the paper shows through."""
    return piece.colour[3] <= CLEAR or min(piece.colour[:3]) >= NEAR_WHITE


def _is_outside(piece: Piece, box: Box) -> bool:
    left, bottom, right, top = box
    return (
        piece.right <= left or piece.x >= right or piece.y >= top or piece.y + piece.size <= bottom
    )


def _lies_on(piece: Piece, area: Box) -> bool:
    """Tell whether the middle of a piece stands on a painted area."""
    left, bottom, right, top = area
    x, y = (piece.x + piece.right) / 2, piece.y + piece.size / 3
    return piece.colour[3] > CLEAR and left <= x <= right and bottom <= y <= top
