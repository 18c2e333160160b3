"""What a table lists is counted and told whole, or as much of it as the question names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_library import answering_from

from api.model import Answered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.answer import Answerer

OPENING = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 914/QĐ-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sơn Hà, ngày 24 tháng 11 năm 2025

QUYẾT ĐỊNH
Về việc công bố danh mục thủ tục hành chính lĩnh vực văn hóa

Điều 1. Công bố kèm theo Quyết định này Danh mục 05 thủ tục hành chính lĩnh vực văn hóa.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

PHỤ LỤC
DANH MỤC THỦ TỤC HÀNH CHÍNH LĨNH VỰC VĂN HÓA
1. Danh mục thủ tục hành chính mới ban hành
TT | Mã TTHC | Tên thủ tục hành chính | Lĩnh vực
A | THỦ TỤC HÀNH CHÍNH CẤP TỈNH
1 | 2.001611 | Thu hồi giấy phép lữ hành | Du lịch
2 | 2.001589 | Cấp thẻ hướng dẫn viên | Du lịch
3 | 1.008896 | Thông báo thành lập thư viện | Thư viện
B | THỦ TỤC HÀNH CHÍNH CẤP XÃ
1 | 1.014310 | Hưởng trợ cấp sinh hoạt đối với nghệ nhân | Di sản
2 | 1.014312 | Thôi hưởng trợ cấp sinh hoạt đối với nghệ nhân | Di sản
2. Danh mục thủ tục hành chính bị bãi bỏ
TT | Mã TTHC | Tên thủ tục hành chính | Lĩnh vực
1 | 3.000001 | Đăng ký tổ chức lễ hội | Văn hóa
2 | 3.000002 | Cấp phép kinh doanh karaoke | Văn hóa
"""
TASKS = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 617/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sơn Hà, ngày 01 tháng 12 năm 2025

KẾ HOẠCH
Chuyển đổi số trong doanh nghiệp

I. MỤC ĐÍCH
Giúp doanh nghiệp chuyển đổi số.

PHỤ LỤC
DANH MỤC CÁC NHIỆM VỤ TRỌNG TÂM
STT | Tên nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp
I. NÂNG CAO NHẬN THỨC
1 | Mở lớp học trực tuyến | Sở Khoa học và Công nghệ | Sở Nội vụ
2 | Khen thưởng doanh nghiệp | Sở Nội vụ | Sở Tài chính
II. PHÁT TRIỂN HẠ TẦNG TRONG SẢN XUẤT
3 | Dựng trạm 5G ở khu công nghiệp | Sở Khoa học và Công nghệ | Sở Công Thương
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with answering_from(tmp_path_factory.mktemp("tables"), OPENING, TASKS) as made:
        yield made


def told(answerer: Answerer, question: str) -> str:
    outcome = answerer.answer(question)
    assert isinstance(outcome, Answered)
    return outcome.answer


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("Phụ lục Kế hoạch 617 có bao nhiêu nhiệm vụ trọng tâm?", "03 nhiệm vụ"),
        ("phu luc ke hoach 617 co tat ca bao nhieu nhiem vu trong tam", "03 nhiệm vụ"),
        ("QĐ 914 công bố bao nhiêu thủ tục cấp tỉnh?", "03 thủ tục hành chính"),
        ("QĐ 914 bãi bỏ mấy thủ tục hành chính?", "02 thủ tục hành chính"),
    ],
)
def test_rows_of_the_table_or_group_named_are_counted(
    answerer: Answerer, question: str, counted: str
) -> None:
    assert told(answerer, question).startswith(counted)


def test_each_level_asked_for_is_counted(answerer: Answerer) -> None:
    answer = told(
        answerer, "QĐ 914 công bố bao nhiêu thủ tục cấp tỉnh và bao nhiêu thủ tục cấp xã?"
    )
    assert "03 thủ tục hành chính (THỦ TỤC HÀNH CHÍNH CẤP TỈNH):" in answer
    assert "CẤP XÃ: 02" in answer


def test_the_whole_is_counted_with_each_of_its_groups(answerer: Answerer) -> None:
    answer = told(answerer, "QĐ 914 công bố tất cả mấy thủ tục hành chính?")
    assert answer.startswith("05 thủ tục hành chính, gồm: ")
    assert "CẤP TỈNH: 03; " in answer.splitlines()[0]


@pytest.mark.parametrize(
    ("question", "listed", "not_listed"),
    [
        ("QĐ 914 bãi bỏ những thủ tục nào?", ["lễ hội", "karaoke"], ["thư viện", "nghệ nhân"]),
        ("Hai thủ tục cấp xã về nghệ nhân trong Quyết định 914?",
         ["1. Hưởng trợ cấp", "2. Thôi hưởng"], ["thư viện", "lễ hội"]),
        ("Kế hoạch 617: Sở Khoa học và Công nghệ chủ trì những nhiệm vụ nào?",
         ["lớp học trực tuyến", "trạm 5G"], ["Khen thưởng"]),
        ("Kế hoạch 617: Sở Nội vụ phối hợp những nhiệm vụ nào?",
         ["lớp học trực tuyến"], ["Khen thưởng", "trạm 5G"]),
    ],
)  # fmt: skip
def test_every_row_asked_for_is_listed_and_no_other(
    answerer: Answerer, question: str, listed: list[str], not_listed: list[str]
) -> None:
    answer = told(answerer, question)
    assert all(name in answer for name in listed)
    assert not any(name in answer for name in not_listed)


def test_the_sentence_that_states_the_number_is_told_first(answerer: Answerer) -> None:
    answer = told(answerer, "QĐ 914 công bố bao nhiêu thủ tục hành chính lĩnh vực văn hóa?")
    assert "Danh mục 05 thủ tục hành chính" in "\n".join(answer.splitlines()[:2])


def test_one_row_asked_about_is_not_answered_by_all(answerer: Answerer) -> None:
    answer = told(answerer, "Mã của thủ tục cấp thẻ hướng dẫn viên là gì?")
    assert "2.001589" in answer
    assert "thư viện" not in answer
