"""How each value of a row is kept as one of the four types that a STRICT table knows.

Dates, moments and words are text; tuples and small values are JSON text; a yes or no is 1 or 0.
"""

import json
import types
import typing
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import Any, NamedTuple

from launchpad.domain.errors import PlanError
from launchpad.domain.fields import decoder, encoder

MOMENT_FORM = "%Y-%m-%dT%H:%M:%SZ"


class Codec(NamedTuple):
    """What a column stores (str, int or float), and how a value gets there and back; None stays None.

    Without `encode` and `decode` what is stored is the value itself. `decode` raises PlanError if it cannot be one.
    """

    stores: type
    encode: Callable[[Any], Any] | None = None
    decode: Callable[[Any], Any] | None = None


def _flag(stored: Any) -> bool:
    if stored not in (0, 1):
        raise PlanError(f"{stored!r:.40} is neither yes nor no.")
    return bool(stored)


def _moment_text(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(MOMENT_FORM)


def _moment(stored: str) -> datetime:
    try:
        moment: datetime | None = datetime.fromisoformat(stored)  # `strptime` takes fifty times as long
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or _moment_text(moment) != stored:
        raise PlanError(f"“{stored[:40]}” is not a moment.")
    return moment


TEXT = Codec(str)
WHOLE = Codec(int)
NUMBER = Codec(float, decoder(float), decoder(float))
"""A number with a fraction, neither endless nor absurd."""
FLAG = Codec(int, int, _flag)
MOMENT = Codec(str, _moment_text, _moment)
"""A moment of the real clock in UTC, to the second."""

_PLAIN: dict[Any, Codec] = {bool: FLAG, int: WHOLE, float: NUMBER, str: TEXT}


def to_json(value: Any) -> str:
    """Write a value as JSON text: compact, with its characters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Any:
    """Read JSON text; raise PlanError if it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise PlanError("A list of values in it cannot be read.") from None


@cache
def codec_for(hint: Any) -> tuple[Codec, bool]:
    """Return how a field's type hint is stored, and whether its column may be empty."""
    members, optional = _without_none(hint)
    if len(members) == 1:
        return _codec_of(members[0]), optional
    return (_spelled(date | int) if date in members else TEXT), optional


def _without_none(hint: Any) -> tuple[tuple[Any, ...], bool]:
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        members = typing.get_args(hint)
        return tuple(each for each in members if each is not type(None)), type(None) in members
    return (hint,), False


def _codec_of(hint: Any) -> Codec:
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, typing.NewType):
        return TEXT
    if hint is date or (isinstance(hint, type) and issubclass(hint, Enum)):
        return _spelled(hint)
    return _json(hint)


def _spelled(hint: Any) -> Codec:
    """A date, a date or offset, or a word of a closed vocabulary, as files spell it."""
    return Codec(str, encoder(hint), decoder(hint))


def _json(hint: Any) -> Codec:
    """A tuple or a small value, as JSON text."""
    to_plain, from_plain = encoder(hint), decoder(hint)
    return Codec(str, lambda value: to_json(to_plain(value)), lambda stored: from_plain(from_json(stored)))
