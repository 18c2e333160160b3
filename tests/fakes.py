"""Hand-written stand-ins, each small enough to be believed."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from ingest.model import Document, DocumentInfo, Health, Passage, Section, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


@dataclass(frozen=True)
class HashingEmbedder:
    """Each word adds one to a place chosen by its CRC; texts with common words are near."""

    name: str = "băm từ"
    dimensions: int = 32
    salt: str = ""
    quick: bool = False

    @property
    def fingerprint(self) -> str:
        """Another one for each setting."""
        return hashlib.sha256(f"{self.name} {self.dimensions} {self.salt}".encode()).hexdigest()

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit row a text."""
        rows = [self.embed_question(text) for text in texts]
        return np.array(rows, np.float32).reshape(-1, self.dimensions)

    def embed_question(self, text: str) -> NDArray[np.float32]:
        """Return one unit vector."""
        vector = np.zeros(self.dimensions, np.float32)
        for word in text.lower().split():
            vector[zlib.crc32((self.salt + word).encode()) % self.dimensions] += 1
        return vector / max(float(np.linalg.norm(vector)), 1e-9)


def make_document(
    paragraphs: Sequence[str], name: str = "1-kh-tu-2025-01-02", **head: object
) -> tuple[Document, bytes]:
    """Return a document with one numbered section and passage a paragraph, and its bytes."""
    text = "\n".join(paragraphs)
    data = f"{name}\n{head}\n{text}".encode()
    sections, passages, start = [], [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        span, path = Span(start, start + len(paragraph)), (str(number),)
        label, context = f"khoản {number}", f"Văn bản {name}"
        sections.append(Section(path, label, "", span))
        passages.append(Passage(f"{name}#{number}", name, path, label, span, paragraph, context))
        start = span.end + 1
    fields: dict[str, object] = {
        "id": name,
        "symbol": "1-KH/TU",
        "type": "Kế hoạch",
        "title": "thử nghiệm",
        "issuer": "Ban Thường vụ Tỉnh ủy",
        "place": "Tiền Giang",
        "issued": date(2025, 1, 2),
        "signer": None,
        "recipients": ("Như trên",),
        "source": f"{name}.txt",
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    info = DocumentInfo(**(fields | head))  # type: ignore[arg-type]
    document = Document(
        info, text, (), tuple(sections), tuple(passages), (), (), Health("tốt", format="text")
    )
    return document, data
