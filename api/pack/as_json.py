"""A pack as JSON: the fields of ``api.pack.model`` under their own names, offsets included."""

from __future__ import annotations

from functools import lru_cache

from pydantic import TypeAdapter

from api.pack.model import StudyPack


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[StudyPack]:
    return TypeAdapter(StudyPack)


def as_json(pack: StudyPack) -> bytes:
    """Return the pack for programs; question ids stay while the text stays."""
    return _adapter().dump_json(pack, indent=2) + b"\n"
