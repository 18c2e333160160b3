"""Names of bodies in capitals come back as they are written in sentences."""

from __future__ import annotations

import re

import pytest

from ingest.issuers import ISSUER_PHRASE, full_name, proper_name


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK", "Ủy ban nhân dân tỉnh Đắk Lắk"),
        ("UỶ BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
        ("UBND XÃ TÂN PHÚ", "Ủy ban nhân dân xã Tân Phú"),
        ("HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ HUẾ", "Hội đồng nhân dân thành phố Huế"),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH GIA LAI", "Chủ tịch Ủy ban nhân dân tỉnh Gia Lai"),
        ("BỘ KHOA HỌC VÀ CÔNG NGHỆ", "Bộ Khoa học và Công nghệ"),
        ("BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("BỘ CÔNG THƯƠNG", "Bộ Công Thương"),
        ("Bộ tài chính", "Bộ Tài chính"),
        ("SỞ Y TẾ", "Sở Y tế"),
        ("BAN TUYÊN GIÁO VÀ DÂN VẬN", "Ban Tuyên giáo và Dân vận"),
        ("VĂN PHÒNG CHÍNH PHỦ", "Văn phòng Chính phủ"),
        ("KIỂM TOÁN NHÀ NƯỚC", "Kiểm toán nhà nước"),
        ("TỈNH ỦY TIỀN GIANG", "Tỉnh ủy Tiền Giang"),
        ("ĐẢNG ỦY CHÍNH PHỦ", "Đảng ủy Chính phủ"),
        ("BAN CHẤP HÀNH ĐẢNG BỘ TỈNH TIỀN GIANG", "Ban Chấp hành Đảng bộ tỉnh Tiền Giang"),
    ],
)
def test_capitals_become_the_way_a_sentence_writes_the_name(heading: str, name: str) -> None:
    assert proper_name(heading) == name


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("của Bộ Chính trị, Ban Bí thư về", "Bộ Chính trị, Ban Bí thư"),
        ("của Ban Thường vụ Tỉnh ủy Tiền Giang về", "Ban Thường vụ Tỉnh ủy Tiền Giang"),
        ("của Ban Tuyên giáo và Dân vận Trung ương", "Ban Tuyên giáo và Dân vận Trung ương"),
        ("của Bộ trưởng Bộ Công Thương quy định", "Bộ trưởng Bộ Công Thương"),
        ("của Bộ Tư pháp hướng dẫn", "Bộ Tư pháp"),
        ("của UBND tỉnh Bắc Giang Ban hành", "UBND tỉnh Bắc Giang"),
        ("của Thủ tướng Chính phủ phê duyệt", "Thủ tướng Chính phủ"),
        ("của Ủy ban Thường vụ Quốc hội về", "Ủy ban Thường vụ Quốc hội"),
    ],
)
def test_a_body_is_found_in_a_sentence_and_ends_before_the_verb(sentence: str, body: str) -> None:
    found = re.search(f"của ({ISSUER_PHRASE})", sentence)
    assert found is not None
    assert found.group(1) == body


def test_one_body_has_one_name_however_it_is_printed() -> None:
    assert full_name("UBND tỉnh Cà Mau") == full_name("Uỷ ban nhân dân tỉnh Cà Mau")
    assert full_name("Ban Chấp hành Trung ương Đảng khoá XII") == "Ban Chấp hành Trung ương"
