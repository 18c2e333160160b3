"""A question of two years at once: "vào 2030 và vào 2045 là bao nhiêu" asks the same of each.

No sentence need state both, so that each year is asked for alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ingest.text import fold

if TYPE_CHECKING:
    from api.question import Question

_YEAR: Final = r"(?:(?:den|vao|nam|moc|cua|cho|o) ){0,3}(?P<%s>(?:19|20)\d\d)"
# "vào 2030 và vào 2045", "năm 2030, năm 2045", "2030 rồi 2045"
TWO: Final = re.compile(
    rf"\b{_YEAR % 'one'}(?:,| va| voi| roi| con|, con)* {_YEAR % 'two'}(?![\d/.-])"
)
SPAN: Final = re.compile(r"\b(?:tu|giai doan|thoi ky|giua) $")  # "từ 2030 đến 2045" is one time


def year_by_year(question: Question) -> tuple[str, ...]:
    """Return the question of each year, in their order; empty where it asks of one time."""
    folded = fold(question.text)
    found = TWO.search(folded)
    if found is None or len(question.years) != len(found.groups()) or not _apart(folded, found):
        return ()
    before, after = question.text[: found.start()], question.text[found.end() :]
    return tuple(f"{before}năm {found[year]}{after}" for year in ("one", "two"))


def _apart(folded: str, found: re.Match[str]) -> bool:
    """Tell two years from the ends of one time: "từ 2026 đến 2030", "từ năm 2026 và đến 2030"."""
    between = folded[found.end("one") : found.start("two")]
    spans = SPAN.search(folded, 0, found.start()) is not None
    return not spans and re.search(r",|\b(?:va|voi|roi|con)\b", between) is not None
