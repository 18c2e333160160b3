"""A question as typed becomes what is asked, with and without diacritics."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.question import understand
from ingest.text import fold

# question → the kind that leads
KINDS = [
    ("Báo Ấp Bắc phải báo cáo trước ngày nào?", "deadline"),
    ("Khi nào phải hoàn thành việc quán triệt?", "deadline"),
    ("Hạn nộp báo cáo là bao giờ?", "deadline"),
    ("Ai chủ trì theo dõi, đôn đốc?", "who"),
    ("Cơ quan nào tham mưu xây dựng chương trình?", "who"),
    ("Đảng ủy UBND tỉnh phối hợp với những ai?", "partners"),
    ("Kết quả phải báo cáo về đâu?", "report_to"),
    ("Báo cáo qua cơ quan nào?", "report_to"),
    ("Nghị quyết 57 có mấy nhiệm vụ, giải pháp?", "count"),
    ("Dành bao nhiêu phần trăm ngân sách?", "goal"),
    ("Mỗi tháng bao nhiêu tiền?", "goal"),
    ("Hỗ trợ trưởng bộ môn mỗi tháng bao nhiêu?", "goal"),
    ("Được áp hệ số bao nhiêu?", "goal"),
    ("Kế hoạch này số bao nhiêu?", "symbol"),
    ("Được gửi lên cơ quan nào?", "recipients"),
    ("Có gửi về Trung ương không?", "recipients"),
    ("Ra kế hoạch này để làm gì?", "general"),
    ("Bản tin xoay quanh những nội dung nào?", "list"),
    ("Văn bản mang tên ai ở chỗ ký?", "signer"),
    ("Gửi báo cáo năm muộn nhất ngày nào, gửi cho ai?", "report_to"),
    ("Liệt kê các quan điểm chỉ đạo", "list"),
    ("Những nhiệm vụ chủ yếu nào được nêu?", "list"),
    ("Kinh tế số đạt bao nhiêu % GDP?", "goal"),
    ("Kế hoạch 180 do ai ký?", "signer"),
    ("Số ký hiệu của kế hoạch là gì?", "symbol"),
    ("Kế hoạch này số mấy?", "symbol"),
    ("Chi cho chuyển đổi số bao nhiêu?", "goal"),  # "số" of "đổi số" is no number
    ("Thủ tục này mang mã số mấy?", "general"),
    ("Nơi nhận của văn bản?", "recipients"),
    ("Văn bản căn cứ vào những văn bản nào?", "basis"),
    ("Kế hoạch gắn với nghị quyết nào?", "basis"),
    ("Khoản 4 mục III nói gì?", "path"),
    ("Phông lưu trữ là gì?", "definition"),
    ("Mặt trận Tổ quốc phải làm gì?", "task"),
    ("So sánh mục tiêu của hai văn bản", "compare"),
    ("Năm 2030 và năm 2045 chênh nhau thế nào?", "compare"),
    ("Chỉ tiêu nào đặt cao hơn?", "compare"),
    ("Người ký giữ chức gì?", "signer"),
    ("Những ai được gửi kế hoạch này?", "recipients"),
    ("Trung tâm là loại tổ chức gì?", "general"),
    ("Đô thị được xác định dựa vào những yếu tố nào?", "list"),
    ("Xếp loại căn cứ vào tiêu chí nào?", "list"),
    ("Quỹ ưu tiên những ngành nào?", "list"),
    ("Bộ Y tế phối hợp với hội nào?", "partners"),
    ("Nộp hồi nào?", "deadline"),
    ("Ngành nào chủ trì?", "who"),
    ("Thời hạn lưu trữ gồm mấy loại?", "count"),
    ("Đơn vị nhóm 1 nghĩa là đơn vị như thế nào?", "definition"),
    ("Dân tộc thế nào thì được coi là khó khăn?", "definition"),
    ("đô thị thông minh", "general"),
]


@pytest.mark.parametrize(("typed", "kind"), KINDS)
def test_the_kind_is_read_from_the_words(typed: str, kind: str) -> None:
    assert understand(typed).kind == kind


@pytest.mark.parametrize(("typed", "kind"), KINDS)
def test_a_question_without_diacritics_is_of_the_same_kind(typed: str, kind: str) -> None:
    assert understand(fold(typed)).kind == kind


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("nq57 có mấy nhiệm vụ", ["nq57"]),
        ("Mục tiêu của Nghị quyết số 57-NQ/TW đến năm 2030", ["Nghị quyết số 57-NQ/TW"]),
        ("ke hoach 180 giao viec gi cho Bao Ap Bac", ["ke hoach 180"]),
        ("đến 2030 có bao nhiêu tổ chức khoa học", []),
    ],
)
def test_documents_named_are_found_where_they_stand(typed: str, named: list[str]) -> None:
    question = understand(typed)
    assert [m.span.of(question.text) for m in question.mentions] == named


@pytest.mark.parametrize(
    ("typed", "matter"),
    [
        ("ai đôn đốc việc thực hiện Nghị quyết 57?", True),
        ("tuyên truyền nội dung NQ57 trước ngày nào", True),
        ("kế hoạch nói gì về Nghị quyết 18?", True),
        ("mục tiêu của Nghị quyết 57", False),
        ("theo kế hoạch 180 thì ai chủ trì", False),
        ("NQ57 kinh tế số", False),
        ("NQ57 nêu gì trong phần mục tiêu", False),
        ("NQ 57 ghi gì tại mục III", False),
        ("NQ 57 được nhắc ở phần nào", True),
    ],
)
def test_a_document_can_be_the_matter_or_the_place_of_the_answer(typed: str, matter: bool) -> None:  # noqa: FBT001  a column of the table
    assert [m.matter for m in understand(typed).mentions] == [matter]


def test_years_and_figures_are_kept_apart() -> None:
    question = understand("Đến năm 2030 có 12 người trên một vạn dân không?")
    assert question.years == (2030,)
    assert question.figures == ("12",)


def test_the_number_of_a_document_is_neither_year_nor_figure() -> None:
    question = understand("Nghị quyết số 57-NQ/TW ngày 22/12/2024 nói gì?")
    assert question.figures == ()


def test_a_place_is_read_as_level_and_label() -> None:
    assert understand("điểm a khoản 2 Điều 5").place == (
        ("diem", "a"),
        ("khoan", "2"),
        ("dieu", "5"),
    )


def test_question_words_carry_no_content() -> None:
    terms = [t.typed for t in understand("Cho biết kinh phí là bao nhiêu?").terms]
    assert terms == ["kinh", "phí"]


@pytest.mark.parametrize(
    ("typed", "content"),
    [
        ("Bảo hiểm thất nghiệp là gì", "bảo hiểm thất nghiệp"),
        ("Thu hồi đất khi nào", "thu hồi đất"),
        ("Biểu mẫu thống kê nào", "biểu mẫu thống kê"),
        ("Thôi việc là gì", "thôi việc"),
        ("Kế hoạch biểu làm gì hở", "kế hoạch"),
    ],
)
def test_a_friendly_word_is_no_syllable_of_a_word(typed: str, content: str) -> None:
    assert " ".join(t.typed for t in understand(typed).terms) == content.casefold()


def test_a_second_paper_is_what_the_first_is_asked_about() -> None:
    mentions = understand("Kế hoạch 180 làm rõ những phần nào của Nghị quyết 57").mentions
    assert [m.matter for m in mentions] == [False, True]
    assert [m.matter for m in understand("Những phần nào của Nghị quyết 57").mentions] == [False]


def test_an_ending_that_asks_is_no_label() -> None:
    """No point "ở" is asked for in "danh mục ở đâu"."""
    for typed in ("công khai danh mục ở đâu", "cong khai danh muc o dau"):
        assert understand(typed).place == ()


def test_a_year_is_no_place() -> None:
    assert understand("đặt mức 2030 và 2045 khác nhau thế nào").place == ()


def test_a_word_without_marks_is_read_by_its_neighbours() -> None:
    assert "roi" in {t.typed for t in understand("cham soc tre bi bo roi the nao").terms}
    assert "roi" not in {t.typed for t in understand("nop bao cao roi thi lam gi").terms}


def test_a_month_in_figures_is_not_required() -> None:
    weak = {t.typed: t.weak for t in understand("Kết luận tháng 11/2025 nói gì về đô thị").terms}
    assert weak["11/2025"]
    assert not weak["đô"]


def test_the_paper_that_tells_of_another_is_asked() -> None:
    mentions = understand("ngày ra HD 186 ghi trong KH 180").mentions
    assert [m.matter for m in mentions] == [True, False]


def test_words_that_ask_for_a_kind_are_weak() -> None:
    weak = {t.typed for t in understand("Thời hạn hoàn thành của chuyên mục").terms if t.weak}
    assert weak == {"thời", "hạn", "hoàn", "thành", "mục"}


def test_what_was_understood_is_said_in_vietnamese() -> None:
    said = understand("nq57 kinh tế số đến năm 2030 bao nhiêu %").understood()
    assert said == "hỏi về mục tiêu; văn bản: nq57; năm: 2030; từ khóa: kinh tế số"


@given(st.text(max_size=300))
def test_any_text_is_a_question(typed: str) -> None:
    question = understand(typed)
    assert question.kind
    assert all(m.span.of(question.text) for m in question.mentions)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("Mục tiêu đến năm 2045 của nghị quyết là gì?", "goal"),
        ("5 quan điểm chỉ đạo là gì", "list"),
        ("nhiệm vụ, giải pháp là gì", "list"),
        ("phòng đọc cộng đồng là gì", "definition"),
        ("khái niệm kinh tế số là gì", "definition"),
    ],
)
def test_what_the_parts_of_a_paper_are_asks_for_them_and_not_for_a_definition(
    typed: str, kind: str
) -> None:
    assert understand(typed).kind == kind


def test_how_many_parts_there_are_names_none_of_them() -> None:
    question = understand("5 quan điểm chỉ đạo là gì")
    assert question.figures == ()
    assert [term.typed for term in question.terms if not term.weak] == ["chỉ", "đạo"]


def test_spending_is_no_target() -> None:
    assert understand("chi tiêu quốc phòng").kind == "general"
    assert understand("chỉ tiêu kinh tế số").kind == "goal"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("Quyết định 2608 bãi bỏ những thủ tục cấp xã nào?", "list"),
        ("Còn tính những tiêu chí bổ sung nào?", "list"),
        ("Phôi thẻ do vụ nào giữ?", "who"),
        ("Việc này do cấp nào quyết định?", "who"),
    ],
)
def test_a_level_or_a_compound_before_nao_asks_for_no_body(typed: str, kind: str) -> None:
    assert understand(typed).kind == kind


def test_all_how_many_has_no_word_to_look_for() -> None:
    for typed in ("Có tất cả bao nhiêu thủ tục?", "co tat ca bao nhieu thu tuc"):
        assert [fold(term.typed) for term in understand(typed).terms] == ["thu", "tuc"]
