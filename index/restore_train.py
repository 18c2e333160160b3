"""The syllable model is made: ``python -m index.restore_train --data FOLDER --out FILE``.

Counts of syllables and of neighbouring syllables in the training texts; rows that share a text
with an evaluation set are left out. The same data give the same file.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.analyse import TOKEN, plain
from index.train_pairs import LAW, PROCEDURES, WIKI, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SYLLABLES = 14_000  # the most frequent; the rest are names and slips
FEWEST = 4  # times a syllable must occur
PAIRS = 700_000
FEWEST_PAIR = 3
# Statements hold few question words, questions many: they are counted as if they stood there.
ASKED = (
    "bao nhiêu", "là gì", "như thế nào", "thế nào", "khi nào", "ở đâu", "vì sao", "tại sao",
    "trong bao lâu", "là bao lâu", "cơ quan nào", "trường hợp nào", "gồm những gì", "là ai",
    "do ai", "ai là người", "có được không", "có phải không", "được không", "hay không",
    "gồm những ai", "những gì", "mấy năm", "bao nhiêu năm", "bao nhiêu tuổi", "ai ký",
)  # fmt: skip
TIMES_ASKED = 2_000


def main(arguments: Sequence[str] | None = None) -> None:
    """Leave the model in the file named by ``--out``."""
    parser = argparse.ArgumentParser(prog="python -m index.restore_train", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="thư mục dữ liệu huấn luyện")
    parser.add_argument("--out", type=Path, required=True, help="tệp .npz ghi mô hình")
    options = parser.parse_args(arguments)
    single, double = count(_texts(options.data))
    save(options.out, single, double)
    sys.stdout.write(f"{options.out}: {options.out.stat().st_size:,} byte\n")


def _texts(folder: Path) -> Iterator[str]:
    for row in read_rows(folder / LAW):
        if not row["eval_overlap"]:
            yield f"{row['anchor']}\n{row['positive']}"
    for row in read_rows(folder / WIKI):
        yield row["text"]
    for row in read_rows(folder / PROCEDURES):
        yield row["text"]


def count(texts: Iterator[str]) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Return how often each syllable and each two neighbours occur."""
    single: Counter[str] = Counter()
    double: Counter[tuple[str, str]] = Counter()
    for text in texts:
        for line in plain(text).split("\n"):
            tokens = [token for token in TOKEN.findall(line) if not token.isdigit()]
            single.update(tokens)
            double.update(pairwise(tokens))
    for phrase in ASKED:
        single.update(dict.fromkeys(phrase.split(), TIMES_ASKED))
        double.update(dict.fromkeys(pairwise(phrase.split()), TIMES_ASKED))
    return single, double


def save(path: Path, single: Counter[str], double: Counter[tuple[str, str]]) -> None:
    """Write the model: syllables, their counts, and the logarithms of the pairs' counts."""
    kept = [s for s, n in sorted(single.items(), key=lambda x: (-x[1], x[0])) if n >= FEWEST]
    kept = kept[:SYLLABLES]
    number = {syllable: at for at, syllable in enumerate(kept)}
    pairs = [
        (number[a] * len(kept) + number[b], n)
        for (a, b), n in double.items()
        if n >= FEWEST_PAIR and a in number and b in number
    ]
    pairs = sorted(sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:PAIRS])
    keys = np.array([key for key, _ in pairs], np.int64)
    logs = np.round(10 * np.log(np.array([n for _, n in pairs], np.float64))).astype(np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        path,
        syllables=np.frombuffer("\n".join(kept).encode(), np.uint8),
        counts=np.array([single[s] for s in kept], np.uint32),
        steps=np.diff(keys, prepend=0).astype(np.uint32),  # small numbers compress well
        logs=logs,
    )


if __name__ == "__main__":
    main()
