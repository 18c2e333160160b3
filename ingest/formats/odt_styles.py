"""The styles and lists of an OpenDocument text: fonts, hidden text, page breaks, numbers."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from ingest.formats.numbering import Counts, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.formats.numbering import Element

_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE = f"{_NAMES}text:1.0}}", f"{_NAMES}table:1.0}}"
STYLE, OFFICE = f"{_NAMES}style:1.0}}", f"{_NAMES}office:1.0}}"
FORMAT = f"{_NAMES}xsl-fo-compatible:1.0}}"
MAX_BASED_ON = 12  # styles built on styles; a longer chain is a loop
MAX_LEVELS = 10
KINDS = {
    "1": "decimal", "i": "lowerRoman", "I": "upperRoman", "a": "lowerLetter", "A": "upperLetter",
    "": "none",
}  # fmt: skip


class Styles:
    """What the styles of a file say, by their name."""

    def __init__(self, content: Element, styles: Element | None) -> None:
        roots = [root for root in (styles, content) if root is not None]
        self._styles = {
            style.get(f"{STYLE}name") or "": style
            for root in roots
            for style in root.iterfind(f".//{STYLE}style")
        }
        self.lists = {
            each.get(f"{STYLE}name") or "": _levels(each)
            for root in roots
            for each in root.iterfind(f".//{TEXT}list-style")
        }
        outlines = [each for root in roots for each in root.iterfind(f".//{TEXT}outline-style")]
        self.outline = _levels(outlines[-1]) if outlines else {}
        self._families = {
            face.get(f"{STYLE}name") or "": _face(face)
            for root in roots
            for face in root.iterfind(f".//{STYLE}font-face")
        }

    def font(self, name: str) -> str:
        """Return the font of a style or of one it is based on; "" if none names one."""
        for style in self._chain(name):
            text = style.find(f"{STYLE}text-properties")
            if text is None:
                continue
            named = text.get(f"{STYLE}font-name") or text.get(f"{FORMAT}font-family")
            if named:
                return self._families.get(named, named).strip("'\"")
        return ""

    def is_hidden(self, name: str) -> bool:
        """Tell whether text of the style is not shown."""
        return self._property(name, "text-properties", f"{TEXT}display") == "none"

    def breaks_before(self, name: str) -> bool:
        """Tell whether a paragraph of the style begins a page."""
        properties = "paragraph-properties"
        return self._property(name, properties, f"{FORMAT}break-before") == "page"

    def list_of(self, name: str) -> str:
        """Return the name of the list style that a paragraph style belongs to; "" if none."""
        return next(
            (named for s in self._chain(name) if (named := s.get(f"{STYLE}list-style-name"))), ""
        )

    def _property(self, name: str, group: str, wanted: str) -> str | None:
        for style in self._chain(name):
            properties = style.find(f"{STYLE}{group}")
            if properties is not None and (value := properties.get(wanted)):
                return value
        return None

    def _chain(self, name: str) -> Iterator[Element]:
        for _ in range(MAX_BASED_ON):
            if name not in self._styles:
                return
            yield self._styles[name]
            name = self._styles[name].get(f"{STYLE}parent-style-name") or ""


class Lists:
    """The lists that are open, and the numbers that they have reached."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counts = Counts()
        self._open: list[str] = []
        self._fresh = False  # the next paragraph is the first of its item
        self._begun = 0

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """Let a list be open; one without a style of its own has that around it."""
        named = element.get(f"{TEXT}style-name") or (self._open[-1] if self._open else "")
        if not self._open and element.get(f"{TEXT}continue-numbering") != "true":
            self._begun += 1
            levels = self._styles.lists.get(named, {})
            starts = {number: level.start for number, level in levels.items()}
            self._counts.begin(str(self._begun), named, starts)
        self._open.append(named)
        yield
        self._open.pop()

    @contextmanager
    def item(self, item: Element) -> Iterator[None]:
        """Let an item of the innermost list be open."""
        self._fresh = item.tag == f"{TEXT}list-item"
        yield
        self._fresh = False

    def label(self, paragraph: Element) -> str:
        """Return the number printed before a paragraph, "" if none."""
        if self._open and self._fresh:
            self._fresh = False
            return self._label(self._open[-1], len(self._open) - 1)
        if not self._open and paragraph.tag == f"{TEXT}h":
            return self._heading(paragraph.get(f"{TEXT}outline-level") or "1")
        return ""

    def _label(self, kind: str, level: int) -> str:
        levels = self._styles.lists.get(kind, {})
        return self._counts.label(kind, levels, level) if level in levels else ""

    def _heading(self, outline: str) -> str:
        level = int(outline) - 1 if outline.isdecimal() else 0
        if level not in self._styles.outline:
            return ""
        return self._counts.label("outline", self._styles.outline, level)


def _face(face: Element) -> str:
    family = face.get("{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}font-family")
    return family or face.get(f"{STYLE}name") or ""


def _levels(style: Element) -> dict[int, Level]:
    found = {}
    for level in style:
        written = level.get(f"{TEXT}level") or ""
        if not written.isdecimal() or not 0 < int(written) <= MAX_LEVELS:
            continue
        number = int(written) - 1
        if level.tag == f"{TEXT}list-level-style-bullet":
            found[number] = Level(1, "bullet", level.get(f"{TEXT}bullet-char") or "-")
        else:
            found[number] = _numbered(level, number)
    return found


def _numbered(level: Element, number: int) -> Level:
    """Return a numbered level; how many levels it shows is a count, Word's way a pattern."""
    kind = KINDS.get(level.get(f"{STYLE}num-format") or "", "decimal")
    shown = level.get(f"{TEXT}display-levels") or "1"
    count = min(int(shown), number + 1) if shown.isdecimal() else 1
    places = ".".join(f"%{place + 1}" for place in range(number + 1 - count, number + 1))
    start = level.get(f"{TEXT}start-value") or "1"
    before = level.get(f"{STYLE}num-prefix") or ""
    after = level.get(f"{STYLE}num-suffix") or ""
    return Level(int(start) if start.isdecimal() else 1, kind, f"{before}{places}{after}")
