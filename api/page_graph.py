"""How a document stands to others, as a small drawing and as a list: two views of one thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from api.page_facts import shortened
from api.page_links import marked_url
from ingest.folding import fold

if TYPE_CHECKING:
    from api.wire_documents import DocumentDetail, ReferenceShape
    from ingest.model import Document

MOST: Final = 10  # nodes of a drawing; the list names all
STEP: Final = 52
TOP: Final = 8
CITES, CARRIES_OUT = "viện dẫn", "thực hiện"
CARRYING: Final = re.compile(  # "… thực hiện Nghị quyết số " and the number after it
    r"(?<!nam )(?<!ket )(?<!qua )thuc hien (?:[a-z]+ ){1,6}(?:so )?$"
)


@dataclass(frozen=True, slots=True)
class Relative:
    """Another document: how this one stands to it (``out``) or it to this one, and the proof."""

    kind: str
    name: str
    out: bool
    url: str = ""
    held: bool = False
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A relative and where its middle stands in the drawing."""

    relative: Relative
    y: int


@dataclass(frozen=True, slots=True)
class Graph:
    """The drawing: this document on the left, the others in a column on the right."""

    nodes: tuple[Node, ...]
    height: int
    middle: int


def relatives(document: Document, detail: DocumentDetail, held: frozenset[str]) -> list[Relative]:
    """Return every relation once: those on record, then what the text itself refers to.

    From the text only three are read, all visible there: "thực hiện" where the title says so,
    "căn cứ" where the line opens so, "viện dẫn" anywhere else. Each carries a link to the words.
    """
    found: dict[tuple[str, bool], Relative] = {}
    own = document.info.symbol
    for out, shapes in ((True, detail.relations), (False, detail.related_from)):
        for shape in shapes:
            name = (shape.document.symbol if shape.document else None) or shape.target
            url = f"/documents/{shape.target}"
            made = Relative(shape.kind, name, out, url, shape.target in held)
            found.setdefault((name, out), made)
    for reference in detail.references:
        if reference.symbol != own:
            found.setdefault((reference.symbol, True), _cited(document, reference, held))
    for head in detail.referenced_by:
        name = head.symbol or shortened(head.title)
        kind = CITES if not own or not carries_out(head.title, own) else CARRIES_OUT
        made = Relative(kind, name, out=False, url=f"/documents/{head.id}", held=True)
        found.setdefault((name, False), made)
    return list(found.values())


def carries_out(title: str, symbol: str) -> bool:
    """Tell whether a title says that its document carries out the one of this number.

    "Sơ kết 5 năm thực hiện Nghị quyết số …" looks back and carries nothing out.
    """
    before, found, _ = fold(title).partition(fold(symbol))
    return bool(found and CARRYING.search(before))


def _cited(document: Document, reference: ReferenceShape, held: frozenset[str]) -> Relative:
    text, start, end = document.text, reference.span.start, reference.span.end
    line = text[text.rfind("\n", 0, start) + 1 : start]
    kind = "căn cứ" if fold(line).lstrip().startswith("can cu") else CITES
    kind = CARRIES_OUT if carries_out(document.info.title, reference.symbol) else kind
    only = reference.targets[0] if len(reference.targets) == 1 else None
    proof = marked_url(document.info.id, start, end, text[start:end])
    url = f"/documents/{only}" if only else ""
    return Relative(kind, reference.symbol, out=True, url=url, held=only in held, proof=proof)


def graph(found: list[Relative]) -> Graph:
    """Return the drawing of the first relatives."""
    shown = found[:MOST]
    nodes = tuple(Node(each, TOP + STEP * i + STEP // 2) for i, each in enumerate(shown))
    height = 2 * TOP + STEP * max(1, len(shown))
    return Graph(nodes, height, height // 2)
