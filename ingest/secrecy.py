"""The gate before the library: secrecy stamps refuse a document, handling marks ask first.

A stamp is a line of its own near the head of a page, in capitals. The words "bí mật", "bảo mật",
"mật độ" in a sentence or a title are not stamps. The gate works on the lines as a reader of the
format yields them, before anything is joined, dropped or kept.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING

from ingest.errors import SecretDocumentError
from ingest.syllables import is_syllable, words
from ingest.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HEAD_LINES = 25  # lines with text; a stamp stands above or beside the heading of a page
FEWEST_WORDS = 5  # a first page with fewer words that could be Vietnamese cannot be judged
READABLE_SHARE = 0.4
MAX_CELLS = 2  # a heading set in a table has two columns; a row of data has more

# the letter of the stamp, also where recognition lost its marks: "MẬT", "MÂT", "MẠT", "MAT"
_A = "[ẬÂẠA]"
_MAT = rf"M\s?{_A}\s?T"
_STAMP = rf"(?:(?:T\s?U\s?Y\s?[ỆÊẸE]\s?T|T\s?[ỐÔÓO]\s?I)\s+)?{_MAT}"  # "TUYỆT MẬT", "M Ậ T"
_URGENCY = r"(?:HỎA\s+TỐC|HOẢ\s+TỐC|THƯỢNG\s+KHẨN|KHẨN)"
# capitals of other alphabets that look the same: typed by mistake, on purpose, or by recognition
_LOOK_ALIKE = str.maketrans("МТАОЕУІΜΤΑΟΕΥΙ", "MTAOEYIMTAOEYI")
_FRAME = re.compile(r"[\s*★☆_=~#^•·.,:;|/\\()\[\]{}<>«»“”\"'‘’+–—-]+")
# spaces and frames reduced to one blank, nothing else may stand on the line
_ALONE = re.compile(
    rf"(?:(?:TÀI LIỆU|VĂN BẢN|DẤU)\s)?(?:{_URGENCY}\s)?{_STAMP}(?:\s{_URGENCY})?"
)  # "MẬT", "TÀI LIỆU TUYỆT MẬT", "HỎA TỐC MẬT"
_LEVEL = re.compile(
    r"(?:mức\s+)?độ\s+mật\s*[:.]\s*\W*(?:tuyệt\s+mật|tối\s+mật|mật)\W*", re.IGNORECASE
)  # "Độ mật: Tối mật"
# a stamp printed beside a line of the heading; in capitals, whatever the line's own letters
_BESIDE_END = re.compile(
    rf"(?P<line>.*\S)[\s*(\[|_-]+(?P<stamp>{_STAMP})[\s*)\]|_.-]*"
)  # "Số 12-BC/TU MẬT"
_BESIDE_START = re.compile(rf"[\s*(\[|_-]*(?P<stamp>{_STAMP})[\s*)\]|_-]+(?P<line>\S.*)")
_HEAD_LINE = re.compile(
    r"số\s*:?[\s.…\d]*[-/]"  # "Số 12-BC/TU"
    r"|đảng cộng sản việt nam$|cộng h(?:òa|oà) xã hội chủ nghĩa việt nam$"
    r"|độc lập\s*-\s*tự do\s*-\s*hạnh phúc$"
    r"|[^\d]{3,40},\s*ngày.{1,12}tháng.{1,10}năm[\s\d.…]*$",
    re.IGNORECASE,
)
_ISSUER_LINE = re.compile(  # always in capitals
    r"(?:ban|bộ|sở|ủy ban|uỷ ban|hội đồng|văn phòng|tỉnh|thành|huyện|quận|đảng|đảng bộ|chi bộ"
    r"|chính phủ|thủ tướng|đoàn|mặt trận|công an|quân|tòa|toà|viện)\s+\S",
    re.IGNORECASE,
)
_NOT_A_STAMP_AFTER = re.compile(r"\b(?:bí|bảo|cơ|ong)$", re.IGNORECASE)  # "BẢO VỆ BÍ" / "MẬT"
_NAMES_SECRETS = re.compile(r"\b(?:tin|tài liệu|văn bản)$", re.IGNORECASE)  # "QUẢN LÝ TÀI LIỆU MẬT"

# wording of the mark, what the whole line must look like
_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        (r"Dự thảo lần {}", r"(?:bản\s+)?dự\s+thảo\s*(?:lần\s*)?(?:thứ\s*)?(\d{1,2}|[ivx]{1,4})"),
        ("Dự thảo", r"(?:bản\s+)?dự\s+thảo(?:\s+(?:ngày\s+)?\d{1,2}\s\d{1,2}(?:\s\d{2,4})?)?"),
        ("Thu hồi", r"(?:tài\s+liệu\s+)?thu\s+hồi(?:\s+sau\s+.{3,30})?"),
        ("Xem xong trả lại", r"(?:tài\s+liệu\s+)?xem\s+xong\s+trả\s+lại"),
        ("Lưu hành nội bộ", r"(?:tài\s+liệu\s+|văn\s+bản\s+)?(?:chỉ\s+)?lưu\s+hành\s+nội\s+bộ"),
        ("Tài liệu hội nghị", r"tài\s+liệu\s+hội\s+nghị"),
        ("Không phổ biến", r"(?:tài\s+liệu\s+)?không\s+(?:được\s+)?phổ\s+biến"),
    )
)


def check_stamps(pages: Sequence[str]) -> tuple[str, ...]:
    """Return the handling marks near the head of the first page, each once, in usual wording.

    Raises:
        SecretDocumentError: a secrecy stamp stands near the head of a page; the message names
            neither the document nor its words.

    """
    heads = [list(_head(page)) for page in pages]
    if any(_stamped(lines) for lines in heads):
        raise SecretDocumentError(
            "Văn bản có dấu chỉ độ mật (MẬT, TỐI MẬT hoặc TUYỆT MẬT) nên không được đưa vào máy "
            "có nối mạng. Chương trình không lưu lại gì của văn bản này; hãy xử lý theo quy định "
            "về bảo vệ bí mật nhà nước."
        )
    marks = (mark_of(line) for lines in heads[:1] for line in lines)
    return tuple(dict.fromkeys(mark for mark in marks if mark))


def first_page_unreadable(pages: Sequence[str]) -> bool:
    """Tell whether the first page has too little readable Vietnamese to be checked for a stamp."""
    found = words(pages[0]) if pages else []
    possible = [word for word in found if len(word) > 1 and is_syllable(word)]
    return len(possible) < max(FEWEST_WORDS, READABLE_SHARE * len(found))


def is_stamp(line: str, before: str = "") -> bool:
    """Tell whether a line is a secrecy stamp; ``before`` is the line above it.

    The line may come straight from a format: decomposed, wide or look-alike letters are read.
    """
    line = _plain(line)
    bare = _FRAME.sub(" ", line).strip()
    if _ALONE.fullmatch(bare):
        return not _NOT_A_STAMP_AFTER.search(_FRAME.sub(" ", before).strip())
    if _LEVEL.fullmatch(line.strip()):
        return True
    return any(_stands_beside(pattern.fullmatch(line)) for pattern in (_BESIDE_END, _BESIDE_START))


def _plain(line: str) -> str:
    """Return the line as a reader sees it, in the letters that the patterns are written in."""
    return clean_line(unicodedata.normalize("NFKC", line)).translate(_LOOK_ALIKE)


def mark_of(line: str) -> str | None:
    """Return the handling mark that the line consists of, in its usual wording."""
    bare = _FRAME.sub(" ", clean_line(line)).strip()
    for name, pattern in _MARKS:
        if found := pattern.fullmatch(bare):
            return name.format(*(group.upper() for group in found.groups()))
    return None


def _head(page: str) -> Iterator[str]:
    """Yield the first lines of a page that have text, the cells of a two-column row apart."""
    lines = (clean_line(line) for line in re.split(r"[\r\n\f\v\x85\u2028\u2029]", page))
    filled = [line for line in lines if line]
    for line in filled[:HEAD_LINES]:
        cells = [cell.strip() for cell in line.strip("| ").split("|")]
        yield from cells if len(cells) <= MAX_CELLS else [line]


def _stamped(lines: list[str]) -> bool:
    whole = [*lines, *_letters_apart(lines)]
    return any(is_stamp(line, before) for before, line in zip(["", *whole], whole, strict=False))


def _letters_apart(lines: Sequence[str]) -> Iterator[str]:
    """Yield as one line what stands letter by letter on lines of its own: "M", "Ậ", "T"."""
    bare = [_FRAME.sub("", line) for line in lines]
    for single, run in groupby(bare, key=lambda line: len(line) == 1):
        if single:
            yield ""  # what stands before is another line
            yield "".join(run)


def _stands_beside(found: re.Match[str] | None) -> bool:
    """Tell whether the rest of the line belongs to the heading of a document."""
    if found is None:
        return False
    line = found["line"].strip()
    if _NOT_A_STAMP_AFTER.search(line):
        return False
    if line.isupper() and _ISSUER_LINE.match(line):
        return not _NAMES_SECRETS.search(line)
    return bool(_HEAD_LINE.match(line))
