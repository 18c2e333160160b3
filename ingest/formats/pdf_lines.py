"""Placed pieces of text become the lines of a page, in the order in which they are read.

Pieces on one base line without a wide gap make a line; a left column precedes the right one as
drawn. An empty line stands where a paragraph visibly begins. Footnotes are put where they break
no sentence that runs on to the next page.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.secrecy import is_stamp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.formats.pdf_pieces import Piece

SAME_LINE = 0.5  # of the letter size: footnote signs are raised less than that
COLUMN_GAP = 3.0  # letter sizes; blanks in justified text stay below
PARAGRAPH_GAP = 1.25  # times the usual distance of lines
INDENT = 1.0  # letter sizes from the left margin
SHARED_INDENT = 3  # lines of a page that begin at the same indent
JUMPS = 0.2  # of the rows stand higher than the one before where drawing has no order
FEWEST_ROWS = 10  # before the order of drawing can be judged
SIGN_SIZE = 0.8  # of the row's letters, for a sign that is raised
NOTE_SIZE = 0.9  # of the body's letters; footnotes are printed smaller

_NOTE = re.compile(r"\s*(?:[\[(]?\d{1,3}[\])]?|\*{1,3})[\s.]*\S")  # "[1] Điều này được …"
_ENDS = re.compile(r"[.!?…:;]['\"”’»)\]]*\s*$")


def lines_of(pieces: Sequence[Piece]) -> list[str]:
    """Return the lines of a page, with an empty one where a paragraph visibly begins."""
    rows = _stamps_first(_in_order(_rows(pieces)))
    body, notes = _footnotes(rows)
    return _with_notes(_paragraphs(body), _paragraphs(notes))


def _paragraphs(rows: list[list[Piece]]) -> list[str]:
    lines: list[str] = []
    for row, anew in zip(rows, _paragraph_starts(rows), strict=True):
        lines += ["", written(row)] if anew else [written(row)]
    return lines


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces line by line, in drawing order: so a left column precedes the right one."""
    rows: list[list[Piece]] = []
    for piece in pieces:
        if rows and _same_line(rows[-1], piece):
            rows[-1].append(piece)
        elif piece.text.strip():
            rows.append([piece])
    return [row for row in rows if written(row).strip()]


def _same_line(row: list[Piece], piece: Piece) -> bool:
    last, size = row[-1], max(row[0].size, piece.size)
    return (
        abs(piece.y - row[0].y) < SAME_LINE * size
        and piece.x >= last.x - size
        and piece.x - last.right < COLUMN_GAP * size
    )


def _in_order(rows: list[list[Piece]]) -> list[list[Piece]]:
    """Return the rows from the top down where they are drawn without any order."""
    jumps = sum(lower[0].y > upper[0].y + upper[0].size for upper, lower in pairwise(rows))
    if len(rows) < FEWEST_ROWS or jumps < JUMPS * len(rows):
        return rows
    return sorted(rows, key=lambda row: (-round(row[0].y), row[0].x))


def _stamps_first(rows: list[list[Piece]]) -> list[list[Piece]]:
    """Return the rows with stamps from the upper half of the page first, whenever drawn."""
    heights = [row[0].y for row in rows]
    middle = (max(heights) + min(heights)) / 2 if heights else 0.0
    stamps = [row for row in rows if row[0].y >= middle and is_stamp(written(row))]
    return stamps + [row for row in rows if row not in stamps] if stamps else rows


def written(row: Sequence[Piece]) -> str:
    """Return the words of a row as drawn, a raised footnote sign apart from the word before it."""
    words = ""
    for piece in row:
        raised = piece.size < SIGN_SIZE * row[0].size and piece.y > row[0].y
        words += f" {piece.text}" if raised and words[-1:].isalpha() else piece.text
    return words


def _footnotes(rows: list[list[Piece]]) -> tuple[list[list[Piece]], list[list[Piece]]]:
    """Return the body of a page and its footnotes: the last rows, in small print, numbered."""
    sizes = Counter(round(_size(row), 1) for row in rows)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    first = len(rows)
    while first and _size(rows[first - 1]) < NOTE_SIZE * usual:
        first -= 1
    while first < len(rows) and not _NOTE.match(written(rows[first])):
        first += 1
    return rows[:first], rows[first:]


def _size(row: list[Piece]) -> float:
    """Return the letter size of most of a row: a footnote's own sign is smaller still."""
    return max(row, key=lambda piece: len(piece.text)).size


def _with_notes(body: list[str], notes: list[str]) -> list[str]:
    """Return the page with its footnotes at its end, or before a paragraph that runs on."""
    if not notes or not body or _ENDS.search(body[-1]) or "" not in body:
        return [*body, *([""] if body else []), *notes] if notes else body
    at = len(body) - 1 - body[::-1].index("")
    return [*body[:at], "", *notes, *body[at:]]


def _paragraph_starts(rows: list[list[Piece]]) -> list[bool]:
    """Tell for each line whether it stands apart from the one before or is indented."""
    drops = [
        upper[0].y - lower[0].y
        for upper, lower in pairwise(rows)
        if upper[0].y - lower[0].y > SAME_LINE * lower[0].size
    ]
    usual = statistics.median(drops) if drops else 0.0
    indents = _indents(rows)
    return [False] * bool(rows) + [
        upper[0].y - lower[0].y > max(PARAGRAPH_GAP * usual, lower[0].size)
        or _left(lower) in indents
        for upper, lower in pairwise(rows)
    ]


def _left(row: list[Piece]) -> int:
    """Return where the text of a line begins, in whole points."""
    return round(next(piece.x for piece in row if piece.text.strip()))


def _indents(rows: list[list[Piece]]) -> set[int]:
    """Return where first lines of paragraphs begin on this page; centred lines share no place."""
    lefts = Counter(_left(row) for row in rows)
    if not lefts:
        return set()
    margin, size = lefts.most_common(1)[0][0], rows[0][0].size
    return {
        x for x, lines in lefts.items() if x > margin + INDENT * size and lines >= SHARED_INDENT
    }
