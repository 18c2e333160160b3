"""A list with a paragraph of its own stands beside the items above it; a clause keeps its list."""

from __future__ import annotations

import pytest
from outlines import outline

LISTS = [
    # after dashes: the list belongs to the section
    (
        (
            "1. Hội nhập\n- Chủ động.\n- Mở cửa.\nNội dung nói trên đòi hỏi ba thay đổi sau đây:\n"
            "+ Sửa luật.\n+ Đổi mới.\n2. Khác."
        ),
        ["1", "1/-1", "1/-2", "1/+1", "1/+2", "2"],
    ),
    # after the numbers of a form
    (
        (
            "Mẫu số 06\nBIÊN BẢN\n1. Đại diện xã:\n2. Đại diện thôn:\n………\n"
            "Tiến hành công khai danh sách, gồm:\n- Số hộ.\n- Số khẩu."
        ),
        ["Mẫu số 06", "Mẫu số 06/1", "Mẫu số 06/2", "Mẫu số 06/-1", "Mẫu số 06/-2"],
    ),
    # words that go on with the item above
    (
        "1. Một\n- Hai.\n- Số người mắc bệnh:\nTrong đó, mắc bệnh nghề nghiệp:\n+ Ba.",
        ["1", "1/-1", "1/-2", "1/-2/+1"],
    ),
    # an item with a list right below it
    ("1. Một\n- Hai.\n- Ba:\n+ Bốn.\n+ Năm.", ["1", "1/-1", "1/-2", "1/-2/+1", "1/-2/+2"]),
    # items that have lists themselves
    (
        "1. Một\n- Hai:\n+ Ba.\n- Bốn.\nNhững việc cần làm ngay gồm:\n+ Năm.",
        ["1", "1/-1", "1/-1/+1", "1/-2", "1/-2/+1"],
    ),
    # a clause of an article, whose paragraphs are its own
    (
        "Điều 1. Một\n1. Hai.\n2. Ba.\nTrường hợp khác.\nHồ sơ gồm:\n- Đơn;\n- Giấy.",
        ["Điều 1", "Điều 1/1", "Điều 1/2", "Điều 1/2/-1", "Điều 1/2/-2"],
    ),
    # a letter that numbers its points, and an essay that counts twice
    (
        "1. Một.\n2. Hai.\nBa.\nNhững việc cần làm ngay gồm:\n- Bốn.",
        ["1", "2", "2/-1"],
    ),
    (
        "1. Một.\n2. Hai.\nBa.\n1. Bốn.\n2. Năm.\nSáu.\nHai điều sau đây:\n- Bảy.\n- Tám.",
        ["1", "2", "1(2)", "2(2)", "-1", "-2"],
    ),
    # an only item
    ("1. Một\n- Hai.\nNhững việc cần làm ngay gồm:\n+ Ba.\n2. Bốn.", ["1", "1/-1", "1/-1/+1", "2"]),
]


@pytest.mark.parametrize(("text", "paths"), LISTS)
def test_a_list_stands_where_the_paragraph_above_it_stands(text: str, paths: list[str]) -> None:
    assert outline(text) == paths
