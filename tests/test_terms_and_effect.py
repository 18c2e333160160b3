"""What a term takes in, and from when a paper is in force: told by the sentence made for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_library import answering_from

from api.model import Answered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from api.answer import Answerer

SILENT = """THỦ TƯỚNG CHÍNH PHỦ
Số: 24/2012/QĐ-TTg

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 01 tháng 6 năm 2012

QUYẾT ĐỊNH
Về chính sách giữ rừng ven hồ

Điều 1. Giải thích từ ngữ
1. Cán bộ, chiến sĩ giữ rừng bao gồm tổ trưởng, tổ viên và người dẫn đường.
2. Cơ quan Kiểm rừng là Chi cục Kiểm rừng và các trạm trực thuộc.
3. Năm đề xuất là năm gửi văn bản đề xuất trồng rừng.
Điều 2. Giao đất
Trong vòng 2 năm kể từ ngày Quyết định này có hiệu lực, Chủ tịch tỉnh giao đất ven hồ.
Điều 3. Thủ tục
Giấy cấp trước khi Quyết định này có hiệu lực thi hành được dùng đến hết năm 2013. Cán bộ, chiến \
sĩ giữ rừng mang giấy khi đi tuần.
"""
TOLD = SILENT.replace("24/2012", "25/2012").replace(
    "Điều 3. Thủ tục",
    "Điều 4. Hiệu lực\nQuyết định này có hiệu lực từ ngày 20 tháng 7 năm 2012, thay thế"
    " Quyết định số 8/2009/QĐ-TTg.\nĐiều 3. Thủ tục",
)


@pytest.fixture(scope="module")
def forest(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with answering_from(tmp_path_factory.mktemp("effect"), SILENT) as answerer:
        yield answerer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Quyết định 24/2012 hiểu cán bộ, chiến sĩ giữ rừng gồm những ai?", "người dẫn đường"),
        ("qd 24/2012 co quan kiem rung gom nhung don vi nao", "Chi cục Kiểm rừng và các trạm"),
        ("“năm đề xuất” trồng rừng", "năm gửi văn bản đề xuất"),
        ("Giấy cấp trước khi QĐ 24 có hiệu lực được dùng đến khi nào?", "hết năm 2013"),
    ],
)
def test_a_term_is_told_by_its_definition(forest: Answerer, question: str, told: str) -> None:
    answer = forest.answer(question)
    assert isinstance(answer, Answered)
    assert told in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định 24/2012/QĐ-TTg có hiệu lực từ ngày tháng năm nào?",
        "hiệu lực QĐ 24/2012",
        "qd 24/2012 thay the quyet dinh nao truoc do",
    ],
)
def test_what_counts_from_that_day_does_not_say_which_it_is(
    forest: Answerer, question: str
) -> None:
    assert not isinstance(forest.answer(question), Answered)


@pytest.mark.parametrize(
    "question",
    ["hiệu lực QĐ 25/2012", "QĐ 25/2012 hiệu lực ngày nào, thay quyết định nào"],
)
def test_where_it_is_said_it_is_told(tmp_path: Path, question: str) -> None:
    with answering_from(tmp_path, TOLD) as answerer:
        assert "20 tháng 7 năm 2012" in answerer.answer(question).answer
