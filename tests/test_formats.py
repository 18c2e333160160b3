"""What a file is and what is refused by name, before any reader runs."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make_pdf import column, make_pdf
from shared import needs_shared, shared

from ingest.errors import (
    DamagedFileError,
    EmptyFileError,
    EncryptedFileError,
    NoTextError,
    ReadError,
    TooLargeError,
    UnknownFormatError,
)
from ingest.formats import detect, read_raw
from ingest.formats.limits import MAX_ARCHIVE_ENTRIES, MAX_CHARACTERS, MAX_FILE_BYTES, counted
from ingest.formats.pdf import read_with

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)
SENTENCE = "Ban Thường vụ Tỉnh ủy xây dựng kế hoạch thực hiện Nghị quyết như sau:"


def archive(*names: str, content: bytes = b"x") -> bytes:
    """Return a ZIP file with entries of these names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name in names:
            made.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (make_pdf(column(SENTENCE)), "pdf"),
        (b"junk before\n" + make_pdf(column(SENTENCE)), "pdf"),
        (archive("[Content_Types].xml", "word/document.xml"), "docx"),
        (archive("word/document2.xml"), "docx"),  # as some Office versions name it
        (b"<!DOCTYPE html><p>x", "html"),
        (b"\xef\xbb\xbf  <html lang=vi>", "html"),
        (b'<?xml version="1.0"?>\n<!-- saved -->\n<HTML>', "html"),
        (b"<div><p>a</p><p>b</p></div>", "html"),
        ("<html><body>x</body></html>".encode("utf-16"), "html"),
        (OLE + "WordDocument".encode("utf-16-le"), "doc"),
        (OLE + "Workbook".encode("utf-16-le"), "xls"),
        (rb"{\rtf1\ansi abc}", "rtf"),
        (b"\r\n{\\rtf1 abc}", "rtf"),
        (archive("xl/workbook.xml"), "xlsx"),
        (
            archive("mimetype", "content.xml", content=b"application/vnd.oasis.opendocument.text"),
            "odt",
        ),
        (SENTENCE.encode(), "text"),
        (SENTENCE.encode("utf-16"), "text"),
        (b"BM", "text"),  # two letters, not a bitmap
        (b"a < b and <p> is a tag", "text"),
    ],
)
def test_a_format_is_told_from_content(data: bytes, expected: str) -> None:
    assert detect(data) == expected


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (OLE + "PowerPoint Document".encode("utf-16-le"), ".ppt"),
        (OLE, "Office đời cũ"),
        (archive("xl/workbook.bin"), ".xlsb"),
        (archive("ppt/presentation.xml"), ".pptx"),
        (archive("mimetype", "content.xml"), "OpenDocument"),
        (archive("a.txt"), "ZIP"),
        (archive(), "Excel"),  # an empty container: named as something, refused
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "PNG"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "JPEG"),
        (b"BM" + bytes(50), "BMP"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "WebP"),
        (b"\x00\x00\x00\x18ftypheic", "HEIC"),
        (b"MZ\x90\x00" + bytes(60), "Windows"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;", "MHTML"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "Word dạng XML"),
    ],
)
def test_a_format_without_a_reader_is_named_with_what_to_do(data: bytes, named: str) -> None:
    with pytest.raises(UnknownFormatError, match=r"Hãy|Chỉ") as caught:
        detect(data)
    assert named in str(caught.value)


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\xef\xbb\xbf\n", b"\xff\xfe \x00\n\x00"])
def test_nothing_or_blanks_is_an_empty_file(data: bytes) -> None:
    with pytest.raises(EmptyFileError, match="trống"):
        read_raw(data)


def test_an_office_file_with_a_password_is_refused_by_name() -> None:
    with pytest.raises(EncryptedFileError, match="mật khẩu"):
        detect(OLE + "EncryptedPackage".encode("utf-16-le"))


def test_a_file_over_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(TooLargeError, match="giới hạn 50 MB"):
        detect(bytes(MAX_FILE_BYTES + 1))


def test_characters_are_counted_while_reading() -> None:
    lines = counted(["x" * MAX_CHARACTERS, "y"])
    assert len(next(lines)) == MAX_CHARACTERS
    with pytest.raises(TooLargeError, match="20 triệu"):
        next(lines)


def test_a_zip_bomb_is_refused_by_its_directory() -> None:
    with pytest.raises(TooLargeError, match="bung ra"):
        detect(archive("word/document.xml", content=bytes(20_000_000)))


def test_an_archive_of_too_many_entries_is_refused() -> None:
    names = [f"word/{number}.xml" for number in range(MAX_ARCHIVE_ENTRIES)]
    with pytest.raises(TooLargeError, match="bung ra"):
        detect(archive("word/document.xml", *names, content=b""))


def test_a_name_that_leads_out_of_the_archive_is_refused() -> None:
    with pytest.raises(DamagedFileError, match="đường dẫn"):
        detect(archive("word/document.xml", "../../etc/passwd"))


def test_a_cut_off_archive_is_damaged() -> None:
    with pytest.raises(DamagedFileError, match="hỏng"):
        detect(archive("word/document.xml")[:-30])


def test_readers_load_only_when_a_file_needs_them() -> None:
    program = (
        "import sys; from ingest.formats import read_raw; read_raw('Tỉnh ủy'.encode()); "
        "print(sorted({'pypdf', 'docx', 'bs4', 'lxml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"


PREFIXES = [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"{\\rtf", OLE, b"\xff\xfe"]


def outcome(data: bytes) -> str:
    """Return the text of a file or the message with which it is refused."""
    try:
        return "\n".join(line for page in read_raw(data).pages for line in page.lines)
    except ReadError as error:
        return str(error)


@settings(deadline=None)  # the first example of each format loads its library
@given(st.sampled_from(PREFIXES), st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_by_name(prefix: bytes, rest: bytes) -> None:
    assert outcome(prefix + rest).strip()


@needs_shared
def test_every_reference_document_reads_without_loss() -> None:
    paths = sorted(shared("documents").glob("*/*.txt"))
    read = [read_raw(path.read_bytes()) for path in paths]
    assert len(read) > 90
    assert {(raw.format, raw.encoding, raw.wrapped, raw.lost_characters) for raw in read} == {
        ("text", "UTF-8", False, 0)
    }


@needs_shared
def test_scans_wait_for_recognition_and_presentations_are_refused_by_name() -> None:
    for path in shared("files", "scan_pdf_no_text_layer").glob("*.pdf"):
        with pytest.raises(NoTextError, match=r"bản quét.*tesseract-ocr"):
            read_with(path.read_bytes(), None)
    for path in shared("files", "legacy_encoded").glob("*.ppt"):
        with pytest.raises(UnknownFormatError, match="PowerPoint"):
            read_raw(path.read_bytes())
