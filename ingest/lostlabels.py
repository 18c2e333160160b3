"""Labels that stand inside a line, or without their stop: forms, annexes, bare numbers.

A label inside a line mostly belongs to a reference. So a form or annex is looked for only where
the run of their labels lacks that very number, and a number without a stop ("2 Cách tính") only
where "2.1" below it says that it heads a section, or where it follows "1." and heads a list.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from ingest.brokenlines import Marker, is_closed
from ingest.levels import Kind, as_roman

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ingest.brokenlines import Line

_WIDEST_GAP = 5  # labels that may be missing between two
_NUMBERED = re.compile(r"(?P<word>\D*?\s)(?P<n>\d+|[IVXL]+)")  # "Mẫu số 03", "Phụ lục IV"
_BEFORE = frozenset(".;:*)]”_|…-/\n")  # what may end the words before a label
_TITLE = re.compile(r"\s*(?:[.:\-–]\s*)?[“\"(]?(?P<first>[^\W\d_])")
# e.g. "Mẫu số 03 Phụ lục I", "Phụ lục 4 Quyết định này": references
_REFERENCE = re.compile(r"\s*(?:Phụ lục|Thông tư|Nghị định|Luật|Qu\w+ \w+ (?:này|số))\b|\s*\|")
_BARE = re.compile(r"(?P<n>[1-9]\d?)\s+(?P<first>[^\W\d_])[^|]*$")  # "2 Cách tính và chi trả"


def with_lost_labels(text: str, lines: Sequence[Line], markers: Sequence[Marker]) -> list[Marker]:
    """Return the candidates with those added that stand where nobody looks for one, in order."""
    found = [
        *_glued_labels(text, lines, markers),
        *_once(_bare_numbers(lines, markers), _bare_heads(lines, markers)),
    ]
    return sorted((*markers, *found), key=lambda marker: marker.start) if found else [*markers]


def _once(*found: Iterable[Marker]) -> Iterable[Marker]:
    """Return the candidates without those on the same line."""
    return {marker.line: marker for marker in chain(*found)}.values()


def _glued_labels(text: str, lines: Sequence[Line], markers: Sequence[Marker]) -> Iterator[Marker]:
    """Yield the forms and annexes that the runs of their labels leave out."""
    starts = [line.start for line in lines]
    for kind in (Kind.FORM, Kind.ANNEX):
        for one, other in pairwise(marker for marker in markers if marker.kind is kind):
            at = one.words
            for value, name in _between(one, other):
                match = _label(text, name, at, other.start)
                if match is not None:
                    at = match.end()
                    line = bisect_right(starts, match.start()) - 1
                    yield Marker(kind, value, name, match.start(), at, line, line)


def _between(one: Marker, other: Marker) -> list[tuple[int, str]]:
    """Return the numbers and names of the labels missing between two of one run."""
    first, last = _NUMBERED.fullmatch(one.name), _NUMBERED.fullmatch(other.name)
    missing = range(one.value + 1, other.value)
    if first is None or last is None or first["word"] != last["word"]:
        return []
    if len(missing) > _WIDEST_GAP:
        return []
    width = len(first["n"]) if first["n"].isdigit() else 0
    numbers = (f"{value:0{width}}" if width else as_roman(value) for value in missing)
    return [(value, first["word"] + number) for value, number in zip(missing, numbers, strict=True)]


def _label(text: str, name: str, start: int, end: int) -> re.Match[str] | None:
    """Return the only place between two offsets where a label begins a form or annex."""
    pattern = re.compile(rf"(?:{name}|{name.upper()})(?![\w/]|\.\d)\s*(?:[.:\-–]\s*)?")
    found = [match for match in pattern.finditer(text, start, end) if _heads(text, match)]
    return found[0] if len(found) == 1 else None


def _heads(text: str, match: re.Match[str]) -> bool:
    """Tell whether a title follows a label that no word before it refers to."""
    before = text[: match.start()].rstrip(" \t")[-1:]
    title = _TITLE.match(text, match.end())
    return (
        before in _BEFORE
        and title is not None
        and title["first"].isupper()
        and _REFERENCE.match(text, match.end()) is None
    )


def _bare_numbers(lines: Sequence[Line], markers: Sequence[Marker]) -> Iterator[Marker]:
    """Yield "2 Cách tính" above "2.1 Hệ số", and "1 Đối tượng" above that."""
    begun = {marker.line: marker for marker in markers}
    taken: set[int] = set()
    for marker in markers:
        if marker.kind is not Kind.DECIMAL or marker.parts[1:] != (1,):
            continue
        below = marker.line
        for number in range(marker.parts[0], 0, -1):
            found = _bare_above(lines, begun, below, number)
            if found is None or found.line in taken:
                break
            below = found.line
            taken.add(below)
            yield found


def _bare_heads(lines: Sequence[Line], markers: Sequence[Marker]) -> Iterator[Marker]:
    """Yield "2 Kinh phí không khoán gồm:" right above a list, where "1." is the number before."""
    last = 0
    for before, marker in pairwise(markers):
        if before.kind <= Kind.NUMBER:
            last = before.value if before.kind is Kind.NUMBER else 0
        index = marker.line - 1
        if last and before.last_line < index and _heads_list(lines, index, last + 1):
            last += 1
            yield _bare(lines, index, last)


def _heads_list(lines: Sequence[Line], index: int, number: int) -> bool:
    """Tell whether a line begins with a number alone, after a whole line, and ends in a colon."""
    match = _BARE.match(lines[index].text)
    fits = match is not None and int(match["n"]) == number and match["first"].isupper()
    return fits and lines[index].text[-1] == ":" and is_closed(lines[index - 1])


def _bare_above(
    lines: Sequence[Line], begun: Mapping[int, Marker], below: int, number: int
) -> Marker | None:
    """Return the line above ``below`` that begins with a number alone and heads what follows it."""
    for index in range(below - 1, -1, -1):
        other, line = begun.get(index), lines[index]
        if other is not None:
            inside = other.kind > Kind.NUMBER and other.parts[:1] in {(), (number,)}
            if not inside:
                return None
            continue
        match = _BARE.match(line.text)
        if match and int(match["n"]) == number and match["first"].isupper():
            return _bare(lines, index, number)
    return None


def _bare(lines: Sequence[Line], index: int, number: int) -> Marker:
    """Return the candidate that a number without a stop is."""
    line, name = lines[index], str(number)
    after = line.text[len(name) :]
    words = line.end - len(after.lstrip())
    return Marker(Kind.NUMBER, number, name, line.start, words, index, index)
