"""Retrieval benchmarks through the product's own library: ``python -m eval bench PATH…``.

Each text becomes a document of one passage (title + text) and is put into a library in a
temporary folder; questions go through ``Library.search``. A single leg is the same search
ranked by that leg's own score, so analyser, indexes and scores are the product's in every case.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from eval.bench_sets import BenchError, Benchmark, read_benchmark
from eval.measures import MEASURES, Row, means, measure
from eval.typed import TYPINGS, retype
from index.embed import load_embedder
from index.library import Library
from index.model import Query
from ingest.errors import TracuuError
from ingest.model import Document, DocumentInfo, Health, Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index.model import Embedder, Hit

Leg: TypeAlias = Literal["lexical", "dense", "hybrid"]
LEGS: tuple[Leg, ...] = ("lexical", "dense", "hybrid")
DEPTH = 10  # the measures look no further
LEG_DEPTH = 200  # hits from which one leg's best are taken; the fused order must not cut them off


@dataclass(frozen=True, slots=True)
class Result:
    """What a benchmark gave: the questions' rows, their rankings, and the time of each."""

    benchmark: Benchmark
    rows: tuple[Row, ...]
    ranked: dict[str, list[str]]
    typed: dict[str, str]
    seconds: tuple[float, ...]

    def line(self) -> dict[str, str | int | float]:
        """Return the figures as ``--json`` prints them."""
        p50, p95 = np.percentile(np.array(self.seconds) * 1000, [50, 95])
        return {
            "dataset": self.benchmark.name,
            "queries": len(self.rows),
            "documents": len(self.benchmark.texts),
            **means(self.rows),
            "ms_per_query_p50": round(float(p50), 2),
            "ms_per_query_p95": round(float(p95), 2),
        }


def main(arguments: Sequence[str]) -> int:
    """Run the benchmarks named on the command line; return the exit status."""
    options = _parser().parse_args(arguments)
    lines: list[dict[str, str | int | float]] = []
    try:
        sets = [read_benchmark(path) for path in options.paths]
        embedder = load_embedder(options.model)
        for benchmark in sets:
            result = run(benchmark, embedder, options.leg, options.typing)
            lines.append(result.line())
            if options.json:
                _say(json.dumps(lines[-1], ensure_ascii=False))
            if options.rows:
                _write_rows(options.rows, result, first=len(lines) == 1)
    except (BenchError, TracuuError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if not options.json:
        _table(lines)
    return 0


def run(benchmark: Benchmark, embedder: Embedder, leg: Leg, typing: str) -> Result:
    """Return how the product's search does on a benchmark."""
    typed = {name: retype(text, typing) for name, text in benchmark.questions.items()}
    with (
        tempfile.TemporaryDirectory(prefix="tracuu-bench-") as folder,
        Library.open(Path(folder), lambda: embedder) as library,
    ):
        library.put([_document(name, text) for name, text in benchmark.texts.items()])
        library.search(Query("khởi động"))  # opens the indexes; not a question of the benchmark
        ranked: dict[str, list[str]] = {}
        seconds: list[float] = []
        for name, text in typed.items():
            started = time.perf_counter()
            hits = library.search(Query(text, limit=DEPTH if leg == "hybrid" else LEG_DEPTH))
            seconds.append(time.perf_counter() - started)
            ranked[name] = [hit.document.source for hit in _of_leg(hits, leg)]
    rows = measure(benchmark.relevant, ranked)
    return Result(benchmark, rows, ranked, typed, tuple(seconds))


def _of_leg(hits: Iterable[Hit], leg: Leg) -> list[Hit]:
    if leg == "hybrid":
        return list(hits)[:DEPTH]
    scored = [(hit.lexical if leg == "lexical" else hit.dense, hit) for hit in hits]
    found = [(score, hit) for score, hit in scored if score]
    return [hit for _, hit in sorted(found, key=lambda one: -one[0])][:DEPTH]


def _document(name: str, text: str) -> tuple[Document, bytes]:
    """Return a text as a document of one passage, with bytes that no other text shares."""
    data = f"{name}\n{text}".encode()
    info = DocumentInfo(
        id=f"bench-{name}", symbol=None, type=None, title="", issuer=None, place=None,
        issued=None, signer=None, recipients=(), source=name, sha256="",
    )  # fmt: skip
    whole = Span(0, len(text))
    passage = Passage(f"{info.id}#dau", info.id, ("dau",), "phần đầu văn bản", whole, text, "")
    document = Document(
        info=info, text=text, pages=(), sections=(), passages=(passage,), facts=(), references=(),
        health=Health("tốt"),
    )  # fmt: skip
    return document, data


def _write_rows(path: Path, result: Result, *, first: bool) -> None:
    with path.open("w" if first else "a", encoding="utf-8") as out:
        for row in result.rows:
            line = {
                "dataset": result.benchmark.name,
                "question": row.question,
                "typed": result.typed[row.question],
                "relevant": sorted(result.benchmark.relevant[row.question]),
                "ranked": result.ranked[row.question],
                **{name: round(100 * row.values[name], 2) for name in MEASURES},
            }
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


def _table(lines: Sequence[dict[str, str | int | float]]) -> None:
    heads = list(lines[0])
    _say("  ".join(f"{head:>12}" for head in heads))
    for line in lines:
        _say("  ".join(f"{value:>12}" for value in line.values()))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m eval bench", description="Đo tìm kiếm trên các bộ dữ liệu chuẩn."
    )
    parser.add_argument("paths", nargs="+", type=Path, help="thư mục BEIR hoặc tệp CSV kiểu ViRE")
    parser.add_argument("--json", action="store_true", help="mỗi bộ đo một dòng JSON")
    parser.add_argument("--leg", choices=LEGS, default="hybrid", help="chỉ đo một chân tìm kiếm")
    parser.add_argument("--typing", choices=TYPINGS, default="as-is", help="cách gõ câu hỏi")
    parser.add_argument("--rows", type=Path, help="ghi kết quả từng câu hỏi vào tệp JSONL này")
    parser.add_argument("--model", help="tên hoặc thư mục mô hình nhúng")
    return parser
