"""What a Word (.docx) file holds and its paper does not show: hidden, tiny, coloured as its ground.

Each property is taken where Word takes it: from the run, its style, its paragraph's style, the
document's defaults. Colour is judged against what lies behind: highlighting, shading of run,
paragraph, cell or table, else the white page. Where the ground cannot be known (a filled shape, a
table's style that shades, a coloured page), the text counts as seen.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ingest.formats.hidden import LIKE_GROUND, NEAR_WHITE, PALE, SMALL, TINY, VANISHED, told
from ingest.formats.numbering import MAX_BASED_ON, W
from ingest.secrecy import is_stamp

if TYPE_CHECKING:
    from ingest.formats.numbering import Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
VML = "{urn:schemas-microsoft-com:vml}"
WHITE, UNKNOWN = "FFFFFF", "?"
ALIKE = 255 - NEAR_WHITE  # of each of red, green and blue, by which colours must differ to be told
OFF = frozenset({"0", "false", "off", "f"})
HIGHLIGHTS = {
    "white": WHITE, "black": "000000", "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF",
    "magenta": "FF00FF", "blue": "0000FF", "red": "FF0000", "darkBlue": "000080",
    "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip

_HEX = re.compile("[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Look:
    """How text is set, None where nothing is said; colours as six hex digits or unknown.

    ``ground`` is what is painted behind the letters, ``block`` behind the whole paragraph.
    """

    vanish: bool | None = None
    size: float | None = None
    colour: str | None = None
    ground: str | None = None
    block: str | None = None

    def over(self, other: Look) -> Look:
        """Return this look, with the other's where this one says nothing."""
        if self is PLAIN:
            return other
        return Look(
            other.vanish if self.vanish is None else self.vanish,
            other.size if self.size is None else self.size,
            self.colour or other.colour,
            self.ground or other.ground,
            self.block or other.block,
        )


PLAIN = Look()
SEEN_BY = frozenset(f"{W}{name}" for name in ("vanish", "sz", "color", "highlight", "shd"))


@dataclass(slots=True)
class Unseen:
    """The hidden text met so far: how many letters of each kind, and the stamps among it."""

    letters: Counter[str] = field(default_factory=Counter)
    stamps: list[str] = field(default_factory=list)

    def take(self, texts: list[tuple[str, str]], whole: str) -> None:
        """Count the hidden texts of a paragraph, each with its reason; ``whole`` is their sum."""
        for text, reason in texts:
            self.letters[reason] += sum(map(str.isalnum, text))
        if is_stamp(whole):
            self.stamps.append(whole)

    def told(self) -> tuple[str, ...]:
        """Return what the health report says of them."""
        return tuple(told(reason, count) for reason, count in self.letters.items() if count)


class DocxLooks:
    """The looks that the styles give, and whether a run can be seen with them."""

    def __init__(self, styles: Element | None, page: str = WHITE) -> None:
        """``page`` is the colour of the paper, unknown where the file names one."""
        self._page = page
        self._styles: dict[str, Element] = {}
        self._known: dict[str, Look] = {}
        self._usual = ""
        self._defaults = PLAIN
        for style in () if styles is None else styles.iterfind(f"{W}style"):
            name = style.get(f"{W}styleId") or ""
            self._styles[name] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
                self._usual = name
        usual = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault")
        if usual is not None:
            self._defaults = _look(usual)

    def paragraph(self, paragraph: Element) -> Look:
        """Return the look that a paragraph gives its runs, its own shading included."""
        named = _named(paragraph, f"{W}pPr/{W}pStyle") or self._usual
        styled = self._styled(named).over(self._defaults)
        own = _fill(paragraph.find(f"{W}pPr/{W}shd"))
        return styled if own is None else replace(styled, block=own)

    def why_unseen(self, run: Element, given: Look) -> str:
        """Return why the text of a run in a paragraph that looks so is not seen; "" if it is."""
        own, styled = _look(run), self._styled(_named(run, f"{W}rPr/{W}rStyle"))
        vanish = own.vanish
        if vanish is None:  # two styles that both hide show again: a toggle, ISO 29500-1 17.7.3
            vanish = bool(styled.vanish) != bool(given.vanish)
        if vanish:
            return VANISHED
        look = own.over(styled).over(given)
        if look.size is not None and look.size <= TINY:
            return SMALL
        return self._hidden_by_colour(look, run)

    def _hidden_by_colour(self, look: Look, run: Element) -> str:
        if look.colour in {None, UNKNOWN}:
            return ""
        ground = look.ground or look.block or self._around(run)
        if ground == UNKNOWN or not _alike(look.colour or "", ground):
            return ""
        return PALE if min(_channels(ground)) >= NEAR_WHITE else LIKE_GROUND

    def _around(self, element: Element) -> str:
        """Return the colour of the cell, table, shape or page in which an element stands."""
        while (above := element.getparent()) is not None:
            element = above
            if found := self._fill_of(element):
                return found
        return self._page

    def _fill_of(self, element: Element) -> str | None:
        if element.tag == f"{W}tc":
            return _fill(element.find(f"{W}tcPr/{W}shd"))
        if element.tag == f"{W}tbl":
            own = _fill(element.find(f"{W}tblPr/{W}shd"))
            shaded = self._shades(_named(element, f"{W}tblPr/{W}tblStyle"))
            return UNKNOWN if own is None and shaded else own
        if element.tag == f"{WPS}wsp":
            return None if element.find(f"{WPS}spPr/{A}noFill") is not None else UNKNOWN
        if element.tag.startswith(VML) and element.tag != f"{VML}textbox":
            return None if element.get("filled") in OFF else UNKNOWN
        return None

    def _shades(self, name: str) -> bool:
        """Tell whether a table's style, or one that it is based on, shades any of its cells."""
        for _ in range(MAX_BASED_ON):
            if name not in self._styles:
                return False
            style = self._styles[name]
            if any(_fill(shading) for shading in style.iterfind(f".//{W}shd")):
                return True
            name = _named(style, f"{W}basedOn")
        return False

    def _styled(self, name: str, depth: int = 0) -> Look:
        if name not in self._styles or depth > MAX_BASED_ON:
            return PLAIN
        if name not in self._known:
            style = self._styles[name]
            own = replace(_look(style), block=_fill(style.find(f"{W}pPr/{W}shd")))
            below = self._styled(_named(style, f"{W}basedOn"), depth + 1)
            self._known[name] = own.over(below)
        return self._known[name]


def page_colour(background: Element | None) -> str:
    """Return white for a page without colour; how a coloured one prints, nobody knows."""
    named = None if background is None else background.get(f"{W}color")
    return WHITE if named in {None, "auto"} or _alike(named or "", WHITE) else UNKNOWN


def _named(element: Element, path: str) -> str:
    found = element.find(path)
    return "" if found is None else found.get(f"{W}val") or ""


def _look(element: Element) -> Look:
    """Return what the properties of a run or style say themselves."""
    properties = element.find(f"{W}rPr")
    if properties is None:
        return PLAIN
    said = {child.tag: child for child in properties}  # one walk: this is done for every run
    if said.keys().isdisjoint(SEEN_BY):
        return PLAIN
    vanish, size = said.get(f"{W}vanish"), said.get(f"{W}sz")
    return Look(
        vanish=None if vanish is None else vanish.get(f"{W}val") not in OFF,
        size=None if size is None else _points(size.get(f"{W}val")),
        colour=_colour(said.get(f"{W}color")),
        ground=_highlight(said.get(f"{W}highlight")) or _fill(said.get(f"{W}shd")),
    )


def _points(half: str | None) -> float | None:
    return float(half) / 2 if half and half.isascii() and half.isdigit() else None


def _colour(element: Element | None) -> str | None:
    """Return the colour of letters; "auto" is told apart from its ground by Word itself."""
    if element is None:
        return None
    value = element.get(f"{W}val") or ""
    if _HEX.fullmatch(value):
        return value
    plain = not (element.get(f"{W}themeShade") or element.get(f"{W}themeTint"))
    theme = element.get(f"{W}themeColor")
    return WHITE if plain and theme in {"background1", "light1"} else UNKNOWN


def _highlight(element: Element | None) -> str | None:
    return None if element is None else HIGHLIGHTS.get(element.get(f"{W}val") or "")


def _fill(shading: Element | None) -> str | None:
    """Return the colour of a shading, unknown for patterns, None where it paints nothing."""
    if shading is None:
        return None
    kind = shading.get(f"{W}val") or "clear"
    if kind == "nil":
        return None
    value = shading.get(f"{W}color" if kind == "solid" else f"{W}fill") or "auto"
    if kind not in {"clear", "solid"}:
        return UNKNOWN
    if _HEX.fullmatch(value):
        return value
    return UNKNOWN if kind == "solid" or shading.get(f"{W}themeFill") else None


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour)) if _HEX.fullmatch(colour) else ()


def _alike(one: str, other: str) -> bool:
    """Tell whether two colours cannot be told apart by a reader."""
    pairs = list(zip(_channels(one), _channels(other), strict=False))
    return bool(pairs) and all(abs(a - b) <= ALIKE for a, b in pairs)
