"""Bodies that a question names, under every form of their names, and texts that name them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from api.evidence import EXPANSIONS
from api.question import WORD
from ingest.bodies import body_key, find_bodies
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.question import Question
    from ingest.model import Section, Span

ASKS_WHICH: Final = re.compile(r"\s*(?:nào|mấy)\b", re.IGNORECASE)
ASKS_WHAT: Final = re.compile(r"\s*gì\b", re.IGNORECASE)
SHORT_NAME: Final = 2  # syllables: "cơ quan gì", but not "Sở Y tế … gì"
BARE_WHICH: Final = re.compile(r"\s*(?:nao|gi|may)\b", re.IGNORECASE)
ASKS_ANYTHING: Final = re.compile(r"\b(?:nao|gi|may|dau|ai|khi|bao)\b")
OFFICE: Final = re.compile(
    r"^(?:lam |la )?(?:dong chi )?(?:pho )?(?:truong(?= ban| phong| doan)|chu tich|giam doc|bi thu"
    r"|chanh|thu truong|cuc truong|vu truong)\s+"
)  # "Trưởng Ban Chỉ đạo Trung ương" asks about the committee
GENERIC: Final = re.compile(
    r"(?:thu truong )?(?:(?:nhung|cac) )?"
    r"(?:(?:co quan|don vi|to chuc|doanh nghiep|ca nhan|nguoi|can bo|truong cong lap)\b.*"
    r"|(?:hoi, ?)?doan the|cap uy|chi bo|dong chi"
    r"|(?:ban|bo|so|nganh|noi|cap|xa|phuong|tinh|huyen|thanh pho)(?:(?:,| va)? (?:cac )?"
    r"(?:ban|bo|so|nganh|dia phuong|xa|phuong|huyen|thi tran|tinh|thanh pho))*)"
)
PART_OF_BODY: Final = re.compile(
    r"(?:cac |nhung )?(?:phong|ban|bo phan|don vi)"
    r"(?:,? (?:chuyen mon|nghiep vu|truc thuoc|ban)){0,3} (?:cua|thuoc) "
)
# "Sở … nằm ở đâu"
NO_NAME: Final = re.compile(r" (?:trực thuộc|truc thuoc|thuộc|thuoc|nằm|nam|đặt|dat)$")
OF_ALL_LEVELS: Final = " cac cap"  # "Mặt trận Tổ quốc [Việt Nam] các cấp"
# no other level has a "Sở"
OF_PROVINCE: Final = re.compile(r"(?P<own>so \w+.*?) (?:tinh|thanh pho|tp)")
CITY_SHORT: Final = re.compile(r"\btp[. ]?hcm$")  # "Công an TPHCM" is the city's
COMPANY: Final = re.compile(r"(?:tong )?cong ty|tap doan|ngan hang|nha may|hop tac xa")
MOST_BESIDE: Final = 4  # words of a heading that are no body's: "các", "và", "thành phố"
NO_WORD: Final = re.compile(r"[\W\d_]+")


def bodies_asked(question: Question) -> tuple[tuple[str, ...], ...]:
    """Return the keys of each organisation the question names; "cơ quan nào" names none."""
    return tuple(
        tuple(body_key(form) for form in spelt_out(NO_NAME.sub("", name)))
        for span, name in find_bodies(_without_papers(question), typed=True)
        if not _asks_which(question, span) and not GENERIC.fullmatch(fold(name))
    )


def _without_papers(question: Question) -> str:
    """Return the text with the numbers of papers blanked: "QĐ-UBND Sở Y tế" names one body."""
    text = question.text
    for mention in question.mentions:
        blank = "," * (mention.span.end - mention.span.start)
        text = text[: mention.span.start] + blank + text[mention.span.end :]
    return text


def _asks_which(question: Question, name: Span) -> bool:
    """Tell whether a name is asked for, not given: "sở nào"; a bare "nao" may be "nạo"."""
    if ASKS_WHICH.match(question.text, name.end):
        return True
    if ASKS_WHAT.match(question.text, name.end):
        return len(name.of(question.text).split()) <= SHORT_NAME
    bare = BARE_WHICH.match(question.text, name.end)
    return bare is not None and not ASKS_ANYTHING.search(question.folded, bare.end())


def names_bodies(asked: Sequence[tuple[str, ...]], shown: Sequence[str]) -> bool:
    """Tell whether the texts ``shown`` name every body ``asked``, in full or abbreviated."""
    if not asked:
        return True
    text = " | ".join(map(_key, shown))
    return all(
        any(_stands_in(form, text) or _part_of_a_name(form, shown) for form in forms)
        for forms in asked
    )


def names_only_bodies(section: Section) -> bool:
    """Tell whether a heading is nothing but the name of one or more bodies."""
    rest, named = section.heading, find_bodies(section.heading)
    for span, _ in reversed(named):
        rest = f"{rest[: span.start]} {rest[span.end :]}"
    return bool(named) and len(NO_WORD.sub(" ", rest).split()) <= MOST_BESIDE


def _part_of_a_name(name: str, shown: Sequence[str]) -> bool:
    """Tell whether a name is the short form of one shown: "Đài truyền thanh huyện".

    Its syllables must stand in that name in their order, the first one first.
    """
    words = name.split()
    loose = COMPANY.match(name) or name.endswith(OF_ALL_LEVELS)
    if loose and any(_in_order(words, _key(text)) for text in shown):
        return True
    for key in (OFFICE.sub("", key) for text in shown for key in _bodies_in(text)):
        rest = iter(key.split())
        if key.split()[:1] == words[:1] and all(word in rest for word in words):
            return True
    return False


def _in_order(words: Sequence[str], text: str) -> bool:
    """Tell whether ``words`` follow each other in ``text``, few others between them."""
    between = rf"(?: \w+){{0,{MOST_BESIDE}}} "
    return re.search(rf"\b{between.join(map(re.escape, words))}\b", text) is not None


@lru_cache(maxsize=8192)
def _bodies_in(text: str) -> tuple[str, ...]:
    return tuple(body_key(name) for _, name in find_bodies(text))


def _stands_in(name: str, text: str) -> bool:
    """Tell whether a name stands in ``text``, not the end of other words: "cán bộ, tài chính"."""
    at = text.find(name)
    while at >= 0:
        if not text[max(at - 4, 0) : at].endswith("can ") or not name.startswith("bo "):
            return True
        at = text.find(name, at + 1)
    return False


@lru_cache(maxsize=8192)
def _key(text: str) -> str:
    return body_key(text)


def spelt_out(name: str) -> tuple[str, ...]:
    """Return ``name`` without an office before it, and with each abbreviation written in full."""
    forms = [CITY_SHORT.sub("thanh pho", OFFICE.sub("", fold(name)))]
    if " cap " in forms[0]:  # "UBND cấp xã" is "UBND xã"
        forms.append(forms[0].replace(" cap ", " "))
    if part := PART_OF_BODY.match(forms[0]):  # "phòng chuyên môn của Chi cục Kiểm lâm"
        forms.append(forms[0][part.end() :])
    if own := OF_PROVINCE.fullmatch(forms[0]):
        forms.append(own["own"])
    if forms[0].startswith("huyen uy"):
        forms.append(forms[0].replace("huyen uy", "cap uy huyen", 1))
    for word in WORD.findall(forms[0]):
        for full in EXPANSIONS.get(word, ()):
            forms.append(re.sub(rf"\b{re.escape(word)}\b", fold(" ".join(full)), forms[0]))
    return tuple(forms)
