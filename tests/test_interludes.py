"""Papers go on after the forms printed in their middle."""

from __future__ import annotations

from outlines import outline, parse

from ingest.structure import find_by_path

PROCEDURES = """Điều 1. Công bố.
THỦ TỤC HÀNH CHÍNH
(Ban hành kèm theo Quyết định số 1/QĐ-BNV)
PHẦN I. NỘI DUNG
A. THỦ TỤC CẤP TRUNG ƯƠNG
1. Thủ tục thành lập
a) Trình tự thực hiện: Nộp đơn.
Mẫu số 01
ĐƠN
1. Họ tên
2. Thủ trưởng ký
2. Thủ tục giải thể
a) Trình tự thực hiện: Nộp đơn.
B. THỦ TỤC CẤP TỈNH
1. Thủ tục sáp nhập"""


def test_a_paper_goes_on_after_the_forms_in_its_middle() -> None:
    above = "Thủ tục hành chính/Phần I"
    assert outline(PROCEDURES)[3:] == [
        f"{above}/A",
        f"{above}/A/1",
        f"{above}/A/1/a",
        f"{above}/A/Mẫu số 01",
        f"{above}/A/Mẫu số 01/1",
        f"{above}/A/Mẫu số 01/2",
        f"{above}/A/2",
        f"{above}/A/2/a",
        f"{above}/B",
        f"{above}/B/1",
    ]


def test_forms_belong_where_the_item_before_them_does_whatever_goes_on_after_them() -> None:
    text = PROCEDURES.replace("B. THỦ TỤC", "Mẫu số 02\nGIẤY\nI. THÔNG TIN\n1. Họ tên\nB. THỦ TỤC")
    sections = parse(text)
    paths = [part.path for section in sections for part in section.walk()]
    above = ("Thủ tục hành chính", "Phần I", "A")
    assert (*above, "Mẫu số 02", "I", "1") in paths
    assert paths[-2:] == [("Thủ tục hành chính", "Phần I", "B"), (*above[:2], "B", "1")]
    part, form = (find_by_path(sections, path) for path in (above, (*above, "Mẫu số 02")))
    assert part is not None
    assert form is not None
    assert part.span.holds(form.span)
