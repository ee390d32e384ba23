"""Records ↔ plain JSON values, by their annotations alone. Export and import are inverse."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, Union

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """Dataclasses become dicts, tuples lists, named tuples lists; bytes are not plain and raise TypeError."""
    kind: type = type(value)
    if kind in _PLAIN:
        return value
    if names := _fields(kind):
        return {n: to_plain(getattr(value, n)) for n in names}
    if isinstance(value, (tuple, list)):
        return [to_plain(v) for v in value]
    if isinstance(value, dict):
        return {str(k): to_plain(v) for k, v in value.items()}
    raise TypeError(f"not a plain value: {kind.__name__}")


_PLAIN = frozenset((str, int, float, bool, type(None)))


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """Names of the fields of a dataclass, () of anything else."""
    return tuple(f.name for f in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()


def from_plain(kind: type[T], value: Any) -> T:
    """The record of type `kind` that `to_plain` made `value` from."""
    return typing.cast(T, _builder(typing.cast(Any, kind))(value))


def _as_it_is(value: Any) -> Any:
    return value


@cache
def _builder(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of a type from its plain form; made once for each type, since a page reads thousands of passages."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (Union, types.UnionType):
        inner = _builder(next(a for a in args if a is not type(None)))
        return lambda v: None if v is None else inner(v)
    if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
        one = _builder(args[0])
        return tuple if one is _as_it_is else lambda v: tuple([one(x) for x in v])
    if origin is tuple:
        each = [_builder(a) for a in args]
        return lambda v: tuple([f(x) for f, x in zip(each, v, strict=True)])
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _record(kind)
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        hints = typing.get_type_hints(kind)
        parts = [_builder(hints[name]) for name in kind._fields]
        if all(f is _as_it_is for f in parts):
            return lambda v: kind(*v)
        return lambda v: kind(*[f(x) for f, x in zip(parts, v, strict=True)])
    return (lambda v: v if v is None else float(v)) if kind is float else _as_it_is


def _record(kind: type) -> Callable[[Any], Any]:
    """The builder of a dataclass; its fields are looked at when it is first used, since a line may hold lines."""
    named: list[tuple[str, Callable[[Any], Any]]] = []

    def make(value: Any) -> Any:
        if not named:
            hints = typing.get_type_hints(kind)
            named.extend((f.name, _builder(hints[f.name])) for f in dataclasses.fields(kind))
        return kind(**{name: f(value[name]) for name, f in named})

    return make


_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def dumps(value: Any) -> str:
    """Canonical JSON of a record: sorted keys, no spaces, real characters."""
    return _CANONICAL.encode(to_plain(value))
