"""What kind of thing a question asks for, and whether a stretch of text states one.

"Trước ngày nào" wants a date, "bao lâu" a length of time, "bao nhiêu đảng viên" a number of
party members, "kinh phí … bao nhiêu" money. A sentence that speaks of the matter but holds no
such thing does not answer. Dates and numbers inside the name of another document never count:
"Quyết định số 2437/QĐ-TTg ngày 04/11/2025" says when that decision was made, and nothing else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from api.asked_cost import asks_cost, costs_named
from api.asked_time import HOW_LONG, NUMBER, moment_asked, states_time
from api.counted import count_of, quantities_only, share_of
from api.evidence import ONE_WORD, Layer, support, words_of
from api.how_many import ask_how_many
from api.implied import implied_figure
from api.named_bodies import OFFICE
from api.question import WORD
from api.table_roles import of_roles
from api.table_rows import row_at
from index.restore import syllable_model
from ingest.bodies import body_key, find_bodies
from ingest.text import fold, normalise_tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from api.question import Question
    from api.question_words import Kind
    from ingest.model import Document, Span

NUMBER_OF_A_PAPER: Final = re.compile(r"(?<!kinh te )(?<!doi )(?<!chinh phu )\bso $")
CELL: Final = re.compile(r"\| ?[<>≤≥=~]{0,2} ?\d")  # a figure that opens a cell of a row
# "bao nhiêu", "mấy" and the word after it: what is counted
ASKED_NUMBER: Final = re.compile(
    r"\b(?:bao nhieu|may)\b(?! gio\b)(?: (?P<of>%|phan tram|[a-z]+)(?: (?P<more>[a-z]+))?)?"
)
_NO_NOUN = """
la den cho o trong thi va moi mot vay a the nhi so cua tren duoc tu phan muc thu vao duoi len
ra de theo voi bi co nua cai
"""
NO_NOUN: Final = frozenset(_NO_NOUN.split())
# "đài tỉnh với mấy đài huyện … ngày nào": some, where something else is asked
SOME: Final = re.compile(r"\b(?:voi|va|cung|(?<!tat )ca|cua|nhu|bon|tui) $")
WHICH: Final = re.compile(r"\b(?:nao|gi|ai|bao (?:gio|lau|nhieu))\b")
# "cấp mấy", "loại mấy": what is told apart by a number or a Roman numeral behind it
GRADE_ASKED: Final = re.compile(
    r"\b(?P<grade>cap|loai|hang|nhom|khu vuc|vung|bac|khoa|lan thu|buoc|mau|top) may\b"
)
# what papers write for it: "tốp mấy Đông Nam Á" is told by "nhóm 3 nước dẫn đầu"
GRADES: Final = {"top": "(?:top|nhom|hang|thu)"}
AMOUNT_ASKED: Final = re.compile(
    r"\b(?:tong|muc) (?:\w+ )?(?:kinh phi|von|chi phi|du toan|chi|phat|vay|thuong)"
    r"(?: (?:la|thuc hien|dau tu))?\s*[?.]*$"
)
SUM_ASKED: Final = re.compile(
    r"\b(?:muc|so) (?:tien|kinh phi|chi(?! tieu)|thuong|phat|ho tro|vay|luong)\b"
)
MONEY: Final = re.compile(
    r"\d[\d.,]*(?: ?\([^)]*\))? ?(?:ty|ti|trieu|nghin|ngan|dong)\b|\d ?%|\bmuc luong\b"
)
CURRENCY: Final = re.compile(
    r"\d[\d.,]*(?: ?\([^)]*\))? ?(?:ty|ti|trieu|nghin|ngan|dong)\b"
    r"|(?:\b[a-z]+|-) (?:ty|ti|trieu|nghin|ngan) dong\b"  # "hai mươi triệu đồng"
)
IN_DONG: Final = re.compile(r"(?:triệu|nghìn|ngàn|tỷ|tỉ) đồng|\(đồng\)|\bđồng/|: ?đồng\b|vnđ")
SHARE: Final = re.compile(r"\d ?%|phan tram")
SHARE_CELL: Final = re.compile(r"\| ?% ?\|[^|]*\d")  # the unit stands in a cell of its own
MONEY_UNITS: Final = frozenset(["tien", "ti", "ty", "trieu", "dong", "nghin", "kinh"])
SORTS: Final = frozenset(["sở", "bộ", "ban", "phòng", "vụ", "cục", "đảng ủy", "báo", "đài"])
SORT_ASKED: Final = re.compile(rf"(?<!can )(?<!noi )\b(?P<sort>{'|'.join(map(fold, SORTS))}) nao\b")
NO_MINISTRY: Final = frozenset(["bo chinh tri"])  # "bộ nào" asks for a ministry
# who signed, and under what number: a sentence that says neither is no answer
SAYS_SO: Final[dict[Kind, re.Pattern[str]]] = {
    "signer": re.compile(r"\b[Kk]ý\b|\bK[TÝ]\b"),
    "symbol": re.compile(r"\d+[-/]\w*[A-ZĐ]"),
}
# "mã số nào", "mã thủ tục là gì": "1.014436.H13"
CODE_ASKED: Final = re.compile(r"\bma (?:so|thu tuc|tthc|ho so|dinh danh|nganh)\b(?! thue)")
CODE_SAID: Final = re.compile(r"(?<![\w.])\d+\.\d{3,}(?:\.\w+)*|\b[A-ZĐ]+\d{2,}\b")
OF_A_PAPER: Final = frozenset(["basis", "referring"])
SPELT: Final = {fold(word): word for word in
                ("một", "hai", "ba", "bốn", "bảy", "tám", "chín", "mười")}  # fmt: skip
NAMED_NEEDED: Final = 0.2  # share of what is asked that the sentence of a figure must name


def asks_for_certain(question: Question) -> bool:
    """Tell whether the question asks for a time, a body or a number, and not just what is said."""
    timed_or_named = question.asks("deadline", "who", "partners", "report_to")
    return timed_or_named or asked_number(question) is not None


def states_what_is_asked(question: Question, document: Document, span: Span) -> bool:
    """Tell whether the words at ``span`` hold a time, a body or a number where one is asked.

    Where money is asked about, by whatever word, the passage names that kind of money.
    """
    if _asks_a_sum(question) and not costs_named(question, document, span):
        return False
    if question.kind in OF_A_PAPER:  # the date asked for is that of a document referred to
        return True
    if question.asks("deadline") and not question.asks("who", "partners", "report_to"):
        return states_time(question, document, span)
    coded = CODE_SAID if CODE_ASKED.search(question.folded) else None
    if said := SAYS_SO.get(question.kind, coded):
        return said.search(span.of(document.text)) is not None
    if question.asks("who", "partners", "report_to"):
        return _names_doers(question, document, span)
    return states_number(question, document, span)


def money_named(question: Question, document: Document, span: Span) -> bool:
    """Tell whether the money whose amount is asked is named in the passage of ``span``.

    True where none is, as where conditions are asked: "muốn được hỗ trợ tiền học phải …".
    """
    return SUM_ASKED.search(question.folded) is None or costs_named(question, document, span)


def _asks_a_sum(question: Question) -> bool:
    """Tell whether money is asked about, and not a day, or how many of something else."""
    if not asks_cost(question) or (question.asks("deadline") and moment_asked(question)):
        return False
    asked = asked_number(question)
    noun = asked["of"] if asked else None
    return noun is None or noun in NO_NOUN | MONEY_UNITS


def _names_doers(question: Question, document: Document, span: Span) -> bool:
    """Tell whether a body is named, or stands in the cell of a row that says who does it."""
    row = row_at(document.text, span)
    kinds = (question.kind, *question.also)
    if row and (cells := of_roles(kinds, document.text, row)):
        return of_the_sort_asked(question, [cell.of(document.text) for cell in cells])
    names = [name for _, name in find_bodies(span.of(document.text))]
    if question.kind == "partners":  # no body works with itself
        own = {body_key(name) for _, name in find_bodies(question.text, typed=True)}
        names = [n for n in names if fold(n) not in question.folded and body_key(n) not in own]
    return bool(names) and of_the_sort_asked(question, names)


def of_the_sort_asked(question: Question, names: Iterable[str]) -> bool:
    """Tell whether any body is of the sort asked for: "sở nào" asks for a "Sở"."""
    asked = SORT_ASKED.search(question.folded)
    typed = asked and normalise_tone(question.text[asked.start("sort") : asked.end("sort")].lower())
    if asked is None or (typed != asked["sort"] and typed not in SORTS):
        return True
    of = "dang uy " if question.folded[: asked.start()].endswith("dang uy ") else ""
    sort = f"{of}{asked['sort']} "
    plain = (OFFICE.sub("", fold(name)) for name in names)  # "Giám đốc Sở Y tế" is of the Sở
    return any(name.startswith(sort) and name not in NO_MINISTRY for name in plain)


def asked_number(question: Question) -> re.Match[str] | None:
    """Return the words that ask how much or how many; "máy", and "may" of luck, ask nothing.

    "Tổng kinh phí?" and "lệ phí cấp thẻ" ask how much without a word for it.
    """
    if AMOUNT_ASKED.search(question.folded):
        return ASKED_NUMBER.match("bao nhieu tien")
    if implied_figure(question.folded):
        return ASKED_NUMBER.match("bao nhieu")
    for found in ASKED_NUMBER.finditer(question.folded):
        if SOME.search(question.folded, 0, found.start()) and WHICH.search(question.folded):
            continue
        typed = question.text[found.start() : found.start() + 3].lower()
        if typed in {"bao", "mấy"}:
            return found
        if typed == "may" and found.start() in ask_how_many(question.folded):
            return found
    return None


def states_number(question: Question, document: Document, span: Span) -> bool:
    """Tell whether a number of what is asked stands at ``span``; true where none is asked."""
    asked = asked_number(question)
    if asked is None:
        return True
    number_of_a_paper = NUMBER_OF_A_PAPER.search(question.folded, 0, asked.start())
    if number_of_a_paper:  # "số mấy"
        return bool(NUMBER.search(span.of(document.text)))
    if grade := GRADE_ASKED.search(question.folded):
        return _states_grade(grade["grade"], span.of(document.text))
    return _states_amount(question, asked, document, span)


def names_what_is_counted(question: Question, words: str) -> bool:
    """Tell whether ``words`` name what is asked, and not only the unit it is counted in.

    "Chi cho nghiên cứu đạt bao nhiêu % GDP" is not told by "kinh tế số đạt 50% GDP".
    """
    asked = asked_number(question)
    unit = {*str(asked["of"]).split(), asked["more"]} if asked else set()
    named = [t for t in question.terms if not t.weak and t.folded not in unit]
    if asked is None or not named or HOW_LONG.search(question.folded):
        return True
    return support(named, (Layer(words_of(words), 1.0),)).share >= NAMED_NEEDED


def _states_grade(grade: str, text: str) -> bool:
    said = GRADES.get(grade, grade)
    return re.search(rf"\b{said} (?:so )?(?:\d+|[ivx]+|dac biet)\b", fold(text)) is not None


def _states_amount(
    question: Question, asked: re.Match[str], document: Document, span: Span
) -> bool:
    """Tell whether a number of what is counted, or of money or shares, stands at ``span``."""
    spelt = SPELT | _noun_spelt(question, asked)
    words = " ".join(quantities_only(document, span).split())
    folded = fold(WORD.sub(lambda word: _no_homograph(word[0], spelt), words))
    ranked = question.folded[: asked.start()].endswith("thu ")  # "đứng thứ mấy Đông Nam Á"
    noun = None if ranked or asked["of"] in NO_NOUN else _counted(asked)
    if noun and _counts_rows(document, span, noun):
        return count_of(folded, noun)
    counted = noun or ("dong" if asks_cost(question) else None)
    if counted and CELL.search(folded) and _in_a_column(document, span, counted):
        return True
    if noun in MONEY_UNITS or (noun is None and asks_cost(question)):
        money = CURRENCY if noun else MONEY
        return bool(money.search(folded)) and costs_named(question, document, span)
    if noun in {"%", "phan tram"}:
        in_column = CELL.search(folded) and _in_a_column(document, span, "%")
        return bool(SHARE.search(folded) or SHARE_CELL.search(folded) or in_column)
    if noun is None and NUMBER.search(folded):
        return True
    nouns = (noun or "lan", *_meant(question, asked["of"]))
    return any(count_of(folded, one) or share_of(folded, one) for one in nouns)


def _meant(question: Question, noun: str | None) -> Iterator[str]:
    """Yield what papers write for an everyday noun that is counted: "hãng", "doanh nghiệp"."""
    for term in question.terms:
        if term.folded == noun:
            yield from (fold(" ".join(words)) for words in term.means)


def _noun_spelt(question: Question, asked: re.Match[str]) -> dict[str, str]:
    """Return the counted word, folded and as it was typed with its marks: "hộ" is no "hồ sơ"."""
    found = question.text[slice(*asked.span("of"))] if asked["of"] else ""
    typed = normalise_tone(found.lower())
    return {fold(typed): typed} if typed != fold(typed) else {}


def _no_homograph(word: str, spelt: Mapping[str, str]) -> str:
    """Return a word, blanked where it looks like one of ``spelt`` only without its marks.

    "Xâm hại" holds no "hai".
    """
    plain, written = fold(word), normalise_tone(word.lower())
    return "-" * len(plain) if spelt.get(plain, written) != written else word


def _counts_rows(document: Document, span: Span, noun: str) -> bool:
    """Tell whether what is counted is the rows: "mấy cấp" of rows below "Cấp cháy"."""
    row = row_at(document.text, span)
    at = row.cells.index(row.label) if row and row.label in row.cells else 0
    names = row.columns[at] if row and at < len(row.columns) else ()
    return any(f" {noun} " in f" {fold(name.of(document.text))} " for name in names)


def _in_a_column(document: Document, span: Span, noun: str) -> bool:
    """Tell whether the row at ``span`` or its columns' names name what is counted."""
    row = row_at(document.text, span)
    named = f"{row.inherited} {span.of(document.text)}" if row else ""
    if noun in MONEY_UNITS:  # "tỷ lệ" is no money, nor is "cộng đồng"
        return IN_DONG.search(named.lower()) is not None
    if noun in {"%", "phan tram"}:
        return "%" in named
    return re.search(rf"(?<!\w){re.escape(noun)}(?!\w)", fold(named)) is not None


def _counted(asked: re.Match[str]) -> str | None:
    """Return the word that is counted, whole where it has two syllables: "thành viên"."""
    noun, more = asked["of"], asked["more"]
    two = noun and noun != "%" and more and more not in NO_NOUN
    if two and syllable_model().bound(noun, more) > ONE_WORD:
        return f"{noun} {more}"
    return noun
