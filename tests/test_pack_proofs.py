"""When an answer is proved wrong: figures, times, bodies, and what a text states of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.pack.material import figures, owned
from api.pack.proofs import Grounds, apart, bounds, differ, exclusive, is_single, numbers
from api.pack.statements import AT_MOST
from ingest.dates import find_periods
from ingest.read import read_document
from ingest.text import fold

if TYPE_CHECKING:
    from ingest.model import Period

TEXT = """KẾ HOẠCH
phát triển vùng nông thôn

I- MỤC TIÊU

1. Đến năm 2030

- Tỉ lệ thư viện xã có mạng băng rộng đạt tối thiểu 85%; số sách điện tử của tỉnh đạt 40%.

2. Đến năm 2045

- Tỉ lệ thư viện xã có mạng băng rộng đạt tối thiểu 95%.

II- TỔ CHỨC THỰC HIỆN

1. Sở Y tế chủ trì khám sức khỏe cho thủ thư các xã vùng cao trước ngày 30/9/2026.

2. Sở Nội vụ tham mưu chế độ làm việc của thủ thư các xã vùng cao trong năm 2027.
"""
DOCUMENT = read_document(TEXT.encode(), "ke-hoach.txt")
GROUNDS = Grounds(DOCUMENT)
NETWORK = "Tỉ lệ thư viện xã có mạng băng rộng đạt tối thiểu"


def period(words: str) -> Period:
    return find_periods(words)[0][1]


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("30%", "50%", True),
        ("16 - 18%", "10%", True),
        ("8 - 10%", "10%", False),  # ten is in both
        ("40 - 50", "45", False),
        ("0,7", "7", True),
        ("1.000", "1000", False),
        ("tối thiểu", "5", False),  # no figure proves nothing
    ],
)
def test_figures_are_apart_when_no_value_is_meant_by_both(
    first: str, second: str, *, wanted: bool
) -> None:
    assert apart(first, second) is wanted
    assert apart(second, first) is wanted


@given(st.integers(0, 999), st.integers(0, 999))
def test_two_different_whole_figures_are_apart(first: int, second: int) -> None:
    assert apart(f"{first}%", f"{second}%") == (first != second)
    assert bounds(str(first)) == (first, first)


def test_a_thousand_is_one_figure_however_it_is_written() -> None:
    assert numbers("1.000 hộ, 0,7 điểm") == {"1000", "0,7"}


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("đến năm 2030", "đến năm 2045", True),
        ("trong năm 2025", "đến năm 2030", True),
        ("trong năm 2025", "trong quý I năm 2025", False),  # one lies in the other
        ("giai đoạn 2026 - 2030", "trong năm 2028", False),
        ("đến năm 2030", "trong năm 2030", False),  # both end on one day
        ("đến năm 2030", "định kỳ 6 tháng", False),
    ],
)
def test_times_exclude_each_other_when_they_end_apart_and_do_not_nest(
    first: str, second: str, *, wanted: bool
) -> None:
    assert exclusive(period(first), period(second)) is wanted
    assert exclusive(period(second), period(first)) is wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Sở Y tế", True),
        ("Chính phủ", True),
        ("Hội đồng", False),  # any council
        ("các sở, ban, ngành", False),
        ("Các cấp uỷ, tổ chức đảng", False),
        ("Cấp ủy các cấp", False),
        ("Các cơ quan liên quan", False),
    ],
)
def test_a_body_beside_which_another_is_wrong_has_one_name(name: str, *, wanted: bool) -> None:
    assert is_single(name) is wanted


def test_a_body_within_a_body_is_no_other_body() -> None:
    assert differ("Sở Y tế", "Sở Nội vụ")
    assert not differ("Tỉnh ủy", "Ban Thường vụ Tỉnh ủy")
    assert not differ("UBND tỉnh", "Ủy ban nhân dân tỉnh")


@pytest.mark.parametrize(
    ("figure", "year", "wanted"),
    [
        ("85%", 2030, True),
        ("95%", 2030, False),  # that is said of 2045
        ("95%", 2045, True),
        ("95%", None, True),  # without a year either may be meant
        ("40%", 2030, False),  # that is said of books
    ],
)
def test_a_figure_is_stated_of_its_matter_in_its_year(
    figure: str, year: int | None, *, wanted: bool
) -> None:
    assert GROUNDS.states_figure(NETWORK, figure, year) is wanted


def test_a_body_is_named_where_its_task_stands() -> None:
    task = "khám sức khỏe cho thủ thư các xã vùng cao"
    assert GROUNDS.names_body(task, "Sở Y tế")
    assert not GROUNDS.names_body("chế độ làm việc của thủ thư", "Sở Y tế")


def test_facts_become_material_with_each_part_at_its_place() -> None:
    made = {figure.key: figure for figure in figures(DOCUMENT)}
    assert set(made) == {"85%", "40%", "95%"}
    for key, figure in made.items():
        assert figure.figure.of(DOCUMENT.text) == key
        assert figure.when is not None
        assert f"năm {figure.year}" in figure.when.of(DOCUMENT.text)
        assert key not in figure.matter
    assert [task.name for task in owned(DOCUMENT)] == ["Sở Y tế", "Sở Nội vụ"]


def test_a_year_is_not_certain_where_its_line_names_two() -> None:
    text = TEXT.replace("1. Đến năm 2030", "1. Mục tiêu đến năm 2030, tầm nhìn đến năm 2045")
    document = read_document(text.encode(), "ke-hoach.txt")
    made = {figure.key: figure for figure in figures(document)}
    assert made["85%"].when is None
    assert made["85%"].year is None


@pytest.mark.parametrize("words", ["không quá 5%", "giảm còn dưới 3%", "tối đa 10 ngày"])
def test_upper_bounds_are_known_by_their_words(words: str) -> None:
    assert AT_MOST.search(fold(words))
