"""Column types: how each value of a row becomes one of the four types that a STRICT table knows.

Dates, moments and words are text; tuples and small values are JSON text; a yes or no is 1 or 0.
"""

import json
import types
import typing
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

from sqlalchemy import REAL, Dialect, Double, Integer, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from launchpad.domain.errors import PlanError
from launchpad.domain.fields import decoder, encoder

NUMBER: TypeEngine[Any] = Double().with_variant(REAL(), "sqlite")
"""A number with a fraction."""

MOMENT_FORM = "%Y-%m-%dT%H:%M:%SZ"


class Coded(TypeDecorator[Any]):
    """A column whose values are not what the driver hands over. None stays None."""

    impl: Any = Text
    cache_ok = True

    def encode(self, value: Any) -> Any:
        """Return what is stored for `value`."""
        raise NotImplementedError

    def decode(self, stored: Any) -> Any:
        """Return the value of what is stored; raise PlanError if it cannot be one."""
        raise NotImplementedError

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else self.encode(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else self.decode(value)


class Spelled(Coded):
    """A date, a date or offset, or a word of a closed vocabulary, as files spell it."""

    cache_ok = True

    def __init__(self, hint: Any) -> None:
        super().__init__()
        self.hint = hint
        self._to_text = encoder(hint)
        self._from_text = decoder(hint)

    def encode(self, value: Any) -> Any:
        return self._to_text(value)

    def decode(self, stored: Any) -> Any:
        return self._from_text(stored)


class JsonText(Coded):
    """A tuple or a small value, as JSON text."""

    cache_ok = True

    def __init__(self, hint: Any) -> None:
        super().__init__()
        self.hint = hint
        self._to_json = encoder(hint)
        self._from_json = decoder(hint)

    def encode(self, value: Any) -> str:
        return to_json(self._to_json(value))

    def decode(self, stored: Any) -> Any:
        return self._from_json(from_json(stored))


class Flag(Coded):
    """Yes or no, as 1 or 0."""

    impl = Integer
    cache_ok = True

    def encode(self, value: Any) -> int:
        return int(value)

    def decode(self, stored: Any) -> bool:
        if stored not in (0, 1):
            raise PlanError(f"{stored!r:.40} is neither yes nor no.")
        return bool(stored)


class Number(Coded):
    """A number with a fraction, neither endless nor absurd."""

    impl = NUMBER
    cache_ok = True
    _check = staticmethod(decoder(float))

    def encode(self, value: Any) -> Any:
        return self._check(value)

    def decode(self, stored: Any) -> Any:
        return self._check(stored)


class Moment(Coded):
    """A moment of the real clock in UTC, to the second."""

    cache_ok = True

    def encode(self, value: Any) -> str:
        return typing.cast(datetime, value).astimezone(UTC).strftime(MOMENT_FORM)

    def decode(self, stored: Any) -> datetime:
        try:
            return datetime.strptime(stored, MOMENT_FORM).replace(tzinfo=UTC)
        except ValueError:
            raise PlanError(f"“{stored[:40]}” is not a moment.") from None


def to_json(value: Any) -> str:
    """Write a value as JSON text: compact, with its characters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Any:
    """Read JSON text; raise PlanError if it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise PlanError("A list of values in it cannot be read.") from None


def type_for(hint: Any) -> tuple[TypeEngine[Any], bool]:
    """Return the column type for a field's type hint, and whether the column may be empty."""
    members, optional = _without_none(hint)
    if len(members) == 1:
        return _type_of(members[0]), optional
    return (Spelled(date | int) if date in members else Text()), optional


def _without_none(hint: Any) -> tuple[tuple[Any, ...], bool]:
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        members = typing.get_args(hint)
        return tuple(each for each in members if each is not type(None)), type(None) in members
    return (hint,), False


def _type_of(hint: Any) -> TypeEngine[Any]:
    plain: dict[Any, TypeEngine[Any]] = {bool: Flag(), int: Integer(), float: Number(), str: Text()}
    if hint in plain:
        return plain[hint]
    if isinstance(hint, typing.NewType):
        return Text()
    if hint is date or (isinstance(hint, type) and issubclass(hint, Enum)):
        return Spelled(hint)
    return JsonText(hint)
