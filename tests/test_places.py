"""Provinces and cities are recognised as people type them, and only where they name a place."""

from __future__ import annotations

import pytest

from api.places import PROVINCES, is_provincial, places_named
from api.question import understand
from ingest.text import fold


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("Sở Y tế Cà Mau báo cáo khi nào", ("ca mau",)),
        ("tinh uy ca mau nop bao cao ngay nao", ("ca mau",)),
        ("mục tiêu của tỉnh Đắk Lắk và Gia Lai", ("dak lak", "gia lai")),
        ("TP Huế thu học phí bao nhiêu", ("hue",)),
        ("học phí ở huế", ("hue",)),
        ("ở Hòa Bình", ("hoa binh",)),
        ("giữ gìn hòa bình, ổn định", ()),  # peace
        ("tư tưởng Hồ Chí Minh", ()),
        ("Đoàn Thanh niên Cộng sản Hồ Chí Minh làm gì", ()),
        ("thành phố Hồ Chí Minh", ("ho chi minh",)),
        ("Sở Y tế TP.HCM và CA TPHCM", ("ho chi minh",)),
        ("kinh tế số đến năm 2030", ()),
    ],
)
def test_a_place_is_named(typed: str, places: tuple[str, ...]) -> None:
    assert places_named(understand(typed)) == places


@pytest.mark.parametrize(
    ("issuer", "provincial"),
    [
        ("Ủy ban nhân dân tỉnh Bắc Ninh", True),
        ("Hội đồng nhân dân thành phố Hà Nội", True),
        ("Bộ Công Thương", False),
        ("Ủy ban nhân dân tỉnh", False),  # of which, nobody knows
    ],
)
def test_a_province_has_its_name_in_that_of_its_body(issuer: str, provincial: bool) -> None:  # noqa: FBT001  a column of the table
    assert is_provincial(issuer) is provincial


@pytest.mark.parametrize("name", PROVINCES)
def test_every_province_is_known_with_and_without_diacritics(name: str) -> None:
    for typed in (f"tỉnh {name} làm gì", fold(f"tinh {name} lam gi")):
        assert places_named(understand(typed)) == (fold(name),)


def test_there_are_sixty_three_provinces_and_one_has_two_names() -> None:
    assert len(set(PROVINCES)) == 64
    assert {"Huế", "Thừa Thiên Huế"} < set(PROVINCES)
