"""What neighbours make far likelier is meant; what is likely, or stands in the papers, stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.mend import Mender

if TYPE_CHECKING:
    from collections.abc import Callable


def mended(text: str, holds: Callable[[str], bool] = lambda _: False) -> str:
    tokens = text.split()
    for at, meant in Mender(holds).mend(tokens, np.ones(len(tokens), np.bool_)):
        tokens[at] = meant
    return " ".join(tokens)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("đơn vị ngòai công lập", "đơn vị ngoài công lập"),
        ("gửi nhửng nơi nào", "gửi những nơi nào"),
        ("phân làm mấy mức dộ", "phân làm mấy mức độ"),
        ("phấn dấu mỗi phụ nử", "phấn đấu mỗi phụ nữ"),
        ("bao nhiêu phàn trăm vốn giãm nghèo", "bao nhiêu phần trăm vốn giảm nghèo"),
        ("biểu dưong khen thuởng do sở nào chủ chì", "biểu dương khen thưởng do sở nào chủ trì"),
        ("phải đem giấy tơ gì", "phải đem giấy tờ gì"),
        ("chủ trưong về độ trể", "chủ trương về độ trễ"),
        ("thuwj hieenj nghị quyết", "thuwj hiện nghị quyết"),
        ("bổ xung quy hoạch", "bổ sung quy hoạch"),
        ("sữa đổi luật", "sửa đổi luật"),
    ],
)
def test_a_slip_among_its_neighbours_is_read_as_meant(typed: str, meant: str) -> None:
    assert mended(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "hội đồng nhân dân cấp xã có bao nhiêu đại biểu",
        "đóng dấu giáp lai vào giấy tờ gì",
        "dây chì và dây đồng",
        "áo sơ mi bằng tơ tằm",
        "gửi về đâu trước ngày nào",
        "nộp về đâu qua cơ quan nào",
        "phải dạt bao nhiêu",  # "đạt" or "đặt"
        "sổ đỏ do cơ quan nào cấp",
        "giãn nợ cho hộ nghèo",
        "nhưng chưa rõ những ai",
        "",
    ],
)
def test_what_is_right_stays(typed: str) -> None:
    assert mended(typed) == typed


def test_a_word_of_the_papers_is_no_slip() -> None:
    assert mended("nền tảng rưng") != "nền tảng rưng"
    assert mended("nền tảng rưng", "rưng".__eq__) == "nền tảng rưng"


def test_two_syllables_that_stand_together_in_the_papers_are_likely() -> None:
    typed = "cơ sở hạ tàng"
    assert mended(typed) == "cơ sở hạ tầng"
    assert mended("chợ hạ tàng", "hạ_tàng".__eq__) == "chợ hạ tàng"


def test_what_may_as_well_mean_one_as_another_loses_its_marks() -> None:
    assert mended("được nhận diẹn dựa vào") == "được nhận dien dựa vào"


def test_only_what_is_doubted_is_read_as_another() -> None:
    tokens = ["mức", "dộ"]
    assert Mender(lambda _: False).mend(tokens, np.array([True, False])) == ()
