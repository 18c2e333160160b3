"""A look-alike of what a paper says is not answered by it; its twin that the paper states is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_library import answering_from

from api.model import Answered, NotFound, Partial

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.answer import Answerer

DECISION = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 73/QĐ-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sơn Hà, ngày 09 tháng 6 năm 2026

QUYẾT ĐỊNH
Ban hành Quy chế Quỹ nuôi ong của tỉnh Sơn Hà

Điều 1. Quỹ nuôi ong là tổ chức thuộc Sở Nông nghiệp và Môi trường, đặt tại số 16, đường Mật Ong.
Điều 2. Vốn điều lệ của Quỹ nuôi ong trung ương tối thiểu là 12 tỷ đồng.
Điều 3. Giám đốc Quỹ nuôi ong
1. Giám đốc Quỹ nuôi ong phụ trách chung, chịu trách nhiệm trước Ủy ban nhân dân tỉnh.
2. Giám đốc Quỹ nuôi ong phân công nhiệm vụ cho các phòng chuyên môn.
Điều 4. Mức hỗ trợ thùng ong cao hơn từ trên 15% đến không quá 30% do Sở Tài chính quyết định.
Điều 5. Mức hỗ trợ
1. Mức hỗ trợ thùng ong là 650.000 đồng mỗi thùng.
2. Mức hỗ trợ thùng ong được báo cáo Hội đồng nhân dân trước ngày 31 tháng 12 năm 2026.
Điều 6. Giá trị mật ong xuất khẩu đến năm 2030 đạt 40 triệu USD.
Điều 7. Phấn đấu trên 90% hộ nuôi ong được tập huấn kỹ thuật.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Mật
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """One decision about a fund."""
    with answering_from(tmp_path_factory.mktemp("quy"), DECISION) as made:
        yield made


@pytest.mark.parametrize(
    "question",
    [
        "Số điện thoại của Quỹ nuôi ong là bao nhiêu?",
        "Giám đốc Quỹ nuôi ong tên là gì?",
        "giam doc quy nuoi ong ten gi",
        "Giám đốc Quỹ nuôi ong là ai?",
        "Vốn điều lệ của Quỹ nuôi ong địa phương tối thiểu là bao nhiêu tỷ đồng?",
        "Mức hỗ trợ thùng ong cao hơn trên 30% do sở nào quyết định?",
        "Mức hỗ trợ thùng ong phải báo cáo Hội đồng nhân dân mấy tháng một lần?",
        "Giá trị sáp ong xuất khẩu đến năm 2030 là bao nhiêu USD?",
        "Hiện nay có bao nhiêu hộ nuôi ong?",
        "Trước Quyết định 73 thì mức hỗ trợ thùng ong là bao nhiêu?",
    ],
)
def test_a_look_alike_is_not_answered(answerer: Answerer, question: str) -> None:
    assert isinstance(answerer.answer(question), Partial | NotFound)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Vốn điều lệ của Quỹ nuôi ong trung ương tối thiểu là bao nhiêu tỷ đồng?", "12 tỷ đồng"),
        ("Mức hỗ trợ thùng ong cao hơn trên 15% do sở nào quyết định?", "Sở Tài chính"),
        ("Mức hỗ trợ thùng ong phải báo cáo Hội đồng nhân dân trước ngày nào?", "31 tháng 12"),
        ("Giá trị mật ong xuất khẩu đến năm 2030 là bao nhiêu USD?", "40 triệu USD"),
        ("Phấn đấu bao nhiêu phần trăm hộ nuôi ong được tập huấn?", "90%"),
        ("Mức hỗ trợ thùng ong là bao nhiêu?", "650.000 đồng"),
    ],
)
def test_its_twin_that_is_stated_is_answered(answerer: Answerer, question: str, told: str) -> None:
    outcome = answerer.answer(question)
    assert isinstance(outcome, Answered)
    assert told in outcome.answer
