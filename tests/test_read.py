"""From bytes to a Document: the steps in order, and what is refused before anything is kept."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import DECISION, FORESTS, PAPERS, PLAN, PLASTICS, kh180, papers, plan

from ingest.errors import (
    ConfirmationNeededError,
    EmptyFileError,
    NotADocumentError,
    ReadError,
    SecretDocumentError,
    TracuuError,
)
from ingest.read import read_document

if TYPE_CHECKING:
    from ingest.model import Document

ALL = [paper for paper, _ in papers()]
NAMES = [paper.info.id for paper in ALL]


def test_the_head_is_read() -> None:
    info = plan().info
    assert (info.id, info.symbol, info.type) == ("45-kh-tu-2026-03-05", "45-KH/TU", "Kế hoạch")
    assert (info.place, info.issued, info.signer) == (
        "Bắc Sơn",
        date(2026, 3, 5),
        "Trần Văn Bình",
    )
    assert info.issuer == "Ban Thường vụ Tỉnh ủy Bắc Sơn"
    assert info.recipients == ("Bộ Chính trị", "Các huyện ủy", "Lưu Văn phòng Tỉnh ủy")


def test_the_shipped_plan_is_read_as_the_issue_names_it() -> None:
    document = kh180()
    assert document.info.id == "180-kh-tu-2025-02-18"
    assert document.info.issuer == "Ban Thường vụ Tỉnh ủy Tiền Giang"
    assert [section.path for section in document.sections] == [("I",), ("II",), ("III",)]


@pytest.mark.parametrize("document", ALL, ids=NAMES)
def test_every_offset_is_into_the_one_text(document: Document) -> None:
    text = document.text
    for passage in document.passages:
        assert passage.text == text[passage.span.start : passage.span.end]
        assert passage.document_id == document.info.id
        assert passage.id.startswith(f"{document.info.id}#")
    for item in (*document.facts, *document.references, *document.walk()):
        assert 0 <= item.span.start < item.span.end <= len(text)
        assert item.span.of(text).strip()


@pytest.mark.parametrize("document", ALL, ids=NAMES)
def test_passages_follow_each_other_and_hold_every_word(document: Document) -> None:
    at = 0
    for passage in document.passages:
        between = document.text[at : passage.span.start]
        assert not any(c.isalnum() for c in between), between
        at = passage.span.end
    assert not any(c.isalnum() for c in document.text[at:])
    assert len({passage.id for passage in document.passages}) == len(document.passages)


@pytest.mark.parametrize("document", ALL, ids=NAMES)
def test_every_fact_lies_inside_the_passage_where_it_begins(document: Document) -> None:
    for fact in document.facts:
        assert any(p.span.start <= fact.span.start < p.span.end for p in document.passages), fact


def test_facts_and_references_are_found() -> None:
    kinds = {type(fact).__name__ for fact in plan().facts}
    assert kinds == {"Goal", "Task", "Deadline"}
    assert {reference.symbol for reference in plan().references} == {"91-NQ/TW"}


@pytest.mark.parametrize("name", PAPERS)
def test_the_same_bytes_are_the_same_document(name: str) -> None:
    data = PAPERS[name].encode()
    assert read_document(data, name) == read_document(data, name)
    assert read_document(data, name).info.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    "source",
    [
        "45-KH-TU.txt",
        "/nhà/ai/45-KH-TU.txt",
        "C:\\Thư mục\\45-KH-TU.txt",
        "https://a.vn/45-KH-TU.txt",
    ],
)
def test_only_the_last_part_of_the_source_is_kept(source: str) -> None:
    document = read_document(PLAN.encode(), source)
    assert document.info.source == "45-KH-TU.txt"
    assert document.info.id == plan().info.id


def test_two_papers_of_one_number_have_different_ids() -> None:
    ids = {read_document(text.encode(), "27.txt").info.id for text in (FORESTS, PLASTICS)}
    assert ids == {"27-ct-tu-2018-06-12", "27-ct-tu-2026-01-20"}


def test_a_paper_without_number_and_date_is_named_by_its_bytes_or_title() -> None:
    text = "Báo cáo nhanh\n\nCác xã đã hoàn thành việc trồng cây phân tán trong dịp Tết."
    first, again = (read_document(text.encode(), name).info.id for name in ("a.txt", "b.txt"))
    assert first == again
    assert first.isascii()
    assert first != read_document(f"{text} Hết.".encode(), "a.txt").info.id or "tep" not in first


@pytest.mark.parametrize("stamp", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "* MẬT *"])
@pytest.mark.parametrize("confirmed", [False, True])
def test_a_secrecy_stamp_refuses_the_document_whatever_is_confirmed(
    stamp: str,
    confirmed: bool,  # noqa: FBT001  a column of the table
) -> None:
    with pytest.raises(SecretDocumentError) as refused:
        read_document(f"{stamp}\n{PLAN}".encode(), "45.txt", confirmed=confirmed)
    assert "thư viện số" not in str(refused.value)  # the title is not repeated
    assert "45" not in str(refused.value)


def test_the_word_secret_in_a_sentence_is_no_stamp() -> None:
    text = PLAN.replace("3. Đào tạo thủ thư", "3. Bảo vệ bí mật nhà nước, bảo mật dữ liệu bạn đọc")
    assert read_document(text.encode(), "45.txt").info.symbol == "45-KH/TU"


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("Dự thảo lần 2", "Dự thảo lần 2"),
        ("LƯU HÀNH NỘI BỘ", "Lưu hành nội bộ"),
        ("TÀI LIỆU HỘI NGHỊ", "Tài liệu hội nghị"),
    ],
)
def test_a_handling_mark_needs_a_yes(line: str, mark: str) -> None:
    data = f"{line}\n{PLAN}".encode()
    with pytest.raises(ConfirmationNeededError, match=mark):
        read_document(data, "45.txt")
    document = read_document(data, "45.txt", confirmed=True)
    assert document.info.symbol == "45-KH/TU"
    assert mark.casefold() in [found.casefold() for found in document.health.marks]


def test_a_first_page_that_cannot_be_read_waits_for_a_yes() -> None:
    noise = "q7x zzk w0rt jjq vvx kwz " * 20
    with pytest.raises(ConfirmationNeededError, match="Trang đầu"):
        read_document(noise.encode(), "scan.txt")


@pytest.mark.parametrize("data", [b"", b"   \n \t\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises((EmptyFileError, NotADocumentError)):
        read_document(data, "a.txt")


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 64,
        b"%PDF-1.7\nbroken",
        b"PK\x03\x04 no",
    ],
    ids=["noise", "picture", "broken pdf", "broken zip"],
)
def test_what_is_no_document_is_refused_in_words_for_people(data: bytes) -> None:
    with pytest.raises(ReadError) as refused:
        read_document(data, "a.bin")
    assert str(refused.value).endswith(".")


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_a_document_or_a_foreseen_error(data: bytes) -> None:
    try:
        document = read_document(data, "a")
    except TracuuError as error:
        assert str(error)  # noqa: PT017  which of them is raised is not the point
    else:
        assert document.text


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, DECISION.count("\n")), max_size=12, unique=True))
def test_a_paper_with_lines_missing_is_still_read(lines: list[int]) -> None:
    kept = [line for n, line in enumerate(DECISION.split("\n")) if n not in lines]
    document = read_document("\n".join(kept).encode(), "312.txt")
    for passage in document.passages:
        assert passage.text == document.text[passage.span.start : passage.span.end]
