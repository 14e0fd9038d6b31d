"""Fields as people type them: text to value, by the kind of field, in one plan."""

import re
import typing
from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from launchpad.domain.document import Document
from launchpad.domain.enums import AnchorKind
from launchpad.domain.errors import PlanError
from launchpad.domain.fields import Field, fields_of, split_optional
from launchpad.domain.gate import Gate
from launchpad.domain.kinds import NAMES
from launchpad.domain.people import Person
from launchpad.domain.row import LONGEST_TEXT, Row
from launchpad.domain.task import Task
from launchpad.domain.values import Anchor, DateRange, parse_date, parse_when

E = TypeVar("E", bound=Enum)

NOTHING = frozenset({"", "none", "-"})
"""Texts that empty a field."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def read_field(document: Document, kind: type[Row], name: str, text: str) -> Any:
    """Return the value of field `name` that `text` stands for; raise PlanError naming the field otherwise."""
    field = next((field for field in fields_of(kind) if field.name == name), None)
    if field is None:
        raise PlanError(f"There is no field “{name[:40]}” in {NAMES[kind]}.")
    try:
        return _read(document, field, text.strip() if field.hint is not str else text)
    except PlanError as error:
        raise PlanError(f"{name}: {error}") from None


def _read(document: Document, field: Field, text: str) -> Any:
    members, optional = split_optional(field.hint)
    if optional and text.casefold() in NOTHING:
        return None
    if field.refers_to and isinstance(members[0], typing.NewType):
        return _referred(document, field, text)
    if field.refers_to and _is_list_of_ids(members[0]):
        return tuple(_referred(document, field, part) for part in _parts(text))
    if set(members) == {date, int}:
        return parse_when(text)
    reader = _READERS.get(members[0])
    if reader is not None:
        return reader(text)
    if isinstance(members[0], type) and issubclass(members[0], Enum):
        return read_word(members[0], text)
    raise PlanError("this field cannot be typed as text.")


def _is_list_of_ids(hint: Any) -> bool:
    return typing.get_origin(hint) is tuple and isinstance(typing.get_args(hint)[0], typing.NewType)


def _referred(document: Document, field: Field, text: str) -> str:
    if Person in field.refers_to:
        return document.person(text).id
    if Task in field.refers_to and Gate in field.refers_to:
        return document.node(text).id
    kind = field.refers_to[0]
    row = document.by_key(kind, text)
    if row is None:
        known = ", ".join(str(getattr(row, "key", "")) for row in document.rows(kind))
        raise PlanError(f"there is no {kind.__name__.lower()} “{text[:80]}”{_known(known)}.")
    return row.id


def _known(keys: str) -> str:
    return f"; there are {keys}" if 0 < len(keys) <= 200 else ""


def read_person(document: Document, text: str) -> Person:
    """Read whom a person means by a first name, or by a name or an id; raise PlanError for nobody or several."""
    close = [person for person in document.people if person.name.casefold().split()[0] == text.casefold()]
    return close[0] if len(close) == 1 else document.person(text)


def read_word(words: type[E], text: str) -> E:
    """Read a word of a closed vocabulary, forgiving case, spaces and hyphens."""
    wanted = re.sub(r"[\s-]+", "_", text.strip()).casefold()
    for word in words:
        if str(word.value).casefold() == wanted:
            return word
    raise PlanError(f"“{text[:40]}” is not one of {', '.join(str(word.value) for word in words)}.")


def read_anchor(text: str) -> Anchor | None:
    """Read ``SNET:T-21``, ``MSO:2026-11-03``, ``ALAP`` or ``none``."""
    if text.casefold() in NOTHING:
        return None
    kind, colon, at = text.partition(":")
    return Anchor(read_word(AnchorKind, kind), parse_when(at) if colon else None)


def read_date_ranges(text: str) -> tuple[DateRange, ...]:
    """Read ``2026-10-05..2026-10-09,2026-12-24``; ``none`` is no days at all."""
    ranges = []
    for part in _parts(text):
        first, _, last = part.partition("..")
        ranges.append(DateRange(parse_date(first.strip()), parse_date((last or first).strip())))
    return tuple(sorted(ranges, key=lambda days: days.first))


def read_dates(text: str) -> tuple[date, ...]:
    """Read days separated by commas; ``none`` is none."""
    return tuple(sorted({parse_date(part) for part in _parts(text)}))


def read_weekdays(text: str) -> tuple[int, ...]:
    """Read ``mon,tue,wed`` as ISO weekdays."""
    days = []
    for part in _parts(text):
        if part[:3].casefold() not in WEEKDAYS:
            raise PlanError(f"“{part[:40]}” is not a day of the week; write mon, tue, wed, thu, fri, sat or sun.")
        days.append(WEEKDAYS.index(part[:3].casefold()) + 1)
    return tuple(sorted(set(days)))


def _parts(text: str) -> list[str]:
    if text.strip().casefold() in NOTHING:
        return []
    return [part.strip() for part in text.split(",")]


def read_integer(text: str) -> int:
    """Read a whole number."""
    if not re.fullmatch(r"[+-]?\d{1,9}", text):
        raise PlanError(f"“{text[:40]}” is not a whole number.")
    return int(text)


def read_number(text: str) -> float:
    """Read a number, with a point for decimals."""
    if not re.fullmatch(r"[+-]?\d{1,12}(\.\d{1,6})?", text):
        raise PlanError(f"“{text[:40]}” is not a number.")
    return float(text)


def read_boolean(text: str) -> bool:
    """Read yes or no."""
    answers = {"yes": True, "true": True, "no": False, "false": False}
    if text.casefold() not in answers:
        raise PlanError(f"“{text[:40]}” is neither yes nor no.")
    return answers[text.casefold()]


def read_text(text: str) -> str:
    """Read text as it is, refusing what no spreadsheet or file could hold."""
    if len(text) > LONGEST_TEXT:
        raise PlanError(f"the text is longer than {LONGEST_TEXT:,} characters.")
    if "\0" in text:
        raise PlanError("the text holds a NUL character.")
    return text


_READERS: dict[Any, Callable[[str], Any]] = {
    str: read_text,
    int: read_integer,
    float: read_number,
    bool: read_boolean,
    date: parse_date,
    Anchor: read_anchor,
    tuple[DateRange, ...]: read_date_ranges,
    tuple[date, ...]: read_dates,
    tuple[int, ...]: read_weekdays,
    tuple[str, ...]: lambda text: tuple(_parts(text)),
}
