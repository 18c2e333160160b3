"""What a question for a list asks for, and whether the opening words of a part announce it.

"Những hình thức nào" is announced by the heading "2. Hình thức", "giấy tờ gì" by "Thành phần hồ sơ
gồm:" and by "chứng minh bằng một trong các tài liệu sau đây:".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from api.evidence import EXPANSIONS
from api.question import is_accented
from api.question_words import FOLDED_STOP_WORDS
from index.restore import syllable_model
from ingest.model import Span
from ingest.text import fold, normalise_tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.question import Question

WHICH: Final = r"(?:nao|gi|j)\b"
_THING: Final = r"(?P<one>[a-z]+)(?: (?P<two>[a-z]+))?"
# "những hình thức nào", "các biện pháp … gì", "mấy loại tài khoản", "liệt kê các dự án"
SEVERAL: Final = re.compile(
    rf"\b(?:nhung|cac|may|bao nhieu|liet ke)(?: (?:loai|nhom|dang|cai))?(?= {_THING})"
)
# "gồm giấy tờ gì", "bằng cách nào"
ONE: Final = re.compile(rf"(?:^| )(?P<one>[a-z]+)(?: (?P<two>[a-z]+))? {WHICH}")
# "hồ sơ … gồm những gì", "nguồn vốn Quyết định 2853"
SUBJECT: Final = re.compile(rf"^(?:cac |nhung )?{_THING}")
MADE_OF: Final = re.compile(
    r"\b(?:gom|co|can)(?: co)?(?: nhung| cac)?(?: (?:giay to|tai lieu|loai))? (?:gi|j|nao)\b"
)
# a question without any of these is a few words that name what is looked for
ASKS: Final = re.compile(
    r"\b(?:nao|gi|j|may|bao|ai|dau|sao|khong|chua|nhu the|the nao|ra sao|khi|co duoc)\b"
)
WORD: Final = 1.0  # likelihood, as a logarithm, from which two syllables are one word
# what stands under another name in papers
ALSO: Final = {
    "giay to": ("hồ sơ", "tài liệu"),
    "cach": ("phương pháp", "hình thức", "phương thức", "cách thức"),
    "cach thuc": ("phương pháp", "hình thức", "phương thức"),
    "nguon": ("nguồn vốn", "nguồn kinh phí", "kinh phí"),
    "viec": ("nhiệm vụ", "công việc", "nội dung"),
    "cong viec": ("nhiệm vụ", "nội dung"),
    "mang": ("nội dung", "lĩnh vực"),
}
# these ask for one value where nothing but their name is typed: "mức trích thu nhập tăng thêm"
VALUES: Final = re.compile(
    r"^(?:gia|muc|ty le|thoi (?:han|gian|diem)|so|tong|chi tieu|han|phi|le phi|dia chi|ngay|nam)\b"
)
ASKING: Final = frozenset(["", "nao", "gi", "j"])
VERBS: Final = frozenset(["gom", "co", "can", "la"])
_NO_THING = """
nguoi bao nhieu liet ke
cai noi luc khi do the nhu ra ngay nao gi j la gom co nhung cac may qd nq kh tt
muc phan chuong dieu khoan diem
"""
NO_THING: Final = frozenset(["", *_NO_THING.split()])


def asks_for_several(folded: str) -> bool:
    """Tell whether things are asked for by more than one: "những hình thức nào", "giấy tờ gì"."""
    if SEVERAL.search(folded):
        return True
    return any(f"{m['one']} {m['two'] or ''}".rstrip() in ALSO for m in ONE.finditer(folded))


def things_asked(question: Question) -> tuple[str, ...]:
    """Return what a question may ask a list of, in one syllable or two, and its other names.

    Each is written as the question is, with its marks or without.
    """
    marked = is_accented(question.text)
    typed = normalise_tone(question.text.lower())
    found = (typed[span.start : span.end] for span in _things(question.folded))
    names = [name for one in found for name in (one, *ALSO.get(fold(one), ()))]
    return tuple(dict.fromkeys(name if marked else fold(name) for name in names))


def _things(folded: str) -> Iterator[Span]:
    opening = [SUBJECT.search(folded)] if asks_for_all_of(folded) else []
    for match in (*SEVERAL.finditer(folded), *filter(None, opening)):
        yield from _named(match, nearest="one")
    for match in ONE.finditer(folded):
        yield from _named(match, nearest="two" if match["two"] else "one")


def _named(found: re.Match[str], nearest: str) -> Iterator[Span]:
    """Yield the word of two syllables that names a thing, or the one nearest to what asks."""
    first, second = found["one"], found["two"] or ""
    if second in VERBS:  # "cấp xã gồm gì"
        return
    whole = first not in FOLDED_STOP_WORDS | NO_THING and second not in FOLDED_STOP_WORDS | ASKING
    if whole and syllable_model().bound(first, second) >= WORD:
        yield Span(found.start("one"), found.end("two"))
    elif found[nearest] not in FOLDED_STOP_WORDS | NO_THING:
        yield Span(*found.span(nearest))


def asks_for_all_of(folded: str) -> bool:
    """Tell whether a question asks what a thing is made of, or is but its name.

    As "hồ sơ gửi lên tỉnh có gì" and "nguồn vốn Quyết định 2853".
    """
    return MADE_OF.search(folded) is not None or is_a_name(folded)


def is_a_name(folded: str) -> bool:
    """Tell whether a question is but the name of a thing, and not of a value."""
    return not ASKS.search(folded) and not VALUES.search(folded)


def announces(opening: str, thing: str) -> bool:
    """Tell whether the opening words of a part name a thing, its syllables side by side."""
    words = normalise_tone(opening.lower())
    bare = thing == fold(thing)
    names = (thing, *(" ".join(full) for full in EXPANSIONS.get(fold(thing), ())))
    return any(_stands(fold(words), fold(n)) if bare else _stands(words, n) for n in names)


def _stands(words: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) is not None


def only_of(heading: str, thing: str) -> bool:
    """Tell whether a heading names a thing and none before it: not "Nội dung và tài liệu"."""
    before = fold(heading).partition(fold(thing))[0]
    return "," not in before and not re.search(r"\bva\b", before)
