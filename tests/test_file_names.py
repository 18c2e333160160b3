"""A paper without its head is found by the number in its file's name, and never shown with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from papers import PLAN, plan

from api.answer import Answerer
from api.file_names import symbol_by_file
from api.model import Answered, NotFound
from index.embed import load_embedder
from index.library import Library
from ingest.read import read_document

if TYPE_CHECKING:
    from pathlib import Path

BODY = "Ban Bí thư có ý kiến như sau:\n\nI. NHIỆM VỤ\n" + PLAN.partition("III- TỔ CHỨC")[2][15:]


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("KL-127-KL-TW_2025-02-28_BODY.txt", "127-KL/TW"),
        ("57-NQ-TW.pdf", "57-NQ/TW"),
        ("180-kh-tu.docx", "180-KH/TU"),
        ("48-2025-NQ-HDND.txt", "48/2025/NQ-HĐND"),
        ("QD_2259-QD-TTg.pdf", "2259/QĐ-TTg"),
        ("bao cao 2025-11-20.txt", None),
        ("scan0001.pdf", None),
    ],
)
def test_the_number_is_read_from_the_name(name: str, symbol: str | None) -> None:
    info = replace(plan().info, symbol=None, source=name)
    assert symbol_by_file(info) == symbol


def test_a_number_in_the_text_is_never_overruled() -> None:
    assert symbol_by_file(replace(plan().info, source="99-NQ-TW.txt")) is None


def test_an_annex_in_a_file_of_its_own_is_not_the_paper(tmp_path: Path) -> None:
    annex = "PHỤ LỤC I\n\n1. Báo Bắc Sơn in 700 tờ gấp.\n"
    with Library.open(tmp_path, load_embedder) as library:
        library.put([(read_document(PLAN.encode(), "ke hoach.txt"), PLAN.encode())])
        library.put([(read_document(annex.encode(), "45-KH-TU_PL1.txt"), annex.encode())])
        outcome = Answerer(library).answer("KH 45 do ai ký?")
        assert isinstance(outcome, Answered)
        assert "Trần Văn Bình" in outcome.answer


def test_a_body_without_a_head_is_asked_by_the_number_of_its_file(tmp_path: Path) -> None:
    question = "KL 127: Báo Bắc Sơn báo cáo kết quả trước ngày nào?"
    with Library.open(tmp_path, load_embedder) as library:
        library.put([(read_document(BODY.encode(), "KL-127-KL-TW.txt"), BODY.encode())])
        outcome = Answerer(library).answer(question)
        assert isinstance(outcome, Answered)
        assert "15/12/2026" in outcome.answer
        assert "127" not in outcome.citations[0].official
        assert isinstance(Answerer(library).answer(question.replace("127", "128")), NotFound)


OPEN = PLAN.replace("Số 45-KH/TU", "Số      -KH/TU")


def test_a_paper_whose_number_its_name_told_is_found_and_cited_with_that_origin(
    tmp_path: Path,
) -> None:
    with Library.open(tmp_path, load_embedder) as library:
        library.put([(read_document(OPEN.encode(), "45-KH-TU.docx"), OPEN.encode())])
        outcome = Answerer(library).answer("KH 45: Báo Bắc Sơn báo cáo kết quả trước ngày nào?")
        assert isinstance(outcome, Answered)
        assert "15/12/2026" in outcome.answer
        assert outcome.citations[0].official.endswith("(số theo tên tệp)")
        assert [info.symbol for info in library.resolve("45-KH/TU")] == ["45-KH/TU"]


def test_a_paper_that_states_its_number_comes_before_one_whose_name_told_it(
    tmp_path: Path,
) -> None:
    with Library.open(tmp_path, load_embedder) as library:
        library.put([(read_document(PLAN.encode(), "ke hoach.txt"), PLAN.encode())])
        library.put([(read_document(OPEN.encode(), "45-KH-TU.docx"), OPEN.encode())])
        assert len(library.documents()) == 2  # a name replaces nothing
        assert [info.source for info in library.resolve("45-KH/TU")] == ["ke hoach.txt"]
        outcome = Answerer(library).answer("KH 45 do ai ký?")
        assert isinstance(outcome, Answered)
        assert "theo tên tệp" not in outcome.citations[0].official


def test_the_number_of_a_paper_is_never_stated_from_its_name(tmp_path: Path) -> None:
    with Library.open(tmp_path, load_embedder) as library:
        library.put([(read_document(OPEN.encode(), "05-KH-TU.docx"), OPEN.encode())])
        outcome = Answerer(library).answer("Kế hoạch về phát triển thư viện số có số, ký hiệu gì?")
        assert "ký hiệu: 05-KH/TU" not in outcome.answer
