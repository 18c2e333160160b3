"""Types of document, signs of issuing bodies and abbreviations: tables, and how to look in them.

Everything is compared folded (lower case, no diacritics, đ as d), so "ND-CP", "nđ-cp" and
"NĐ-CP" are one. A sign alone does not always tell the type: QĐ in the Party is both "Quyết định"
and "Quy định", so the title line decides (``type_named``) and the sign only where it is certain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of document: its Vietnamese name and the signs it bears in numbers."""

    name: str
    signs: tuple[str, ...] = ()
    party: bool = False
    state: bool = False


TYPES = (
    # of both; the signs are the same
    DocumentType("Nghị quyết", ("NQ",), party=True, state=True),
    DocumentType("Quyết định", ("QĐ",), party=True, state=True),
    DocumentType("Chỉ thị", ("CT",), party=True, state=True),
    DocumentType("Quy chế", ("QC",), party=True, state=True),
    DocumentType("Quy định", ("QĐ", "QyĐ", "QĐi"), party=True, state=True),
    DocumentType("Hướng dẫn", ("HD",), party=True, state=True),
    DocumentType("Thông báo", ("TB",), party=True, state=True),
    DocumentType("Thông cáo", ("TC",), party=True, state=True),
    DocumentType("Báo cáo", ("BC",), party=True, state=True),
    DocumentType("Kế hoạch", ("KH",), party=True, state=True),
    DocumentType("Chương trình", ("CTr",), party=True, state=True),
    DocumentType("Đề án", ("ĐA",), party=True, state=True),
    DocumentType("Phương án", ("PA",), party=True, state=True),
    DocumentType("Dự án", ("DA",), party=True, state=True),
    DocumentType("Tờ trình", ("TTr",), party=True, state=True),
    DocumentType("Biên bản", ("BB",), party=True, state=True),
    DocumentType("Công văn", ("CV",), party=True, state=True),
    DocumentType("Giấy mời", ("GM",), party=True, state=True),
    DocumentType("Giấy giới thiệu", ("GGT",), party=True, state=True),
    # of the Party
    DocumentType("Kết luận", ("KL",), party=True),
    DocumentType("Thông tri", ("TT",), party=True),
    DocumentType("Quy hoạch", ("QH",), party=True, state=True),
    DocumentType("Chương trình hành động", ("CTHĐ", "CTrHĐ"), party=True),
    DocumentType("Chiến lược", ("CL",), party=True, state=True),
    DocumentType("Công điện", ("CĐ",), party=True, state=True),
    DocumentType("Cương lĩnh", (), party=True),
    DocumentType("Điều lệ", (), party=True),
    DocumentType("Tuyên bố", (), party=True),
    DocumentType("Lời kêu gọi", (), party=True),
    # of the State
    DocumentType("Hiến pháp", (), state=True),
    DocumentType("Bộ luật", ("L",), state=True),
    DocumentType("Luật", ("L",), state=True),
    DocumentType("Pháp lệnh", ("PL",), state=True),
    DocumentType("Lệnh", ("L-CTN", "LCT"), state=True),
    DocumentType("Sắc lệnh", ("SL",), state=True),
    DocumentType("Nghị định", ("NĐ",), state=True),
    DocumentType("Thông tư liên tịch", ("TTLT",), state=True),
    DocumentType("Nghị quyết liên tịch", ("NQLT",), state=True),
    DocumentType("Thông tư", ("TT",), state=True),
    DocumentType("Văn bản hợp nhất", ("VBHN",), state=True),
    DocumentType("Hợp đồng", ("HĐ",), state=True),
    DocumentType("Bản ghi nhớ", ("BGN",), state=True),
    DocumentType("Bản thỏa thuận", ("BTT",), state=True),
    DocumentType("Giấy ủy quyền", ("GUQ",), state=True),
    DocumentType("Giấy nghỉ phép", ("GNP",), state=True),
    DocumentType("Phiếu gửi", ("PG",), state=True),
    DocumentType("Phiếu chuyển", ("PC",), state=True),
    DocumentType("Phiếu báo", ("PB",), state=True),
    DocumentType("Thư công", (), state=True),
)

# bodies whose sign is theirs alone; "TW", "TU", "UBND" … are many bodies' and name none
ISSUERS: Mapping[str, str] = {
    "VPTW": "Văn phòng Trung ương Đảng",
    "BTCTW": "Ban Tổ chức Trung ương",
    "BTGTW": "Ban Tuyên giáo Trung ương",
    "BDVTW": "Ban Dân vận Trung ương",
    "BTGDVTW": "Ban Tuyên giáo và Dân vận Trung ương",
    "BNCTW": "Ban Nội chính Trung ương",
    "BKTTW": "Ban Kinh tế Trung ương",
    "BĐNTW": "Ban Đối ngoại Trung ương",
    "BCSCLTW": "Ban Chính sách, chiến lược Trung ương",
    "UBKTTW": "Ủy ban Kiểm tra Trung ương",
    "HĐLLTW": "Hội đồng Lý luận Trung ương",
    "ĐUCP": "Đảng ủy Chính phủ",
    "ĐUQH": "Đảng ủy Quốc hội",
    "QUTW": "Quân ủy Trung ương",
    "MTTW": "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
    "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
    "CTN": "Chủ tịch nước",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
    "VPCP": "Văn phòng Chính phủ",
    "VPQH": "Văn phòng Quốc hội",
    "TANDTC": "Tòa án nhân dân tối cao",
    "VKSNDTC": "Viện kiểm sát nhân dân tối cao",
    "KTNN": "Kiểm toán nhà nước",
    "TTCP": "Thanh tra Chính phủ",
    "NHNN": "Ngân hàng Nhà nước Việt Nam",
    "BCA": "Bộ Công an",
    "BQP": "Bộ Quốc phòng",
    "BNG": "Bộ Ngoại giao",
    "BNV": "Bộ Nội vụ",
    "BTP": "Bộ Tư pháp",
    "BTC": "Bộ Tài chính",
    "BCT": "Bộ Công Thương",
    "BXD": "Bộ Xây dựng",
    "BYT": "Bộ Y tế",
    "BKHCN": "Bộ Khoa học và Công nghệ",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BNNMT": "Bộ Nông nghiệp và Môi trường",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "BDTTG": "Bộ Dân tộc và Tôn giáo",
    # ministries merged or renamed; older documents bear their signs
    "BGTVT": "Bộ Giao thông vận tải",
    "BTTTT": "Bộ Thông tin và Truyền thông",
    "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
    "UBDT": "Ủy ban Dân tộc",
}

# signs borne by many bodies: they make a number readable without naming the body
_SHARED = """
TW TU HU QU ThU ĐU ĐUK CB CU BTV BCĐTW BCĐ VPTU BTGTU BTGDVTU BTCTU BNCTU BDVTU UBKTTU
UBKTĐU VPĐU VPHU UBKT BTG BTGDV BDV ĐĐQH QH UB UBND HĐND CTUBND VP MTTQ UBMT ĐTN TLĐ HND
HLHPN CCB TCT TCHQ SNV STC SYT SKHCN SGDĐT SCT SXD SNNMT STP SVHTTDL SDTTG BHXH ĐUBKHCN
TWĐTN
"""
SHARED_ISSUERS = tuple(_SHARED.split())

PARTY_ISSUERS = re.compile(r"(?:.*(?:tw|tu|hu|du|dtn)|qutw|btv|cb|cu|ubkt\w*|dd\w*|bcd\w*|thu|qu)$")
TERMED = re.compile(r"(ubtvqh|qh|ddqh)\d{1,2}$")  # "QH15", "UBTVQH15", "ĐĐQH15"
MINISTRY = re.compile(r"(?:b|s|tc|ub|vp|ubnd|hdnd|dhqg)[a-z]{1,9}$")  # "BNNMT", "SGDĐT"

# what people type → what it may stand for; the expansion is added, it never replaces
ABBREVIATIONS: Mapping[str, tuple[str, ...]] = {
    "TW": ("Trung ương",),
    "TƯ": ("Trung ương",),
    "T.Ư": ("Trung ương",),
    "BCH": ("Ban Chấp hành",),
    "BCHTW": ("Ban Chấp hành Trung ương",),
    "BCT": ("Bộ Chính trị", "Bộ Công Thương"),
    "BBT": ("Ban Bí thư",),
    "BTV": ("Ban Thường vụ",),
    "BTVTU": ("Ban Thường vụ Tỉnh ủy",),
    "TU": ("Tỉnh ủy", "Thành ủy"),
    "HU": ("Huyện ủy",),
    "ĐU": ("Đảng ủy",),
    "TCĐ": ("tổ chức đảng",),
    "VPTW": ("Văn phòng Trung ương",),
    "VPTU": ("Văn phòng Tỉnh ủy", "Văn phòng Thành ủy"),
    "BTG": ("Ban Tuyên giáo",),
    "BTGTW": ("Ban Tuyên giáo Trung ương",),
    "BTGDV": ("Ban Tuyên giáo và Dân vận",),
    "BTGDVTW": ("Ban Tuyên giáo và Dân vận Trung ương",),
    "BTCTW": ("Ban Tổ chức Trung ương",),
    "UBKT": ("Ủy ban Kiểm tra",),
    "UBKTTW": ("Ủy ban Kiểm tra Trung ương",),
    "UBND": ("Ủy ban nhân dân",),
    "HĐND": ("Hội đồng nhân dân",),
    "MTTQ": ("Mặt trận Tổ quốc",),
    "UBMTTQ": ("Ủy ban Mặt trận Tổ quốc",),
    "CT-XH": ("chính trị - xã hội",),
    "CTXH": ("chính trị - xã hội",),
    "BCĐ": ("ban chỉ đạo",),
    "QH": ("Quốc hội", "quy hoạch"),
    "CP": ("Chính phủ", "cổ phần"),
    "TTg": ("Thủ tướng Chính phủ",),
    "TTCP": ("Thủ tướng Chính phủ", "Thanh tra Chính phủ"),
    "NQ": ("nghị quyết",),
    "QĐ": ("quyết định", "quy định"),
    "CTr": ("chương trình",),
    "CTHĐ": ("chương trình hành động",),
    "KL": ("kết luận",),
    "NĐ": ("nghị định",),
    "TB": ("thông báo",),
    "BC": ("báo cáo",),
    "CV": ("công văn",),
    "TTr": ("tờ trình", "thường trực"),
    "KHCN": ("khoa học, công nghệ", "khoa học và công nghệ"),
    "KH&CN": ("khoa học và công nghệ",),
    "ĐMST": ("đổi mới sáng tạo",),
    "KHCNĐMST": ("khoa học, công nghệ, đổi mới sáng tạo",),
    "CĐS": ("chuyển đổi số",),
    "KTS": ("kinh tế số",),
    "XHS": ("xã hội số",),
    "CQS": ("chính quyền số",),
    "KTXH": ("kinh tế - xã hội",),
    "KT-XH": ("kinh tế - xã hội",),
    "QPAN": ("quốc phòng, an ninh",),
    "CNTT": ("công nghệ thông tin",),
    "CNS": ("công nghệ số",),
    "AI": ("trí tuệ nhân tạo",),
    "TTNT": ("trí tuệ nhân tạo",),
    "CSDL": ("cơ sở dữ liệu",),
    "DN": ("doanh nghiệp",),
    "DNNN": ("doanh nghiệp nhà nước",),
    "NSNN": ("ngân sách nhà nước",),
    "NSTW": ("ngân sách trung ương",),
    "TFP": ("năng suất nhân tố tổng hợp",),
    "R&D": ("nghiên cứu và phát triển", "nghiên cứu phát triển"),
    "GRDP": ("tổng sản phẩm trên địa bàn",),
    "CCHC": ("cải cách hành chính",),
    "TTHC": ("thủ tục hành chính",),
    "DVC": ("dịch vụ công",),
    "DVCTT": ("dịch vụ công trực tuyến",),
    "BMNN": ("bí mật nhà nước",),
    "CBCCVC": ("cán bộ, công chức, viên chức",),
    "CBCC": ("cán bộ, công chức",),
    "CBĐV": ("cán bộ, đảng viên",),
    "HTCT": ("hệ thống chính trị",),
    "SHTT": ("sở hữu trí tuệ",),
    "ATTT": ("an toàn thông tin",),
    "ANM": ("an ninh mạng",),
    "NNL": ("nguồn nhân lực",),
    "GDĐT": ("giáo dục và đào tạo",),
    "GD&ĐT": ("giáo dục và đào tạo",),
    "VHTTDL": ("văn hóa, thể thao và du lịch",),
    "VHTT&DL": ("văn hóa, thể thao và du lịch",),
    "NNMT": ("nông nghiệp và môi trường",),
    "NN&MT": ("nông nghiệp và môi trường",),
    "TNMT": ("tài nguyên và môi trường",),
    "LĐTBXH": ("lao động - thương binh và xã hội",),
    "TTTT": ("thông tin và truyền thông",),
    "KHĐT": ("kế hoạch và đầu tư",),
    "GTVT": ("giao thông vận tải",),
    "BHXH": ("bảo hiểm xã hội",),
    "BHYT": ("bảo hiểm y tế",),
    "QLNN": ("quản lý nhà nước",),
    "ĐTXD": ("đầu tư xây dựng",),
    "TPHCM": ("Thành phố Hồ Chí Minh",),
    "TP.HCM": ("Thành phố Hồ Chí Minh",),
    "HCM": ("Hồ Chí Minh",),
    "HN": ("Hà Nội",),
    # ambiguous beyond one reading
    "KH": ("kế hoạch", "khoa học"),
    "CB": ("chi bộ", "cán bộ"),
    "BTC": ("Ban Tổ chức", "Bộ Tài chính"),
    "TT": ("thông tư", "thông tri", "thông tin", "thường trực"),
    "HD": ("hướng dẫn",),
    "TC": ("tài chính", "tổ chức"),
    "CT": ("chỉ thị", "chủ tịch", "chương trình"),
    "ĐA": ("đề án",),
    "DA": ("dự án",),
}

_GAP = r"\s+"


def _loose(name: str) -> str:
    return _GAP.join(map(re.escape, fold(name).split()))


_BY_LENGTH = sorted(TYPES, key=lambda kind: len(kind.name), reverse=True)
TYPE_NAME = "|".join(_loose(kind.name) for kind in _BY_LENGTH)  # for folded text, longest first
_LONGEST_NAME = 80  # characters, with blanks to spare
_NAMED = re.compile(rf"(?:{TYPE_NAME})(?![a-z])")  # "nghi quyet", "chuong trinh hanh dong"
_NAMES = {fold(kind.name): kind for kind in TYPES}
_SIGNS = sorted({sign for kind in TYPES for sign in kind.signs}, key=len, reverse=True)
TYPE_SIGN = "|".join(dict.fromkeys(map(fold, _SIGNS)))  # for folded text, longest first
_ISSUER_SIGNS = {fold(sign): sign for sign in reversed((*ISSUERS, *SHARED_ISSUERS))}


def type_named(text: str) -> tuple[str, int] | None:
    """Return the type whose name opens ``text`` and where that name ends, or None."""
    found = _NAMED.match(fold(text[:_LONGEST_NAME]))
    if not found:
        return None
    return _NAMES[" ".join(found.group().split())].name, found.end()


@cache
def types_of_sign(sign: str, *, party: bool | None = None) -> tuple[str, ...]:
    """Return the names a sign may stand for; ``party`` narrows to one side where given."""
    key = fold(sign)
    kinds = [kind for kind in TYPES if key in map(fold, kind.signs)]
    exact = [kind for kind in kinds if sign in kind.signs]  # "ĐA" is not "DA"
    if party is None:
        return tuple(kind.name for kind in exact or kinds)
    of_side = [kind for kind in exact or kinds if (kind.party if party else kind.state)]
    return tuple(kind.name for kind in of_side)


def type_of(sign: str, *, issuer: str | None = None, title: str = "") -> str | None:
    """Return the type: the title line's where it names one, else the sign's where certain.

    ``issuer`` is the issuer's sign; it tells the Party's signs from the State's.
    """
    named = type_named(title.strip()) if title else None
    if named:
        return named[0]
    party = is_party(issuer) if issuer else None
    kinds = types_of_sign(sign, party=party)
    if party is False and sign in {"QĐ", "QD"}:
        return "Quyết định"  # the State's quy định bears QyĐ
    return kinds[0] if len(kinds) == 1 else None


@cache
def signs_of(name: str) -> tuple[str, ...]:
    """Return the signs of a type by its name, folded or not; empty for an unknown name."""
    kind = _NAMES.get(" ".join(fold(name).split()))
    return kind.signs if kind else ()


@cache
def printed_sign(written: str) -> str | None:
    """Return a type's sign in official letters ("ctr" → "CTr"), or None if there is none.

    Where folding leaves two ("ĐA" and "DA") the form as written decides, then the first.
    """
    if written in _SIGNS:
        return written
    key = fold(written)
    return next((s for kind in TYPES for s in kind.signs if fold(s) == key), None)


@cache
def printed_issuer(written: str) -> str | None:
    """Return an issuer's sign in official letters ("ttg" → "TTg"), or None if not known."""
    key = fold(written)
    if written in {"TƯ", "T.Ư"}:
        return "TW"  # older print; folded it would be the provinces' TU
    if key in _ISSUER_SIGNS:
        return _ISSUER_SIGNS[key]
    termed = TERMED.match(key)
    if termed:
        return _ISSUER_SIGNS[termed.group(1)] + key[termed.end(1) :]
    return None


@cache
def is_issuer_sign(written: str) -> bool:
    """Tell whether ``written`` is, or is built in capitals like, the sign of an issuing body."""
    key = fold(written)
    return bool(
        key in _ISSUER_SIGNS
        or TERMED.match(key)
        or (written.isupper() and MINISTRY.match(key))  # "sau", "ban" are words, "SXD" a sign
    )


@cache
def is_party(issuer_sign: str) -> bool:
    """Tell whether an issuer's sign is a Party body's; decides the layout of the number."""
    head = re.split(r"[-/]", fold(issuer_sign))[0]
    return bool(PARTY_ISSUERS.match(head) or head.startswith("ddqh"))


@cache
def issuer_of_sign(sign: str) -> str | None:
    """Return the one body that bears ``sign``, or None where several do."""
    key = fold(sign)
    termed = TERMED.match(key)
    if termed:
        return {"qh": "Quốc hội", "ubtvqh": "Ủy ban Thường vụ Quốc hội"}.get(termed.group(1))
    return next((name for known, name in ISSUERS.items() if fold(known) == key), None)
