"""A law asked about by its name is a text of its own: held, or said not to be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from papers import DECISION

from api.laws import laws_asked
from api.model import NotFound, NotHeld
from api.question import understand
from ingest.read import read_document

if TYPE_CHECKING:
    from answering import Answering

    from ingest.model import DocumentInfo

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
    assert laws_asked(understand(question), ()) == tuple((law, ()) for law in laws)


def test_a_law_that_is_held_is_not_missing() -> None:
    text = DECISION.replace("QUYẾT ĐỊNH\nBan hành Quy định quản lý phòng đọc", "LUẬT\nThư viện")
    info = read_document(text.encode(), "luat.txt").info
    assert laws_asked(understand("Luật Thư viện cấm gì"), (info,)) == (("Luật Thư viện", (info,)),)


def law(name: str, number: str) -> DocumentInfo:
    """Return what is read of a law of that name."""
    titled = re.sub(r"QUYẾT ĐỊNH\nBan hành [^\n]+", f"LUẬT\n{name}", DECISION, count=1)
    text = titled.replace("312/QĐ-UBND", number)
    return read_document(text.encode(), "luat.txt").info


@pytest.mark.parametrize(
    ("question", "held"),
    [
        # the name ends where that of a law held does
        ("Luật Cơ yếu định nghĩa mật mã là gì?", [True]),
        ("luat co yeu bo phap lenh nao", [True]),
        ("Luật Cơ yếu và Luật Cảnh vệ, luật nào có trước?", [True, True]),
        ("Luật Cơ yếu với Luật Thư viện khác gì", [True, False]),
        ("Luật Cơ khí quy định gì", [False]),
    ],
)
def test_laws_held_are_known_by_their_names(question: str, held: list[bool]) -> None:
    laws = (law("Cơ yếu", "05/2011/QH13"), law("Cảnh vệ", "13/2017/QH14"))
    assert [bool(infos) for _, infos in laws_asked(understand(question), laws)] == held


def test_a_long_name_may_be_cut_short() -> None:
    info = law("Hợp nhất văn bản quy phạm pháp luật", "01/2012/QH13")
    asked = laws_asked(understand("Luật Hợp nhất văn bản bỏ chương nào?"), (info,))
    assert [infos for _, infos in asked] == [(info,)]


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
