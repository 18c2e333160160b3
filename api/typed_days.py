"""Days as people type them here, day first: no browser is asked how its language writes them."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

DAY_FIRST: Final = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")  # "18/02/2025"
YEAR_FIRST: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")  # of older links: "2025-02-18"
HOW: Final = "Hãy gõ ngày/tháng/năm, ví dụ 18/02/2025."


class TypedDayError(ValueError):
    """What is typed is no day; the message tells a person what to type."""


def read_day(typed: str) -> date | None:
    """Return the day that is typed, None where the field is empty.

    Raises:
        TypedDayError: it is no day of the calendar, or not written as one.

    """
    words = typed.strip()
    if not words:
        return None
    if found := DAY_FIRST.fullmatch(words):
        day, month, year = map(int, found.groups())
    elif found := YEAR_FIRST.fullmatch(words):
        year, month, day = map(int, found.groups())
    else:
        raise TypedDayError(f"“{words}” chưa phải là một ngày. {HOW}")
    try:
        return date(year, month, day)
    except ValueError:
        raise TypedDayError(f"Lịch không có ngày “{words}”. {HOW}") from None


def shown_day(day: date | None) -> str:
    """Return a day as the field shows it; empty for none."""
    return f"{day:%d/%m/%Y}" if day else ""
