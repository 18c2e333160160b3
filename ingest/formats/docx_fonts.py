"""Which font a run of a Word (.docx) file is written in: its own, its style's, its paragraph's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.encodings.fonts import family_of
from ingest.formats.numbering import MAX_BASED_ON, W

if TYPE_CHECKING:
    from ingest.formats.numbering import Element


class DocxFonts:
    """The fonts that the styles name; a run that names none has its paragraph's."""

    def __init__(self, styles: Element | None) -> None:
        self._styles = {
            style.get(f"{W}styleId") or "": style
            for style in (() if styles is None else styles.iterfind(f"{W}style"))
        }
        self._default = (
            "" if styles is None else _named(styles.find(f"{W}docDefaults/{W}rPrDefault"))
        )

    def paragraph(self, paragraph: Element) -> str:
        """Return the font of a paragraph's style, else that of the document."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return self._styled(style) or self._default

    def run(self, run: Element, inherited: str) -> str:
        """Return the font of a run inside a paragraph with the font ``inherited``."""
        return _named(run) or self._styled(run.find(f"{W}rPr/{W}rStyle")) or inherited

    def _styled(self, named: Element | None) -> str:
        name = None if named is None else named.get(f"{W}val")
        for _ in range(MAX_BASED_ON):
            if name is None or name not in self._styles:
                return ""
            style = self._styles[name]
            if font := _named(style):
                return font
            based_on = style.find(f"{W}basedOn")
            name = None if based_on is None else based_on.get(f"{W}val")
        return ""


def _named(element: Element | None) -> str:
    """Return the font that an element names; of several, one made for an old encoding."""
    fonts = None if element is None else element.find(f"{W}rPr/{W}rFonts")
    if fonts is None:
        return ""
    names = [name for kind in ("ascii", "hAnsi") if (name := fonts.get(f"{W}{kind}"))]
    return next((name for name in names if family_of(name)), names[0] if names else "")
