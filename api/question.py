"""A question as typed becomes what is asked: which documents, which kind, which words carry it.

Deterministic and explainable: ``Question.understood()`` says in Vietnamese what was taken from
the words, and ``search`` shows it. No document is known here by name.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from api.everyday import said_in
from api.haste import written_out
from api.how_many import ask_how_many
from api.phrases import masked
from api.preface import postscripts, prefaces, purposes
from api.question_words import (
    ABOUT_THE_PAPER,
    COUNTED_PART,
    FOLDED_STOP_WORDS,
    KINDS,
    MATTER_AFTER,
    MATTER_BEFORE,
    PART_IS_WHAT,
    PATH_PART,
    PLACED_UNDER,
    STOP_PHRASES,
    STOP_WORDS,
    WEAK_PHRASES,
    Kind,
)
from index.restore import DOUBTFUL, restorer, syllable_model
from ingest.issued import DATE, read_date
from ingest.levels import as_roman
from ingest.model import Span
from ingest.patterns import lazy
from ingest.references import find_written_numbers
from ingest.text import fold, normalise_tone

if TYPE_CHECKING:
    from datetime import date

    from ingest.references import WrittenNumber

WORD = re.compile(r"[^\W_]+(?:[.,/&-][^\W_]+)*%?")  # "57-NQ/TW", "R&D", "0,7", "30%", "GDP"
DAY = lazy(rf"(?:ngày\s*)?{DATE}", re.IGNORECASE)  # "ngày 12 tháng 6 năm 2018", "20/01/2026"
TECHNOLOGY = re.compile(r"(?<=\s)AI\b")  # "AI" in capitals is not the question word "ai"
NO_KIND = re.compile(rf"{TECHNOLOGY.pattern}|\b[Cc]hi tiêu\b")  # nor is "chi tiêu" a "chỉ tiêu"
MOST_ROMAN = 20  # "khóa 12" is printed "khóa XII"
ROMAN_OF = {str(number): as_roman(number).lower() for number in range(1, MOST_ROMAN + 1)}
# stop words that open words of two syllables: "chỉ" is none in "chỉ đạo"
OPENS_A_WORD = {
    "chỉ": frozenset(["đạo", "tiêu", "số", "huy", "thị", "định", "dẫn", "giới"]),
    "cần": frozenset(["thơ", "kiệm", "cẩu"]), "từ": frozenset(["điển", "thiện", "chức", "vựng"]),
    "không": frozenset(["gian", "khí", "quân"]), "đến": frozenset(["hạn"]),
    "hỏi": frozenset(["đáp"]), "nêu": frozenset(["gương"]), "lên": frozenset(["lớp"]),
    "ngoài": frozenset(["công", "khơi", "trời", "giờ"]),
}  # fmt: skip
POINTS = frozenset("abcdđeghiklmnpqrstuvxy")  # "điểm a"; "danh mục ở", typed "o", is none
YEAR = re.compile(r"(?<![\d/.,-])(?:19|20)\d\d(?![\d/]|[.,]\d)")
A_UNIT = re.compile(  # "mỗi"
    r"\b1 (?=(?:lan|gio|ngay|tuan|thang|quy|nam|nguoi|ho|buoi|tiet|kwh|kg|m[23]|met|lit|tan|ha|km"
    r"|hoc sinh|tre|bien che)\b)"
)
OF_WHICH = re.compile(
    r"\b(?:nao|gi|(?:bao nhieu|may) (?:nhiem vu|muc tieu|chi tieu|noi dung|giai phap))"
    r" (?:cua|trong) $"
)
MONTH_OF = re.compile(r"\d{1,2}/\d{4}")  # "tháng 11/2025": papers write it in many ways
FIGURE = re.compile(r"(?<![\w/.,-])\d+(?:[.,]\d+)*(?:%)?(?![\w/-])")

KIND_NAMES: dict[Kind, str] = {
    "compare": "so sánh", "path": "nội dung tại vị trí", "issued": "ngày ban hành",
    "signer": "người ký", "recipients": "nơi nhận", "issuer": "cơ quan ban hành",
    "symbol": "số, ký hiệu", "title": "trích yếu", "place": "nơi ban hành", "basis": "căn cứ",
    "referring": "văn bản liên quan", "definition": "định nghĩa", "report_to": "nơi nhận báo cáo",
    "partners": "cơ quan phối hợp", "deadline": "thời hạn", "who": "cơ quan thực hiện",
    "count": "số lượng", "list": "danh mục", "goal": "mục tiêu", "task": "nhiệm vụ",
    "general": "nội dung",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question that carries content. ``weak`` words ask for a kind of thing.

    ``accented``: it was typed with its marks, in a question that has its marks, and means itself.
    ``means``: what papers write for it, or for the phrase it is part of, each as its words.
    """

    typed: str
    folded: str
    accented: bool
    weak: bool
    means: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A document named in the question. As ``matter`` it is spoken of, not asked for its text."""

    span: Span
    number: WrittenNumber
    matter: bool


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked. Spans count code points of ``text``, the NFC form of what was typed.

    ``kind`` leads, ``also`` are further kinds its words allow; ``paper`` are the kinds it asks
    for if it turns out to ask about a paper itself ("ngày nào" is then its date of issue).
    ``place`` holds ("khoan", "4") for "khoản 4"; ``days`` are dates written with their year.
    ``slips`` are words put right, as meant and as typed.
    """

    text: str
    folded: str
    kind: Kind
    also: tuple[Kind, ...]
    paper: tuple[Kind, ...]
    mentions: tuple[Mention, ...]
    days: tuple[date, ...]
    years: tuple[int, ...]
    figures: tuple[str, ...]
    place: tuple[tuple[str, str], ...]
    terms: tuple[Term, ...]
    slips: tuple[tuple[str, str], ...] = ()

    def asks(self, *kinds: Kind) -> bool:
        """Tell whether any of ``kinds`` is among what the question asks for."""
        return self.kind in kinds or any(kind in kinds for kind in self.also)

    def understood(self) -> str:
        """Return in one Vietnamese line what was understood, for people to check."""
        parts = [f"hỏi về {KIND_NAMES[self.kind]}"]
        if self.mentions:
            named = ", ".join(m.span.of(self.text) for m in self.mentions)
            parts.append(f"văn bản: {named}")
        if self.years:
            parts.append(f"năm: {', '.join(map(str, self.years))}")
        if self.terms:
            parts.append(f"từ khóa: {' '.join(t.typed for t in self.terms)}")
        return "; ".join(parts)


def understand(typed: str) -> Question:
    """Return what ``typed`` asks for; any text gives a question, none raises."""
    line = " ".join(unicodedata.normalize("NFC", typed).split())
    text = written_out(line)
    folded = fold(text)
    written = find_written_numbers(text)
    mentions = tuple(
        Mention(span, number, matter=_is_matter(folded, span) or _is_of_another(folded, span, at))
        for at, (span, number) in enumerate(written)
    )
    bare = _blank(folded, [mention.span for mention in mentions])
    dated = [Span(*m.span()) for m in DAY.finditer(text) if read_date(m.group())]
    bare = _blank(bare, dated)
    asking = _blank(bare, [Span(*m.span()) for m in NO_KIND.finditer(text)])
    place = tuple(m for m in PATH_PART.finditer(bare) if _labels(text, m))
    kinds = _kinds(asking, has_place=bool(place))
    bare = _blank(bare, [Span(*m.span()) for m in place])
    bare = _blank(bare, [Span(*m.span("count")) for m in COUNTED_PART.finditer(bare)])
    return Question(
        text=text,
        folded=folded,
        kind=kinds[0],
        also=kinds[1:],
        paper=tuple(kind for kind, pattern in ABOUT_THE_PAPER if pattern.search(bare)),
        mentions=mentions,
        days=tuple(day for span in dated if (day := read_date(span.of(text)))),
        years=tuple(dict.fromkeys(int(y) for y in YEAR.findall(bare))),
        figures=_figures(bare),
        place=tuple((m["level"], m["label"]) for m in place),
        terms=(*_terms(text, bare, accented=is_accented(text)), *_purpose(folded)),
    )


def _is_matter(folded: str, named: Span) -> bool:
    """Tell whether a paper is what is asked about, and not where: "được nhắc trong"."""
    before = MATTER_BEFORE.search(folded, 0, named.start)
    return bool(before or MATTER_AFTER.match(folded, named.end))


def _is_of_another(folded: str, named: Span, at: int) -> bool:
    """Tell whether a second paper is what the first is asked about: "những phần nào của NQ 57"."""
    return at > 0 and OF_WHICH.search(folded, 0, named.start) is not None


def _labels(text: str, place: re.Match[str]) -> bool:
    """Tell a label from a word: "mục VI", but not the "vị" of "danh mục vị trí"."""
    typed = text[place.start("label") : place.end("label")]
    if typed.isupper() or typed[0].isdigit() or typed in POINTS:
        return True
    if fold(typed) != typed:
        return False
    read = restorer().in_place(normalise_tone(text.casefold()))
    return read[place.start("label") : place.end("label")] == typed


def _purpose(folded: str) -> tuple[Term, ...]:
    """Return the words under which a purpose or reason stands, where one is asked for."""
    words = [w for asked, under in PLACED_UNDER if asked.search(folded) for w in under]
    return tuple(Term(word, fold(word), accented=False, weak=False) for word in words)


def is_accented(text: str) -> bool:
    """Tell whether ``text`` was typed with its diacritics, so that a word without is meant so."""
    words = [word for word in WORD.findall(normalise_tone(text.casefold())) if word.isalpha()]
    return syllable_model().share_lost(words) <= DOUBTFUL


def _blank(folded: str, spans: list[Span]) -> str:
    """Return ``folded`` with ``spans`` blanked out, every other character in its place."""
    for span in spans:
        folded = folded[: span.start] + " " * (span.end - span.start) + folded[span.end :]
    return folded


def _kinds(bare: str, *, has_place: bool) -> tuple[Kind, ...]:
    found = [kind for kind, pattern in KINDS if pattern.search(bare)]
    if "report_to" in found and "bao cao" in bare:  # "gửi báo cáo … cho ai": no recipients
        found = [kind for kind in found if kind != "recipients"]
    if has_place:
        found.insert(0, "path")
    if "definition" in found[:1] and PART_IS_WHAT.search(bare):
        found = [*found[1:], "definition"] if len(found) > 1 else ["list", "definition"]
    return tuple(found) or ("general",)


def _figures(bare: str) -> tuple[str, ...]:
    bare = A_UNIT.sub("  ", bare)
    numbers = (n for n in FIGURE.findall(bare) if not YEAR.fullmatch(n))
    return tuple(dict.fromkeys(numbers))


def _terms(text: str, bare: str, *, accented: bool) -> tuple[Term, ...]:
    spelt = normalise_tone(text.casefold())
    asking = (Span(at, at + len("may")) for at in ask_how_many(bare))
    bare = _blank(bare, [span for span in asking if span.of(spelt) == span.of(bare)])
    bare = _blank(bare, list(purposes(text)))
    content = masked(bare, spelt, STOP_PHRASES, accented=accented)
    strong = masked(content, spelt, WEAK_PHRASES, accented=accented)
    strong = _blank(strong, [*prefaces(text), *postscripts(text)])
    reading = spelt if accented else restorer().in_place(spelt)
    sayings = tuple(said_in(text, content, reading))
    found = []
    for match in WORD.finditer(content):
        typed = spelt[match.start() : match.end()]
        folded = match.group()
        marked = accented or typed != folded
        read = reading[match.start() : match.end()]
        stop = typed in STOP_WORDS if marked else _stops(folded, read)
        named = TECHNOLOGY.match(text, match.start())
        if stop and typed in OPENS_A_WORD:
            after = WORD.match(spelt, match.end() + 1)
            stop = after is None or after.group() not in OPENS_A_WORD[typed]
        if (named or not stop) and not YEAR.fullmatch(folded):
            told = strong[match.start()] == " " or MONTH_OF.fullmatch(folded) is not None
            weak = told or (not marked and read in STOP_WORDS)
            own = Span(*match.span())
            means = tuple(w for at, written in sayings if at.holds(own) for w in written)
            means = means or (((ROMAN_OF[folded],),) if folded in ROMAN_OF else ())
            found.append(Term(typed, folded, accented and typed != folded, weak, means))
    return tuple(found)


def _stops(folded: str, read: str) -> bool:
    """Tell whether a word typed without marks carries nothing: "roi" for "rồi", not for "rơi"."""
    return folded in FOLDED_STOP_WORDS and (read == folded or read in STOP_WORDS)


def content_terms(text: str) -> tuple[Term, ...]:
    """Return the words of any text that carry content, as those of a question.

    A text is no talk: none of its words stands for another.
    """
    line = " ".join(unicodedata.normalize("NFC", text).split())
    return tuple(replace(term, means=()) for term in _terms(line, fold(line), accented=True))
