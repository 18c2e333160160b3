"""Words as people say them, beside the words in which official papers say the same.

A question may say "ai cầm trịch" where the plan says "chủ trì". Each row gives an everyday phrase
and what papers write for it; the typed words stay and count in full, the words of papers are
looked for beside them. The rows (``api.everyday_words``) are of the language, not of any document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from api.everyday_more import SAID_TOO
from api.everyday_words import SAID
from api.phrases import occurrences
from api.question_words import STOP_WORDS
from index.restore import syllable_model
from ingest.text import fold, normalise_tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.model import Span

BEFORE: Final = re.compile(r"(\w+) $")
AFTER: Final = re.compile(r" (\w+)")
BOUND_BEFORE: Final = 3.5  # "khoa học" 5.3, "nhân dân" 4.2; "cho dân" -0.6, "giao nộp" 2.0
BOUND_AFTER: Final = 2.5  # "tiền lương" 4.6, "học sinh" 3.2; "học nghị" -1.8, "nộp báo" 0.8


@dataclass(frozen=True, slots=True)
class Saying:
    """An everyday phrase, plain and spelt, and what papers write for it, each as its words."""

    plain: str
    spelt: str
    written: tuple[tuple[str, ...], ...]


@cache
def sayings() -> tuple[Saying, ...]:
    """Return every row, longer phrases first."""
    rows = [row.split(":") for row in (SAID + SAID_TOO).splitlines() if ":" in row]
    found = [
        Saying(
            fold(said.strip()),
            normalise_tone(said.strip()),
            tuple(
                tuple(normalise_tone(w).split())
                for w in written.replace(" - ", " ").split(",")
                if w.strip() != said.strip()
            ),
        )
        for said, written in rows
    ]
    return tuple(sorted(found, key=lambda saying: (-len(saying.plain), saying.spelt)))


def said_in(
    text: str, content: str, spelt: str
) -> Iterator[tuple[Span, tuple[tuple[str, ...], ...]]]:
    """Yield each everyday phrase of a question, with what papers write for it.

    ``text``, ``content`` (folded, without stop phrases) and ``spelt`` (with marks) are of one
    length. A longer phrase leaves nothing of itself to a shorter one; a name ("Tiền Giang") says
    nothing else.
    """
    for saying in sayings():
        phrase = (saying.plain, saying.spelt)
        for span in tuple(occurrences(content, spelt, phrase, accented=True)):
            if " " not in saying.plain and (
                _inside_a_compound(spelt, span, saying.spelt) or _names(text, span)
            ):
                continue
            content = content[: span.start] + " " * (span.end - span.start) + content[span.end :]
            yield span, saying.written


def _inside_a_compound(spelt: str, span: Span, word: str) -> bool:
    """Tell whether a word of one syllable is half of another word: "tiền" of "tiền lương"."""
    if fold(word) not in syllable_model().by_fold:  # "hecta" is no Vietnamese syllable
        return False
    bound = syllable_model().bound
    before = BEFORE.search(spelt[: span.start])
    after = AFTER.match(spelt, span.end)
    return bool(
        (before and before[1] not in STOP_WORDS and bound(before[1], word) > BOUND_BEFORE)
        or (after and after[1] not in STOP_WORDS and bound(word, after[1]) > BOUND_AFTER)
    )


def _names(text: str, span: Span) -> bool:
    """Tell whether a word is the first of a name: it and the next begin with capitals."""
    after = AFTER.match(text, span.end)
    return text[span.start].isupper() and after is not None and after[1][0].isupper()
