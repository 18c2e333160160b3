"""A figure is asked of the row whose range holds it, and of no other."""

from __future__ import annotations

import pytest

from api.question import understand
from api.table_ranges import held_by
from api.table_rows import rows_of

NORMS = """TT | Nội dung | Đơn vị tính | Định mức
1 | Dưới 30 biên chế | Đồng | 95
2 | Từ biên chế thứ 30 đến dưới 50 | Đồng | 92
3 | Từ biên chế thứ 200 trở lên | Đồng | 74
"""
FLOORS = """TT | Nhà có số tầng | Giá tối thiểu | Giá tối đa
1 | Số tầng <= 5 | 15 | 140
2 | 5< số tầng <=10 | 18 | 160
3 | Số tầng > 10 | 20 | 180
"""
PEOPLE = """TT | Nội dung | Đơn vị tính | Định mức
| Từ 20.000 người dân trở xuống | Đồng | 75
| Từ người dân thứ 20.001 đến 40.000 | Đồng | 72
| Trên 40.000 người dân | Đồng | 68
"""
FIRE = """Cấp cháy | W% (Ẩm độ vật liệu) | Đặc trưng
I | 35-45 | Ít có khả năng cháy
II | 25-35 | Có khả năng cháy
"""
AIMS = """TT | Chỉ tiêu | Chủ trì
1 | Tỷ lệ hộ dân dùng nước sạch đạt trên 60% | Sở Xây dựng
2 | Tỷ lệ người dân có hồ sơ sức khỏe đạt 80% | Sở Y tế
"""


@pytest.mark.parametrize(
    ("text", "question", "label"),
    [
        (NORMS, "đơn vị có 45 biên chế được bao nhiêu", "Từ biên chế thứ 30 đến dưới 50"),
        (NORMS, "don vi co 29 bien che duoc bao nhieu", "Dưới 30 biên chế"),
        (NORMS, "cơ quan 250 biên chế thì định mức bao nhiêu", "Từ biên chế thứ 200 trở lên"),
        (FLOORS, "nhà 5 tầng thuê bao nhiêu", "Số tầng <= 5"),
        (FLOORS, "toa nha 8 tang gia toi da bao nhieu", "5< số tầng <=10"),
        (FLOORS, "nhà trên 10 tầng thì thuê bao nhiêu", "Số tầng > 10"),
        (PEOPLE, "xã có 18.000 dân được bao nhiêu", "Từ 20.000 người dân trở xuống"),
        (PEOPLE, "người dân thứ 30.000 được bao nhiêu", "Từ người dân thứ 20.001 đến 40.000"),
        (FIRE, "độ ẩm 40% thì thuộc cấp nào", "I"),
    ],
)
def test_one_row_holds_the_figure_and_the_others_are_of_other_figures(
    text: str, question: str, label: str
) -> None:
    asked = understand(question)
    held = {row.label.of(text): held_by(asked, text, row) for row in rows_of(text)}
    assert [name for name, found in held.items() if found.figures] == [label]
    assert all(found.other for name, found in held.items() if name != label)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (NORMS, "cấp 45 triệu đồng cho việc gì"),  # the figure counts something else
        (NORMS, "đơn vị dự toán được bao nhiêu"),
        (FLOORS, "nhà từ 4 đến 12 tầng thuê bao nhiêu"),  # a range itself
        (AIMS, "chỉ tiêu đạt 80% hộ dân do ai chủ trì"),  # an aim is no range
    ],
)
def test_other_figures_are_held_by_no_range_and_shut_no_row_out(text: str, question: str) -> None:
    asked = understand(question)
    assert not any(held_by(asked, text, row).other for row in rows_of(text))
