"""Which lines are headings, how they nest, and how they are cited."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outlines import GOLDEN, HELD_ELSEWHERE, SHIPPED, outline_of, source_of
from shared import needs_shared, shared

from ingest.formats import read_raw
from ingest.header import read_header
from ingest.labels import reading_of
from ingest.levels import Kind, as_roman, missing_between, roman
from ingest.model import Section, Span
from ingest.structure import find_by_path, find_sections, label_of, numbering_gaps, section_at
from ingest.text import canonical


def outline(text: str) -> list[str]:
    """Return the paths of all sections of a text, joined by "/"."""
    return ["/".join(part.path) for part in walk(parse(text))]


def parse(text: str) -> tuple[Section, ...]:
    return find_sections(text, Span(0, len(text)))


def walk(sections: tuple[Section, ...]) -> list[Section]:
    return [part for section in sections for part in section.walk()]


def heading(text: str, *path: str) -> str:
    found = find_by_path(parse(text), path)
    assert found is not None
    return found.heading


# --- golden outlines ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHIPPED)
def test_the_outline_of_a_shipped_document_is_its_golden_one(name: str) -> None:
    file = source_of(name)
    assert file is not None
    assert outline_of(file) == (GOLDEN / f"{name}.outline").read_text(encoding="utf-8")


@needs_shared
@pytest.mark.parametrize("name", HELD_ELSEWHERE)
def test_the_outline_of_a_document_is_its_golden_one(name: str) -> None:
    file = source_of(name)
    assert file is not None
    assert outline_of(file) == (GOLDEN / f"{name}.outline").read_text(encoding="utf-8")


# --- levels ------------------------------------------------------------------------------------

LEVELS = [
    # Party: Roman, number, dash, plus
    (
        (
            "I- MỤC TIÊU\n1. Đến năm 2030\n- Tiềm lực đạt mức khá.\n- Kinh tế số:\n+ Đạt 30%.\n"
            "2. Tầm nhìn\nPhát triển.\nII- NHIỆM VỤ"
        ),
        ["I", "I/1", "I/1/-1", "I/1/-2", "I/1/-2/+1", "I/2", "II"],
    ),
    # the older Party form: capital, Roman, number and decimal with dashes
    (
        (
            "A- TÌNH HÌNH\n1- Trong quá trình đổi mới.\nB- ĐỊNH HƯỚNG\nI- QUAN ĐIỂM\n"
            "1- Phát triển.\nII- GIẢI PHÁP\n1- Đổi mới\n1.1- Đổi mới cơ chế\n"
            "1.2- Đổi mới hệ thống\nC- KẾT"
        ),
        ["A", "A/1", "B", "B/I", "B/I/1", "B/II", "B/II/1", "B/II/1/1.1", "B/II/1/1.2", "C"],
    ),
    # codified: chapter, article, clause, point with đ; articles run on across chapters
    (
        (
            "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Phần này:\nc) Không phải mục đầu.\n"
            "a) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\nđ) Năm;\ne) Sáu.\nChương II\nTHI HÀNH\n"
            "Điều 2. Hiệu lực\nTừ ngày ký."
        ),
        ["Chương I", "Chương I/Điều 1", "Chương I/Điều 1/1"]
        + [f"Chương I/Điều 1/1/{sign}" for sign in "abcdđe"]
        + ["Chương II", "Chương II/Điều 2"],
    ),
    # parts by ordinal, sections of a chapter
    (
        (
            "PHẦN THỨ NHẤT\nNHỮNG VẤN ĐỀ CHUNG\nChương I\nTÊN\nMục 1. TÊN MỤC\nĐiều 1. Một\n"
            "Là một.\nMục 2. TÊN\nĐiều 2. Hai\nLà hai.\nPHẦN THỨ HAI\nTÊN KHÁC"
        ),
        [
            "Phần thứ nhất",
            "Phần thứ nhất/Chương I",
            "Phần thứ nhất/Chương I/Mục 1",
            "Phần thứ nhất/Chương I/Mục 1/Điều 1",
            "Phần thứ nhất/Chương I/Mục 2",
            "Phần thứ nhất/Chương I/Mục 2/Điều 2",
            "Phần thứ hai",
        ],
    ),
    # "1/" and "1)" and "I -" are accepted
    ("I - CHUNG\n1/ Một.\n2/ Hai.\nII - RIÊNG\n1) Ba.\n2) Bốn.", None),
    # a decree that approves a plan: Roman numerals inside an article
    (
        (
            "Điều 1. Phê duyệt Đề án với nội dung sau:\nI. QUAN ĐIỂM\n1. Một.\nII. MỤC TIÊU\n"
            "Điều 2. Hiệu lực thi hành."
        ),
        ["Điều 1", "Điều 1/I", "Điều 1/I/1", "Điều 1/II", "Điều 2"],
    ),
    # articles below Roman numerals
    (
        "I- QUY ĐỊNH CHUNG\nĐiều 1. Một\nLà một.\nII- QUẢN LÝ\nĐiều 2. Hai\n1. Hai một.",
        ["I", "I/Điều 1", "II", "II/Điều 2", "II/Điều 2/1"],
    ),
    # capitals glued to their titles
    ("A.TỔNG QUAN\n1.GIỚI THIỆU\nA.D.B. cho vay.\nB.KẾT LUẬN\n1. Hai.", ["A", "A/1", "B", "B/1"]),
    # bullets and stars
    ("1. Việc\n* Nhóm một\n- Một.\n- Hai.\n* Nhóm hai\n• Ba.", None),
]


@pytest.mark.parametrize(("text", "paths"), LEVELS)
def test_levels_nest_as_they_are_printed(text: str, paths: list[str] | None) -> None:
    known = {
        "I - C": ["I", "I/1", "I/2", "II", "II/1", "II/2"],
        "1. Vi": ["1", "1/*1", "1/*1/-1", "1/*1/-2", "1/*2", "1/*2/•1"],
    }
    assert outline(text) == (paths or known[text[:5]])


# --- what is no heading ------------------------------------------------------------------------

NO_HEADING = [
    # a cross-reference at the start of a line
    ("1. Áp dụng quy định tại\nĐiều 5 Luật Đất đai và\nkhoản 2.\n2. Khác.", ["1", "2"]),
    # a broken list of points
    ("1. Vi phạm điểm a, b, c,\nd) khoản 1, Điều 10 của Quy chế này.\n2. Khác.", ["1", "2"]),
    # a figure, a year, a date
    ("1. Dân số là\n1.2 triệu người, năm\n2025. Hết.\n2. Ngày\n10/5/2025 là hạn.", ["1", "2"]),
    # a hyphen at the start of a line that was broken
    ("1. Phát triển kinh tế\n- xã hội nhanh.\n2. Kinh tế - xã hội.", ["1", "2"]),
    # ... with a capital: the same words stand joined elsewhere
    ("1. Tân Cảng - Petro Cam Ranh lập.\n2. Gửi Tân Cảng\n- Petro Cam Ranh.", ["1", "2"]),
    # a footnote
    ("1. Một [1].\n2. Hai.\n[1] Gồm các đồng chí.\n[2] Gồm các cơ quan.", ["1", "2"]),
    # a number that does not continue the run
    ("1. Một.\n7. Không phải khoản.\n2. Hai.", ["1", "2"]),
    # quoted law
    (
        "Điều 1. Sửa đổi\n1. Sửa khoản 2:\n“2. Mới.\na) Một;\nb) Hai.”\n2. Bãi bỏ khoản 3.",
        ["Điều 1", "Điều 1/1", "Điều 1/2"],
    ),
    # the grounds of a decision
    ("- Căn cứ Điều lệ Đảng;\n- Xét đề nghị,\nĐiều 1. Một.\nĐiều 2. Hai.", ["Điều 1", "Điều 2"]),
    # the list of amended papers before a consolidated text
    (
        "1. Thông tư số 25.\n2. Thông tư số 54.\nChương I\nCHUNG\nĐiều 1. Một\nLà một.",
        ["Chương I", "Chương I/Điều 1"],
    ),
    # addressees and recipients
    ("Kính gửi:\n- Đồng chí A,\n- Đồng chí B.\nNội dung.\nNơi nhận:\n- Như trên,\n- Lưu.", []),
    # a mark in the middle of "(nhóm\n1);"
    ("1. Đơn vị tự bảo đảm (nhóm\n1);\n2. Khác.", ["1", "2"]),
    # a term of a formula
    ("1. Công thức\nP = A\n+ VC\n2. Khác.", ["1", "2"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "paths"), NO_HEADING)
def test_what_does_not_continue_a_run_is_no_heading(text: str, paths: list[str]) -> None:
    assert outline(text) == paths


# --- gaps and slips ----------------------------------------------------------------------------


def test_one_missing_number_is_tolerated_and_named() -> None:
    sections = parse("I- TỔ CHỨC\n1. Một.\n3. Ba.\n4. Bốn.")
    assert [part.path[-1] for part in sections[0].children] == ["1", "3", "4"]
    assert numbering_gaps(sections) == ("mục I: thiếu khoản 2",)


GAPS = [
    ("I- MỘT\n1. A.\nIII- BA\n1. B.", ("thân văn bản: thiếu mục II",)),
    ("Điều 1. Một\na) Một;\nb) Hai;\nd) Bốn.", ("Điều 1: thiếu điểm c",)),
    ("1. A.\na) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\ne) Năm.", ()),  # đ is often left out
    ("Chương I\nMỘT\nĐiều 1. Một\nMột.\nChương II\nHAI\nĐiều 2. Hai\nHai.", ()),  # runs on
    ("Chương I\nMỘT\nĐiều 1. Một\nMột.\nĐiều 3. Ba\nBa.", ("chương I: thiếu Điều 2",)),
]


@pytest.mark.parametrize(("text", "gaps"), GAPS)
def test_gaps_are_named_in_words(text: str, gaps: tuple[str, ...]) -> None:
    assert numbering_gaps(parse(text)) == gaps


def test_a_number_printed_twice_keeps_both_items_apart() -> None:
    assert outline("1. Một.\na) A;\nb) B;\nb) B khác;\nc) C.") == [
        "1",
        "1/a",
        "1/b",
        "1/b(2)",
        "1/c",
    ]
    assert label_of(("1", "b(2)")) == "điểm b (lần 2), khoản 1"


# --- attached papers, annexes, forms, tables ---------------------------------------------------

DECISION = """Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Nơi nhận: - Như Điều 2; - Lưu: VT.
QUY CHẾ
LÀM VIỆC CỦA CƠ QUAN
(Ban hành kèm theo Quyết định số 12/QĐ-UBND)
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Một.
2. Hai.
PHỤ LỤC I
Danh sách
1. Giảng dạy
- Một tiết.
PHỤ LỤC II
Mẫu số 01
ĐƠN ĐỀ NGHỊ
1. Họ tên
Mẫu số 02
1. Ngày sinh"""


def test_an_attached_paper_and_its_annexes_number_anew() -> None:
    assert outline(DECISION) == [
        "Điều 1",
        "Điều 2",
        "Quy chế",
        "Quy chế/Chương I",
        "Quy chế/Chương I/Điều 1",
        "Quy chế/Chương I/Điều 1/1",
        "Quy chế/Chương I/Điều 1/2",
        "Phụ lục I",
        "Phụ lục I/1",
        "Phụ lục I/1/-1",
        "Phụ lục II",
        "Phụ lục II/Mẫu số 01",
        "Phụ lục II/Mẫu số 01/1",
        "Phụ lục II/Mẫu số 02",
        "Phụ lục II/Mẫu số 02/1",
    ]


def test_titles_below_a_label_are_its_heading() -> None:
    assert heading(DECISION, "Quy chế") == "LÀM VIỆC CỦA CƠ QUAN"
    assert heading(DECISION, "Quy chế", "Chương I") == "QUY ĐỊNH CHUNG"
    assert heading(DECISION, "Phụ lục I") == "Danh sách"
    assert heading(DECISION, "Phụ lục II", "Mẫu số 01") == "ĐƠN ĐỀ NGHỊ"


def test_sections_of_the_attached_paper_are_found_beyond_the_body() -> None:
    body = Span(0, DECISION.index("Nơi nhận"))
    assert find_by_path(find_sections(DECISION, body), ("Quy chế", "Chương I", "Điều 1", "2"))


def test_parts_that_follow_the_signature_leave_the_articles_in_place() -> None:
    text = "Điều 1. Một.\nĐiều 2. Hai.\n| KT. CHỦ TỊCH A\nPHẦN I\nTÊN\n1. Một.\nPHẦN II\nTÊN"
    assert outline(text) == ["Điều 1", "Điều 2", "Phần I", "Phần I/1", "Phần II"]


TABLE = """PHỤ LỤC I
DANH MỤC CÁC CHỈ TIÊU
| TT | Chỉ tiêu | Mức |
|---|---|---|
| I | Đến năm 2030 | |
| 1 | Kinh tế số | 30% |
| 2. | Dịch vụ công | |
| 2.1| Trực tuyến | 80% |
| II. | Đến năm 2045 | |
| 3 | Kinh tế số | 50% |"""


def test_numbered_rows_are_items_of_the_annex() -> None:
    assert outline(TABLE) == [
        "Phụ lục I",
        "Phụ lục I/I",
        "Phụ lục I/I/1",
        "Phụ lục I/I/2",
        "Phụ lục I/I/2/2.1",
        "Phụ lục I/II",
        "Phụ lục I/II/3",
    ]
    assert heading(TABLE, "Phụ lục I", "I") == "Đến năm 2030"
    assert heading(TABLE, "Phụ lục I", "I", "1") == ""
    assert numbering_gaps(parse(TABLE)) == ()


def test_rows_of_column_numbers_and_figures_are_no_items() -> None:
    rows = "TT | Tên | Số\n1 | 2 | 3\n1 | Việc một | 5\n3 | 48.440 | 145.320\n2 | Việc hai | 6"
    text = f"PHỤ LỤC\nBIỂU\n{rows}"
    assert outline(text) == ["Phụ lục", "Phụ lục/1", "Phụ lục/2"]


def test_a_label_broken_from_its_number_is_one_heading() -> None:
    text = "Điều\n1. Phạm vi điều chỉnh\n1. Một.\n2. Hai.\nĐiều\n2. Đối tượng\nMọi người."
    assert outline(text) == ["Điều 1", "Điều 1/1", "Điều 1/2", "Điều 2"]
    assert heading(text, "Điều 1") == "Phạm vi điều chỉnh"


def test_an_annex_swallowed_by_the_head_is_still_found() -> None:
    assert find_sections(TABLE, Span(TABLE.index("| TT"), len(TABLE)))[0].path == ("Phụ lục I",)


# --- headings and running text -----------------------------------------------------------------

HEADINGS = [
    ("1. Mục đích\nGiúp các cấp ủy nắm vững.", "Mục đích"),
    ("1. Thời gian: Hoàn thành trong quý I năm 2025.", "Thời gian"),
    ("1. Đảng ủy các cơ quan Đảng tỉnh tổ chức học tập.", ""),
    # a heading as long as a sentence, with items and no full stop
    ("1. Nâng cao nhận thức, đổi mới tư duy\n- Một.\n- Hai.", "Nâng cao nhận thức, đổi mới tư duy"),
    # a line broken by the page's edge is no title
    ("1. Các bộ, cơ quan ngang bộ xây dựng kế hoạch\nphát triển khoa học.", ""),
    ("1. Hồ sơ gồm:\na) Đơn;\nb) Giấy.", "Hồ sơ gồm"),
    ("1. Sở Tài chính.\na) Chủ trì;\nb) Phối hợp.", "Sở Tài chính."),
    ("1. Phạm vi*[5]\nToàn quốc.", "Phạm vi"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), HEADINGS)
def test_a_heading_is_told_from_running_text(text: str, words: str) -> None:
    assert heading(text, "1") == words


def test_an_article_that_is_a_sentence_has_no_heading() -> None:
    text = "Điều 1. Phạm vi điều chỉnh\nToàn tỉnh.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký."
    assert heading(text, "Điều 1") == "Phạm vi điều chỉnh"
    assert heading(text, "Điều 2") == ""


def test_last_words_stand_outside_the_last_section() -> None:
    text = "1. Một.\n2. Hai.\nTrên đây là Kế hoạch của Ban Thường vụ; đề nghị các cấp ủy thực hiện."
    assert parse(text)[-1].span.of(text) == "2. Hai."


# --- labels and look-up ------------------------------------------------------------------------

LABELS = [
    (("I",), "mục I"),
    (("I", "1"), "khoản 1, mục I"),
    (("I", "1", "1.1"), "điểm 1.1, khoản 1, mục I"),
    (("I", "1", "a"), "điểm a, khoản 1, mục I"),
    (("II", "1", "-2"), "gạch đầu dòng thứ 2, khoản 1, mục II"),
    (("II", "1", "-2", "+1"), "dấu cộng thứ 1, gạch đầu dòng thứ 2, khoản 1, mục II"),
    (("A",), "phần A"),
    (("Chương II", "Điều 5", "2", "đ"), "điểm đ, khoản 2, Điều 5, chương II"),
    (("Phần thứ nhất",), "phần thứ nhất"),
    (("Phụ lục II", "I", "1"), "khoản 1, mục I, phụ lục II"),
    (("Quy chế", "Chương I", "Điều 1"), "Điều 1, chương I, Quy chế kèm theo"),
    (("Chương trình hành động", "I"), "mục I, Chương trình hành động kèm theo"),
    (("Phụ lục", "Mẫu số 01"), "mẫu số 01, phụ lục"),
    (("II", "(2)"), "điểm (2), mục II"),
    (("II", "II.1", "a"), "điểm a, mục II.1, mục II"),
    (("dau",), "phần đầu văn bản"),
    (("mo-dau",), "phần mở đầu"),
    (("ket",), "phần kết"),
    (("noi-nhan",), "nơi nhận"),
]


@pytest.mark.parametrize(("path", "label"), LABELS)
def test_labels_are_the_official_wording_from_small_to_large(
    path: tuple[str, ...], label: str
) -> None:
    assert label_of(path) == label


def test_a_section_is_found_by_path_and_by_offset() -> None:
    sections = parse(DECISION)
    found = find_by_path(sections, ("Quy chế", "Chương I", "Điều 1", "2"))
    assert found is not None
    assert section_at(sections, found.span.start + 1) is found
    assert find_by_path(sections, ("Quy chế", "Chương IX")) is None
    assert section_at(sections, DECISION.index("Nơi nhận")) is None


@given(st.integers(1, 89))
def test_roman_numerals_read_back(number: int) -> None:
    assert roman(as_roman(number)) == number


@pytest.mark.parametrize("text", ["IIII", "VX", "IVI", "ABC"])
def test_what_is_no_numeral_has_no_value(text: str) -> None:
    assert roman(text) == 0


def test_letters_follow_the_vietnamese_and_the_latin_order() -> None:
    order = dict(zip("abcdđefghi", range(1, 11), strict=True))
    assert missing_between(Kind.LETTER, order["d"], order["đ"]) == ()
    assert missing_between(Kind.LETTER, order["d"], order["e"]) == ()
    assert missing_between(Kind.LETTER, order["e"], order["g"]) == ()
    assert missing_between(Kind.LETTER, order["d"], order["g"]) == ("e",)
    assert missing_between(Kind.LETTER, order["d"], order["a"]) is None


def test_elements_of_paths_read_back() -> None:
    assert reading_of("Điều 10a") == (Kind.ARTICLE, 10)
    assert reading_of("IV") == (Kind.ROMAN, 4)
    assert reading_of("b(2)") == (Kind.LETTER, 2)
    assert reading_of("2.11") == (Kind.DECIMAL, 11)
    assert reading_of("-3") == (None, 0)


# --- invariants --------------------------------------------------------------------------------

_LINES = st.sampled_from(
    """I- MỤC ĐÍCH/II. MỤC TIÊU/III - TỔ CHỨC/A- TÌNH HÌNH/B- KẾT QUẢ/1. Một./2- Hai/3. Ba.
1.1. Một một/1.2 triệu/a) A;/b) B;/đ) Đ./- gạch/+ cộng/* sao/• chấm/Điều 1. Phạm vi/Điều 2. Hai.
Chương I/PHỤ LỤC/QUY CHẾ/(Ban hành kèm theo Quyết định)/Nơi nhận: - Như trên.
| 1 | Việc | 5 |/II | NHÓM |/TT | Tên
Mẫu số 01/Lời văn thường./“1. Trích/hết trích”./[1] Ghi chú./Điều/5. Năm/-/|/…/2025./""".replace(
        "\n", "/"
    ).split("/")
)


@given(st.lists(_LINES, max_size=40))
def test_sections_nest_and_siblings_do_not_overlap(lines: list[str]) -> None:
    text = "\n".join(lines)
    sections = parse(text)
    check_tree(text, sections, Span(0, len(text)))
    paths = [part.path for part in walk(sections)]
    assert len(set(paths)) == len(paths)


def check_tree(text: str, sections: tuple[Section, ...], outer: Span) -> None:
    at = outer.start
    for section in sections:
        assert outer.holds(section.span)
        assert section.span.start >= at
        assert section.span.of(text).strip() == section.span.of(text) != ""
        assert section.heading in section.span.of(text)
        assert section.label == label_of(section.path)
        check_tree(text, section.children, section.span)
        at = section.span.end


@needs_shared
def test_every_document_at_hand_has_a_sound_tree() -> None:
    files = sorted(shared("documents").rglob("*.txt"))
    assert len(files) > 90
    for file in files:
        text = canonical(read_raw(file.read_bytes())).text
        check_tree(text, find_sections(text, read_header(text).body), Span(0, len(text)))
