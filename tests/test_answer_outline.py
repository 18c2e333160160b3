"""Places, lists and counts are answered from the section tree: whole, in order, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.text import fold

if TYPE_CHECKING:
    from answering import Answering

pytest_plugins = ("answering",)

PLAN, RIVERS = "45-kh-tu-2026-03-05", "16-nq-tu-2026-02-03"
DECISION, WATERWAYS = "312-qd-ubnd-2026-04-14", "88-kh-ubnd-2026-03-27"

# question, the items that the answer lists, in order
LISTS = [
    (
        "Kế hoạch 45 nêu những nhiệm vụ nào?",
        ["quy chế mượn sách điện tử", "Số hóa tài liệu địa chí", "Đào tạo thủ thư"],
    ),
    (
        "Nghị quyết 16 đề ra những nhiệm vụ, giải pháp nào?",
        ["Nạo vét luồng lạch", "Nâng cấp bến", "Đào tạo thuyền trưởng", "Thu hút doanh nghiệp"],
    ),
    ("Các quan điểm của Nghị quyết 16-NQ/TU là gì?", ["lợi thế lâu dài", "giữ gìn bờ bãi"]),
    ("Các mục tiêu đến năm 2030 của Nghị quyết 16", ["tối thiểu 35%", "18 bến thủy"]),
    (
        "Kế hoạch 180 nêu tổ chức thực hiện gồm những gì?",
        ["Đảng ủy các cơ quan Đảng tỉnh", "tham mưu xây dựng", "Mặt trận Tổ quốc", "Báo Ấp Bắc"],
    ),
]


@pytest.mark.parametrize(("question", "items"), LISTS)
def test_a_list_holds_every_item_in_order(
    answering: Answering, question: str, items: list[str]
) -> None:
    answer = answering.answered(question).answer
    places = [answer.find(item) for item in items]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize(("question", "items"), LISTS)
def test_a_list_is_the_same_without_diacritics(
    answering: Answering, question: str, items: list[str]
) -> None:
    assert all(item in answering.answered(fold(question)).answer for item in items)


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Kế hoạch 45 có mấy nhiệm vụ?", "3"),
        ("kh45 co may nhiem vu", "3"),
        ("Nghị quyết 16 có bao nhiêu nhiệm vụ, giải pháp?", "4"),
        ("Nghị quyết 16 nêu mấy quan điểm?", "2"),
        ("Quyết định 312 có mấy chương?", "2"),
        ("Quyết định 312 có mấy điều?", "5"),
    ],
)
def test_a_count_is_the_lead_of_the_answer(answering: Answering, question: str, count: str) -> None:
    assert count in answering.answered(question).answer.splitlines()[0].split("(")[0].split()


def test_an_item_of_several_sentences_is_told_whole(answering: Answering) -> None:
    answer = answering.answered("Kế hoạch 180 nêu tổ chức thực hiện gồm những gì?")
    text = answering.library.document("180-kh-tu-2025-02-18").text
    (item,) = (c for c in answer.citations if c.passage_id.endswith("#III.4"))
    assert item.quote.endswith("trước ngày 10/5/2025.")
    assert text[item.span.start : item.span.end] == item.quote


def test_each_item_of_a_list_is_cited_where_it_stands(answering: Answering) -> None:
    answer = answering.answered("Nghị quyết 16 có mấy nhiệm vụ, giải pháp?")
    cited = [citation.passage_id for citation in answer.citations]
    assert cited == [f"{RIVERS}#III", *(f"{RIVERS}#III.{n}" for n in range(1, 5))]


@pytest.mark.parametrize(
    ("question", "place", "words"),
    [
        ("Khoản 3 mục II Kế hoạch 45 nói gì?", f"{PLAN}#II.3", "Đào tạo thủ thư"),
        ("khoan 3 muc ii ke hoach 45", f"{PLAN}#II.3", "Đào tạo thủ thư"),
        ("Mục II khoản 3 của kế hoạch 45 nêu gì?", f"{PLAN}#II.3", "Đào tạo thủ thư"),
        ("Khoản 4 mục III Kế hoạch 180?", "180-kh-tu-2025-02-18#III.4", "10/5/2025"),
        ("Điều 5 Quyết định 312 nói gì?", f"{DECISION}#Chương II.Điều 5", "118/QĐ-UBND"),
        ("Khoản 2 Điều 2 Quyết định 312", f"{DECISION}#Chương I.Điều 2.2", "Tủ sách lưu động"),
        ("Điểm b khoản 2 Điều 3 QĐ 312", f"{DECISION}#Chương II.Điều 3.2.b", "420 bản sách"),
        ("Khoản 2 Nghị quyết 16 mục III", f"{RIVERS}#III.2", "Nâng cấp bến"),
    ],
)
def test_what_stands_at_a_place_is_quoted(
    answering: Answering, question: str, place: str, words: str
) -> None:
    answer = answering.answered(question)
    assert words in answer.answer
    assert {c.passage_id for c in answer.citations if words in c.quote} == {place}


def test_a_place_with_parts_shows_each_of_them(answering: Answering) -> None:
    answer = answering.answered("Chương II Quyết định 312 quy định gì?").answer
    assert all(f"Điều {number}" in answer for number in (3, 4, 5))
    assert "Điều 2" not in answer


def test_the_heading_of_a_chapter_is_shown_with_its_label(answering: Answering) -> None:
    assert "ĐIỀU KIỆN VÀ TRÁCH NHIỆM" in answering.answered("Chương II Quyết định 312?").answer


def test_a_letter_that_labels_an_item_stays_small(answering: Answering) -> None:
    answer = answering.answered("Điểm a khoản 2 Điều 3 Quyết định 312 quy định gì?").answer
    assert not answer.startswith("A)")
    assert "650 bản sách" in answer


@pytest.mark.parametrize(
    "question",
    [
        "Điều 9 Quyết định 312 nói gì?",
        "Mục V Nghị quyết 16 nói gì?",
        "Khoản 8 mục III Kế hoạch 180 nói gì?",
        "Điểm c khoản 2 Điều 3 Quyết định 312?",
        "Phụ lục II Kế hoạch 88 nêu gì?",
    ],
)
def test_a_place_that_is_not_there_is_not_answered(answering: Answering, question: str) -> None:
    assert answering.status(question) in {"not_found", "partial"}


def test_a_place_is_sought_only_in_the_document_named(answering: Answering) -> None:
    answer = answering.answered("Khoản 2 mục II là gì?", ["88/KH-UBND"])
    assert {citation.passage_id for citation in answer.citations} == {f"{WATERWAYS}#II.2"}


@pytest.mark.parametrize(
    "question",
    [
        "Điều 4 Nghị quyết 16 nói gì?",  # its khoản 4 is no Điều
        "Chương II Nghị quyết 16 nói gì?",  # its mục II is no chapter
        "Phụ lục I Nghị quyết 16 nêu gì?",
    ],
)
def test_a_level_that_the_document_lacks_is_not_replaced_by_another(
    answering: Answering, question: str
) -> None:
    assert answering.status(question) in {"not_found", "partial"}


def test_a_place_in_no_document_named_is_not_taken_from_one_at_random(
    answering: Answering,
) -> None:
    # five documents have it; the question does not say which it means
    assert answering.status("Khoản 1 mục II nói gì?") != "answered"
