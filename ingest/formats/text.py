"""Plain text and Markdown in UTF-8, UTF-16, Windows-1258 and the encodings from before Unicode.

Lines of several encodings may stand in one file.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from ingest.encodings import Converter, Run
from ingest.encodings.viqr import decode as decode_viqr
from ingest.encodings.viqr import is_viqr
from ingest.errors import EmptyFileError, UnknownFormatError
from ingest.formats.limits import counted
from ingest.model import RawPage, RawText
from ingest.syllables import SAMPLE, syllable_share

# longest first: the mark of UTF-32 begins with that of UTF-16
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
# the high bytes of Latin, Vietnamese, combining marks and typographic signs in UTF-16
UTF16_HIGH = frozenset(b"\x00\x01\x03\x1e\x20\x22")
UTF16_SHARE = 0.95
UTF16_SNIFFED = 4096
RUBBISH_SHARE = 0.02  # control and undecodable characters, above which a file is no text
LEGACY_SHARE = 0.6  # possible syllables, below which the bytes are in another encoding
WRAPPED_AT = 120  # characters; lines broken by hand or by a PDF tool are not longer
WRAPPED_LINES = 10
WRAPPED_SHARE = 0.35  # of the lines begin with a small letter where paragraphs are broken

_NEWLINE = re.compile("\r\n?|[\n\x0b\x85\u2028\u2029]")
_RUBBISH = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_BYTE_LINES = re.compile(rb"[^\r\n]*[\r\n]*")
_MD_HEADING = re.compile(r"^ {0,3}#{1,6}\s+(?=\S)")  # "## II- NHIỆM VỤ"
_MD_BOLD = re.compile(r"(\*\*|__)(?=[^\s*_])(.+?)(?<=[^\s*_])\1")  # "**Điều 1.** Phạm vi"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text out of bytes, the name of its encoding, and how many characters could not be read."""

    text: str
    encoding: str
    lost: int = 0


def read(data: bytes) -> RawText:
    """Return the lines of a text file; form feeds part its pages.

    Raises:
        UnknownFormatError: the bytes are no text, or text in an encoding without a table.
        EmptyFileError: blanks only.
        TooLargeError: over the limit of characters.

    """
    decoded = decode(data)
    if not decoded.text.strip():
        raise EmptyFileError("Tệp trống, không có chữ nào. Hãy kiểm tra lại tệp.")
    list(counted([decoded.text]))
    pages = [_NEWLINE.split(page) for page in decoded.text.split("\f")]
    if _is_markdown(pages):
        pages = [[_without_markdown(line) for line in page] for page in pages]
    return RawText(
        format="text",
        pages=tuple(RawPage(None, tuple(page)) for page in pages),
        wrapped=_is_wrapped([line for page in pages for line in page]),
        encoding=decoded.encoding,
        lost_characters=decoded.lost,
    )


def decode(data: bytes) -> Decoded:
    """Return the text of the bytes: by their mark, else strictly as UTF-8, else by statistics."""
    decoded = (
        _by_mark(data)
        or _as_utf16(data)
        or _as_viqr(data)
        or _as_utf8(data)
        or _as_legacy(data)
        or _line_by_line(data)
    )
    sample = decoded.text[:SAMPLE]
    if len(_RUBBISH.findall(sample)) > RUBBISH_SHARE * len(sample):
        raise UnknownFormatError(
            "Đây không phải tệp văn bản, chương trình chưa đọc được. "
            "Chỉ thêm được PDF, Word (.docx, .doc, .rtf), .odt, Excel (.xlsx, .xls), HTML "
            "và tệp chữ thuần (.txt, .md)."
        )
    return decoded


def _by_mark(data: bytes) -> Decoded | None:
    for mark, codec, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], codec, name)
    return None


def _as_utf16(data: bytes) -> Decoded | None:
    """Return the text if every second byte is a high byte of Vietnamese text."""
    head = data[: min(UTF16_SNIFFED, len(data) // 2 * 2)]
    for high, codec in ((head[1::2], "utf-16-le"), (head[0::2], "utf-16-be")):
        fitting = sum(byte in UTF16_HIGH for byte in high)
        if b"\x00" in high and fitting >= UTF16_SHARE * len(high):
            return _replacing(data, codec, "UTF-16")
    return None


def _as_utf8(data: bytes) -> Decoded | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return Decoded(text, "UTF-8", text.count("\ufffd"))


def _as_viqr(data: bytes) -> Decoded | None:
    if not data.isascii() or not is_viqr(data[:SAMPLE].decode("ascii")):
        return None
    return Decoded(decode_viqr(data.decode("ascii")), "VIQR")


def _as_legacy(data: bytes) -> Decoded | None:
    """Return the text if its foreign lines are in an encoding from before Unicode."""
    lines = _BYTE_LINES.findall(data)
    texts = [_as_utf8(line) for line in lines]
    foreign = [
        (Run(line.decode("latin-1")),)
        for line, text in zip(lines, texts, strict=True)
        if text is None
    ]
    converter = Converter(foreign)
    converted = iter([converter.text(runs) for runs in foreign])
    name = converter.encoding
    if name is None:
        return None
    written = [next(converted) if text is None else text.text for text in texts]
    if any(text and not text.text.isascii() for text in texts):
        name = f"UTF-8 + {name}"
    return Decoded("".join(written), name)


def _replacing(data: bytes, codec: str, name: str) -> Decoded:
    text = data.decode(codec, errors="replace")
    return Decoded(text, name, text.count("\ufffd"))


def _line_by_line(data: bytes) -> Decoded:
    """Return the text of a file that is not all UTF-8: each line in the encoding that fits.

    The lines that are not UTF-8 are judged together: either they are Windows-1258, or they are
    UTF-8 with a few damaged bytes.
    """
    lines = _BYTE_LINES.findall(data)
    foreign = b"".join(line for line in lines if _as_utf8(line) is None)
    damaged = _replacing(foreign, "utf-8", "UTF-8")
    windows = _replacing(foreign, "cp1258", "Windows-1258")
    if syllable_share(_composed(damaged)) > syllable_share(_composed(windows)):
        return _replacing(data, "utf-8", "UTF-8")
    if syllable_share(_composed(windows)) < LEGACY_SHARE:
        raise UnknownFormatError(
            "Không nhận ra bảng mã chữ của tệp, hoặc đây không phải văn bản. "
            "Hãy chuyển sang Unicode rồi lưu thành .docx hoặc .txt (UTF-8)."
        )
    texts = [_as_utf8(line) or _replacing(line, "cp1258", "Windows-1258") for line in lines]
    mixed = any(text.encoding == "UTF-8" and not text.text.isascii() for text in texts)
    return Decoded(
        "".join(text.text for text in texts),
        "UTF-8 + Windows-1258" if mixed else "Windows-1258",
        sum(text.lost for text in texts),
    )


def _composed(decoded: Decoded) -> str:
    return unicodedata.normalize("NFC", decoded.text[:SAMPLE])


def _is_markdown(pages: list[list[str]]) -> bool:
    return any(_MD_HEADING.match(line) or line.startswith("**") for page in pages for line in page)


def _without_markdown(line: str) -> str:
    return _MD_BOLD.sub(r"\2", _MD_HEADING.sub("", line))


def _is_wrapped(lines: list[str]) -> bool:
    """Tell whether paragraphs are broken at a width: short lines that begin in mid-sentence."""
    filled = [line.strip() for line in lines if line.strip()]
    if len(filled) < WRAPPED_LINES or max(map(len, filled)) > WRAPPED_AT:
        return False
    return sum(line[0].islower() for line in filled) >= WRAPPED_SHARE * len(filled)
