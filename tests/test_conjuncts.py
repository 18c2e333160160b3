"""Things named beside each other are asked for one by one; what is one thing is left whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.conjuncts import conjuncts_of

ALIKE = (
    # they open alike
    ("Chế độ trực giữa cấp III và cấp IV chênh nhau ra sao?", ("cấp III", "cấp IV")),
    ("mat khau quan tri va mat khau nguoi dung phai doi may thang mot lan",
     ("mat khau quan tri", "mat khau nguoi dung")),
    ("Hồ sơ đủ điều kiện và hồ sơ không đủ điều kiện được giải quyết trong mấy ngày?",
     ("Hồ sơ đủ điều kiện", "hồ sơ không đủ điều kiện")),
    ("Hệ số cho trẻ dưới 4 tuổi và trẻ từ đủ 4 đến dưới 16 tuổi chênh nhau thế nào?",
     ("trẻ dưới 4 tuổi", "trẻ từ đủ 4 đến dưới 16 tuổi")),
    ("Thời hạn nộp của xã khác với thời hạn nộp của các cơ quan báo, đài như thế nào?",
     ("Thời hạn nộp của xã", "thời hạn nộp của các cơ quan")),
    ("Kế hoạch bãi bỏ bao nhiêu thủ tục ở cấp tỉnh và bao nhiêu ở cấp xã?",
     ("ở cấp tỉnh", "ở cấp xã")),
    ("Việc phổ biến luật và việc kiểm tra thi hành luật bắt đầu từ năm nào?",
     ("Việc phổ biến luật", "việc kiểm tra thi hành luật")),
    # they end alike, one of them with "phó"
    ("Hỗ trợ Trưởng bộ môn và Phó Trưởng bộ môn mỗi tháng bao nhiêu?",
     ("Trưởng bộ môn", "Phó Trưởng bộ môn")),
    ("Phụ cấp của Bí thư chi bộ và Phó bí thư chi bộ là bao nhiêu?",
     ("Bí thư chi bộ", "Phó bí thư chi bộ")),
    # the second is but a number, or there are several
    ("van dong vien tuyen 1 va 2 duoc may thang", ("tuyen 1", "tuyen 2")),
    ("Chế độ trực cấp I, cấp II và cấp III khác nhau ra sao?", ("cấp I", "cấp II", "cấp III")),
    ("So sánh khu vực I, II và III", ("khu vực I", "khu vực II", "khu vực III")),
    # measures, offices, and whatever opens a question that asks for a figure
    ("Tỉ trọng xuất khẩu cá và quy mô đàn lần lượt bao nhiêu?",
     ("Tỉ trọng xuất khẩu cá", "quy mô đàn")),
    ("Giám đốc và phó giám đốc trung tâm phải dạy bao nhiêu giờ?", ("Giám đốc", "phó giám đốc")),
    ("Quyết định này: thủ kho và kế toán trưởng cần mấy năm kinh nghiệm?",
     ("thủ kho", "kế toán trưởng")),
    ("phần cứng và phần mềm chứng minh quyền sở hữu bằng tài liệu gì", ("phần cứng", "phần mềm")),
    # bodies, short forms that are compared, whatever stands behind "giữa"
    ("Báo Ấp Bắc và Đài Phát thanh tỉnh báo cáo khi nào?",
     ("Báo Ấp Bắc", "Đài Phát thanh tỉnh")),
    ("Học phí THCS so với THPT ở nông thôn?", ("THCS", "THPT")),
    ("So sánh tỷ lệ đối ứng giữa phường Phong Phú và xã Chân Mây trong nghị quyết này",
     ("phường Phong Phú", "xã Chân Mây")),
)  # fmt: skip

WHOLE = (
    "Sở Khoa học và Công nghệ phải báo cáo trước ngày nào?",
    "Bộ Khoa học và Công nghệ phối hợp với bộ nào?",
    "Mục tiêu phát triển khoa học và công nghệ là gì?",
    "Ai chủ trì và ai phối hợp?",
    "Sở Y tế phối hợp với Sở Tài chính làm gì?",
    "Nghị quyết 57 và Nghị quyết 20 do ai ký?",
    "Quy mô kinh tế số năm 2030 và năm 2045 là bao nhiêu?",
    "Gắn việc thực hiện Nghị quyết 57 với nghị quyết nào?",
    "Hội đồng tư vấn về KHCN, ĐMST và CĐS có bao nhiêu người?",
    "Kế hoạch này do tỉnh ủy hay ủy ban nhân dân ban hành?",
    "Mặt trận và đoàn thể làm gì?",
    "Chi cho khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số bao nhiêu phần trăm?",
    "trâu bò",
    "",
)

ASKED = (
    # who compares measures or times asks how much or when each is
    ("Diện tích lồng của hộ nghèo so với lồng của hợp tác xã?",
     ("Diện tích lồng của hộ nghèo bao nhiêu?", "Diện tích lồng của hợp tác xã bao nhiêu?")),
    ("Thời hạn cho cơ quan nộp và cho cơ quan nhận khác nhau ra sao?",
     ("Thời hạn cho cơ quan nộp khi nào?", "Thời hạn cho cơ quan nhận khi nào?")),
    ("Chế độ trực giữa cấp III và cấp IV chênh nhau ra sao?",
     ("Chế độ trực cấp III bao nhiêu?", "Chế độ trực cấp IV bao nhiêu?")),
    ("Vai trò của thôn trưởng và của thôn phó là gì?",
     ("Vai trò của thôn trưởng là gì?", "Vai trò của thôn phó là gì?")),
)  # fmt: skip


@pytest.mark.parametrize(("question", "things"), ALIKE)
def test_things_that_are_alike_are_told_apart(question: str, things: tuple[str, ...]) -> None:
    found = conjuncts_of(question)
    assert found is not None
    assert found.things == things


@pytest.mark.parametrize("question", WHOLE)
def test_what_is_one_thing_or_of_years_and_papers_is_left_whole(question: str) -> None:
    assert conjuncts_of(question) is None


@pytest.mark.parametrize(("question", "asked"), ASKED)
def test_each_is_asked_as_the_whole_asks(question: str, asked: tuple[str, ...]) -> None:
    found = conjuncts_of(question)
    assert found is not None
    assert tuple(texts[-1] for texts in found.asked) == asked


def test_words_behind_the_last_thing_may_be_of_both() -> None:
    found = conjuncts_of("Bản tin thường kỳ và bản tin chuyên đề sinh hoạt chi bộ ra khi nào?")
    assert found is not None
    assert found.things == ("Bản tin thường kỳ", "bản tin chuyên đề")
    assert found.asked == (
        ("Bản tin thường kỳ khi nào?", "Bản tin thường kỳ sinh hoạt chi bộ ra khi nào?"),
        ("bản tin chuyên đề sinh hoạt chi bộ ra khi nào?",),
    )


@given(st.text(alphabet="abc và cấp I II, với giữa 12 nào?.", max_size=60))
def test_any_text_gives_none_or_several_things_each_with_a_question(text: str) -> None:
    found = conjuncts_of(text)
    if found is not None:
        assert len(found.things) == len(found.asked) > 1
        assert all(found.things)


def test_the_verb_of_all_belongs_to_no_thing() -> None:
    found = conjuncts_of("Đảng ủy UBND tỉnh và Báo Ấp Bắc có hạn báo cáo khi nào")
    assert found is not None
    assert found.things == ("Đảng ủy UBND tỉnh", "Báo Ấp Bắc")
