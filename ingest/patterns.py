"""Patterns that are compiled when they are first used.

A long pattern takes tens of milliseconds to compile. A command that only needs a function beside
it must not wait for that, so the long ones are written down when a module is imported and
compiled by the first text they are tried on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

_METHODS: Final = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _Lazy:
    """A pattern's text; asked for anything a compiled pattern has, it becomes one."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> object:
        """Return what the compiled pattern has; its methods are kept, so that this runs once."""
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled on first use; otherwise as ``re.compile`` gives it."""
    return cast("re.Pattern[str]", _Lazy(source, flags))


def letters(characters: Iterable[str]) -> str:
    """Return the inside of a character class that holds these: "abcdđ" becomes "a-dđ"."""
    codes = sorted(map(ord, characters))
    held = set(codes)
    starts = [code for code in codes if code - 1 not in held]
    ends = [code for code in codes if code + 1 not in held]
    return "".join(
        chr(first) if first == last else f"{chr(first)}-{chr(last)}"
        for first, last in zip(starts, ends, strict=True)
    )
