"""PDF: lines from placed pieces, pages kept apart, faults told by name."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from make_pdf import Drawn, column, make_pdf
from pypdf import PdfReader, PdfWriter
from shared import needs_shared, shared

from ingest.errors import (
    DamagedFileError,
    EmptyFileError,
    EncryptedFileError,
    NoTextError,
    SecretDocumentError,
    TooLargeError,
)
from ingest.formats.limits import MAX_PAGES
from ingest.formats.ocr import NoRecogniserError
from ingest.formats.pdf import read, read_with
from ingest.secrecy import check_stamps
from ingest.text import canonical

if TYPE_CHECKING:
    from ingest.model import RawText

BODY = column(
    "Các cấp ủy, tổ chức đảng cần xác định rõ chức năng, nhiệm vụ của",
    "Ban Thường vụ Tỉnh ủy và phối hợp chặt chẽ với các cơ quan liên quan để",
    "thực hiện.",
)


def first_lines(raw: RawText) -> list[str]:
    return [line.strip() for line in raw.pages[0].lines if line]


def locked(data: bytes, password: str) -> bytes:
    """Return the file encrypted, with this password needed to open it."""
    writer = PdfWriter(PdfReader(io.BytesIO(data)))
    writer.encrypt(user_password=password, owner_password=password + "!", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_lines_come_out_page_by_page_with_vietnamese_letters() -> None:
    raw = read(make_pdf(BODY, column("Trang hai")))
    assert (raw.format, raw.wrapped, raw.lost_characters) == ("pdf", True, 0)
    assert first_lines(raw) == [piece.text for piece in BODY]
    assert [(page.number, page.source) for page in raw.pages] == [
        (1, "text layer"),
        (2, "text layer"),
    ]


def test_words_drawn_one_by_one_make_a_line() -> None:
    pen, pieces = 80.0, []
    for text in ("Ban", " ", "Th", "ường", " ", "vụ"):
        pieces.append(Drawn(pen, 780, text))
        pen += 6.5 * len(text)  # the width that the file gives every letter
    assert first_lines(read(make_pdf(pieces))) == ["Ban Thường vụ"]


def test_a_raised_footnote_sign_stays_in_its_line() -> None:
    pieces = [Drawn(80, 780, "địa phương"), Drawn(145, 785, "1", 8), Drawn(149, 780, " về")]
    assert first_lines(read(make_pdf(pieces))) == ["địa phương 1 về"]


def test_two_columns_on_one_base_line_are_two_lines() -> None:
    left = column("TỈNH ỦY TIỀN GIANG", "Số 180-KH/TU", x=60)
    right = column("ĐẢNG CỘNG SẢN VIỆT NAM", "Tiền Giang, ngày 18 tháng 02", x=320)
    for drawn in (left + right, [left[0], right[0], left[1], right[1]]):
        assert first_lines(read(make_pdf(drawn))) == [piece.text for piece in drawn]


def test_a_wide_gap_between_lines_begins_a_paragraph() -> None:
    lines = [*column("một", "hai", "ba"), Drawn(80, 700, "bốn"), Drawn(80, 682, "năm")]
    assert read(make_pdf(lines)).pages[0].lines == ("một", "hai", "ba", "", "bốn", "năm")


def test_a_shared_indent_begins_a_paragraph() -> None:
    lines = [Drawn(80 + 28 * (row % 3 == 0), 780 - 18 * row, f"dòng {row}") for row in range(9)]
    assert read(make_pdf(lines)).pages[0].lines == (
        "dòng 0", "dòng 1", "dòng 2", "", "dòng 3", "dòng 4", "dòng 5",
        "", "dòng 6", "dòng 7", "dòng 8",
    )  # fmt: skip


def test_a_sentence_over_two_pages_is_one_paragraph_without_the_page_number() -> None:
    pages = [
        [*column(*["Nội dung dài của trang một, có nhiều chữ để lấp đầy dòng này."] * 4),
         Drawn(80, 600, "nâng cao nhận thức, tạo sự thống nhất cao trong toàn Đảng và"),
         Drawn(300, 40, "1")],
        [Drawn(300, 800, "2"), *column("hệ thống chính trị.")],
    ]  # fmt: skip
    assert canonical(read(make_pdf(*pages))).text.endswith(
        "tạo sự thống nhất cao trong toàn Đảng và hệ thống chính trị."
    )


def test_a_page_without_text_is_recorded() -> None:
    raw = read(make_pdf(BODY, []))
    assert raw.pages[1].source == "none"


def test_blank_pages_alone_are_refused_by_name() -> None:
    with pytest.raises(NoTextError, match=r"không có chữ nào đọc được trên 2 trang"):
        read(make_pdf([], []))


def test_a_file_without_pages_is_empty() -> None:
    with pytest.raises(EmptyFileError, match="không có trang"):
        read(make_pdf())


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_cut_off_file_is_damaged(share: float) -> None:
    data = make_pdf(BODY)
    with pytest.raises(DamagedFileError, match="bị hỏng"):
        read(data[: int(len(data) * share)])


def test_a_file_of_rubbish_between_its_ends_is_damaged() -> None:
    with pytest.raises(DamagedFileError, match="bị hỏng"):
        read(b"%PDF-1.7\n" + bytes(range(256)) * 20 + b"\nstartxref\n99\n%%EOF")


def test_one_broken_page_is_reported_and_the_rest_is_read() -> None:
    data = make_pdf(BODY, column("Trang hai"))
    broken = data.replace(b"/Contents 7 0 R", b"/Contents (bad)", 1)
    assert broken != data
    raw = read(broken)
    assert raw.pages[0].source == "text layer"
    assert raw.pages[1].source == "none"


def test_a_password_is_asked_for_by_name_and_a_mere_lock_on_printing_is_not() -> None:
    with pytest.raises(EncryptedFileError, match="mật khẩu"):
        read(locked(make_pdf(BODY), password="secret"))  # noqa: S106 (a test's own file)
    assert first_lines(read(locked(make_pdf(BODY), password="")))


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(TooLargeError, match="2001 trang"):
        read(make_pdf(*[[]] * (MAX_PAGES + 1)))


@pytest.mark.parametrize(
    "data",
    [
        make_pdf(BODY, notices=("MẬT",)),  # a stamp laid over the page
        make_pdf(
            [*column(*["Nội dung của văn bản"] * 30), Drawn(60, 800, "TỐI MẬT")]
        ),  # drawn last
    ],
)
def test_a_stamp_is_seen_wherever_it_is_drawn(data: bytes) -> None:
    raw = read(data)
    with pytest.raises(SecretDocumentError):
        check_stamps(["\n".join(page.lines) for page in raw.pages])


@needs_shared
@pytest.mark.slow
def test_a_file_that_draws_every_word_alone_has_whole_sentences() -> None:
    path = shared("files", "pdf_text_layer", "luat-bhxh_GoogleDocs.pdf")
    pages = PdfWriter(PdfReader(path))
    short = PdfWriter()
    for page in pages.pages[:2]:
        short.add_page(page)
    buffer = io.BytesIO()
    short.write(buffer)
    text = canonical(read(buffer.getvalue())).text
    assert "\nĐiều 1. Phạm vi điều chỉnh\nLuật này quy định về quyền, trách nhiệm" in text
    assert "\nb) Cán bộ, công chức, viên chức;\n" in text


@needs_shared
def test_a_bad_text_layer_waits_for_recognition() -> None:
    path = shared("files", "pdf_bad_ocr_layer", "3176b_qd_syt.pdf")
    with pytest.raises(NoRecogniserError, match=r"sai nhiều.*tesseract-ocr-vie"):
        read_with(path.read_bytes(), None)
