"""Rows of every kind with something in every field, by chance or by hypothesis."""

import random
import types
import typing
from collections.abc import Callable, Sequence
from dataclasses import is_dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import Any, Protocol, TypeVar

from hypothesis import strategies as st

from launchpad.domain.document import Document
from launchpad.domain.enums import AnchorKind
from launchpad.domain.fields import fields_of
from launchpad.domain.kinds import KINDS, NAMES
from launchpad.domain.launch import Calendar, Launch
from launchpad.domain.register import Blackout, RivalEvent
from launchpad.domain.row import Row
from launchpad.domain.task import Dependency
from launchpad.domain.values import LAST_DATE, Anchor, CriticalityWeights, DateRange, Thresholds

T = TypeVar("T")
EACH = 2
"""Rows of each kind in a full plan."""

HINTS = {name: typing.get_type_hints(kind)["id"] for name, kind in KINDS.items()}
KIND_OF_ID = {hint: name for name, hint in HINTS.items()}


class Chooser(Protocol):
    """Whatever picks the values."""

    def integer(self, low: int, high: int) -> int: ...
    def pick(self, options: Sequence[T]) -> T: ...
    def text(self) -> str: ...
    def is_there(self) -> bool: ...


class Chance:
    """Picks by a seed, and leaves nothing out."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def integer(self, low: int, high: int) -> int:
        return self._random.randint(low, high)

    def pick(self, options: Sequence[T]) -> T:
        return self._random.choice(options)

    def text(self) -> str:
        return f"Text {self._random.randrange(10**6)} “ÆØÅ” 💥 <b>'\"\\\n\ttoo"

    def is_there(self) -> bool:
        return True


class Drawn:
    """Picks what hypothesis says."""

    def __init__(self, data: st.DataObject) -> None:
        self._data = data

    def integer(self, low: int, high: int) -> int:
        return self._data.draw(st.integers(low, high))

    def pick(self, options: Sequence[T]) -> T:
        return self._data.draw(st.sampled_from(options))

    def text(self) -> str:
        letters = st.characters(exclude_characters="\0", exclude_categories=["Cs"])
        return self._data.draw(st.text(letters, min_size=1).filter(str.strip))

    def is_there(self) -> bool:
        return self._data.draw(st.booleans())


def a_row(kind: type[Row], number: int, choose: Chooser) -> Row:
    """A row of a kind that names only rows of a full plan."""
    values = {field.name: _value(field.hint, choose) for field in fields_of(kind)}
    values["id"] = row_id(NAMES[kind], number)
    if "key" in values:
        values["key"] = f"{NAMES[kind]}.{number}"
    return kind(**values | _fitting(kind, values, choose))


def a_full_plan(seed: int) -> Document:
    """A plan with rows of every kind and something unusual in every field."""
    choose = Chance(seed)
    singles = (Launch, Calendar)
    return Document(
        a_row(kind, number, choose)
        for kind in KINDS.values()
        for number in range(1, 2 if kind in singles else EACH + 1)
    )


def row_id(name: str, number: int) -> str:
    return f"{name}:{number}"


def _fitting(kind: type[Row], values: dict[str, Any], choose: Chooser) -> dict[str, Any]:
    """What a field must be besides its type."""
    if kind is Calendar:
        days = {choose.integer(1, 7) for _ in range(4)}
        return {"workdays": tuple(sorted(days))}
    if kind in (Blackout, RivalEvent):
        return {"last": min(LAST_DATE, values["first"] + timedelta(choose.integer(0, 9)))}
    if kind is Dependency:
        ends = ("tasks:1", "tasks:2")
        return {"predecessor": ends[0], "successor": ends[1]}
    return {}


def _value(hint: Any, choose: Chooser) -> Any:
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        members = typing.get_args(hint)
        there = [each for each in members if each is not type(None)]
        return _value(choose.pick(there), choose) if len(there) == len(members) or choose.is_there() else None
    if typing.get_origin(hint) is tuple:
        item = typing.get_args(hint)[0]
        return tuple(_value(item, choose) for _ in range(choose.integer(1, 3) if choose.is_there() else 0))
    if hint in KIND_OF_ID:
        return row_id(KIND_OF_ID[hint], choose.integer(1, 1 if KIND_OF_ID[hint] in ("launch", "calendar") else EACH))
    if hint in VALUES:
        return VALUES[hint](choose)
    if is_dataclass(hint):
        cls = typing.cast(type, hint)
        return cls(**{field.name: _value(field.hint, choose) for field in fields_of(cls)})
    assert issubclass(hint, Enum)
    return choose.pick(list(hint))


def _day(choose: Chooser) -> date:
    return date(1900, 1, 1) + timedelta(choose.integer(0, 109_571))


def _range(choose: Chooser) -> DateRange:
    first = choose.integer(0, 100_000)
    days = [date(1900, 1, 1) + timedelta(first + more) for more in (0, choose.integer(0, 99))]
    return DateRange(*days)


def _anchor(choose: Chooser) -> Anchor:
    kind = choose.pick(list(AnchorKind))
    is_free = kind in (AnchorKind.ASAP, AnchorKind.ALAP)
    return Anchor(kind, None if is_free else _value(date | int, choose))


def _thresholds(choose: Chooser) -> Thresholds:
    return Thresholds(
        choose.integer(50, 100), choose.integer(0, 50), choose.integer(50, 100), choose.integer(0, 500) / 10
    )


VALUES: dict[Any, Callable[[Chooser], Any]] = {
    str: lambda choose: choose.text(),
    int: lambda choose: choose.integer(1, 3),
    float: lambda choose: choose.integer(10, 100) / 10,
    bool: lambda choose: bool(choose.integer(0, 1)),
    date: _day,
    DateRange: _range,
    Anchor: _anchor,
    Thresholds: _thresholds,
    CriticalityWeights: lambda choose: CriticalityWeights(*(choose.integer(1, 400) / 4 for _ in range(3))),
}


def with_id(row: Row, row_id: str, key: str) -> Row:
    """The same row as another one."""
    return replace(row, id=row_id, **({"key": key} if hasattr(row, "key") else {}))
