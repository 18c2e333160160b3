"""Is the library whole: the truth against itself, and every index against the truth.

The truth cannot be repaired from here, only named; what is derived from it is built anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.catalog_write import text_digest
from index.check_caches import CacheCheck
from index.sealed_pages import SealedPages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.caches import CacheName
    from index.catalog import Catalog
    from index.originals import Originals
    from index.writer import Writer

LABELS: dict[CacheName, str] = {
    "lexical": "Chỉ mục từ ngữ",
    "vectors": "Nhật ký vectơ",
    "chroma": "Chỉ mục vectơ (Chroma)",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong, in Vietnamese, and whether it has been put right."""

    message: str
    repaired: bool


class Checker:
    """A check of one library; it holds the writer's place, so that nothing changes meanwhile."""

    def __init__(self, home: Path, catalog: Catalog, originals: Originals, writer: Writer) -> None:
        self._home = home
        self._catalog = catalog
        self._originals = originals
        self._writer = writer

    def run(self, *, repair: bool) -> tuple[Finding, ...]:
        """Return what is wrong, after repairing what can be."""
        with self._writer.locked():
            found = [*self._database(), *self._versions(), *self._strays(repair=repair)]
            found += self._left_over(repair=repair)
            found += self._caches(repair=repair)
        return tuple(found)

    def _database(self) -> Iterator[Finding]:
        for line in self._catalog.integrity():
            yield Finding(
                f"Cơ sở dữ liệu bị hỏng ({line}). Hãy khôi phục library.db từ bản sao lưu.",
                repaired=False,
            )

    def _versions(self) -> Iterator[Finding]:
        """Yield what is wrong with the texts and original files, past versions included."""
        for kept in self._catalog.versions():
            text, digest, misplaced = self._catalog.text(kept.number)
            if text_digest(text) != digest:
                yield Finding(
                    f"Nội dung của {kept.document_id} trong cơ sở dữ liệu đã bị thay đổi. "
                    "Hãy khôi phục library.db từ bản sao lưu.",
                    repaired=False,
                )
            if misplaced:
                yield Finding(
                    f"{misplaced} đoạn của {kept.document_id} nằm ngoài văn bản. "
                    "Hãy khôi phục library.db từ bản sao lưu.",
                    repaired=False,
                )
            if not self._originals.sound(kept.sha256):
                yield Finding(
                    f"Tệp gốc của {kept.document_id} ({kept.source}) bị thiếu hoặc hỏng. "
                    "Hãy thêm lại tệp này.",
                    repaired=False,
                )

    def _strays(self, *, repair: bool) -> Iterator[Finding]:
        """Yield files among the originals that no version names: what a crash left behind."""
        known = frozenset(kept.sha256 for kept in self._catalog.versions())
        for path in self._originals.strays(known):
            if repair:
                path.unlink()
            yield Finding(f"Tệp thừa trong thư mục tệp gốc: {path.name}.", repaired=repair)

    def _left_over(self, *, repair: bool) -> Iterator[Finding]:
        """Yield how many scans were begun and never finished, their pages still standing here."""
        pages = SealedPages(self._home)
        files = len(pages.left_over())
        if files and repair:
            pages.clear()
        if files:
            yield Finding(f"Trang nhận dạng dở của {files} bản quét quá hạn giữ.", repaired=repair)

    def _caches(self, *, repair: bool) -> Iterator[Finding]:
        unfinished = self._writer.unfinished()
        if unfinished and repair:
            self._writer.finish()
        if unfinished:
            yield Finding("Lần ghi trước bị ngắt giữa chừng.", repaired=repair)
        broken = left = self._faults()
        if repair and broken:
            self._writer.rebuild(tuple(broken))
            left = self._faults()
        for name, fault in broken.items():
            yield Finding(f"{LABELS[name]}: {fault}.", repaired=name not in left)

    def _faults(self) -> dict[CacheName, str]:
        snapshot = self._catalog.snapshot()
        writer = self._writer
        return CacheCheck(self._home, snapshot, writer.material, writer.embedder).faults()
