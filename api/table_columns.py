"""What each cell of a row is of: the names above it, where a heading of two rows joins cells.

"TT | Địa phương | Tỷ lệ vốn đối ứng (%) | Ghi chú" over "Thành phố | Xã" has five columns; which of
the four is shared by the two below is not printed. It is the one under which cells of one sort
stand: figures. Where that leaves several, no column is named.
"""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final

from api.question import YEAR
from ingest.model import Span
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Names = tuple[tuple[Span, ...], ...]

FIGURE: Final = re.compile(r"[<>≤≥=~]{0,2} ?-?\d[\d.,]*%?(?:[ -]+\d[\d.,]*%?)?|[-–xX]|")
NEVER_SHARED: Final = re.compile(
    r"(?:s?tt|so tt|noi dung|ten\b.*|chi tieu|don vi(?: tinh)?|dvt|ghi chu|ma\b.*)"
)
NOTE: Final = re.compile(r"ghi chu\b.*|can cu\b.*")
# "giai đoạn 2026 - 2030", "03 năm kế hoạch"
SEVERAL: Final = re.compile(r"(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d|\b\d+ nam\b")
MOST_JOINED, MOST_READ = 12, 200  # cells below that are divided any way, rows that are looked at
MOST_WIDER: Final = 8  # one row in so many may have more cells than columns are named
CURRENT: Final = re.compile(r"uoc|du toan|ke hoach|thuc hien|danh gia")  # what is told of one year


def names_of(text: str, lines: Sequence[Sequence[Span]], rows: Sequence[Sequence[str]]) -> Names:
    """Return the names above each column of a table, the outer first, or () where unsure.

    ``lines`` are the cells of its heading rows, ``rows`` the words of those of the rows below.
    """
    if len(lines) == 1:
        wider = [row for row in rows if len(row) > len(lines[0])]
        return () if MOST_WIDER * len(wider) > len(rows) else tuple((name,) for name in lines[0])
    if len(lines) != 2:  # noqa: PLR2004 -- a heading of three rows joins cells in too many ways
        return ()
    outer, inner = lines
    rows = rows[:MOST_READ]
    widths = frozenset(map(len, rows))
    possible = _ways(len(outer), len(inner), widths)
    ways = [way for way in possible if _may_be(text, lines, way, rows)]
    ways = _of_their_years(text, lines, ways) if len(ways) > 1 else ways
    return _named(outer, inner, ways[0]) if len(ways) == 1 else ()


def _ways(outer: int, inner: int, widths: frozenset[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield how cells below may share cells above: the first shared, and how many share each.

    Only those that give as many columns as any of the rows has cells.
    """
    for shared in range(1, inner // 2 + 1):
        if outer + inner - shared in widths:
            for sizes in _sizes(inner, shared):
                yield from ((first, sizes) for first in range(outer - shared + 1))


def _sizes(cells: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Yield the ways to divide cells into parts of two or more; many only into equal parts."""
    if cells > MOST_JOINED:
        if cells % parts == 0:
            yield (cells // parts,) * parts
        return
    for cuts in combinations(range(1, cells), parts - 1):
        sizes = tuple(b - a for a, b in pairwise((0, *cuts, cells)))
        if min(sizes) > 1:
            yield sizes


def _may_be(
    text: str,
    lines: Sequence[Sequence[Span]],
    way: tuple[int, tuple[int, ...]],
    rows: Sequence[Sequence[str]],
) -> bool:
    """Tell whether the rows fit: as many cells, with figures alone below what is shared."""
    first, sizes = way
    outer, inner = lines
    width = len(outer) - len(sizes) + sum(sizes)
    whole = [row for row in rows if len(row) == width]
    shared = [fold(cell.of(text)) for cell in outer[first : first + len(sizes)]]
    if not whole or 2 * len(whole) < len([r for r in rows if len(r) >= len(outer)]):
        return False
    if any(NEVER_SHARED.fullmatch(name) for name in shared):
        return False
    below = [cell for row in whole for cell in row[first : first + sum(sizes)]]
    return all(FIGURE.fullmatch(cell) for cell in below) and _alike(text, inner, sizes)


def _alike(text: str, inner: Sequence[Span], sizes: Sequence[int]) -> bool:
    """Tell whether the names that share a cell are of one sort: all of a year, or none."""
    at = 0
    for size in sizes:
        dated = {bool(YEAR.search(cell.of(text))) for cell in inner[at : at + size]}
        if len(dated) > 1:
            return False
        at += size
    named = [fold(cell.of(text)) for cell in inner]
    repeated = len(set(named)) * len(sizes) == len(named)
    return len(sizes) == 1 or len(set(sizes)) > 1 or repeated or len(set(named)) == len(named)


def _of_their_years(
    text: str, lines: Sequence[Sequence[Span]], ways: Sequence[tuple[int, tuple[int, ...]]]
) -> list[tuple[int, tuple[int, ...]]]:
    """Keep the ways in which years stand below a time of several, and sorts of a figure below one.

    "Kế hoạch | Ước thực hiện" is told of the first year, which runs.
    """
    outer, inner = lines

    def fits(way: tuple[int, tuple[int, ...]]) -> bool:
        first, sizes = way
        at = 0
        for above, size in zip(outer[first : first + len(sizes)], sizes, strict=True):
            name, below = fold(above.of(text)), [c.of(text) for c in inner[at : at + size]]
            dated = all(YEAR.search(cell) for cell in below)
            if dated != bool(SEVERAL.search(name)):
                return False
            at += size
        return True

    kept = [way for way in ways if fits(way)]
    told = all(CURRENT.search(fold(cell.of(text))) for cell in inner)
    running = [w for w in kept if told and YEAR.search(outer[w[0]].of(text))]
    return sorted(running)[:1] if len(kept) > 1 and running else kept


def _named(outer: Sequence[Span], inner: Sequence[Span], way: tuple[int, tuple[int, ...]]) -> Names:
    first, sizes = way
    names: list[tuple[Span, ...]] = []
    below = iter(inner)
    for at, cell in enumerate(outer):
        size = sizes[at - first] if first <= at < first + len(sizes) else 0
        names += [(cell, next(below)) for _ in range(size)] or [(cell,)]
    return tuple(names)


def aligned(cells: Sequence[Span], names: Names, text: str, *, opened: bool) -> tuple[Span, ...]:
    """Return the cells of a row, one under each name, or () where it is not sure which is which.

    A bar that opens a row may stand for an empty first cell; notes may be left out at its end.
    """
    width, found = len(names), len(cells)
    if found == width:
        return tuple(cells)
    notes = 0
    while notes < width and NOTE.fullmatch(fold(names[width - notes - 1][0].of(text))):
        notes += 1
    if width - notes <= found < width and not opened:
        return tuple(cells)
    if opened and width - notes <= found + 1 <= width:
        return (Span(cells[0].start, cells[0].start), *cells)
    return ()
