"""Where Vietnamese sentences end, and where they do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.model import Span
from ingest.sentences import sentences


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


ONE = [
    "Giao đ/c. Nguyễn Văn A phụ trách.",
    "Tại TP. Mỹ Tho có ba điểm.",
    "Kinh phí là 1.200 tỷ đồng, tăng 0,7 lần.",
    "Theo Nghị định số 30/2020/NĐ-CP.2 về văn thư.",
    "Gồm sách, báo, v.v. Các loại khác không tính.",
    "Xem tr. 25 và Đ.c B.",
    "Do TS. Trần B và PGS.TS. Lê C chủ trì.",
    "Học thuyết của C. Mác và V. I. Lê-nin.",
    "1. Mục đích của Kế hoạch.",
    "IV. Tổ chức thực hiện",
    "a. Về kiến thức",
    "2.1. Du lịch",
    "Điều 5. Quyền và nghĩa vụ",
    "Trước ngày 10/5/2025 phải xong.",
    "KT. Chủ tịch",
    "Từ 18.02.2025 đến nay.",
    "- T.Ư. Đoàn phối hợp.",
]


@pytest.mark.parametrize("text", ONE)
def test_a_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert split(text) == [text]


SEVERAL = [
    ("Hoàn thành trước ngày 10/5/2025. Báo cáo Tỉnh ủy.", 2),
    ("Thực hiện Nghị định số 30/2020/NĐ-CP. Ủy ban nhân dân tỉnh báo cáo.", 2),
    ("Đạt 30%. Năm 2030 đạt 50%.", 2),
    ("Vì sao? Vì cần. Thế thôi!", 3),
    ("Gọi là “Bình dân học vụ số”. Phong trào lan rộng.", 2),
    ("1. Một. Hai. Ba.", 3),
    ("Dòng một\nDòng hai", 2),
    ("\n\n  Một.  \n\n Hai. ", 2),
    ("", 0),
]


@pytest.mark.parametrize(("text", "count"), SEVERAL)
def test_sentences_are_counted(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_a_part_of_a_text_keeps_its_offsets() -> None:
    text = "Một. Hai. Ba."
    assert [span.of(text) for span in sentences(text, Span(5, len(text)))] == ["Hai.", "Ba."]


@given(st.text(alphabet="aĐ1. \n-”“;…?v", max_size=80))
def test_sentences_hold_every_character_in_order(text: str) -> None:
    found = sentences(text)
    at = 0
    for span in found:
        assert not text[at : span.start].strip()
        assert span.of(text).strip() == span.of(text) != ""
        at = span.end
    assert not text[at:].strip()
