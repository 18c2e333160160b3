"""The training files become pairs: something like a question, and the passage that answers it.

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

    import numpy as np

LAW = "phapdien_title_text.jsonl.xz"
LINKS = "phapdien_related.jsonl.xz"
WIKI = "viwiki_title_paragraph.jsonl.xz"
PROCEDURES = "tthc_procedure_section.jsonl.xz"

# Titles of many articles ("Phạm vi điều chỉnh") name one only together with their subject.
LONE_TITLE = 1

SENTENCE_END = re.compile(r"(?<=[.;:?!])\s+|\n+")  # "… theo quy định. |Người …"
SENTENCE_SYLLABLES = (5, 40)


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and its passage; pairs of the same ``topic`` are never each other's negatives."""

    question: str
    passage: str
    topic: str


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of an xz-compressed JSONL file."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def read_pairs(folder: Path, chance: np.random.Generator) -> list[Pair]:
    """Return all pairs of the training folder in file order; ``chance`` picks sentences."""
    law = list(read_rows(folder / LAW))
    pairs = [*law_pairs(law, chance)]
    pairs += wiki_pairs(read_rows(folder / WIKI), chance)
    pairs += procedure_pairs(read_rows(folder / PROCEDURES))
    return pairs


def law_pairs(rows: Iterable[dict[str, Any]], chance: np.random.Generator) -> Iterator[Pair]:
    """Yield title → article, and a sentence of the article → the rest of it."""
    for row in rows:
        if row["eval_overlap"]:
            continue
        title, text = row["anchor"], row["positive"]
        question = title if row["title_freq"] == LONE_TITLE else f"{title} {row['demuc']}"
        yield Pair(question, text, question)
        yield from sentence_pairs(text, title, chance)


def wiki_pairs(rows: Iterable[dict[str, Any]], chance: np.random.Generator) -> Iterator[Pair]:
    """Yield title → paragraph, and a sentence of the paragraph → the rest of it."""
    for row in rows:
        yield Pair(row["title"], row["text"], row["title"])
        yield from sentence_pairs(row["text"], row["title"], chance)


def procedure_pairs(rows: Iterable[dict[str, Any]]) -> Iterator[Pair]:
    """Yield the name of an administrative procedure → each section of its description."""
    for row in rows:
        text = row["text"].rpartition("[MAIN CONTENT]")[2].strip()
        yield Pair(row["procedure"], text, row["procedure"])


def sentence_pairs(text: str, topic: str, chance: np.random.Generator) -> Iterator[Pair]:
    """Yield one sentence → the text without it, where the text has several of fair length."""
    parts = [part for part in SENTENCE_END.split(text) if part]
    low, high = SENTENCE_SYLLABLES
    fair = [at for at, part in enumerate(parts) if low <= part.count(" ") < high]
    if fair and len(parts) > 1:
        at = fair[int(chance.integers(len(fair)))]
        yield Pair(parts[at], " ".join(parts[:at] + parts[at + 1 :]), topic)
