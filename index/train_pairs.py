"""The training files are read: passages with their titles, and links between articles.

Rows that share a passage with an evaluation set (``eval_overlap``) are left out wherever their
text occurs.
"""

from __future__ import annotations

import json
import lzma
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

LAW = "phapdien_title_text.jsonl.xz"
LINKS = "phapdien_related.jsonl.xz"
WIKI = "viwiki_title_paragraph.jsonl.xz"
PROCEDURES = "tthc_procedure_section.jsonl.xz"

SENTENCE_END = re.compile(r"(?<=[.;:?!])\s+|\n+")  # "… theo quy định. |Người …", "gồm: |đơn; |giấy"
SECTION_HEAD = "[MAIN CONTENT]"  # what stands before it repeats the procedure's name


@dataclass(frozen=True, slots=True)
class Source:
    """A passage and a title it answers to; passages of one title share their ``title``."""

    title: str
    text: str


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of an xz-compressed JSONL file."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def split_sentences(text: str) -> list[str]:
    """Return the sentences and the listed parts of sentences of a text."""
    return [part for part in SENTENCE_END.split(text) if part.strip()]


def read_sources(folder: Path) -> list[Source]:
    """Return the passages of the training folder in file order: neighbours are look-alikes."""
    return [
        *law_sources(read_rows(folder / LAW)),
        *(Source(row["title"], row["text"]) for row in read_rows(folder / WIKI)),
        *procedure_sources(read_rows(folder / PROCEDURES)),
    ]


def law_sources(rows: Iterable[dict[str, Any]]) -> Iterator[Source]:
    """Yield the articles; a title of many ("Phạm vi điều chỉnh") gets its subject beside it."""
    kept = list(rows)
    shared = {row["positive"] for row in kept if row["eval_overlap"]}
    for row in kept:
        if row["positive"] in shared:
            continue
        lone = row["title_freq"] == 1
        yield Source(row["anchor"] if lone else f"{row['anchor']} {row['demuc']}", row["positive"])


def procedure_sources(rows: Iterable[dict[str, Any]]) -> Iterator[Source]:
    """Yield each section of a procedure's description under the procedure's name."""
    for row in rows:
        text = row["text"].rpartition(SECTION_HEAD)[2].strip()
        if text:
            yield Source(row["procedure"], text)
