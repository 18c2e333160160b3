"""A law asked about by its name: "Luật Dữ liệu cấm những gì" asks for a text of its own.

Laws are named, not numbered. Where no document held is that law, what others say of its matter is
no answer to what it lays down.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from api.model import Choice
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from api.question import Question
    from ingest.model import Document, DocumentInfo

# "Luật Dữ liệu", "Bộ luật Lao động": the name begins with a capital and runs to a word that asks
LAW: Final = re.compile(
    r"(?<!\w)(?P<law>(?:Bộ )?[Ll]uật|Pháp lệnh) (?P<name>[A-ZÀ-ỸĐ][\w]*"
    r"(?:[ ,]+(?!(?:quy|cấm|cho|có|nêu|nói|đặt|yêu|giao|phạt|xử|bắt|thì|là|gồm|do|ai|được|phải"
    r"|của|về|sửa|ban|hiệu|trước|sau|khi|năm|từ|thay|hết|bổ)\b)[^\W\d_]+){0,8})"
)
# the same in lower case, on folded text: "luat du lieu cam gi"; a "luật sư" is a person
TYPED_LAW: Final = re.compile(
    r"(?:theo )?(?P<law>(?:bo )?luat (?!(?:su|phap|gia|le|nao|gi|nay|moi)\b)[a-z]+"
    r"(?:[ ,]+(?!(?:quy|cam|cho|co|neu|noi|dat|yeu|giao|phat|xu|bat|thi|la|gom|do|ai|duoc|phai|cua"
    r"|ve|dieu|khoan|sua|ban|hieu|truoc|sau|khi|nam|thay|het)\b)[a-z]+){0,9})"
)
# a law opens the question, or a place in it does; else a paper is asked what it says of the law
OPENS: Final = re.compile(r"\W*(?:theo )?(?:(?:dieu|khoan|diem|muc|chuong) \w{1,4}(?: cua)? )*")

TYPES: Final = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})  # are called by their names


def laws_missing(question: Question, held: Iterable[DocumentInfo]) -> tuple[str, ...]:
    """Return the laws whose own text is asked for and that no document of ``held`` is.

    None, where papers are named by their number: these are asked.
    """
    asked = () if question.mentions else tuple(_asked(question))
    names = [fold(f"{i.type} {i.title}") for i in held if i.type in TYPES] if asked else []
    return tuple(law for law in asked if not any(name.startswith(fold(law)) for name in names))


def names_law(law: str, text: str) -> bool:
    """Tell whether ``text`` names a law, with or without its number."""
    return re.search(rf"\b{re.escape(fold(law))}\b", fold(" ".join(text.split()))) is not None


def referred_law(law: str, documents: Iterable[Document]) -> Choice:
    """Return a law as ``documents`` that name it do: "Luật Thư viện số 46/2019/QH14".

    Without a number, where none of them gives it.
    """
    opening = f"{fold(law)} so "
    for document in documents:
        for found in document.references:
            written = found.span.of(document.text)
            if fold(written).startswith(opening):
                name = written[: len(law)]
                return Choice(
                    found.symbol, found.symbol, found.type, name, found.issuer, found.issued,
                    held=False,
                )  # fmt: skip
    name = law[:1].upper() + law[1:]
    return Choice(name, None, "Luật", name, None, None, held=False)


def _asked(question: Question) -> Iterator[str]:
    typed = TYPED_LAW.match(question.folded)
    if typed and question.text[1:].islower():  # a phone makes the first letter a capital
        yield question.text[typed.start("law") : typed.end()]
    for found in LAW.finditer(question.text):
        if OPENS.fullmatch(question.folded, 0, found.start()):
            yield " ".join(found.group().rstrip(" ,").split())
