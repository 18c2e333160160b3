"""A pack as parts, lines, tables and questions, in the order in which people read them.

Word and HTML draw the same parts, so that both say the same; nothing is worded anywhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from api.pack.model import Question, QuestionKind, Quote, StudyPack

ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
LETTERS: Final = "ABCDEFGH"
ABREAST: Final = ((14, 4), (30, 2))  # characters of the longest option, options on a line
EDITIONS: Final = {"participant": "Bản dành cho học viên", "trainer": "Bản dành cho giảng viên"}
KINDS: Final[dict[QuestionKind, str]] = {
    "choice": "Câu hỏi trắc nghiệm (chọn một phương án đúng)",
    "gap": "Câu hỏi điền vào chỗ trống",
    "statement": "Câu hỏi đúng, sai",
    "open": "Câu hỏi tự luận, thảo luận",
}
VERIFIED: Final = (
    "Nội dung trích trong tài liệu này là nguyên văn, kèm vị trí trong văn bản; toàn bộ tài liệu "
    "đã được đối chiếu với văn bản trước khi xuất. Khi viện dẫn chính thức, sử dụng bản gốc."
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; ``depth`` indents it, ``place`` tells where the words stand."""

    text: str
    place: str = ""
    depth: int = 0
    style: str = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; ``widths`` are shares of the page."""

    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is printed; ``key`` and ``sources`` only for the trainer."""

    number: int
    ask: str
    shown: str
    options: tuple[str, ...]
    answer: str
    key: str
    sources: tuple[tuple[str, str], ...]


Block: TypeAlias = Line | Table | Asked


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered part of the pack."""

    title: str
    blocks: tuple[Block, ...]


def parts(pack: StudyPack) -> tuple[Part, ...]:
    """Return the parts that have something to say, numbered in Roman figures."""
    made = (
        ("THÔNG TIN VỀ VĂN BẢN", _about(pack)),
        ("BỐ CỤC CỦA VĂN BẢN", _outline(pack)),
        ("NỘI DUNG CỐT LÕI", _essentials(pack)),
        ("MỤC TIÊU, CHỈ TIÊU", _goals(pack)),
        ("NHIỆM VỤ THEO CƠ QUAN, TỔ CHỨC", _tasks(pack)),
        ("THỜI HẠN", _deadlines(pack)),
        ("VĂN BẢN LIÊN QUAN", _relations(pack)),
        ("CÂU HỎI ÔN TẬP", tuple(_questions(pack))),
        ("BẢNG ĐÁP ÁN", _keys(pack)),
    )
    kept = [(title, blocks) for title, blocks in made if blocks]
    return tuple(Part(f"{ROMAN[n]}- {title}", blocks) for n, (title, blocks) in enumerate(kept))


def displayed(words: str) -> str:
    """Return words of the document on one line, with a capital first letter."""
    line = " ".join(words.split())
    return line[:1].upper() + line[1:]


def _cut(words: str) -> str:
    """Return the opening words of a part, told to be no more than that."""
    return displayed(words).rstrip(" ,;:") + "…"


def _about(pack: StudyPack) -> tuple[Block, ...]:
    rows = tuple((datum.name, datum.text) for datum in pack.data)
    table = Table(("Mục", "Nội dung"), (32, 68), rows)
    notes = (Line(note, style="note") for note in (VERIFIED, *pack.notes))
    return (table, *notes)


def _outline(pack: StudyPack) -> tuple[Block, ...]:
    return tuple(
        Line(
            displayed(row.quote.text) if row.whole else _cut(row.quote.text),
            place=row.label.split(", ", 1)[0],
            depth=row.depth - 1,
            style="outline",
        )
        for row in pack.outline
    )


def _essentials(pack: StudyPack) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for number, group in enumerate(pack.essentials, start=1):
        blocks.append(Line(f"{number}. {group.name}", style="head"))
        blocks += [Line(displayed(q.text), place=q.label, style="quote") for q in group.quotes]
    return tuple(blocks)


def _filled(table: Table) -> tuple[Table, ...]:
    """Return a table without the columns that no row fills; none where there are no rows."""
    kept = [n for n in range(len(table.columns)) if any(row[n] for row in table.rows)]
    if not kept:
        return ()
    columns = tuple(table.columns[n] for n in kept)
    widths = tuple(table.widths[n] for n in kept)
    rows = tuple(tuple(row[n] for n in kept) for row in table.rows)
    return (Table(columns, widths, rows),)


def _goals(pack: StudyPack) -> tuple[Block, ...]:
    """Return the goals that have a figure, then those that have none."""
    kinds = [("Chỉ tiêu", [row for row in pack.goals if row.figure])]
    kinds.append(("Mục tiêu khác", [row for row in pack.goals if not row.figure]))
    kept = [(name, goals) for name, goals in kinds if goals]
    blocks: list[Block] = []
    for number, (name, goals) in enumerate(kept, start=1):
        blocks += [Line(f"{number}. {name}", style="head")] if len(kept) > 1 else []
        rows = tuple(
            (str(n), displayed(row.measure), row.figure, displayed(row.horizon), row.source.label)
            for n, row in enumerate(goals, start=1)
        )
        columns = ("TT", name, "Mức", "Mốc thời gian", "Vị trí")
        blocks += _filled(Table(columns, (6, 42, 17, 15, 20), rows))
    return tuple(blocks)


def _tasks(pack: StudyPack) -> tuple[Block, ...]:
    """Return the tasks body by body, the bodies in the order in which they first occur.

    Partners have a column of their own where half of the tasks have some.
    """
    beside = 2 * sum(bool(row.partners) for row in pack.tasks) >= len(pack.tasks)
    order = {owner: n for n, owner in reversed(list(enumerate(r.owner for r in pack.tasks)))}
    tasks = sorted(pack.tasks, key=lambda row: order[row.owner])
    rows = tuple(
        (
            str(n),
            displayed("; ".join(row.owner)),
            displayed(row.action) + ("" if beside else _with(row.partners)),
            displayed("; ".join(row.partners)) if beside else "",
            row.source.label,
        )
        for n, row in enumerate(tasks, start=1)
    )
    columns = ("TT", "Cơ quan, tổ chức", "Nhiệm vụ", "Phối hợp", "Vị trí")
    return _filled(Table(columns, (6, 23, 37, 17, 17), rows))


def _with(partners: tuple[str, ...]) -> str:
    return f" (phối hợp: {'; '.join(partners)})" if partners else ""


def _deadlines(pack: StudyPack) -> tuple[Block, ...]:
    rows = tuple(
        (
            str(n),
            displayed(row.what),
            displayed("; ".join(row.owner)),
            displayed(row.due),
            row.source.label,
        )
        for n, row in enumerate(pack.deadlines, start=1)
    )
    columns = ("TT", "Việc phải làm", "Cơ quan, tổ chức", "Thời hạn", "Vị trí")
    return _filled(Table(columns, (6, 39, 22, 16, 17), rows))


def _relations(pack: StudyPack) -> tuple[Block, ...]:
    rows = tuple(
        (
            str(n),
            displayed(row.official),
            displayed(row.title),
            displayed(row.kind),
            "; ".join(dict.fromkeys(quote.label for quote in row.sources)),
        )
        for n, row in enumerate(pack.relations, start=1)
    )
    columns = ("TT", "Văn bản", "Trích yếu", "Quan hệ", "Nơi nêu")
    return _filled(Table(columns, (6, 30, 30, 16, 18), rows))


def numbered(pack: StudyPack) -> Iterator[tuple[int, Question]]:
    """Yield the questions with their numbers, which run through the whole bank."""
    return enumerate(pack.questions, start=1)


def _questions(pack: StudyPack) -> Iterator[Block]:
    for letter, (kind, group) in zip(
        LETTERS, groupby(numbered(pack), key=lambda pair: pair[1].kind), strict=False
    ):
        yield Line(f"{letter}. {KINDS[kind]}", style="head")
        for number, question in group:
            yield _asked(number, question)


def _asked(number: int, question: Question) -> Asked:
    return Asked(
        number=number,
        ask=question.ask,
        shown=displayed(question.text),
        options=tuple(
            f"{letter}. {displayed(option.text)}"
            for letter, option in zip(LETTERS, question.options, strict=False)
        ),
        answer=blank(question),
        key=key_line(question),
        sources=tuple((" ".join(q.text.split()), place_line(q)) for q in question.sources),
    )


def blank(question: Question) -> str:
    """Return where a participant writes the answer."""
    return {"statement": "☐ Đúng        ☐ Sai", "gap": "", "open": "", "choice": ""}[question.kind]


def key_line(question: Question) -> str:
    """Return the key as the trainer reads it; empty where there is none to show."""
    if question.kind == "choice" and question.right is not None:
        return f"{LETTERS[question.right]}. {displayed(question.key)}"
    if question.kind == "open" and question.sources:
        return "Trả lời dựa vào các đoạn sau"
    return question.key


def source_line(quote: Quote) -> str:
    """Return the official place of a quotation, its passage and offsets."""
    return f"{quote.official} (đoạn {quote.passage_id}, ký tự {quote.span.start}–{quote.span.end})"


def place_line(quote: Quote) -> str:
    """Return the place of a quotation within the document that every page of a pack is about."""
    return f"{quote.label} (ký tự {quote.span.start}–{quote.span.end})"


def abreast(options: Sequence[str]) -> int:
    """Return how many options stand on one line: four short ones, two of half a line, or one."""
    longest = max(map(len, options), default=0)
    return next((count for most, count in ABREAST if longest <= most), 1)


def _keys(pack: StudyPack) -> tuple[Block, ...]:
    rows = tuple(
        (str(number), _short_key(question), question.sources[0].label)
        for number, question in numbered(pack)
        if question.kind != "open" and question.key and question.sources
    )
    return (Table(("Câu", "Đáp án", "Vị trí"), (10, 55, 35), rows),) if rows else ()


def _short_key(question: Question) -> str:
    if question.kind == "choice" and question.right is not None:
        return LETTERS[question.right]
    return displayed(question.key)
