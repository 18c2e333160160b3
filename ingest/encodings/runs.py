"""A document's runs of text, each decided on with its whole document as witness.

A run is often a word or a letter, too little to judge. So the runs of each kind of font are first
judged together; then a stretch that clearly speaks another language than its kind is judged alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from ingest.encodings.fonts import draws_capitals, family_of, holds_signs
from ingest.encodings.signs import as_signs
from ingest.encodings.spelling import Evidence, evidence
from ingest.encodings.tables import DECODERS, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ingest.encodings.model import Run
    from ingest.encodings.tables import Encoding

Family: TypeAlias = "Encoding | Literal['signs'] | None"

SIGNS: Final = "signs"
SAMPLE = 60_000  # characters of one kind of font are enough to judge it by
CONVINCING = 0.7  # share of well-spelled words from which a reading can be right
HINTED = 0.4  # the same where the font's name says so: names, foreign words, single letters
BETTER_BY = 0.25  # by how much another reading must win
FEWEST_WORDS = 2  # well-spelled words without which nothing is converted
FEWEST_ALONE = 4  # the same for a stretch that is to be read otherwise than its kind

# letters that no byte of an old encoding looks like to a Western reader
_UNICODE_ONLY = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9\u0300-\u0303\u0309\u0323]")


class Converter:
    """The text of a document's paragraphs in Unicode; judged once, asked paragraph by paragraph."""

    def __init__(self, paragraphs: Iterable[Sequence[Run]]) -> None:
        self._decided = _decide(paragraphs)
        self._used: dict[str, int] = {}

    def text(self, runs: Sequence[Run]) -> str:
        """Return the paragraph's text, every run in the encoding that it turned out to have."""
        return "".join(
            self._stretch(family, group) if family != SIGNS else as_signs(group)
            for family, group in _by_family(runs)
        )

    @property
    def encoding(self) -> str | None:
        """Return the encodings converted from so far, the commonest first; None if none was."""
        names = sorted(self._used, key=lambda name: -self._used[name])
        return " + ".join(TITLES[name] for name in names) or None

    def _stretch(self, family: Family, runs: Sequence[Run]) -> str:
        whole = "".join(run.text for run in runs)
        encoding = self._judge(whole, self._decided.get(family, _hinted(family)))
        if encoding is None:
            return whole
        if not whole.isascii():
            self._used[encoding] = self._used.get(encoding, 0) + len(whole)
        return _decoded(runs, encoding)

    @staticmethod
    def _judge(text: str, decided: Encoding | None) -> Encoding | None:
        """Return the encoding of a stretch: that of its kind, unless the words say otherwise."""
        if text.isascii():
            return decided
        own = _read(text, decided)
        if _UNICODE_ONLY.search(text) and _read(text, None).share >= own.share:
            return None
        if own.share >= CONVINCING:
            return decided
        found, best = max(
            ((name, _read(text, name)) for name in (None, *DECODERS)),
            key=lambda reading: reading[1].share,
        )
        sure = best.share >= CONVINCING and best.share >= own.share + BETTER_BY
        return found if sure and best.spelled >= FEWEST_ALONE else decided


def _by_family(runs: Sequence[Run]) -> Iterator[tuple[Family, list[Run]]]:
    """Yield stretches of runs whose fonts are of one kind."""

    def family(run: Run) -> Family:
        return SIGNS if holds_signs(run.font) else family_of(run.font)

    for kind, group in groupby(runs, key=family):
        yield kind, list(group)


def _hinted(family: Family) -> Encoding | None:
    return None if family == SIGNS else family


def _decoded(runs: Sequence[Run], encoding: Encoding) -> str:
    """Return the text; a mark may stand in another run than its vowel, a capital H font may not."""
    decode = DECODERS[encoding]
    pieces = (
        (capitals, decode("".join(run.text for run in group)))
        for capitals, group in groupby(runs, key=lambda run: draws_capitals(run.font))
    )
    return "".join(text.upper() if capitals else text for capitals, text in pieces)


def _read(text: str, encoding: Encoding | None) -> Evidence:
    return evidence(text if encoding is None else DECODERS[encoding](text))


def _decide(paragraphs: Iterable[Sequence[Run]]) -> dict[Family, Encoding | None]:
    """Return for each kind of font the encoding of the document's text in it."""
    samples: dict[Family, list[str]] = defaultdict(list)
    held: dict[Family, int] = defaultdict(int)
    for runs in paragraphs:
        for family, group in _by_family(runs):
            text = "".join(run.text for run in group)
            if family != SIGNS and not text.isascii() and held[family] < SAMPLE:
                samples[family].append(text)
                held[family] += len(text)
    return {
        family: recognise("\n".join(texts), _hinted(family)) for family, texts in samples.items()
    }


def recognise(text: str, hinted: Encoding | None = None) -> Encoding | None:
    """Return the encoding whose reading of the text is spelled best; None if it is Unicode."""
    readings = {name: _read(text, name) for name in (hinted, None, *DECODERS)}
    as_it_is = readings[None]
    if as_it_is.share >= CONVINCING or not as_it_is.words:
        return None
    found = max(readings, key=lambda name: readings[name].share)
    best = readings[found]
    own = readings[hinted]
    if hinted and own.share >= max(HINTED, as_it_is.share + BETTER_BY, best.share - BETTER_BY):
        return hinted
    sure = best.share >= max(CONVINCING, as_it_is.share + BETTER_BY)
    return found if sure and best.spelled >= FEWEST_WORDS else None
