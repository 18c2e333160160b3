"""Sections become passages: what is indexed and cited, never across a section.

A numbered or dashed item is one passage, a heading with its own paragraphs too; what is longer
than LONGEST syllables is divided at the ends of sentences. The passages cover the whole text.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.brokenlines import is_capitals, lines_of
from ingest.divisions import begins_notes, is_closing
from ingest.header_closing import signature_in
from ingest.labels import element_label, label_of
from ingest.markers import is_header_row
from ingest.model import Passage, Span
from ingest.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ingest.brokenlines import Line
    from ingest.model import Section

LONGEST = 220  # syllables
_TRAIL_WORDS = 30  # of each heading in the trail
SIGNATURE = "phần ký"
HEAD, PREAMBLE, ENDING, RECIPIENTS = ("dau",), ("mo-dau",), ("ket",), ("noi-nhan",)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of the text that belongs to one path, with the headings above it."""

    span: Span
    path: tuple[str, ...]
    trail: tuple[str, ...] = ()
    heading: str = ""
    named: str = ""  # where the label is not that of the path

    @property
    def label(self) -> str:
        """How the part is cited."""
        return self.named or label_of(self.path)


def make_passages(
    document_id: str,
    symbol_line: str,
    text: str,
    sections: tuple[Section, ...],
    body: Span,
) -> tuple[Passage, ...]:
    """Return the passages of a document in the order of the text.

    Every character that is not a blank lies in exactly one. ``symbol_line`` ("Kế hoạch số
    180-KH/TU") opens the context of each.
    """
    columns = _Columns(text)
    seen: dict[str, int] = {}
    passages = []
    for stretch in _stretches(text, sections, body):
        for number, span in enumerate(_pieces(text, stretch.span)):
            trail = _trail(stretch, again=number > 0)
            context = " > ".join((symbol_line, *trail, *columns.above(span, text)))
            passages.append(
                Passage(
                    _unique(f"{document_id}#{'.'.join(stretch.path)}", seen),
                    document_id,
                    stretch.path,
                    stretch.label,
                    span,
                    span.of(text),
                    context,
                ),
            )
    return tuple(passages)


def _unique(name: str, seen: dict[str, int]) -> str:
    """Return the id for the next passage of a path: the second ends in "~2"."""
    seen[name] = seen.get(name, 0) + 1
    return name if seen[name] == 1 else f"{name}~{seen[name]}"


def _trail(stretch: _Stretch, *, again: bool) -> tuple[str, ...]:
    """Return the headings above a passage; a later piece of a section names its own as well."""
    if stretch.path[0] in {"dau", "mo-dau", "ket", "noi-nhan"}:
        return (stretch.label,)
    own = element_label(stretch.path)
    return (*stretch.trail, _titled(own, stretch.heading) if again else own)


def _titled(label: str, heading: str) -> str:
    """Return "mục III. Tổ chức thực hiện" for a label and a heading in capitals."""
    words = " ".join(heading.split()[:_TRAIL_WORDS])
    if not words:
        return label
    return f"{label}. {words.capitalize() if is_capitals(words) else words}"


def _stretches(text: str, sections: Sequence[Section], body: Span) -> Iterator[_Stretch]:
    """Yield the parts of the text, inside and outside of sections, in order."""
    at = 0
    for number, section in enumerate(sections):
        yield from _outside(text, Span(at, section.span.start), body, first=number == 0)
        yield from _inside(section, ())
        at = section.span.end
    yield from _outside(text, Span(at, len(text)), body, first=not sections)


def _inside(section: Section, trail: tuple[str, ...]) -> Iterator[_Stretch]:
    """Yield what belongs to a section itself, then its parts, in the order of the text."""
    below = (*trail, _titled(element_label(section.path), section.heading))
    at = section.span.start
    for child in section.children:
        yield _Stretch(Span(at, child.span.start), section.path, trail, section.heading)
        yield from _inside(child, below)
        at = child.span.end
    yield _Stretch(Span(at, section.span.end), section.path, trail, section.heading)


def _outside(text: str, gap: Span, body: Span, *, first: bool) -> Iterator[_Stretch]:
    """Yield the parts of a gap between sections: head, preamble, last words, recipients.

    ``first`` tells that no section stands before the gap.
    """
    head = min(max(gap.start, body.start), gap.end) if first else gap.start
    closing = min(_first_line(text, Span(head, gap.end), is_closing), max(head, body.end))
    closing = min(max(closing, head), gap.end)
    yield _Stretch(Span(gap.start, head), HEAD)
    yield _Stretch(Span(head, closing), PREAMBLE if first else ENDING)
    notes = _first_line(text, Span(closing, gap.end), begins_notes)
    yield from _closing(text, Span(closing, notes))
    yield _Stretch(Span(notes, gap.end), ENDING)


def _closing(text: str, closing: Span) -> Iterator[_Stretch]:
    """Yield the recipients and the signature, which has a label and no path of its own."""
    signed = signature_in(text, closing) or Span(closing.end, closing.end)
    yield _Stretch(Span(closing.start, signed.start), RECIPIENTS)
    yield _Stretch(signed, RECIPIENTS, named=SIGNATURE)
    yield _Stretch(Span(signed.end, closing.end), RECIPIENTS)


def _first_line(text: str, gap: Span, test: Callable[[Line], bool]) -> int:
    """Return where the first line of a gap that passes a test begins; its end if none does."""
    return next((line.start for line in lines_of(text, gap.start, gap.end) if test(line)), gap.end)


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """Yield a stretch in pieces of at most LONGEST syllables, divided between sentences."""
    words = span.of(text)
    if not words.strip():
        return
    if len(words.split()) <= LONGEST:
        start = span.start + len(words) - len(words.lstrip())
        yield Span(start, span.start + len(words.rstrip()))
        return
    parts = [part for sentence in sentences(text, span) for part in _short(text, sentence)]
    yield from _packed(text, parts)


def _packed(text: str, parts: Sequence[Span]) -> Iterator[Span]:
    """Yield neighbouring parts joined as long as they stay short enough."""
    start, end, size = parts[0].start, parts[0].start, 0
    for part in parts:
        count = len(part.of(text).split())
        if size and size + count > LONGEST:
            yield Span(start, end)
            start, size = part.start, 0
        end, size = part.end, size + count
    yield Span(start, end)


def _short(text: str, sentence: Span) -> Iterator[Span]:
    """Yield a sentence, divided at clauses or else between words where it is too long."""
    for mark in ("; ", "| ", ", ", " "):
        if len(sentence.of(text).split()) <= LONGEST:
            break
        at = _last_break(text, sentence, mark)
        while at is not None:
            yield Span(sentence.start, at)
            left = text[at : sentence.end]
            sentence = Span(at + len(left) - len(left.lstrip()), sentence.end)
            if len(left.split()) <= LONGEST:
                break
            at = _last_break(text, sentence, mark)
    yield sentence


def _last_break(text: str, span: Span, mark: str) -> int | None:
    """Return the end of the last clause within LONGEST syllables; None where there is no mark."""
    limit = _offset_of_word(text, span, LONGEST)
    at = text.rfind(mark, span.start + 1, limit)
    return None if at < 0 else at + len(mark.rstrip())


def _offset_of_word(text: str, span: Span, number: int) -> int:
    """Return where the word after the first ``number`` words of a span begins."""
    left = span.of(text).split(None, number)
    return span.end - len(left[number]) if len(left) > number else span.end


class _Columns:
    """The rows that name the columns of tables, to be found from a row below them."""

    def __init__(self, text: str) -> None:
        lines = lines_of(text) if "|" in text else []
        heads = [line for line in lines if is_header_row(line)]
        self.starts = [line.start for line in heads]
        self.names = [_column_names(line.text) for line in heads]

    def above(self, span: Span, text: str) -> tuple[str, ...]:
        """Return the column names for a passage that begins with a row below a header."""
        end = text.find("\n", span.start)
        if "|" not in text[span.start : end if end >= 0 else len(text)]:
            return ()
        index = bisect_right(self.starts, span.start) - 1
        return (self.names[index],) if index >= 0 and self.starts[index] != span.start else ()


def _column_names(row: str) -> str:
    """Return "các cột: Chỉ tiêu; Đơn vị" for a header row."""
    cells = (cell.strip(" *") for cell in row.strip("|").split("|"))
    return "các cột: " + "; ".join(cell for cell in cells if cell)
