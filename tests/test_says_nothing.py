"""Some lines of a paper say nothing that anybody asks for."""

from __future__ import annotations

import pytest

from api.question import understand
from api.says_nothing import (
    only_basis,
    only_opens,
    only_says_scope,
    only_sends,
    says_something,
)

SCOPE = "Nghị định này quy định chi tiết điều kiện khó khăn về tài chính của người được trợ giúp."


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Các xã nộp báo cáo.", True),
        ("x", False),
        ("Cà phê", False),
        ("Tôi là: ……… sinh năm …… tại ……", False),
        ("Trên đây là Kế hoạch nuôi cá lồng của tỉnh.", False),
        ("(Kèm theo Quyết định số 12/QĐ-UBND)", False),
    ],
)
def test_a_line_says_something_or_nothing(line: str, says: bool) -> None:  # noqa: FBT001  a column of the table
    assert says_something(line) is says


def test_what_a_paper_rests_on_is_told_only_where_it_is_asked() -> None:
    basis = "Căn cứ Luật Thủy sản năm 2017;"
    assert only_basis(understand("Nuôi cá lồng thế nào?"), basis)
    assert not only_basis(understand("Kế hoạch căn cứ luật nào?"), basis)
    assert not only_basis(understand("Ai đề nghị?"), "Theo đề nghị của Giám đốc Sở Y tế;")
    assert not only_basis(understand("Ai làm?"), "Các xã căn cứ Kế hoạch này để thực hiện.")


@pytest.mark.parametrize(
    ("question", "only"),
    [
        ("Người như thế nào được coi là khó khăn về tài chính?", True),
        ("Điều kiện về tài chính thế nào?", True),
        ("Nghị định 144 quy định về vấn đề gì?", False),
        ("Phạm vi điều chỉnh của Nghị định 144 là gì?", False),
        ("Nghị định 144 quy định chi tiết điều nào của Luật?", False),
        ("Nghị định khuyến khích những hoạt động lâm nghiệp nào?", False),
    ],
)
def test_what_a_paper_is_about_answers_only_who_asks_that(question: str, only: bool) -> None:  # noqa: FBT001  a column of the table
    assert only_says_scope(understand(question), SCOPE) is only
    assert not only_says_scope(understand(question), "Người thuộc hộ cận nghèo gặp khó khăn.")


@pytest.mark.parametrize(
    ("question", "only"),
    [
        ("Dự thảo báo cáo gửi kèm công văn 402 nêu những hạn chế gì?", True),
        ("Thủ tướng cho ý kiến gì về dự thảo báo cáo?", True),
        ("Công văn gửi kèm dự thảo nào?", False),
        ("Dự thảo báo cáo do ai làm?", False),
    ],
)
def test_a_letter_does_not_say_what_it_encloses(question: str, only: bool) -> None:  # noqa: FBT001  a column of the table
    sent = "Văn phòng đã dự thảo báo cáo (xin gửi kèm theo)."
    assert only_sends(understand(question), sent) is only
    assert not only_sends(understand(question), "Báo cáo nêu hạn chế về cá giống.")


def test_what_opens_a_paper_answers_only_who_asks_what_it_rests_on() -> None:
    opening = (
        "Thực hiện Quyết định số 19/QĐ-BCA, Ủy ban nhân dân ban hành Kế hoạch phòng, chống ma túy"
        " với các nội dung cụ thể như sau:"
    )
    assert only_opens(understand("Kế hoạch phòng, chống ma túy nhằm mục đích gì?"), opening)
    assert only_opens(understand("ke hoach phong chong ma tuy lam den khi nao thi xong"), opening)
    assert not only_opens(understand("Kế hoạch thực hiện quyết định nào của Bộ?"), opening)
    assert not only_opens(understand("Mục đích?"), "Các xã tuyên truyền với nội dung phù hợp.")
