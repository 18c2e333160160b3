"""A row of a table as an answer: the cells asked for with their row and columns, and the row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from api.asked_for import asked_number
from api.question import WORD
from api.question_words import FOLDED_STOP_WORDS
from api.table_cells import ASIDE, cells_asked, chooses_none, told
from api.table_ranges import held_by
from api.table_rows import row_at, rows_of
from api.write import Line, Proof, capitalised
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from api.desk import Unit
    from api.question import Question
    from api.table_rows import Row
    from ingest.model import Document, Span


ROW_NEEDED: Final = 0.555  # share of the question that a row must carry
SURELY: Final = 0.715  # the same, from which a word may stand nowhere
SHORT_NAME: Final = 8  # words; a longer name is a task, which is asked for in few of its words


def best_named(question: Question, units: Sequence[Unit]) -> list[Unit]:
    """Return ``units`` without the rows that another row of the table is named better than.

    "Số giường bệnh" is asked of that row: "Giường bệnh cấp huyện" says no more of the question,
    and more besides.
    """
    asked = words_said(question)
    named = {id(u): names for u in units if (names := _names(u))}

    def outdone(unit: Unit) -> bool:
        mine = named.get(id(unit))
        return mine is not None and any(
            other[0] == mine[0] and mine[1] & asked <= other[1] & asked
            and other[1] - asked < mine[1] - asked
            for other in named.values()
        )  # fmt: skip

    return [unit for unit in units if not outdone(unit)]


def may_answer(question: Question, unit: Unit) -> bool:
    """Tell whether a row carries what a row must, of the thing asked of; true for a sentence.

    A row has few words, and shares those of its columns and titles with all rows of its table.
    "Sản lượng sầu riêng" is not told by "Sản lượng" below "Sắn": the question has a word that
    stands nowhere, and the row's short name one that was not asked.
    """
    text = unit.document.text
    row = row_at(text, unit.span)
    if row is None:
        return True
    missing = bool(unit.support.missing)
    if missing and asked_number(question) and chooses_none(question, text, row):
        return False  # the word may name a column that the table lacks
    doubtful = missing and unit.support.share < SURELY
    if not doubtful or held_by(question, text, row).figures:
        return unit.support.share >= ROW_NEEDED
    named = " ".join(fold(span.of(text)) for span in _own_names(text, row))
    words = WORD.findall(ASIDE.sub(" ", named))
    own = {word for word in words if not word[0].isdigit()} - FOLDED_STOP_WORDS
    told = len(words) > SHORT_NAME or own <= words_said(question)
    return told and unit.support.share >= ROW_NEEDED


def _own_names(text: str, row: Row) -> tuple[Span, ...]:
    """Return the name of a row, with that of its group where another row is called the same."""
    name = fold(row.label.of(text))
    alike = (o for o in rows_of(text) if o.head is row.head and fold(o.label.of(text)) == name)
    return (row.label,) if sum(1 for _ in alike) == 1 else (*row.groups[-1:], row.label)


def words_said(question: Question) -> frozenset[str]:
    """Return the folded words of a question, with those that papers write for them."""
    meant = {fold(word) for term in question.terms for words in term.means for word in words}
    return frozenset(meant.union(WORD.findall(question.folded)))


def _names(unit: Unit) -> tuple[tuple[str, int], frozenset[str]] | None:
    """Return the table of a row, by paper and place, and the words that name the row in it."""
    text = unit.document.text
    row = row_at(text, unit.span)
    if row is None:
        return None
    said = " ".join(fold(span.of(text)) for span in (*row.groups[-1:], row.label))
    table = unit.document.info.id, row.head.rows.start
    return table, frozenset(WORD.findall(said)) - FOLDED_STOP_WORDS


def row_lines(question: Question, document: Document, row: Row, span: Span) -> tuple[Line, ...]:
    """Return what the cells asked for say, proved by the row and all that names it, and the row.

    Where it is not sure which cells are meant, the row with the names of its columns, as they
    stand. ``span`` is the row, or as much of it as its passage holds.
    """
    text = document.text
    whole = Line(capitalised(span.of(text)), (Proof(document, span),))
    cells = cells_asked(question, text, row)
    above = tuple(Proof(document, each) for each in _above(row))
    if cells:
        return (Line(capitalised(told(text, row, cells)), (*whole.proofs, *above)), whole)
    named = (Line(proof.span.of(text), (proof,)) for proof in above)
    return (whole, *named)


def _above(row: Row) -> Iterator[Span]:
    """Yield what names a row: the row that heads it, the unit, the names of the columns."""
    yield from row.groups[-1:]
    if row.head.unit:
        yield row.head.unit
    yield row.head.rows
