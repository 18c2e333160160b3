"""What was typed becomes a question that the papers held can be asked."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from api.bare_numbers import with_bare_numbers, with_tails_apart
from api.conditions import with_conditions
from api.haste import with_how_much, with_types
from api.initials import with_initials
from api.issuer_words import without_issuers
from api.numbers_listed import with_types_repeated
from api.plenums import with_plenums
from api.question import understand
from api.scope import find_scope
from api.slips import without_slips
from index.model import Query

if TYPE_CHECKING:
    from api.question import Question
    from api.shelf import Shelf

DEPTH: Final = 40  # passages whose papers are read for the meaning of a short form
MOST_READ: Final = 10  # of these papers


def read_question(typed: str, shelf: Shelf) -> Question:
    """Return the question, with a bare number read as that of the one document it fits."""
    library = shelf.library
    line = " ".join(unicodedata.normalize("NFC", typed).split())
    mended = without_slips(
        with_how_much(with_types(line)),
        lambda word: bool(library.frequency(word)),
        library.holds,
    )
    asked = understand(with_plenums(mended.text, shelf))
    held = library.documents()
    if asked.figures and not asked.mentions:
        asked = understand(with_bare_numbers(asked.text, held))
    asked = with_types_repeated(asked, held)
    asked = with_tails_apart(asked, held, shelf.bears)
    asked = without_issuers(asked, held)
    places = {info.place for info in held if info.place}
    asked = with_initials(asked, lambda: _texts(asked, shelf), places)
    return replace(with_conditions(asked, shelf), slips=mended.slips)


def _texts(asked: Question, shelf: Shelf) -> list[str]:
    """Return the texts of the papers named, or else of those that are found first."""
    named = find_scope(asked, (), shelf).documents
    hits = () if named else shelf.library.search(Query(asked.text, limit=DEPTH))
    ids = named or tuple(dict.fromkeys(hit.document.id for hit in hits))[:MOST_READ]
    return [shelf.document(i).text for i in ids]
