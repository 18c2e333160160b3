"""Where the optional reference data lies; tests that need it are skipped where it is absent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"


def _folder() -> Path | None:
    named = Path(os.environ.get("TRACUU_SHARED", ROOT.parent / "shared"))
    return named if (named / "documents").is_dir() else None


SHARED = _folder()

needs_shared = pytest.mark.skipif(
    SHARED is None, reason="needs the reference data: set TRACUU_SHARED to its folder"
)


def shared(*parts: str) -> Path:
    """Return a path inside the reference data (only in tests marked ``needs_shared``)."""
    if SHARED is None:
        pytest.skip("needs the reference data: set TRACUU_SHARED to its folder")
    return SHARED.joinpath(*parts)
