"""Asks every question of the gold file and says, question by question, what was right.

The library of each question is exactly the files it needs: the same question is asked of a
library that holds its document and, where the gold says so, of one that does not.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from api.answer import Answerer
from api.manifest import load_manifest
from api.model import Ambiguous, Answered, NotFound, NotHeld, Partial
from eval.gold import read_gold, right_place, stands
from index.embed import load_embedder
from index.library import Library
from index.model import Query
from ingest.read import read_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from eval.gold import Gold

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent / "corpus"
STATUS = {
    Answered: "answered", Partial: "partial", NotFound: "not_found",
    Ambiguous: "ambiguous", NotHeld: "not_held",
}  # fmt: skip
TOLERANCE = 0.005  # a mean may sink this far below the baseline before it counts as a regression


@dataclass(frozen=True, slots=True)
class Row:
    """What one question gave. Figures that do not apply to it are None."""

    id: str
    question: str
    expected: tuple[str, ...]
    status: str
    status_right: bool
    answer_right: bool | None
    citation_right: bool | None
    found_in_five: bool | None
    quotes_exact: bool
    ms: float
    answer: str


def run(questions: Path, shared: Path | None) -> tuple[Row, ...]:
    """Return a row a question; questions whose files are not at hand are left out."""
    by_needs: dict[tuple[str, ...], list[Gold]] = defaultdict(list)
    for gold in read_gold(questions):
        by_needs[gold.needs].append(gold)
    rows = []
    for needs, golds in by_needs.items():
        files = [_find(name, shared) for name in needs]
        held = [path for path in files if path is not None]
        if len(held) == len(files):
            rows += _ask_all(held, golds)
    return tuple(rows)


def _find(name: str, shared: Path | None) -> Path | None:
    folders = [CORPUS] if shared is None else [CORPUS, shared]
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    return None


def _ask_all(files: Sequence[Path], golds: Sequence[Gold]) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder), load_embedder) as lib:
        items = [(read_document(p.read_bytes(), p.name), p.read_bytes()) for p in files]
        lib.put(items)
        answerer = Answerer(lib, load_manifest(CORPUS).known)
        answerer.answer("khởi động")  # the first question loads the indexes
        return [_row(gold, lib, answerer) for gold in golds]


def _row(gold: Gold, library: Library, answerer: Answerer) -> Row:
    start = time.perf_counter()
    outcome = answerer.answer(gold.question)
    took = (time.perf_counter() - start) * 1000
    status = STATUS[type(outcome)]
    cites = outcome.citations if isinstance(outcome, Answered | Partial) else ()
    shown = " ".join([outcome.answer, *(c.quote for c in cites)])
    texts = {c.document.id: library.document(c.document.id).text for c in cites}
    answered = gold.answerable
    return Row(
        id=gold.id,
        question=gold.question,
        expected=gold.status,
        status=status,
        status_right=status in gold.status,
        answer_right=(status == "answered" and all(stands(v, shown) for v in gold.values))
        if answered
        else None,
        citation_right=_cited_right(gold, [c.passage_id for c in cites]) if answered else None,
        found_in_five=_found(gold, answerer) if answered and gold.paths else None,
        quotes_exact=all(c.quote == c.span.of(texts[c.document.id]) for c in cites),
        ms=round(took, 2),
        answer=outcome.answer,
    )


def _cited_right(gold: Gold, cited: Iterable[str]) -> bool | None:
    if not gold.paths:
        return None
    return any(right_place(path, passage) for path in gold.paths for passage in cited)


def _found(gold: Gold, answerer: Answerer) -> bool:
    hits = answerer.search(Query(gold.question, limit=5))
    return any(right_place(path, hit.passage.id) for path in gold.paths for hit in hits)


def means(rows: Sequence[Row]) -> dict[str, float]:
    """Return the mean of each figure over the questions it applies to; a miss counts zero."""
    figures = ("status_right", "answer_right", "citation_right", "found_in_five", "quotes_exact")
    out = {}
    for name in figures:
        values = [getattr(row, name) for row in rows if getattr(row, name) is not None]
        out[name] = round(statistics.mean(values), 4) if values else 1.0
    wrong = [r for r in rows if "answered" not in r.expected]
    answered = [r for r in wrong if r.status == "answered"]
    out["answered_unanswerable"] = round(len(answered) / len(wrong), 4) if wrong else 0.0
    out["questions"] = len(rows)
    return out


def regressions(now: dict[str, float], before: dict[str, float]) -> list[str]:
    """Return in Vietnamese each mean that is worse than the baseline's."""
    found = []
    for name, old in before.items():
        worse = now.get(name, 0.0) - old
        if name == "answered_unanswerable":
            worse = -worse
        if worse < -TOLERANCE:
            found.append(f"{name}: {now.get(name, 0.0):.4f}, trước là {old:.4f}")
    return found


def main(arguments: Sequence[str]) -> int:
    """Print rows and means; return 1 where a mean fell below the baseline, else 0."""
    given = _parser().parse_args(arguments)
    files = given.questions or sorted(HERE.glob("questions*.jsonl"))
    rows = tuple(row for file in files for row in run(file, given.shared))
    if not rows:
        sys.stderr.write("Không có câu hỏi nào chạy được: thiếu văn bản.\n")
        return 2
    now = means(rows)
    times = sorted(row.ms for row in rows)
    _print(rows, now, times, as_json=given.json)
    name = "full" if given.shared else "shipped"
    known = (
        json.loads(given.baseline.read_text(encoding="utf-8")) if given.baseline.is_file() else {}
    )
    if given.rewrite:
        known[name] = now
        given.baseline.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
        return 0
    worse = regressions(now, known.get(name, {}))
    for line in worse:
        sys.stderr.write(f"Kém đi: {line}\n")
    return 1 if worse else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m eval run", description="Đo trả lời trên các câu hỏi của dự án."
    )
    parser.add_argument("questions", nargs="*", type=Path, help="tệp câu hỏi (mặc định: mọi tệp)")
    parser.add_argument("--shared", type=Path, help="thư mục dữ liệu đối chiếu")
    parser.add_argument("--json", action="store_true", help="mỗi câu hỏi một dòng JSON")
    parser.add_argument("--rewrite", action="store_true", help="ghi số đo làm mốc mới")
    parser.add_argument(
        "--baseline", type=Path, default=HERE / "baseline.json", help="tệp số đo làm mốc"
    )
    return parser


def _print(
    rows: Sequence[Row], now: dict[str, float], times: Sequence[float], *, as_json: bool
) -> None:
    out = sys.stdout
    for row in rows:
        if as_json:
            out.write(json.dumps(asdict(row), ensure_ascii=False) + "\n")
            continue
        marks = "".join(
            "-" if v is None else "·" if v else "✗"
            for v in (row.status_right, row.answer_right, row.citation_right, row.found_in_five)
        )
        out.write(f"{marks} {row.id:<12} {row.status:<10} {row.question}\n")
    figures = {**now, "ms_p50": times[len(times) // 2], "ms_p95": times[int(len(times) * 0.95)]}
    if as_json:
        out.write(json.dumps(figures) + "\n")
    else:
        out.writelines(f"{name:<24}{value:>10}\n" for name, value in figures.items())
