"""Training: which rows become pairs, and that the same seed makes the same model."""

from __future__ import annotations

import json
import lzma
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from index.embed import load_embedder
from index.train import main
from index.train_pairs import LAW, PROCEDURES, WIKI, law_pairs, read_pairs, sentence_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SUBJECTS = ("thuế", "đất đai", "giáo dục", "y tế", "giao thông", "lao động", "hải quan", "báo chí")


def write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    with lzma.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def article(subject: str, number: int, *, overlap: bool = False) -> dict[str, Any]:
    return {
        "anchor": f"Hồ sơ {subject} số {number}",
        "positive": f"Cơ quan {subject} nhận hồ sơ số {number} của người nộp đơn. "
        f"Hạn trả lời về {subject} là {number} ngày làm việc kể từ ngày nhận.",
        "demuc": subject,
        "title_freq": 1,
        "eval_overlap": overlap,
    }


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a training folder small enough to learn from in a second."""
    folder = tmp_path_factory.mktemp("training")
    write(folder / LAW, (article(SUBJECTS[n % 8], n) for n in range(400)))
    write(folder / WIKI, ({"title": f"{s} {n}", "text": f"{s} là gì? Đó là mục {n} về {s}."}
                          for n in range(20) for s in SUBJECTS))  # fmt: skip
    write(folder / PROCEDURES, ({"procedure": f"Cấp phép {s}", "text": f"Mã\n[MAIN CONTENT]\n{s}"}
                                for s in SUBJECTS))  # fmt: skip
    return folder


def test_rows_shared_with_an_evaluation_set_make_no_pair() -> None:
    rows = [article("thuế", 1, overlap=True), article("đất đai", 2)]
    pairs = list(law_pairs(rows, np.random.default_rng(1)))
    assert pairs
    assert not any("thuế" in pair.question + pair.passage for pair in pairs)


def test_a_title_of_many_articles_is_asked_with_its_subject() -> None:
    row = {**article("hải quan", 3), "anchor": "Phạm vi điều chỉnh", "title_freq": 1993}
    assert (
        next(law_pairs([row], np.random.default_rng(1))).question == "Phạm vi điều chỉnh hải quan"
    )


def test_a_sentence_is_taken_out_of_the_passage_it_asks_for() -> None:
    text = article("y tế", 7)["positive"]
    (pair,) = sentence_pairs(text, "y tế", np.random.default_rng(1))
    assert pair.question in text
    assert pair.question not in pair.passage


def test_a_text_of_one_sentence_asks_nothing() -> None:
    assert not list(
        sentence_pairs("Thanh niên là công dân từ đủ 16 tuổi.", "x", np.random.default_rng(1))
    )


def test_the_heading_of_a_procedure_is_not_part_of_its_passage(data: Path) -> None:
    pairs = read_pairs(data, np.random.default_rng(1))
    assert all("[MAIN CONTENT]" not in pair.passage for pair in pairs)


def test_the_same_seed_makes_the_same_model_and_it_loads(data: Path, tmp_path: Path) -> None:
    for name in ("một", "hai"):
        main(["--data", str(data), "--out", str(tmp_path / name), "--seed", "7", "--epochs", "2",
              "--batch", "64"])  # fmt: skip
    first, second = (load_embedder(str(tmp_path / name)) for name in ("một", "hai"))
    assert first.fingerprint == second.fingerprint
    near, far = first.embed_passages(["hồ sơ thuế", "cấp phép báo chí"]) @ first.embed_question(
        "thuế"
    )
    assert near > far
    assert np.isfinite(first.embed_passages(["đất đai"])).all()
