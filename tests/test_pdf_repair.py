"""Words that PDF breaks come back whole, and words that are whole stay apart."""

from __future__ import annotations

import pytest

from ingest.formats.pdf_repair import OPEN_WORDS, repaired
from ingest.syllables import is_syllable


@pytest.mark.parametrize(
    ("drawn", "whole"),
    [
        ("doanh nghi ệp", "doanh nghiệp"),
        ("ph át tri ển kinh tế", "phát triển kinh tế"),
        ("đ ược giao", "được giao"),
        ("tă ng cườ ng", "tăng cường"),
        ("QUY ẾT ĐỊNH", "QUYẾT ĐỊNH"),
        ("hiệu quả, ti ết kiệm", "hiệu quả, tiết kiệm"),
        ("oﬃce, ﬁle", "office, file"),
        ("hoa ̀ bình", "hoà bình"),
    ],
)
def test_a_blank_inside_a_syllable_goes(drawn: str, whole: str) -> None:
    assert repaired(drawn) == whole


@pytest.mark.parametrize(
    "line",
    [
        "cấp ủy, tổ chức đảng", "chủ ý", "an toàn", "điểm a khoản 2", "bà ấy", "tỉnh ủy và ủy ban",
        "xã Ea Kar", "ưu tiên ứng dụng", "kế hoạch ở xã", "từ a đến n", "bao nhiêu em", "ta ôn lại",
        "số 12/KH-UBND ngày 5 tháng 3", "và ổn định", "của anh", "bộ ảnh", "hội An", "chi nh¸nh",
        "theo ch÷ sè", "cho ng\xadêi",
    ],
)  # fmt: skip
def test_whole_words_stay_apart(line: str) -> None:
    assert repaired(line) == line


def test_every_word_of_the_table_could_be_vietnamese() -> None:
    assert [word for word in OPEN_WORDS if not is_syllable(word)] == []
