"""Both legs propose, every candidate is judged by everything, rows that are gone are dropped."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fakes import HashingEmbedder

from index.embed import load_embedder
from index.lexical import LexicalIndex, LexicalRow
from index.model import Scored
from index.search import Searcher

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

TEXTS = (
    "Nghị quyết số 57-NQ/TW về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo",
    "Ban Thường vụ Tỉnh ủy báo cáo kết quả thực hiện trước ngày 10/5/2025",
    "Ủy ban nhân dân tỉnh bố trí ngân sách cho chuyển đổi số",
    "UBND cấp huyện chịu trách nhiệm giải phóng mặt bằng",
    "Sinh viên nộp khóa luận tốt nghiệp đúng hạn",
)
ROOT = Path(__file__).resolve().parent.parent


class Vectors:
    """The vectors of the texts above, looked at one by one."""

    def __init__(self, vectors: NDArray[np.float32]) -> None:
        self.vectors = vectors

    def search(
        self, vector: NDArray[np.float32], limit: int, rows: NDArray[np.int64] | None
    ) -> list[Scored]:
        """Return the nearest rows, best first."""
        held = range(len(self.vectors)) if rows is None else rows.tolist()
        found = [Scored(row, float(self.vectors[row] @ vector)) for row in held]
        return sorted(found, key=lambda one: -one.score)[:limit]

    def scores(self, vector: NDArray[np.float32], rows: Sequence[int]) -> NDArray[np.float32]:
        """Return the cosine of each row."""
        return self.vectors[list(rows)] @ vector


@pytest.fixture(scope="module")
def lexical(tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    index = LexicalIndex(tmp_path_factory.mktemp("lexical"))
    index.add(LexicalRow(row, f"d{row}", text, "") for row, text in enumerate(TEXTS))
    index.commit()
    return index


@pytest.fixture(scope="module")
def searcher(lexical: LexicalIndex) -> Searcher:
    embedder = HashingEmbedder()
    return Searcher(lexical, Vectors(embedder.embed_passages(TEXTS)), embedder)


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("Đổi mới sáng tạo là gì?", 0),
        ("doi moi sang tao la gi", 0),  # no diacritics
        ("đoi moi sáng tao", 0),  # half of them
        ("ddoori mowis sangs tạo", 0),  # the keyboard was off
        ("NQ57 nói về gì?", 0),
        ("nghi quyet 57", 0),
        ("BTV Tỉnh ủy báo cáo khi nào?", 1),  # abbreviation, spelled out in the text
        ("ủy ban nhân dân huyện giải phóng mặt bằng", 3),  # the other way round
        ("ngân sách cho cđs", 2),
    ],
)
def test_a_question_finds_its_passage_however_it_is_typed(
    searcher: Searcher, question: str, row: int
) -> None:
    assert searcher.search(question, 3)[0].row == row


def test_every_hit_has_both_scores_and_hits_are_in_order(searcher: Searcher) -> None:
    hits = searcher.search("ngân sách chuyển đổi số", 5)
    assert len(hits) == len(TEXTS)
    assert all(hit.dense is not None and hit.lexical is not None for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len({hit.row for hit in hits}) == len(hits)


def test_rows_that_are_no_longer_live_are_dropped_before_the_cut(searcher: Searcher) -> None:
    hits = searcher.search("đổi mới sáng tạo", 2, lambda row: row != 0)
    assert len(hits) == 2
    assert all(hit.row != 0 for hit in hits)


def test_only_chosen_documents_answer(searcher: Searcher) -> None:
    hits = searcher.search("đổi mới sáng tạo", 5, lambda _: True, ["d2", "d4"])
    assert {hit.row for hit in hits} <= {2, 4}


def test_without_vectors_words_alone_answer(lexical: LexicalIndex) -> None:
    hits = Searcher(lexical, None, None).search("khóa luận tốt nghiệp", 3)
    assert hits[0].row == 4
    assert hits[0].dense is None


def test_a_question_without_words_is_answered_without_error(searcher: Searcher) -> None:
    assert isinstance(searcher.search("???", 3), list)
    assert isinstance(searcher.search("", 3), list)


def test_the_same_question_has_the_same_answer(searcher: Searcher) -> None:
    assert searcher.search("ủy ban nhân dân", 5) == searcher.search("ủy ban nhân dân", 5)


def test_searching_imports_no_heavy_library() -> None:
    heavy = ("torch", "transformers", "underthesea", "chromadb", "sentence_transformers")
    code = f"import sys, index.search; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_model_with_term_vectors_covers_a_question_by_what_is_like_it(tmp_path: Path) -> None:
    lexical = LexicalIndex(tmp_path)
    texts = ("Người đứng đầu hãng xe máy ký giấy", "Người đứng đầu đội bóng ký giấy")
    lexical.add(LexicalRow(row, "a", text, "") for row, text in enumerate(texts))
    lexical.commit()
    covered = Searcher(lexical, None, load_embedder()).candidates("ô tô ký giấy", 2)
    by_row = dict(zip(covered.rows, covered.evidence[:, 0].tolist(), strict=True))
    assert by_row[0] > by_row[1] > 0
    written = Searcher(lexical, None, HashingEmbedder()).candidates("ô tô ký giấy", 2)
    assert written.evidence[0, 0] == written.evidence[1, 0]
