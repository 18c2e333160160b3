"""The first hits are read again by a cross-encoder, where the user has named one; off by default.

A cross-encoder reads question and passage together: more exact than two vectors, and thousands
of times slower, so it sees only the hits that the search puts first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import numpy as np

from index.embed import DAMAGED, local_folder
from ingest.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from index.fuse import Fused
    from ingest.model import Passage

RERANKED = 30
"""How many of the first hits are read again; what stands behind them keeps its place."""

SETTING = "TRACUU_RERANKER"
WITHOUT = "xếp kết quả không có bộ mã hóa chéo"


class Reranker(Protocol):
    """Tells how well each passage answers a question; only the order of the scores counts."""

    def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one score a text, higher for a better answer."""
        ...


class CrossEncoderReranker:
    """Any cross-encoder of sentence-transformers, by folder or by name; nothing is downloaded."""

    def __init__(self, name: str) -> None:
        # Takes seconds to import, torch included: only those who name a model wait for it.
        from sentence_transformers import CrossEncoder  # noqa: PLC0415

        folder = local_folder(name, setting=SETTING, instead=WITHOUT)
        try:
            self._model = CrossEncoder(
                str(folder), device="cpu", local_files_only=True, num_labels=1
            )
        except (OSError, ValueError, RuntimeError) as error:
            raise LibraryError(
                DAMAGED.format(name=name, detail=error, setting=SETTING, instead=WITHOUT)
            ) from error

    def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one score a text."""
        pairs = [(question, text) for text in texts]
        return np.asarray(self._model.predict(pairs, show_progress_bar=False), np.float32)


def reranked(
    fused: Sequence[Fused], reranker: Reranker, question: str, passages: dict[int, Passage]
) -> list[Fused]:
    """Return the hits with the first of them in the cross-encoder's order.

    ``passages`` are those of the hits by row. The fused scores stay with the places, not with
    the hits, so that they still fall from hit to hit. Equal scores leave the order as it was.
    """
    head = fused[:RERANKED]
    if not head:
        return []
    texts = [_read(passages[one.row]) for one in head]
    order = np.argsort(-reranker.scores(question, texts), kind="stable")
    ordered = [replace(head[at], score=place.score) for at, place in zip(order, head, strict=True)]
    return [*ordered, *fused[RERANKED:]]


def _read(passage: Passage) -> str:
    """Return what is read of a passage: its heading trail, which is searched too, and its text."""
    return f"{passage.context}\n{passage.text}" if passage.context else passage.text
