"""Dates of issue: read from headings and references, printed by the Party's padding rule."""

from __future__ import annotations

import re
from datetime import date

_DAY = r"(?P<day>[0-3]?\d)"
_MONTH = r"(?P<month>[01]?\d)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
IN_WORDS = (  # "ngày 18 tháng 02 năm 2025"; scans lose blanks: "ngày22 tháng12 năm 2024"
    rf"ng[àa]y\s*{_DAY}\s*th[áa]ng\s*{_MONTH},?\s*n[ăa]m\s*{_YEAR}"
)
IN_FIGURES = (
    rf"(?:ng[àa]y\s*)?{_DAY}\s?[/.-]\s?{_MONTH}\s?[/.-]\s?{_YEAR}(?!\d)"  # "ngày 06-02-2017"
)


def _unnamed(pattern: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", pattern)


DATE = rf"(?:{_unnamed(IN_WORDS)}|{_unnamed(IN_FIGURES)})"  # to be built into larger patterns
_FORMS = (re.compile(IN_WORDS, re.IGNORECASE), re.compile(IN_FIGURES, re.IGNORECASE))


def read_date(text: str) -> date | None:
    """Return the first date stated in ``text``, or None where there is none in the calendar."""
    found = min(
        (m for m in (form.search(text) for form in _FORMS) if m),
        key=lambda m: m.start(),
        default=None,
    )
    if not found:
        return None
    try:
        return date(*(int(found[part]) for part in ("year", "month", "day")))
    except ValueError:
        return None


def print_date(day: date) -> str:
    """Return the date as the Party prints it: "18/02/2025", "10/5/2025".

    Days below 10 and the months 1 and 2 take a nought, so that nothing can be written before.
    """
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)  # noqa: PLR2004 — the rule
    return f"{day.day:02d}/{month}/{day.year}"
