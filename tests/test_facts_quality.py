"""Precision and recall of facts against labels written by hand from documents kept apart.

Labels were made by reading the text, whole parts at a time (``regions.tsv``), so that what the
rules miss counts. Errors in the development half were looked at; the other half is only measured.
"""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from shared import needs_shared, shared

from ingest.bodies import body_key
from ingest.facts import find_facts
from ingest.formats import read_raw
from ingest.header import read_header
from ingest.model import Deadline, Goal, Span, Task
from ingest.structure import find_sections
from ingest.text import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ingest.model import Fact

LABELS = Path(__file__).parent / "facts_labels"
KINDS = {"goal": ("G", Goal), "task": ("T", Task), "deadline": ("D", Deadline)}
ANY = "*"
DEVELOPMENT = frozenset(  # their errors were looked at; every other document is only measured
    [
        "0129-KH-UBND",
        "144-KH-UBND",
        "556-KH-UBND",
        "624-KH-UBND",
        "2853-QD-UBND",
        "160-KH-UBND",
        "617-KH-UBND",
        "172-KH-UBND",
        "634-TB-VPCP",
        "2820-QD-UBND",
        "212-KL-TW",
        "165-KH-UBND",
        "0204-KH-UBND",
        "86-2025-QD-UBND",
        "99-2025-QD-UBND",
    ]
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader wrote down: where, whether it must be found, and what is expected."""

    document: str
    required: bool
    key: str
    wanted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A document's text and the facts found in it."""

    text: str
    facts: tuple[Fact, ...]


def rows(name: str) -> Iterator[list[str]]:
    with (LABELS / f"{name}.tsv").open(encoding="utf-8") as lines:
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def labels(kind: str) -> tuple[Label, ...]:
    return tuple(Label(r[0], r[1] == "1", r[2], tuple(r[3:])) for r in rows(f"{kind}s"))


def path_of(document: str) -> Path:
    (path,) = (
        found
        for folder in ("documents/*", "files/legacy_encoded")
        for found in shared().glob(f"{folder}/{document}*")
    )
    return path


@cache
def read(document: str) -> Read:
    text = canonical(read_raw(path_of(document).read_bytes())).text
    header = read_header(text)
    sections = find_sections(text, header.body)
    return Read(text, find_facts(text, sections, header.body, header.issued))


def regions(kind: str) -> Iterator[tuple[str, Span]]:
    for document, kinds, start, end in rows("regions"):
        if KINDS[kind][0] in kinds:
            text = read(document).text
            begin = text.index(start)
            yield document, Span(begin, text.index(end, begin + len(start)))


def places(label: Label, region: Span) -> Iterator[int]:
    text = read(label.document).text
    at = text.find(label.key, region.start, region.end)
    while at >= 0:
        yield at
        at = text.find(label.key, at + 1, region.end)


def holds_one(fact: Fact, spots: list[int]) -> bool:
    return any(fact.span.start <= at < fact.span.end for at in spots)


def joined(owners: tuple[str, ...]) -> str:
    """Return the names as one key: where a list of bodies is cut is a matter of taste."""
    return " ".join(body_key(owner) for owner in owners).replace(" cac ", " ").replace(" va ", " ")


def agrees(fact: Fact, label: Label) -> bool:
    match fact:
        case Goal():
            value, year = label.wanted
            last = fact.horizon.last if fact.horizon else None
            figure = value in {"?", fact.value or "-"}
            return figure and year in {"-", ANY, str(last.year) if last else ""}
        case Task():
            owners = label.wanted[0]
            return owners == ANY or joined(fact.owner) == joined(tuple(owners.split(";")))
        case Deadline():
            wanted_day = label.wanted[0]
            if wanted_day == "R":
                return fact.due.recurring is not None
            return wanted_day in {ANY, str(fact.due.last)}


@dataclass(slots=True)
class Score:
    """Counts over one half: what was found rightly, missed, and found wrongly."""

    right: int = 0
    missed: int = 0
    wrong: int = 0

    @property
    def precision(self) -> float:
        """Return the share of found facts that are right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Return the share of labelled facts that were found."""
        return self.right / max(1, self.right + self.missed)


def half_of(document: str) -> str:
    return "development" if document in DEVELOPMENT else "held out"


def judge(kind: str, document: str, region: Span, score: Score) -> Iterator[str]:
    found = read(document)
    kept = [
        f
        for f in found.facts
        if isinstance(f, KINDS[kind][1]) and region.start <= f.span.start < region.end
    ]
    for label in sorted(labels(kind), key=lambda item: not item.required):
        if label.document != document:
            continue
        spots = list(places(label, region))
        for spot in [spots] if kind == "goal" and spots else [[at] for at in spots]:
            inside = [f for f in kept if holds_one(f, spot) and agrees(f, label)]
            best = min(inside, key=lambda f: f.span.end - f.span.start, default=None)
            if best is not None:
                kept.remove(best)
            if label.required:
                score.right += best is not None
                score.missed += best is None
                if best is None:
                    yield f"missed {kind} {document}: {label.key} {label.wanted}"
    score.wrong += len(kept)
    yield from (f"wrong {kind} {document}: {f}" for f in kept)


@cache
def measured(kind: str) -> tuple[dict[str, Score], dict[str, tuple[str, ...]]]:
    scores = {"development": Score(), "held out": Score()}
    errors: dict[str, list[str]] = {"development": [], "held out": []}
    for document, region in regions(kind):
        half = half_of(document)
        errors[half] += judge(kind, document, region, scores[half])
    return scores, {half: tuple(lines) for half, lines in errors.items()}


def report() -> Iterable[str]:
    for kind in KINDS:
        scores, _ = measured(kind)
        for half, s in scores.items():
            total = s.right + s.missed
            yield f"{kind:9} {half:12} labels {total:4} P {s.precision:.3f} R {s.recall:.3f}"


@needs_shared
@pytest.mark.parametrize("kind", KINDS)
def test_facts_of_unseen_documents_reach_the_targets(kind: str) -> None:
    scores, errors = measured(kind)
    score = scores["held out"]
    summary = "\n".join([*report(), *errors["held out"]])
    assert score.precision >= 0.90, summary
    assert score.recall >= 0.80, summary


@needs_shared
def test_labels_are_enough_and_come_from_twenty_documents() -> None:
    counts = Counter()
    documents = set()
    for kind in KINDS:
        for document, region in regions(kind):
            documents.add(document)
            for label in labels(kind):
                if label.document == document and label.required:
                    found = len(list(places(label, region)))
                    counts[kind] += min(found, 1) if kind == "goal" else found
    assert len(documents) >= 20
    assert counts["goal"] >= 150
    assert counts["task"] >= 150
    assert counts["deadline"] >= 100
