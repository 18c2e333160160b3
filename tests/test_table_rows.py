"""Rows of tables are read whole: with the rows that head them and the figures cut off from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from api.table_rows import row_at, rows_of
from ingest.model import Span

if TYPE_CHECKING:
    from api.table_rows import Row

CROPS = """PHỤ LỤC 01
ĐỊNH HƯỚNG VÙNG NGUYÊN LIỆU TỈNH SƠN HÀ
TT | Chỉ tiêu | ĐVT | ƯTH Năm 2025 | GIAI ĐOẠN 2026 - 2028
Năm 2026 | Năm 2027 | Năm 2028
I | CÂY CÔNG NGHIỆP
| 1 | Hồ tiêu
| - | Diện tích | Ha | 26 | 27 | 28 | 29
- | Sản lượng | Tấn | 37 | 39 | 40 | 45
2 | Dâu tằm
| - | Diện tích | Ha | 61 | 65 | 67 | 71
Đoạn văn sau bảng không thuộc bảng nào cả.
Đoạn văn nữa.
"""
SHARES = """TT | Địa phương | Tỷ lệ vốn đối ứng (%) | Ghi chú
Thành phố | Xã
| 1 | Xã Đồng Mít 1 | 80 | 20 | Áp dụng trên địa bàn xã cũ
2 | Xã Đồng Mít 2 | 35 | 65
"""
BUDGET = """STT | Nội dung | Đơn vị tính | Năm hiện hành 2025 | Năm 2026 | Năm 2027
Kế hoạch | Ước thực hiện
1 | 2 | 3 | 4 | 5 | 6 | 7
1 | Thu nội địa | Tỷ đồng | 172 | 173 | 193 | 218
2 | Tốc độ tăng | % | 8,00 | 8,10 | 10,00 | 10,50
3 | Giáo dục
| - Số giáo viên | Người
20.330 | 20.954 | 20.954
"""
FORECAST = """STT | Nội dung | Năm 2025 | Dự kiến 03 năm kế hoạch
Dự toán giao | Đánh giá thực hiện | Năm 2026 | Năm 2027 | Năm 2028
A | TỔNG CHI | 26 | 27 | 28 | 29 | 30
"""
EXPORTS = """TT | Sản phẩm | Kế hoạch 2026 | Kế hoạch 2027
Lượng (Tấn) | Giá trị (Nghìn USD) | Lượng (Tấn) | Giá trị (Nghìn USD)
1 | Xoài | 13.500 | 7.000 | 14.800 | 7.800
"""
POINTS = """TT | Tên điểm | Vị trí lấy mẫu | Mô tả
X | Y
1 | Xuân Lộc | 574945.0 | 1506250.8 | Nguồn nước cấp
2 | Xuân Cảnh | 583593.4 | 1498499.1
"""
FEES = """Địa bàn | Mầm non | Tiểu học | Trung học cơ sở
Đô thị | 190 | 190 | 110
Miền núi | 105 | 105 | 80
"""


def _row(text: str, words: str) -> Row:
    start = text.index(words)
    row = row_at(text, Span(start, start + len(words)))
    assert row is not None
    return row


def _named(text: str, row: Row) -> list[tuple[str, str]]:
    return [
        (" > ".join(name.of(text) for name in names), cell.of(text))
        for cell, names in zip(row.cells, row.columns, strict=False)
    ]


@pytest.mark.parametrize(
    ("text", "words", "groups", "label"),
    [
        (CROPS, "| Diện tích | Ha | 26", ["CÂY CÔNG NGHIỆP", "Hồ tiêu"], "Diện tích"),
        (CROPS, "| Diện tích | Ha | 61", ["CÂY CÔNG NGHIỆP", "Dâu tằm"], "Diện tích"),
        (BUDGET, "2 | Tốc độ tăng", [], "Tốc độ tăng"),
        (BUDGET, "| - Số giáo viên", ["Giáo dục"], "- Số giáo viên"),
        (FEES, "Miền núi | 105", [], "Miền núi"),
    ],
)
def test_a_row_has_its_name_and_the_rows_that_head_it(
    text: str, words: str, groups: list[str], label: str
) -> None:
    row = _row(text, words)
    assert [group.of(text) for group in row.groups] == groups
    assert row.label.of(text) == label


@pytest.mark.parametrize(
    ("text", "words", "named"),
    [
        # the last cell of the heading is shared: a time of several years above the years
        (CROPS, "| Sản lượng", ("GIAI ĐOẠN 2026 - 2028 > Năm 2028", "45")),
        # figures stand below the cell that is shared, and words below the others
        (SHARES, "| 1 | Xã Đồng Mít 1", ("Tỷ lệ vốn đối ứng (%) > Xã", "20")),
        (SHARES, "2 | Xã Đồng Mít 2", ("Tỷ lệ vốn đối ứng (%) > Thành phố", "35")),
        # a plan and what is expected are told of the year that runs
        (BUDGET, "1 | Thu nội địa", ("Năm hiện hành 2025 > Ước thực hiện", "173")),
        (BUDGET, "2 | Tốc độ tăng", ("Năm 2027", "10,50")),
        # two cells are shared, the years below the time of several years
        (FORECAST, "A | TỔNG CHI", ("Năm 2025 > Đánh giá thực hiện", "27")),
        (FORECAST, "A | TỔNG CHI", ("Dự kiến 03 năm kế hoạch > Năm 2027", "29")),
        (EXPORTS, "1 | Xoài", ("Kế hoạch 2027 > Giá trị (Nghìn USD)", "7.800")),
        (FEES, "Đô thị", ("Trung học cơ sở", "110")),
    ],
)
def test_a_cell_stands_under_its_names(text: str, words: str, named: tuple[str, str]) -> None:
    assert named in _named(text, _row(text, words))


def test_a_row_cut_in_two_is_one_row_of_no_certain_columns() -> None:
    row = _row(BUDGET, "| - Số giáo viên")
    assert row.span.of(BUDGET) == "| - Số giáo viên | Người\n20.330 | 20.954 | 20.954"
    assert not row.columns


@pytest.mark.parametrize(("text", "words"), [(POINTS, "2 | Xuân Cảnh")])
def test_where_cells_are_missing_only_the_first_columns_are_named(text: str, words: str) -> None:
    assert _named(text, _row(text, words)) == [("TT", "2"), ("Tên điểm", "Xuân Cảnh")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (CROPS, "Đoạn văn nữa"),
        (CROPS, "Năm 2026 | Năm 2027"),
        (BUDGET, "1 | 2 | 3 | 4"),
        ("Họ tên | Chức vụ\nNguyễn Văn A | Trưởng phòng\n", "Nguyễn Văn A"),
    ],
)
def test_neither_headings_nor_other_text_are_rows(text: str, words: str) -> None:
    start = text.index(words)
    row = row_at(text, Span(start, start + len(words)))
    assert row is None or words not in row.span.of(text)


def test_a_row_says_its_words_but_for_its_number_and_the_parts_of_its_unit() -> None:
    text = "TT | Nhà có số tầng | Giá | Đơn vị tính\n4 | Số tầng > 15 | 22 | đồng/m2 sàn/tháng\n"
    (row,) = rows_of(text)
    assert row.told.startswith("| Số tầng > 15 | 22 |")
    assert row.told.endswith("đồng m2 sàn tháng")


def test_a_row_inherits_its_groups_columns_and_titles() -> None:
    row = _row(CROPS, "| Diện tích | Ha | 61")
    assert "Dâu tằm" in row.inherited
    assert "Năm 2028" in row.inherited
    assert "Hồ tiêu" not in row.inherited
    assert "VÙNG NGUYÊN LIỆU" in row.titled
