"""Retrieval benchmarks as files hold them: a BEIR folder or a ViRE table of contexts."""

from __future__ import annotations

import csv
import json
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

BEIR_FILES = ("corpus.jsonl", "queries.jsonl", "qrels.tsv")
BEIR_TEST = "qrels/test.tsv"  # where BEIR's own archives keep the judgements
VIRE_COLUMNS = frozenset({"context", "question"})
LARGEST_FIELD = 10_000_000  # characters; csv's own limit is smaller than some contexts


class BenchError(Exception):
    """A benchmark that cannot be read; the message says why, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Texts and questions by id, and which texts answer which question (grade > 0)."""

    name: str
    texts: Mapping[str, str]
    questions: Mapping[str, str]
    relevant: Mapping[str, Mapping[str, int]]


def read_benchmark(path: Path) -> Benchmark:
    """Return the benchmark at ``path``.

    Raises:
        BenchError: there is none, or a file of it is not as it should be.

    """
    try:
        if path.is_dir():
            found = _read_beir(path)
        elif path.is_file():
            found = _read_vire(path)
        else:
            raise BenchError(f"Không có tệp hoặc thư mục “{path}”.")
    except (OSError, UnicodeDecodeError, ValueError, KeyError, csv.Error) as error:
        raise BenchError(f"Không đọc được bộ đo “{path}”: {error}.") from error
    if not found.texts or not found.relevant:
        raise BenchError(f"Bộ đo “{path}” không có văn bản hoặc câu hỏi nào.")
    return found


def _read_beir(folder: Path) -> Benchmark:
    names = list(BEIR_FILES)
    if (folder / BEIR_TEST).is_file() and not (folder / names[-1]).is_file():
        names[-1] = BEIR_TEST
    missing = [name for name in names if not (folder / name).is_file()]
    if missing:
        raise BenchError(f"Thư mục “{folder}” thiếu tệp {', '.join(missing)} (bố cục BEIR).")
    corpus, queries, qrels = (folder / name for name in names)
    # ids are numbers in some sets, but always text in a table
    texts = {str(row["_id"]): _titled(row.get("title"), row["text"]) for row in _rows(corpus)}
    asked = {str(row["_id"]): row["text"] for row in _rows(queries)}
    relevant: dict[str, dict[str, int]] = {}
    with qrels.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if int(row["score"]) > 0:
                relevant.setdefault(row["query-id"], {})[row["corpus-id"]] = int(row["score"])
    return Benchmark(
        folder.resolve().name, texts, {name: asked[name] for name in relevant}, relevant
    )


def _titled(title: str | None, text: str) -> str:
    return f"{title}\n{text}" if title else text


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _read_vire(path: Path) -> Benchmark:
    """Return a table's contexts, each once, and its questions in their order."""
    csv.field_size_limit(LARGEST_FIELD)
    texts: dict[str, str] = {}
    ids: dict[str, str] = {}
    questions: dict[str, str] = {}
    relevant: dict[str, dict[str, int]] = {}
    with path.open(encoding="utf-8-sig", newline="") as lines:
        table = csv.DictReader(lines)
        if not VIRE_COLUMNS.issubset(table.fieldnames or ()):
            raise BenchError(f"Tệp “{path}” thiếu cột “context” hoặc “question”.")
        for number, row in enumerate(table, 1):
            key = " ".join(unicodedata.normalize("NFKC", row["context"]).split())
            document = ids.setdefault(key, f"d{len(ids) + 1}")
            texts.setdefault(document, row["context"])
            questions[f"q{number}"] = row["question"]
            relevant[f"q{number}"] = {document: 1}
    return Benchmark(path.stem, texts, questions, relevant)
