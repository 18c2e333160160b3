"""The numbers from one to ten as words, folded: "ba dự án" counts three."""

from __future__ import annotations

from typing import Final

CARDINALS: Final = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "muoi": 10,
}  # fmt: skip
