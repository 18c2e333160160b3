"""Sentences that state nothing by themselves: forms, closings, what a paper rests on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from api.question import WORD
from ingest.text import fold

if TYPE_CHECKING:
    from api.question import Question

FEWEST_WORDS: Final = 3
TO_FILL_IN: Final = re.compile(r"…{2,}|\.{4,}|_{4,}")  # "Tôi là: ……": a form states nothing
# "Trên đây là Kế hoạch …", "(Kèm theo Quyết định …)": repeats the title
CLOSES: Final = re.compile(r"\s*(?:Trên đây là\b|\(?(?:Ban hành )?[Kk]èm theo\b)")
BASIS: Final = re.compile(r"\s*(?:Căn cứ|Theo đề nghị|Xét đề nghị)\b")
# "Nghị định này quy định chi tiết về điều kiện …": says what the paper is about, not what it says
SCOPE: Final = re.compile(
    r"\W*(?:nghi dinh|thong tu|quyet dinh|nghi quyet|quy dinh|quy che|luat|phap lenh|ke hoach"
    r"|huong dan)(?: lien tich)? nay (?:quy dinh|huong dan)\b"
)
SCOPE_ASKED: Final = re.compile(
    r"\b(?:pham vi|doi tuong|dieu chinh|muc dich|nham|chi tiet|co so|can cu)\b"
    r"|\bve (?:viec |van de |noi dung )?(?:nhung )?gi\b|\bap dung (?:cho|doi voi|voi)\b"
    r"|\b(?:nhung|cac) (?:\w+ ){1,4}nao\b"
    r"|\b(?:quy dinh|huong dan|noi) (?:nhung )?(?:gi|dieu|khoan)\b|\b(?:dieu|khoan|luat) nao\b"
)
# "dự thảo gửi kèm công văn nêu gì" is not told by the letter that sends it
ENCLOSED_ASKED: Final = re.compile(
    r"\b(?:du thao|bao cao|to trinh|tai lieu|de an)\b.*\bkem\b.*"
    r"\b(?:neu|de xuat|danh gia|nhan dinh|chi ra|kien nghi|dua ra|xac dinh)\b.*\b(?:gi|nao|sao)\b"
    r"|\b(?:y kien|gop y|nhan xet) (?:nhung )?gi\b.*\bdu thao\b"
)
SENDS: Final = re.compile(
    r"\bkem theo\b|\b(?:gui|dinh) kem\b|\b(?:cho|xin|gop|tham gia) y kien\b|\bgop y\b"
)
# "ban hành Kế hoạch … với các nội dung cụ thể như sau:" repeats the title, and lists all headings
OPENS: Final = re.compile(
    r"\bvoi (?:cac |nhung |mot so )?noi dung(?: \w+){0,3} (?:nhu sau|sau day)\W*$"
)
PAPER_ASKED: Final = re.compile(
    r"\b(?:can cu|co so)\b|\b(?:van ban|quyet dinh|nghi quyet|nghi dinh|huong dan|ke hoach|chi thi"
    r"|chuong trinh|luat|ket luan|to trinh|cong van)(?: \w+){0,2} (?:nao|gi|may|bao nhieu)\b"
)


def says_something(text: str) -> bool:
    """Tell whether a line has words enough to say anything: a cell "x" and "Cà phê" do not."""
    words = [found for found in WORD.finditer(text) if found.group().isalpha()]
    filled = not TO_FILL_IN.search(text)
    return len(words) >= FEWEST_WORDS and filled and not CLOSES.match(text)


def only_basis(question: Question, text: str) -> bool:
    """Tell whether a line only says what the paper rests on, or who proposed it, unless asked."""
    found = BASIS.match(text)
    return (
        found is not None
        and not question.asks("basis")
        and not ("đề nghị" in found[0] and "de nghi" in question.folded)
    )


def only_sends(question: Question, text: str) -> bool:
    """Tell whether a sentence only sends a paper on, where it is asked what that paper says."""
    return bool(ENCLOSED_ASKED.search(question.folded)) and SENDS.search(fold(text)) is not None


def only_names_papers(question: Question, text: str) -> bool:
    """Tell whether a sentence only says what a paper is about, or sends it, where more is asked."""
    return only_says_scope(question, text) or only_sends(question, text)


def only_says_scope(question: Question, text: str) -> bool:
    """Tell whether a sentence only says what its paper is about, where more is asked."""
    return bool(SCOPE.match(fold(text[:80]))) and not SCOPE_ASKED.search(question.folded)


def only_opens(question: Question, text: str) -> bool:
    """Tell whether a sentence only opens a paper, where no paper that it rests on is asked for."""
    return bool(OPENS.search(fold(text))) and not PAPER_ASKED.search(question.folded)
