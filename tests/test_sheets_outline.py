"""Outlines of forms and annexes kept as sheets, and of old papers numbered by hand."""

from __future__ import annotations

import pytest
from outlines import outline, parse

from ingest.header import read_header
from ingest.structure import find_sections, label_of

SHEETS = [
    # every line of a sheet has cells; the first is read like a line
    (
        (
            "I- Số lao động: | 12 | ; nữ: | 5\nII- Tai nạn lao động | | …… | |\nTổng số\n"
            "1- Theo nghề\n2- Theo yếu tố"
        ),
        ["I", "II", "II/1", "II/2"],
    ),
    ("A. Thu nội địa | 152 | 160\nB. Thu khác | 5 | 7", []),  # figures: the row of a table
    # "I- |" and the rows below it
    (
        (
            "STT | Hàng hóa | Thuế\nI- | Hàng hóa |\n1. | Rượu | 70\n2. | Bia | 65\n"
            "II- | Dịch vụ |\n1. | Gôn | 20"
        ),
        ["I", "I/1", "I/2", "II", "II/1"],
    ),
    # capitals inside Roman rows, and the other way round
    (
        (
            "TT | Đơn vị\nI | Trong khu\nA | Khu một\n1 | Công ty một\nB | Khu hai\n"
            "II | Ngoài khu\n1 | Công ty hai"
        ),
        ["I", "I/A", "I/A/1", "I/B", "II", "II/1"],
    ),
    (
        "TT | Đơn vị\nA | Khu một\nI | Công ty\nII | Xưởng\nB | Khu hai\nI | Công ty",
        ["A", "A/I", "A/II", "B", "B/I"],
    ),
    # the sign of a file is no number
    (
        "I. DANH MỤC\nSố | Tên\n| I. Đề mục lớn | |\n| 1. Đề mục nhỏ | |\n01.TCCB | Hồ sơ nhân sự",
        ["I", "I/I", "I/I/1"],
    ),
    # a form that says at once what it was promulgated with
    (
        (
            "MẪU SỐ 10: Ban hành kèm theo Thông tư số 04/2004/TT-BTC\nBÁO CÁO\n"
            "Số TT | Tên\nI | Tăng\nMẪU SỐ 12: (Kèm theo Thông tư số 04/2004/TT-BTC)\n"
            "BÁO CÁO\nSố TT | Tên\nI | Giảm"
        ),
        ["Mẫu số 10", "Mẫu số 10/I", "Mẫu số 12", "Mẫu số 12/I"],
    ),
    ("1. Một\nMẫu số 01. Số liệu, ban hành kèm theo Nghị định\n2. Hai", ["1", "2"]),  # named
]


@pytest.mark.parametrize(("text", "paths"), SHEETS)
def test_the_lines_of_a_sheet_are_read_by_their_first_cell(text: str, paths: list[str]) -> None:
    assert outline(text) == paths


def test_a_form_with_a_sign_is_found_above_a_table_headed_in_capitals() -> None:
    text = (
        "THÀNH PHỐ SƠN HÀ\nUBND HUYỆN TÂN CẢNG\nMẫu số 21/CKTC-NSH\nCÂN ĐỐI NGÂN SÁCH\n"
        "STT | NỘI DUNG | NĂM 2004 |\nA | Tổng thu | 15 |\n1 | Thu nội địa | 14 |\nB | Chi | 9 |"
    )
    sections = find_sections(text, read_header(text).body)
    found = ["/".join(part.path) for section in sections for part in section.walk()]
    assert found == ["Mẫu số 21", "Mẫu số 21/A", "Mẫu số 21/A/1", "Mẫu số 21/B"]


def test_the_numbered_lists_of_an_annex_stand_inside_it() -> None:
    text = (
        "PHỤ LỤC\nDANH MỤC 1\nNgành nghề ưu đãi\nI. Giáo dục.\nDANH MỤC 2\nĐịa bàn\nI. Một.\n"
        "Danh mục 2 - Phụ lục."
    )
    assert outline(text) == [
        "Phụ lục",
        "Phụ lục/Danh mục 1",
        "Phụ lục/Danh mục 1/I",
        "Phụ lục/Danh mục 2",
        "Phụ lục/Danh mục 2/I",
    ]
    assert label_of(("Phụ lục", "Danh mục 2")) == "danh mục 2, phụ lục"


OLD_PAPERS = [
    # the first clauses of an article without numbers
    ("Điều 2. Các đơn vị cụ thể hoá.\nCác cơ quan chọn sổ.\n3- Chế độ này thống nhất.", ["3"]),
    ("Điều 2. Nguyên tắc\nCác đơn vị cụ thể hoá.\nCác cơ quan chọn sổ.\n3- Thống nhất.", ["3"]),
    ("Điều 2. Nguyên tắc.\nMột.\nHai.\nBa.\nBốn.\n3- Không rõ của ai.", []),
    # a number whose parts are those of another
    (
        "Điều 2. Nguyên tắc\n1. Chung:\n4.1 Một:\n- Hai.\n4.2 Ba:\n1.2.1 Bốn.\n1.2.2 Năm.",
        ["1", "1/4.1", "1/4.1/-1", "1/4.2", "1/4.2/1.2.1", "1/4.2/1.2.2"],
    ),
    # a number without a stop that heads a list
    (
        "Điều 2. Nguyên tắc\n1. Chung:\n- Một.\n2 Kinh phí khác:\n- Hai.",
        ["1", "1/-1", "2", "2/-1"],
    ),
    ("Điều 2. Nguyên tắc\n1. Chung:\n- Một.\n2 Đồng chí dự họp.\n- Hai.", ["1", "1/-1", "1/-2"]),
]


NOTES = [
    # what a sign of a formula means, a note to the item above, an amended number announced
    (
        (
            "III- Thay thế điểm 6 bằng điểm 6 mới, như sau:\n6- Chỉ số khuyến khích:\n"
            "Tk = Ts x (1 - k)\n- Tk: Thuế khuyến khích\n- k (%): Hệ số\n"
            "* (Năm tài chính bắt đầu từ ngày 01/01).\n- t: Thời hạn"
        ),
        ["III", "III/6", "III/6/-1", "III/6/-2", "III/6/-3"],
    ),
    ("III- Thay thế điểm 5 như sau:\n6- Chỉ số.", ["III"]),
    ("1. Nhiệm vụ\n* Nhóm một\n- Một.\n* (Nhóm hai) Việc khác\n- Hai.", None),
]


@pytest.mark.parametrize(("text", "paths"), NOTES)
def test_signs_notes_and_amended_numbers_are_told_apart(text: str, paths: list[str] | None) -> None:
    text = f"I- MỘT\nMột.\nII- HAI\nHai.\n{text}"
    assert outline(text)[2:] == (
        paths or ["II/1", "II/1/*1", "II/1/*1/-1", "II/1/*2", "II/1/*2/-1"]
    )


PLEDGES = [
    (
        "1. Tên doanh nghiệp:\n2. Địa chỉ:\n………\nTôi cam kết:\n- Trụ sở là của tôi.\n- Đúng luật.",
        ["1", "2", "-1", "-2"],
    ),
    (
        "Mẫu số 4\nĐƠN\n1. Tên:\n2. Số thuế:\nChúng tôi xin cam đoan là đúng.\nNơi gửi:\n- A.",
        ["Mẫu số 4", "Mẫu số 4/1", "Mẫu số 4/2", "Mẫu số 4/-1"],
    ),
    # a heading or a number that is about it keeps it
    ("1. Tên:\n2. Cam kết\nTôi cam kết:\n- Đúng luật.", ["1", "2", "2/-1"]),
    ("Điều 1. Tên\n1. Một.\nTôi cam kết:\n- Hai.", ["Điều 1", "Điều 1/1", "Điều 1/1/-1"]),
]


@pytest.mark.parametrize(("text", "paths"), PLEDGES)
def test_what_a_signer_vouches_for_is_no_part_of_the_last_number(
    text: str, paths: list[str]
) -> None:
    assert outline(text) == paths


def test_what_a_form_was_promulgated_with_is_not_its_title() -> None:
    [form] = parse("MẪU SỐ 10: Ban hành kèm theo Thông tư số 04/2004/TT-BTC\nBÁO CÁO\n1. Một.")
    assert (form.path, form.heading) == (("Mẫu số 10",), "")


@pytest.mark.parametrize(("text", "paths"), OLD_PAPERS)
def test_the_numbers_of_old_papers_find_their_place(text: str, paths: list[str]) -> None:
    article, *below = outline(text)
    assert below == [f"{article}/{path}" for path in paths]
