"""What the fields of each kind of row hold: read once from the type hints, used by codecs, checks and diffs."""

import dataclasses
import types
import typing
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from launchpad.domain import ids
from launchpad.domain.errors import PlanError
from launchpad.domain.kinds import KINDS
from launchpad.domain.row import LONGEST_TEXT, Row
from launchpad.domain.values import format_when, parse_date, parse_when

Json = None | bool | int | float | str | list[Any] | dict[str, Any]
Encoder = Callable[[Any], Json]
Decoder = Callable[[Any], Any]

_ID_KINDS: dict[object, type[Row]] = {dataclasses.fields(kind)[0].type: kind for kind in KINDS.values()}
_WHEN = frozenset({date, int})
_NODE = frozenset({ids.TaskId, ids.GateId})


class Field(NamedTuple):
    """One field of a row or value: its hint, how it becomes JSON and back, and the kinds of row it may name."""

    name: str
    hint: Any
    encode: Encoder
    decode: Decoder
    refers_to: tuple[type[Row], ...]
    required: bool


_FIELDS: dict[type, tuple[Field, ...]] = {}
_REFERENCES: dict[type, tuple[Field, ...]] = {}


def fields_of(cls: type) -> tuple[Field, ...]:
    """Return the fields of a row kind or value class, in the order they are declared."""
    if cls not in _FIELDS:
        _FIELDS[cls] = tuple(_read_fields(cls))
    return _FIELDS[cls]


def _read_fields(cls: type) -> Iterator[Field]:
    for item in dataclasses.fields(cls):
        hint: Any = item.type
        yield Field(
            item.name,
            hint,
            encoder(hint),
            decoder(hint),
            () if item.name == "id" else _kinds_named_in(hint),
            item.default is dataclasses.MISSING and item.default_factory is dataclasses.MISSING,
        )


def reference_fields(kind: type) -> tuple[Field, ...]:
    """Return the fields of a row kind or value class that name rows, also inside their values."""
    if kind not in _REFERENCES:
        _REFERENCES[kind] = tuple(field for field in fields_of(kind) if field.refers_to)
    return _REFERENCES[kind]


def references(row: Row) -> Iterator[tuple[Field, str]]:
    """Yield (field, id) for every other row that `row` names, also inside its values."""
    for field in reference_fields(type(row)):
        for named in ids_in(getattr(row, field.name)):
            yield field, named


def ids_named(rows: Iterable[Row], field: Field) -> set[str]:
    """Return every id that these rows of one kind name in a field; of many rows this is quick."""
    found: set[Any] = {*map(attrgetter(field.name), rows)}
    others = [value for value in found if not isinstance(value, str)]
    found.difference_update(others)
    return found.union(*map(ids_in, others)) if others else found


def ids_in(value: object) -> Iterator[str]:
    """Yield every id in the value of a field that names rows."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from ids_in(item)
    elif dataclasses.is_dataclass(value):
        for field in reference_fields(type(value)):
            yield from ids_in(getattr(value, field.name))


@cache
def _kinds_named_in(hint: Any) -> tuple[type[Row], ...]:
    if hint in _ID_KINDS:
        return (_ID_KINDS[hint],)
    if dataclasses.is_dataclass(hint):
        return tuple(kind for field in fields_of(typing.cast(type, hint)) for kind in field.refers_to)
    return tuple(kind for inner in typing.get_args(hint) for kind in _kinds_named_in(inner))


def split_optional(hint: Any) -> tuple[tuple[Any, ...], bool]:
    """Split a union into its members without None, and whether None was among them."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        members = typing.get_args(hint)
        return tuple(member for member in members if member is not type(None)), type(None) in members
    return (hint,), False


@cache
def encoder(hint: Any) -> Encoder:
    """Return the function that turns a value of type `hint` into JSON."""
    members, optional = split_optional(hint)
    if optional:
        inner = _encoder_of(members)
        return lambda value: None if value is None else inner(value)
    return _encoder_of(members)


def _encoder_of(members: tuple[Any, ...]) -> Encoder:
    if {*members} == _WHEN:
        return format_when
    if {*members} == _NODE:
        return str
    (hint,) = members
    if typing.get_origin(hint) is tuple:
        item = encoder(typing.get_args(hint)[0])
        return lambda value: [item(each) for each in value]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return lambda value: value.value
    if dataclasses.is_dataclass(hint):
        return to_values
    if hint is date:
        return lambda value: value.isoformat()
    return lambda value: value


@cache
def decoder(hint: Any) -> Decoder:
    """Return the function that reads a value of type `hint` from JSON; it raises PlanError on any other shape."""
    members, optional = split_optional(hint)
    inner = _decoder_of(members)
    if optional:
        return lambda value: None if value is None else inner(value)
    return inner


def _decoder_of(members: tuple[Any, ...]) -> Decoder:
    if {*members} == _WHEN:
        return lambda value: parse_when(_text(value))
    if {*members} == _NODE:
        return _text
    (hint,) = members
    if typing.get_origin(hint) is tuple:
        item = decoder(typing.get_args(hint)[0])
        return lambda value: tuple(item(each) for each in _list(value))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _word_reader(hint)
    if dataclasses.is_dataclass(hint):
        return lambda value: from_values(typing.cast(type, hint), value)
    return _PLAIN.get(hint, _text)


def to_values(value: Any) -> dict[str, Json]:
    """Write a row or value as a mapping of JSON values, every field present."""
    return {field.name: field.encode(getattr(value, field.name)) for field in fields_of(type(value))}


def from_values(cls: type, values: object) -> Any:
    """Read a row or value of class `cls`; raise PlanError for a wrong shape, a missing or an unknown field."""
    if not isinstance(values, dict):
        raise PlanError(f"{cls.__name__} should be a mapping of fields.")
    known = fields_of(cls)
    unknown = values.keys() - {field.name for field in known}
    if unknown:
        raise PlanError(f"{cls.__name__} has no field “{min(map(str, unknown))}”.")
    arguments = {}
    for field in known:
        if field.name in values:
            try:
                arguments[field.name] = field.decode(values[field.name])
            except PlanError as error:
                raise PlanError(f"{cls.__name__}.{field.name}: {error}") from None
        elif field.required:
            raise PlanError(f"{cls.__name__} lacks the field “{field.name}”.")
    return cls(**arguments)


def _word_reader(words: type[Enum]) -> Decoder:
    by_value = {word.value: word for word in words}

    def read(value: object) -> Enum:
        if isinstance(value, str) and value in by_value:
            return by_value[value]
        raise PlanError(f"“{str(value)[:40]}” is not one of {', '.join(map(str, by_value))}.")

    return read


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise PlanError(f"{value!r:.40} is not text.")
    if len(value) > LONGEST_TEXT:
        raise PlanError(f"A text is longer than {LONGEST_TEXT:,} characters.")
    if "\0" in value:
        raise PlanError("A text holds a NUL character.")
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise PlanError(f"{value!r:.40} is not a list.")
    return value


def _integer(value: object) -> int:
    if type(value) is not int:
        raise PlanError(f"{value!r:.40} is not a whole number.")
    return value


def _number(value: object) -> float:
    if type(value) not in (int, float) or value != value or abs(typing.cast(float, value)) > 1e15:
        raise PlanError(f"{value!r:.40} is not a number.")
    return typing.cast(float, value)


def _boolean(value: object) -> bool:
    if type(value) is not bool:
        raise PlanError(f"{value!r:.40} is neither true nor false.")
    return value


_PLAIN: dict[Any, Decoder] = {
    date: lambda value: parse_date(_text(value)),
    int: _integer,
    float: _number,
    bool: _boolean,
}
