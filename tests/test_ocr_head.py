"""The head of a scan: figures where the grammar wants figures, nothing where they are unsure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.formats.ocr_head import HEAD_LINES, LOOK_ALIKES, figures, guesses, with_plain_head


@pytest.mark.parametrize(
    ("read", "plain"),
    [
        ("Số: S7/KH-SYT", "Số: 57/KH-SYT"),
        ("Số S7-NQ/TW", "Số 57-NQ/TW"),
        ("Só:l8O /KH-UBND", "Số: 180/KH-UBND"),
        ("Số: 3O/2020/NĐ-CP", "Số: 30/2020/NĐ-CP"),
        ("S6: I2B/TB-VP", "Số: 128/TB-VP"),
        ("Số: {34.2 /KH-SYT", "Số: …/KH-SYT"),  # written by hand
        ("Số:ÍÉ‡/SYT-NVY", "Số: …/SYT-NVY"),
        ("Số: 3/%QĐ-SYT", "Số: …/QĐ-SYT"),  # the stroke before the sign taken for scrawl
        ("Số 3ßÉQĐ/TW", "Số: …-QĐ/TW"),
        ("Số: 12/GM-SYT Hà Nội, ngày lO tháng 3 năm 2018",
         "Số: 12/GM-SYT\tHà Nội, ngày 10 tháng 3 năm 2018"),
        ("Kiên Giang. ngày O5 thảng l2 nâm 2O17", "Kiên Giang, ngày 05 tháng 12 năm 2017"),
        ("Kiên Giang, ngàyÁ*j tháng 10 năm 2017", "Kiên Giang, ngày … tháng 10 năm 2017"),
        ("Hà Nội, ngày 47 tháng 10 năm 2017", "Hà Nội, ngày … tháng 10 năm 2017"),
        ("SỞ Y TẾ", "SỞ Y TẾ"),
        ("/TB-SYT-\tKiên Giang. ngày 7 tháng II năm 2017",
         "Số: …/TB-SYT\tKiên Giang, ngày 7 tháng 11 năm 2017"),
        ("/ngày", "/ngày"),
        ("TĂNG CƯỜNG PHỐI HỢP\t_", "TĂNG CƯỜNG PHỐI HỢP"),
        ("THÔNG, BẢO .", "THÔNG BÁO"),
        ("KẺ HOẠCH", "KẾ HOẠCH"),
        ("BÁO CÁO KẾT QUẢ", "BÁO CÁO KẾT QUẢ"),
        ("Báo cáo.", "Báo cáo."),
        ("Số: 010/CT-UBND -\tĐắk Lắk, ngày 17 tháng 11 năm 2025",
         "Số: 010/CT-UBND\tĐắk Lắk, ngày 17 tháng 11 năm 2025"),
        ("Số: 10/CT-UBND - Đắk Lắk, ngày 17 tháng 11 năm 2025",
         "Số: 10/CT-UBND\tĐắk Lắk, ngày 17 tháng 11 năm 2025"),
        ("Số: 749/QĐ-TTg", "Số: 749/QĐ-TTg"),
        ("ˆ UBND TỈNH KIÊN GIANG", "UBND TỈNH KIÊN GIANG"),
        ("SỞ Y TẾ |\t— Độc lập - Tự do", "SỞ Y TẾ\tĐộc lập - Tự do"),
        ("+ Mục tiêu", "+ Mục tiêu"),
        ("- Giám đốc các bệnh viện;", "- Giám đốc các bệnh viện;"),
        ("SỞ Y TẾ -CÔNG ĐOÀN NGÀNH", "SỞ Y TẾ - CÔNG ĐOÀN NGÀNH"),
        ("Số lượng: 5/6 đơn vị", "Số lượng: 5/6 đơn vị"),
    ],
)  # fmt: skip
def test_look_alikes_become_figures_and_scrawl_becomes_a_gap(read: str, plain: str) -> None:
    assert with_plain_head([read]) == (plain,)


def test_a_stop_inside_a_title_in_capitals_is_dust() -> None:
    lines = ("ĐỊNH HƯỚNG.", "XÃ HỘI CHỦ NGHĨA.", "Căn cứ Điều lệ.")
    assert with_plain_head(lines) == ("ĐỊNH HƯỚNG", *lines[1:])


def test_a_number_that_recognition_doubts_is_not_believed() -> None:
    assert with_plain_head(["Số: 22 /KH-SYT"], {"22"}) == ("Số: …/KH-SYT",)
    assert with_plain_head(["Số: 22 /KH-SYT"], {"KH"}) == ("Số: 22/KH-SYT",)


@pytest.mark.parametrize(
    ("read", "again", "plain"),
    [
        ("Số 383-QĐ/TW", "Số 383-QĐ/TW_", "Số 383-QĐ/TW"),  # smudged, but twice the same
        ("Số 383-QĐ/TW", "Số 388-QĐ/TW", "Số …-QĐ/TW"),
        ("Số 383-QĐ/TW", "Hà Nội, ngày 3 tháng 8 năm 2025", "Số …-QĐ/TW"),
        ("Số: lÍ /GM-SYT", "Số: lÍ /GM-SYT", "Số: …/GM-SYT"),  # by hand: no plain figure
        ("Số: 11 /GM-SYT", "Số: lÍ /GM-SYT", "Số: …/GM-SYT"),
        ("Hà Nội, ngày 16 tháng 3 năm 2018", "Hà Nội, ngày 16 tháng 8 năm 2018",
         "Hà Nội, ngày 16 tháng … năm 2018"),
        ("Hà Nội, ngày 16 tháng 3 năm 2018", "Số: 16/KH-SYT", "Hà Nội, ngày … tháng … năm 2018"),
        ("Hà Nội ngày 2 tháng 3 năm 2018", "", "Hà Nội ngày … tháng … năm 2018"),  # no comma
        ("của Sở ban hành ngày 2 tháng 3 năm 2018", "", "của Sở ban hành ngày 2 tháng 3 năm 2018"),
    ],
)  # fmt: skip
def test_what_recognition_doubts_is_believed_when_read_twice_in_plain_figures(
    read: str, again: str, plain: str
) -> None:
    assert with_plain_head([read], set(read.split()), [again]) == (plain,)


def test_the_body_is_left_as_read() -> None:
    lines = ["dòng"] * HEAD_LINES + ["Số: S7/KH-SYT"]
    assert with_plain_head(lines)[-1] == "Số: S7/KH-SYT"


@given(st.integers(0, 99_999), st.data())
def test_any_number_comes_back_from_its_look_alikes(number: int, data: st.DataObject) -> None:
    alike = {f: [f, *(k for k, v in LOOK_ALIKES.items() if v == f)] for f in "0123456789"}
    read = "".join(data.draw(st.sampled_from(alike[figure])) for figure in str(number))
    assert figures(read) == str(number)


def test_plain_figures_of_either_reading_are_kept_though_they_are_not_believed() -> None:
    lines = ("Số: {34.2 /KH-SYT", "Kiên Giang, ngày 16 tháng 3 năm 2018")
    again = ("Số: 22/KH-SYT", "Kiên Giang, ngày lO tháng 3 năm 2018")
    assert set(guesses(lines, again)) == {("day", "16"), ("month", "3"), ("figures", "22")}
