"""Small documents read by the product itself, for tests of what comes after reading."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from shared import CORPUS

from ingest.read import read_document

if TYPE_CHECKING:
    from ingest.model import Document

# a made-up plan in the form of Party documents: figures and bodies occur in no other test text
PLAN = """TỈNH ỦY BẮC SƠN
*
Số 45-KH/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Bắc Sơn, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
thực hiện Nghị quyết số 91-NQ/TW về phát triển thư viện số
-----

Thực hiện Nghị quyết số 91-NQ/TW, ngày 15/01/2026 của Bộ Chính trị về phát triển thư viện số, \
Ban Thường vụ Tỉnh ủy xây dựng kế hoạch như sau:

I- MỤC TIÊU

1. Đến năm 2030

- Tỉ lệ thư viện xã có mạng đạt tối thiểu 85%; số bạn đọc tăng trung bình 12%/năm.

- Có từ 20 - 25 thư viện số cấp tỉnh.

2. Đến năm 2045

- Tỉ lệ thư viện xã có mạng đạt 100%.

II- NHIỆM VỤ

1. Hoàn thiện quy chế mượn sách điện tử

2. Số hóa tài liệu địa chí

3. Đào tạo thủ thư

III- TỔ CHỨC THỰC HIỆN

1. Đảng ủy Ủy ban nhân dân tỉnh chủ trì, phối hợp với Văn phòng Tỉnh ủy xây dựng đề án số hóa \
địa chí, hoàn thành trước ngày 30/9/2026.

2. Báo Bắc Sơn mở chuyên mục đọc sách. Báo cáo kết quả về Ban Thường vụ Tỉnh ủy \
(qua Ban Tuyên giáo và Dân vận Tỉnh ủy) trước ngày 15/12/2026.

Nơi nhận:
- Bộ Chính trị,
- Các huyện ủy,
- Lưu Văn phòng Tỉnh ủy.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Trần Văn Bình
"""


@lru_cache(maxsize=1)
def plan() -> Document:
    """Return the made-up plan 45-KH/TU."""
    return read_document(PLAN.encode(), "45-KH-TU.txt")


@lru_cache(maxsize=1)
def kh180() -> Document:
    """Return the plan that ships in ``corpus/``."""
    return read_document((CORPUS / "180-KH-TU.txt").read_bytes(), "180-KH-TU.txt")
