"""Of "may" typed without marks only "mấy" asks for a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.how_many import ask_how_many, counted_noun
from api.question import understand


@pytest.mark.parametrize(
    ("folded", "asking"),
    [
        ("co may nhiem vu", [3]),
        ("may muc tieu", [0]),
        ("ngay may phai nop", [5]),
        ("gom may chuong, may dieu", [4, 16]),
        ("nha may dien linh hoat la gi", []),
        ("bo may gom may phong", [11]),
        ("may moc, may tinh, xe may", []),
        ("mayo", []),
        ("lop co may hoc vien", [7]),
        ("may hoc la gi", []),
        ("chang may lam hong thi sao", []),
        ("hien co may truong mam non", [8]),
        ("may truong phong lam gi", []),
    ],
)
def test_machines_ask_nothing(folded: str, asking: list[int]) -> None:
    assert list(ask_how_many(folded)) == asking


@pytest.mark.parametrize(
    ("question", "heading", "noun"),
    [
        ("có mấy quan điểm chỉ đạo", "QUAN ĐIỂM CHỈ ĐẠO", "quan điểm"),
        ("co bao nhieu nhiem vu", "Nhiệm vụ", "nhiệm vụ"),
        ("có mấy nhiệm vụ", "NHIỆM VỤ VÀ GIẢI PHÁP", "nội dung"),  # not all of them are tasks
        ("mấy quan điểm", "Tổ chức thực hiện", "nội dung"),
        ("gồm những gì", "Mục tiêu", "nội dung"),
    ],
)
def test_parts_are_counted_by_the_name_their_heading_gives(
    question: str, heading: str, noun: str
) -> None:
    assert counted_noun(understand(question), heading) == noun


@given(st.text(alphabet="may nhcotd", max_size=30))
def test_every_place_found_is_the_word(folded: str) -> None:
    for at in ask_how_many(folded):
        assert folded[at : at + 3] == "may"
        assert not folded[at + 3 : at + 4].isalnum()
        assert not folded[max(at - 1, 0) : at].isalnum()
