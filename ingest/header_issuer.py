"""Who issued a document: from its heading, title, number, closing or opening sentence, in turn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.bodies import LOWER, UPPER
from ingest.header_heading import heading_date
from ingest.header_lines import is_capitals
from ingest.issuers import ISSUER_PHRASE, full_name, proper_name
from ingest.patterns import lazy
from ingest.text import fold
from ingest.types import issuer_of_sign

if TYPE_CHECKING:
    from ingest.header_heading import Heading

_SHORTEST = 4  # "UBND"
CENTRE = "ban chap hanh trung uong"
_LEVEL_LINE = re.compile(
    r"(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|xa|phuong|dac khu|va|truc thuoc)\s"
)
_OPENS_NAME = re.compile(  # the kinds of body that issue documents
    r"(?:bo|so|ban|uy ban|ubnd|hoi dong|hdnd|chinh phu|thu tuong|quoc hoi|van phong|quan uy"
    r"|(?:tinh|thanh|huyen|thi|dang|chi) uy|dang bo|dang doan|chi bo|tong|cuc|chi cuc|vu|trung tam"
    r"|truong|hoc vien|vien|toa an|kiem toan|ngan hang|thanh tra|mat tran|hoi|doan|lien doan|quy"
    r"|bao hiem|chu tich|dai hoc|cong ty|tap doan|phong|cong an|benh vien|bao|dai|hiep hoi|kho bac"
    r"|lien hiep|lien minh|tieu ban|cong doan|nha|khoi|don vi|to|hat|quan khu|thuong truc)\b"
)
_NO_NAME = re.compile(r"(?:số|bổ|bản|ban hành|tổng số|tổng cộng|báo cáo)\b", re.IGNORECASE)
_COMMITTEE = re.compile(
    r"(?:tinh|thanh|huyen|quan|thi|dang|quan) uy\b|ban chap hanh dang bo|dang bo"
)
_COMMITTEE_NAME = re.compile(r"(?:tinh|thanh|huyen|quan|thi|dang) uy\b")
# two offices glued on one line: "TỈNH ỦY TIỀN GIANG BAN TỔ CHỨC", "UBND TỈNH … SỞ Y TẾ"
_GLUED = re.compile(
    r"(?<=\w)\s+(?=(?:ban (?:tuyen giao|to chuc|noi chinh|dan van|chinh sach|kinh te|doi ngoai"
    r"|thuong vu|can su|chi dao|bao ve)|van phong|uy ban kiem tra|so [a-z]{2,}|truong |trung tam"
    r"|tong cuc|cuc |chi cuc|ban quan ly|thanh tra)\b)"
)
_SUPERIOR = re.compile(
    r"(?:ban chap hanh trung uong|(?:tinh|thanh|huyen|dang) uy \w+.*"
    r"|(?:uy ban nhan dan|ubnd) (?:tinh|thanh pho|tp) \w+.*|bo \w+ .*|so \w+ .*)$"
)
_ACTS = (  # "Ban Thường vụ Tỉnh ủy xây dựng kế hoạch", "Ban Bí thư quy định về …"
    r"(?:xây dựng|ban hành|yêu cầu|quyết định|quy định|kết luận|hướng dẫn|có ý kiến|thống nhất"
    r"|triển khai|đề nghị|thông báo|ra |chỉ thị|báo cáo|trình|phê duyệt|tổ chức)"
)
_OPENING = lazy(rf"(?:^|[,;.]\s|\n\s*)({ISSUER_PHRASE})\s+{_ACTS}", re.MULTILINE)
_LOCAL = re.compile(r"(?:Tỉnh|Thành|Huyện|Quận|Thị) ủy$")
_MIXED = re.compile(rf"[{LOWER}][{UPPER}]")  # capitals of an old font: "CHíNH PHủ"
_UNPLACED = re.compile(r"(?:Ủy ban nhân dân|Hội đồng nhân dân)(?: (?:tỉnh|thành phố))?$")


def heading_issuer(heading: Heading) -> str | None:
    """Return the body named above the number, with its superior where it needs one."""
    names = _names(heading)
    if not names:
        return None
    last = names[-1]
    superior = names[-2] if len(names) > 1 else None
    if fold(last).startswith(CENTRE) or not superior:
        return proper_name(last)
    return _with_superior(last, superior)


def _names(heading: Heading) -> list[str]:
    """Return the bodies' names, large to small, continued lines joined and glued ones parted."""
    joined: list[str] = []
    for cell in heading.texts("name"):
        if not _is_name(cell):
            continue
        folded = fold(cell)
        goes_on = _LEVEL_LINE.match(folded) and not _COMMITTEE.match(folded)
        if joined and (goes_on or re.search(r"(?:,| va| -)$", fold(joined[-1]))):
            joined[-1] = f"{joined[-1]} {cell}"
        else:
            joined.append(cell)
    return [name for cell in joined for name in _parted(cell)]


def _is_name(cell: str) -> bool:
    """Tell a body's name, or a line that goes on with one, from a table's or a title's words."""
    folded = fold(cell)
    opens = _OPENS_NAME.match(folded) or _LEVEL_LINE.match(folded)
    printed = is_capitals(cell) or re.match(ISSUER_PHRASE, cell) or _old(cell)
    return len(cell) >= _SHORTEST and bool(opens and printed) and not _NO_NAME.match(cell)


def _old(cell: str) -> bool:
    """Tell a body in small letters, as old files print it: "Bộ tài chính", "Chính phủ"."""
    words = cell.split()
    return len(words) <= 8 and bool(  # noqa: PLR2004 — the longest ministry's name
        re.match(
            r"(?:bo|chinh phu|quoc hoi|uy ban|so|thu tuong|ban|tinh uy|van phong)\b", fold(cell)
        )
    )


def _parted(cell: str) -> list[str]:
    for found in _GLUED.finditer(fold(cell)):
        superior = cell[: found.start()]
        if _SUPERIOR.match(fold(superior)):
            return [superior, cell[found.end() :]]
    return [cell]


def _with_superior(name: str, superior: str) -> str:
    """Return a Party office with its committee; a State office is known by its own name."""
    own, above = proper_name(name), fold(superior)
    if above.startswith(CENTRE):
        if "trung uong" in fold(own):
            return own
        return f"{own} Trung ương Đảng" if fold(own) == "van phong" else f"{own} Trung ương"
    if _COMMITTEE_NAME.match(above) and not _COMMITTEE_NAME.match(fold(name)):
        return f"{own} {proper_name(superior)}"
    if fold(own) in {"van phong", "thanh tra"} or _UNPLACED.fullmatch(own):
        return f"{own} {proper_name(superior)}"
    return own


def choose_issuer(
    heading: Heading, titled: str | None, sign: str | None, on_behalf: str | None, opening: str
) -> str | None:
    """Return the issuer by the sources in their order of trust.

    The body under the type ("CỦA BỘ CHÍNH TRỊ") is believed first; then a sign that one body
    bears; then the heading, made exact by the signature where it names a committee only.
    """
    named = heading_issuer(heading)
    if titled:
        return _titled(titled)
    own = issuer_of_sign(sign) if sign else None
    if own and (not named or sign in {"ttg", "cp"} or own.startswith("Văn phòng")):
        return own
    place = _place(heading)
    if named and not _is_committee(named):
        return _placed(named, place)
    exact = _signed_for(named, on_behalf) or _opening_issuer(opening)
    return _placed(_joined(named, exact), place) if exact else named


def _titled(titled: str) -> str:
    written = titled[:1].isupper() and not (titled.isupper() or _MIXED.search(titled))
    return full_name(titled if written else proper_name(titled))


def _is_committee(name: str) -> bool:
    folded = fold(name)
    return folded == CENTRE or bool(
        re.match(r"(?:tinh|thanh|huyen|quan|dang) uy|ban chap hanh dang bo", folded)
    )


def _signed_for(named: str | None, on_behalf: str | None) -> str | None:
    """Return the committee's organ that signed: "Ban Bí thư", "Ban Thường vụ Tỉnh ủy"."""
    if not on_behalf:
        return None
    organ = proper_name(on_behalf)
    if fold(organ) in {"ban thuong vu", "thuong truc"} and named:
        return f"{organ} {named}"
    if named and fold(named) != CENTRE and not organ.startswith(("Ban Thường vụ", "Thường trực")):
        return None
    return organ if fold(organ) not in {"tinh uy", "thanh uy"} else None


def _opening_issuer(opening: str) -> str | None:
    """Return who acts in the opening: the last body before what it does."""
    found = list(_OPENING.finditer(opening))
    return full_name(found[-1].group(1).strip()) if found else None


def _joined(named: str | None, exact: str) -> str:
    """Add the heading's place to an organ that the text names without it."""
    place = re.match(r"(?:Tỉnh|Thành|Huyện|Quận|Thị) ủy (.+)$", named or "")
    return f"{exact} {place.group(1)}" if place and _LOCAL.search(exact) else exact


def _placed(name: str, place: str | None) -> str:
    """Add the place of issue to a local body named without one."""
    if not place:
        return name
    if _LOCAL.search(name):
        return f"{name} {place}"
    return name


def _place(heading: Heading) -> str | None:
    place = heading_date(heading)[1]
    return re.sub(r"^(?:TP\.?|[Tt]hành phố|[Tt]ỉnh)\s+", "", place) if place else None
