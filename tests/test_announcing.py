"""What a question asks a list of, and whether the opening words of a part announce it."""

from __future__ import annotations

import pytest

from api.announcing import announces, asks_for_all_of, is_a_name, only_of, things_asked
from api.question import understand


@pytest.mark.parametrize(
    ("question", "things"),
    [
        ("Tuyên truyền bằng những hình thức nào?", ("hình thức",)),
        ("tuyen truyen bang nhung hinh thuc nao", ("hinh thuc",)),
        ("Hồ sơ đăng ký gồm những giấy tờ gì?", ("giấy tờ", "hồ sơ", "tài liệu")),
        ("Dùng giấy tờ gì để chứng minh?", ("giấy tờ", "hồ sơ", "tài liệu")),
        ("Lấy tiền từ những nguồn nào?", ("nguồn", "nguồn vốn", "nguồn kinh phí", "kinh phí")),
        ("Phần mềm có mấy loại tài khoản?", ("tài khoản",)),
        ("nguồn vốn Quyết định 2853", ("nguồn vốn",)),
        ("Hồ sơ gửi lên tỉnh để xác định thôn, xã có gì?", ("hồ sơ",)),
        ("ho so tham dinh giai the cap xa gom gi", ("ho so",)),
        ("Các mục của Kế hoạch 180?", ()),
        ("Bị tai nạn thì được hỗ trợ mức nào?", ()),
        ("Nghị quyết 71 đã sửa những điểm gì?", ()),
    ],
)
def test_the_things_a_list_is_asked_of(question: str, things: tuple[str, ...]) -> None:
    assert things_asked(understand(question)) == things


@pytest.mark.parametrize(
    ("opening", "thing"),
    [
        ("Hình thức", "hình thức"),
        ("HÌNH THỨC", "hinh thuc"),
        ("bằng một trong các tài liệu sau đây:", "tài liệu"),
        ("Thủ tục hành chính cấp tỉnh", "tthc"),
    ],
)
def test_an_opening_announces_a_thing_it_names(opening: str, thing: str) -> None:
    assert announces(opening, thing)


def test_a_homograph_or_half_a_word_announces_nothing() -> None:
    assert not announces("Danh hiệu Tập thể lao động tiên tiến", "tiền")
    assert not announces("Thông báo", "bao bì")


def test_a_name_alone_asks_for_all_of_it_but_that_of_a_value_does_not() -> None:
    assert is_a_name("nguon von quyet dinh 2853")
    assert not is_a_name("muc trich thu nhap tang them 2026")
    assert not is_a_name("gia ban nha o xa hoi bac ninh")
    assert asks_for_all_of("ho so cap xa gui len tinh co gi")
    assert not asks_for_all_of("ca truc la gi")


def test_a_heading_of_several_things_is_not_only_of_the_last() -> None:
    assert only_of("NGUỒN VỐN THỰC HIỆN KẾ HOẠCH", "nguồn vốn")
    assert not only_of("NỘI DUNG, THỜI GIAN VÀ TÀI LIỆU QUÁN TRIỆT", "tài liệu")
