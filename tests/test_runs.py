"""Runs of numbers that slips of print break, turn inside out or leave without a mark."""

from __future__ import annotations

import pytest
from outlines import outline, parse

LOST = [
    # a line broken before "1": no run begins there
    (
        "I. A\n1. Một.\n2. Hai\n- Ưu tiên cấp độ\n1. Cấp nước.\nII. B",
        ["I", "I/1", "I/2", "I/2/-1", "II"],
    ),
    # the end of an emphasis left behind a number
    ("1. Một.\n2*. Thông tin *là gì.\n3. Ba.", ["1", "2", "3"]),
    # numbers in parentheses; alone they are a note
    ("I. A\n(1) Một.\n(2) Hai.\nII. B\n(1) Xem trên.", ["I", "I/(1)", "I/(2)", "II"]),
    # capitals inside numbers
    (
        "1. Mới\nA. Trung ương\n- Một.\nB. Tỉnh\n2. Bãi bỏ\nA. Trung ương\n- Ba.\nB. Tỉnh",
        ["1", "1/A", "1/A/-1", "1/B", "2", "2/A", "2/A/-1", "2/B"],
    ),
    # rows under a row that heads them in one cell
    (
        "PHỤ LỤC\nTT | Tên\n| I. Kinh tế số\n| 1 | Chiếm 45%\n| II. Xã hội số\n| 1 | Đạt 80%",
        ["Phụ lục", "Phụ lục/I", "Phụ lục/I/1", "Phụ lục/II", "Phụ lục/II/1"],
    ),
    # a second table, without a row of headings
    (
        "BM-15\nBảng 2. Thuê chuyên gia\nI | Trong nước\nBảng 3. Mua vật tư\n1 | Vật tư\n2 | Máy",
        ["BM-15", "BM-15/I", "BM-15/1", "BM-15/2"],
    ),
    # items with a box to tick; a row of a table whose cells hold lists
    (
        "1. Hình thức\n- Liên kết | □\n- Hợp tác | □ | Khác | □\n- Dân số | - Diện tích\n2. Hai",
        ["1", "1/-1", "1/-2", "2"],
    ),
    # letters before a dash; a letter of a formula is none
    (
        "1.1- Thủ tục:\na- Giấy\nb - Chứng minh\n- Bản chính\n1.2- Hai\na - b = c",
        ["1.1", "1.1/a", "1.1/b", "1.1/b/-1", "1.2"],
    ),
    # parts of a part
    (
        "I- Một\nII - Hai\nII.1 . Nâng cao\n- A\n1. Một\nII.2 Chuyển đổi\nIII- Ba",
        ["I", "II", "II/II.1", "II/II.1/-1", "II/II.1/1", "II/II.2", "III"],
    ),
    # a number that its own parts prove; one whose first is glued to the heading above
    ("I- Thay thế:\n7- Tổ chức\n7.1- Hồ sơ\n7.2- Theo dõi", ["I", "I/7", "I/7/7.1", "I/7/7.2"]),
    (
        "Điều 8. Nơi nhận 1. Người hưởng nộp đơn.\n2. Trong thời hạn 05 ngày.\nĐiều 9. Một",
        ["Điều 8", "Điều 8/1", "Điều 8/2", "Điều 9"],
    ),
    ("Điều 8. Nơi nhận\n2. Trong thời hạn 05 ngày.\nĐiều 9. Một", ["Điều 8", "Điều 9"]),
    # a short item is no term of a formula
    ("1. Hình thức\n+ Khiển trách: … vụ\n+ Khác: … vụ", ["1", "1/+1", "1/+2"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "paths"), LOST)
def test_slips_of_print_leave_the_tree_sound(text: str, paths: list[str]) -> None:
    assert outline(text) == paths


def test_a_paper_attached_below_its_own_letterhead_is_found_by_its_title() -> None:
    text = (
        "Điều 1. Ban hành.\nTM . UBND THÀNH PHỐ\nỦY BAN NHÂN DÂN\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "CHƯƠNG TRÌNH\nCẢI CÁCH HÀNH CHÍNH\n(Ban hành theo Quyết định số: 256/2004/QĐ-UB\n"
        "của Ủy ban)\nI- KẾT QUẢ\n1. Một."
    )
    assert outline(text) == ["Điều 1", "Chương trình", "Chương trình/I", "Chương trình/I/1"]
    assert parse(text)[1].heading == "CẢI CÁCH HÀNH CHÍNH"
