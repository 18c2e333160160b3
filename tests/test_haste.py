"""Short forms of one meaning are written out, and whom the question is put to is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.haste import with_how_much, written_out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("các xã b/c về đâu", "các xã báo cáo về đâu"),
        ("UBND p/h với sở nào", "UBND phối hợp với sở nào"),
        ("chi bộ phải làm j", "chi bộ phải làm gì"),
        ("trồng bao nhiêu héc-ta", "trồng bao nhiêu ha"),
        ("hạn khi nào z", "hạn khi nào vậy"),
        ("hạn khi nào v?", "hạn khi nào vậy?"),
        ("có phải nộp k", "có phải nộp không"),
        ("KH 180 hạn khi nào vậy đ/c?", "KH 180 hạn khi nào?"),
        ("ai ký, các anh ơi", "ai ký"),
        ("BTV TU giao ai", "BTV Tỉnh ủy giao ai"),
        ("ban nào của TU", "ban nào của Tỉnh ủy"),
        ("CA TPHCM kiểm tra gì", "Công an TPHCM kiểm tra gì"),
        ("đảng ủy CATW làm gì", "đảng ủy Công an TW làm gì"),
        ("vai trò của nhà KH", "vai trò của nhà khoa học"),
        ("BTG&DV các cấp làm gì", "ban tuyên giáo và dân vận các cấp làm gì"),
        ("thay qđ nào", "thay quyết định nào"),
        ("bỏ những qđ cũ nào", "bỏ những quyết định cũ nào"),
        ("theo hd số mấy", "theo hướng dẫn số mấy"),
        ("pl1 nq 03 nêu gì", "phụ lục 1 nq 03 nêu gì"),
        ("tư vấn pl 1 buổi", "tư vấn pháp luật 1 buổi"),
        ("vp ubnd tỉnh làm gì", "văn phòng ubnd tỉnh làm gì"),
        ("xử lý vp hành chính", "xử lý vp hành chính"),
        ("Ban TG&DVTW làm gì", "Ban TG&DV TW làm gì"),
        ("Sở GD&ĐT làm gì", "Sở giáo dục và đào tạo làm gì"),
        ("so gd&dt lam gi", "so giao duc va dao tao lam gi"),
        ("So GD&DT lam gi", "So giao duc va dao tao lam gi"),
        ("đầu tư cho R&D", "đầu tư cho R&D"),
        ("học mấy tiếng", "học mấy giờ"),
        ("nộp trong mấy bữa", "nộp trong mấy ngày"),
        ("mỗi ngày mấy bữa ăn", "mỗi ngày mấy bữa ăn"),
        ("hạn khi nào nha?", "hạn khi nào?"),
        ("KH 180 biểu học gì", "KH 180 học gì"),
        ("dat bao nhieu pt gdp", "dat bao nhieu % gdp"),
        ("hỗ trợ bao nhiêu lâu", "hỗ trợ bao lâu"),
        ("ho tro bao nhieu lau", "ho tro bao lau"),
        ("tối đa bn USD/năm", "tối đa bao nhiêu USD / năm"),
        ("gồm những đ/vị nào", "gồm những đơn vị nào"),
        ("Bộ TP có trách nhiệm gì", "Bộ Tư pháp có trách nhiệm gì"),
        ("các sở TP Cần Thơ", "các sở Tư pháp Cần Thơ"),
        ("UBND TP làm gì", "UBND TP làm gì"),
        ("tăng mấy pt", "tăng mấy %"),
        ("pt kinh tế số", "pt kinh tế số"),
        ("xem xét TTr số mấy", "xem xét tờ trình số mấy"),
        ("Tờ trình 03-TTr/ĐU nói gì", "Tờ trình 03-TTr/ĐU nói gì"),
        ("dự án về bán dẫn, ai, đô thị", "dự án về bán dẫn, trí tuệ nhân tạo, đô thị"),
        ("mấy người nghiên cứu/vạn dân", "mấy người nghiên cứu / vạn dân"),
        ("được bn/buổi", "được bao nhiêu / buổi"),
        ("nghi quet 57 nêu gì", "nghi quyet 57 nêu gì"),
        ("kê hoạhc số 180", "kê hoạhc số 180"),  # two slips
        ("ke hoch 180", "ke hoach 180"),
        ("hướng dn 186", "hướng dẫn 186"),
        ("bao nhiêu/buổi", "bao nhiêu / buổi"),
        ("KẾ HOẠCH 180 DO AI KÝ", "kế hoạch 180 do ai ký"),
    ],
)
def test_what_was_typed_in_haste_is_written_out(typed: str, meant: str) -> None:
    assert written_out(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "lộ trình và/hoặc kế hoạch",
        "đạt 60 km/h",
        "Quyết định 312/QĐ-UBND",
        "vitamin K có trong rau",  # only where the question ends
        "KH 180 biểu mẫu số mấy",
        "Nghị quyết 04 nêu 27 biểu hiện nào",
        "Công dân 18 tuổi được mượn gì",  # "công văn"
        "công an 63 tỉnh",
        "tu bổ di tích",
        "ca trực đêm",
        "trong từ 3 đến 5 ngày",
        "ai chủ trì, ai và đơn vị nào phối hợp",
        "24/TTr-BKHCN",
        "chi phí 50 triệu",
        "khoa nào của bệnh viện nha khoa",
        "khoản 1 đ/c",  # asks nothing before it: the words may be meant
        "đồng chí nào ký",
        "các đồng chí trong Ban Thường vụ làm gì",
    ],
)
def test_what_may_be_meant_as_it_stands_is_left(typed: str) -> None:
    assert written_out(typed).replace("đồng chí", "đ/c") == typed.replace("đồng chí", "đ/c")


@given(st.text(alphabet="abđckvz/& ?,.", max_size=40))
def test_any_text_is_written_out_without_an_error(text: str) -> None:
    assert isinstance(written_out(" ".join(text.split())), str)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hien co bao nheu xa", "hien co bao nhieu xa"),
        ("có bao nhiu xã", "có bao nhiêu xã"),
        ("bao nhieu xa", "bao nhieu xa"),
        ("báo như vậy", "báo như vậy"),
    ],
)
def test_a_slip_of_how_much_is_put_right(typed: str, meant: str) -> None:
    assert with_how_much(typed) == meant
