"""The thing itself of which one is asked for ("doanh nghiệp nào"), and the deed of whoever did it.

A sentence about the matter is no answer where no such thing is spoken of: "doanh nghiệp nào cung
cấp phần mềm" is not told by rules on the software, nor "đơn vị nào trúng thầu" where none won.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from api.evidence import ONE_WORD, says, words_of
from api.shown import shown_with
from api.table_rows import row_at
from index.restore import syllable_model

if TYPE_CHECKING:
    from api.evidence import Words
    from api.question import Question, Term
    from ingest.model import Document, Passage, Span

# "huấn luyện viên nào" asks for such a person
ASKED: Final = re.compile(
    r"\b(?:(?P<person>[a-z]+ [a-z]+ vien)|(?P<thing>[a-z]+ [a-z]+))(?: cu the)? nao\b"
)
# "danh sách thủ tục đất đai bãi bỏ" is of such procedures alone
LIST_OF: Final = re.compile(
    r"^(?:cho xem |xem )?(?:danh sach|danh muc) (?:cac |nhung )?(?P<of>(?:[a-z]+ ){3}[a-z]+)\b"
    r"(?!.*\b(?:ai|khi|bao gio|bao nhieu|truoc ngay|co quan nao|don vi nao)\b)"
)
# what one of many did or does; other deeds are told in other words: "ai lo", "ai giữ vai"
DEED: Final = re.compile(
    r"(?:\b(?:don vi|co quan|to chuc|doanh nghiep|cong ty|nha thau|ca nhan) nao|^ai)"
    r"(?: (?:da|se|dang|duoc))* (?P<deed>trung thau|thi cong|cung cap|lap dat|thiet ke|san xuat"
    r"|van hanh|doat giai|dat giai)\b"
)
OF_A_LIST: Final = 1.5  # likelihood, as a logarithm, from which two syllables name what is listed
# sorts of things that papers speak of without the word: what is given to do is a "nhiệm vụ"
_ANYTHING = """
don vi|co quan|to chuc|ca nhan|dia phuong|bo phan|luc luong|chu the|doi tuong|van ban|tai lieu|
giay to|quyet dinh|nghi quyet|ke hoach|quy dinh|can cu|noi dung|van de|nhiem vu|cong viec|
hoat dong|hinh thuc|phuong thuc|cach thuc|bien phap|giai phap|nguyen tac|quan diem|muc tieu|
chi tieu|muc dich|yeu cau|dieu kien|tieu chi|tieu chuan|truong hop|tinh huong|khia canh|linh vuc|
yeu to|ly do|thoi gian|thoi diem|thoi han|giai doan|thang nam|ngay thang|truoc ngay|truoc khi|
dia diem|dia ban|muc do|trung uong|ngan sach|giao duc|cong cu|phuong tien|y kien|trach nhiem|
quyen loi|che do|chinh sach|nguyen nhan|han che|ket qua|san pham|cap do|khu vuc|vi tri|chuc danh|
chuc vu|co so|phan nao|quoc gia|thanh pho|tinh thanh|dong chi|can bo|lanh dao|nguoi dan|ngon ngu|
mau sac|trinh do|chuyen nganh|nganh nghe|loai hinh|do tuoi|xa hoi|ung dung|nen tang|cong nghe|
thiet bi|nguon luc|dau moi|phuong an|co che|thanh phan|phap luat|hang muc|so lieu|danh hieu|
giai thuong|ngay nghi|buoi hoc
"""
ANYTHING: Final = frozenset("".join(_ANYTHING.split("\n")).split("|"))


def thing_spoken_of(question: Question, document: Document, passage: Passage, span: Span) -> bool:
    """Tell whether the thing and the deed asked for are named in the passage or above it."""
    asked = _asked(question.folded)
    things, deeds = (_strong(question, words) for words in asked)
    if not things and not deeds:
        return True
    row = row_at(document.text, span)
    columns = f"{row.inherited} {row.titled}" if row else ""
    layers = (shown_with(document, passage), words_of(columns))
    return all(any(_whole(words, thing) for words in layers) for thing in things) and all(
        any(_whole(words, deed) or all(says(words, t) for t in deed) for words in layers)
        for deed in deeds
    )


def _strong(question: Question, found: tuple[str, ...]) -> tuple[tuple[Term, ...], ...]:
    """Return the words of the question for each of ``found`` that they carry as they stand."""
    named = []
    for one in found:
        words = one.split()
        runs = zip(*(question.terms[at:] for at in range(len(words))), strict=False)
        named += [r for r in runs if [t.folded for t in r] == words and not any(t.weak for t in r)]
    return tuple(named)


def _whole(words: Words, terms: tuple[Term, ...]) -> bool:
    """Tell whether neighbours stand together among ``words``, or what papers write for them."""
    if all(t.means for t in terms) and all(says(words, t) for t in terms):
        return True
    return all(pair in words.pairs for pair in pairwise(t.folded for t in terms))


@lru_cache(maxsize=512)  # a question is held against hundreds of sentences
def _asked(folded: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the things of which one is asked for, and the deeds of which the doer is."""
    things = [m["person"] or m["thing"] for m in ASKED.finditer(folded)]
    things = [one for one in things if _bound(one) > ONE_WORD]
    if listed := LIST_OF.search(folded):
        pairs = map(" ".join, pairwise(listed["of"].split()))
        things += (pair for pair in pairs if _bound(pair) > OF_A_LIST)
    deeds = [m["deed"] for m in DEED.finditer(folded)]
    return tuple(one for one in things if one not in ANYTHING), tuple(deeds)


def _bound(words: str) -> float:
    """Return how much likelier the first two of ``words`` stand together than apart."""
    return syllable_model().bound(*words.split()[:2])
