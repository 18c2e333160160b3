"""What is wrong with each derived index: missing, unreadable, or not what the catalog says."""

from __future__ import annotations

import json
import logging
import zlib
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.caches import NAMES, CacheName, open_chroma
from index.lexical import LexicalIndex
from index.scan import VectorLog
from ingest.errors import CacheDamagedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

    from index.catalog_records import Snapshot
    from index.material import Material
    from index.model import Embedder
    from index.vectors import ChromaIndex

logger = logging.getLogger(__name__)

SAMPLE = 50  # rows looked for in Chroma by their own vectors
EQUAL = 1e-3  # scores of the same vector differ by less, half precision included
FOOTER = 8  # bytes: length of the footer and magic number, two little-endian uint32
FOOTER_MAGIC = 1337
POSTINGS = {".fast", ".fieldnorm", ".idx", ".pos", ".store", ".term"}  # files that have one


@dataclass(frozen=True, slots=True)
class CacheCheck:
    """The indexes of one generation beside the catalog's rows of that generation."""

    home: Path
    snapshot: Snapshot
    material: Material
    embedder: Callable[[], Embedder]

    def faults(self) -> dict[CacheName, str]:
        """Return, for each index that is not as it must be, what is wrong with it."""
        looks: dict[CacheName, Callable[[Path], str | None]] = {
            "lexical": self._lexical,
            "vectors": self._vectors,
            "chroma": self._chroma,
        }
        found: dict[CacheName, str] = {}
        for name in NAMES:
            record = self.snapshot.caches.get(name)
            fault = "chưa lập" if self.snapshot.caches else None
            if record is not None:
                folder = self.home / record.folder
                fault = looks[name](folder) if folder.is_dir() else "thư mục bị thiếu"
            if fault is not None:
                found[name] = fault
        return found

    def _lexical(self, folder: Path) -> str | None:
        damaged = [path.name for path in sorted(folder.iterdir()) if not _checksum_holds(path)]
        if damaged:
            return f"tệp {damaged[0]} bị hỏng"
        try:
            rows = LexicalIndex(folder).rows()
        except CacheDamagedError as error:
            logger.warning("%s", error)
            return "không đọc được"
        return self._against_live(rows)

    def _vectors(self, folder: Path) -> str | None:
        record = self.snapshot.caches["vectors"]
        log = VectorLog(folder, record.dimensions)
        found, total, _ = log.read(0)
        if len(found) < total or log.cut_off():
            return f"{max(total - len(found), 1)} bản ghi hỏng hoặc bị cắt cụt"
        rows, vectors, _ = log.load()
        missing = len(np.setdiff1d(self.snapshot.rows, rows))
        if missing:
            return f"thiếu {missing} vectơ"
        if record.fingerprint != self.embedder().fingerprint:
            return f"lập bằng mô hình khác ({record.model}); cần chạy `tracuu reindex`"
        items = self.material.indexed(self.snapshot.rows.tolist())
        wrong = self.material.wrong(items, vectors[np.searchsorted(rows, self.snapshot.rows)])
        return f"{wrong} vectơ khác với mô hình tính lại" if wrong else None

    def _chroma(self, folder: Path) -> str | None:
        if not any(folder.iterdir()):
            return "thư mục rỗng"
        try:
            with closing(open_chroma(self.home, self.snapshot.caches["chroma"])) as chroma:
                return self._against_live(chroma.rows()) or self._unfound(chroma)
        except CacheDamagedError as error:
            logger.warning("%s", error)
            return "không đọc được"

    def _unfound(self, chroma: ChromaIndex) -> str | None:
        """Say so if rows of a sample are not found by their own vectors."""
        record = self.snapshot.caches["vectors"]
        rows, vectors, _ = VectorLog(self.home / record.folder, record.dimensions).load()
        if len(np.setdiff1d(self.snapshot.rows, rows)):
            return None  # the log has gaps, which is a fault of its own
        lost = 0
        for row in self._sample():
            own = vectors[np.searchsorted(rows, row)]
            near = np.intersect1d(chroma.nearest(own, 1), rows)
            best = vectors[np.searchsorted(rows, near)] @ own
            lost += not len(near) or float(best.max()) < float(own @ own) - EQUAL
        return f"{lost} vectơ không tìm lại được" if lost else None

    def _sample(self) -> NDArray[np.int64]:
        rows = self.snapshot.rows
        return rows[:: max(1, len(rows) // SAMPLE)][:SAMPLE]

    def _against_live(self, rows: set[int]) -> str | None:
        live = set(self.snapshot.rows.tolist())
        missing, extra = len(live - rows), len(rows - live)
        if not missing and not extra:
            return None
        return f"thiếu {missing} đoạn, thừa {extra} đoạn"


def _checksum_holds(path: Path) -> bool:
    """Tell whether one of tantivy's files still has the CRC-32 in its footer, if it has one.

    Layout: body, footer as JSON with "crc", length of the footer, magic number (both uint32 LE).
    """
    data = path.read_bytes()
    length, magic = np.frombuffer(data[-FOOTER:], "<u4") if len(data) >= FOOTER else (0, 0)
    if magic != FOOTER_MAGIC:
        return path.suffix not in POSTINGS
    body = len(data) - FOOTER - int(length)
    try:
        return bool(zlib.crc32(data[:body]) == json.loads(data[body:-FOOTER])["crc"])
    except (ValueError, KeyError):
        return False
