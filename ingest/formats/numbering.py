"""Word's automatic numbers, written out: "1.", "a)", "II.", "-" are not in a paragraph's text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAX_BASED_ON = 10  # styles built on styles; a longer chain is a loop
MAX_ROMAN = 3_999
LETTERS = 26
MAX_LETTERED = 780  # "zz…z", thirty times; Word has no list as long

_PLACE = re.compile(r"%([1-9])")  # "%1.%2." → the numbers of the first and second level
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Element(Protocol):
    """The part of an XML element that is used here."""

    @property
    def tag(self) -> str:
        """The name with its namespace."""

    @property
    def text(self) -> str | None:
        """The text before the first child."""

    @property
    def tail(self) -> str | None:
        """The text after the element."""

    def __iter__(self) -> Iterator[Element]: ...

    def get(self, key: str) -> str | None:
        """Return an attribute."""

    def find(self, path: str) -> Element | None:
        """Return the first element at ``path``."""

    def iterfind(self, path: str) -> Iterator[Element]:
        """Yield the elements at ``path``."""

    def getparent(self) -> Element | None:
        """Return the element that holds this one."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how it counts, what it prints ("%1.%2.")."""

    start: int = 1
    style: str = "decimal"
    text: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph's place in a list."""

    list_id: str
    level: int


class Counts:
    """The numbers that lists have reached; lists of one kind go on counting together."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, int], int] = {}
        self._begun: set[str] = set()

    def begin(self, list_id: str, kind: str, starts: Mapping[int, int]) -> None:
        """Let a list that overrides its start begin anew where it is first used."""
        if list_id in self._begun:
            return
        self._begun.add(list_id)
        for level, start in starts.items():
            self._counts[kind, level] = start - 1

    def label(self, kind: str, levels: Mapping[int, Level], level: int) -> str:
        """Count one more paragraph at the level and return the number printed before it."""
        self._count(kind, level, levels)
        own = levels[level]
        if own.style == "bullet":
            return "+" if own.text in {"+", "\uf02b"} else "-"

        def number(found: re.Match[str]) -> str:
            named = int(found[1]) - 1
            shown = levels.get(named, Level())
            return _written(self._counts.get((kind, named), shown.start), shown.style)

        return _PLACE.sub(number, own.text)

    def _count(self, kind: str, level: int, levels: Mapping[int, Level]) -> None:
        """Count a paragraph; one without those above it takes them for begun."""
        for above in range(level):
            if above in levels:
                self._counts.setdefault((kind, above), levels[above].start)
        before = self._counts.get((kind, level), levels[level].start - 1)
        self._counts[kind, level] = before + 1
        for deeper in [key for key in self._counts if key[0] == kind and key[1] > level]:
            del self._counts[deeper]


class Numbering:
    """The running numbers of a document; ``label`` must be asked in the order of the text."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._abstract = _abstract_lists(numbering)
        self._lists = _lists(numbering)
        self._styles = _styles(styles)
        self._counts = Counts()

    def label(self, paragraph: Element) -> str:
        """Return the number that Word prints before the paragraph, "" if none."""
        item = self._item(paragraph)
        if item is None or item.list_id not in self._lists:
            return ""
        abstract, starts = self._lists[item.list_id]
        levels = self._abstract.get(abstract, {})
        if item.level not in levels:
            return ""
        self._counts.begin(item.list_id, abstract, starts)
        return self._counts.label(abstract, levels, item.level)

    def _item(self, paragraph: Element) -> Item | None:
        """Return the place given in the paragraph itself, else in its style or what that is of."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return None
        named = properties.find(f"{W}pStyle")
        style = named.get(f"{W}val") if named is not None else None
        inherited = _inherited(self._styles, style)
        own = _item(properties.find(f"{W}numPr"), inherited)
        return None if own is None or own.list_id == "0" else own


def _item(properties: Element | None, inherited: Item | None) -> Item | None:
    if properties is None:
        return inherited
    list_id = _value(properties, "numId") or (inherited.list_id if inherited else None)
    level = _integer(_value(properties, "ilvl"), inherited.level if inherited else 0)
    return Item(list_id, level) if list_id else None


def _value(element: Element, name: str) -> str | None:
    child = element.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")


def _integer(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.lstrip("-").isdigit() else otherwise


def _found(root: Element | None, name: str) -> Iterable[Element]:
    return () if root is None else root.iterfind(f"{W}{name}")


def _abstract_lists(root: Element | None) -> dict[str, dict[int, Level]]:
    return {
        abstract.get(f"{W}abstractNumId") or "": {
            _integer(level.get(f"{W}ilvl"), 0): Level(
                start=_integer(_value(level, "start"), 1),
                style=_value(level, "numFmt") or "decimal",
                text=_value(level, "lvlText") or "",
            )
            for level in abstract.iterfind(f"{W}lvl")
        }
        for abstract in _found(root, "abstractNum")
    }


def _lists(root: Element | None) -> dict[str, tuple[str, dict[int, int]]]:
    """Return for each list its abstract list and the levels at which it starts anew."""
    return {
        number.get(f"{W}numId") or "": (
            _value(number, "abstractNumId") or "",
            {
                _integer(level.get(f"{W}ilvl"), 0): _integer(_value(level, "startOverride"), 1)
                for level in number.iterfind(f"{W}lvlOverride")
                if level.find(f"{W}startOverride") is not None
            },
        )
        for number in _found(root, "num")
    }


def _styles(root: Element | None) -> dict[str, tuple[str | None, Element | None]]:
    """Return for each style the one it is based on and its own place in a list."""
    return {
        style.get(f"{W}styleId") or "": (
            _value(style, "basedOn"),
            style.find(f"{W}pPr/{W}numPr"),
        )
        for style in _found(root, "style")
    }


def _inherited(
    styles: Mapping[str, tuple[str | None, Element | None]], name: str | None
) -> Item | None:
    for _ in range(MAX_BASED_ON):
        if name is None or name not in styles:
            return None
        based_on, properties = styles[name]
        if properties is not None:
            return _item(properties, None)
        name = based_on
    return None


def _written(number: int, style: str) -> str:
    match style:
        case "lowerLetter" | "upperLetter" if 0 < number <= MAX_LETTERED:
            letter = chr(ord("a") + (number - 1) % LETTERS) * ((number - 1) // LETTERS + 1)
            return letter if style == "lowerLetter" else letter.upper()
        case "lowerRoman" | "upperRoman" if 0 < number <= MAX_ROMAN:
            return _roman(number) if style == "lowerRoman" else _roman(number).upper()
        case "none":  # what is printed around it stays: "1." typed as the text of a list
            return ""
        case "decimalZero":
            return f"{number:02}"
        case _:
            return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written
