"""Papers go on after the forms printed in their middle."""

from __future__ import annotations

from outlines import outline

PROCEDURES = """Điều 1. Công bố.
THỦ TỤC HÀNH CHÍNH
(Ban hành kèm theo Quyết định số 1/QĐ-BNV)
PHẦN I. NỘI DUNG
A. THỦ TỤC CẤP TRUNG ƯƠNG
1. Thủ tục thành lập
a) Trình tự thực hiện: Nộp đơn.
Mẫu số 01
ĐƠN
1. Họ tên
2. Thủ trưởng ký
2. Thủ tục giải thể
a) Trình tự thực hiện: Nộp đơn.
B. THỦ TỤC CẤP TỈNH
1. Thủ tục sáp nhập"""


def test_a_paper_goes_on_after_the_forms_in_its_middle() -> None:
    above = "Thủ tục hành chính/Phần I"
    assert outline(PROCEDURES)[3:] == [
        f"{above}/A",
        f"{above}/A/1",
        f"{above}/A/1/a",
        f"{above}/A/Mẫu số 01",
        f"{above}/A/Mẫu số 01/1",
        f"{above}/A/Mẫu số 01/2",
        f"{above}/A/2",
        f"{above}/A/2/a",
        f"{above}/B",
        f"{above}/B/1",
    ]
