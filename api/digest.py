"""Digests stand in for documents whose text is not held: facts in our own words, with their place.

A file of ``corpus/digests`` names its document, its source, and for each section a heading and
facts. It becomes a ``Document`` like any other, so that questions, facts and citations need no
second way; its ``info.source`` is ``"digest"``, and its text is never the document's own.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from api.digest_file import read_digest
from api.shelf import as_info
from ingest.errors import TracuuError
from ingest.facts import find_facts
from ingest.header import short_name
from ingest.labels import element_label, label_of
from ingest.model import Deadline, Document, Goal, Health, Passage, Section, Span, Task
from ingest.references import find_references

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from api.digest_file import Digest, DigestSection, FactSort
    from api.model import KnownDocument
    from ingest.model import DocumentInfo, Fact

SOURCE: Final = "digest"
REASON: Final = "bản tóm lược, chưa có toàn văn"
NAMED: Final = re.compile(r'^document = "([^"\n]+)"', re.MULTILINE)
SIGNED: Final = re.compile(r"([-+])\d+")  # "-2" is printed "- "
LETTERED: Final = re.compile(r"[a-zđ]")  # "a" is printed "a) "

# what a line of a kind may state: a figure in a task is a goal too, a note sets nothing
STATES: Final[dict[FactSort, tuple[type[Fact], ...]]] = {
    "goal": (Goal,),
    "task": (Task, Goal, Deadline),
    "duty": (Task, Deadline),
    "note": (),
}


@dataclass(frozen=True, slots=True)
class _Block:
    """A section laid out: its heading and its facts are one line of the text each."""

    section: DigestSection
    key: tuple[str, ...]  # the path, or a mark that keeps sections of unknown place apart
    heading: Span
    rows: tuple[Span, ...]

    @property
    def end(self) -> int:
        return self.rows[-1].end if self.rows else self.heading.end


class Digests(Mapping[str, Document]):
    """Documents made of digests, by id; a file is read when its document is first asked for."""

    def __init__(self, files: Mapping[str, Path], known: Sequence[KnownDocument]) -> None:
        self._files = files
        self._known = {record.id: record for record in known}
        self._made: dict[str, Document] = {}

    def __getitem__(self, document_id: str) -> Document:
        if document_id not in self._made:
            path = self._files[document_id]
            made = as_document(read_digest(path), self._known[document_id])
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            self._made[document_id] = replace(made, info=replace(made.info, sha256=digest))
        return self._made[document_id]

    def __contains__(self, document_id: object) -> bool:  # without reading the file
        return document_id in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def is_digest(info: DocumentInfo) -> bool:
    """Tell whether a document is a digest, so that answers from it say so."""
    return info.source == SOURCE


def load_digests(folder: Path, known: Sequence[KnownDocument]) -> Mapping[str, Document]:
    """Return the digests of ``folder`` (``*.toml``) by document id; read when first asked for.

    Raises:
        TracuuError: a file names no document, an unknown one, or one that has a digest already.
            Other slips are raised, just as clearly, when the digest is asked for.

    """
    ids = {record.id for record in known}
    files: dict[str, Path] = {}
    for path in sorted(folder.glob("*.toml")):
        named = NAMED.search(path.read_text(encoding="utf-8", errors="replace"))
        if named is None:
            raise TracuuError(f'{path}: thiếu dòng document = "…".')
        if named[1] not in ids:
            raise TracuuError(f"{path}: văn bản “{named[1]}” không có trong manifest.toml.")
        if named[1] in files:
            raise TracuuError(f"{path}: văn bản “{named[1]}” đã có bản tóm lược khác.")
        files[named[1]] = path
    return Digests(files, known)


def as_document(digest: Digest, known: KnownDocument) -> Document:
    """Return the digest as a document: its lines the text, one passage a fact."""
    info = replace(as_info(known), source=SOURCE)
    text, blocks = _laid_out(digest)
    sections = _tree(text, blocks)
    return Document(
        info=info,
        text=text,
        pages=(),
        sections=tuple(s for s in sections if s.label),
        passages=tuple(_passages(info, text, blocks)),
        facts=tuple(_facts(text, sections, blocks, info)),
        references=find_references(text),
        health=Health("cần xem lại", (REASON, f"nguồn: {digest.basis}"), format="digest"),
    )


def _laid_out(digest: Digest) -> tuple[str, tuple[_Block, ...]]:
    """Return the text and where each section stands in it."""
    lines: list[str] = []
    blocks, at = [], 0
    for number, section in enumerate(digest.sections):
        own = [_sign(section.path) + section.heading, *(fact.text for fact in section.facts)]
        spans = []
        for line in own:
            spans.append(Span(at, at + len(line)))
            at += len(line) + 1
        key = section.path or (f"?{number}",)
        blocks.append(_Block(section, key, spans[0], tuple(spans[1:])))
        lines += own
    return "\n".join(lines), tuple(blocks)


def _sign(path: tuple[str, ...]) -> str:
    """Return how the number of a section is printed before its heading."""
    if not path:
        return ""
    if signed := SIGNED.fullmatch(path[-1]):
        return f"{signed[1]} "
    return f"{path[-1]}) " if LETTERED.fullmatch(path[-1]) else f"{path[-1]}. "


def _tree(text: str, blocks: Sequence[_Block]) -> tuple[Section, ...]:
    """Return the sections nested by their paths; those of unknown place have no label."""
    roots: list[Section] = []  # of what follows, the nearest last
    for block in reversed(blocks):
        children = []
        while roots and roots[-1].path[: len(block.key)] == block.key:
            children.append(roots.pop())
        end = children[-1].span.end if children else block.end
        heading = block.section.heading
        start = block.heading.end - len(heading)
        roots.append(
            Section(
                path=block.key,
                label=label_of(block.section.path),
                heading=text[start : block.heading.end],
                span=Span(block.heading.start, end),
                children=tuple(children),
            )
        )
    return tuple(reversed(roots))


def _passages(info: DocumentInfo, text: str, blocks: Sequence[_Block]) -> Iterator[Passage]:
    """Yield one passage a fact, the first of a section with its heading; none is left out."""
    headings = {block.section.path: block.section.heading for block in blocks}
    seen: dict[tuple[str, ...], int] = {}
    for block in blocks:
        path = block.section.path
        above = [_titled(path[:n], headings[path[:n]]) for n in range(1, len(path))]
        for number, row in enumerate(block.rows or (block.heading,)):
            span = row if number else Span(block.heading.start, row.end)
            seen[path] = seen.get(path, 0) + 1
            own = _titled(path, block.section.heading) if number else _element(path)
            yield Passage(
                id=f"{info.id}#{'.'.join(path)}" + (f"~{seen[path]}" if seen[path] > 1 else ""),
                document_id=info.id,
                path=path,
                label=label_of(path),
                span=span,
                text=span.of(text),
                context=" > ".join(part for part in (short_name(info), *above, own) if part),
            )


def _element(path: tuple[str, ...]) -> str:
    return element_label(path) if path else ""


def _titled(path: tuple[str, ...], heading: str) -> str:
    return f"{element_label(path)}. {heading}" if path else heading


def _facts(
    text: str, sections: tuple[Section, ...], blocks: Sequence[_Block], info: DocumentInfo
) -> Iterator[Fact]:
    """Yield what is found in the lines, as far as the digest means it so."""
    places = {block.key: block.section.path for block in blocks}
    starts: list[int] = []
    sorts: list[FactSort] = []
    for block in blocks:
        starts += [span.start for span in (block.heading, *block.rows)]
        # the item below a numbered part is no task of its own: its heading only names a topic
        sorts += ["note" if SIGNED.fullmatch(block.key[-1]) else "task"]
        sorts += [fact.kind for fact in block.section.facts]
    stating = {b.key[0] for b in blocks if any(f.kind != "note" for f in b.section.facts)}
    kept = tuple(section for section in sections if section.path[0] in stating)
    if not kept:
        return
    body = Span(kept[0].span.start, kept[-1].span.end)
    for fact in find_facts(text, kept, body, info.issued):
        sort = sorts[bisect_right(starts, fact.span.start) - 1]
        if isinstance(fact, STATES[sort]):
            yield replace(fact, path=places[fact.path])
