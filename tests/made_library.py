"""A library made of a test's own texts, and what answers from it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from api.answer import Answerer
from index.embed import load_embedder
from index.library import Library
from ingest.read import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def answering_from(folder: Path, *texts: str) -> Iterator[Answerer]:
    """Give what answers from a library of these texts alone, each a document of its own."""
    with Library.open(folder, load_embedder) as library:
        for number, text in enumerate(texts):
            raw = text.encode()
            library.put([(read_document(raw, f"{number}.txt"), raw)])
        yield Answerer(library)
