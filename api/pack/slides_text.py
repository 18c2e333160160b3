"""What stands on each slide before the questions: lines or rows, never more than can be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from api.pack.layout import EDITIONS, displayed, source_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from api.pack.model import Quote, StudyPack

__all__ = ["EDITIONS", "Slide", "SlideLine", "slides_of"]

MOST_DEPTH: Final = 2  # deeper parts, and those without headings, are in the Word document
MOST_LINES: Final = 9
MOST_CHARACTERS: Final = 720  # on a slide of lines, at 18 points
TABLE_CHARACTERS: Final = 92  # in a line across the whole of a table, at 20 points
ROW_EDGE: Final = 8  # points above and below the words of a row
ROW_LINE: Final = 24
MOST_ROWS: Final = 345  # points of height for the rows of a table under its header
LONGEST: Final = 430  # characters of one quotation; the notes hold it whole
LONGEST_CELL: Final = 170


@dataclass(frozen=True, slots=True)
class SlideLine:
    """A line, or a row of a table, with the place of its words."""

    text: str
    place: str = ""
    mark: bool = True
    bold: bool = False
    cells: tuple[str, ...] = ()
    note: str = ""

    def height(self, widths: Sequence[int]) -> int:
        """Return how many points of a slide it takes as a row of columns with these shares."""
        across = (TABLE_CHARACTERS * width // sum(widths) for width in widths)
        lines = (-(-len(cell) // room) for cell, room in zip(self.cells, across, strict=True))
        return ROW_EDGE + ROW_LINE * max(1, *lines)


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: lines, or rows under columns."""

    title: str
    lines: tuple[SlideLine, ...]
    columns: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """The places of the lines, for the speaker."""
        return tuple(line.note for line in self.lines if line.note)


def slides_of(pack: StudyPack) -> Iterator[Slide]:
    """Yield the slides of a pack in its order, long matters over several of them."""
    heads = [
        _line(row.quote, row.label.split(", ", 1)[0], whole=row.whole, bold=row.depth == 1)
        for row in pack.outline
        if row.whole and row.depth <= MOST_DEPTH
    ]
    yield from _split("Bố cục của văn bản", heads)
    for group in pack.essentials:
        yield from _split(group.name, [_line(quote, quote.label) for quote in group.quotes])
    yield from _tables(pack)
    related = [
        SlideLine(
            text=f"{row.official}: {displayed(row.title)}" if row.title else row.official,
            place=row.kind,
            note="\n".join(_note(quote) for quote in row.sources)
            or f"{row.official}: theo dữ liệu chính thức của văn bản.",
        )
        for row in pack.relations
    ]
    yield from _split("Văn bản liên quan", related)


def _tables(pack: StudyPack) -> Iterator[Slide]:
    goals = [
        _row((row.measure, row.figure, row.horizon), row.source) for row in pack.goals if row.figure
    ]
    yield from _rows("Chỉ tiêu", goals, (("Chỉ tiêu", "Mức", "Mốc thời gian"), (58, 22, 20)))
    others = [_line(row.source, row.horizon) for row in pack.goals if not row.figure]
    yield from _split("Mục tiêu khác", others)
    tasks = [_row(("; ".join(row.owner), row.action), row.source) for row in pack.tasks]
    columns: tuple[str, ...] = ("Cơ quan, tổ chức", "Nhiệm vụ")
    yield from _rows("Nhiệm vụ theo cơ quan, tổ chức", tasks, (columns, (32, 68)))
    dues = [_row((row.what, "; ".join(row.owner), row.due), row.source) for row in pack.deadlines]
    columns = ("Việc phải làm", "Cơ quan, tổ chức", "Thời hạn")
    yield from _rows("Thời hạn", dues, (columns, (50, 28, 22)))


def _line(quote: Quote, place: str, *, whole: bool = True, bold: bool = False) -> SlideLine:
    words = shortened(displayed(quote.text), LONGEST) + ("" if whole else "…")
    return SlideLine(words, place, not bold, bold, (), _note(quote))


def _row(cells: tuple[str, ...], source: Quote) -> SlideLine:
    shown = tuple(shortened(displayed(cell), LONGEST_CELL) for cell in cells)
    return SlideLine("", cells=shown, note=_note(source))


def _note(quote: Quote) -> str:
    return f"“{' '.join(quote.text.split())}”, {source_line(quote)}."


def shortened(words: str, most: int) -> str:
    """Return the words cut at a blank to ``most`` characters, with an ellipsis if cut."""
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]}…"


def _split(title: str, lines: Sequence[SlideLine]) -> Iterator[Slide]:
    slides = shared_out(lines, Room(lambda line: len(line.text) + 40, MOST_CHARACTERS))
    for number, held in enumerate(slides, start=1):
        yield Slide(_titled(title, number, len(slides)), held)


def _rows(
    title: str, rows: Sequence[SlideLine], table: tuple[tuple[str, ...], tuple[int, ...]]
) -> Iterator[Slide]:
    room = Room(lambda row: row.height(table[1]), MOST_ROWS, MOST_ROWS)
    slides = shared_out(rows, room)
    for number, held in enumerate(slides, start=1):
        yield Slide(_titled(title, number, len(slides)), held, *table)


def _titled(title: str, number: int, count: int) -> str:
    """Return the title of one of several slides on a matter, with its number among them."""
    return title if count == 1 else f"{title} ({number}/{count})"


@dataclass(frozen=True, slots=True)
class Room:
    """How much a slide holds: lines whose sizes make at most ``size``, and at most ``lines``."""

    size_of: Callable[[SlideLine], int]
    size: int
    lines: int = MOST_LINES

    def taken(self, held: Sequence[SlideLine]) -> int:
        """Return the room that lines take."""
        return sum(map(self.size_of, held))

    def holds(self, held: Sequence[SlideLine]) -> bool:
        """Tell whether lines fit on one slide; one line alone always does."""
        return len(held) <= 1 or (len(held) <= self.lines and self.taken(held) <= self.size)

    def slides(self, lines: Sequence[SlideLine]) -> int:
        """Return how many slides the lines need."""
        count = 0
        held: list[SlideLine] = []
        for line in lines:
            if not held or not self.holds([*held, line]):
                count, held = count + 1, []
            held.append(line)
        return count


def shared_out(lines: Sequence[SlideLine], room: Room) -> list[tuple[SlideLine, ...]]:
    """Return the lines on as few slides as they fit on, and on those as evenly as they go."""
    slides = []
    rest = list(lines)
    for left in range(room.slides(lines), 0, -1):
        share = room.taken(rest) / left
        ways = [
            n
            for n in range(1, len(rest) + 1)
            if room.holds(rest[:n]) and room.slides(rest[n:]) <= left - 1
        ]
        best = min(ways, key=lambda n: abs(room.taken(rest[:n]) - share))
        slides.append(tuple(rest[:best]))
        rest = rest[best:]
    return slides
