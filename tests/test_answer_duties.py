"""A body whose name heads a section has all that stands there to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from api.answer import Answerer
from api.model import Answered
from index.embed import load_embedder
from index.library import Library
from ingest.read import read_document
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 90/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sơn Hà, ngày 02 tháng 6 năm 2026

KẾ HOẠCH
Phát triển nghề nuôi ong trên địa bàn tỉnh Sơn Hà

I. MỤC TIÊU
Đến năm 2030 có 900 hộ nuôi ong.

II. TỔ CHỨC THỰC HIỆN
1. Sở Nông nghiệp và Môi trường
a) Hướng dẫn kỹ thuật tách đàn cho các hộ.
b) Kiểm tra chất lượng mật trước mỗi vụ. Mỗi quý công bố một lần.
c) Tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12/2026.

2. Sở Tài chính
Bố trí vốn mua thùng ong.

3. Ủy ban nhân dân các xã, phường
a) Lập danh sách hộ nuôi.
b) Giải quyết khiếu nại về đất đặt thùng.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """One plan, whose tasks stand under the names of those who have them."""
    folder: Path = tmp_path_factory.mktemp("duties")
    with Library.open(folder, load_embedder) as library:
        library.put([(read_document(PLAN.encode(), "90.txt"), PLAN.encode())])
        yield Answerer(library)


def answered(answerer: Answerer, question: str) -> Answered:
    outcome = answerer.answer(question)
    assert isinstance(outcome, Answered), outcome
    return outcome


QUESTIONS = [
    "Sở Nông nghiệp và Môi trường phải làm gì theo kế hoạch nuôi ong?",
    "KH 90 giao Sở Nông nghiệp và Môi trường làm gì",
]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("typed", [str, fold])
def test_all_duties_under_the_heading_are_listed(
    answerer: Answerer, question: str, typed: type[str]
) -> None:
    lines = answered(answerer, typed(question)).answer.splitlines()
    assert [line[:12] for line in lines] == [
        "1. Sở Nông n", "Hướng dẫn kỹ", "Kiểm tra chấ", "Mỗi quý công", "Tổng hợp, bá",
    ]  # fmt: skip


def test_each_is_cited_where_it_stands(answerer: Answerer) -> None:
    labels = {c.path[-1] for c in answered(answerer, QUESTIONS[0]).citations}
    assert {"a", "b", "c"} <= labels


def test_the_heading_may_name_the_bodies_of_many_places(answerer: Answerer) -> None:
    answer = answered(answerer, "UBND xã phải làm gì trong kế hoạch nuôi ong").answer
    assert "Lập danh sách hộ nuôi" in answer
    assert "khiếu nại" in answer
    assert "thùng ong" not in answer


def test_a_matter_beside_the_name_is_looked_for_itself(answerer: Answerer) -> None:
    answer = answered(answerer, "Sở Nông nghiệp và Môi trường làm gì về chất lượng mật").answer
    assert "Kiểm tra chất lượng mật" in answer
    assert "tách đàn" not in answer


def test_who_does_it_is_said_by_the_heading(answerer: Answerer) -> None:
    answer = answered(answerer, "ai bố trí vốn mua thùng ong").answer
    assert answer.startswith("Sở Tài chính")


@pytest.mark.parametrize(
    "question", ["Sở Tài chính bố trí vốn mua thùng ong cùng với ai", "bộ nào bố trí vốn thùng ong"]
)
def test_the_heading_is_no_answer_to_with_whom_nor_to_another_sort_of_body(
    answerer: Answerer, question: str
) -> None:
    assert not isinstance(answerer.answer(question), Answered)


def test_a_field_of_the_only_paper_held_is_told(answerer: Answerer) -> None:
    assert "02/6/2026" in answered(answerer, "ban hành ngày nào").answer
