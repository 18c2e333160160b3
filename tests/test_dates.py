"""Every written form of a date, quarter, term or cycle gives its first and last day."""

from __future__ import annotations

import unicodedata
from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.dates import find_periods, period_of_cell
from ingest.model import Period, Span
from ingest.text import fold

ROMAN = ("I", "II", "III", "IV")
ISSUED = date(2025, 11, 18)


def one(text: str, issued: date | None = None) -> tuple[Span, Period]:
    (found,) = find_periods(text, issued)
    return found


def bounds(text: str, issued: date | None = None) -> tuple[str, str]:
    period = one(text, issued)[1]
    return str(period.first or ""), str(period.last or "")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        # single days
        ("ban hành ngày 22/12/2024", "2024-12-22", "2024-12-22"),
        ("Hà Nội, ngày 05 tháng 02 năm 2026", "2026-02-05", "2026-02-05"),
        ("ngày 18 tháng 02 năm 2025", "2025-02-18", "2025-02-18"),
        ("ngày 06-02-2017", "2017-02-06", "2017-02-06"),
        # until
        ("trước ngày 10/5/2025.", "", "2025-05-09"),
        ("trước ngày 01 tháng 01 năm 2026", "", "2025-12-31"),
        ("trước 17 giờ 00 ngày 10/12/2025", "", "2025-12-10"),
        ("chậm nhất ngày 30/6/2025", "", "2025-06-30"),
        ("chậm nhất là ngày 30/6/2025", "", "2025-06-30"),
        ("đến hết năm 2025", "", "2025-12-31"),
        ("đến năm 2030", "", "2030-12-31"),
        ("tầm nhìn đến năm 2045", "", "2045-12-31"),
        ("từ nay đến năm 2030", "", "2030-12-31"),
        ("đến 31/12/2025", "", "2025-12-31"),
        ("trước tháng 6/2025", "", "2025-05-31"),
        ("cuối năm 2025", "", "2025-12-31"),
        # within
        ("trong quý I năm 2025", "2025-01-01", "2025-03-31"),
        ("quý IV/2025", "2025-10-01", "2025-12-31"),
        ("Quí IV-2025", "2025-10-01", "2025-12-31"),
        ("quý III, IV năm 2025", "2025-07-01", "2025-12-31"),
        ("hoàn thành trong năm 2025", "2025-01-01", "2025-12-31"),
        ("trong tháng 3/2025", "2025-03-01", "2025-03-31"),
        ("trong tháng 12 năm 2025", "2025-12-01", "2025-12-31"),
        ("tháng 11 - 12/2025", "2025-11-01", "2025-12-31"),
        ("6/2025", "2025-06-01", "2025-06-30"),
        ("6 tháng đầu năm 2025", "2025-01-01", "2025-06-30"),
        ("02 tháng cuối năm 2025", "2025-11-01", "2025-12-31"),
        ("giai đoạn 2021 - 2025", "2021-01-01", "2025-12-31"),
        ("từ năm 2021 đến năm 2030", "2021-01-01", "2030-12-31"),
        ("từ ngày 01/10/2025 đến ngày 15/12/2025", "2025-10-01", "2025-12-15"),
        ("từ ngày 01/10 đến ngày 15/11/2025", "2025-10-01", "2025-11-15"),
        ("từ tháng 10/2025 đến tháng 3/2026", "2025-10-01", "2026-03-31"),
        ("từ quý I/2026 đến quý II/2027", "2026-01-01", "2027-06-30"),
        # since
        ("kể từ ngày 01 tháng 01 năm 2026", "2026-01-01", ""),
        ("năm 2026 và những năm tiếp theo", "2026-01-01", ""),
        # open: the phrase counts from something the text does not date
        ("kể từ ngày ký", "", ""),
        ("trong thời hạn 30 ngày kể từ ngày nhận đủ hồ sơ", "", ""),
        ("sau khi có kết luận", "", ""),
        ("năm học 2025 - 2026", "", ""),
        ("trước ngày 15/12", "", ""),
    ],
)
def test_each_written_form_gives_its_first_and_last_day(text: str, first: str, last: str) -> None:
    assert bounds(text) == (first, last)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("viec nao xong trong quy 1 nam 2025", "2025-01-01", "2025-03-31"),
        ("bao cao truoc ngay 10/5/2025", "", "2025-05-09"),
        ("thang 3 nam 2025 lam gi", "2025-03-01", "2025-03-31"),
        ("muc tieu den nam 2030", "", "2030-12-31"),
        ("TRƯỚC NGÀY 10/5/2025", "", "2025-05-09"),
    ],
)
def test_questions_typed_without_diacritics_are_read_alike(
    typed: str, first: str, last: str
) -> None:
    assert bounds(typed) == (first, last)


@pytest.mark.parametrize(
    ("text", "recurring"),
    [
        ("hằng năm", "hằng năm"),
        ("báo cáo hằng quý", "hằng quý"),
        ("định kỳ 6 tháng báo cáo kết quả", "định kỳ 6 tháng"),
        ("định kỳ hằng năm trước ngày 15/12", "định kỳ hằng năm"),
        ("trước ngày 15/12 hằng năm", "hằng năm"),
        ("trước ngày 25 hằng tháng", "hằng tháng"),
        ("6 tháng một lần", "6 tháng một lần"),
        ("báo cáo 02 lần/ngày", "02 lần/ngày"),
        ("định kỳ sơ kết, tổng kết", "định kỳ"),
    ],
)
def test_cycles_are_kept_as_written(text: str, recurring: str) -> None:
    period = one(text)[1]
    assert period.recurring == recurring
    assert (period.first, period.last) == (None, None)


def test_two_cycles_with_dates_of_their_own_stay_two() -> None:
    text = "định kỳ 6 tháng (trước ngày 10/6) và hằng năm (trước ngày 10/12)"
    assert [p.phrase for _, p in find_periods(text)] == [
        "định kỳ 6 tháng (trước ngày 10/6)",
        "hằng năm (trước ngày 10/12)",
    ]


def test_a_cycle_said_again_in_its_brackets_is_one() -> None:
    text = "định kỳ hằng tháng (trước ngày 18 hằng tháng), 6 tháng (trước ngày 18/5)"
    found = find_periods(text)
    assert [(p.phrase, p.recurring) for _, p in found] == [
        ("định kỳ hằng tháng (trước ngày 18 hằng tháng)", "định kỳ hằng tháng"),
        ("trước ngày 18/5", None),
    ]


def test_a_goal_and_its_vision_are_two_periods() -> None:
    text = "đến năm 2030, tầm nhìn đến năm 2045"
    assert [p.phrase for _, p in find_periods(text)] == ["đến năm 2030", "tầm nhìn đến năm 2045"]


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 12/2025/QĐ-UBND",  # a number of a document
        "VIỆT NAM 2025",  # not năm
        "ngày 31/02/2025",  # no such day
        "24/7",
        "quỹ 1",
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert find_periods(text) == ()


def test_the_day_of_issue_dates_what_counts_from_signing() -> None:
    assert bounds("trong thời hạn 30 ngày kể từ ngày ký", ISSUED) == ("2025-11-18", "2025-12-18")
    assert bounds("có hiệu lực kể từ ngày ký", ISSUED) == ("2025-11-18", "")


def test_a_date_without_a_year_takes_the_year_of_issue_only_if_it_lies_ahead() -> None:
    assert bounds("trước ngày 15/12", ISSUED) == ("", "2025-12-14")
    assert bounds("trước ngày 15/01", ISSUED) == ("", "")


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        (" 6/2025 ", "2025-06-01", "2025-06-30"),
        ("2025-2026", "2025-01-01", "2026-12-31"),
        ("2025 và những năm tiếp theo", "2025-01-01", ""),
        ("Tháng 10/2025", "2025-10-01", "2025-10-31"),
        ("Quý II/2025", "2025-04-01", "2025-06-30"),
        ("Thường xuyên", "", ""),
    ],
)
def test_cells_of_a_deadline_column_are_read(cell: str, first: str, last: str) -> None:
    found = period_of_cell(cell)
    assert found is not None
    span, period = found
    assert (str(period.first or ""), str(period.last or "")) == (first, last)
    assert span.of(cell) == period.phrase


def test_a_cell_that_names_no_time_gives_none() -> None:
    assert period_of_cell("Nghị định của Chính phủ") is None


days = st.dates(min_value=date(1990, 1, 1), max_value=date(2069, 12, 31))


@given(days)
def test_every_valid_day_comes_back_from_every_form(day: date) -> None:
    for form in (
        f"ngày {day.day}/{day.month}/{day.year}",
        f"ngày {day.day:02}/{day.month:02}/{day.year}",
        f"ngày {day.day:02} tháng {day.month:02} năm {day.year}",
    ):
        assert one(form)[1] == Period(day, day, form)
        before = one(f"trước {form}")[1]
        assert (before.first, before.last) == (None, day - timedelta(days=1))
        latest = one(f"chậm nhất {form}")[1]
        assert latest.last == day


@given(days)
def test_every_month_and_quarter_comes_back(day: date) -> None:
    last = monthrange(day.year, day.month)[1]
    month = one(f"trong tháng {day.month}/{day.year}")[1]
    assert (month.first, month.last) == (day.replace(day=1), day.replace(day=last))
    number = (day.month + 2) // 3
    quarter = one(f"quý {ROMAN[number - 1]}/{day.year}")[1]
    assert quarter.first is not None
    assert quarter.last is not None
    assert quarter.first <= day <= quarter.last


@given(st.text(alphabet="ngàytháqúIV0123456789/-.,() đếntrướcố", max_size=60))
def test_spans_are_in_order_apart_and_hold_their_phrase(noise: str) -> None:
    text = unicodedata.normalize("NFC", noise)
    end = 0
    for span, period in find_periods(text, ISSUED):
        assert span.start >= end
        assert span.of(text) == period.phrase
        end = span.end


@given(days)
def test_folding_changes_no_period(day: date) -> None:
    text = f"hoàn thành trước ngày {day.day}/{day.month}/{day.year}"
    assert bounds(fold(text)) == bounds(text)
