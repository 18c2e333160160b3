"""Questions for choosing parameters are made of held-out rows only, the same each time."""

from __future__ import annotations

import json
import lzma
import random
from typing import TYPE_CHECKING

import pytest

from eval.heldout import (
    FILES,
    LAW,
    PROCEDURES,
    WIKI,
    Source,
    by_clause,
    by_title,
    by_title_and_clause,
    is_held_out,
    pools,
    read_rows,
    write_remainder,
)

if TYPE_CHECKING:
    from pathlib import Path

CLAUSE = (
    "Cơ quan chủ trì soạn thảo có trách nhiệm tổ chức lấy ý kiến của cơ quan, tổ chức, cá nhân "
    "về nội dung dự thảo trong thời hạn ba mươi ngày."
)


@pytest.fixture
def training(tmp_path: Path) -> Path:
    """Return a folder of small training files with a few rows of every kind."""
    folder = tmp_path / "training"
    folder.mkdir()
    law = [
        {"anchor": f"Trách nhiệm số {n} của cơ quan soạn thảo", "positive": f"{n}. {CLAUSE}",
         "demuc": f"Đề mục {n}", "title_freq": 1 + n % 2, "eval_overlap": n % 7 == 0}
        for n in range(120)
    ]  # fmt: skip
    linked = [{"a_title": row["anchor"], "b_text": row["positive"]} for row in law]
    wiki = [{"title": f"bài {n}", "text": f"Bài {n} kể rằng. {CLAUSE}"} for n in range(120)]
    forms = [
        {"procedure": f"Thủ tục {n}", "text": f"[MAIN CONTENT]\n{n}. {CLAUSE}"} for n in range(40)
    ]
    for name, rows in zip(FILES, (law, linked, wiki, forms), strict=True):
        with lzma.open(folder / name, "wt", encoding="utf-8") as out:
            out.writelines(json.dumps(row) + "\n" for row in rows)
    return folder


def test_pools_hold_held_out_rows_without_overlap(training: Path) -> None:
    law = {row["positive"]: row for row in read_rows(training / LAW)}
    titles = pools(training)[0]
    assert titles.passages
    for passage in titles.passages:
        assert is_held_out(LAW, law[passage])
        assert not law[passage]["eval_overlap"]


def test_every_question_points_at_its_passage(training: Path) -> None:
    for pool in pools(training):
        for asked in pool.questions:
            assert 0 <= asked.answer < len(pool.passages)
            assert asked.kind == pool.name


def test_pools_are_the_same_each_time_and_others_for_another_seed(training: Path) -> None:
    assert pools(training) == pools(training)
    assert pools(training) != pools(training, seed=8)


def test_the_remainder_has_no_held_out_passage(training: Path, tmp_path: Path) -> None:
    rest = tmp_path / "rest"
    rest.mkdir()
    write_remainder(training, rest)
    kept = "".join(
        json.dumps(row, ensure_ascii=False) for name in FILES for row in read_rows(rest / name)
    )
    for pool in pools(training)[::3]:  # articles and paragraphs, as they stand in the files
        assert not [text for text in pool.passages if json.dumps(text, ensure_ascii=False) in kept]
    for name in (LAW, WIKI, PROCEDURES):
        assert not [row for row in read_rows(rest / name) if is_held_out(name, row)]
        assert list(read_rows(rest / name))


@pytest.fixture
def chance() -> random.Random:
    return random.Random(1)  # noqa: S311 - repeatable, not secret


def test_a_title_asks_only_where_it_names_one_article(chance: random.Random) -> None:
    assert by_title(Source("Hồ sơ xin phép", CLAUSE, lone=True), chance) == "Hồ sơ xin phép"
    assert by_title(Source("Hồ sơ xin phép", CLAUSE), chance) == ""


def test_a_question_is_made_of_words_of_its_passage_and_a_question_word(
    chance: random.Random,
) -> None:
    source = Source("Lấy ý kiến", CLAUSE)
    for ask in (by_clause, by_title_and_clause):
        question = ask(source, chance)
        assert question.endswith("?")
        common = set(question.lower().strip("?").split()) & set(CLAUSE.lower().split())
        assert len(common) >= 2


def test_a_text_without_a_fair_sentence_asks_nothing(chance: random.Random) -> None:
    assert by_clause(Source("Tên", "Ngắn."), chance) == ""
