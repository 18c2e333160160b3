"""How faithfully files are read: the character error rate of each against its transcript.

Both texts become NFC; cell bars, tabs and all other white space become single blanks. A table's
cells and a page's lines therefore count by their words, not by how they are parted. Capitals are
compared twice: transcripts of old files do not know which fonts draw small letters as capitals.
Numbers of workbooks are left out on both sides: a transcript has the value that is stored
("0.0297013768"), the reader what the cell shows ("3,0%").
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
import unicodedata
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import ReadError
from ingest.formats import read_raw
from ingest.text import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TRANSCRIPT = ".txt"
NEAR = 2_000  # characters; of longer stretches that differ, all count as wrong
WORKBOOKS = frozenset({"xls", "xlsx"})

_NUMBER = re.compile(r"-?\d[\d.,]*%?")


@dataclass(frozen=True, slots=True)
class Row:
    """What one file gave; rates are edits divided by the transcript's characters."""

    file: str
    characters: int
    error: float
    error_with_case: float
    encoding: str
    seen: bool


def main(arguments: Sequence[str]) -> int:
    """Print a row a file, then median, 90th percentile and worst of either half."""
    given = _parser().parse_args(arguments)
    rows = list(measure(given.files, given.transcripts, given.suffix or ()))
    if not rows:
        sys.stderr.write("Không có tệp nào có bản chép đối chiếu.\n")
        return 2
    for row in sorted(rows, key=lambda row: -row.error):
        sys.stdout.write(
            json.dumps(asdict(row), ensure_ascii=False) + "\n"
            if given.json
            else f"{100 * row.error:7.3f} % {100 * row.error_with_case:7.3f} %  {row.characters:7}"
            f"  {'đã xem' if row.seen else 'để đo'}  {row.file}  {row.encoding}\n"
        )
    for name, half in (
        ("đã xem", [r for r in rows if r.seen]),
        ("để đo", [r for r in rows if not r.seen]),
    ):
        if half:
            sys.stdout.write(f"{name}: {_summary(half)}\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval reading")
    parser.add_argument("files", type=Path, help="thư mục tệp gốc")
    parser.add_argument("transcripts", type=Path, help="thư mục bản chép .txt cùng tên")
    parser.add_argument("--suffix", action="append", help="chỉ lấy tệp có đuôi này, ví dụ .doc")
    parser.add_argument("--json", action="store_true", help="mỗi tệp một dòng JSON")
    return parser


def measure(
    files: Path, transcripts: Path, suffixes: Sequence[str] = (), *, unseen_only: bool = False
) -> Iterator[Row]:
    """Yield a row for each file with a transcript; files in order of name, every other one seen.

    The first, third, … were looked at while the tables were written; the others only measured.
    """
    named = {path.stem: path for path in transcripts.glob(f"*{TRANSCRIPT}")}
    for index, path in enumerate(sorted(p for p in files.iterdir() if p.stem in named)):
        seen = index % 2 == 0
        if (suffixes and path.suffix not in suffixes) or (unseen_only and seen):
            continue
        yield _row(path, normalised(named[path.stem].read_text(encoding="utf-8")), seen=seen)


def _row(path: Path, truth: str, *, seen: bool) -> Row:
    text, encoding = "", "-"
    try:
        raw = read_raw(path.read_bytes())
    except ReadError as error:
        encoding = f"không đọc được: {error}"
    else:
        text, encoding = normalised(canonical(raw).text), raw.encoding or "-"
        if raw.format in WORKBOOKS:
            truth, text = without_numbers(truth), without_numbers(text)
    return Row(
        file=path.name,
        characters=len(truth),
        error=error_rate(truth.casefold(), text.casefold()),
        error_with_case=error_rate(truth, text),
        encoding=encoding,
        seen=seen,
    )


def normalised(text: str) -> str:
    """Return the text in NFC, with single blanks and without the bars between cells."""
    return " ".join(unicodedata.normalize("NFC", text).replace("|", " ").split())


def without_numbers(text: str) -> str:
    """Return the text without the words that are numbers."""
    return " ".join(word for word in text.split(" ") if not _NUMBER.fullmatch(word))


def error_rate(truth: str, text: str) -> float:
    """Return the edits from one text to the other, divided by the characters of the first.

    Words are aligned first, then the characters of the stretches that differ: an upper bound of
    the least number of edits, and exactly that number where the words between agree.
    """
    first, second = truth.split(" "), text.split(" ")
    edits = 0
    for tag, i, j, k, m in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag != "equal":
            edits += _distance(" ".join(first[i:j]), " ".join(second[k:m]))
            edits += tag != "replace"  # the blank beside words that one text lacks
    return edits / max(len(truth), 1)


def _distance(one: str, other: str) -> int:
    """Return the Levenshtein distance; of long stretches that differ, their length."""
    if max(len(one), len(other)) > NEAR:
        return max(len(one), len(other))
    row = list(range(len(other) + 1))
    for i, character in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, written in enumerate(other, 1):
            before, row[j] = (
                row[j],
                min(before + (character != written), row[j] + 1, row[j - 1] + 1),
            )
    return row[-1]


def _summary(rows: Sequence[Row]) -> str:
    def figures(name: str) -> str:
        values = sorted(getattr(row, name) for row in rows)
        ninth = values[min(len(values) * 9 // 10, len(values) - 1)]
        return (
            f"trung vị {100 * statistics.median(values):.3f} %, "
            f"phân vị 90 {100 * ninth:.3f} %, lớn nhất {100 * values[-1]:.3f} %"
        )

    return f"{len(rows)} tệp; {figures('error')}; kể cả chữ hoa: {figures('error_with_case')}"
