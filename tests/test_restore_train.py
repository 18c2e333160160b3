"""The syllable model: what is counted, and that the same texts give the same file."""

from __future__ import annotations

import json
import lzma
import math
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from index.restore import Restorer, Syllables
from index.restore_train import TIMES_ASKED, count, main, save
from index.train_pairs import LAW, PROCEDURES, WIKI

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Cơ quan thuế nhận hồ sơ năm 2025.\nHồ sơ thuế gồm đơn."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a training folder whose second article is shared with an evaluation set."""
    articles = [
        {"anchor": "Hồ sơ thuế", "positive": TEXT, "eval_overlap": False},
        {"anchor": "Bí mật", "positive": "Điều tuyệt mật.", "eval_overlap": True},
    ] * 5
    for name, rows in (
        (LAW, articles),
        (WIKI, [{"title": "Sông", "text": "Dòng sông chảy."}] * 5),
        (PROCEDURES, [{"procedure": "Cấp thẻ", "text": "Nộp đơn."}] * 5),
    ):
        with lzma.open(tmp_path / name, "wt", encoding="utf-8") as out:
            out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return tmp_path


def test_neighbours_are_counted_within_a_line_and_numbers_are_not() -> None:
    single, double = count(iter([TEXT]))
    assert single["thuế"] == 2
    assert double["hồ", "sơ"] == 2
    assert "2025" not in single
    assert ("năm", "hồ") not in double  # they stand in two lines


def test_question_words_count_as_if_texts_asked() -> None:
    single, double = count(iter([]))
    assert single["nhiêu"] >= TIMES_ASKED
    assert double["bao", "nhiêu"] >= TIMES_ASKED


def test_the_same_texts_make_the_same_file_without_what_evaluation_sets_hold(
    data: Path, tmp_path: Path
) -> None:
    paths = [tmp_path / "một.npz", tmp_path / "hai.npz"]
    for path in paths:
        main(["--data", str(data), "--out", str(path)])
    assert paths[0].read_bytes() == paths[1].read_bytes()
    names = Syllables(paths[0]).names
    assert {"thuế", "sông", "nộp"} <= set(names)
    assert "mật" not in names


def test_rare_syllables_and_pairs_are_left_out_and_the_rest_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "m.npz"
    pairs = Counter({("kế", "hoạch"): 7, ("hoạch", "định"): 2})
    save(path, Counter({"kế": 9, "hoạch": 8, "định": 5, "hiếm": 3}), pairs)
    model = Syllables(path)
    assert model.names == ["kế", "hoạch", "định"]
    assert model.counts.tolist() == [9, 8, 5]
    assert model.bound("kế", "hoạch") > 0 > model.bound("hoạch", "định")
    assert math.isclose(model.alone[0], math.log(9 / 22))


def test_what_was_counted_puts_marks_back(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "m.npz"
    main(["--data", str(data), "--out", str(path)])
    assert Restorer(path=path).restore("ho so thue").tokens == ("hồ", "sơ", "thuế")
