"""The questions and what a right answer holds, as people wrote them after reading the documents.

One JSON object a line of ``questions.jsonl``::

    {"id": "kh180-07", "question": "…", "needs": ["180-KH-TU.txt"], "kind": "deadline",
     "typing": "as-is", "status": ["answered"], "values": ["10/5/2025"],
     "paths": ["180-kh-tu-2025-02-18#III.4"]}

``needs`` are the files the library must hold: names of ``corpus/`` or paths in the reference
data. ``status`` lists the outcomes that are right. ``values`` are words each of which must stand
in the answer (alternatives divided by "|"); ``paths`` are passages, any of which, or a part of
which, is a right citation.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.text import normalise_tone

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Gold:
    """One question with its right outcome."""

    id: str
    question: str
    needs: tuple[str, ...]
    kind: str
    typing: str
    status: tuple[str, ...]
    values: tuple[str, ...]
    paths: tuple[str, ...]

    @property
    def answerable(self) -> bool:
        """Whether a right outcome answers the question."""
        return "answered" in self.status


def read_gold(path: Path) -> tuple[Gold, ...]:
    """Return the questions of a file in their order; a malformed line raises ValueError."""
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            rows.append(_gold(json.loads(line), number))
    return tuple(rows)


def _gold(row: dict[str, object], number: int) -> Gold:
    def many(key: str) -> tuple[str, ...]:
        value = row.get(key, [])
        if not isinstance(value, list):
            raise ValueError(f"line {number}: {key} is no list")  # noqa: TRY004  bad data, not a bad call
        return tuple(map(str, value))

    return Gold(
        id=str(row["id"]),
        question=str(row["question"]),
        needs=many("needs"),
        kind=str(row["kind"]),
        typing=str(row.get("typing", "as-is")),
        status=many("status"),
        values=many("values"),
        paths=many("paths"),
    )


def stands(value: str, text: str) -> bool:
    """Tell whether any alternative of ``value`` stands in ``text``, but for case and blanks."""
    shown = _plain(text)
    return any(_plain(alternative) in shown for alternative in value.split("|"))


def _plain(text: str) -> str:
    return normalise_tone(" ".join(text.casefold().split()))


def right_place(path: str, cited: str) -> bool:
    """Tell whether a cited passage is the expected one, a piece of it, or a part below it."""
    place = cited.partition("~")[0]
    return place == path or place.startswith(f"{path}.")
