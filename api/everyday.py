"""Words as people say them, beside the words in which official papers say the same.

A question may say "ai cầm trịch" where the plan says "chủ trì". Each row gives an everyday phrase
and what papers write for it; the typed words stay and count in full, the words of papers are
looked for beside them. The rows (``api.everyday_words`` and its neighbours) are of the language,
not of any document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from api.everyday_acts import ACTS_SAID
from api.everyday_more import SAID_TOO
from api.everyday_things import THINGS_SAID
from api.everyday_ways import WAYS_SAID
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
PLAIN: Final = re.compile(r"\w+")
BOUND_BEFORE: Final = 3.5  # "khoa học" 5.3, "nhân dân" 4.2; "cho dân" -0.6, "giao nộp" 2.0
BOUND_AFTER: Final = 2.5  # "tiền lương" 4.6, "học sinh" 3.2; "học nghị" -1.8, "nộp báo" 0.8
CLEARLY: Final = 1.0  # "quyết định" 3.5, "quyền quyết" 1.7; but "chóng đưa" 3.1, "mau chóng" 2.3


@dataclass(frozen=True, slots=True)
class Saying:
    """An everyday phrase, plain and spelt, and what papers write for it, each as its words."""

    plain: str
    spelt: str
    written: tuple[tuple[str, ...], ...]


def _rows() -> Iterator[tuple[str, str]]:
    """Yield each phrase of the tables with what papers write for it."""
    for row in (SAID + SAID_TOO + ACTS_SAID + WAYS_SAID + THINGS_SAID).splitlines():
        said, _, written = row.partition(":")
        yield from ((phrase.strip(), written) for phrase in said.split("|") if written)


@cache
def sayings() -> tuple[Saying, ...]:
    """Return every row, longer phrases first."""
    found = [
        Saying(
            fold(said),
            normalise_tone(said),
            tuple(
                tuple(normalise_tone(w).split())
                for w in written.replace(" - ", " ").split(",")
                if w.strip() != said
            ),
        )
        for said, written in _rows()
    ]
    return tuple(sorted(found, key=lambda saying: (-len(saying.plain), saying.spelt)))


@cache
def _opening() -> dict[str, tuple[Saying, ...]]:
    """Return the rows by the first word of their phrase, so that few are tried on a question."""
    found: dict[str, list[Saying]] = {}
    for saying in sayings():
        found.setdefault(saying.plain.partition(" ")[0], []).append(saying)
    return {word: tuple(rows) for word, rows in found.items()}


def _tried(content: str) -> list[Saying]:
    """Return the rows whose first word stands in ``content``, longer phrases first."""
    words = dict.fromkeys(PLAIN.findall(content))
    found = [saying for word in words for saying in _opening().get(word, ())]
    return sorted(found, key=lambda saying: (-len(saying.plain), saying.spelt))


def said_in(
    text: str, content: str, spelt: str
) -> Iterator[tuple[Span, tuple[tuple[str, ...], ...]]]:
    """Yield each everyday phrase of a question, with what papers write for it.

    ``text``, ``content`` (folded, without stop phrases) and ``spelt`` (with marks) are of one
    length. A longer phrase leaves nothing of itself to a shorter one; a name ("Tiền Giang") says
    nothing else.
    """
    for saying in _tried(content):
        phrase = (saying.plain, saying.spelt)
        for span in tuple(occurrences(content, spelt, phrase, accented=True)):
            if " " in saying.plain:
                stands = not _cuts_a_compound(spelt, span, saying.spelt)
            else:
                inside = _inside_a_compound(spelt, span, saying.spelt)
                stands = not inside and not _names(text, span)
            if not stands:
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


def _cuts_a_compound(spelt: str, span: Span, phrase: str) -> bool:
    """Tell whether a phrase ends or begins amid another word: "quyền quyết" of "quyền quyết định".

    Its outer syllable is then tied to the one outside, and that one to no other as tightly:
    "làm giấy chứng nhận" is no "giấy chứng".
    """
    words = phrase.split()
    before, after = spelt[: span.start].split()[-2:], spelt[span.end :].split()[:2]
    ahead = _ties([*before, *words[:2]], len(before), BOUND_BEFORE)
    return ahead or _ties([*words[-2:], *after], 2, BOUND_AFTER)


def _ties(words: list[str], at: int, least: float) -> bool:
    """Tell whether the word at ``at`` is tied to the one before it, and neither elsewhere."""
    pairs = dict(enumerate(pairwise(words), 1))
    if at not in pairs or not STOP_WORDS.isdisjoint(pairs[at]):
        return False
    tie = syllable_model().bound(*pairs[at])
    beside = (syllable_model().bound(*pairs[n]) for n in (at - 1, at + 1) if n in pairs)
    return tie > max(least, *(bound + CLEARLY for bound in beside))


def _names(text: str, span: Span) -> bool:
    """Tell whether a word is the first of a name: it and the next begin with capitals."""
    after = AFTER.match(text, span.end)
    return text[span.start].isupper() and after is not None and after[1][0].isupper()
