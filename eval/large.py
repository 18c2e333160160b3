"""How long a question takes in a large library: ``python -m eval large --data FOLDER``.

The library is made of the training passages, long ones cut between lines as clauses are, put in
through ``Library.put``; the questions are their titles, and titles with words of a clause, which
are about as long as what people ask. Times tell of this machine at this hour, so processor time
is printed too.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from eval.heldout import LAW, PROCEDURES, WIKI, Source, by_title_and_clause, read_rows
from index.embed import load_embedder
from index.library import Library
from index.model import Query
from ingest.model import Document, DocumentInfo, Health, Passage, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from index.model import Embedder

FIELDS = ((LAW, "anchor", "positive"), (WIKI, "title", "text"), (PROCEDURES, "procedure", "text"))
PER_DOCUMENT = 40  # passages; about what a long resolution has
LONGEST = 1_400  # characters of a passage that has more than one line
QUESTIONS, WARMING = 600, 50


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of each question, on the clock and of the processor."""

    clock: tuple[float, ...]
    processor: tuple[float, ...]

    def line(self, name: str) -> dict[str, str | float]:
        """Return the medians and the slowest twentieth, as they are printed."""
        return {
            "what": name,
            "ms_p50": round(float(np.percentile(self.clock, 50)), 3),
            "ms_p95": round(float(np.percentile(self.clock, 95)), 3),
            "processor_ms_p50": round(float(np.percentile(self.processor, 50)), 3),
        }


def main(arguments: Sequence[str]) -> int:
    """Print one JSON line for the encoding of texts, of questions, and for the whole search."""
    options = _parser().parse_args(arguments)
    rows = list(islice(_rows(options.data), options.passages))
    chosen = rows[:: max(1, len(rows) // (QUESTIONS + WARMING))]
    asked = [title for title, _ in chosen]
    texts = [f"{title}\n{text}" for title, text in rows]
    embedder = load_embedder()
    _say(_speed(embedder, texts))
    _say(timed(embedder.embed_question, asked).line("question encoded"))
    with (
        tempfile.TemporaryDirectory(prefix="tracuu-large-") as folder,
        Library.open(Path(folder), lambda: embedder) as library,
    ):
        started = time.perf_counter()
        library.put(list(documents(texts)))
        seconds = round(time.perf_counter() - started, 1)
        _say({"what": "library made", "passages": library.state().passages, "seconds": seconds})
        for name, questions in (("titles", asked), ("questions", made_questions(chosen))):
            times = timed(lambda text: library.search(Query(text)), questions)
            _say(times.line(f"hybrid search, {name}"))
    return 0


def _rows(data: Path) -> Iterator[tuple[str, str]]:
    for file, title, text in FIELDS:
        for row in read_rows(data / file):
            yield from ((row[title], part) for part in pieces(row[text]))


def pieces(text: str) -> list[str]:
    """Return the text cut between lines into pieces as long as ``LONGEST`` allows."""
    found: list[str] = []
    for line in text.split("\n"):
        if found and len(found[-1]) + len(line) < LONGEST:
            found[-1] += f"\n{line}"
        else:
            found.append(line)
    return found


def made_questions(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Return a question for each title and text that has a clause to ask about."""
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    made = (by_title_and_clause(Source(title, text), chance) for title, text in rows)
    return [question for question in made if question]


def documents(texts: Sequence[str]) -> Iterator[tuple[Document, bytes]]:
    """Yield documents of ``PER_DOCUMENT`` of these texts, each text one passage."""
    for at in range(0, len(texts), PER_DOCUMENT):
        name = f"large-{at}"
        start, passages = 0, []
        for number, text in enumerate(texts[at : at + PER_DOCUMENT], 1):
            span, path = Span(start, start + len(text)), (str(number),)
            passages.append(
                Passage(f"{name}#{number}", name, path, f"khoản {number}", span, text, "")
            )
            start = span.end + 1
        whole = "\n".join(passage.text for passage in passages)
        info = DocumentInfo(
            id=name, symbol=None, type=None, title="", issuer=None, place=None, issued=None,
            signer=None, recipients=(), source=name, sha256="",
        )  # fmt: skip
        document = Document(
            info=info, text=whole, pages=(), sections=(), passages=tuple(passages), facts=(),
            references=(), health=Health("tốt"),
        )  # fmt: skip
        yield document, f"{name}\n{whole}".encode()


def timed(act: Callable[[str], object], questions: Sequence[str]) -> Times:
    """Return how long each question takes, after the first of them have warmed the caches."""
    for question in questions[:WARMING]:
        act(question)
    clock, processor = [], []
    for question in questions[WARMING:]:
        started, worked = time.perf_counter(), time.process_time()
        act(question)
        clock.append((time.perf_counter() - started) * 1000)
        processor.append((time.process_time() - worked) * 1000)
    return Times(tuple(clock), tuple(processor))


def _speed(embedder: Embedder, texts: Sequence[str]) -> dict[str, str | float]:
    part = texts[:20_000]
    started, worked = time.perf_counter(), time.process_time()
    embedder.embed_passages(part)
    took, spent = time.perf_counter() - started, time.process_time() - worked
    letters = sum(map(len, part))
    return {
        "what": "texts encoded",
        "characters_a_second": round(letters / took),
        "characters_a_processor_second": round(letters / max(spent, 1e-9)),
    }


def _say(line: dict[str, str | float]) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m eval large", description="Đo thời gian tìm trong một thư viện lớn."
    )
    parser.add_argument("--data", type=Path, required=True, help="thư mục dữ liệu huấn luyện")
    parser.add_argument("--passages", type=int, default=180_000, help="số đoạn nhiều nhất")
    return parser
