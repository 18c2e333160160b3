"""The title block: trích yếu on one line, the body named under the type, and where it ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.header_lines import is_capitals, opens_body
from ingest.issued import DATE, read_date
from ingest.issuers import ISSUER_PHRASE
from ingest.patterns import lazy
from ingest.symbols import PRINTED, canonical_symbol
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ingest.header_heading import Heading
    from ingest.header_lines import Line

LONGEST_TITLE_LINE = 110  # in small letters; a longer line with a stop is a sentence
MOST_TITLE_LINES = 14


@dataclass(frozen=True, slots=True)
class Title:
    """The trích yếu, what the block says of number, date and issuer, and the line after it."""

    text: str
    issuer: str | None
    symbol: str | None
    issued: date | None
    stop: int


_RULE = lazy(r"\W{1,40}")  # "-----", "*", "=====", "o0o" stands apart
_ENACTS = lazy(  # "QUYẾT ĐỊNH:", "QUYẾT NGHỊ:", "NGHỊ ĐỊNH:"
    r"(?:quyet dinh|quyet nghi|nghi dinh|thong tu|chi thi|quy dinh|yeu cau)\s*:$"
)
_AUTHORITY = lazy(  # "BỘ TRƯỞNG BỘ NỘI VỤ", "CHÍNH PHỦ", "HỘI ĐỒNG NHÂN DÂN TỈNH … KHÓA X"
    r"(?:bo truong|chu tich|thu tuong|chinh phu$|quoc hoi|uy ban|hoi dong|giam doc|tong kiem toan"
    r"|thong doc|chanh |vien truong|tong cuc|cuc truong|ban |bo chinh tri$|hieu truong|truong ban"
    r"|tong giam doc|tong thanh tra|ky hop thu|khoa )"
)
_NOTE = lazy(r"\((?:kem theo|ban hanh kem|thong qua|tu ngay|da duoc|ky hop|luu hanh)")
_BY_LINE = lazy(rf"[Cc]ủa ({ISSUER_PHRASE})(?: (?:[Kk]ho[áa]á? )?[IVX]+)?", re.IGNORECASE)
_PLENUM = lazy(  # "HỘI NGHỊ LẦN THỨ SÁU BAN CHẤP HÀNH TRUNG ƯƠNG KHÓA XII"
    r"hoi nghi lan thu [\w ]{2,12}?,? ?(?:cua )?ban chap hanh trung uong(?: dang)?"
    r"(?: \(?khoa \w+\)?)?(?=[\s,]|$)"
)
_SYMBOL = lazy(rf"[\s,]*số[\s:]*({PRINTED})", re.IGNORECASE)
_WHEN = lazy(rf"[\s,]*({DATE})", re.IGNORECASE)
_ABOUT = lazy(r"^[Vv]\s?/\s?[vV]\b[\s:.]*")
_CONNECTS = lazy(  # a title's line that can only go on: "… tổ chức và hoạt động của"
    r"(?:của|và|về|cho|các|với|theo|tại|trong|bởi|việc|số|một|những)$", re.IGNORECASE
)
_YEAR_ENDS = lazy(r"\bnam (?:19|20)\d\d\W*$")  # "Ban giám đốc Sở Y tế năm 2017": of the title
_NUMBERED = lazy(r"\bso:? ?\d")  # "TỔNG CỤC HẢI QUAN SỐ 176/1998/…": of the title
_JOINT = lazy(  # "Liên tịch Bộ Tài chính - Công nghiệp - Tổng cục Hải quan Số …"
    r"liên tịch\s+(?:của\s+)?(?P<bodies>\D{4,140}?)\s+(?=số\s)", re.IGNORECASE
)


def read_title(lines: list[Line], heading: Heading) -> Title:
    """Return the title block that begins on the heading's title line, or an empty one."""
    if heading.type_line is None:
        return Title("", None, None, None, heading.stop)
    stop = _block_end(lines, heading)
    parts = [heading.rest, *(line.text for line in lines[heading.type_line + 1 : stop])]
    kept = [part.strip(" *_|") for part in _without_notes(parts)]
    text = re.sub(r"\s+", " ", " ".join(part for part in kept if part))
    return _peel(text, _after_rules(lines, stop))


def _without_notes(parts: list[str]) -> Iterator[str]:
    """Yield the lines of a title without "(Ban hành kèm theo …)", which may take several."""
    inside = False
    for part in parts:
        begins = _NOTE.match(fold(part)) is not None
        if not (inside or begins):
            yield part
        inside = (inside or begins) and ")" not in part


def _block_end(lines: list[Line], heading: Heading) -> int:
    """Return the index of the first line that is not of the title."""
    at = (heading.type_line or 0) + 1
    so_far = [heading.rest] if heading.rest else []
    while at < len(lines) and len(so_far) < MOST_TITLE_LINES:
        if _ends_before(lines, at, so_far):
            break
        so_far.append(lines[at].text)
        at += 1
    return at


def _ends_before(lines: list[Line], at: int, so_far: list[str]) -> bool:
    """Tell whether the title ends before this line."""
    line = lines[at].text
    folded = fold(line).strip(" *_|")
    if _RULE.fullmatch(line) or _ENACTS.match(folded):
        return True
    if not so_far or all(_only_names_issuer(part) for part in so_far):
        return opens_body(line) and len(so_far) > 0
    if _is_authority(lines, at):
        return True
    if is_capitals(line) or _NOTE.match(folded) or not re.search(r"[^\W\d_]", line):
        return opens_body(line)
    if not any(_in_small_letters(part) for part in so_far if not _only_names_issuer(part)):
        return True  # a title in capitals, then small letters
    return _begins_sentence(lines[at], so_far[-1])


def _in_small_letters(part: str) -> bool:
    return any(c.isalpha() for c in part) and not is_capitals(part)


def _only_names_issuer(part: str) -> bool:
    bare = part.strip(" *_|")
    return bool(_BY_LINE.fullmatch(bare) or _PLENUM.fullmatch(fold(bare)))


def _is_authority(lines: list[Line], at: int) -> bool:
    """Tell a line that names who decides: in capitals or alone, before the legal basis."""
    line = lines[at].text.strip(" *_|")
    folded = fold(line)
    if not _AUTHORITY.match(folded) or len(line) > LONGEST_TITLE_LINE or _NUMBERED.search(folded):
        return False
    if _YEAR_ENDS.search(folded) and not is_capitals(line):
        return False
    following = [fold(other.text) for other in lines[at + 1 : at + 4]]
    return any(re.match(r"\W*(?:can cu|xet |theo |de )", text) for text in following)


def _begins_sentence(line: Line, before: str) -> bool:
    """Tell whether a line in small letters begins the body rather than continues a title."""
    text = line.text
    if opens_body(text):
        return True
    if text[0].islower() or _CONNECTS.search(before):
        return False
    if line.after_blank or len(text) > LONGEST_TITLE_LINE or before.endswith((".", ";", ":")):
        return True
    return text.endswith((".", ";", ":"))


def _after_rules(lines: list[Line], at: int) -> int:
    """Skip rules, notes and the authority's name; what follows is the body."""
    while at < len(lines):
        line = lines[at].text
        note = _NOTE.match(fold(line)) and len(line) < 2 * LONGEST_TITLE_LINE
        if not (_RULE.fullmatch(line) or note or _is_authority(lines, at)):
            break
        at += 1
    return at


def _peel(text: str, stop: int) -> Title:
    """Take issuer, number and date off the front of the block; the rest is the trích yếu."""
    issuer = symbol = None
    issued = None
    joint = _JOINT.match(text)
    if joint:
        issuer, text = joint["bodies"], text[joint.end() :]
    while True:
        found = _SYMBOL.match(text)
        if found and symbol is None:
            symbol, text = canonical_symbol(found.group(1)), text[found.end() :]
            continue
        found = _WHEN.match(text)
        if found and issued is None and symbol:
            issued, text = read_date(found.group(1)), text[found.end() :]
            continue
        name, end = _by(text)
        if not name or issuer:
            break
        issuer, text = name, text[end:]
    text = _ABOUT.sub("", text.strip(" ,.:-–*"))
    return Title(text.strip(" ,.:-–*"), issuer, symbol, issued, stop)


def _by(text: str) -> tuple[str | None, int]:
    """Return the body named at the front ("CỦA BỘ CHÍNH TRỊ …") and where that ends."""
    plenum = _PLENUM.match(fold(text))
    if plenum:
        return "Ban Chấp hành Trung ương", plenum.end()
    cased = re.sub(r"\s+", " ", text[:160])
    found = _BY_CAPITALS.match(fold(cased)) or _BY_SMALL.match(cased)
    return (cased[found.start(1) : found.end(1)], found.end()) if found else (None, 0)


# a body right behind the type; what it does follows ("về", "ban hành", number or date)
_BY_CAPITALS = lazy(
    r"\s*cua (bo chinh tri(?:, ban bi thu)?|ban bi thu|ban chap hanh trung uong(?: dang)?|chinh phu"
    r"|thu tuong chinh phu|quoc hoi|bo truong bo [a-z, ]+?|bo [a-z, ]+?"
    r"|uy ban nhan dan (?:tinh|thanh pho) [a-z ]+?)"
    r"(?: \(?khoa [ivx]+\)?)?"
    r"(?=,? (?:ve|so|ngay|ban hanh|huong dan|quy dinh|sua doi|v\s?/\s?v)\b|$)"
)
_BY_SMALL = lazy(rf"\s*[Cc]ủa ({ISSUER_PHRASE})(?=,? (?:về|số|ngày|ban hành|[Hh]ướng dẫn)\b|$)")
