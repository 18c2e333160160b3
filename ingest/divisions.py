"""Where a file stops being one paper: attached papers, closings, and the last words of a body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.brokenlines import Line, Marker, is_capitals, is_closed
from ingest.headings import LETTERHEAD
from ingest.levels import Kind
from ingest.markers import ANNEX, FORM

if TYPE_CHECKING:
    from collections.abc import Sequence

# Papers that decisions promulgate; the longer name before the shorter.
ATTACHED = (
    "Chương trình hành động", "Chương trình", "Quy chế", "Quy định", "Quy trình", "Quy hoạch",
    "Quy chuẩn", "Kế hoạch", "Đề án", "Dự án", "Điều lệ", "Phương án", "Chiến lược", "Nội quy",
    "Thể lệ", "Danh mục", "Hướng dẫn", "Thủ tục hành chính", "Bộ tiêu chí", "Tiêu chí",
    "Bảng giá", "Định mức", "Đơn giá", "Chế độ",
)  # fmt: skip
_ATTACHED_AS = re.compile(
    r"[*_]*\(?(?:được\s+)?(?:(?:ban hành\s+)?kèm theo|ban hành theo)\b", re.IGNORECASE
)
WITHIN = 6  # lines between the title of an attached paper and "(Ban hành kèm theo …)"

# e.g. "Nơi nhận:", "__Nơi nhận__: - Như trên;"; not "Nơi nhận kết quả."
CLOSING = re.compile(r"[\W_]*(?:Nơi nhận|NƠI NHẬN)[\s*_]*(?:[:\-–]|$)")
# e.g. "TM. ỦY BAN NHÂN DÂN", "T/M BỘ CHÍNH TRỊ", "| KT. CHỦ TỊCH"
_SIGNATURE = re.compile(r"\|?\s*(?:T/?M|K/?T|T/?L|T/?U/?Q)\s?[./\s]+[A-ZÀ-ỸĐ]{2}")
_NOTES = re.compile(r"\[1\]\s*[^\W\d_]")  # "[1] Gồm các đồng chí …": the notes begin
_ADDRESSEES = re.compile(r"[\W_]*Kính gửi\b")
# e.g. "Tôi cam kết:", "Chúng tôi xin cam đoan những lời khai trên là đúng": the end of a form
_PLEDGE = re.compile(r"(?:Tôi|Chúng tôi)\b[^.:]{0,60}\bcam (?:kết|đoan)\b")
_TYPES = (
    r"(?:Nghị quyết|Quyết định|Quy định|Quy chế|Kế hoạch|Chỉ thị|Kết luận|Hướng dẫn|Chương trình"
    r"|Thông báo|Thông tư|Thông tri|Nghị định|Báo cáo|Công văn|Đề án|Điều lệ|Công điện|Văn bản)"
)
# e.g. "Nghị quyết này phổ biến đến chi bộ.", "Trên đây là Kế hoạch …", "Yêu cầu các sở, ngành …"
_LAST_WORDS = re.compile(
    rf"(?:{_TYPES} này\s+(?:được|đã|có hiệu lực|phổ biến|thay thế|thực hiện)"
    rf"|Trên đây là\b|Trong quá trình\b.*(?:vướng mắc|khó khăn|phát sinh|cần sửa đổi)"
    rf"|(?:Căn cứ|Trên cơ sở|Nhận được|Theo)\s(?:nội dung\s)?{_TYPES}\b.*(?:này|trên)\b"
    r"|Yêu cầu\s(?:các|Thủ trưởng|Giám đốc|Chủ tịch|đồng chí)|Đề nghị các\b"
    r"|.{0,120}(?:xin )?thông báo (?:để|đến)\b.*(?:biết|thực hiện)"
    r"|Trân trọng\b|Rất mong\b)"
)


def find_attached(lines: Sequence[Line], index: int) -> Marker | None:
    """Return the attached paper whose title stands at a line: "QUY CHẾ", "KẾ HOẠCH …"."""
    text = lines[index].text.strip("*_# ")
    if (
        "|" in text
        or not is_capitals(text)
        or LETTERHEAD.match(text)
        or ANNEX.match(text)
        or FORM.match(text)
    ):
        return None
    if (
        is_closing(lines[index])
        or _is_label(lines[index])
        or (index and _is_label(lines[index - 1]))
    ):
        return None
    name = next((kind for kind in ATTACHED if text.startswith(kind.upper())), None)
    alone = name is not None and text == name.upper()
    following = lines[index + 1 : index + 1 + WITHIN]
    announced = _is_announced(following)
    if not announced and not (alone and following and is_capitals(following[0].text)):
        return None
    line = lines[index]
    words = line.end if alone else line.start + line.text.index(text)
    marked = name or "Văn bản"
    return Marker(Kind.ATTACHMENT, 0, marked, line.start, words, index, index)


def _is_announced(following: Sequence[Line]) -> bool:
    """Tell whether "(Ban hành kèm theo …)" closes the title that runs through these lines."""
    for line in following:
        if _ATTACHED_AS.match(line.text):
            return True
        if _is_label(line) or LETTERHEAD.match(line.text):
            return False
        if not is_capitals(line.text) and is_closed(line):
            return False
    return False


def _is_label(line: Line) -> bool:
    """Tell whether a line is the label of an annex, form, part or chapter, whose title follows."""
    text = line.text
    label = re.fullmatch(
        r"(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:(?:thứ|THỨ)\s+\w+|[IVXL\d]+|[A-ZĐ])", text
    )
    annex, form = ANNEX.match(text), FORM.match(text)
    return bool(label or (annex and annex.end() == len(text)) or (form and form.end() == len(text)))


def is_closing(line: Line) -> bool:
    """Tell whether a line begins a closing: the recipients or the signature."""
    return bool(CLOSING.match(line.text) or _SIGNATURE.match(line.text))


def begins_notes(line: Line) -> bool:
    """Tell whether the notes at the end of a paper begin at a line."""
    return bool(_NOTES.match(line.text))


def is_pledge(line: Line) -> bool:
    """Tell whether a line begins what the signer of a form vouches for."""
    return bool(_PLEDGE.match(line.text))


def is_address(line: Line) -> bool:
    """Tell whether a line begins the list of those a letter is sent to."""
    return bool(_ADDRESSEES.match(line.text))


def last_words(lines: Sequence[Line], first: int, end: int) -> int | None:
    """Return the line at which a body's last words begin, among the lines after its last item.

    ``first`` is the line after the item's own first line, ``end`` the offset where the body ends.
    """
    for index in range(first, len(lines)):
        if lines[index].start >= end:
            return None
        if is_closed(lines[index - 1]) and _LAST_WORDS.match(lines[index].text):
            return index
    return None
