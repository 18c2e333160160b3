"""A resolution named by the meeting that passed it is read as its number, where one fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from api.plenums import with_plenums
from api.shelf import Shelf
from index.embed import load_embedder
from index.library import Library
from ingest.read import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD = """BAN CHẤP HÀNH TRUNG ƯƠNG
*
Số 2{number}-NQ/TW

ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 01 tháng 11 năm 2012

NGHỊ QUYẾT
HỘI NGHỊ LẦN THỨ {ordinal} BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG KHOÁ XI
về phát triển nghề {craft}

I- MỤC TIÊU
1. Đến năm 2020 có {count} làng nghề.
"""
MEETINGS = [
    ("0", "SÁU", "rèn", 12), ("1", "BẢY", "gốm", 34), ("2", "BẢY", "mộc", 56),
    ("3", "MƯỜI MỘT", "dệt", 78),
]  # fmt: skip


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """Hold resolutions of the sixth, seventh and eleventh meetings."""
    with Library.open(tmp_path_factory.mktemp("plenums"), load_embedder) as library:
        for number, ordinal, craft, count in MEETINGS:
            text = HEAD.format(number=number, ordinal=ordinal, craft=craft, count=count)
            library.put([(read_document(text.encode(), f"{number}.txt"), text.encode())])
        yield Shelf(library, ())


@pytest.mark.parametrize(
    "named",
    [
        "Nghị quyết Trung ương 6 khóa XI",
        "nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XI",
        "nghi quyet hoi nghi trung uong 6, khoa 11",
        "Nghị quyết TW 6 khoá XI",
    ],
)
def test_the_name_of_a_meeting_is_a_number(shelf: Shelf, named: str) -> None:
    read = with_plenums(f"Theo {named} có bao nhiêu làng nghề?", shelf)
    assert read == "Theo Nghị quyết số 20-NQ/TW có bao nhiêu làng nghề?"


def test_a_meeting_after_the_tenth_is_read_whole(shelf: Shelf) -> None:
    assert with_plenums("Nghị quyết Trung ương 11 khóa XI", shelf) == "Nghị quyết số 23-NQ/TW"


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết Trung ương 7 khóa XI nói gì",  # two were passed
        "Nghị quyết Trung ương 6 khóa XII nói gì",  # of another congress
        "Nghị quyết Trung ương 10 khóa XI nói gì",  # "mười một" is no ten
        "Kết luận Trung ương 6 khóa XI nói gì",  # of another type
        "Nghị quyết 20 nói gì",
    ],
)
def test_a_name_that_fits_no_one_paper_stays(shelf: Shelf, text: str) -> None:
    assert with_plenums(text, shelf) == text
