"""The lexical index on disk: found, deleted, reopened, killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from index.lexical import LARGE, LexicalIndex, LexicalRow, Weighted, token_ids
from ingest.errors import CacheDamagedError

TEXTS = (
    "Đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo",
    "Chuyển đổi số quốc gia theo Nghị quyết số 57-NQ/TW",
    "Ủy ban nhân dân tỉnh báo cáo kết quả trước ngày 10/5/2025",
    "Kinh phí thực hiện do ngân sách nhà nước bảo đảm",
)


@pytest.fixture
def index(tmp_path: Path) -> LexicalIndex:
    made = LexicalIndex(tmp_path)
    made.add(LexicalRow(row, f"d{row % 2}", text, "") for row, text in enumerate(TEXTS))
    made.commit()
    return made


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("đổi mới sáng tạo là gì", 0),
        ("NQ57", 1),
        ("nghị quyết 57", 1),
        ("uỷ ban nhân dân báo cáo khi nào", 2),
        ("trước ngày 10/05/2025", 2),
        ("ngân sách nhà nước", 3),
    ],
)
def test_the_passage_with_the_words_comes_first(
    index: LexicalIndex, question: str, row: int
) -> None:
    assert index.search(question, 4)[0].row == row


def test_the_heading_trail_is_searched_with_the_text(tmp_path: Path) -> None:
    index = LexicalIndex(tmp_path)
    index.add([LexicalRow(7, "d", "Báo cáo hằng năm.", "Tổ chức thực hiện")])
    index.commit()
    assert [hit.row for hit in index.search("tổ chức", 5)] == [7]


def test_what_was_written_before_a_kill_but_not_committed_is_in_nobodys_way(tmp_path: Path) -> None:
    made = LexicalIndex(tmp_path)
    made.add(LexicalRow(row, "d", text, "") for row, text in enumerate(TEXTS))
    made.commit()
    committed = (tmp_path / "meta.json").read_bytes()
    made.delete([1])
    made.commit()  # writes the file of what is deleted first, then says in meta.json that it counts
    (tmp_path / "meta.json").write_bytes(committed)
    again = LexicalIndex(tmp_path)
    assert again.rows() == {0, 1, 2, 3}
    again.delete([2])
    again.commit()
    assert again.rows() == {0, 1, 3}


def test_nothing_typed_and_nothing_known_finds_nothing(index: LexicalIndex) -> None:
    assert index.search("", 5) == []
    assert index.search("?!", 5) == []
    assert index.search("xyzzy", 5) == []


def test_only_the_documents_asked_for_answer(index: LexicalIndex) -> None:
    assert {hit.row for hit in index.search("số nhân dân ngân sách", 4, ["d1"])} <= {1, 3}
    assert index.search("đổi mới", 4, ["missing"]) == []
    assert index.rows_of(["d1", "missing"]).tolist() == [1, 3]


def test_a_deleted_row_is_gone_and_the_others_stay(index: LexicalIndex) -> None:
    index.delete([1, 99])
    index.commit()
    assert index.rows() == {0, 2, 3}
    assert all(hit.row != 1 for hit in index.search("chuyển đổi số nghị quyết 57", 4))


def test_a_row_deleted_and_added_in_one_commit_is_there_once(index: LexicalIndex) -> None:
    index.delete([0])
    index.add([LexicalRow(0, "d0", "Cải cách thủ tục hành chính", "")])
    index.commit()
    assert index.rows() == {0, 1, 2, 3}
    assert index.search("thủ tục hành chính", 1)[0].row == 0
    assert index.search("sáng tạo", 1) == []


def test_what_is_not_committed_is_not_seen(tmp_path: Path, index: LexicalIndex) -> None:
    index.add([LexicalRow(9, "d", "thử", "")])
    assert index.rows() == {0, 1, 2, 3}
    assert LexicalIndex(tmp_path).rows() == {0, 1, 2, 3}


def test_another_reader_sees_a_commit_after_reloading(tmp_path: Path, index: LexicalIndex) -> None:
    reader = LexicalIndex(tmp_path)
    index.add([LexicalRow(9, "d", "thử nghiệm", "")])
    index.commit()
    assert 9 not in reader.rows()
    reader.reload()
    assert 9 in reader.rows()
    assert reader.search("thử nghiệm", 1)[0].row == 9


def test_a_reopened_index_gives_the_same_answers(tmp_path: Path, index: LexicalIndex) -> None:
    question = "khoa học công nghệ và ngân sách"
    assert LexicalIndex(tmp_path).search(question, 4) == index.search(question, 4)


def test_scores_of_named_rows_are_those_of_the_search(index: LexicalIndex) -> None:
    terms = [Weighted("typed", term, 1.0) for term in ("nhân", "dân", "ngân", "sách")]
    found = {hit.row: hit.score for hit in index.find(terms, 4)}
    evidence = index.evidence(terms, [0, 2, 3])
    assert {one.row: pytest.approx(one.score) for one in evidence} == {0: 0.0, **found}
    assert token_ids(["nhân"])[0] in next(one.typed for one in evidence if one.row == 2)


def test_rare_terms_weigh_more(index: LexicalIndex) -> None:
    rare, common, absent = index.rarity(["sáng", "nghị", "xyzzy"])
    assert absent > rare == common > 0
    assert index.holds("sáng")
    assert not index.holds("xyzzy")


def test_words_stand_in_their_own_field(tmp_path: Path) -> None:
    index = LexicalIndex(tmp_path)
    index.add([LexicalRow(1, "d", "phát triển", "", ("Phát_triển",))])
    index.commit()
    assert index.holds("phát_triển", "words")
    assert not index.holds("phát", "words")


def test_a_damaged_index_is_named_with_its_remedy(tmp_path: Path, index: LexicalIndex) -> None:
    assert index.rows()
    (tmp_path / "meta.json").write_text("{", encoding="utf-8")
    with pytest.raises(CacheDamagedError, match="tracuu check"):
        LexicalIndex(tmp_path)


KILLED = """
import os, signal, sys
from pathlib import Path
from index.lexical import LARGE, LexicalIndex, LexicalRow
index = LexicalIndex(Path(sys.argv[1]))
index.add(LexicalRow(n, "e", f"văn bản số {n}", "") for n in range(100, 1100))
index.delete(range(4))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_writer_killed_before_its_commit_leaves_the_last_state(
    tmp_path: Path, index: LexicalIndex
) -> None:
    del index
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path)],
        cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, check=False,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL
    survivor = LexicalIndex(tmp_path)
    assert survivor.rows() == {0, 1, 2, 3}
    survivor.add([LexicalRow(5, "d", "viết tiếp được", "")])
    survivor.commit()
    assert survivor.search("viết tiếp", 1)[0].row == 5


def test_a_term_is_counted_anew_when_passages_have_come(index: LexicalIndex) -> None:
    assert not index.holds("rùa")
    before = index.rarity(["rùa"])[0]
    index.add([LexicalRow(77, "a", "con rùa hồ gươm", "")])
    index.commit()
    assert index.holds("rùa")
    assert index.rarity(["rùa"])[0] < before


def test_only_a_large_library_leaves_common_terms_unasked(
    tmp_path: Path, index: LexicalIndex
) -> None:
    terms = [Weighted("typed", term, 1.0) for term in ("chung", "hiếm")]
    assert index.telling(terms) == terms
    large = LexicalIndex(tmp_path / "lớn")
    texts = ("chung hiếm" if row == 0 else "chung" for row in range(LARGE))
    large.add(LexicalRow(row, "a", text, "") for row, text in enumerate(texts))
    large.commit()
    assert [term.term for term in large.telling(terms)] == ["hiếm"]
