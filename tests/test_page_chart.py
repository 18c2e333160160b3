"""The drawings of goals: every figure on the scale of its unit, in the order of the years."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from known_ids import KH180

from api.page_chart import MOST_POINTS, MOST_UNITS, WIDTH, chart
from ingest.model import Deadline, Fact, Goal, Period, Span

if TYPE_CHECKING:
    from service import Service

pytest_plugins = ("service",)

SPAN = Span(0, 3)


def goal(value: str | None, unit: str | None = "%", year: int | None = 2030) -> Goal:
    horizon = Period(None, date(year, 12, 31), f"đến năm {year}") if year else None
    return Goal("tỉ lệ", "đạt", value, unit, horizon, SPAN)


@pytest.mark.parametrize(
    ("fact", "top", "shares"),
    [
        (goal("85"), "100", (0.85, 0.85)),
        (goal("40 - 50"), "100", (0.4, 0.5)),
        (goal("0,7"), "100", (0.007, 0.007)),
        (goal("30", "% GDP"), "100", (0.3, 0.3)),
        (goal("120"), "200", (0.6, 0.6)),  # more than the whole: "bằng 120 % năm trước"
        (goal("16 - 18", "%/năm"), "20", (0.8, 0.9)),  # a pace, not a share
        (goal("40–50", "tổ chức"), "50", (0.8, 1)),
        (goal("660.085", "tỷ đồng"), "1.000.000", (0.660085, 0.660085)),
        (goal("8,95", "tỷ USD"), "10", (0.895, 0.895)),
        (goal("05", "dự án"), "5", (1, 1)),
        (goal("0,7", None), "1", (0.7, 0.7)),
        (goal("0", "vụ"), "1", (0, 0)),
    ],
)
def test_a_figure_stands_on_the_line_of_its_unit(
    fact: Goal, top: str, shares: tuple[float, float]
) -> None:
    (drawing,) = chart([("x", fact)]).drawings
    ((point,),) = (year.points for year in drawing.years)
    assert drawing.top == top
    assert (point.low / WIDTH, point.high / WIDTH) == pytest.approx(shares, abs=0.001)


@pytest.mark.parametrize(
    "fact",
    [
        goal(None, None),
        goal("85", year=None),
        goal("Đạt mức tiên tiến, nhóm 3 nước dẫn đầu", "Thứ bậc"),
        Deadline("nộp 5 báo cáo", (), Period(None, date(2030, 1, 1), "đến năm 2030"), SPAN),
    ],
)
def test_what_has_no_figure_or_no_year_is_not_drawn(fact: Fact) -> None:
    assert chart([("x", fact)]).drawings == ()


def test_each_unit_has_a_drawing_however_it_is_written_and_per_cent_comes_first() -> None:
    units = ["doanh nghiệp", "Doanh nghiệp", None, "%", "ha"]
    drawings = chart([("x", goal("5", unit)) for unit in units]).drawings
    assert [drawing.unit for drawing in drawings] == ["%", "doanh nghiệp", "ha", ""]


def test_years_are_drawn_in_order_and_what_finds_no_room_is_counted() -> None:
    many = [("x", goal("7"))] * (MOST_POINTS + 3)
    drawn = chart([("x", goal("5", year=2045)), *many, ("x", goal("6", year=2025))])
    (drawing,) = drawn.drawings
    assert [year.year for year in drawing.years] == [2025, 2030]
    assert drawn.left_out == 5
    places = [y for year in drawing.years for y in (year.y, *(p.y for p in year.points))]
    assert places == sorted(set(places))
    units = chart([("x", goal("1", f"đơn vị {n}")) for n in range(MOST_UNITS + 2)])
    assert (len(units.drawings), units.left_out) == (MOST_UNITS, 2)


FIGURES = st.from_regex(r"[1-9][0-9]{0,2}(\.[0-9]{3}){0,2}(,[0-9]{1,2})?", fullmatch=True)


@given(st.lists(st.tuples(FIGURES, st.sampled_from(["%", "ha", None])), min_size=1, max_size=30))
def test_no_point_leaves_its_line(figures: list[tuple[str, str | None]]) -> None:
    drawn = chart([("x", goal(value, unit)) for value, unit in figures])
    points = [p for each in drawn.drawings for year in each.years for p in year.points]
    assert all(0 <= point.low <= point.high <= WIDTH for point in points)
    assert len(points) + drawn.left_out == len(figures)


def test_each_point_leads_to_its_words_and_stands_in_the_table_too(service: Service) -> None:
    html = service.client.get("/facts", params={"kind": "goal"}).text
    drawings, table = html.split("Biểu đồ dưới dạng bảng")
    table = table.split("</table>")[0]
    links = [part.split('"')[0] for part in drawings.split('<a href="/documents/')[1:]]
    points = [link for link in links if "?trich=" in link and KH180 not in link]
    assert len(points) == 4
    assert all(f'href="/documents/{link}"' in table for link in points)
