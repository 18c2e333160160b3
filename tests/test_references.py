"""References in running text: number, type, issuer, date, and a span over the whole phrase."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import CORPUS

from ingest.formats import read_raw
from ingest.references import find_references
from ingest.symbols import parse_number
from ingest.text import canonical

if TYPE_CHECKING:
    from ingest.model import Reference


def only(text: str) -> Reference:
    (reference,) = find_references(text)
    return reference


@pytest.mark.parametrize(
    ("text", "phrase", "facts"),
    [
        (
            "quán triệt Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá",
            "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị",
            ("57-NQ/TW", "Nghị quyết", "Bộ Chính trị", date(2024, 12, 22)),
        ),
        (
            "Hướng dẫn số 186-HD/BTGTW ngày 10/01/2025 của Ban Tuyên giáo Trung ương hướng dẫn",
            "Hướng dẫn số 186-HD/BTGTW ngày 10/01/2025 của Ban Tuyên giáo Trung ương",
            ("186-HD/BTGTW", "Hướng dẫn", "Ban Tuyên giáo Trung ương", date(2025, 1, 10)),
        ),
        (
            "thực hiện Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương Đảng khoá XII “Một số",
            "Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương Đảng khoá XII",
            ("18-NQ/TW", "Nghị quyết", "Ban Chấp hành Trung ương", None),
        ),
        (
            "- Căn cứ Luật Lưu trữ số 33/2024/QH15, ngày 21/6/2024 của Quốc hội khoá XV;",
            "Luật Lưu trữ số 33/2024/QH15, ngày 21/6/2024 của Quốc hội",
            ("33/2024/QH15", "Luật", "Quốc hội", date(2024, 6, 21)),
        ),
        (
            "Thông tư số 69/2017/TT-BTC ngày 07/7/2017 của Bộ trưởng Bộ Tài chính về hướng dẫn",
            "Thông tư số 69/2017/TT-BTC ngày 07/7/2017 của Bộ trưởng Bộ Tài chính",
            ("69/2017/TT-BTC", "Thông tư", "Bộ trưởng Bộ Tài chính", date(2017, 7, 7)),
        ),
        (
            "Quyết định 1229/QĐ-UBND ngày 28 tháng 02 năm 2025 của UBND tỉnh Cà Mau Ban hành",
            "Quyết định 1229/QĐ-UBND ngày 28 tháng 02 năm 2025 của UBND tỉnh Cà Mau",
            ("1229/QĐ-UBND", "Quyết định", "Ủy ban nhân dân tỉnh Cà Mau", date(2025, 2, 28)),
        ),
        (
            "công văn số 83/BKHCN-BTTTT-VP ngày 08/01/2025 về",
            "công văn số 83/BKHCN-BTTTT-VP ngày 08/01/2025",
            ("83/BKHCN-BTTTT-VP", "Công văn", None, date(2025, 1, 8)),
        ),
        (
            "theo 30/2020/ND-CP thì",
            "30/2020/ND-CP",
            ("30/2020/NĐ-CP", "Nghị định", "Chính phủ", None),
        ),
        ("tổng kết Nghị quyết 18.", "Nghị quyết 18", ("18-NQ", "Nghị quyết", None, None)),
    ],
)
def test_a_reference_is_read_whole(
    text: str, phrase: str, facts: tuple[str, str | None, str | None, date | None]
) -> None:
    found = only(text)
    assert found.span.of(text) == phrase
    assert (found.symbol, found.type, found.issuer, found.issued) == facts


@pytest.mark.parametrize(
    "text",
    [
        "giai đoạn 2021-2025",
        "ngày 22/12/2024",
        "tăng 16 - 18%",
        "trực 24/7",
        "năm 2025 UBND tỉnh",
        "5-Nhiệm vụ khác",
        "kế hoạch 5 năm",
        "Dự án 1, Dự án 2",
        "1. Kế hoạch\n1. Mục tiêu",
        "Số 57-NQ/TW\nHà Nội",
        "mục III, khoản 4",
        "QCVN 01:2020",
    ],
)
def test_what_only_looks_like_a_number_is_no_reference(text: str) -> None:
    assert find_references(text) == ()


def test_in_a_list_the_type_carries_on() -> None:
    text = "Luật số 71/2025/QH15, số 84/2025/QH15 và số 95/2025/QH15; Nghị định số 1/2025/NĐ-CP"
    found = find_references(text)
    assert [(r.symbol, r.type) for r in found] == [
        ("71/2025/QH15", "Luật"),
        ("84/2025/QH15", "Luật"),
        ("95/2025/QH15", "Luật"),
        ("1/2025/NĐ-CP", "Nghị định"),
    ]


def test_a_number_does_not_run_into_the_next_line() -> None:
    text = "theo Nghị quyết số 48/NQ-CP\n- Tập trung"
    assert only(text).span.of(text) == "Nghị quyết số 48/NQ-CP"


def test_the_shipped_plan_refers_to_three_documents() -> None:
    text = canonical(read_raw((CORPUS / "180-KH-TU.txt").read_bytes())).text
    found = find_references(text)
    assert {r.symbol for r in found} == {"186-HD/BTGTW", "57-NQ/TW", "18-NQ/TW"}
    dated = {(r.symbol, r.issued) for r in found if r.issued}
    assert dated == {
        ("186-HD/BTGTW", date(2025, 1, 10)),
        ("57-NQ/TW", date(2024, 12, 22)),
    }


_PIECES = st.sampled_from(
    [
        "Nghị quyết ",
        "số ",
        "57-NQ/TW",
        " ngày ",
        "22/12/2024",
        " của ",
        "Bộ Chính trị",
        ", ",
        "\n",
        "30/2020/NĐ-CP",
        "Kế hoạch 180",
        "2021-2025",
        "Luật Lưu trữ ",
        "33/2024/QH15",
        ".",
    ]
)


@given(st.lists(_PIECES, max_size=15).map("".join))
def test_spans_are_in_order_hold_the_number_and_do_not_overlap(text: str) -> None:
    end = 0
    for reference in find_references(text):
        assert end <= reference.span.start < reference.span.end <= len(text)
        assert reference.symbol.split("-")[0].split("/")[0] in reference.span.of(text)
        assert parse_number(reference.symbol) is not None
        end = reference.span.end
