"""A digest file, read strictly: a slip of the pen is named at once, in words a person understands.

The format: ``document`` (an id of the manifest) and ``basis`` (where the facts come from), then
``[[section]]`` with ``path`` and ``heading``, each with its ``[[section.fact]]``: ``kind`` and
``text``, and where they apply ``years``, ``value`` (with its unit) and ``owner``.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

from ingest.errors import TracuuError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

FactSort: TypeAlias = Literal["goal", "task", "duty", "note"]
Table: TypeAlias = dict[str, object]
Kinds: TypeAlias = "Mapping[str, type]"

TOP_KEYS: Final[Kinds] = {"document": str, "basis": str, "section": list}
SECTION_KEYS: Final[Kinds] = {"path": list, "heading": str}
SECTION_EXTRAS: Final[Kinds] = {"fact": list}
FACT_KEYS: Final[Kinds] = {"kind": str, "text": str}
FACT_EXTRAS: Final[Kinds] = {"years": list, "value": str, "owner": str}


@dataclass(frozen=True, slots=True)
class DigestFact:
    """One sentence. ``years``, ``value`` (with its unit) and ``owner`` stand in ``text``."""

    kind: FactSort
    text: str
    years: tuple[int, ...] = ()
    value: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class DigestSection:
    """A section of the document: ``path`` as cited, empty where the place is not known."""

    path: tuple[str, ...]
    heading: str
    facts: tuple[DigestFact, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """What one file holds: of which document, from what source, section by section."""

    document: str
    basis: str
    sections: tuple[DigestSection, ...]


def read_digest(path: Path) -> Digest:
    """Return what a digest file says, every field checked.

    Raises:
        TracuuError: the file is not TOML, or a field is missing, unknown, or of a wrong kind.

    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TracuuError(f"Tệp {path} không đúng dạng TOML: {error}") from error
    try:
        top = _checked(raw, TOP_KEYS, {}, "đầu tệp")
        sections = tuple(_section(table) for table in _tables(top["section"]))
        _check_order(sections)
    except ValueError as error:
        raise TracuuError(f"{path}: {error}.") from error
    return Digest(str(top["document"]), str(top["basis"]), sections)


def _checked(table: Table, needed: Kinds, more: Kinds, where: str) -> Table:
    """Return the table if it has what it needs and nothing unknown; else raise ValueError."""
    kinds = {**needed, **more}
    if unknown := sorted(set(table) - set(kinds)):
        raise ValueError(f"{where} có trường lạ: {', '.join(unknown)}")
    wrong = [k for k in needed if k not in table] + [
        k for k, value in table.items() if not isinstance(value, kinds[k]) or value == ""
    ]
    if wrong:
        raise ValueError(f"{where} thiếu hoặc sai trường {', '.join(wrong)}")
    return table


def _tables(value: object) -> tuple[Table, ...]:
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return tuple(value)
    raise ValueError("section và section.fact phải là các bảng [[…]]")


def _section(table: Table) -> DigestSection:
    where = f"mục “{table.get('heading', '?')}”"
    _checked(table, SECTION_KEYS, SECTION_EXTRAS, where)
    path = table["path"]
    if not isinstance(path, list) or not all(isinstance(p, str) and p for p in path):
        raise ValueError(f"{where}: path phải gồm các chuỗi")
    facts = tuple(_fact(fact) for fact in _tables(table.get("fact", [])))
    return DigestSection(tuple(path), str(table["heading"]), facts)


def _fact(table: Table) -> DigestFact:
    text = str(table.get("text", "?"))
    where = f"ý “{text}”"
    _checked(table, FACT_KEYS, FACT_EXTRAS, where)
    if "\n" in text or not text.endswith("."):
        raise ValueError(f"{where} phải là một câu trên một dòng, kết thúc bằng dấu chấm")
    years, value, owner = table.get("years", []), table.get("value"), table.get("owner")
    if not isinstance(years, list) or not all(type(year) is int for year in years):
        raise ValueError(f"{where}: years phải gồm các số")
    if absent := [str(x) for x in (*years, value, owner) if x is not None and str(x) not in text]:
        raise ValueError(f"{where} không chứa “{'”, “'.join(absent)}”")
    return DigestFact(
        kind=_sort(table["kind"], where),
        text=text,
        years=tuple(years),
        value=None if value is None else str(value),
        owner=None if owner is None else str(owner),
    )


def _sort(written: object, where: str) -> FactSort:
    for sort in get_args(FactSort):
        if written == sort:
            found: FactSort = sort
            return found
    raise ValueError(f"{where}: kind “{written}” không phải {', '.join(get_args(FactSort))}")


def _check_order(sections: Sequence[DigestSection]) -> None:
    """Raise ValueError unless every section follows the one it belongs to, and stands once."""
    trail: tuple[str, ...] = ()
    seen: set[tuple[str, ...]] = set()
    for section in sections:
        path = section.path
        if path and (path in seen or trail[: len(path) - 1] != path[:-1]):
            raise ValueError(f"mục {'.'.join(path)} lặp lại hoặc không đứng dưới mục chứa nó")
        seen.add(path)
        trail = path
