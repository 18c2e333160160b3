"""A sentence names the things asked for where three or more of them follow their name."""

from __future__ import annotations

import pytest

from api.enumerated import lists_elsewhere, lists_inline, names_them
from api.question import understand


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Những phường nào được nêu tên?", "Tại các phường Sông Trí, Thành Sen, Hà Huy Tập."),
        ("Làm chủ những công nghệ nào?",
         "Làm chủ một số công nghệ chiến lược như: bán dẫn, lượng tử, nano."),
        ("quy uu tien nhung linh vuc nao",
         "Quỹ (ưu tiên các lĩnh vực quốc phòng, năng lượng, môi trường)."),
        ("5 nền móng nào là chỗ dựa?", "Dựa trên năm nền móng: thể chế, nhân lực, hạ tầng."),
    ],
)  # fmt: skip
def test_three_names_after_the_noun_name_them(question: str, text: str) -> None:
    assert names_them(understand(question), text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Những phường nào được nêu tên?", "Các phường xây dựng mô hình phù hợp."),
        ("Những phường nào được nêu tên?", "Tại các phường Sông Trí và Thành Sen."),
        ("Những phường nào được nêu tên?", "Phường lập danh sách. Gồm: xã, ấp, khu, tổ."),
        ("Phường nộp báo cáo khi nào?", "Tại các phường Sông Trí, Thành Sen, Hà Huy Tập."),
        ("Phải làm rõ những phần nào?", "Thành phần tham dự: ban, sở, ngành, hội, đoàn."),
    ],
)
def test_fewer_names_or_another_thing_do_not(question: str, text: str) -> None:
    assert not names_them(understand(question), text)


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Thời hạn lưu trữ bao gồm lưu trữ vĩnh viễn và lưu trữ có thời hạn.", True),
        ("Hồ sơ gồm đơn, bản sao.", True),
        ("Hồ sơ gồm các giấy tờ sau đây:", False),
        ("Hồ sơ gồm:", False),
    ],
)
def test_what_a_thing_consists_of_may_be_told_in_the_sentence(text: str, listed: bool) -> None:  # noqa: FBT001 -- a table
    assert lists_inline(text) is listed


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("Hoàn thiện 11 loại lồng (danh mục chi tiết tại Phụ lục II Nghị quyết 214/NQ-CP).", True),
        ("Hoàn thiện 11 loại lồng (chi tiết tại Phụ lục kèm theo).", False),  # of this paper
        ("Hoàn thiện lồng theo Nghị quyết 214/NQ-CP.", False),
    ],
)
def test_a_list_may_be_left_to_another_paper(text: str, elsewhere: bool) -> None:  # noqa: FBT001 -- a table
    assert lists_elsewhere(understand("Hoàn thiện những lồng gì?"), text) is elsewhere
    assert not lists_elsewhere(understand("Hoàn thiện lồng trong bao lâu?"), text)
