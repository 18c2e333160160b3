"""Every written form of a number is read into the same parts; other figures are left alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.symbols import (
    canonical_symbol,
    matches,
    parse_number,
    symbol_key,
)
from ingest.text import fold
from ingest.typed_numbers import find_written_numbers


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("nq57", "57-nq"),
        ("NQ 57", "57-nq"),
        ("NQ57", "57-nq"),
        ("Nghị quyết 57", "57-nq"),
        ("nghi quyet so 57", "57-nq"),
        ("Nghị quyết số: 57", "57-nq"),
        ("57 NQ/TW", "57-nq-tw"),
        ("57-NQ-TW", "57-nq-tw"),
        ("57/NQ-TW", "57-nq-tw"),
        ("57-NQ/TW", "57-nq-tw"),
        ("NQ57-TW", "57-nq-tw"),
        ("Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị", "57-nq-tw"),
        ("kh 180", "180-kh"),
        ("ke hoach 180-KH/TU", "180-kh-tu"),
        ("180-kh-tu-2025-02-18", "180-kh-tu"),  # an id of the library
        ("30/2020/ND-CP", "30-2020-nd-cp"),
        ("30_2020_NĐ-CP", "30-2020-nd-cp"),
        ("03/NQ-CP", "3-nq-cp"),
        ("5053-CV/VPTW/nb", "5053-cv-vptw-nb"),
        ("3260-KH/ĐĐQH15", "3260-kh-ddqh15"),
        ("1670/NQ-UBTVQH15", "1670-nq-ubtvqh15"),
        ("117/2025/QH15", "117-2025-qh15"),
        ("125/SGDĐT-VP", "125-sgddt-vp"),
        ("Luật Lưu trữ số 33/2024/QH15", "33-2024-qh15"),
        ("Quy định 339", "339-qd"),
    ],
)
def test_a_written_form_has_one_key(written: str, key: str) -> None:
    assert symbol_key(written) == key


@pytest.mark.parametrize(
    "figure",
    [
        "2021-2025",
        "22/12/2024",
        "16 - 18%",
        "24/7",
        "57",
        "57 tổ chức",
        "kế hoạch 2025",
        "nghị quyết này",
        "",
        "năm 2030",
        "1.2 triệu",
        "abc",
    ],
)
def test_other_figures_are_not_numbers_of_documents(figure: str) -> None:
    assert parse_number(figure) is None
    assert symbol_key(figure) is None


def test_date_and_spelled_type_are_kept_beside_the_number() -> None:
    read = parse_number("Nghị quyết số 18-NQ/TW ngày 25/10/2017")
    assert read is not None
    assert (read.type, read.issued) == ("Nghị quyết", date(2017, 10, 25))
    by_id = parse_number("18-nq-tw-2017-10-25")
    assert by_id is not None
    assert by_id.issued == date(2017, 10, 25)


@pytest.mark.parametrize(
    ("written", "symbol", "kind", "same"),
    [
        ("nq57", "57-NQ/TW", "Nghị quyết", True),
        ("nq57", "57/NQ-CP", "Nghị quyết", True),  # the issuer was not written
        ("57-NQ/TW", "57/NQ-CP", "Nghị quyết", False),
        ("kh 57", "57-NQ/TW", "Nghị quyết", False),
        ("kế hoạch 180", "180-KH/TU", "Kế hoạch", True),
        ("3/NQ-CP", "03/NQ-CP", "Nghị quyết", True),
        ("30/2020/ND-CP", "30/2020/NĐ-CP", "Nghị định", True),
        ("30/2021/ND-CP", "30/2020/NĐ-CP", "Nghị định", False),
        ("nghị định 30", "30/2020/NĐ-CP", "Nghị định", True),  # the year was not written
        ("Quy định 383", "383-QĐ/TW", "Quy định", True),
        ("Quyết định 383", "383-QĐ/TW", "Quy định", False),  # QĐ is two types
        ("qd 383", "383-QĐ/TW", "Quy định", True),
        ("Luật Lưu trữ số 33/2024/QH15", "33/2024/QH15", "Luật", True),
        ("chương trình 12", "12-CTr/TU", "Chương trình hành động", True),
        ("5053-CV/VPTW", "5053-CV/VPTW/nb", "Công văn", True),
    ],
)
def test_what_is_not_written_matches_anything(
    written: str, symbol: str, kind: str, *, same: bool
) -> None:
    read = parse_number(written)
    assert read is not None
    assert matches(read, symbol, kind) is same


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("94- KH/BTGDVTW", "94-KH/BTGDVTW"),
        ("57 NQ/TW", "57-NQ/TW"),
        ("57-NQ-TW", "57-NQ/TW"),
        ("57/NQ-TW", "57-NQ/TW"),
        ("20-NQ/TƯ", "20-NQ/TW"),
        ("03/NQ-CP", "03/NQ-CP"),
        ("302/2025/ND-CP", "302/2025/NĐ-CP"),
        ("06/QĐ-TTG", "06/QĐ-TTg"),
        ("08 /2001/TT-BTC", "08/2001/TT-BTC"),
        ("155/1998/TT/BTC", "155/1998/TT-BTC"),
        ("15/KH-BCĐ", "15/KH-BCĐ"),  # committees of both sides: as printed
        ("02-KH/BCĐTW", "02-KH/BCĐTW"),
        ("33/2024/QH15", "33/2024/QH15"),
        ("31/2024/ QH15", "31/2024/QH15"),
        ("125/SGDĐT-VP", "125/SGDĐT-VP"),
        ("1141-TC/QĐ/CĐKT", "1141-TC/QĐ/CĐKT"),
        ("24/7", None),
        ("2021-2025", None),
        ("5-Nhiệm vụ", None),
    ],
)
def test_a_printed_number_is_put_into_official_writing(printed: str, canonical: str | None) -> None:
    assert canonical_symbol(printed) == canonical


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("nq 57 muc tieu 2030", ["nq 57"]),
        ("theo kế hoạch 180 thì khi nào báo cáo", ["kế hoạch 180"]),
        ("so sánh nq57 với nq 18", ["nq57", "nq 18"]),
        ("theo nq57 người đứng đầu làm gì", ["nq57"]),
        ("kh180 huyện nào làm", ["kh180"]),
        ("nq 12 người", []),
        ("57 nq tw ban hanh ngay nao", ["57 nq tw"]),
        ("ke hoach 180 ngay 18/02/2025 ai ky", ["ke hoach 180"]),
        ("nghi quyet 57 nam 2024", ["nghi quyet 57"]),
        ("30/2020/ND-CP quy dinh gi", ["30/2020/ND-CP"]),
        ("Khoản 4, mục III, Kế hoạch số 180-KH/TU nói gì?", ["Kế hoạch số 180-KH/TU"]),
        ("kh180/tu giao ai", ["kh180/tu"]),
        ("quyết định số 1229/QĐ-UBND", ["quyết định số 1229/QĐ-UBND"]),
        ("gia theo tt 54 bo cong thuong", ["tt 54"]),
        ("KH 180-KH/TU nói gì", ["KH 180-KH/TU"]),
        ("các nghị quyết HĐND số 64/2025 và 70/2025", ["64/2025", "70/2025"]),
        ("số liệu tháng 10/2025 và 11/2025", []),
        ("57-NQ/TW và 180-KH/TU", ["57-NQ/TW", "180-KH/TU"]),
        ("so sanh 57-nq/tw voi 180-kh/tu va 3/nq-cp", ["57-nq/tw", "180-kh/tu", "3/nq-cp"]),
    ],
)
def test_numbers_are_found_in_questions_as_people_type_them(
    question: str, found: list[str]
) -> None:
    assert [span.of(question) for span, _ in find_written_numbers(question)] == found


@pytest.mark.parametrize(
    "question",
    [
        "57 tổ chức nào",
        "đến năm 2030",
        "nhiệm vụ 5 là gì",
        "kế hoạch 5 năm",
        "kế hoạch 2025",
        "giai đoạn 2021-2025",
        "trước ngày 10/5/2025",
        "tỷ lệ 16 - 18%",
        "da 5 nam roi",
        "kế hoạch 100 ngày",
        "trực 24/7",
        "mục 3 khoản 4",
        "bao nhieu 50 doanh nghiep",
    ],
)
def test_quantities_years_and_ordinals_are_not_taken_for_numbers(question: str) -> None:
    assert find_written_numbers(question) == ()


_PARTS = st.sampled_from(
    ["nq", "57", "KH/TU", "-", "/", " ", "2024", "số", "Nghị quyết", "ngày", "TW", "\n", "%", "đ"]
)


@given(st.lists(_PARTS, max_size=12).map("".join))
def test_reading_never_fails_and_spans_lie_in_the_question_without_overlap(text: str) -> None:
    parse_number(text)
    canonical_symbol(text)
    end = 0
    for span, number in find_written_numbers(text):
        assert end <= span.start < span.end <= len(text)
        assert number.number in fold(span.of(text))
        end = span.end


@given(
    st.integers(1, 9999),
    st.sampled_from(["NQ", "KH", "CTr", "QĐ", "KL"]),
    st.sampled_from(["TW", "TU", "BTGTW"]),
)
def test_an_official_number_keeps_its_writing_and_matches_itself(
    n: int, sign: str, issuer: str
) -> None:
    symbol = f"{n:02d}-{sign}/{issuer}"
    assert canonical_symbol(symbol) == symbol
    number = parse_number(symbol)
    assert number is not None
    assert matches(number, symbol, None)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("QĐ 1610/QĐ-TTPVHCC liệt kê những gì?", "QĐ 1610/QĐ-TTPVHCC"),
        ("QĐ 1610/QĐ-khoa học", "QĐ 1610/QĐ"),
    ],
)
def test_the_sign_of_a_body_that_is_not_known_is_part_of_the_number(
    question: str, named: str
) -> None:
    assert [span.of(question) for span, _ in find_written_numbers(question)] == [named]
