"""Which cells of a row a question asks for, and what is said of them: row, column and figure.

"Diện tích cà phê năm 2028" asks for the cell under "Năm 2028" of the row "Diện tích" below
"Cà phê". A column is meant by its year, by the unit asked for ("bao nhiêu tấn"), by the role asked
for ("ai chủ trì") or by those words of its name that its neighbours lack. Where none is, and the
row has few, each is told with its name; else nothing is, and the row is shown as it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from api.asked_for import CODE_ASKED, CODE_SAID, asked_number
from api.evidence import words_of
from api.question import YEAR
from api.table_columns import FIGURE
from api.table_roles import of_roles
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from api.question import Question
    from api.table_rows import Row
    from ingest.model import Span

UNIT_NAME: Final = re.compile(r"(?:don vi(?: tinh)?|dvt)")
NOTE_NAME: Final = re.compile(r"(?:ghi chu|s?tt|so tt)\b.*")
ASIDE: Final = re.compile(r"\([^)]*\)?")
LEFT_OUT: Final = re.compile(r"\b(?:khong (?:thuoc|phai(?: la)?|o|nam trong)|ngoai|tru) ")
MOST_TOLD: Final = 3  # cells that are told where no words choose between them
IN_NAME: Final = re.compile(r"%|\((?:[a-z]+ )*(?:dong|ha|tan|usd|con|mau|nguoi)\b")
MOST_CHOSEN: Final = 4
PARTLY: Final = 0.3  # share of a column's own words from which one column alone may be meant
EMPTY: Final = frozenset(["", "-", "–", "x", "X"])


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is asked for, its words, and the names above it, the outer first."""

    span: Span
    words: str
    names: tuple[Span, ...]


def cells_asked(question: Question, text: str, row: Row) -> tuple[Cell, ...]:
    """Return the cells of a row that the question asks for, () where it does not say which."""
    cells = _told(question, text, row)
    named = [cell for cell in cells if cell.names]
    roles = of_roles((question.kind, *question.also), text, row)
    if roles:
        return tuple(cell for cell in named if cell.span in roles)
    if CODE_ASKED.search(question.folded):
        return tuple(cell for cell in named if CODE_SAID.fullmatch(cell.words))
    if not named:
        return tuple(cells) if len(cells) == 1 else ()
    dated = [c for c in named if _years(text, c) & set(map(str, question.years))]
    if any(_years(text, c) for c in named) and question.years and not dated:
        return ()
    chosen = _by_unit(question, text, dated or named)
    chosen = _by_words(question, text, chosen) or chosen
    return tuple(chosen) if len(chosen) <= max(MOST_TOLD, 2 * len(question.years)) else ()


def chooses_none(question: Question, text: str, row: Row) -> bool:
    """Tell whether the question chooses no column of several: "đại học" names none of schools."""
    named = [cell for cell in _told(question, text, row) if cell.names]
    cells = cells_asked(question, text, row)
    return len(named) > 1 and len(cells) in {0, len(named)}


def _told(question: Question, text: str, row: Row) -> list[Cell]:
    """Return the cells that may be asked for: figures where a number is, else all but the label."""
    found = []
    for at, span in enumerate(row.cells):
        names = row.columns[at] if at < len(row.columns) else ()
        cell = Cell(span, span.of(text), names)
        called = _name(text, cell)
        aside = NOTE_NAME.fullmatch(called) or UNIT_NAME.fullmatch(called)
        if span != row.label and cell.words not in EMPTY and not aside:
            found.append(cell)
    if asked_number(question) is not None and not CODE_ASKED.search(question.folded):
        if not row.columns:
            found = [c for c in found if c.span.start > row.label.start]
        return [cell for cell in found if FIGURE.fullmatch(cell.words)] or found
    return [cell for cell in found if cell.names]


def _name(text: str, cell: Cell) -> str:
    return " ".join(fold(name.of(text)) for name in cell.names)


def _years(text: str, cell: Cell) -> set[str]:
    """Return the years a column is of; a range of years over them is of none."""
    inner = cell.names[-1].of(text) if cell.names else ""
    own = YEAR.findall(inner) or [y for name in cell.names for y in YEAR.findall(name.of(text))]
    return set(own) if len(set(own)) == 1 else set()


def _by_unit(question: Question, text: str, cells: Sequence[Cell]) -> list[Cell]:
    """Keep the columns whose names hold the unit asked for, where not all of them do."""
    asked = asked_number(question)
    unit = {str(asked["of"]), str(asked["more"])} if asked else set()
    said = [c for c in cells if unit & words_of(" ".join(ASIDE.findall(_name(text, c)))).folded]
    return said or list(cells)


def _by_words(question: Question, text: str, cells: Sequence[Cell]) -> list[Cell]:
    """Return the columns that words of the question mean: all the words of a name, or most."""
    typed = words_of(question.text).folded | {
        fold(word) for t in question.terms for written in t.means for word in written
    }
    names = [words_of(ASIDE.sub(" ", _name(text, c))).folded for c in cells]
    shared = frozenset.intersection(*names) if names else frozenset()
    own = [name - shared for name in names]
    said = [words & typed for words in own]
    full = [at for at, words in enumerate(own) if words and words <= typed]
    out = [at for at in full if _left_out(question, ASIDE.sub(" ", _name(text, cells[at])))]
    if out:
        return [cell for at, cell in enumerate(cells) if at not in out]
    if full:
        kept = [at for at in full if not any(said[at] < said[other] for other in full)]
        return [cells[at] for at in kept][:MOST_CHOSEN]
    shares = [len(s) / len(o) if o else 0.0 for s, o in zip(said, own, strict=True)]
    best = max(shares, default=0.0)
    alone = [at for at, share in enumerate(shares) if share == best]
    return [cells[alone[0]]] if best >= PARTLY and len(alone) == 1 else []


def _left_out(question: Question, name: str) -> bool:
    """Tell whether the question leaves a column out: "không thuộc khu vực đô thị"."""
    words = name.split()
    ends = {" ".join(words[at:]) for at in range(len(words))}
    found = LEFT_OUT.finditer(question.folded)
    return any(question.folded.startswith(tuple(ends), m.end()) for m in found)


def told(text: str, row: Row, cells: Iterable[Cell]) -> str:
    """Return in words what the cells say: "Cà Phê – Diện tích, Năm 2028: 28.000 Ha"."""
    unit = _unit(text, row)
    cells = tuple(cells)
    said = "; ".join(_cell_told(text, cell, unit) for cell in cells)
    of_all = _plain(row.head.unit.of(text)) if row.head.unit and not unit else ""
    own = any(IN_NAME.search(_name(text, cell)) for cell in cells)
    figures = all(FIGURE.fullmatch(cell.words) for cell in cells)
    aside = f" ({of_all.strip('()')})" if of_all and figures and not own else ""
    return f"{_row_told(text, row)}{said}{aside}"


def _row_told(text: str, row: Row) -> str:
    groups = row.groups[-1:]
    return " – ".join(_plain(span.of(text)) for span in (*groups, row.label)) + ", "


def _cell_told(text: str, cell: Cell, unit: str) -> str:
    value = f"{_plain(cell.words)} {unit}".strip() if FIGURE.fullmatch(cell.words) else cell.words
    dated = [name for name in cell.names if YEAR.search(name.of(text))]
    names = dated[-1:] if cell.names and cell.names[-1] in dated else cell.names
    called = " – ".join(_plain(name.of(text)) for name in names)
    return f"{called}: {_plain(value)}" if called else _plain(value)


def _unit(text: str, row: Row) -> str:
    """Return the unit that a cell of the row names, or ""."""
    for cell, names in zip(row.cells, row.columns, strict=False):
        if UNIT_NAME.fullmatch(fold(names[-1].of(text))):
            return cell.of(text)
    return ""


def _plain(words: str) -> str:
    """Return words on one line without the sign that opens them and the stop behind them."""
    return " ".join(words.replace("*", "").split()).strip(" -–+.;:,")
