"""The "may" of a question typed without marks: "mấy" asks for a number, "máy" is a machine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.restore import syllable_model

if TYPE_CHECKING:
    from collections.abc import Iterator

MAY: Final = re.compile(r"(?:(?P<before>\w+) )?(?<!\w)(?P<may>may)\b(?= ?(?P<after>\w*))")
NO_NUMBER: Final = frozenset(["moc", "chu", "mac", "in", "hoc", "anh", "truong", "phat"])
NO_NUMBER_AFTER: Final = frozenset(["tau", "chang", "khong", "rui"])  # "tàu may", "chẳng may"
MACHINE: Final = 1.5  # log-likelihood: "nhà máy" 3.4, "bộ máy" 1.6; "có máy" -0.8


def ask_how_many(folded: str) -> Iterator[int]:
    """Yield where each "may" of a folded text stands that asks for a number."""
    for found in MAY.finditer(folded):
        bound = syllable_model().bound
        before, after = found["before"] or "", found["after"]
        machine = max(bound(before, "máy"), bound("máy", after)) > MACHINE
        if not machine and after not in NO_NUMBER and before not in NO_NUMBER_AFTER:
            yield found.start("may")
