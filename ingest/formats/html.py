"""Web pages through lxml and Beautiful Soup: the running text without the site around it.

Whole files only: nothing is fetched, no script runs, no link is followed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

from ingest.encodings import Converter, Run
from ingest.errors import DamagedFileError, EmptyFileError, TooLargeError
from ingest.formats.limits import counted
from ingest.formats.tables import Row, table_lines
from ingest.formats.text import Decoded, decode
from ingest.model import RawPage, RawText
from ingest.secrecy import is_stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SNIFFED = 4096
MAX_TAGS = 100_000
MAX_DEPTH = 150  # elements within elements
MAIN_SHARE = 0.5  # of the page's text; an <article> with less is a teaser
LINKED_SHARE = 0.6  # of a block's text inside links: a menu or a list of other pages
LINKED_FEWEST = 3

NEVER_TEXT = (
    "script", "style", "noscript", "template", "iframe", "object", "svg", "canvas", "head",
    "nav", "aside", "form", "button", "select", "input", "textarea", "footer", "dialog", "audio",
    "video", "map", "link", "meta",
)  # fmt: skip
BLOCKS = frozenset(
    ("address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
     "fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
     "li", "main", "ol", "p", "pre", "section", "summary", "table", "ul")
)  # fmt: skip
MENU_BLOCKS = ("div", "ul", "ol", "section", "header", "p", "table", "td")
FURNITURE_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})

_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{3,30})", re.IGNORECASE)
_FURNITURE_NAME = re.compile(
    r"(?:^|[-_\s])(?:nav|navbar|menu|breadcrumbs?|sidebar|footer|comments?|share|social|related"
    r"|advert|ads|banner|cookie|popup|modal|tags?|pagination|toolbar|newsletter)(?:$|[-_\s])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True)
class Weight:
    """How much text an element holds, how much of it in links, and in how many pieces."""

    letters: int = 0
    linked: int = 0
    links: int = 0

    def add(self, letters: int, *, linked: bool) -> None:
        """Count one more string."""
        self.letters += letters
        self.linked += letters * linked
        self.links += linked


def read(data: bytes) -> RawText:
    """Return the lines of a web page: a block a line, a table row a line.

    Raises:
        EmptyFileError: no text in it.
        UnknownFormatError: an encoding without a table.
        TooLargeError: over the limit of characters or tags.
        DamagedFileError: nested without end.

    """
    if data.count(b"<") > MAX_TAGS:
        raise TooLargeError(f"Trang web có hơn {MAX_TAGS} thẻ, vượt giới hạn. Hãy chia nhỏ tệp.")
    decoded = _decoded(data)
    list(counted([decoded.text]))
    soup = BeautifulSoup(decoded.text, "lxml")
    _check_depth(soup)
    stamps = _stamps(soup)
    _strip(soup)
    lines = [*stamps, *_lines(_main(soup))]
    converter = Converter((Run(line),) for line in lines)
    lines = [converter.text((Run(line),)) for line in lines]
    if not any(line.strip() for line in lines):
        raise EmptyFileError("Trang web không có chữ nào. Hãy kiểm tra lại tệp.")
    return RawText(
        format="html",
        pages=(RawPage(None, tuple(lines)),),
        encoding=converter.encoding or decoded.encoding,
        lost_characters=decoded.lost,
    )


def _decoded(data: bytes) -> Decoded:
    """Return the text by the declared encoding where that works, else as any text."""
    declared = _CHARSET.search(data[:SNIFFED])
    if declared and b"\x00" not in data[:SNIFFED]:
        name = declared[1].decode("ascii")
        try:
            return Decoded(data.decode(name), name.upper())
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data)


def _check_depth(soup: BeautifulSoup) -> None:
    """Raise DamagedFileError for a page nested deeper than any that a person wrote."""
    depths = {id(soup): 0}
    for node in soup.descendants:
        if isinstance(node, Tag):
            depths[id(node)] = depths[id(node.parent)] + 1
    if max(depths.values()) > MAX_DEPTH:
        raise DamagedFileError("Trang web lồng nhau quá sâu nên không đọc được.")


def _stamps(soup: BeautifulSoup) -> list[str]:
    """Return the secrecy stamps of the page, also of the parts that are not running text."""
    lines = list(_lines(soup.body or soup))
    return [line for before, line in pairwise(["", *lines]) if is_stamp(line, before)]


def _strip(soup: BeautifulSoup) -> None:
    """Take out what is not running text: code, hidden parts, navigation, menus."""
    for tag in soup(NEVER_TEXT):
        tag.decompose()
    for tag in [tag for tag in soup.select("*") if _is_furniture(tag)]:
        if not tag.decomposed:
            tag.decompose()
    weights = _weights(soup)
    for tag in soup(MENU_BLOCKS):
        if not tag.decomposed and _is_menu(weights[id(tag)]):
            tag.decompose()


def _is_furniture(tag: Tag) -> bool:
    if tag.name in {"html", "body", "main", "article"}:
        return False
    named = [*_values(tag, "class"), *_values(tag, "id")]
    return (
        tag.has_attr("hidden")
        or tag.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(" ".join(_values(tag, "style"))))
        or not FURNITURE_ROLES.isdisjoint(_values(tag, "role"))
        or any(_FURNITURE_NAME.search(name) for name in named)
    )


def _values(tag: Tag, attribute: str) -> list[str]:
    value = tag.get(attribute) or []
    return [value] if isinstance(value, str) else list(value)


def _is_menu(weight: Weight) -> bool:
    """Tell whether a block is mostly links to other pages."""
    return weight.links >= LINKED_FEWEST and weight.linked > LINKED_SHARE * weight.letters


def _weights(soup: BeautifulSoup) -> dict[int, Weight]:
    """Return the weight of every element by its identity, each string counted on its way up."""
    weights: dict[int, Weight] = defaultdict(Weight)
    for text in soup.find_all(string=True):
        holders = list(text.parents)
        letters = len(text.strip())
        linked = any(holder.name == "a" and holder.get("href") for holder in holders)
        for holder in holders:
            weights[id(holder)].add(letters, linked=linked)
    return weights


def _main(soup: BeautifulSoup) -> Tag:
    """Return the part that the page itself marks as its text, if that holds most of it."""
    weights = _weights(soup)
    body = soup.body or soup

    def letters(tag: Tag) -> int:
        return weights[id(tag)].letters

    marked = soup.select("[itemprop=articleBody], article, main, [role=main]")
    fitting = [tag for tag in marked if letters(tag) >= MAIN_SHARE * letters(body)]
    return min(fitting, key=letters, default=body)


def _lines(element: Tag) -> Iterator[str]:
    """Yield the lines of a block: its inline text, broken by <br> and by the blocks inside."""
    written = ""
    for part in _parts(element):
        if isinstance(part, str):
            written += part
            continue
        yield from _filled([_collapsed(written)])
        written = ""
        yield from _block(part)
    yield from _filled([_collapsed(written)])


def _parts(element: Tag) -> Iterator[str | Tag]:
    """Yield inline text, and whole elements where a line ends."""
    for child in element.children:
        if isinstance(child, Tag):
            if child.name in BLOCKS or child.name == "br":
                yield child
            else:
                yield from _parts(child)
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            yield str(child)  # comments and declarations are preformatted strings


def _block(tag: Tag) -> Iterable[str]:
    if tag.name == "br":
        return ()
    if tag.name == "table":
        return table_lines([_row(row) for row in _rows(tag)])
    if tag.name == "pre":
        return tag.get_text().split("\n")
    lines = list(_lines(tag))
    if tag.name == "li" and lines:
        return [_numbered(tag, lines[0]), *lines[1:]]
    return lines


def _rows(table: Tag) -> list[Tag]:
    """Return the rows of this table, not those of tables inside it."""
    return [row for row in table("tr") if row.find_parent("table") is table]


def _row(row: Tag) -> Row:
    return [list(_lines(cell)) for cell in row(["td", "th"], recursive=False)]


def _numbered(item: Tag, line: str) -> str:
    """Return the first line of a list item with the number or dash that a browser shows."""
    owner = item.parent
    if owner is None or owner.name != "ol":
        return line if line.startswith(("-", "+")) else f"- {line}"
    items = owner("li", recursive=False)
    start = owner.get("start")
    first = int(start) if isinstance(start, str) and start.isdigit() else 1
    return f"{first + items.index(item)}. {line}"


def _collapsed(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _filled(lines: Iterable[str]) -> Iterator[str]:
    return (line for line in lines if line)
