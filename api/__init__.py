"""A question becomes a cited answer; every interface to people and programs."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from api.answer import Answerer
    from api.app import create_app

__all__ = ["Answerer", "create_app"]

# each name is loaded from its home when it is first asked for: importing one light module of
# the package must not load the heavy ones beside it
_HOMES = {
    "Answerer": "api.answer",
    "create_app": "api.app",
}


def __getattr__(name: str) -> object:
    """Return a name of the façade from the module it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
