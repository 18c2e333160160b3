"""Items whose line end was lost get their place in the tree, and no others do."""

from __future__ import annotations

import pytest
from outlines import parse

from ingest.structure import find_by_path

GLUED = [
    # the middle one, the last one, the first one behind a heading
    ("Điều 9. Tổ chức\n1. Giao A, không tiêu cực.2. Giao B.\n3. Đề nghị C.", ["1", "2", "3"]),
    ("Điều 9. Tổ chức\na) Tài sản vốn nhà nước.\nb) Tài sản dự án. c) Tài sản khác.", [*"abc"]),
    (
        "Điều 9. Tổ chức 1. Mức lương tính như sau:\na) Nữ;\nb) Nam.\n2. Khác.\n3. Ba.",
        ["1", "2", "3"],
    ),
    # the first two behind the heading, as a broken line leaves them
    ("Điều 9. Thành phần gồm: a) Chủ tịch; b) Các Phó Chủ tịch;\nc) Các Ủy viên.", [*"abc"]),
    ("Điều 9. Thành phần gồm: b) Các Phó Chủ tịch;\nc) Các Ủy viên.", []),
    # a point whose dashes belong to the one glued to it
    ("Điều 9. Một\na. Từ tháng 3 hằng năm b. Địa điểm\n- Một.\nc. Tần suất", [*"abc"]),
    # a table below the item, and one on its line
    ("Điều 9. Một\n1. Một năm. 2. Hai năm.\nTT | Tên | Số", ["1", "2"]),
    ("Điều 9. Một\n1. Một năm. 2. Hai năm. | Ký tên", ["1"]),
    # the next letter inside a sentence that has a list of its own
    ("Điều 9. Một\na) Một.\nb) Hồ sơ gồm: b) Đơn; c) Giấy. d) Khác.", ["a", "b"]),
    # quoted law
    ("Điều 9. Sửa\n1. Sửa như sau: “Một.\nHai. 2. Ba.”\nBốn", ["1"]),
]


@pytest.mark.parametrize(("text", "items"), GLUED)
def test_an_item_whose_line_end_was_lost_has_a_place_of_its_own(
    text: str, items: list[str]
) -> None:
    [article] = parse(text)
    assert [part.path[-1] for part in article.children] == items


def test_what_follows_a_glued_item_belongs_to_it() -> None:
    sections = parse("1. Một\na. Từ tháng 3 b. Địa điểm\n- Một.\nc. Tần suất")
    place = find_by_path(sections, ("1", "b"))
    assert place is not None
    assert (place.heading, [part.path[-1] for part in place.children]) == ("Địa điểm", ["-1"])
    assert find_by_path(sections, ("1", "a", "-1")) is None
