"""Fields of a word processor: their results are text, their instructions are not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MAX_INSTRUCTION = 200  # characters are enough to know a field by its first word

_CONTENTS = re.compile(r"\s*\\?\s*TOC\b", re.IGNORECASE)


def is_contents(instruction: str) -> bool:
    """Tell whether a field is a table of contents."""
    return bool(_CONTENTS.match(instruction))


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    has_result: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are open where the text is being read; a table of contents is left out."""

    _open: list[_Field] = field(default_factory=list)

    @property
    def silent(self) -> bool:
        """Tell whether what is read now belongs to no text."""
        return any(not each.has_result or is_contents(each.instruction) for each in self._open)

    def begin(self) -> None:
        """Open a field: its instruction follows."""
        self._open.append(_Field())

    def result(self) -> None:
        """Let the result of the innermost field follow."""
        if self._open:
            self._open[-1].has_result = True

    def end(self) -> None:
        """Close the innermost field."""
        if self._open:
            self._open.pop()

    def takes(self, text: str) -> bool:
        """Tell whether ``text`` belongs to no text; an instruction is remembered."""
        if self._open and not self._open[-1].has_result:
            known = self._open[-1].instruction
            self._open[-1].instruction = (known + text)[:MAX_INSTRUCTION]
        return self.silent
