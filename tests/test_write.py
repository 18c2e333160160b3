"""Lines become claims with numbered citations, each an exact slice of its source."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import kh180, plan

from api.write import Line, Proof, capitalised, cite, trimmed, write
from ingest.model import Page, Span

TEXT = plan().text


def at(words: str) -> Proof:
    start = TEXT.index(words)
    return Proof(plan(), Span(start, start + len(words)))


def test_a_citation_quotes_its_span_and_names_its_place() -> None:
    cited = cite(at("trước ngày 30/9/2026"), 1)
    assert cited.quote == "trước ngày 30/9/2026"
    assert cited.passage_id == "45-kh-tu-2026-03-05#III.1"
    assert cited.label == "khoản 1, mục III"
    assert cited.official == (
        "khoản 1, mục III, Kế hoạch số 45-KH/TU, ngày 05/3/2026 của Ban Thường vụ Tỉnh ủy Bắc Sơn"
    )
    assert TEXT.count(f"{cited.prefix}{cited.quote}{cited.suffix}") == 1


def test_the_shipped_plan_is_cited_as_official_papers_do() -> None:
    text = kh180().text
    start = text.index("trước ngày 10/5/2025")
    cited = cite(Proof(kh180(), Span(start, start + 20)), 1)
    assert cited.official == (
        "khoản 4, mục III, Kế hoạch số 180-KH/TU, ngày 18/02/2025 của "
        "Ban Thường vụ Tỉnh ủy Tiền Giang"
    )


def test_a_citation_from_a_scan_says_how_sure_recognition_was() -> None:
    middle = TEXT.index("địa chí")
    first, last = Span(0, middle), Span(middle, len(TEXT))
    scan = replace(plan(), pages=(Page(1, first, "ocr", 0.95), Page(2, last, "ocr", 0.91)))
    assert cite(Proof(scan, Span(middle - 9, middle + 9)), 1).ocr_confidence == 0.91
    printed = replace(plan(), pages=(Page(1, Span(0, len(TEXT)), "text layer"),))
    assert cite(Proof(printed, Span(middle, middle + 9)), 1).ocr_confidence is None


def test_the_same_proof_is_one_citation() -> None:
    written = write([Line("Một.", (at("địa chí"),)), Line("Hai.", (at("địa chí"), at("85%")))])
    assert [c.number for c in written.citations] == [1, 2]
    assert [c.citations for c in written.claims] == [(1,), (1, 2)]


@given(st.lists(st.text(min_size=1, max_size=20).filter(lambda t: "\n" not in t), min_size=1))
def test_claims_are_slices_of_the_answer_in_order(lines: list[str]) -> None:
    written = write([Line(text, (at("85%"),)) for text in lines])
    assert [written.answer[c.start : c.end] for c in written.claims] == lines


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("trước ngày 10/5/2025", "Trước ngày 10/5/2025."),
        ("Đạt 30% GDP;", "Đạt 30% GDP."),
        ("hai\ndòng chữ.", "Hai dòng chữ."),
        ("ủy ban", "Ủy ban."),
    ],
)
def test_a_phrase_becomes_a_sentence(words: str, sentence: str) -> None:
    assert capitalised(words) == sentence


@given(st.text(alphabet=" \nab", max_size=12))
def test_trimming_keeps_every_word(text: str) -> None:
    assert trimmed(text, Span(0, len(text))).of(text) == text.strip()
