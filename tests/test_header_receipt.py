"""The stamp of the office that received a paper is none of the paper's own."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.header import read_header

HEAD = """ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 10/KH-UBND
Đắk Lắk, ngày 17 tháng 11 năm 2025
KẾ HOẠCH
Bảo vệ môi trường năm 2026

Thực hiện Nghị quyết số 41-NQ/TW của Bộ Chính trị, Ủy ban nhân dân tỉnh ban hành kế hoạch:
"""
TRUE = ("10/KH-UBND", "Kế hoạch", "Bảo vệ môi trường năm 2026", date(2025, 11, 17))


def read(text: str) -> tuple[object, ...]:
    found = read_header(text)
    assert found.issuer == "Ủy ban nhân dân tỉnh Đắk Lắk"
    return found.symbol, found.type, found.title, found.issued


@pytest.mark.parametrize(
    "stamp",
    [
        "CÔNG VĂN ĐẾN\nSố: 4512\nNgày: 04/12/2025",
        "Ì CÔNG VĂN ĐẾN\nSố: 4512\nNgày: 04/12/2025\nChuyển: …………\nLưu hồ sơ số: ……",
        "ĐẾN\nSố: 4512\nNgày: 4-12",
        "VĂN BẢN ĐẾN\nSỐ: ……\nNGÀY: ……",
        "",
    ],
)
def test_a_receipt_above_the_head_is_passed_over(stamp: str) -> None:
    assert read(f"{stamp}\n\n{HEAD}") == TRUE


def test_lines_of_the_head_may_stand_between_those_of_the_stamp() -> None:
    lines = HEAD.split("\n")
    stamped = [lines[0], "CÔNG VĂN ĐẾN", lines[1], "Số: 4512", lines[2], "Ngày: 04/12", *lines[3:]]
    assert read("\n".join(stamped)) == TRUE


def test_signs_that_lost_their_dash_are_no_number_of_an_unknown_office() -> None:
    numbers = ("Số: 2597/QĐTTB", "Số: 125/KHUBND", "Số: 1935/ĐHCT")
    found = [read_header(HEAD.replace("Số: 10/KH-UBND", number)).symbol for number in numbers]
    assert found == [None, None, "1935/ĐHCT"]


def test_a_title_that_goes_on_with_den_is_no_stamp() -> None:
    text = HEAD.replace("môi trường năm 2026", "môi trường\nĐẾN\nnăm 2030")
    assert read_header(text).title == "Bảo vệ môi trường ĐẾN năm 2030"
