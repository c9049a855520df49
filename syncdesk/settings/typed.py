"""Typed values as plain JSON values and back, by the fields of their dataclasses. Used by
settings/config.py."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, time
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

_Value = TypeVar("_Value")


class WrongValueError(Exception):
    """A stored value does not fit; `key` names it from the top: 'mapping.numbers.pad'."""

    def __init__(self, key: str, found: str) -> None:
        super().__init__(f"{key}: {found}")
        self.key = key


def to_plain(value: Any) -> Any:
    """The value as JSON knows it: dataclasses as objects, days and times of day as ISO text, tuples as
    lists."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: to_plain(item) for key, item in value.items()}
    return value


def from_plain(kind: type[_Value], plain: object, key: str = "") -> _Value:
    """The dataclass that :func:`to_plain` wrote; unknown keys are passed over, missing ones take their
    default.

    Raises WrongValueError naming the key at fault.
    """
    if not isinstance(plain, dict):
        raise WrongValueError(key, "is no group of settings")
    hints = get_type_hints(kind)
    values: dict[str, object] = {}
    for field in fields(kind):  # type: ignore[arg-type]
        inner = f"{key}.{field.name}" if key else field.name
        if field.name in plain:
            values[field.name] = _read(hints[field.name], plain[field.name], inner)
        elif field.default is MISSING and field.default_factory is MISSING:
            raise WrongValueError(inner, "is missing")
    try:
        return kind(**values)
    except ValueError as error:  # each value fits, but not together
        raise WrongValueError(key, str(error)) from error


def merged(before: object, now: object) -> object:
    """`now`, with what only `before` has: settings of a newer or older SyncDesk are not lost by being unknown
    here (F-42)."""
    if not isinstance(before, Mapping) or not isinstance(now, Mapping):
        return now
    return {**before, **{key: merged(before.get(key), value) for key, value in now.items()}}


def _read(kind: Any, plain: object, key: str) -> object:
    origin = get_origin(kind)
    if origin is UnionType:
        return (
            None if plain is None else _read(next(k for k in get_args(kind) if k is not NoneType), plain, key)
        )
    if origin is tuple:
        _expect(isinstance(plain, list), key, plain)
        return tuple(_read(get_args(kind)[0], item, key) for item in plain)  # type: ignore[attr-defined]
    if origin is dict:
        _expect(isinstance(plain, dict) and all(isinstance(v, str) for v in plain.values()), key, plain)
        return plain
    if isinstance(kind, type) and is_dataclass(kind):
        return from_plain(kind, plain, key)
    if kind in (date, time) or issubclass(kind, Enum):
        return _word(kind, plain, key)
    _expect(type(plain) is kind, key, plain)
    return plain


def _word(kind: Any, plain: object, key: str) -> object:
    try:
        return kind.fromisoformat(str(plain)) if kind in (date, time) else kind(plain)
    except ValueError as error:
        raise WrongValueError(key, f"cannot be {plain!r}") from error


def _expect(holds: bool, key: str, plain: object) -> None:
    if not holds:
        raise WrongValueError(key, f"cannot be {plain!r}")
