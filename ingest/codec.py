"""Documents as JSON and back: one typed codec for storage, files and the wire.

Field names are those of the dataclasses, tuples become lists, dates ISO strings, and a fact
carries its ``kind``. Decoding is driven by the annotations, compiled once for each type; a field
that is absent takes its default, so that documents stored by an earlier version stay readable.
What we stored ourselves is decoded as it is; what an untrusted process sent is decoded strictly:
every value must have the type that its field declares, and nothing in it is ever executed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeAlias,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from ingest.model import Deadline, Fact, Goal, Task, fact_kind

if TYPE_CHECKING:
    from collections.abc import Hashable

T = TypeVar("T")
Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
_Decode: TypeAlias = Callable[[Any], Any]

_KINDS = {"goal": Goal, "task": Task, "deadline": Deadline}
# names that the model's modules import for annotations only
_NAMES: dict[str, object] = {"date": date, "Iterator": Iterator}


def encode(value: object) -> Json:
    """Return ``value`` (a dataclass, tuple, date or plain value) as JSON data."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case date():
            return value.isoformat()
        case tuple() | list():
            return [encode(item) for item in value]
    if not is_dataclass(value):
        raise TypeError(f"no JSON form for {type(value).__name__}")
    shown: dict[str, Json] = {}
    if isinstance(value, Goal | Task | Deadline):
        shown["kind"] = fact_kind(value)
    for field in fields(value):
        shown[field.name] = encode(getattr(value, field.name))
    return shown


def decode(kind: type[T], data: Json, *, strict: bool = False) -> T:
    """Return the value of type ``kind`` that ``encode`` turned into ``data``.

    Raises:
        ValueError, TypeError, KeyError: with ``strict``, whenever ``data`` is not of that shape.

    """
    return cast("T", _decoder(cast("Hashable", kind), strict)(data))


def decode_all(kind: type[T], data: Json) -> tuple[T, ...]:
    """Return the tuple of ``kind`` that ``encode`` turned into ``data``."""
    return tuple(map(_decoder(cast("Hashable", kind)), cast("list[Json]", data)))


def decode_fact(data: Json) -> Fact:
    """Return the goal, task or deadline that ``encode`` turned into ``data``."""
    return cast("Fact", _fact(data))


def dumps(value: object) -> str:
    """Return ``value`` as compact JSON text, Vietnamese letters as they are."""
    return json.dumps(encode(value), ensure_ascii=False, separators=(",", ":"))


def loads(kind: type[T], text: str) -> T:
    """Return the value of type ``kind`` that ``dumps`` wrote."""
    return decode(kind, json.loads(text))


def loads_all(kind: type[T], text: str) -> tuple[T, ...]:
    """Return the tuple of ``kind`` that ``dumps`` wrote."""
    return decode_all(kind, json.loads(text))


def _same(value: Any) -> Any:
    return value


def _fact(value: Any) -> Any:
    return _decoder(_KINDS[value["kind"]])(value)


def _strict_fact(value: Any) -> Any:
    return _decoder(_KINDS[value["kind"]], strict=True)(value)


@cache
def _decoder(hint: Any, strict: bool = False) -> _Decode:  # noqa: FBT001, FBT002 -- the cache's key
    if hint is date:
        return date.fromisoformat
    if is_dataclass(hint):
        return _dataclass_decoder(cast("type", hint), strict=strict)
    origin = get_origin(hint)
    if origin is tuple:
        return _tuple_decoder(get_args(hint), strict=strict)
    if origin in (Union, UnionType):
        return _union_decoder(get_args(hint), strict=strict)
    if not strict:
        return _same
    return _one_of(get_args(hint)) if origin is Literal else _exactly(hint)


def _exactly(kind: type) -> _Decode:
    """Return a decoder that lets through values of one plain type; an int may stand for a float."""
    kinds = (int, float) if kind is float else (kind,)

    def check(value: Any) -> Any:
        if type(value) not in kinds:
            raise TypeError(f"{type(value).__name__} where {kind.__name__} belongs")
        return value

    return check


def _one_of(values: tuple[Any, ...]) -> _Decode:
    def check(value: Any) -> Any:
        if value not in values:
            raise ValueError("a value outside its list")
        return value

    return check


def _tuple_decoder(items: tuple[Any, ...], *, strict: bool) -> _Decode:
    each = _decoder(items[0], strict)
    if each is _same:
        return tuple

    def decode_items(values: Any) -> Any:
        if strict and type(values) is not list:
            raise TypeError(f"{type(values).__name__} where a list belongs")
        return tuple(map(each, values))

    return decode_items


def _union_decoder(options: tuple[Any, ...], *, strict: bool) -> _Decode:
    kinds = [option for option in options if option is not NoneType]
    if set(kinds) == set(_KINDS.values()):
        each: _Decode = _strict_fact if strict else _fact
    else:
        each = _decoder(kinds[0], strict)
    if each is _same:
        return _same
    return lambda value: None if value is None else each(value)


def _dataclass_decoder(kind: type, *, strict: bool) -> _Decode:
    @cache
    def decoders() -> tuple[tuple[str, _Decode], ...]:
        # resolved on first use, because a Section holds Sections
        hints = get_type_hints(kind, localns=_NAMES)
        return tuple((field.name, _decoder(hints[field.name], strict)) for field in fields(kind))

    def decode_fields(value: Any) -> Any:
        return kind(**{name: read(value[name]) for name, read in decoders() if name in value})

    return decode_fields
