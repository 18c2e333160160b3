"""The hard tests: bodies, years and figures of a question must stand in the evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from one_sentence import plan_saying
from papers import plan

from api.asked_years import supported_years
from api.desk import head_of
from api.named_bodies import bodies_asked, names_bodies
from api.particulars import supported_figures
from api.question import understand
from api.write import passage_of
from ingest.model import Span

if TYPE_CHECKING:
    from ingest.model import Passage


def at(words: str) -> tuple[Passage, Span]:
    document = plan()
    start = document.text.index(words)
    span = Span(start, start + len(words))
    return passage_of(document, span), span


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Sở Y tế làm gì?", "Sở Y tế báo cáo"),
        ("so y te lam gi", "Sở Y tế báo cáo"),
        ("UBND tỉnh làm gì?", "Ủy ban nhân dân tỉnh báo cáo"),
        ("Ủy ban nhân dân tỉnh làm gì?", "UBND tỉnh báo cáo"),
        ("Uỷ ban nhân dân tỉnh làm gì?", "Ủy ban nhân dân tỉnh báo cáo"),
        ("Giám đốc Sở Y tế làm gì?", "Sở Y tế báo cáo"),  # an office asks about its body
        ("Sở Y tế TP.HCM làm gì?", "Sở Y tế báo cáo"),  # a Sở is always a province's
        ("Sở Y tế tỉnh làm gì?", "Sở Y tế báo cáo"),
        ("BCA ban hành gì?", "Bộ Công an quy định"),
        ("Mặt trận Tổ quốc các cấp làm gì?", "Ủy ban Mặt trận Tổ quốc Việt Nam các cấp giám sát"),
        ("Cơ quan nào báo cáo?", "Hạt Kiểm lâm"),  # names no body
        ("đơn vị nào, tổ chức nào phối hợp", ""),
    ],
)
def test_the_bodies_of_the_question_stand_in_the_evidence(question: str, shown: str) -> None:
    assert names_bodies(bodies_asked(understand(question)), [shown])


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Sở Y tế làm gì?", "Sở Xây dựng báo cáo"),
        ("so y te lam gi", "Sở Xây dựng báo cáo về y tế xã"),
        ("Báo Ấp Bắc làm gì?", "Báo Bắc Sơn báo cáo"),
        ("Ban Kinh tế Tỉnh ủy làm gì?", "Ban Tổ chức Tỉnh ủy"),
        ("Sở Y tế và Sở Xây dựng làm gì?", "Sở Y tế báo cáo"),  # both must
        ("Ban Tổ chức các cấp làm gì?", "Ban Tổ chức Tỉnh ủy báo cáo"),  # one is not all
    ],
)
def test_another_body_does_not_stand_for_the_one_asked(question: str, shown: str) -> None:
    assert not names_bodies(bodies_asked(understand(question)), [shown])


@pytest.mark.parametrize(("year", "stands"), [(2030, True), (2045, False), (2035, False)])
def test_a_year_stands_in_the_sentence_or_its_headings_only(year: int, stands: bool) -> None:  # noqa: FBT001  a column of the table
    passage, span = at("tối thiểu 85%")
    question = understand(f"tỉ lệ thư viện xã đến năm {year}")
    assert supported_years(question, plan(), passage, span) is stands


def test_a_year_of_the_title_is_not_that_of_a_sentence_with_its_own() -> None:
    titled = replace(plan(), info=replace(plan().info, title="Thư viện số, tầm nhìn đến 2050"))
    passage, span = at("tối thiểu 85%")  # under "Đến năm 2030", in a plan of 2026
    for asked, stands in (("2050", False), ("2026", True), ("2026 đến 2030", True)):
        question = understand(f"tỉ lệ thư viện xã năm {asked}")
        assert supported_years(question, titled, passage, span) is stands


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("Đến năm 2028, mật ong đạt 350 tấn.", False),  # whatever its heading names
        ("2. Đến hết năm 2028 có 90 trạm.", False),
        ("Đến năm 2035, mật ong đạt 900 tấn.", True),
        ("Tăng gấp đôi so với năm 2028.", True),  # under a heading that names the year asked
    ],
)
def test_the_year_a_line_opens_with_is_its_own(sentence: str, stands: bool) -> None:  # noqa: FBT001  a column of the table
    document = plan_saying(f"MỤC TIÊU ĐẾN NĂM 2028, TẦM NHÌN 2035\n{sentence}")
    start = document.text.index(sentence)
    span = Span(start, start + len(sentence))
    passage = replace(passage_of(document, span), context="Mục tiêu đến năm 2028, tầm nhìn 2035")
    question = understand("sản lượng mật ong năm 2035")
    assert supported_years(question, document, passage, span) is stands


@pytest.mark.parametrize(
    ("year", "sentence", "stands"),
    [
        (2035, "Mật ong xuất khẩu đạt 40% sản lượng.", False),
        (2028, "Mật ong xuất khẩu đạt 40% sản lượng.", True),
        (2035, "Có 12 trạm giống.", True),  # after the paragraph has turned to that year
        (2028, "Có 12 trạm giống.", False),
    ],
)
def test_the_year_a_paragraph_turns_to_holds_for_what_follows(
    year: int,
    sentence: str,
    stands: bool,  # noqa: FBT001  a column of the table
) -> None:
    said = "Đến năm 2028, có 90 trạm. Mật ong xuất khẩu đạt 40% sản lượng."
    document = plan_saying(f"{said} Đến năm 2035, đạt 900 tấn. Có 12 trạm giống.")
    start = document.text.index(sentence)
    span = Span(start, start + len(sentence))
    passage = replace(passage_of(document, span), context="Mục tiêu đến 2028, tầm nhìn 2035")
    question = understand(f"mật ong đến năm {year}")
    assert supported_years(question, document, passage, span) is stands


@pytest.mark.parametrize(
    ("figure", "stands"), [("85%", True), ("12%", True), ("100%", False), ("8%", False)]
)
def test_a_figure_stands_in_the_passage(figure: str, stands: bool) -> None:  # noqa: FBT001  a column of the table
    passage, _ = at("tối thiểu 85%")
    question = understand(f"thư viện xã có mạng đạt {figure}")
    assert supported_figures(question, plan(), passage) is stands


def test_a_document_may_be_named_by_any_part_of_its_head() -> None:
    head = head_of(plan())
    assert all(part in head for part in ("Kế hoạch", "45-KH/TU", "thư viện số", "Bắc Sơn", "2026"))
