"""``corpus/manifest.toml`` as records: the documents known by name, whether held or not."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final, TypeAlias, get_args

from api.model import KnownDocument, Relation, RelationKind
from ingest.errors import TracuuError

if TYPE_CHECKING:
    from pathlib import Path

Record: TypeAlias = dict[str, object]

REQUIRED: Final = ("id", "symbol", "type", "title", "issuer")
OPTIONAL: Final = ("place", "signer", "file", "sha256")
LISTS: Final = ("addresses", "relations")
KNOWN_KEYS: Final = frozenset((*REQUIRED, *OPTIONAL, *LISTS, "issued"))


@dataclass(frozen=True, slots=True)
class Manifest:
    """The known documents and a question that the shipped corpus answers."""

    documents: tuple[KnownDocument, ...] = ()
    homonyms: tuple[KnownDocument, ...] = ()
    example: str | None = None

    @property
    def known(self) -> tuple[KnownDocument, ...]:
        """Every document known by name, those that only share a number with another too."""
        return self.documents + self.homonyms


def load_manifest(folder: Path) -> Manifest:
    """Return what ``manifest.toml`` in ``folder`` says; an absent file is an empty manifest.

    Raises:
        TracuuError: the file is not TOML, or a record lacks or misspells a field.

    """
    path = folder / "manifest.toml"
    if not path.is_file():
        return Manifest()
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TracuuError(f"Tệp {path} không đúng dạng TOML: {error}") from error
    documents = tuple(_record(record, path) for record in raw.get("document", []))
    homonyms = tuple(_record(record, path) for record in raw.get("homonym", []))
    return Manifest(
        documents=documents,
        homonyms=tuple(replace(record, homonym=True) for record in homonyms),
        example=raw.get("example"),
    )


def _record(record: Record, path: Path) -> KnownDocument:
    """Return one record, every field checked, so that a slip of the pen is named at once."""
    _check(record, path)
    more = {key: str(record[key]) for key in OPTIONAL if record.get(key)}
    issued = record["issued"]
    assert isinstance(issued, date)  # noqa: S101 -- _check has seen to it; tells mypy so
    return KnownDocument(
        id=str(record["id"]),
        symbol=str(record["symbol"]),
        type=str(record["type"]),
        title=str(record["title"]),
        issuer=str(record["issuer"]),
        issued=issued,
        place=more.get("place"),
        signer=more.get("signer"),
        file=more.get("file"),
        sha256=more.get("sha256"),
        addresses=tuple(str(address) for address in _items(record, "addresses")),
        relations=tuple(_relation(item, path) for item in _items(record, "relations")),
    )


def _check(record: Record, path: Path) -> None:
    name = record.get("id", "?")
    missing = [key for key in REQUIRED if not isinstance(record.get(key), str)]
    if not isinstance(record.get("issued"), date):
        missing.append("issued")
    if missing:
        raise TracuuError(f"{path}: bản ghi “{name}” thiếu hoặc sai trường {', '.join(missing)}.")
    if unknown := sorted(set(record) - KNOWN_KEYS):
        raise TracuuError(f"{path}: bản ghi “{name}” có trường lạ: {', '.join(unknown)}.")


def _items(record: Record, key: str) -> list[object]:
    value = record.get(key, [])
    return value if isinstance(value, list) else []


def _relation(item: object, path: Path) -> Relation:
    if isinstance(item, dict):
        for kind in get_args(RelationKind):
            if item.get("kind") == kind and isinstance(item.get("target"), str):
                return Relation(kind=kind, target=item["target"])
    raise TracuuError(f"{path}: quan hệ không hợp lệ: {item!r}.")
