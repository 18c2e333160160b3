"""Goals, tasks and deadlines of real sentences, and of whole documents."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
from shared import CORPUS, needs_shared, shared

from ingest.facts import find_facts
from ingest.formats import read_raw
from ingest.header import read_header
from ingest.model import Deadline, Goal, Span, Task, fact_kind
from ingest.structure import find_sections
from ingest.text import canonical

if TYPE_CHECKING:
    from pathlib import Path

    from ingest.model import Fact

ISSUED = date(2025, 2, 18)
PRESS = (
    "Báo Ấp Bắc",
    "Đài Phát thanh - Truyền hình tỉnh",
    "các Đài truyền thanh - truyền hình huyện",
    "Đài truyền thanh xã, phường, thị trấn",
)


def facts_of(text: str, issued: date | None = ISSUED) -> tuple[Fact, ...]:
    body = Span(0, len(text))
    return find_facts(text, find_sections(text, body), body, issued)


@cache
def document(path: Path) -> tuple[str, tuple[Fact, ...]]:
    text = canonical(read_raw(path.read_bytes())).text
    header = read_header(text)
    sections = find_sections(text, header.body)
    return text, find_facts(text, sections, header.body, header.issued)


def of_path(facts: tuple[Fact, ...], kind: type, *path: str) -> list[Fact]:
    return [f for f in facts if isinstance(f, kind) and f.path == path]


def goals(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [
        (g.measure, g.comparator, g.value, g.unit) for g in facts_of(text) if isinstance(g, Goal)
    ]


def tasks(text: str) -> list[Task]:
    return [f for f in facts_of(text) if isinstance(f, Task)]


def deadlines(text: str) -> list[Deadline]:
    return [f for f in facts_of(text) if isinstance(f, Deadline)]


# --- goals -----------------------------------------------------------------------------------

AIMS = "I. MỤC TIÊU\n1. Đến năm 2030\n- "


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Quy mô kinh tế số đạt tối thiểu 30% GDP.",
            [("Quy mô kinh tế số", "tối thiểu", "30", "% GDP")],
        ),
        (  # where the words of an unlisted noun end is not known: none is cut
            "Có từ 20 - 25 thư viện số cấp tỉnh.",
            [("thư viện số cấp tỉnh", "từ", "20 - 25", None)],
        ),
        (  # two goals in one sentence, the second after "trong đó"
            (
                "Kinh phí chi cho nghiên cứu phát triển (R&D) đạt 2% GDP, trong đó kinh phí từ"
                " xã hội"
                " chiếm hơn 60%."
            ),
            [
                ("Kinh phí chi cho nghiên cứu phát triển (R&D)", "đạt", "2", "% GDP"),
                ("kinh phí từ xã hội", "hơn", "60", "%"),
            ],
        ),
        (  # the figure comes first
            "100% xã, phường có trạm y tế.",
            [("xã, phường có trạm y tế", None, "100", "%")],
        ),
        (
            "Có từ 40 - 50 tổ chức khoa học và công nghệ được xếp hạng khu vực.",
            [
                (
                    "tổ chức khoa học và công nghệ được xếp hạng khu vực",
                    "từ",
                    "40 - 50",
                    "tổ chức",
                )
            ],
        ),
        (
            "Số lượng công bố khoa học quốc tế tăng trung bình 10%/năm.",
            [("Số lượng công bố khoa học quốc tế", "tăng trung bình", "10", "%/năm")],
        ),
        (
            "Nguồn nhân lực nghiên cứu khoa học đạt 12 người trên một vạn dân.",
            [
                (
                    "Nguồn nhân lực nghiên cứu khoa học",
                    "đạt",
                    "12",
                    "người trên một vạn dân",
                )
            ],
        ),
        (
            "Chỉ số phát triển con người (HDI) duy trì trên 0,7.",
            [("Chỉ số phát triển con người (HDI)", "trên", "0,7", None)],
        ),
        (  # a rank
            "Việt Nam thuộc nhóm 3 nước dẫn đầu Đông Nam Á về năng lực cạnh tranh số.",
            [("năng lực cạnh tranh số", "nhóm", "3", "nước dẫn đầu Đông Nam Á")],
        ),
        (  # a measure that is nothing without its end
            "Trợ giúp pháp lý cho 100% người nghiện có yêu cầu.",
            [
                (
                    "Trợ giúp pháp lý cho 100% người nghiện có yêu cầu",
                    None,
                    "100",
                    "%",
                )
            ],
        ),
        (  # each year is another goal than in all
            "Hằng năm, số vụ phạm tội được phát hiện tăng trên 3%.",
            [("Hằng năm, số vụ phạm tội được phát hiện", "tăng trên", "3", "%")],
        ),
        (  # figures for two years of one measure
            "Tổng đầu tư xã hội cho khoa học đạt 1,5% GDP vào năm 2015, trên 2% GDP vào năm 2020.",
            [
                ("Tổng đầu tư xã hội cho khoa học", "đạt", "1,5", "% GDP"),
                ("Tổng đầu tư xã hội cho khoa học", "trên", "2", "% GDP"),
            ],
        ),
        (  # a figure that only describes another
            "Tỷ lệ người dùng có tốc độ 01 Gb/s đạt 100%.",
            [("Tỷ lệ người dùng có tốc độ 01 Gb/s", "đạt", "100", "%")],
        ),
        (  # no figure: the clause itself
            "Phủ sóng 5G toàn quốc.",
            [("Phủ sóng 5G toàn quốc", None, None, None)],
        ),
    ],
)
def test_goals_of_a_sentence(
    sentence: str, expected: list[tuple[str, str | None, str | None, str | None]]
) -> None:
    assert goals(AIMS + sentence) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I. KẾT QUẢ ĐẠT ĐƯỢC\n1. Quy mô kinh tế số đạt 20% GDP.",
        "I. MỤC TIÊU\n1. Năm 2024, quy mô kinh tế số đã đạt 20% GDP.",
        "I. NHIỆM VỤ\n1. Mức hỗ trợ tối thiểu 50% kinh phí đào tạo.",
        "I. MỤC TIÊU\n1. Mục tiêu chung",
        "I. NHIỆM VỤ\n1. Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024.",
    ],
)
def test_results_rules_and_titles_are_no_goals(text: str) -> None:
    assert goals(text) == []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (AIMS + "Quy mô kinh tế số đạt 30% GDP.", date(2030, 12, 31)),
        ("I. MỤC TIÊU\n1. Đến năm 2026, quy mô đạt 30%; tỉ lệ khác đạt 40%.", date(2026, 12, 31)),
        (
            "I. MỤC TIÊU\nĐến hết năm 2028, phấn đấu:\n- Quy mô kinh tế số đạt 30% GDP.",
            date(2028, 12, 31),
        ),
        ("I. MỤC TIÊU\n1. Giảm 10% biên chế so với năm 2015.", None),
        (  # two years in a heading: up to the last, unless the sentence has its own
            "I. MỤC TIÊU ĐẾN NĂM 2026 VÀ TẦM NHÌN ĐẾN NĂM 2030\n1. Quy mô đạt 30% GDP.",
            date(2030, 12, 31),
        ),
        (
            "I. MỤC TIÊU ĐẾN NĂM 2026, TẦM NHÌN ĐẾN NĂM 2030\n1. Đến năm 2026, quy mô đạt 3% GDP.",
            date(2026, 12, 31),
        ),
        ("I. Dự báo các chỉ tiêu đến năm 2026\n- Quy mô đạt 30% GDP.", date(2026, 12, 31)),
    ],
)
def test_the_horizon_comes_from_the_sentence_or_the_words_above(
    text: str, last: date | None
) -> None:
    found = [g for g in facts_of(text) if isinstance(g, Goal)]
    assert found
    assert {g.horizon.last if g.horizon else None for g in found} == {last}


def test_a_bounded_figure_among_tasks_is_a_goal_too() -> None:
    text = "III. NHIỆM VỤ, GIẢI PHÁP\n1. Bố trí ít nhất 15% ngân sách chi cho công nghệ."
    assert goals(text) == [("ngân sách chi cho công nghệ", "ít nhất", "15", "%")]


# --- tasks -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("IV. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ chủ trì tổng hợp.", ("Sở Nội vụ",)),
        ("IV. TỔ CHỨC THỰC HIỆN\n1. Giao Sở Y tế chủ trì xây dựng kế hoạch.", ("Sở Y tế",)),
        ("IV. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Chủ trì tổng hợp kết quả;", ("Sở Nội vụ",)),
        ("IV. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ: Chủ trì tổng hợp kết quả.", ("Sở Nội vụ",)),
        (
            (
                "IV. TỔ CHỨC THỰC HIỆN\n1. Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh và các tổ chức"
                " chính"
                " trị - xã hội\n- Vận động Nhân dân thực hiện Nghị quyết."
            ),
            ("Ủy ban Mặt trận Tổ quốc tỉnh", "các tổ chức chính trị - xã hội"),
        ),
        (
            "Điều 5. Trách nhiệm của Sở Tài chính\n1. Bố trí kinh phí thực hiện.",
            ("Sở Tài chính",),
        ),
        (  # the subject stands after opening words
            (
                "IV. TỔ CHỨC THỰC HIỆN\n1. Trên cơ sở Kế hoạch này, các sở, ban, ngành tỉnh"
                " xây dựng"
                " kế hoạch chi tiết."
            ),
            ("các sở, ban, ngành tỉnh",),
        ),
        (  # a name longer than any pattern knows
            (
                "IV. TỔ CHỨC THỰC HIỆN\n1. Các cơ quan được phân công chủ trì nhiệm vụ có"
                " trách nhiệm"
                " lập dự toán."
            ),
            ("Các cơ quan",),
        ),
        (  # a verb in the name; what was founded owes nothing by it
            (
                "Điều 5. Hội đồng\n1. Hội đồng xác định giá trị tài liệu có trách nhiệm thẩm tra hồ"
                " sơ lưu trữ."
            ),
            ("Hội đồng xác định giá trị tài liệu",),
        ),
        (  # a body without a name after opening words
            (
                "IV. TỔ CHỨC THỰC HIỆN\n1. Trường hợp có ý kiến khác nhau, cơ quan chủ trì có"
                " trách nhiệm làm rõ."
            ),
            ("cơ quan chủ trì",),
        ),
        (  # labelled fields
            (
                "I. NHIỆM VỤ\n1. Về dữ liệu\na) Nhiệm vụ: Rà soát cơ sở dữ liệu.\nb) Đơn vị"
                " chủ trì:"
                " Sở Khoa học và Công nghệ.\nc) Thời gian thực hiện: Hoàn thành trong năm 2025."
            ),
            ("Sở Khoa học và Công nghệ",),
        ),
        ("III. NHIỆM VỤ, GIẢI PHÁP\n1. Tăng cường đầu tư hạ tầng số.", ()),
    ],
)
def test_the_owner_is_the_subject_or_the_heading_above(text: str, owners: tuple[str, ...]) -> None:
    assert [t.owner for t in tasks(text)] == [owners]


def test_each_clause_with_a_subject_of_its_own_is_a_task_of_its_own() -> None:
    text = "IV. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ chủ trì tổng hợp; Sở Y tế kiểm tra việc thực hiện."
    assert [(t.owner, t.action) for t in tasks(text)] == [
        (("Sở Nội vụ",), "chủ trì tổng hợp"),
        (("Sở Y tế",), "kiểm tra việc thực hiện"),
    ]


def test_what_stands_before_the_first_subject_of_a_sentence_is_the_headings_duty() -> None:
    text = (
        "IV. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\na) Bố trí cán bộ có trình độ; Hằng năm, các cơ quan,"
        " đơn vị gửi báo cáo tình hình."
    )
    assert [(t.owner, t.action[:7]) for t in tasks(text)] == [
        (("Sở Nội vụ",), "Bố trí "),
        (("các cơ quan, đơn vị",), "gửi báo"),
    ]


def test_partners_report_and_channel_are_told_apart() -> None:
    text = (
        "IV. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính, Sở Y tế rà soát,"
        " báo cáo kết quả về Ủy ban nhân dân tỉnh (qua Văn phòng Tỉnh ủy) trước ngày 10/5/2025."
    )
    (task,) = tasks(text)
    assert task.partners == ("Sở Tài chính", "Sở Y tế")
    assert task.report_to == ("Ủy ban nhân dân tỉnh", "qua Văn phòng Tỉnh ủy")
    assert task.due is not None
    assert task.due.last == date(2025, 5, 9)


@pytest.mark.parametrize(
    "text",
    [
        "I. TÌNH HÌNH\n1. Sở Nội vụ đã ban hành kế hoạch.",
        "IV. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ là cơ quan chuyên môn thuộc tỉnh.",
        "IV. TỔ CHỨC THỰC HIỆN",
    ],
)
def test_history_definitions_and_titles_are_no_tasks(text: str) -> None:
    assert [t for t in tasks(text) if t.owner == ("Sở Nội vụ",) and "đã" in t.action] == []
    assert [t for t in tasks(text) if "TỔ CHỨC" in t.action] == []


# --- deadlines -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("Sở Nội vụ báo cáo Ủy ban nhân dân tỉnh trước ngày 10/5/2025.", date(2025, 5, 9)),
        ("Sở Nội vụ hoàn thành đề án trong quý II năm 2025.", date(2025, 6, 30)),
        ("Sở Nội vụ trình Chính phủ chậm nhất ngày 30/6/2025.", date(2025, 6, 30)),
        ("Giao Sở Nội vụ ban hành Quy chế (hoàn thành trong tháng 11/2025).", date(2025, 11, 30)),
    ],
)
def test_a_deadline_has_its_owner_and_its_last_day(sentence: str, last: date) -> None:
    (found,) = deadlines(f"IV. TỔ CHỨC THỰC HIỆN\n1. {sentence}")
    assert found.owner == ("Sở Nội vụ",)
    assert found.due.last == last


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Nội vụ thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.",
        "Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 12 năm 2025.",
        "Sở Nội vụ thực hiện Chiến lược phát triển đến năm 2030.",
        "Sở Nội vụ xây dựng kế hoạch công tác hằng năm của đơn vị.",
        "Sở Nội vụ báo cáo kết quả trước ngày 10/5/2024.",  # before the day of issue
    ],
)
def test_dates_that_bind_nobody_are_no_deadlines(sentence: str) -> None:
    assert deadlines(f"IV. TỔ CHỨC THỰC HIỆN\n1. {sentence}") == []


def test_repeated_duties_keep_their_cycle() -> None:
    text = "IV. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ định kỳ 6 tháng báo cáo Ủy ban nhân dân tỉnh."
    (found,) = deadlines(text)
    assert found.due.recurring == "định kỳ 6 tháng"


@pytest.mark.parametrize(
    "sentence",
    [
        "Gửi hồ sơ đề nghị khen thưởng đến Sở Nội vụ trước ngày 10/12 hằng năm.",
        "Báo cáo Ủy ban nhân dân tỉnh định kỳ (trước ngày 30 tháng 6 hằng năm).",
    ],
)
def test_a_day_of_every_year_is_a_deadline(sentence: str) -> None:
    (found,) = deadlines(f"Điều 5. Trách nhiệm của Sở Y tế\n1. {sentence}")
    assert found.due.recurring is not None


def test_each_day_of_a_sentence_is_a_deadline_with_or_without_its_year() -> None:
    found = deadlines(
        "Điều 5. Trách nhiệm\n1. Sở Y tế báo cáo hằng quý (trước ngày 20 tháng cuối quý), 6 tháng"
        " (trước ngày 18/5), tổng kết năm (trước ngày 30/11 hằng năm) hoặc đột xuất."
    )
    assert [d.due.phrase for d in found][1:] == ["trước ngày 18/5", "trước ngày 30/11 hằng năm"]


@pytest.mark.parametrize(
    ("sentence", "often"),
    [
        (
            "Các xã định kỳ hàng năm báo cáo kết quả về Sở Y tế chậm nhất ngày 17 tháng 12.",
            ["định kỳ hàng năm", "định kỳ hàng năm"],
        ),
        (
            "Sở Y tế định kỳ 6 tháng báo cáo trước ngày 15 tháng 6 và trước ngày 01 tháng 12.",
            ["định kỳ 6 tháng"] * 3,
        ),
        (
            "Định kỳ hằng năm tổng hợp, báo cáo; gửi đề án về Sở Nội vụ trước ngày 01 tháng 12.",
            ["Định kỳ hằng năm", None],
        ),
        (
            "Sở Y tế định kỳ hằng năm báo cáo kết quả, lần đầu trước ngày 15 tháng 6 năm 2027.",
            ["định kỳ hằng năm", None],
        ),
    ],
)
def test_a_day_without_a_year_comes_again_as_its_clause_says(
    sentence: str, often: list[str | None]
) -> None:
    found = deadlines(f"Điều 5. Trách nhiệm\n1. {sentence}")
    assert [d.due.recurring for d in found] == often
    assert all(d.due.last is None for d in found if d.due.recurring)


def test_a_time_field_is_named_by_its_heading_without_the_fields_that_heading_lists() -> None:
    text = (
        "II- NỘI DUNG, THỜI GIAN VÀ TÀI LIỆU QUÁN TRIỆT, TUYÊN TRUYỀN\n1. Tài liệu\nLà một.\n"
        "2. Thời gian: Hoàn thành trong quý I năm 2025."
    )
    assert [d.what for d in deadlines(text)] == ["QUÁN TRIỆT, TUYÊN TRUYỀN"]


def test_a_heading_that_names_fields_only_leaves_the_field_to_speak_for_itself() -> None:
    text = (
        "II- NỘI DUNG, HÌNH THỨC VÀ THỜI GIAN THỰC HIỆN\n"
        "1. Thời gian tổ chức: trước ngày 26/8/2026.\n2. Chương trình\nCó hai buổi."
    )
    assert [d.what for d in deadlines(text)] == ["Thời gian tổ chức: trước ngày 26/8/2026"]


# --- tables ----------------------------------------------------------------------------------

TASK_TABLE = """PHỤ LỤC
| TT | Tên nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Kết quả | Thời gian hoàn thành |
|---|---|---|---|---|---|
| I. | Nâng cao nhận thức | | | | |
| 1. | Xây dựng chương trình. | Bộ Khoa học và Công nghệ | Các bộ, ngành; VTV | Đề án | 6/2025 |
| 2. | Phát động phong trào. | VTV, VOV | Bộ Giáo dục và Đào tạo | | Thường xuyên |
"""
GOAL_TABLE = """PHỤ LỤC
| TT | Chỉ tiêu | Đơn vị | Kết quả | Cơ quan chủ trì theo dõi, đánh giá |
|---|---|---|---|---|
| I | Đến năm 2030 | | | |
| 1 | Quy mô kinh tế số | % GDP | ≥ 30 | Bộ Thông tin và Truyền thông |
| 2 | Xếp hạng năng lực cạnh tranh số | Thứ bậc | ≤ 3 Đông Nam Á; ≤ 50 Thế giới | Bộ Nội vụ |
"""


def test_a_table_of_tasks_gives_one_task_a_row() -> None:
    first, second = tasks(TASK_TABLE)
    assert first.owner == ("Bộ Khoa học và Công nghệ",)
    assert first.action == "Xây dựng chương trình"
    assert first.partners == ("Các bộ, ngành", "VTV")
    assert first.due is not None
    assert (first.due.first, first.due.last) == (date(2025, 6, 1), date(2025, 6, 30))
    assert second.owner == ("VTV", "VOV")
    assert [d.owner for d in deadlines(TASK_TABLE)] == [first.owner]


def test_an_estimate_of_cost_sets_no_goals() -> None:
    text = (
        "PHỤ LỤC\nTT | Chỉ tiêu | Tần suất | Đơn giá (đồng) | Thành tiền\n"
        "1 | Nhiệt độ nước: 02 đợt/tháng | 2 | 10.000 | 20.000"
    )
    assert goals(text) == []


def test_a_table_of_goals_gives_its_figures_under_the_horizon_of_its_group() -> None:
    found = [f for f in facts_of(GOAL_TABLE) if isinstance(f, Goal)]
    assert [(g.measure, g.comparator, g.value, g.unit) for g in found] == [
        ("Quy mô kinh tế số", "≥", "30", "% GDP"),
        ("Xếp hạng năng lực cạnh tranh số", "≤", "3", "Thứ bậc"),
        ("Xếp hạng năng lực cạnh tranh số", "≤", "50", "Thứ bậc"),
    ]
    assert {g.horizon.last for g in found if g.horizon} == {date(2030, 12, 31)}


# --- whole documents -------------------------------------------------------------------------


def test_plan_180_names_who_reports_what_by_when_and_through_whom() -> None:
    _, facts = document(CORPUS / "180-KH-TU.txt")
    (deadline,) = of_path(facts, Deadline, "III", "4")
    assert isinstance(deadline, Deadline)
    assert deadline.owner == PRESS
    assert deadline.due.phrase == "trước ngày 10/5/2025"
    assert deadline.due.last == date(2025, 5, 9)
    report = of_path(facts, Task, "III", "4")[1]
    assert isinstance(report, Task)
    assert report.owner == PRESS
    assert report.report_to == (
        "Ban Thường vụ Tỉnh ủy",
        "qua Ban Tuyên giáo và Dân vận Tỉnh ủy",
    )


def test_plan_180_is_due_in_the_first_quarter() -> None:
    _, facts = document(CORPUS / "180-KH-TU.txt")
    (deadline,) = of_path(facts, Deadline, "II", "2")
    assert isinstance(deadline, Deadline)
    assert (deadline.due.first, deadline.due.last) == (date(2025, 1, 1), date(2025, 3, 31))


def test_plan_180_binds_one_body_to_lead_and_two_to_help() -> None:
    _, facts = document(CORPUS / "180-KH-TU.txt")
    (task,) = of_path(facts, Task, "III", "5")
    assert isinstance(task, Task)
    assert task.owner == ("Đảng ủy Uỷ ban nhân dân tỉnh",)
    assert task.partners == ("Văn phòng Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy")


def test_plan_180_sets_no_goals() -> None:
    _, facts = document(CORPUS / "180-KH-TU.txt")
    assert [f for f in facts if isinstance(f, Goal)] == []


@needs_shared
def test_resolution_57_sets_its_figures_for_2030_and_2045() -> None:
    _, facts = document(shared("corpus", "57-NQ-TW.txt"))
    figures = {
        (g.horizon.last.year, g.value, g.unit)
        for g in facts
        if isinstance(g, Goal) and g.value and g.horizon and g.horizon.last
    }
    assert {
        (2030, "55", "%"),
        (2030, "30", "% GDP"),
        (2030, "0,7", None),
        (2030, "2", "% GDP"),
        (2030, "12", "người trên một vạn dân"),
        (2030, "40 - 50", "tổ chức"),
        (2030, "16 - 18", "%/năm"),
        (2045, "50", "% GDP"),
        (2045, "30", "nước dẫn đầu thế giới"),
        (2045, "10", "doanh nghiệp"),
    } <= figures


@needs_shared
def test_resolution_57_gives_each_organ_its_duty() -> None:
    _, facts = document(shared("corpus", "57-NQ-TW.txt"))
    owners = [t.owner for t in facts if isinstance(t, Task) and t.path[0] == "IV" and t.owner]
    assert owners == [
        ("Đảng đoàn Quốc hội",),
        ("Ban cán sự đảng Chính phủ",),
        ("Mặt trận Tổ quốc Việt Nam", "các tổ chức chính trị - xã hội"),
        ("Ban Tuyên giáo Trung ương",),
        ("Văn phòng Trung ương Đảng",),
    ]


@needs_shared
def test_every_fact_of_every_document_is_made_of_slices() -> None:
    for path in sorted(shared("documents").glob("*/*.txt")):
        text, facts = document(path)
        for fact in facts:
            inside = fact.span.of(text)
            assert inside == inside.strip(), path
            match fact:
                case Goal():
                    parts = (fact.measure, fact.comparator, fact.value, fact.unit)
                    assert all(p in inside for p in parts if p), (path, fact)
                case Task():
                    assert fact.action in inside, (path, fact)
                    assert all(name in text for name in (*fact.owner, *fact.partners)), path
                case Deadline():
                    assert fact.due.phrase in inside, (path, fact)
            assert fact_kind(fact) in {"goal", "task", "deadline"}
