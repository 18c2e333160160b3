"""The closing: "Nơi nhận", who signed, and where the body ends before them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.bodies import LOWER, UPPER
from ingest.header_lines import is_capitals, lines_of
from ingest.model import Span
from ingest.patterns import lazy
from ingest.text import fold
from ingest.types import type_named

if TYPE_CHECKING:
    from ingest.header_lines import Line

MOST_CLOSING_LINES = 60
LONGEST_WRAPPED = 160  # code points


@dataclass(frozen=True, slots=True)
class Closing:
    """What stands after the body; ``start`` and ``end`` bound it in the text."""

    recipients: tuple[str, ...]
    signer: str | None
    on_behalf: str | None
    start: int
    end: int


_RECIPIENTS = lazy(r"[\W_]*noi\s+nhan[\W_]*(?::|$|-)", re.IGNORECASE)  # "__Nơi nhận__:"
_BEHALF = r"(?:[TK]\s?/\s?[MLT]\b\.?|T/L|TM\.|KT\.|TL\.|TUQ\.|TM\s|KT\s|Q\.\s)"  # "T/M", "KT."
_SIGNS = lazy(rf"^[\W_]*{_BEHALF}\s*(?=[{UPPER}])")
_SIGNS_INSIDE = lazy(rf"(?:\||\s)\s*(?={_BEHALF}\s*[{UPPER}])|\|\s*(?=[{UPPER}]{{2}})")
_OFFICER = lazy(  # an officer alone on a line: "CHỦ TỊCH", "BỘ TRƯỞNG", "TỔNG BÍ THƯ"
    r"\W*(?:pho )?(?:chu tich|bo truong|thu truong|thu tuong|tong bi thu|bi thu|giam doc|chanh van"
    r" phong|truong ban|tong kiem toan|vien truong|chanh an|thong doc|chu nhiem|hieu truong)"
)
_ANNEX = lazy(r"\W*(?:phu luc|mau so|bieu mau|danh muc kem theo)\b|\W*\((?:ban hanh )?kem theo")
_ITEM_GAP = lazy(  # "…; - Các sở", "- Lưu: VT"; not the dash of "chính trị - xã hội"
    r"(?:^|\n|(?<=[,;.:)])\s*|\s(?=[-–]\s?Lưu\b))[-–+•]\s*(?=[^\s\d])"
)
_ITEM = lazy(r"\W{0,3}[-–+•]\s*\w")
_LISTED = lazy(rf"\W{{0,3}}[-–+•]|[{LOWER}(]")  # an item of the list, or the rest of one
_RANK = lazy(
    r"^(?:\(?(?:đã ký|da ky|ký tên)[^)\n]*\)?|\[đã ký\]|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá)"
    r"|(?:GS|PGS|TS|Th\.?S|BS|CN|KS)\b\.?(?:\s?TS\.?)?|(?:Ông|Bà|Đồng chí)\b|[\W_]+)[\s.,]*",
    re.IGNORECASE,
)
_WORD = rf"(?:[{UPPER}](?:['’]?[{UPPER}]?[{LOWER}]+)?)"
_NAME = lazy(rf"{_WORD}(?: {_WORD}){{1,5}}")  # "Nguyễn Hải Trâm", "Y Thanh Hà Niê Kđăm"
_NOT_A_NAME = lazy(  # with its diacritics: "Điều" is no name, "Diệu" is
    r"^(?:ban|bộ|sở|đảng|tỉnh|phòng|cục|vụ|nơi|mẫu|chương|điều|phần|mục|biểu|danh)\b"
    r"|\b(?:[uủ][ỷy] ban|tỉnh [uủ][ỷy]|văn phòng|trung ương|phụ lục|chính phủ|quốc hội|thành phố"
    r"|kế hoạch|quy chế|danh mục)\b",
    re.IGNORECASE,
)


def read_closing(lines: list[Line], first: int, end: int) -> Closing:
    """Return the closing that follows line ``first``; empty, at ``end``, where there is none."""
    start = _first_closing(lines, first)
    if start is None:
        return Closing((), None, None, end, end)
    block = _block(lines, start)
    text = "\n".join(line.text for line in block)
    listed, signed = _split(text)
    return Closing(
        recipients=_recipients(listed),
        signer=_signer(signed) or (_lone_name(listed) if not signed else None),
        on_behalf=_on_behalf(signed),
        start=block[0].start,
        end=block[-1].end,
    )


def signature_in(text: str, closing: Span) -> Span | None:
    """Return where the signature stands within a closing; None where it cannot be told apart.

    The recipients stand before it or after it; two columns read across are left together.
    """
    start = None
    for line in lines_of(text, closing.start, closing.end):
        if start is None:
            start = _signature_start(line)
        elif _RECIPIENTS.match(fold(line.text)):
            return Span(start, line.start)
        elif _ITEM.match(line.text):
            return None
    return None if start is None else Span(start, closing.end)


def _signature_start(line: Line) -> int | None:
    """Return where a signature begins in a line, behind the recipients if they share it."""
    folded = fold(line.text)
    if _SIGNS.match(line.text) or (_OFFICER.match(folded) and is_capitals(line.text)):
        return line.start
    inside = _SIGNS_INSIDE.search(line.text) if _RECIPIENTS.match(folded) else None
    if inside:
        return line.start + inside.end()
    return line.start if not _LISTED.match(line.text) and _is_person(line.text) else None


def _first_closing(lines: list[Line], first: int) -> int | None:
    """Return the first line of the closing; forms in an annex have closings of their own."""
    for i in range(first, len(lines)):
        text = lines[i].text
        folded = fold(text)
        if _RECIPIENTS.match(folded) or _SIGNS.match(text) or _is_officer(lines, i):
            return i
        if _ANNEX.match(folded) and (is_capitals(text) or is_capitals(lines[i - 1].text)):
            return None  # "PHỤ LỤC", or "(Kèm theo Quyết định …)" under a title in capitals
    return None


def _is_officer(lines: list[Line], at: int) -> bool:
    """Tell an officer's title in capitals from a heading: a person's name follows."""
    text = lines[at].text
    if not _OFFICER.match(fold(text)):
        return False
    office = re.match(rf"[\W_]*((?:[{UPPER}]+[\s,]+)+)", text)
    rest = text[office.end() :] if office else ""
    if office and len(office.group(1).split()) > 1 and _name_in(rest.strip()):
        return text.startswith("|") or not lines[at].text.endswith((".", ";"))
    return is_capitals(text) and any(
        _name_in(_bare(line.text)) == _bare(line.text) for line in lines[at + 1 : at + 4]
    )


def _block(lines: list[Line], start: int) -> list[Line]:
    """Return the closing's lines: list items, offices and names, up to an annex or a sentence."""
    block = [lines[start]]
    signed = _ends_signed(lines[start].text)
    for line in lines[start + 1 : start + MOST_CLOSING_LINES]:
        listed = _LISTED.match(line.text) or _RECIPIENTS.match(fold(line.text))
        wraps = _wraps(block[-1].text)
        leaves = _leaves(line.text) and not wraps
        if _ANNEX.match(fold(line.text)) or leaves or (signed and not (listed or wraps)):
            break
        block.append(line)
        signed = signed or _ends_signed(line.text) or (not listed and _is_person(line.text))
    return block


def _wraps(text: str) -> bool:
    """Tell whether an item of the recipients goes on in the next line: it ends in no mark."""
    return bool(_ITEM.match(text)) and len(text) < LONGEST_WRAPPED and text[-1] not in ";,.:)|"


def _ends_signed(text: str) -> bool:
    """Tell whether a line gives office and name together: "| KT. CHỦ TỊCH … Hoàng Nam"."""
    signs = _SIGNS.match(text) or _SIGNS_INSIDE.search(text)
    return bool(signs and _trailing_name(text[signs.end() :]))


def _is_person(text: str) -> bool:
    bare = _bare(text)
    return _name_in(bare) == bare or _all_capital_name(bare)


def _leaves(text: str) -> bool:
    """Tell whether a line is beyond the closing: a footnote, a table's row, a title, a sentence."""
    if re.match(rf"[-–+•|]|[{LOWER}(\[]", text) and not re.match(r"\[\d+\]", text):
        return text.count("|") > 1
    folded = fold(text)
    if _RECIPIENTS.match(folded) or _SIGNS.match(text) or _OFFICER.match(folded):
        return False
    if _name_in(_bare(text)) == _bare(text):
        return False
    return not is_capitals(text) or len(text) > 60 or bool(re.match(r"[IVX\d]+[.)-]", text))  # noqa: PLR2004 — longest office


def _split(text: str) -> tuple[str, str]:
    """Return the recipients' part and the signature's part, whichever comes first."""
    at = fold(text).find("noi nhan")
    signs = _SIGNS.match(text) or _SIGNS_INSIDE.search(text)
    if at < 0:
        return "", text
    lines = text.split("\n")
    for i, line in enumerate(lines):
        if _SIGNS.match(line) or (_OFFICER.match(fold(line)) and is_capitals(line)):
            own = "\n".join(lines[i:])
            before = "\n".join(lines[:i])
            return (before, own) if "noi nhan" in fold(before) else _swap(own)
    return (text[: signs.start()], text[signs.end() :]) if signs else (text, "")


def _swap(text: str) -> tuple[str, str]:
    at = fold(text).find("noi nhan")
    return text[at:], text[:at]


def _recipients(listed: str) -> tuple[str, ...]:
    found = re.match(r"[\W_]*n[ơo]i\s+nh[ậa]n[\W_]*?(?::[\s_*]*|\n|$)", listed, re.IGNORECASE)
    if not found:
        return ()
    items = _ITEM_GAP.split(listed[found.end() :])
    lone = _lone_name(listed)
    kept = (_clean(item.removesuffix(lone) if lone else item) for item in items)
    return tuple(item for item in kept if item)


def _clean(item: str) -> str:
    return re.sub(r"\s+", " ", item).strip(" \t,;.|*_:-–")


def _signer(signed: str) -> str | None:
    """Return the last name in the signature's part."""
    for line in reversed(signed.split("\n")):
        name = _trailing_name(line)
        if name:
            return name
    return None


def _trailing_name(line: str) -> str | None:
    """Return the name at the end of a line, behind offices in capitals and ranks."""
    words = line.strip(" |*_.").split()
    at = len(words)
    while at and re.fullmatch(_WORD, words[at - 1]) and not _is_office_word(words[at - 1]):
        at -= 1
    tail = " ".join(words[at:])
    name = _name_in(_bare(tail))
    if name:
        return name
    bare = _bare(line)  # a name in capitals stands alone on its line
    return bare.title() if _all_capital_name(bare) else None


def _is_office_word(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _all_capital_name(bare: str) -> bool:
    size = len(bare.split())
    named = is_capitals(bare) and 2 <= size <= 4 and bare.replace(" ", "").isalpha()  # noqa: PLR2004 — a name's length
    folded = fold(bare)
    return named and not (_OFFICER.match(folded) or _NOT_A_NAME.search(bare) or type_named(bare))


def _bare(line: str) -> str:
    text = line.strip(" |*_.")
    while True:
        shorter = _RANK.sub("", text, count=1)
        if shorter == text:
            return text
        text = shorter


def _name_in(text: str) -> str | None:
    found = _NAME.fullmatch(text)
    return text if found and not _NOT_A_NAME.search(text) else None


def _lone_name(listed: str) -> str | None:
    """Return a name alone on the last line of the recipients, where the seal was cut off."""
    last = listed.rstrip().split("\n")[-1]
    return _name_in(_bare(last)) if not re.match(r"\s*[-–+•]|[\W_]*[Nn]ơi", last) else None


def _on_behalf(signed: str) -> str | None:
    """Return the body on whose behalf was signed: "T/M BAN THƯỜNG VỤ" → "BAN THƯỜNG VỤ"."""
    found = re.search(r"(?:T\s?/\s?M|TM\.?|T\.M\.?)\s*([^\n|]+)", signed)
    if not found:
        return None
    body = re.split(
        r"(?<!BAN)\s(?:K/T|KT\.|T/L|TL\.|Q\.|CHỦ TỊCH|BÍ THƯ|PHÓ BÍ THƯ)", found.group(1)
    )[0]
    words = body.split()
    while words and not words[-1].isupper():
        words.pop()
    return " ".join(words) or None
