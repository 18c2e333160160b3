"""What a file is, by its first bytes and its directory, never by its name."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Literal, TypeAlias
from zipfile import BadZipFile

from ingest.errors import EmptyFileError, EncryptedFileError, UnknownFormatError
from ingest.formats.archive import open_archive
from ingest.formats.limits import check_size

if TYPE_CHECKING:
    from zipfile import ZipFile

Format: TypeAlias = Literal["pdf", "docx", "doc", "rtf", "odt", "xlsx", "xls", "html", "text"]

PDF_WITHIN = 1024  # bytes; readers accept rubbish before the header up to here
SNIFFED = 4096
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BLANK = b" \t\r\n\x00\xef\xbb\xbf\xfe\xff\x0b\x0c"

AS_WORD = "Hãy mở bằng Word hoặc LibreOffice rồi lưu lại thành .docx."
AS_PDF = "Hãy xuất thành PDF có lớp chữ, hoặc chép nội dung sang Word và lưu thành .docx."
AS_SHEET = "Hãy mở bằng Excel hoặc LibreOffice rồi lưu lại thành .xlsx."
AS_TEXT = "Hãy nhận dạng chữ (OCR) rồi lưu thành .docx hoặc PDF có lớp chữ."
UNPACK = "Hãy giải nén rồi thêm từng tệp bên trong."

# first bytes → (name, what to do)
SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "ảnh PNG", AS_TEXT),
    (b"\xff\xd8\xff", "ảnh JPEG", AS_TEXT),
    (b"GIF8", "ảnh GIF", AS_TEXT),
    (b"II*\x00", "ảnh TIFF", AS_TEXT),
    (b"MM\x00*", "ảnh TIFF", AS_TEXT),
    (b"BM", "ảnh BMP", AS_TEXT),
    (b"AT&TFORM", "tệp DjVu", AS_PDF),
    (b"7z\xbc\xaf\x27\x1c", "tệp nén 7-Zip", UNPACK),
    (b"Rar!", "tệp nén RAR", UNPACK),
    (b"\x1f\x8b", "tệp nén GZIP", UNPACK),
    (b"BZh", "tệp nén BZIP2", UNPACK),
    (b"\xfd7zXZ", "tệp nén XZ", UNPACK),
    (b"MZ", "chương trình Windows", "Chỉ thêm được văn bản."),
    (b"\x7fELF", "chương trình Linux", "Chỉ thêm được văn bản."),
    (b"ID3", "tệp âm thanh", "Chỉ thêm được văn bản."),
    (b"SQLite format 3", "tệp cơ sở dữ liệu", "Chỉ thêm được văn bản."),
    (b"%!PS", "tệp PostScript", AS_PDF),
)
# short magics that are also words need bytes no text has
ALSO_TEXT = frozenset({b"BM", b"MZ", b"ID3", b"BZh"})

RTF = b"{\\rtf"
ODT = b"application/vnd.oasis.opendocument.text"
LONGEST_MIME = 200

# stream names inside an OLE container → format
OLE_FORMATS: tuple[tuple[str, Format], ...] = (
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
)
# likewise → (name, what to do)
OLE_KINDS: tuple[tuple[str, str, str], ...] = (
    ("PowerPoint Document", "bản trình chiếu PowerPoint đời cũ (.ppt)", AS_PDF),
    ("__properties_version1.0", "thư Outlook (.msg)", AS_PDF),
)
# how names inside a ZIP begin → (name, what to do)
ZIP_KINDS: tuple[tuple[str, str, str], ...] = (
    ("xl/", "bảng tính Excel dạng nhị phân (.xlsb)", AS_SHEET),
    ("ppt/", "bản trình chiếu PowerPoint (.pptx)", AS_PDF),
    ("content.xml", "tệp OpenDocument không phải văn bản (.ods, .odp)", AS_PDF),
    ("META-INF/container.xml", "sách điện tử EPUB", AS_PDF),
    ("", "tệp nén ZIP", UNPACK),
)

_HTML_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*(?:<!doctype\s+html|<html|<head|<body)",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(
    rb"<(?:p|div|table|h[1-6]|br|span|article|section|ul|ol)\b[^<>]*>", re.IGNORECASE
)
_MHTML = re.compile(rb"MIME-Version:.{0,200}multipart/related", re.IGNORECASE | re.DOTALL)
_WORD_XML = re.compile(rb"<\?xml.{0,200}Word\.Document", re.DOTALL)
_FEWEST_TAGS = 3  # a page saved without its frame


def detect(data: bytes) -> Format:
    """Return the format of a file, told from its content.

    Raises:
        EmptyFileError: nothing, or blanks only.
        TooLargeError: over the limit of size.
        EncryptedFileError: an Office file with a password.
        DamagedFileError: a ZIP container that cannot be opened.
        UnknownFormatError: a known or unknown format without a reader; the message names it.

    """
    check_size(data)
    if not data.strip(BLANK):
        raise EmptyFileError("Tệp trống, không có gì để đọc. Hãy kiểm tra lại tệp.")
    if b"%PDF-" in data[:PDF_WITHIN]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _inside_zip(data)
    if data.startswith(OLE):
        return _inside_ole(data)
    if data[:SNIFFED].lstrip(BLANK).startswith(RTF):
        return "rtf"
    _refuse_binary(data)
    return "html" if _is_html(data[:SNIFFED].replace(b"\x00", b"")) else "text"


def _refuse_binary(data: bytes) -> None:
    """Raise UnknownFormatError for everything that is neither text nor has a reader."""
    head = data[:SNIFFED]
    for magic, name, advice in SIGNATURES:
        if head.startswith(magic) and (magic not in ALSO_TEXT or b"\x00" in head):
            raise _unknown(name, advice)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        raise _unknown("ảnh WebP", AS_TEXT)
    if head[4:8] == b"ftyp":
        raise _unknown("tệp ảnh HEIC hoặc phim", AS_TEXT)
    if _MHTML.search(head):
        raise _unknown("trang web lưu dạng MHTML", AS_WORD)
    if _WORD_XML.match(head):
        raise _unknown("tệp Word dạng XML", AS_WORD)


def _inside_zip(data: bytes) -> Format:
    archive = open_archive(data)
    names = archive.namelist()
    if any(re.fullmatch(r"word/document\d*\.xml", name) for name in names):
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names and _mime(archive).startswith(ODT):
        return "odt"
    for start, name, advice in ZIP_KINDS:
        if not names or any(entry.startswith(start) for entry in names):
            raise _unknown(name, advice)
    raise _unknown("tệp nén ZIP", UNPACK)


def _mime(archive: ZipFile) -> bytes:
    """Return what an OpenDocument container says that it holds; b"" if it says nothing."""
    try:
        with archive.open("mimetype") as entry:
            return entry.read(LONGEST_MIME)
    except (KeyError, ValueError, BadZipFile, zlib.error, OSError, EOFError, NotImplementedError):
        return b""


def _inside_ole(data: bytes) -> Format:
    from ingest.formats.ole import stream_names  # noqa: PLC0415 -- its library is needed only here

    names = stream_names(data)

    def holds(stream: str) -> bool:
        # a container too broken to be listed is still named for what it was
        return stream in names if names else stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise EncryptedFileError(
            "Tệp Office có mật khẩu. Hãy mở bằng Word, bỏ mật khẩu rồi thêm lại."
        )
    for stream, format_name in OLE_FORMATS:
        if holds(stream):
            return format_name
    for stream, name, advice in OLE_KINDS:
        if holds(stream):
            raise _unknown(name, advice)
    raise _unknown("tệp Office đời cũ", AS_WORD)


def _is_html(head: bytes) -> bool:
    stripped = head.lstrip(BLANK)
    if _HTML_OPENING.match(stripped):
        return True
    return stripped.startswith(b"<") and len(_HTML_TAG.findall(head)) >= _FEWEST_TAGS


def _unknown(name: str, advice: str) -> UnknownFormatError:
    return UnknownFormatError(f"Đây là {name}, chương trình chưa đọc được. {advice}")
