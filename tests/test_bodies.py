"""Organisations and office holders are found by pattern, with the whole of their name."""

from __future__ import annotations

import pytest

from ingest.bodies import body_key, find_bodies


def names(text: str, *, typed: bool = False) -> list[str]:
    return [name for _, name in find_bodies(text, typed=typed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Party
        (
            (
                "Đảng ủy các cơ quan Đảng tỉnh, Đảng ủy Ủy ban nhân dân tỉnh; cấp ủy huyện và tương"
                " đương lãnh đạo"
            ),
            [
                "Đảng ủy các cơ quan Đảng tỉnh",
                "Đảng ủy Ủy ban nhân dân tỉnh",
                "cấp ủy huyện và tương đương",
            ],
        ),
        ("Ban Thường vụ Tỉnh ủy xây dựng", ["Ban Thường vụ Tỉnh ủy"]),
        ("Đảng đoàn Quốc hội lãnh đạo, chỉ đạo", ["Đảng đoàn Quốc hội"]),
        ("Ban cán sự đảng Chính phủ lãnh đạo", ["Ban cán sự đảng Chính phủ"]),
        (  # a pair ends its word, another begins
            "Văn phòng Trung ương Đảng phối hợp với Ban Kinh tế Trung ương theo dõi",
            ["Văn phòng Trung ương Đảng", "Ban Kinh tế Trung ương"],
        ),
        ("Vụ Kinh tế Đối ngoại báo cáo", ["Vụ Kinh tế Đối ngoại"]),
        (
            "Ban Tuyên giáo và Dân vận Trung ương chủ trì",
            ["Ban Tuyên giáo và Dân vận Trung ương"],
        ),
        ("Các cấp ủy, tổ chức đảng căn cứ", ["Các cấp ủy, tổ chức đảng"]),
        (
            "Các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương cụ thể hóa",
            ["Các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương"],
        ),
        # State
        ("Sở Văn hóa, Thể thao và Du lịch chủ trì", ["Sở Văn hóa, Thể thao và Du lịch"]),
        (
            "Sở Khoa học và Công nghệ, Sở Nội vụ và Sở Tài chính phối hợp",
            ["Sở Khoa học và Công nghệ", "Sở Nội vụ", "Sở Tài chính"],
        ),
        ("Bộ Giáo dục và Đào tạo", ["Bộ Giáo dục và Đào tạo"]),
        ("Bộ Ngoại giao", ["Bộ Ngoại giao"]),
        ("Sở KHCN lo máy chủ", ["Sở KHCN"]),  # a short form has no second syllable
        ("UBND TP kinh phí", ["UBND TP"]),
        ("UBND các xã, phường, đặc khu tổ chức", ["UBND các xã, phường, đặc khu"]),
        ("các sở, ban, ngành tỉnh và UBND cấp xã", ["các sở, ban, ngành tỉnh", "UBND cấp xã"]),
        (
            "Bộ Chỉ huy Quân sự tỉnh, Công an tỉnh",
            ["Bộ Chỉ huy Quân sự tỉnh", "Công an tỉnh"],
        ),
        ("Viện Kiểm sát nhân dân tối cao", ["Viện Kiểm sát nhân dân tối cao"]),
        ("Thuế tỉnh Đắk Lắk đánh giá", ["Thuế tỉnh Đắk Lắk"]),
        # Front, press, others
        (
            "Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội đẩy mạnh",
            ["Ủy ban Mặt trận Tổ quốc", "các tổ chức chính trị - xã hội"],
        ),
        ("Báo Ấp Bắc xây dựng kế hoạch", ["Báo Ấp Bắc"]),
        ("Đài Phát thanh - Truyền hình tỉnh", ["Đài Phát thanh - Truyền hình tỉnh"]),
        ("Đoàn Thanh niên Cộng sản Hồ Chí Minh", ["Đoàn Thanh niên Cộng sản Hồ Chí Minh"]),
        # compounds between capitals, bodies without capitals, what pattern heads leave open
        ("Ban quản lý Khu Kinh tế Phú Yên chủ trì", ["Ban quản lý Khu Kinh tế Phú Yên"]),
        (
            "Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ có trách nhiệm",
            ["Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"],
        ),
        ("ban đảng, ban cán sự đảng, đảng đoàn lãnh đạo", ["ban đảng, ban cán sự đảng, đảng đoàn"]),
        ("Các cơ sở giáo dục công lập tổ chức thu", ["Các cơ sở giáo dục công lập"]),
        ("Ban tuyên giáo và dân vận tỉnh ủy hướng dẫn", ["Ban tuyên giáo và dân vận tỉnh ủy"]),
        # offices
        ("Chủ tịch UBND tỉnh yêu cầu", ["Chủ tịch UBND tỉnh"]),
        ("Giám đốc Sở Tài chính", ["Giám đốc Sở Tài chính"]),
        ("Thủ trưởng các sở, ban, ngành", ["Thủ trưởng các sở, ban, ngành"]),
    ],
)
def test_names_come_back_whole(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Ban hành kèm theo", "Báo cáo kết quả", "Bộ tiêu chí", "Tổ chức thực hiện", "Trường hợp"],
)
def test_words_that_only_look_like_a_head_are_no_body(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("so y te co nhiem vu gi", ["so y te"]),
        ("sở y tế có nhiệm vụ gì", ["sở y tế"]),
        ("ubnd tinh lam gi", ["ubnd tinh"]),
        ("nq 57 yêu cầu quốc hội làm gì", ["quốc hội"]),
        ("chính phủ giao thủ tướng làm gì", ["chính phủ", "thủ tướng"]),
        ("ban nội chính tỉnh ủy làm gì", ["ban nội chính tỉnh ủy"]),  # no "tỉnh ủy"
        ("uy ban kiem tra tinh uy lam gi", ["uy ban kiem tra tinh uy"]),
        ("đảng ủy ubnd tỉnh làm gì", ["đảng ủy ubnd tỉnh"]),
        ("hoi nong dan tinh lam gi", ["hoi nong dan tinh"]),
        ("trường chính trị tỉnh mở lớp", ["trường chính trị tỉnh"]),
        ("chinh phu tinh giao bo nao", ["chinh phu"]),  # "tính"
        ("chiếm bao nhiêu trong toàn bộ kinh tế số", []),
    ],
)
def test_names_are_found_as_people_type_them(typed: str, expected: list[str]) -> None:
    assert names(typed, typed=True) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
        ("Uỷ ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh"),
        ("HĐND tỉnh", "hội đồng nhân dân tỉnh"),
        ("Đảng uỷ Quốc hội", "Đảng ủy Quốc hội"),
        ("Các sở, ban, ngành", "sở, ban, ngành"),
        ("MTTQ Việt Nam", "Mặt trận Tổ quốc Việt Nam"),
    ],
)
def test_spellings_of_one_body_have_one_key(one: str, other: str) -> None:
    assert body_key(one) == body_key(other)


def test_different_bodies_have_different_keys() -> None:
    assert body_key("Sở Y tế") != body_key("Sở Nội vụ")


def test_a_name_in_capitals_does_not_slow_the_search_down() -> None:
    assert find_bodies("BAN " + "NHÂN DÂN " * 400 + "5_") is not None
