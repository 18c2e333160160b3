"""Which documents are one: what replaces what, and which id a newcomer gets.

Numbers restart with each term and run in every province, so two documents may earn the same id:
05-KH/TU of one day in two provinces. The one that comes second gets its place appended.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.errors import FormerCopyError, PoorerCopyError
from ingest.folding import fold
from ingest.header import official_name
from ingest.health import VERDICTS, broken_note, recognition_note
from ingest.syllables import broken_share

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from index.catalog import Catalog
    from ingest.model import Document, DocumentInfo

    Outcome = str | PoorerCopyError

CLEARLY = 0.03  # more of the letters in impossible words: one letter in fifty misread
NOT_SLUG = re.compile(r"[^a-z0-9]+")  # "Tiền Giang" → "tien-giang"


class Settling:
    """Decides document by document what a batch changes; ``fresh`` is what is to be stored.

    With ``replacing`` a poorer copy takes the place of a better one too.
    """

    def __init__(self, catalog: Catalog, *, replacing: bool) -> None:
        self._catalog = catalog
        self._replacing = replacing
        snapshot = catalog.snapshot()
        self._versions = snapshot.versions
        self._former = former_copies(snapshot.infos, catalog.retired())
        self._ids = {info.sha256: name for name, info in snapshot.infos.items()}
        self._latest: dict[str, Document] = {}
        self.fresh: list[tuple[Document, bytes]] = []

    def settle(self, given: Document, data: bytes) -> Outcome:
        """Return the id under which these bytes are or will be held, or why they will not be."""
        digest = hashlib.sha256(data).hexdigest()
        if digest in self._ids:
            return self._ids[digest]
        if digest in self._former and not self._replacing:
            return _came_before(given)
        document = settled(replace(given, info=replace(given.info, sha256=digest)), self._holder)
        name = document.info.id
        held = None if self._replacing else self._held(name)
        refused = held and poorer(document, held)
        if refused:
            return refused
        self.fresh.append((document, data))
        self._ids[digest] = name
        self._latest[name] = document
        return name

    def _holder(self, name: str) -> DocumentInfo | None:
        return self._latest[name].info if name in self._latest else self._catalog.latest(name)

    def _held(self, name: str) -> Document | None:
        """Return the document that is live under an id, or came under it in this batch."""
        if name in self._latest:
            return self._latest[name]
        version = self._versions.get(name)
        return None if version is None else self._catalog.document(version)


def former_copies(infos: Mapping[str, DocumentInfo], retired: Mapping[str, str]) -> dict[str, str]:
    """Return, of the digests retired, those whose documents are held in a later version."""
    live = {info.sha256 for info in infos.values()}
    return {one: name for one, name in retired.items() if name in infos and one not in live}


def settled(document: Document, holder: Callable[[str], DocumentInfo | None]) -> Document:
    """Return the document under the first id that is free or that it may itself replace.

    ``holder`` names the latest document, present or past, that bears an id.
    """
    for candidate in _candidates(document.info):
        other = holder(candidate)
        if other is None or same_document(other, document.info):
            return renamed(document, candidate)
    raise AssertionError("the last candidate is made of the bytes' own digest")


def same_document(one: DocumentInfo, other: DocumentInfo) -> bool:
    """Tell whether two heads with one id are the same document's.

    They are, unless places or issuers are known for both and differ: a field that a poor copy
    lacks proves nothing.
    """
    if one.sha256 == other.sha256:
        return True
    pairs = ((one.place, other.place), (one.issuer, other.issuer))
    return all(not a or not b or slug(a) == slug(b) for a, b in pairs)


def poorer(document: Document, held: Document) -> PoorerCopyError | None:
    """Return why a new copy must not silently take the place of ``held``, or None where it may.

    It must not where its verdict is worse, nor where more of it comes from recognition: that
    puts letters that look right in the place of the right ones. Nor where clearly more of its
    words are broken, as in a text that somebody saved after recognition. A copy that nobody can
    rely on is worth no protection but against a worse one.
    """
    new, old = document.health, held.health
    worse = VERDICTS.index(new.verdict) > VERDICTS.index(old.verdict)
    trusted = old.verdict != VERDICTS[-1]
    # from the texts: documents kept by an earlier program have no share in their reports
    broken = broken_share(document.text) > broken_share(held.text) + CLEARLY
    if not worse and not (trusted and (broken or new.recognised_share > old.recognised_share)):
        return None
    return PoorerCopyError(
        f"Thư viện đang có {official_name(held.info)} trong bản đọc được tốt hơn tệp này "
        f"(bản đang có: {_read_how(held)}; tệp này: {_read_how(document)}). "
        "Bản đang có được giữ nguyên. "
        "Nếu vẫn muốn thay, hãy thêm lại kèm đồng ý thay bản (--replace)."
    )


def _came_before(document: Document) -> FormerCopyError:
    return FormerCopyError(
        f"Tệp này là bản cũ của {official_name(document.info)}, đã được một bản thêm sau thay; "
        "bản đang có được giữ nguyên. Nếu muốn dùng lại bản cũ, hãy thêm lại kèm đồng ý thay bản "
        "(--replace)."
    )


def _read_how(document: Document) -> str:
    health, share = document.health, broken_share(document.text)
    source = "chữ có sẵn trong tệp"
    if health.recognised_pages:
        pages = f"{len(health.recognised_pages)}/{health.pages} trang"
        source = f"{pages} {recognition_note(health.recognised_confidence)}"
    return ", ".join((health.verdict, source, *[broken_note(share)] * (share > CLEARLY)))


def renamed(document: Document, name: str) -> Document:
    """Return the document with ``name`` as its id, in its passages too."""
    old = document.info.id
    if name == old:
        return document
    passages = tuple(
        replace(p, document_id=name, id=name + p.id.removeprefix(old)) for p in document.passages
    )
    return replace(document, info=replace(document.info, id=name), passages=passages)


def slug(text: str) -> str:
    """Return text in ASCII letters, digits and single dashes."""
    return NOT_SLUG.sub("-", fold(text)).strip("-")


def _candidates(info: DocumentInfo) -> Iterator[str]:
    yield info.id
    for field in (info.place, info.issuer):
        if field and slug(field):
            yield f"{info.id}-{slug(field)}"
    yield f"{info.id}-{info.sha256[:8]}"
    yield f"{info.id}-{info.sha256}"
