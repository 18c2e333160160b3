"""What the start of each line could be: markers, before anything is known of their run.

A marker is a candidate heading: its kind, number and offsets. Lines that cannot be one whatever
stands around them are sorted out here: cross-references, lines broken at a hyphen, quoted law,
tables of contents, column numbers of tables.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.brokenlines import Line, Marker, inline_pairs, is_broken, quoted_lines
from ingest.contents import contents_lines
from ingest.levels import ITEMS, LEVELS, ROW_LEVELS, Kind, Level, ordinal, roman

if TYPE_CHECKING:
    from collections.abc import Iterator


# e.g. "**I. MỤC TIÊU**", "## 1. Mục đích", "*Mẫu 3": emphasis left by another format
_EMPHASIS = re.compile(r"(?:#{1,6}\s+|[*_]{2,3}|[*_](?=[^\s*_]))+")
_HALF_LABEL = re.compile(r"(?:Điều|ĐIỀU|Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Mẫu số|MẪU SỐ)$")
_HALF_KINDS = {
    "Điều": Kind.ARTICLE,
    "Phần": Kind.PART,
    "Chương": Kind.CHAPTER,
    "Mục": Kind.SECTION,
}
_HALF_NUMBER = re.compile(r"(?P<n>\d{1,3}[a-zđ]?|[IVXL]+)\s*(?:[.:]\s*|$)")
_EMBEDDED_ROMAN = re.compile(r"\s(?=I\s?[.\-–]\s+[A-ZÀ-ỸĐ]{2})")
_HEADER_CELL = re.compile(r"\|?\s*\*{0,2}(?:S?TT|Stt|S[ốố] ?TT|Số thứ tự)\b", re.IGNORECASE)
_CAPTION = re.compile(r"(?:Bảng|BẢNG)\s+(?:số\s+)?\d{1,3}\s*[.:]")  # "Bảng 3. Chi mua vật tư"
_HAS_WORDS = re.compile(r"[^\W\d_]{2}")
_DASHES = "-–—−"
# e.g. "- Thực hiện theo hình thức liên kết | □": an item of a form, with the box to tick
_BEFORE_BOX = re.compile(r"[-+]\s*[^\W\d_][^|]*\|\s*[□☐☑☒]")
# e.g. "01.TCCB | Hồ sơ …", "05/QĐ | …"
_SIGN_CELL = re.compile(r"\d+\s?[.\-/]\s?[A-ZĐ]{2,}[\w.\-/]*\s*\|")
# e.g. "II- Tai nạn lao động | | ……… |", "I- Số lao động: | 12 | nữ: | 5": lines of a form in a
# sheet, which has cells everywhere
_FORM_LINE = re.compile(r"[A-ZĐ][^|]*(?::\s*\||(?:\|[^|\w]*)+$)")
# e.g. "| I. Kinh tế số", "| B. Cấp tỉnh |"
_GROUP = re.compile(r"\|\s*\*{0,2}(?P<n>[IVXL]+|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*)[.)]\s+(?=[^\W\d_])")

_MARK = r"\s*(?:\*?\[\d+\]|\*)?\s*"  # a footnote mark after a label
# e.g. "PHỤ LỤC I", "Phụ lục 02.1", "PHỤ LỤC*[23]", "Phụ lục II: Danh mục"
ANNEX = re.compile(
    r"(?:PHỤ LỤC|Phụ lục)"
    r"(?:\s+(?:(?:số|SỐ)\s+)?(?P<n>[IVXL]+|\d{1,2}(?:\.\d{1,2})?[A-Za-zđ]?|[A-ZĐ]))?"
    + _MARK
    + r"(?:[.:\-–]\s*|$)"
)
# e.g. "Mẫu số 01", "Mẫu biểu số 02: Dự toán", "Mẫu số 21/CKTC-NSH", "BM-09", "DANH MỤC 2"
FORM = re.compile(
    r"(?:(?P<w>Mẫu biểu|MẪU BIỂU|Biểu mẫu|BIỂU MẪU|Mẫu|MẪU|Biểu|BIỂU"
    r"|DANH MỤC(?=(?:\s+SỐ)?\s+\d{1,2}\s*$))(?P<s>\s+(?:số|SỐ))?"
    r"\s+(?P<n>\d{1,3}(?:[.\-]\d{1,2})?[a-zA-Zđ]?)(?:/[A-ZĐ]{2,}(?:-[A-ZĐ]{2,})*)?"
    r"|(?P<b>BM)[\s.\-–]?(?P<m>\d{1,3}))" + _MARK + r"(?:[.:\-–]\s+|$)"
)
# e.g. "Mẫu số 01. Số liệu tổng hợp, ban hành kèm theo Nghị định …": named in a list, not printed;
# "MẪU SỐ 10: Ban hành kèm theo Thông tư …" is printed: its title stands below
_LISTED_FORM = re.compile(r"kèm theo|[;.]$")
ANNOUNCED = re.compile(r"\(?(?:[Bb]an hành )?[Kk]èm theo\b")


def is_header_row(line: Line) -> bool:
    """Tell whether a line names the columns of a table."""
    return "|" in line.text and bool(_HEADER_CELL.match(line.text))


def is_caption(line: Line) -> bool:
    """Tell whether a line names the table that follows it."""
    return bool(_CAPTION.match(line.text))


def find_markers(text: str, lines: list[Line]) -> Iterator[Marker]:
    """Yield the candidates of all lines, in order."""
    pairs = inline_pairs(lines)
    others = quoted_lines(lines) | contents_lines(lines)
    skip, above = -1, -1  # the last line that a heading takes, the last line that begins one
    for index in range(len(lines)):
        if index <= skip or index in others:
            continue
        marker = _marker_at(lines, index)
        if marker is None or is_broken(lines, marker, pairs, below=above):
            continue
        skip = above = marker.last_line
        yield marker
        yield from _embedded(text, marker, lines)


def _marker_at(lines: list[Line], index: int) -> Marker | None:
    """Return the candidate that a line starts with, from the tables in order."""
    line = lines[index]
    if "|" in line.text:
        row = _row_marker(line, index)
        if row is not None or not _reads_on(line.text):
            return row
    emphasis = _EMPHASIS.match(line.text)
    at = emphasis.end() if emphasis else 0
    first = line.text[at : at + 1]
    if first.isupper():
        whole = _division(line, index, at) or _split_label(lines, index, at)
        if whole is not None:
            return whole
    elif not (first.isalnum() or first in "(*+-–—−•●▪■◦○‣⁃·"):
        return None
    return _from_table(line, index, at) or _lone_dash(lines, index)


def _reads_on(text: str) -> bool:
    """Tell whether a line with cells is read like one without: it begins with a number of its own.

    The sign of a file ("01.TCCB | Hồ sơ …") is no number.
    """
    if text[0].isdigit():
        return _SIGN_CELL.match(text) is None
    return bool(_BEFORE_BOX.match(text) or _FORM_LINE.match(text))


def _from_table(line: Line, index: int, at: int) -> Marker | None:
    """Return the candidate of the first row of LEVELS that the line fits."""
    for level in LEVELS:
        match = level.pattern.match(line.text, at)
        if match is None:
            continue
        value = level.value(match["n"])
        if value == 0 and level.name == "{}":
            continue
        return Marker(
            level.kind,
            value,
            _name(level, match["n"]),
            line.start,
            line.start + match.end(),
            index,
            index,
            _parts(level.kind, match["n"]),
        )
    return None


def _name(level: Level, number: str) -> str:
    """Return how a path writes the number: "Phần thứ nhất", "2.1", "a"."""
    if level.kind in ITEMS:
        return level.name  # counted among its siblings later
    return level.name.format(number.lower() if " " in number else number)


def _parts(kind: Kind, number: str) -> tuple[int, ...]:
    """Return the numbers of a decimal heading."""
    if kind in {Kind.SUBROMAN, Kind.DECIMAL, Kind.ROW_DECIMAL}:
        first, *others = number.split(".")
        return (ordinal(first), *map(int, others))
    return ()


def _division(line: Line, index: int, at: int) -> Marker | None:
    """Return an annex or a form; attachments need the lines around them and are found elsewhere."""
    annex = ANNEX.match(line.text, at)
    if annex and "|" not in line.text:
        number = annex["n"] or ""
        name = f"Phụ lục {number}".strip()
        words = line.start + annex.end()
        return Marker(Kind.ANNEX, _value(number), name, line.start, words, index, index)
    form = FORM.match(line.text, at)
    if form and "|" not in line.text and not _is_listed(line.text, form.end()):
        number = form["n"] or form["m"]
        name = f"BM-{number}" if form["b"] else _form_name(form, number)
        words = line.start + form.end()
        return Marker(Kind.FORM, _value(number), name, line.start, words, index, index)
    return None


def _is_listed(text: str, at: int) -> bool:
    """Tell whether the words after a form's label name it in a list: they are not its title."""
    return not ANNOUNCED.match(text, at) and bool(_LISTED_FORM.search(text, at))


def _form_name(form: re.Match[str], number: str) -> str:
    """Return "Mẫu số 01" for "MẪU SỐ 01"."""
    return f"{form['w'].capitalize()} {'số ' if form['s'] else ''}{number}"


def _value(number: str) -> int:
    """Return the value of an annex's number; 0 where it has none."""
    return ordinal(number) if number else 0


def _split_label(lines: list[Line], index: int, at: int) -> Marker | None:
    """Return the heading whose word and number stand on two lines: "Điều", "5. Nguyên tắc"."""
    label = lines[index].text[at:]
    if not _HALF_LABEL.match(label) or index + 1 == len(lines):
        return None
    following = lines[index + 1]
    number = _HALF_NUMBER.match(following.text)
    if number is None:
        return None
    word = label.capitalize()
    kind = _HALF_KINDS.get(word, Kind.FORM)
    return Marker(
        kind,
        ordinal(number["n"]),
        f"{word} {number['n']}",
        lines[index].start,
        following.start + number.end(),
        index,
        index + 1,
    )


def _lone_dash(lines: list[Line], index: int) -> Marker | None:
    """Return the item whose dash stands alone on its line, as OCR leaves it."""
    line = lines[index]
    if line.text not in {*_DASHES} or index + 1 == len(lines):
        return None
    following = lines[index + 1]
    if not following.text[0].isalpha():
        return None
    return Marker(Kind.DASH, 0, "-{}", line.start, following.start, index, index + 1)


def _row_marker(line: Line, index: int) -> Marker | None:
    """Return the numbered row that a line of a table is."""
    cells = [cell.strip(" \t*") for cell in line.text.strip("|").split("|")]
    if line.text[0] == "|" and not any(cells[1:]):
        return _group_row(line, index)
    if not any(_HAS_WORDS.search(cell) for cell in cells[1:3]):
        return None  # column numbers, figures cut off from their row
    for level in ROW_LEVELS:
        match = level.pattern.match(cells[0])
        if match is None:
            continue
        value = level.value(match["n"])
        if value == 0 and level.name == "{}":
            continue
        words = line.start + line.text.index("|", line.text.index(cells[0]) + 1) + 1
        name = _name(level, match["n"])
        parts = _parts(level.kind, match["n"])
        return Marker(level.kind, value, name, line.start, words, index, index, parts)
    return None


def _group_row(line: Line, index: int) -> Marker | None:
    """Return the row that heads others with number and name in one cell: "| I. Kinh tế số |"."""
    match = _GROUP.match(line.text)
    if match is None:
        return None
    number, words = match["n"], line.start + match.end()
    for level in ROW_LEVELS:
        if level.kind is not Kind.ROW_LETTER and level.pattern.match(number):
            name = _name(level, number)
            parts = _parts(level.kind, number)
            value = level.value(number)
            return Marker(level.kind, value, name, line.start, words, index, index, parts)
    return None


def _embedded(text: str, marker: Marker, lines: list[Line]) -> Iterator[Marker]:
    """Yield "I. …" that a glued line holds after "PHẦN II. …"."""
    if marker.kind not in {Kind.PART, Kind.CHAPTER}:
        return
    line = lines[marker.last_line]
    found = _EMBEDDED_ROMAN.search(text, marker.words, line.end)
    if found:
        start = found.end()
        words = text.index(" ", start) + 1
        yield Marker(Kind.ROMAN, roman("I"), "I", start, words, marker.line, marker.last_line)
