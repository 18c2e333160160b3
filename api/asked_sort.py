"""Answers that have a form of their own: a telephone number, an address, a name, a definition.

"Số điện thoại của Trung tâm" is told by no sentence about the centre, however many words it shares,
unless a number that may be dialled stands in it; "giám đốc tên gì" by none without a person's name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from api.preface import asks
from ingest.bodies import find_bodies
from ingest.text import fold, normalise_tone

if TYPE_CHECKING:
    from api.question import Question


@dataclass(frozen=True, slots=True)
class Sort:
    """Words, folded, that name such an answer, and the form of one as it is printed."""

    named: str
    said: re.Pattern[str]


# "gửi qua hộp thư nào"; "hộp thư nào bị khóa" asks for no address
SENT_TO: Final = r"(?:(?<=qua )|(?<=toi )|(?<=den )|(?<=ve )|(?<=vao ))"
SORTS: Final = (
    Sort(
        r"(?:so (?:dien thoai|fax|may ban)|dien thoai lien he|sdt|hotline|duong day nong)",
        re.compile(r"(?<!\d)(?:\+?84|0)[\d. ()-]{7,14}\d|(?<!\d)1[89]00[\d. ]{2,8}|"
                   r"\b(?:[Đđ]iện thoại|ĐT|[Hh]otline|[Đđ]ường dây nóng)\W{0,3}\d{3,}"),
    ),
    Sort(
        r"(?:dia chi (?:thu(?: dien tu)?|e-?mail|mail|hop thu)"
        rf"|{SENT_TO}(?:hop thu|e-?mail)(?: dien tu)?)",
        re.compile(r"[\w.+-]+@[\w-]+\.\w+"),
    ),
    Sort(
        rf"(?:ten mien|dia chi (?:web(?:site)?|truy cap|trang web)|{SENT_TO}website|duong link)",
        re.compile(r"https?://|\bwww\.|\b[\w-]+\.(?:[\w-]+\.)*(?:vn|com|net|org|info|edu)\b"),
    ),
    Sort(r"(?:so tai khoan|ma so thue)", re.compile(r"\d[\d .-]{4,}\d")),
)  # fmt: skip
ASKED_OF: Final = (  # "… nào", "cho xin …", "… của Sở là gì"
    r"\b{named} (?:nao|gi|so may)\b"
    r"|\bcho (?:\w+ )?(?:xin|biet|hoi) {named}\b"
    r"|\b{named} (?:(?!thi\b|de\b)\S+ ){{1,16}}?la (?:gi|bao nhieu|so may|may|so nao)\W*$"
)
OFFICES: Final = (
    r"(?:pho )?(?:chu tich|truong ban|truong doan|(?:tong )?giam doc|bi thu|chanh van phong"
    r"|(?:chi )?cuc truong|vu truong|truong phong|to truong|hieu truong|bo truong|thu truong"
    r"|chanh thanh tra|vien truong|chanh an|nguoi phat ngon)"
)
NAME_ASKED: Final = re.compile(
    rf"\b{OFFICES}\b[^,;?]*\b(?:ho )?ten (?:la )?gi\b|\b(?:ho )?ten (?:cua )?{OFFICES}\b"
)
HOLDER_ASKED: Final = re.compile(
    rf"\b(?P<office>{OFFICES})\b[^,;?]*\bla (?:nhung )?(?:ai|(?:ong|ba|dong chi) nao)\b"
)
OFFICE_ALONE: Final = re.compile(rf"(?P<office>{OFFICES}) (?:cua )?")  # "Chủ tịch Hội đồng Tư vấn"
_SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Trịnh|Trương"
    "|Mai|Đào|Lâm|Phùng|Tô|Tạ|Hà|Cao|Lương|Thái|Châu|Quách|Tăng|Từ|Văn|Chu|Tống|Vương|Kim|Thạch|Y"
)
PERSON: Final = re.compile(  # "Hà Nội" is nobody, nor is a street
    rf"(?<![Pp]hố )(?<![Đđ]ường )(?<![Tt]ỉnh )(?<![Pp]hường )(?<![Xx]ã )(?<!TP )(?<!TP\. )"
    rf"\b(?:{_SURNAMES})(?: [A-ZÀ-ỸĐ][a-zà-ỹ]+){{2,3}}\b"
)
HELD_BY: Final = (  # "Giám đốc Quỹ do … kiêm nhiệm", "do đồng chí Bí thư làm Trưởng ban"
    r"\b{office}\b(?: \w+){{0,14}}? (?:la|(?<!ly )do)\b"
    r"(?! (?:nguoi (?:dai dien|dieu hanh|chiu)|chu tai)\b)(?![^.;]*\b(?:bo nhiem|mien nhiem)\b)"
    r"|\b(?:lam|giu|kiem|kiem nhiem|bau|bo nhiem|cu)\b(?: \w+){{0,10}}? {office}\b"
    r"|\bla (?:\w+ ){{0,2}}?{office}\b"
)
AGE_ASKED: Final = re.compile(r"\b(?:(?:do )?tuoi nao|(?:may|bao nhieu) tuoi)\b")
AGE: Final = re.compile(r"\b[Tt]uổi\b")
NAMES_ASKED: Final = re.compile(
    r"\b(?:neu ten|ke ten|ghi ten|ten|nhung)(?: \w+){0,3}? (?P<of>\w+(?: \w+)?) cu the nao\b"
    r"|\b(?:neu ten|ke ten) (?:nhung|cac) (?P<too>\w+(?: \w+)?) nao\b"
)
# what has a name of its own; whoever asks which they are by name is told by no mere "các xã"
PROPER: Final = (
    r"(?:ho(?: gia dinh)?(?! so)|xa|phuong|huyen|tinh|thanh pho|truong(?: dai hoc| hoc)?(?! hop)"
    r"|benh vien|doanh nghiep|cong ty|nha thau|ngan hang|mang xa hoi|du an|de tai"
    r"|hoi(?! nghi| dong))"
)
PROPER_ASKED: Final = re.compile(
    rf"\b(?:nhung|cac) (?P<of>{PROPER})(?:,? \w+){{0,3}}? cu the nao\b"
    rf"|\b(?:neu|ke|ghi) ten (?:cu the )?(?:nhung |cac )(?P<too>{PROPER})\b"
    rf"|\b(?:nhung|cac) (?P<them>{PROPER}) nao\b.*\b(?:liet ke|ke|neu|ghi) (?:ro )?ten\b"
    rf"|^danh sach (?:cac |nhung )?(?P<list>{PROPER})\b"
    r"(?!.*\b(?:ai|khi|may|nhieu|co quan|don vi)\b)"
)
A_HOLDER: Final = re.compile(rf"\b{OFFICES}\b")
ROMAN: Final = re.compile(r"[IVX]+")
LISTING: Final = ",;:|("  # what stands before one of a list
NAME: Final = re.compile(r"[^\W\d_]+")
# "X định nghĩa … là gì" names what is defined; "xác định nghĩa vụ" defines nothing
DEFINED: Final = re.compile(
    r"(?<!xac )\b(?:dinh nghia|khai niem) (?!vu\b|nao\b)(?P<of>[a-z][a-z ]*?)"
    r" (?:la gi|(?:nhu )?the nao|ra sao)\b"
)
DEFINES: Final = (
    r"\b{last}\b(?: ?\([^)]*\))?\W{{0,3}}(?:la|duoc hieu|duoc goi|gom|bao gom|co nghia|nghia)\b"
)
REASON_ASKED: Final = re.compile(r"\b(?:vi sao|tai sao|(?:vi )?ly do (?:gi|nao))\b")
REASON: Final = re.compile(r"\b(?:do|vì|bởi|để|nhằm|lý do|nguyên nhân|mục đích|căn cứ|nên)\b")
REASON_OWED: Final = re.compile(r"\bnêu (?:rõ )?(?:các )?lý do\b")  # gives none itself


def gives_a_reason(question: Question, text: str) -> bool:
    """Tell whether a word of reasons stands in ``text``, where a reason is asked; else true."""
    if not REASON_ASKED.search(question.folded):
        return True
    return REASON.search(REASON_OWED.sub(" ", normalise_tone(text.lower()))) is not None


def of_the_form_asked(question: Question, text: str) -> bool:
    """Tell whether ``text`` holds an answer of the form asked for; true where none has a form."""
    forms = _forms(question.folded)
    if any(not form.search(text) for form in forms.printed):
        return False
    office = forms.office or _office_alone(question.text)
    if office and not _held(office, text):
        return False
    defines = DEFINES.format(last=re.escape(forms.defined)) if forms.defined else ""
    if defines and not re.search(defines, fold(text)):
        return False
    if forms.proper and not _named(forms.proper, question.folded, text):
        return False
    return not forms.named or re.search(rf"\bmot so {forms.named}\b(?! ?[(:])", fold(text)) is None


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms that an answer must have.

    ``office``: whose holder it says, ``named`` and ``proper``: the things whose names it says, the
    latter with capitals, ``defined``: the last word of what is to be defined; "" for none.
    """

    printed: tuple[re.Pattern[str], ...]
    office: str
    named: str
    proper: str
    defined: str


@lru_cache(maxsize=512)  # a question is held against hundreds of sentences
def _forms(folded: str) -> Forms:
    printed = tuple(sort.said for sort in SORTS if _asks_for(folded, sort))
    if NAME_ASKED.search(folded):
        printed = (*printed, PERSON)
    if AGE_ASKED.search(folded):
        printed = (*printed, AGE)
    names = NAMES_ASKED.search(folded)
    named = (names["of"] or names["too"]) if names else ""
    holder = HOLDER_ASKED.search(folded)
    own = PROPER_ASKED.search(folded)
    proper = next(filter(None, own.groups())) if own else ""
    defined = DEFINED.search(folded)
    last = defined["of"].split()[-1] if defined else ""
    return Forms(printed, holder["office"] if holder else "", named, proper, last)


@lru_cache(maxsize=512)
def _office_alone(text: str) -> str:
    """Return the office where a question is nothing but an office in a body, or ""."""
    opens = OFFICE_ALONE.match(fold(text))
    if opens is None:
        return ""
    rest = text[opens.end() :].strip(" ?.")
    whole = any(
        span.start == 0 and span.end == len(rest) for span, _ in find_bodies(rest, typed=True)
    )
    return opens["office"] if whole else ""


def _named(noun: str, asked: str, text: str) -> bool:
    """Tell whether names of things called ``noun`` stand in ``text`` that ``asked`` lacks.

    They stand behind that word, or in a list or the cells of a row.
    """
    last = noun.rsplit(maxsplit=1)[-1]
    held = [found.span() for found in A_HOLDER.finditer(fold(text))]  # "Phó Giám đốc" names nobody
    words = [
        found
        for found in NAME.finditer(text)
        if not ROMAN.fullmatch(found.group())
        and not any(start <= found.start() < end for start, end in held)
    ]
    for one, two in pairwise(words):
        both = fold(text[one.start() : two.end()])
        before = text[: one.start()].rstrip()
        listed = one.group().istitle() and (not before or before[-1] in LISTING)
        opens = listed or fold(one.group()) == last
        beside = text[one.end() : two.start()] == " "
        if opens and beside and two.group().istitle() and both not in asked:
            return True
    return False


def _held(office: str, text: str) -> bool:
    """Tell whether ``text`` says who holds an office, by a name or another office."""
    said = fold(text)
    held = re.search(HELD_BY.format(office=re.escape(office)), said)
    return office in said and bool(PERSON.search(text) or held)


def _asks_for(folded: str, sort: Sort) -> bool:
    """Tell whether an answer of the sort is asked for, in however few words: "hotline của Sở"."""
    if re.search(ASKED_OF.format(named=sort.named), folded):
        return True
    return sort is SORTS[0] and not asks(folded) and re.match(sort.named, folded) is not None
