"""A large library is made of whole passages and every question is timed."""

from __future__ import annotations

import json
import lzma
from typing import TYPE_CHECKING

from eval.__main__ import main
from eval.large import (
    FIELDS,
    LONGEST,
    PER_DOCUMENT,
    WARMING,
    documents,
    made_questions,
    pieces,
    timed,
)

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_every_text_is_one_passage_that_stands_in_its_document() -> None:
    texts = [f"đoạn số {n}" for n in range(PER_DOCUMENT + 3)]
    made = [document for document, _ in documents(texts)]
    assert [len(document.passages) for document in made] == [PER_DOCUMENT, 3]
    assert [p.text for document in made for p in document.passages] == texts
    for document in made:
        assert all(p.span.of(document.text) == p.text for p in document.passages)


def test_questions_are_timed_after_the_caches_are_warm() -> None:
    asked: list[str] = []
    times = timed(asked.append, [f"câu {n}" for n in range(WARMING + 7)])
    assert len(asked) == WARMING + 7
    assert len(times.clock) == len(times.processor) == 7
    line = times.line("thử")
    assert float(line["ms_p95"]) >= float(line["ms_p50"]) >= 0


def test_long_texts_are_cut_between_lines_and_nothing_is_lost() -> None:
    short, long = "một dòng", "\n".join(f"{n}. " + "chữ " * 90 for n in range(9))
    assert pieces(short) == [short]
    cut = pieces(long)
    assert len(cut) > 1
    assert "\n".join(cut) == long
    assert all(len(piece) <= LONGEST for piece in cut)


def test_questions_are_made_of_titles_and_clauses_the_same_each_time() -> None:
    clause = "Cơ quan nhà nước công khai danh mục thủ tục trên cổng thông tin điện tử của mình."
    rows = [("Công khai thủ tục", clause), ("Tên không có câu nào", "ngắn")]
    made = made_questions(rows)
    assert made == made_questions(rows)
    assert len(made) == 1
    assert "công khai thủ tục" in made[0]


def test_the_command_prints_one_json_line_a_figure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file, title, text in FIELDS:
        with lzma.open(tmp_path / file, "wt", encoding="utf-8") as out:
            rows = (
                {title: f"tên {n}", text: f"việc số {n} do tổ này làm trong quý một"}
                for n in range(40)
            )
            out.writelines(json.dumps(row) + "\n" for row in rows)
    assert main(["large", "--data", str(tmp_path), "--passages", "90"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["what"] for line in lines] == [
        "texts encoded", "question encoded", "library made", "hybrid search, titles",
        "hybrid search, questions",
    ]  # fmt: skip
    assert lines[2]["passages"] == 90
