"""Documents in, ranked hits out."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.library import Library
    from index.model import Filters, Hit, Query

__all__ = ["Filters", "Hit", "Library", "Query"]

# each name is loaded from its home when it is first asked for: importing one light module of
# the package must not load the heavy ones beside it
_HOMES = {
    "Filters": "index.model",
    "Hit": "index.model",
    "Library": "index.library",
    "Query": "index.model",
}


def __getattr__(name: str) -> object:
    """Return a name of the façade from the module it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
