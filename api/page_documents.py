"""What the pages say of documents besides their text: examples of questions to ask of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ingest.text import fold

if TYPE_CHECKING:
    from api.shelf import Shelf

SHOWN: Final = 3


def examples(shelf: Shelf, shipped: str | None) -> tuple[str, ...]:
    """Return questions that this library answers, one of them typed without diacritics."""
    held = sorted(shelf.library.documents(), key=lambda info: str(info.issued or ""), reverse=True)
    signed = [f"{i.type} số {i.symbol} do ai ký?" for i in held if i.signer and i.symbol and i.type]
    issued = [f"{i.type} {i.symbol} ban hành ngày nào" for i in held if i.issued and i.symbol]
    typed = [fold(question) for question in issued[-1:]]
    return tuple(q for q in (shipped, *signed[:1], *typed) if q)[:SHOWN]
