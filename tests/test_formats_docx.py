"""Word: what is printed comes out in the order of the page, numbers included."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from shared import needs_shared, shared

from ingest.errors import DamagedFileError, NoTextError, SecretDocumentError
from ingest.formats import read_raw
from ingest.formats.docx import read
from ingest.secrecy import check_stamps

if TYPE_CHECKING:
    from docx.document import Document

# level → what it counts in, what it prints
LEVELS = (
    ("upperRoman", "%1-"),
    ("decimal", "%2."),
    ("decimal", "%2.%3."),
    ("lowerLetter", "%4)"),
    ("bullet", "\uf0b7"),
    ("bullet", "+"),
    ("decimalZero", "Bước %7:"),
    ("none", ""),
)
LISTS = (
    f'<w:numbering {nsdecls("w")}><w:abstractNum w:abstractNumId="90">'
    + "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level, (style, text) in enumerate(LEVELS)
    )
    + '</w:abstractNum><w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num>'
    '<w:num w:numId="91"><w:abstractNumId w:val="90"/><w:lvlOverride w:ilvl="1">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>'
)


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def lines(document: Document) -> list[str]:
    return [line for page in read(saved(document)).pages for line in page.lines]


def with_lists() -> Document:
    """Return a document whose list 90 counts as offices do."""
    document = docx.Document()
    document.part.numbering_part._element = parse_xml(LISTS)
    return document


def add_item(document: Document, text: str, level: int, list_id: int = 90) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    number = (
        f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    )
    properties.append(parse_xml(number))


def add_raw(document: Document, inner: str) -> None:
    """Append a paragraph given as XML."""
    namespaces = nsdecls("w") + (
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    document.element.body.insert(
        len(document.element.body) - 1, parse_xml(f"<w:p {namespaces}>{inner}</w:p>")
    )


def test_paragraphs_and_tables_keep_their_order() -> None:
    document = docx.Document()
    document.add_paragraph("Trước bảng")
    table = document.add_table(rows=2, cols=3)
    for cell, text in zip(table._cells, ["TT", "Việc", "Hạn", "1", "Báo cáo", "2025"], strict=True):
        cell.text = text
    document.add_paragraph("Sau bảng")
    assert lines(document) == ["Trước bảng", "TT | Việc | Hạn", "1 | Báo cáo | 2025", "Sau bảng"]


def test_the_two_column_heading_becomes_lines_left_before_right() -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "TỈNH ỦY TIỀN GIANG\n*\nSố 180-KH/TU"
    table.cell(0, 1).text = "ĐẢNG CỘNG SẢN VIỆT NAM\nTiền Giang, ngày 18 tháng 02 năm 2025"
    assert lines(document)[:5] == [
        "TỈNH ỦY TIỀN GIANG", "*", "Số 180-KH/TU",
        "ĐẢNG CỘNG SẢN VIỆT NAM", "Tiền Giang, ngày 18 tháng 02 năm 2025",
    ]  # fmt: skip


def test_the_closing_in_a_table_becomes_lines_too() -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Nơi nhận:\n- Các Ủy viên BCH,\n- Lưu Văn phòng."
    table.cell(0, 1).text = "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ"
    assert lines(document)[:4] == [
        "Nơi nhận:", "- Các Ủy viên BCH,", "- Lưu Văn phòng.", "T/M BAN THƯỜNG VỤ",
    ]  # fmt: skip


def test_merged_cells_are_written_once() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=3)
    for cell, text in zip(table._cells, ["1", "Việc", "a", "", "", "b"], strict=True):
        cell.text = text
    table.cell(0, 1).merge(table.cell(1, 1))
    assert [" ".join(line.split()) for line in lines(document)] == ["1 | Việc | a", "| | b"]


def test_automatic_numbers_are_written_out() -> None:
    document = with_lists()
    for text, level in [
        ("MỤC ĐÍCH", 0), ("Mục đích", 1), ("Chung", 2), ("Riêng", 2), ("điểm một", 3),
        ("điểm hai", 3), ("gạch", 4), ("cộng", 5), ("Yêu cầu", 1), ("Một", 2), ("NỘI DUNG", 0),
        ("Lại từ đầu", 1), ("xong", 6), ("không số", 7),
    ]:  # fmt: skip
        add_item(document, text, level)
    assert lines(document) == [
        "I- MỤC ĐÍCH", "1. Mục đích", "1.1. Chung", "1.2. Riêng", "a) điểm một",
        "b) điểm hai", "- gạch", "+ cộng", "2. Yêu cầu", "2.1. Một", "II- NỘI DUNG",
        "1. Lại từ đầu", "Bước 01: xong", "không số",
    ]  # fmt: skip


def test_a_list_that_starts_anew_counts_from_its_start() -> None:
    document = with_lists()
    for text, list_id in (("một", 90), ("hai", 90), ("lại một", 91), ("lại hai", 91)):
        add_item(document, text, 1, list_id)
    assert lines(document) == ["1. một", "2. hai", "1. lại một", "2. lại hai"]


def test_a_style_gives_its_number_and_zero_takes_it_away() -> None:
    document = with_lists()
    style = document.styles["Heading 1"].element.get_or_add_pPr()
    number = f'<w:numPr {nsdecls("w")}><w:numId w:val="90"/></w:numPr>'
    style.append(parse_xml(number))
    document.add_paragraph("MỤC ĐÍCH", style="Heading 1")
    add_item(document, "không số", 0, 0)
    assert lines(document) == ["I- MỤC ĐÍCH", "không số"]


def test_an_unknown_list_and_an_empty_paragraph_have_no_number() -> None:
    document = with_lists()
    add_item(document, "lạ", 0, 777)
    add_item(document, "", 0)
    add_item(document, "thật", 0)
    assert lines(document) == ["lạ", "", "I- thật"]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<w:r><w:t>cũ</w:t></w:r><w:ins><w:r><w:t> mới</w:t></w:r></w:ins>", "cũ mới"),
        ("<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:r><w:t>giữ</w:t></w:r>", "giữ"),
        ("<w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink>", "liên kết"),
        ("<w:sdt><w:sdtContent><w:r><w:t>ô</w:t></w:r></w:sdtContent></w:sdt>", "ô"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>hiện</w:t></w:r>", "hiện"),
        ("<w:r><w:t>57</w:t><w:noBreakHyphen/><w:t>NQ</w:t></w:r>", "57-NQ"),
        ("<w:r><w:t>a</w:t><w:footnoteReference w:id='1'/></w:r>", "a"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>x</w:t></w:r>", "x"),
        ("<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>x</w:t></w:r>", "x"),
        ("<w:r><w:t>trên</w:t><w:br/><w:t>dưới</w:t></w:r>", "trên\ndưới"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0B7'/><w:t>mục</w:t></w:r>", "-mục"),
    ],
)
def test_what_is_printed_is_read_and_what_is_not_is_left_out(inner: str, expected: str) -> None:
    document = docx.Document()
    add_raw(document, inner)
    assert "\n".join(lines(document)) == expected


def test_a_text_box_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent>"
    document = docx.Document()
    add_raw(
        document,
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Ngoài</w:t></w:r>",
    )
    assert lines(document) == ["Trong khung", "Ngoài"]


def test_a_forced_break_begins_a_page() -> None:
    document = docx.Document()
    document.add_paragraph("một").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("hai")
    document.add_section()
    document.add_paragraph("ba")
    pages = read(saved(document)).pages
    assert [[line for line in page.lines if line] for page in pages] == [["một"], ["hai"], ["ba"]]


@pytest.mark.parametrize("place", ["header", "footer"])
def test_a_stamp_in_a_header_is_seen_and_other_headers_are_not(place: str) -> None:
    document = docx.Document()
    document.add_paragraph("Thực hiện Nghị quyết của Bộ Chính trị")
    edge = getattr(document.sections[0], place)
    edge.paragraphs[0].text = "Văn phòng Tỉnh ủy"
    assert lines(document) == ["Thực hiện Nghị quyết của Bộ Chính trị"]
    edge.add_paragraph("TUYỆT MẬT")
    with pytest.raises(SecretDocumentError):
        check_stamps(["\n".join(lines(document))])


def test_a_word_file_of_pictures_only_has_no_text() -> None:
    with pytest.raises(NoTextError, match="OCR"):
        read(saved(docx.Document()))


def replaced(name: str, content: bytes) -> bytes:
    """Return a Word file with one part replaced."""
    document = docx.Document()
    document.add_paragraph("chữ")
    source, buffer = zipfile.ZipFile(io.BytesIO(saved(document))), io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for entry in source.namelist():
            target.writestr(entry, content if entry == name else source.read(entry))
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
def test_a_broken_part_is_damaged(name: str) -> None:
    with pytest.raises(DamagedFileError, match="Word"):
        read_raw(replaced(name, b"<w:document"))


def test_entities_are_not_resolved() -> None:
    hostile = (
        '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>trước &x; sau</w:t></w:r></w:p>"
        "</w:body></w:document>"
    )
    raw = read_raw(replaced("word/document.xml", hostile.encode()))
    assert raw.pages[0].lines == ("trước ",)


@needs_shared
def test_real_word_files_read_with_their_headings_apart() -> None:
    path = shared("files", "doc_docx_unicode", "ND30-2020_30_2020_ND_CP.docx")
    read_lines = [line for line in read_raw(path.read_bytes()).pages[0].lines if line.strip()]
    assert read_lines[0] == "CHÍNH PHỦ"
    assert "Số: 30/2020/NĐ-CP" in read_lines[:3]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in read_lines[:5]
