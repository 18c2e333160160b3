"""The things that a table lists are its numbered rows, without those that head them."""

from __future__ import annotations

import pytest

from api.table_lists import lists_of, number_of

HEAD = "TT | Mã TTHC | Tên thủ tục hành chính | Ghi chú\n"
GROUPED = (
    HEAD
    + """A | THỦ TỤC HÀNH CHÍNH CẤP TỈNH (03 TTHC)
I | Lĩnh vực Du lịch (02 TTHC)
1 | 2.001611 | Thu hồi giấy phép kinh doanh dịch vụ lữ hành | x
| 2 | 2.001589 | Cấp thẻ hướng dẫn viên du lịch | x
| II | Lĩnh vực Thư viện (01 TTHC)
1 | 1.008896 | Thông báo thành lập thư viện | x
B | THỦ TỤC HÀNH CHÍNH CẤP XÃ (01 TTHC)
I | Lĩnh vực Di sản (01 TTHC)
1 | 1.014310 | Hưởng trợ cấp sinh hoạt đối với nghệ nhân | x
"""
)
RUNNING = """STT | Tên nhiệm vụ | Cơ quan chủ trì | Thời gian
I. NÂNG CAO NHẬN THỨC
1 | Mở lớp học trực tuyến | Sở KH&CN | Quý I
2 | Khen thưởng doanh nghiệp | Sở Nội vụ | Quý II
II. HỢP TÁC
3 | Học tập kinh nghiệm các tỉnh | Sở KH&CN | Quý III
"""


def test_rows_that_head_others_are_no_things() -> None:
    (listed,) = lists_of(GROUPED)
    assert listed.name == "Tên thủ tục hành chính"
    assert [number_of(GROUPED, row) for row in listed.rows] == [1, 2, 1, 1]


def test_numbers_may_run_on_through_the_groups() -> None:
    (listed,) = lists_of(RUNNING)
    assert [row.label.of(RUNNING) for row in listed.rows] == [
        "Mở lớp học trực tuyến", "Khen thưởng doanh nghiệp", "Học tập kinh nghiệm các tỉnh",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        "1 | 1.1 | Cấp thẻ | x\n",  # one row is no list
        "1 | 1.1 | Cấp thẻ | x\n3 | 1.2 | Cấp phép | x\n2 | 1.3 | Thu hồi | x\n",
        "1 | 1.1 | Cấp thẻ | x\n- | 1.2 | Cấp phép | x\n",
        "0 | 1.1 | Cấp thẻ | x\n0 | 1.2 | Cấp phép | x\n",
    ],
)
def test_rows_out_of_order_or_without_numbers_are_no_list(rows: str) -> None:
    assert lists_of(HEAD + rows) == ()
