"""Where papers answer equally well and nothing says which is meant, the person has to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from api.answer import Answerer
from api.model import Ambiguous, Answered
from index.embed import load_embedder
from index.library import Library
from ingest.read import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEAD = """ỦY BAN NHÂN DÂN
TỈNH {province}
Số: {number}/{sign}-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
{place}, ngày 0{day} tháng 6 năm 2026

{type}
{title}
{refers}
I. MỤC TIÊU
{goal}

II. TỔ CHỨC THỰC HIỆN
{duty}
"""
BEES = HEAD.format(
    province="SƠN HÀ", number=90, sign="KH", place="Sơn Hà", day=2, type="KẾ HOẠCH",
    title="Phát triển nghề nuôi ong\n", refers="",
    goal="Đến năm 2030 sản lượng mật ong đạt 900 tấn.",
    duty="Hội Nông dân tỉnh mở lớp tách đàn trước ngày 15/8/2026.",
)  # fmt: skip
HONEY = HEAD.format(
    province="BẮC SƠN", number=41, sign="KH", place="Bắc Sơn", day=4, type="KẾ HOẠCH",
    title="Phát triển nông nghiệp\n", refers="",
    goal="Đến năm 2030 sản lượng mật ong đạt 350 tấn.",
    duty="Hội Nông dân tỉnh mở lớp ghép mắt trước ngày 20/9/2026.",
)  # fmt: skip
CARRIES_OUT = HEAD.format(
    province="SƠN HÀ", number=97, sign="QĐ", place="Sơn Hà", day=6, type="QUYẾT ĐỊNH",
    title="Giao chỉ tiêu\n", refers="Căn cứ Kế hoạch số 90/KH-UBND ngày 02/6/2026 của tỉnh;\n",
    goal="Giao sản lượng mật ong năm 2030 là 880 tấn.",
    duty="Hội Nông dân tỉnh mở lớp tách đàn trước ngày 15/8/2026.",
)  # fmt: skip


def held(folder: Path, *texts: str) -> Iterator[Answerer]:
    with Library.open(folder, load_embedder) as library:
        for number, text in enumerate(texts):
            library.put([(read_document(text.encode(), f"{number}.txt"), text.encode())])
        yield Answerer(library)


@pytest.fixture(scope="module")
def equals(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Two plans of two provinces that both set an aim for honey."""
    yield from held(tmp_path_factory.mktemp("equals"), BEES, HONEY)


@pytest.mark.parametrize(
    "question", ["Sản lượng mật ong đạt bao nhiêu", "san luong mat ong den 2030 la bao nhieu"]
)
def test_two_papers_that_answer_equally_are_a_choice(equals: Answerer, question: str) -> None:
    outcome = equals.answer(question)
    assert isinstance(outcome, Ambiguous)
    assert {choice.symbol for choice in outcome.choices} == {"90/KH-UBND", "41/KH-UBND"}


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("Theo KH 90 sản lượng mật ong đạt bao nhiêu", "900 tấn"),
        ("Kế hoạch 41: sản lượng mật ong đạt bao nhiêu", "350 tấn"),
        ("Kế hoạch nuôi ong: sản lượng mật ong đạt bao nhiêu", "900 tấn"),
        ("Bắc Sơn đặt sản lượng mật ong bao nhiêu", "350 tấn"),
    ],
)
def test_a_word_that_says_which_paper_is_meant_answers(
    equals: Answerer, question: str, figure: str
) -> None:
    outcome = equals.answer(question)
    assert isinstance(outcome, Answered), outcome
    assert figure in outcome.answer


def test_a_matter_of_one_paper_is_answered_by_it(equals: Answerer) -> None:
    outcome = equals.answer("Hội Nông dân mở lớp ghép mắt trước ngày nào")
    assert isinstance(outcome, Answered)
    assert "20/9/2026" in outcome.answer


def test_a_paper_that_carries_the_other_out_is_no_rival(tmp_path: Path) -> None:
    for answerer in held(tmp_path, BEES, CARRIES_OUT):
        outcome = answerer.answer("Hội Nông dân tỉnh mở lớp tách đàn trước ngày nào")
        assert isinstance(outcome, Answered)


def test_papers_that_say_the_same_are_no_choice(tmp_path: Path) -> None:
    for answerer in held(tmp_path, BEES, HONEY.replace("350", "900")):
        outcome = answerer.answer("Sản lượng mật ong đến năm 2030 đạt bao nhiêu")
        assert isinstance(outcome, Answered)
        assert "900 tấn" in outcome.answer
