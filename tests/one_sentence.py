"""A plan that says one sentence, for tests of what a sentence by itself states."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.read import read_document

if TYPE_CHECKING:
    from ingest.model import Document

HEAD = """TỈNH ỦY BẮC SƠN
*
Số 12-KH/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Bắc Sơn, ngày 04 tháng 5 năm 2026

KẾ HOẠCH
về nuôi cá lồng
-----

1. """


@lru_cache(maxsize=128)
def plan_saying(sentence: str) -> Document:
    """Return the plan; its last passage is the sentence."""
    return read_document(f"{HEAD}{sentence}\n".encode(), "12-KH-TU.txt")
