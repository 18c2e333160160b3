"""Questions that a table answers: the cell of a row and a column, and no cell of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_library import answering_from

from api.model import Answered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.answer import Answerer

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: {number}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn Hà, ngày 14 tháng 4 năm 2026

"""
CROPS = (
    HEAD.format(number="81/KH-UBND")
    + """KẾ HOẠCH
Phát triển vùng nguyên liệu nông sản

I. MỤC TIÊU
Phát triển vùng nguyên liệu theo quy hoạch.

PHỤ LỤC 01
ĐỊNH HƯỚNG PHÁT TRIỂN VÙNG NGUYÊN LIỆU NÔNG SẢN GIAI ĐOẠN 2026 - 2028
TT | Chỉ tiêu | ĐVT | ƯTH Năm 2025 | GIAI ĐOẠN 2026 - 2028
Năm 2026 | Năm 2027 | Năm 2028
I | CÂY CÔNG NGHIỆP
| 1 | Hồ tiêu
| - | Diện tích | Ha | 26.120 | 27.000 | 27.500 | 28.000
- | Sản lượng | Tấn | 37.724 | 39.800 | 40.602 | 45.225
2 | Dâu tằm
| - | Diện tích | Ha | 6.132 | 6.500 | 6.700 | 7.100
- | Sản lượng | Tấn | 56.182 | 64.213 | 66.456 | 67.405

PHỤ LỤC 02
DANH MỤC NHIỆM VỤ
STT | Tên nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành
1 | Xây dựng bản đồ vùng nguyên liệu | Sở Nông nghiệp và Môi trường | Sở Tài chính | Quý III/2026
2 | Lập sàn giao dịch nông sản | Sở Công Thương | Hội Nông dân tỉnh | Tháng 12/2027

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Lâm
"""
)
PRICES = (
    HEAD.format(number="19/2026/QĐ-UBND")
    + """QUYẾT ĐỊNH
Ban hành khung giá thuê nhà ở công nhân

Điều 1. Khung giá thuê nhà ở công nhân không bằng vốn đầu tư công
1. Khung giá:
TT | Nhà có số tầng | Mức giá tối thiểu | Mức giá tối đa | Đơn vị tính
1 | Số tầng <= 5 | 15.000 | 140.000 | đồng/m2 sàn/tháng
2 | 5< số tầng <=10 | 18.000 | 160.000 | đồng/m2 sàn/tháng
3 | Số tầng > 10 | 22.000 | 200.000 | đồng/m2 sàn/tháng

Điều 2. Học phí
Mức học phí như sau:
Đơn vị tính: 1.000 đồng/học sinh/tháng
Địa bàn | Mầm non | Trung học cơ sở | Trung học phổ thông
Đô thị | 190 | 110 | 130
Miền núi | 105 | 80 | 100

Điều 3. Thủ tục
TT | Mã thủ tục | Tên thủ tục | Trực tuyến
1 | 1.014436.H13 | Cấp thẻ thư viện cho bạn đọc | X
2 | 1.014437.H13 | Cấp lại thẻ thư viện bị mất của bạn đọc, cộng tác viên | X

Điều 4. Kinh phí
STT | Địa phương | Tỷ lệ vốn đối ứng (%) | Ghi chú
Thành phố | Xã
| 1 | Xã Đồng Mít | 80 | 20 | Áp dụng trên địa bàn xã cũ
2 | Phường Phong Phú | 30 | 70 | Áp dụng trên địa bàn phường cũ

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Lâm
"""
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with answering_from(tmp_path_factory.mktemp("cells"), CROPS, PRICES) as found:
        yield found


@pytest.mark.parametrize(
    ("question", "told"),
    [
        # the row that heads a row says of what it is
        ("Diện tích dâu tằm năm 2028 là bao nhiêu ha?", "Dâu tằm – Diện tích, Năm 2028: 7.100 Ha."),
        ("dien tich ho tieu nam 2027 bao nhieu", "Hồ tiêu – Diện tích, Năm 2027: 27.500 Ha."),
        # the range holds the figure; the words of a column choose it
        (
            "nhà ở công nhân 8 tầng thuê tối đa bao nhiêu một mét vuông",
            "5< số tầng <=10, Mức giá tối đa: 160.000 đồng/m2 sàn/tháng.",
        ),
        (
            "Thuê nhà ở công nhân 12 tầng tối thiểu và tối đa bao nhiêu?",
            (
                "Số tầng > 10, Mức giá tối thiểu: 22.000 đồng/m2 sàn/tháng;"
                " Mức giá tối đa: 200.000 đồng/m2 sàn/tháng."
            ),
        ),
        (
            "Học phí trung học phổ thông ở miền núi là bao nhiêu?",
            "Miền núi, Trung học phổ thông: 100 (Đơn vị tính: 1.000 đồng/học sinh/tháng).",
        ),
        # of rows that share words, the one that is named whole
        (
            "Mã thủ tục cấp thẻ thư viện cho bạn đọc là gì?",
            "Cấp thẻ thư viện cho bạn đọc, Mã thủ tục: 1.014436.H13.",
        ),
        # no word chooses: each cell with its name
        (
            "Phường Phong Phú đối ứng bao nhiêu phần trăm?",
            (
                "Phường Phong Phú, Tỷ lệ vốn đối ứng (%) – Thành phố: 30;"
                " Tỷ lệ vốn đối ứng (%) – Xã: 70."
            ),
        ),
    ],
)
def test_the_cell_asked_for_is_told(answerer: Answerer, question: str, told: str) -> None:
    outcome = answerer.answer(question)
    assert isinstance(outcome, Answered)
    assert outcome.answer.splitlines()[0] == told
    assert " | " in outcome.citations[0].quote


def test_the_cells_of_two_years_are_told(answerer: Answerer) -> None:
    question = "Diện tích dâu tằm ước năm 2025 và định hướng 2028 lần lượt bao nhiêu héc-ta?"
    outcome = answerer.answer(question)
    assert isinstance(outcome, Answered)
    assert "ƯTH Năm 2025: 6.132 Ha" in outcome.answer
    assert "Năm 2028: 7.100 Ha" in outcome.answer


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("Ai chủ trì lập sàn giao dịch nông sản?", "Sở Công Thương"),
        ("lap san giao dich nong san phoi hop voi ai", "Hội Nông dân tỉnh"),
        ("bao giờ xong bản đồ vùng nguyên liệu", "Quý III/2026"),
    ],
)
def test_who_does_a_task_and_by_when_stand_in_its_row(
    answerer: Answerer, question: str, body: str
) -> None:
    outcome = answerer.answer(question)
    assert isinstance(outcome, Answered)
    assert body in outcome.answer.splitlines()[0]


@pytest.mark.parametrize(
    "question",
    [
        "Diện tích dâu tằm năm 2033 là bao nhiêu ha?",  # no column is of that year
        "Diện tích sầu riêng năm 2028 là bao nhiêu ha?",  # no row is of that crop
        "Học phí đại học ở miền núi là bao nhiêu?",  # no column is of that school
        "Thuê nhà ở công nhân bằng vốn đầu tư công tối đa bao nhiêu?",  # only denied
    ],
)
def test_a_cell_that_no_table_has_is_not_answered(answerer: Answerer, question: str) -> None:
    assert not isinstance(answerer.answer(question), Answered)
