"""Of several days in one sentence the one that is asked about is told, or none before the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_library import answering_from

from api.days_apart import days_asked
from api.question import understand
from ingest.dates import find_periods

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.answer import Answerer

TWICE = "Ủy ban nhân dân xã gửi báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 10/12."
CYCLES = (
    "Sở Nông nghiệp báo cáo định kỳ hàng quý (trước ngày 18 của tháng cuối quý), 6 tháng"
    " (trước ngày 18/5), tổng kết năm (trước ngày 30/11 hàng năm) hoặc đột xuất."
)
CLAUSES = (
    "Sở Tài chính trình dự toán chậm nhất ngày 5/3/2026; Sở Nội vụ trình biên chế, kết quả xếp"
    " loại và danh sách khen thưởng chậm nhất ngày 20/3/2026."
)
BEHIND = (
    "Gửi trước ngày 15/6 (đối với báo cáo sơ kết) và trước ngày 15/12 (đối với báo cáo tổng kết)."
)


@pytest.mark.parametrize(
    ("question", "text", "days"),
    [
        ("xã gửi báo cáo 6 tháng trước ngày nào", TWICE, {"trước ngày 10/6"}),
        ("xa gui bao cao nam truoc ngay nao", TWICE, {"trước ngày 10/12"}),
        ("xã gửi báo cáo trước ngày nào", TWICE, {"trước ngày 10/6", "trước ngày 10/12"}),
        ("báo cáo tổng kết năm trước ngày nào", CYCLES, {"trước ngày 30/11 hàng năm"}),
        ("báo cáo 6 tháng trước ngày nào", CYCLES, {"trước ngày 18/5"}),
        ("Sở Nội vụ trình biên chế khi nào", CLAUSES, {"chậm nhất ngày 20/3/2026"}),
        ("Sở Tài chính trình khi nào", CLAUSES, {"chậm nhất ngày 5/3/2026"}),
        ("báo cáo tổng kết gửi khi nào", BEHIND, {"trước ngày 15/12"}),
        ("Sở Nội vụ trình gì", "Sở Nội vụ trình trước ngày 5/3/2026.", {"trước ngày 5/3/2026"}),
        ("ai trình", "Sở Nội vụ trình đề án.", set()),
    ],
)
def test_the_words_before_a_day_say_of_what_it_is(question: str, text: str, days: set[str]) -> None:
    assert days_asked(understand(question), text) == days


@given(st.text(alphabet="báocoănmtrướ 0123456789/;,().", max_size=80))
def test_only_days_of_the_text_are_told(text: str) -> None:
    phrases = {period.phrase for _, period in find_periods(text)}
    assert days_asked(understand("báo cáo năm trước ngày nào"), text) <= phrases


PLAN = f"""ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 100/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sơn Hà, ngày 20 tháng 11 năm 2025

KẾ HOẠCH
Phát triển cà phê

I. MỤC TIÊU
1. Diện tích cà phê đến năm 2030 đạt 20.000 ha.

II. CHẾ ĐỘ BÁO CÁO
1. {CYCLES}
2. {TWICE.replace("10/12.", "10/12 hằng năm về Sở Nông nghiệp.")}
"""


@pytest.fixture(scope="module")
def coffee(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with answering_from(tmp_path_factory.mktemp("coffee"), PLAN) as answerer:
        yield answerer


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Ủy ban nhân dân xã gửi báo cáo năm trước ngày nào?", "Trước ngày 10/12 hằng năm."),
        ("xã gửi báo cáo 6 tháng trước ngày nào", "Trước ngày 10/6."),
        ("Sở Nông nghiệp báo cáo tổng kết năm trước ngày nào?", "Trước ngày 30/11 hàng năm."),
        # a report that others send to it is none of its own
        ("Sở Nông nghiệp báo cáo 6 tháng trước ngày nào?", "Trước ngày 18/5."),
        ("các xã báo cáo những khi nào", "Ủy ban nhân dân xã gửi báo cáo 6 tháng"),
    ],
)
def test_no_other_day_leads_the_answer(coffee: Answerer, question: str, first: str) -> None:
    assert coffee.answer(question).answer.startswith(first)
