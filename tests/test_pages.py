"""What the pages show, prepared: tables, the table of contents, numbers that are never broken."""

from __future__ import annotations

import pytest
from fakes import make_document
from papers import kh180

from api.pages import (
    Paragraph,
    Piece,
    blocks,
    capital,
    contents,
    is_heading,
    paragraphs,
    whole,
)
from ingest.model import Section, Span
from ingest.read import read_document


def line(*pieces: Piece) -> Paragraph:
    return Paragraph(pieces, 0, heading=False)


def section(path: tuple[str, ...], heading: str, *children: Section) -> Section:
    label = ", ".join(f"khoản {part}" for part in reversed(path))
    return Section(path, label, heading, Span(0, 1), children)


def test_rows_that_follow_each_other_are_one_table() -> None:
    shown = [
        line(Piece((), "Định mức:", marked=False)),
        line(Piece((), "TT | Nội dung | Mức", marked=False)),
        line(Piece((), "", marked=False)),
        line(Piece((), "| Dưới 30 biên chế | 91", marked=False)),
        line(Piece((), "Ghi chú", marked=False)),
    ]
    first, table, last = blocks(shown)
    assert (first.rows, last.rows) == ((), ())
    assert table.columns == 3
    cells = [["".join(p.text for p in cell).strip() for cell in row.cells] for row in table.rows]
    assert cells == [["TT", "Nội dung", "Mức"], ["", "Dưới 30 biên chế", "91"]]


def test_a_mark_over_two_cells_is_marked_in_both_and_its_anchors_stand_once() -> None:
    marked = Piece(("II",), "Mức | 91", marked=True, first=True)
    (table,) = blocks([line(Piece((), "TT | ", marked=False), marked)])
    pieces = [piece for row in table.rows for cell in row.cells for piece in cell]
    assert [p.text for p in pieces if p.marked] == ["Mức ", " 91"]
    assert [p.anchors for p in pieces if p.anchors] == [("II",)]
    assert sum(p.first for p in pieces) == 1


def test_every_word_of_a_document_stands_in_its_blocks() -> None:
    document = kh180()
    shown = "".join(
        piece.text
        for block in blocks(paragraphs(document))
        for pieces in ([block.paragraph.pieces] if block.paragraph else block.rows[0].cells)
        for piece in pieces
    )
    assert shown.split() == "".join(document.text.splitlines()).split()


@pytest.mark.parametrize(
    ("written", "heading", "expected"),
    [
        ("II. MỤC TIÊU", "MỤC TIÊU", True),
        ("1. Mục đích:", "Mục đích", True),
        ("3. Phát triển đồng bộ: thể chế, nhân lực, hạ tầng.", "Phát triển đồng bộ", False),
        ("1. Các cấp ủy quán triệt.", "", False),
    ],
)
def test_a_heading_that_running_text_follows_is_no_heading_line(
    written: str, heading: str, *, expected: bool
) -> None:
    assert is_heading(written, section(("1",), heading)) is expected


def test_the_contents_name_parts_with_headings_as_their_neighbours_have() -> None:
    lone = [section(("I", "1"), ""), section(("I", "2"), ""), section(("I", "3"), "Mở đầu đoạn")]
    parts = [section(("I",), "QUAN ĐIỂM", *lone), section(("II",), "MỤC TIÊU")]
    assert [(e.name, e.children) for e in contents(parts)] == [
        ("I. QUAN ĐIỂM", ()),
        ("II. MỤC TIÊU", ()),
    ]


def test_a_document_without_headings_lists_its_outermost_parts() -> None:
    parts = [section(("1",), "", section(("1", "a"), "")), section(("2",), "")]
    assert [(entry.name, entry.anchor) for entry in contents(parts)] == [
        ("Khoản 1", "1"),
        ("Khoản 2", "2"),
    ]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Kế hoạch số 180-KH/TU, ngày", 'Kế hoạch số <span class="one">180-KH/TU</span>, ngày'),
        ("số 48/2025/NQ-HĐND", 'số <span class="one">48/2025/NQ-HĐND</span>'),
        ("<b>5-NQ/TW", '&lt;b&gt;<span class="one">5-NQ/TW</span>'),
        ("năm học 2026 - 2027", "năm học 2026 - 2027"),
    ],
)
def test_a_number_of_a_document_is_kept_on_one_line_and_escaped(words: str, shown: str) -> None:
    assert str(whole(words)) == shown


def test_a_document_of_prose_has_no_tables() -> None:
    document, _ = make_document(("Các cấp ủy báo cáo kết quả trước ngày 10/5/2025.",))
    assert not any(block.rows for block in blocks(paragraphs(document)))


def test_the_head_and_a_heading_with_a_line_of_its_own_stand_in_the_middle() -> None:
    text = (
        "ỦY BAN NHÂN DÂN TỈNH BẮC SƠN\nSố: 7/QĐ-UBND\nBắc Sơn, ngày 05 tháng 3 năm 2026\n"
        "QUYẾT ĐỊNH\nVề mượn sách\n\nChương I\nQUY ĐỊNH CHUNG\n"
        "Điều 1. Phạm vi\nQuyết định này quy định việc mượn sách.\n"
        "Điều 2. Đối tượng\nMọi bạn đọc của thư viện."
    )
    shown = paragraphs(read_document(text.encode(), "7.txt"))
    middle = ["".join(p.text for p in each.pieces) for each in shown if each.centred]
    assert middle == [line for line in text.split("\n")[:8] if line]


@pytest.mark.parametrize(
    ("words", "shown"),
    [("định kỳ 6 tháng", "Định kỳ 6 tháng"), ("đến năm 2030", "Đến năm 2030"), ("", "")],
)
def test_words_cut_from_a_sentence_begin_with_a_capital(words: str, shown: str) -> None:
    assert capital(words) == shown
