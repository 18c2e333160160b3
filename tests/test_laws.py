"""A law asked about by its name is a text of its own: held, or said not to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from papers import DECISION

from api.laws import laws_missing
from api.model import NotFound, NotHeld
from api.question import understand
from ingest.read import read_document

if TYPE_CHECKING:
    from answering import Answering

pytest_plugins = ("answering",)


@pytest.mark.parametrize(
    ("question", "laws"),
    [
        ("Luật Thư viện cấm những gì", ("Luật Thư viện",)),
        ("Theo Luật Đất đai thì ai cấp sổ đỏ?", ("Luật Đất đai",)),
        ("Điều 6 Luật Giao dịch điện tử nói gì", ("Luật Giao dịch điện tử",)),
        ("Bộ luật Lao động cho nghỉ mấy ngày", ("Bộ luật Lao động",)),
        (
            "Luật Khoa học, công nghệ và đổi mới sáng tạo quy định gì",
            ("Luật Khoa học, công nghệ và đổi mới sáng tạo",),
        ),
        ("Kế hoạch 45 nhắc đến Luật Thư viện ở đâu", ()),  # the plan is asked
        ("Luật Thư viện được Kế hoạch 45 nhắc ở đâu", ()),
        ("Luật Thư viện sửa đổi trước năm nào", ("Luật Thư viện",)),
        ("Luật Đất đai năm 2024 có mấy chương", ("Luật Đất đai",)),
        ("luat thu vien cam nhung gi", ("luat thu vien",)),
        ("Luật thư viện cấm những gì", ("Luật thư viện",)),  # a phone's capital
        ("luật nào được sửa", ()),
        ("Luật nào được sửa", ()),
    ],
)
def test_a_law_is_asked_where_it_opens_the_question(question: str, laws: tuple[str, ...]) -> None:
    assert laws_missing(understand(question), ()) == laws


def test_a_law_that_is_held_is_not_missing() -> None:
    text = DECISION.replace("QUYẾT ĐỊNH\nBan hành Quy định quản lý phòng đọc", "LUẬT\nThư viện")
    info = read_document(text.encode(), "luat.txt").info
    assert laws_missing(understand("Luật Thư viện cấm gì"), (info,)) == ()


@pytest.mark.parametrize("typed", ["Luật Thư viện cấm những gì", "luat thu vien cam gi"])
def test_a_law_that_papers_refer_to_is_named_as_not_held(answering: Answering, typed: str) -> None:
    outcome = answering.ask(typed)
    assert isinstance(outcome, NotHeld)
    assert [choice.symbol for choice in outcome.missing] == ["46/2019/QH14"]
    assert "Luật Thư viện số 46/2019/QH14" in outcome.answer


def test_what_others_say_of_its_matter_is_no_answer(answering: Answering) -> None:
    outcome = answering.ask("Luật Phòng đọc cộng đồng yêu cầu diện tích tối thiểu bao nhiêu?")
    assert isinstance(outcome, NotFound)
    assert "Luật Phòng đọc cộng đồng" in outcome.answer
