"""The dense leg: which rows are nearest to a vector, by exact scan or through Chroma.

Up to EXACT_LIMIT passages every vector is looked at, which takes milliseconds and cannot be
wrong; above it Chroma proposes candidates. Either way the scores come from the vector log, and
a Chroma that fails is done without.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import numpy as np

from ingest.errors import CacheDamagedError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from index.model import Scored
    from index.scan import Scan
    from index.vectors import ChromaIndex

EXACT_LIMIT = 50_000  # passages; 50,000 × 256 numbers are scanned in about 5 ms
OVERFETCH = 2  # candidates asked of Chroma for each row wanted

logger = logging.getLogger(__name__)


class Dense:
    """The vectors of the rows that live in one generation; ``live`` rises strictly."""

    def __init__(
        self,
        scan: Scan,
        live: NDArray[np.int64],
        chroma: Callable[[], ChromaIndex | None],
        exact_limit: int = EXACT_LIMIT,
    ) -> None:
        self._scan = scan
        self._live = live
        self._chroma = chroma
        self._exact_limit = exact_limit

    def search(
        self, vector: NDArray[np.float32], limit: int, rows: NDArray[np.int64] | None = None
    ) -> list[Scored]:
        """Return the nearest live rows, best first; only among ``rows`` where given."""
        wanted = self._live if rows is None else among(rows, self._live)
        if len(wanted) > self._exact_limit:
            near = self._near(vector, limit, wanted)
            if near is not None:
                return self._scan.search(vector, limit, near)
        return self._scan.search(vector, limit, wanted)

    def scores(self, vector: NDArray[np.float32], rows: Sequence[int]) -> NDArray[np.float32]:
        """Return the cosine of each of these rows; 0 for a row without a vector."""
        return self._scan.scores(vector, rows)

    def _near(
        self, vector: NDArray[np.float32], limit: int, wanted: NDArray[np.int64]
    ) -> NDArray[np.int64] | None:
        """Return Chroma's candidates among ``wanted``, or None if it has not enough to offer."""
        try:
            chroma = self._chroma()
            if chroma is None:
                return None
            near = among(np.sort(chroma.nearest(vector, OVERFETCH * limit)), wanted)
        except CacheDamagedError as error:
            logger.warning("%s", error)
            return None
        return near if len(near) >= limit else None


def among(rows: NDArray[np.int64], held: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return those of ``rows`` that stand in ``held``; both rise strictly.

    Looked up row by row: numpy's own intersection first goes through all that is held, which
    took most of a question's time in a library of 150,000 passages.
    """
    if not len(held):
        return held
    at = np.minimum(np.searchsorted(held, rows), len(held) - 1)
    standing: NDArray[np.int64] = rows[held[at] == rows]
    return standing
