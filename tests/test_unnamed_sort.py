"""A sort of paper names one only where one is held, or where a word says which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_library import answering_from

from api.model import Ambiguous, Answered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.answer import Answerer

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: {number}/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sơn Hà, ngày {day:02} tháng 6 năm 2026

KẾ HOẠCH
{title}

I. MỤC TIÊU
{goal}

II. TỔ CHỨC THỰC HIỆN
1. {body} là cơ quan đầu mối, chủ trì theo dõi, đôn đốc việc thực hiện Kế hoạch này.
2. Kinh phí thực hiện lấy từ {money}.
"""
PLANS = (
    PLAN.format(number=90, day=2, title="Phát triển nghề nuôi ong", body="Sở Nông nghiệp",
                goal="Đến năm 2030 có 900 hộ nuôi ong.", money="quỹ khuyến nông"),
    PLAN.format(number=95, day=9, title="Xây dựng thư viện làng", body="Sở Văn hóa",
                goal="Đến năm 2030 có 120 thư viện làng.", money="ngân sách xã"),
)  # fmt: skip


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Two plans of one province, of two matters."""
    with answering_from(tmp_path_factory.mktemp("hai"), *PLANS) as made:
        yield made


@pytest.mark.parametrize(
    "question",
    [
        "Cơ quan nào làm đầu mối theo dõi, đôn đốc việc thực hiện kế hoạch của UBND tỉnh?",
        "kinh phi thuc hien ke hoach cua ubnd tinh lay tu dau",
        "kế hoạch của tỉnh Sơn Hà giao sở nào chủ trì",
    ],
)
def test_the_sort_alone_leaves_a_choice(answerer: Answerer, question: str) -> None:
    outcome = answerer.answer(question)
    assert isinstance(outcome, Ambiguous), outcome
    assert {choice.symbol for choice in outcome.choices} == {"90/KH-UBND", "95/KH-UBND"}


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Kế hoạch nuôi ong của UBND tỉnh giao sở nào làm đầu mối?", "Sở Nông nghiệp"),
        ("kinh phi thuc hien kh 95 cua ubnd tinh lay tu dau", "ngân sách xã"),
    ],
)
def test_a_number_or_a_subject_names_the_paper(
    answerer: Answerer, question: str, answer: str
) -> None:
    outcome = answerer.answer(question)
    assert isinstance(outcome, Answered), outcome
    assert answer in outcome.answer
