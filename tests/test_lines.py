"""Broken lines of printed pages: what is joined, what is not, what is dropped."""

from __future__ import annotations

import pytest

from ingest.lines import glue
from ingest.model import RawPage, RawText
from ingest.text import canonical

WIDTH = 70
FULL = "cần quán triệt và tổ chức thực hiện nghiêm túc các nội dung nêu trên của"
FULL_CAPITALS = "ĐẨY MẠNH TUYÊN TRUYỀN VỀ ĐỘT PHÁ PHÁT TRIỂN KHOA HỌC, CÔNG NGHỆ"


def printed(*pages: tuple[str, ...]) -> str:
    numbered = (RawPage(number, lines) for number, lines in enumerate(pages, 1))
    return canonical(RawText("pdf", tuple(numbered), wrapped=True)).text


@pytest.mark.parametrize(
    ("line", "following", "expected"),
    [
        # the sentence goes on
        (FULL, "mình trong tình hình mới.", " "),
        (FULL, "Bộ Chính trị và Ban Bí thư", " "),  # a name, not a new sentence
        (FULL, "“chuyển đổi số”", " "),
        (FULL, "18/02/2025 của Tỉnh ủy", " "),
        ("nhiệm vụ;", "giải pháp", "\n"),
        (FULL + " nhiệm vụ;", "giải pháp cụ thể", " "),
        ("theo quy định tại khoản", "2. Điều này", " "),
        (FULL[:-4] + " khoản", "1, mục III", " "),
        ("giai đoạn 2021", "- 2025 và những năm sau", " "),
        (FULL[:-4] + " (mức", "1) của Thành phố", " "),
        ("Căn cứ Luật số", "64/2025/QH15 ngày 19/02/2025", " "),
        (FULL, "Điều 5 Luật Lưu trữ", " "),
        ("căn cứ Nghị quyết số 57-", "NQ/TW ngày 22/12/2024", ""),
        ("các tổ chức chính trị-", "xã hội", ""),
        ("mạng inter\u00ad", "net", ""),
        (FULL_CAPITALS, "ĐỔI MỚI SÁNG TẠO", " "),
        ("KẾ HOẠCH THỰC HIỆN NGHỊ QUYẾT VỀ", "ĐỘT PHÁ", " "),
        # something new begins
        (FULL[:-4] + ".", "Việc quán triệt", "\n"),
        ("Mục đích", "Giúp các cấp ủy", "\n"),
        (FULL_CAPITALS, "ĐẢNG CỘNG SẢN VIỆT NAM", "\n"),
        (FULL_CAPITALS, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "\n"),
        (FULL, "1. Mục đích", "\n"),
        (FULL, "1.1- Mục tiêu", "\n"),
        (FULL, "1.1 Mục tiêu", "\n"),
        (FULL, "II- NỘI DUNG", "\n"),
        (FULL, "IV. TỔ CHỨC", "\n"),
        (FULL, "a) Tuyên truyền", "\n"),
        (FULL, "đ) Tuyên truyền", "\n"),
        (FULL, "- Lưu Văn phòng", "\n"),
        (FULL, "+ Cấp huyện", "\n"),
        (FULL, "Điều 5. Hiệu lực", "\n"),
        (FULL, "Chương II", "\n"),
        (FULL, "PHỤ LỤC I", "\n"),
        (FULL, "Nơi nhận:", "\n"),
        (FULL, "Căn cứ Luật Lưu trữ", "\n"),
        (FULL, "| 1 | Báo cáo |", "\n"),
        ("| 1 | Báo cáo |", "kết quả", "\n"),
        (FULL, "KẾ HOẠCH", "\n"),
        ("KẾ HOẠCH", "học tập, quán triệt", "\n"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", "TỈNH ỦY TIỀN GIANG", "\n"),
    ],
)
def test_two_lines_are_joined_or_kept_apart(line: str, following: str, expected: str) -> None:
    assert glue(line, following, WIDTH) == expected


def test_a_foreign_word_is_whole_again_and_other_hyphens_stay() -> None:
    broken = "phủ sóng mạng di động và đưa dịch vụ inter-"
    assert "internet" in printed((FULL, broken, "net đến mọi thôn, bản"))
    assert "chính trị-xã hội" in printed((FULL, FULL + " chính trị-", "xã hội"))


def body(page: int) -> tuple[str, ...]:
    return tuple(f"Nội dung thứ {page}{row} của văn bản, viết vừa đủ dài." for row in "abc")


def test_running_headers_and_page_numbers_are_dropped() -> None:
    pages = [
        ("Văn phòng Tỉnh ủy Tiền Giang", *body(n), f"Trang {n}/4", "Công báo số 12 năm 2025")
        for n in range(1, 5)
    ]
    assert printed(*pages) == "\n".join(line for n in range(1, 5) for line in body(n))


@pytest.mark.parametrize("form", ["{}", "- {} -", "Trang {}", "{}.", "trang {}/9"])
@pytest.mark.parametrize("offset", [0, 4])
def test_page_numbers_run_with_the_pages(form: str, offset: int) -> None:
    pages = [(form.format(n + offset), *body(n)) for n in (1, 2, 3)]
    assert printed(*pages) == "\n".join(line for n in (1, 2, 3) for line in body(n))


def test_a_number_that_does_not_run_with_the_pages_stays() -> None:
    assert printed((*body(1), "2025"), body(2)).count("2025") == 1


def test_a_stamp_on_every_page_is_never_dropped() -> None:
    assert printed(*[("TUYỆT MẬT", *body(n)) for n in range(1, 6)]).count("TUYỆT MẬT") == 5


def test_a_heading_on_two_pages_is_not_a_running_header() -> None:
    assert (
        printed(("Phần việc của Tỉnh ủy", *body(1)), ("Phần việc của Tỉnh ủy", *body(2))).count(
            "Phần việc"
        )
        == 2
    )
