"""The benchmark runs through the library itself and prints what it promises."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from fakes import HashingEmbedder
from shared import needs_shared, shared

from eval.__main__ import main as eval_main
from eval.bench import LEGS, main, run
from eval.bench_sets import Benchmark, read_benchmark
from eval.measures import MEASURES
from eval.typed import TYPINGS
from index.embed import load_embedder

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "d1": "Thanh niên\nThanh niên là công dân Việt Nam từ đủ 16 tuổi đến 30 tuổi.",
    "d2": "Cơ quan quản lý\nBộ Nội vụ chịu trách nhiệm thực hiện quản lý nhà nước về thanh niên.",
    "d3": "Kinh phí\nNgân sách nhà nước bảo đảm chi cho các chính sách, chương trình.",
    "d4": "Kinh phí\nNgân sách nhà nước bảo đảm chi cho các chính sách, chương trình.",
}
SMALL = Benchmark(
    name="nhỏ",
    texts=TEXTS,
    questions={"q1": "Thanh niên bao nhiêu tuổi?", "q2": "Bộ nào quản lý nhà nước về thanh niên?"},
    relevant={"q1": {"d1": 1}, "q2": {"d2": 1}},
)


@pytest.mark.parametrize("leg", LEGS)
@pytest.mark.parametrize("typing", TYPINGS)
def test_each_leg_answers_each_way_of_typing(leg: str, typing: str) -> None:
    result = run(SMALL, HashingEmbedder(), leg, typing)  # type: ignore[arg-type]
    assert [row.question for row in result.rows] == ["q1", "q2"]
    assert all(len(set(ranked)) == len(ranked) for ranked in result.ranked.values())
    if leg != "dense":  # the stand-in for a model knows no Vietnamese
        assert result.line()["P@1"] == 100.0


def test_two_equal_texts_are_two_documents() -> None:
    result = run(SMALL, HashingEmbedder(), "lexical", "as-is")
    assert result.line()["documents"] == 4
    asked = Benchmark("đôi", TEXTS, {"q": "ngân sách"}, {"q": {"d3": 1}})
    ranked = run(asked, HashingEmbedder(), "hybrid", "as-is").ranked["q"]
    assert set(ranked[:2]) == {"d3", "d4"}


def test_the_line_has_the_promised_keys() -> None:
    line = run(SMALL, HashingEmbedder(), "hybrid", "as-is").line()
    assert list(line) == [
        "dataset", "queries", "documents", *MEASURES, "ms_per_query_p50", "ms_per_query_p95",
    ]  # fmt: skip
    assert (line["dataset"], line["queries"]) == ("nhỏ", 2)


def test_the_command_prints_one_json_line_a_set_and_writes_the_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.csv").write_text(
            "context,question\nThanh niên từ đủ 16 tuổi,Bao nhiêu tuổi?\n"
            "Kinh phí nhà nước,Kinh phí?\n",
            encoding="utf-8",
        )
    rows = tmp_path / "rows.jsonl"
    paths = [str(tmp_path / "a.csv"), str(tmp_path / "b.csv")]
    assert main([*paths, "--json", "--rows", str(rows), "--typing", "no-diacritics"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["dataset"] for line in lines] == ["a", "b"]
    written = [json.loads(line) for line in rows.read_text("utf-8").splitlines()]
    assert len(written) == 4
    assert written[0]["typed"] == "Bao nhieu tuoi?"
    assert written[0]["ranked"][0] in written[0]["relevant"]


def test_without_json_a_table_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text("context,question\nKinh phí,Kinh phí?\n", encoding="utf-8")
    assert main([str(tmp_path / "a.csv")]) == 0
    heads, figures = capsys.readouterr().out.splitlines()
    assert heads.split()[:3] == ["dataset", "queries", "documents"]
    assert figures.split()[0] == "a"


@pytest.mark.parametrize("argument", ["nowhere", "."])
def test_an_unreadable_path_is_said_in_vietnamese_with_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], argument: str
) -> None:
    assert main([str(tmp_path / argument)]) == 2
    assert "h" in capsys.readouterr().err  # "Không có tệp …", "Thư mục … thiếu tệp …"


def test_an_unknown_model_is_said_with_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text("context,question\nKinh phí,Kinh phí?\n", encoding="utf-8")
    folder = tmp_path / "model"
    folder.mkdir()
    for part in ("model.safetensors", "tokenizer.json"):
        (folder / part).write_text("", encoding="utf-8")
    (folder / "config.json").write_text('{"model_type": "model2vec"}', encoding="utf-8")
    assert main([str(tmp_path / "a.csv"), "--model", str(folder)]) == 2
    assert "mô hình" in capsys.readouterr().err


def test_eval_without_a_known_command_says_how_to_use_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert eval_main([]) == 2
    assert eval_main(["đo"]) == 2
    assert eval_main(["--help"]) == 0
    assert "bench" in capsys.readouterr().out


@needs_shared
def test_a_public_set_reaches_its_floor_through_the_product() -> None:
    benchmark = read_benchmark(shared("bench", "vire", "ALQAC.csv"))
    assert (len(benchmark.texts), len(benchmark.questions)) == (304, 530)
    line = run(benchmark, load_embedder(), "hybrid", "as-is").line()
    assert float(line["nDCG@10"]) >= 97.0
