"""A consolidated text says which paper it is of, and each that amended it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_library import answering_from
from papers import DECISION

from api.model import Answered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.answer import Answerer

MERGED = """BỘ CÔNG THƯƠNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 61/VBHN-BCT
Hà Nội, ngày 26 tháng 11 năm 2025

THÔNG TƯ
QUY ĐỊNH VỀ KIỂM ĐỊNH CÔNG TƠ NƯỚC

Thông tư số 71/2019/TT-BCT ngày 01 tháng 02 năm 2019 của Bộ trưởng Bộ Công Thương quy định về kiểm \
định công tơ nước, có hiệu lực kể từ ngày 01 tháng 4 năm 2019, được sửa đổi, bổ sung bởi:
1. Thông tư số 82/2022/TT-BCT ngày 13 tháng 4 năm 2022 của Bộ trưởng Bộ Công Thương sửa đổi Điều 3 \
Thông tư số 71/2019/TT-BCT.
2. Thông tư số 93/2025/TT-BCT ngày 21 tháng 11 năm 2025 của Bộ trưởng Bộ Công Thương sửa đổi, bổ \
sung một số điều của Thông tư số 71/2019/TT-BCT.
Căn cứ Luật Đo lường ngày 11 tháng 11 năm 2011;
Theo đề nghị của Vụ trưởng Vụ Khoa học và Công nghệ;
Bộ trưởng Bộ Công Thương ban hành Thông tư quy định về kiểm định công tơ nước.

Điều 1. Phạm vi điều chỉnh
Thông tư này quy định về kiểm định công tơ nước lạnh.
Điều 2. Chu kỳ
Công tơ nước được kiểm định 60 tháng một lần.
"""


@pytest.fixture(scope="module")
def meters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with answering_from(tmp_path_factory.mktemp("meters"), MERGED, DECISION) as answerer:
        yield answerer


@pytest.mark.parametrize(
    "question",
    [
        "vbhn 61 của bct gộp từ những thông tư nào",
        "Văn bản hợp nhất về công tơ nước gộp những thông tư nào?",
        "vbhn 61: thông tư gốc số mấy, đã sửa bằng các tt nào",
    ],
)
def test_the_paper_and_its_amendments_are_told(meters: Answerer, question: str) -> None:
    told = meters.answer(question)
    assert isinstance(told, Answered)
    numbers = ("71/2019/TT-BCT", "82/2022/TT-BCT", "93/2025/TT-BCT")
    assert all(number in told.answer for number in numbers)
    assert "Luật Đo lường" not in told.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("VBHN 61 theo đề nghị của ai?", "Vụ trưởng Vụ Khoa học và Công nghệ"),
        ("vbhn 61 kiểm định công tơ nước mấy tháng một lần", "60 tháng một lần"),
    ],
)
def test_what_else_it_says_is_told_as_of_any_paper(
    meters: Answerer, question: str, told: str
) -> None:
    assert told in meters.answer(question).answer


def test_no_other_paper_is_told_as_one(meters: Answerer) -> None:
    assert "71/2019" not in meters.answer("Quyết định 312 thay thế quyết định nào?").answer
