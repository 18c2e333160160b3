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
    r"|của|về|sửa|ban|hiệu|trước|sau|khi|năm|từ|thay|hết|bổ|bỏ|làm|định nghĩa|giải thích)\b)"
    r"[^\W\d_]+){0,8})"
)
# the same in lower case, on folded text: "luat du lieu cam gi"; a "luật sư" is a person
TYPED_LAW: Final = re.compile(
    r"(?:theo )?(?P<law>(?:bo )?luat (?!(?:su|phap|gia|le|nao|gi|nay|moi)\b)[a-z]+"
    r"(?:[ ,]+(?!(?:quy|cam|cho|co|neu|noi|dat|yeu|giao|phat|xu|bat|thi|la|gom|do|ai|duoc|phai|cua"
    r"|ve|dieu|khoan|sua|ban|hieu|truoc|sau|khi|nam|thay|het|dinh nghia|giai thich)\b)"
    r"[a-z]+){0,9})"
)
# a law opens the question, or a place in it does; else a paper is asked what it says of the law
OPENS: Final = re.compile(r"\W*(?:theo )?(?:(?:dieu|khoan|diem|muc|chuong) \w{1,4}(?: cua)? )*")

AND: Final = re.compile(r"\W*(?:và|với|,)\s*", re.IGNORECASE)
TYPES: Final = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})  # are called by their names
SURELY: Final = 5  # words, with the sort, by which a longer name is surely meant


def laws_asked(
    question: Question, held: Iterable[DocumentInfo]
) -> tuple[tuple[str, tuple[DocumentInfo, ...]], ...]:
    """Return the laws whose own text is asked for, each with the documents of ``held`` that it is.

    None, where papers are named by their number: these are asked.
    """
    if question.mentions:
        return ()
    laws = tuple(info for info in held if info.type in TYPES)
    return tuple(_asked(question, laws))


def _words(info: DocumentInfo) -> list[str]:
    return re.findall(r"\w+", fold(f"{info.type} {info.title}"))


def _meant(law: str, laws: Iterable[DocumentInfo]) -> tuple[int, tuple[DocumentInfo, ...]]:
    """Return how many words of ``law`` name laws that are held, and these laws.

    The name may be whole, with words of the question behind it, or cut short.
    """
    asked = re.findall(r"\w+", fold(law))
    found = []
    for info in laws:
        name = _words(info)
        same = next((n for n, (a, b) in enumerate(zip(asked, name, strict=False)) if a != b), None)
        same = min(len(asked), len(name)) if same is None else same
        if same in {len(name), len(asked)} or same >= SURELY:
            found.append((same, info))
    most = max((same for same, _ in found), default=0)
    return most, tuple(info for same, info in found if same == most)


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


def _asked(
    question: Question, laws: tuple[DocumentInfo, ...]
) -> Iterator[tuple[str, tuple[DocumentInfo, ...]]]:
    typed = TYPED_LAW.match(question.folded)
    if typed and question.text[1:].islower():  # a phone makes the first letter a capital
        law = question.text[typed.start("law") : typed.end()]
        yield law, _meant(law, laws)[1]
    at = end = 0
    while found := LAW.search(question.text, at):
        law = " ".join(found.group().rstrip(" ,").split())
        named, infos = _meant(law, laws)
        opens = OPENS.fullmatch(question.folded, 0, found.start())
        if not opens and not (end and AND.fullmatch(question.text, end, found.start())):
            return
        yield law, infos
        words = list(re.finditer(r"\w+", found.group()))
        at = end = found.start() + words[named - 1].end() if infos else found.end()
