"""Papers listed by their numbers behind one type are all named; what is counted is no paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from api.numbers_listed import with_types_repeated
from api.question import understand
from ingest.read import read_document

if TYPE_CHECKING:
    from ingest.model import DocumentInfo

PAPER = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: {number}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sơn Hà, ngày 11 tháng 6 năm 2025

QUYẾT ĐỊNH
Về việc quản lý bến đò ngang

Điều 1. Sở Xây dựng quản lý bến đò ngang trên địa bàn tỉnh.
"""


@pytest.fixture(scope="module")
def held() -> tuple[DocumentInfo, ...]:
    """Two decisions of one year."""
    numbers = ("313/2025/QĐ-UBND", "318/2025/QĐ-UBND")
    texts = (PAPER.format(number=number).encode() for number in numbers)
    return tuple(read_document(text, f"{at}.txt").info for at, text in enumerate(texts))


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("quyet dinh 313/2025 va 318/2025 do ai ky",
         "quyet dinh 313/2025 va quyet dinh 318/2025 do ai ky"),
        ("Quyết định 313 và 318 khác nhau thế nào?",
         "Quyết định 313 và Quyết định 318 khác nhau thế nào?"),
        # a year makes a number of any paper, held or not
        ("QĐ 313/2025 so với 999/2025?", "QĐ 313/2025 so với QĐ 999/2025?"),
        # amounts, and numbers of no paper, are left
        ("Quyết định 313 và 318 bến đò", "Quyết định 313 và 318 bến đò"),
        ("Quyết định 313 và 5 do ai ký", "Quyết định 313 và 5 do ai ký"),
        ("Quyết định 313 có mấy điều, 318 mét dây?", "Quyết định 313 có mấy điều, 318 mét dây?"),
        ("bến đò 313 và 318", "bến đò 313 và 318"),
    ],
)  # fmt: skip
def test_the_type_is_said_again_before_each_number(
    held: tuple[DocumentInfo, ...], question: str, read: str
) -> None:
    assert with_types_repeated(understand(question), held).text == read
