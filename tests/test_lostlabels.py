"""Labels inside a line and numbers without a stop are headings only where a run needs them."""

from __future__ import annotations

import pytest
from outlines import outline, parse

from ingest.structure import find_by_path

FORMS = """PHỤ LỤC
BIỂU MẪU
Mẫu số 01: Đề xuất kế hoạch
1. Nội dung đề xuất
Ghi chú: (1) Tên cơ quan ra quyết định. {glued}
Điều 1. Thành lập Đoàn kiểm tra
Điều 2. Đoàn có nhiệm vụ sau đây
Mẫu số 03: Kế hoạch tiến hành
1. Mục tiêu"""

BEGINS = [
    "Mẫu số 02: Quyết định kiểm tra | ………(1) | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Mẫu số 02. Sổ trực | Ca trực: Ngày",
    "Mẫu số 02 Kính gửi: Công ty Tân Cảng",
]
REFERS = [
    "Trả lời theo Mẫu số 02. Kính gửi",  # after a word
    "Xem thêm. Mẫu số 02 Phụ lục này.",
    "Xem thêm. Mẫu số 02 ban hành kèm theo Quyết định này.",
    "Có hai mẫu. Mẫu số 02. Đơn. Mẫu số 02. Giấy.",  # no telling which
    "STT. Mẫu số 02 | Đơn đề nghị",  # a list of forms
    "Xem thêm. Mẫu số 02a. Đơn",
]


@pytest.mark.parametrize("glued", BEGINS)
def test_a_form_whose_label_stands_inside_a_line_begins_there(glued: str) -> None:
    paths = outline(FORMS.format(glued=glued))
    assert paths[3:6] == [
        "Phụ lục/Mẫu số 02",
        "Phụ lục/Mẫu số 02/Điều 1",
        "Phụ lục/Mẫu số 02/Điều 2",
    ]
    assert paths[6] == "Phụ lục/Mẫu số 03"


@pytest.mark.parametrize("glued", REFERS)
def test_a_form_only_named_inside_a_line_begins_nothing(glued: str) -> None:
    assert "Phụ lục/Mẫu số 02" not in outline(FORMS.format(glued=glued))


def test_the_title_of_a_form_inside_a_line_ends_where_its_table_begins() -> None:
    found = find_by_path(parse(FORMS.format(glued=BEGINS[0])), ("Phụ lục", "Mẫu số 02"))
    assert found is not None
    assert found.heading == "Quyết định kiểm tra"


def test_an_annex_inside_a_line_is_found_where_the_run_of_annexes_lacks_it() -> None:
    text = (
        "Phụ lục III\nDANH MỤC\n1. Một\n(Chia trung bình) Phụ lục IV Quyết định công bố dịch\n"
        "Điều 1. Công bố dịch\nPhụ lục V\nBIỂU"
    )
    assert outline(text) == [
        "Phụ lục III", "Phụ lục III/1", "Phụ lục IV", "Phụ lục IV/Điều 1", "Phụ lục V",
    ]  # fmt: skip


def test_a_form_is_looked_for_only_where_the_run_lacks_it() -> None:
    text = (
        "Mẫu số 01\nĐƠN\n1. Một. Mẫu số 03. Giấy hẹn\nMẫu số 02\nGIẤY\nMẫu số 9\nSỔ. Mẫu số 4. Đơn"
    )
    assert outline(text) == ["Mẫu số 01", "Mẫu số 01/1", "Mẫu số 02", "Mẫu số 9"]


BARE = [
    # both numbers without a stop, the second with parts
    (
        "Điều 21. Quỹ\n1 Đối tượng được hưởng\n2 Cách tính\n2.1 Hệ số\n- A\n2.2 Chi trả",
        ["Điều 21", "Điều 21/1", "Điều 21/2", "Điều 21/2/2.1", "Điều 21/2/2.1/-1", "Điều 21/2/2.2"],
    ),
    ("1 Phạm vi\n1.1 Chung\n1.2 Riêng\n2 Nội dung\n2.1 Một", ["1", "1/1.1", "1/1.2", "2", "2/2.1"]),
    # no parts, other parts, words in small letters, a row of a table
    ("Điều 1. Một\n2 Xã\n3 Phường", ["Điều 1"]),
    ("Điều 1. Một\n2 Xã\n3.1 Phường\n3.2 Đặc khu", ["Điều 1", "Điều 1/3.1", "Điều 1/3.2"]),
    ("Điều 1. Một\n2 xã phía bắc\n2.1 Hai\n2.2 Ba", ["Điều 1", "Điều 1/2.1", "Điều 1/2.2"]),
    ("I. Một\n1. A\n2 Xã | Sở\n2.1 Hai\n2.2 Ba", ["I", "I/1", "I/1/2.1", "I/1/2.2"]),
    # beyond the heading above
    ("2 Quyển\nĐiều 1. Một\n2.1 Hai\n2.2 Ba", ["Điều 1", "Điều 1/2.1", "Điều 1/2.2"]),
]


@pytest.mark.parametrize(("text", "paths"), BARE)
def test_a_number_without_a_stop_heads_a_section_only_above_its_own_parts(
    text: str, paths: list[str]
) -> None:
    assert outline(text) == paths
