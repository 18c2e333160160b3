"""A table of contents typed by hand yields no headings; the headings it names do."""

from __future__ import annotations

import pytest
from outlines import outline

BODY = "I. ĐẶT VẤN ĐỀ\n1. Một.\n2. Hai.\nII. GIẢI PHÁP\n1. Ba."
PATHS = ["I", "I/1", "I/2", "II", "II/1"]

CONTENTS = [
    "MỤC LỤC\nI. ĐẶT VẤN ĐỀ ......... 3\n1. Một .......... 3\n2. Hai ....... 5\nII. GIẢI PHÁP … 12",
    "Mục lục:\nSTT | Nội dung | Tr.\nI. | Đặt vấn đề | 1\n| 1. Một | 1\nII. | Giải pháp | 7 |",
    # an entry that takes two lines
    "MỤC LỤC\nI. ĐẶT VẤN ĐỀ 1\nII. GIẢI PHÁP PHÁT TRIỂN\nTRONG THỜI GIAN TỚI 9\nPhụ lục 1 40",
]


@pytest.mark.parametrize("contents", CONTENTS)
def test_the_lines_of_the_contents_are_no_headings(contents: str) -> None:
    assert outline(f"{contents}\n{BODY}") == PATHS


OTHERS = [
    "MỤC LỤC\nI. ĐẶT VẤN ĐỀ\n1. Đến năm 2030\nII. GIẢI PHÁP\n1. Tăng 12",  # no pages in order
    "I. MỤC LỤC NGÂN SÁCH 2\n1. Chương 3\n2. Khoản 4",  # no title of contents
]


@pytest.mark.parametrize("text", OTHERS)
def test_headings_that_end_in_a_figure_stay(text: str) -> None:
    assert outline(text)[:2] == ["I", "I/1"]


def test_contents_that_name_a_single_page_are_a_heading_like_others() -> None:
    assert outline("MỤC LỤC\nI. ĐẶT VẤN ĐỀ 3\nII. GIẢI PHÁP\n1. Ba.") == ["I", "II", "II/1"]
