"""Benchmarks as files hold them, and files that are none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from eval.bench_sets import BenchError, read_benchmark

if TYPE_CHECKING:
    from pathlib import Path


def beir(folder: Path, **files: str) -> Path:
    """Write a BEIR folder of two texts and one question, with some files replaced."""
    texts = [{"_id": "d1", "title": "Điều 1", "text": "Một"}, {"_id": "d2", "text": "Hai"}]
    held = {
        "corpus.jsonl": "\n".join(json.dumps(text) for text in texts),
        "queries.jsonl": json.dumps({"_id": "q1", "text": "Hỏi?"}) + "\n\n",
        "qrels.tsv": "query-id\tcorpus-id\tscore\nq1\td1\t1\nq1\td2\t0\n",
    }
    folder.mkdir(exist_ok=True)
    for name, content in (held | files).items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_a_beir_folder_gives_titled_texts_and_positive_judgements(tmp_path: Path) -> None:
    found = read_benchmark(beir(tmp_path / "bộ đo"))
    assert found.name == "bộ đo"
    assert found.texts == {"d1": "Điều 1\nMột", "d2": "Hai"}
    assert found.questions == {"q1": "Hỏi?"}
    assert found.relevant == {"q1": {"d1": 1}}


def test_beir_archives_keep_judgements_in_a_folder_and_some_sets_number_their_texts(
    tmp_path: Path,
) -> None:
    folder = beir(tmp_path / "gốc", **{"corpus.jsonl": '{"_id": 7, "text": "Bảy"}'})
    (folder / "qrels").mkdir()
    (folder / "qrels.tsv").unlink()
    (folder / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\t7\t2\n", "utf-8")
    found = read_benchmark(folder)
    assert found.texts == {"7": "Bảy"}
    assert found.relevant == {"q1": {"7": 2}}


def test_vire_contexts_are_one_after_folding_width_and_white_space(tmp_path: Path) -> None:
    table = tmp_path / "ALQAC.csv"
    table.write_text(
        'split,context,question\na,"Điều 1.\n\nMột",Hỏi một?\nb,Điều １. Một ,Hỏi hai?\n'
        "c,Hai,Hỏi ba?\n",
        encoding="utf-8-sig",
    )
    found = read_benchmark(table)
    assert found.name == "ALQAC"
    assert list(found.texts.values()) == ["Điều 1.\n\nMột", "Hai"]
    assert [list(answers) for answers in found.relevant.values()] == [["d1"], ["d1"], ["d2"]]


def test_the_same_question_about_two_contexts_is_two_questions(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("context,question\nMột,Gì?\nHai,Gì?\n", encoding="utf-8")
    assert len(read_benchmark(table).questions) == 2


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"corpus.jsonl": "{"}, "Không đọc được"),
        ({"corpus.jsonl": '{"text": "không có mã"}'}, "Không đọc được"),
        ({"queries.jsonl": ""}, "Không đọc được"),  # judged, but not asked
        ({"qrels.tsv": "query-id\tcorpus-id\tscore\n"}, "không có văn bản hoặc câu hỏi"),
        ({"qrels.tsv": "query-id\tcorpus-id\tscore\nq1\td1\tmột\n"}, "Không đọc được"),
    ],
)
def test_a_broken_beir_folder_is_refused_by_name(
    tmp_path: Path, files: dict[str, str], message: str
) -> None:
    with pytest.raises(BenchError, match=message):
        read_benchmark(beir(tmp_path / "hỏng", **files))


def test_a_folder_without_its_files_says_which_are_missing(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match=r"corpus\.jsonl, queries\.jsonl, qrels\.tsv"):
        read_benchmark(tmp_path)


def test_a_table_without_the_columns_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(BenchError, match="context"):
        read_benchmark(table)


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match="Không có tệp"):
        read_benchmark(tmp_path / "nowhere")
