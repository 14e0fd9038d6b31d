"""The seal on a record: a hash over all it says and over the record sealed before it.

What is hashed is JSON with its names in order and without the fields that are as usual, so that a field which a later
Launchpad adds does not break the seals of today.
"""

import dataclasses
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import Enum
from operator import attrgetter
from typing import Any, NamedTuple

from launchpad.domain.document import Document
from launchpad.domain.gate import Decision, ReadinessPoint, Review
from launchpad.domain.kinds import NAMES
from launchpad.domain.record import Seal
from launchpad.domain.review import Addendum
from launchpad.domain.row import Row

FORM = "launchpad.record/1"
"""What the hashed text begins with, should its form ever change."""

LIVING: dict[type[Row], frozenset[str]] = {Decision: frozenset({"status", "order"})}
"""Fields that go on changing after the record that names their row was sealed: a decision may be superseded."""

Sealed = Review | Addendum


@dataclass(frozen=True, slots=True)
class Stamp:
    """The journal's entry that is about to seal something: its number, when and by whom, and the journal's own name."""

    edit: int
    moment: datetime
    who: str
    journal: str


def recordable_rows(document: Document) -> tuple[Sealed, ...]:
    """Every review and addendum, sealed or not."""
    return (*document.rows(Review), *document.rows(Addendum))


def sealed_rows(document: Document) -> Iterator[Sealed]:
    """Every record and addendum that carries a seal."""
    return (row for row in recordable_rows(document) if row.seal is not None)


def seal_for(document: Document, row: Sealed, parts: Iterable[Row], stamp: Stamp) -> Seal:
    """The seal of a record that is otherwise complete; `parts` are the rows it stands with."""
    moment = stamp.moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    blank = Seal(stamp.edit, moment, stamp.who, stamp.journal, last_digest(document), "")
    return replace(blank, digest=digest_of(replace(row, seal=blank), parts))


def last_digest(document: Document) -> str:
    """The digest that no other seal follows yet; empty when nothing is sealed."""
    seals = [row.seal for row in sealed_rows(document) if row.seal is not None]
    followed = {seal.previous for seal in seals}
    ends = [seal for seal in seals if seal.digest not in followed]
    return max(ends, key=lambda seal: (seal.moment, seal.edit)).digest if ends else ""


def parts_of(document: Document, row: Sealed) -> tuple[Row, ...]:
    """The rows that stand with a record: the decision it made and the point it set on the trend."""
    if isinstance(row, Addendum):
        return ()
    found = (document.find(Decision, row.decision), document.find(ReadinessPoint, row.point))
    return tuple(part for part in found if part is not None)


def digest_of(row: Sealed, parts: Iterable[Row]) -> str:
    """The SHA-256 of a record, its seal without the digest, and the rows that stand with it."""
    assert row.seal is not None, "only what has a seal has a digest"
    values = _values(replace(row, seal=replace(row.seal, digest="")))
    return _sha256([FORM, values, [[NAMES[type(part)], _values(part)] for part in parts]])


def plan_digest(rows: Iterable[Row]) -> str:
    """The SHA-256 of a plan, whatever the order of its rows."""
    return _sha256(sorted(([NAMES[type(row)], row.id, _values(row)] for row in rows), key=lambda each: each[:2]))


def _values(row: Row) -> dict[str, Any]:
    """A row as JSON without what is as usual and without what goes on living."""
    skipped = LIVING.get(type(row), frozenset())
    return {name: value for name, value in _fields(row).items() if name not in skipped}


def _fields(value: Any) -> dict[str, Any]:
    known = _KNOWN.get(type(value)) or _KNOWN.setdefault(type(value), _known(type(value)))
    found = zip(known.names, known.read(value), known.usual, strict=True)
    return {name: _plain(each) for name, each, usual in found if each is not usual and each != usual}


def _plain(value: Any) -> Any:
    """A value as JSON, in the one form it has before and after it was stored: 97.0 is 97."""
    if type(value) is str:
        return value
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return _fields(value) if dataclasses.is_dataclass(value) else value


class _Known(NamedTuple):
    """The fields of a class: their names, how all are read at once, and what they usually hold."""

    names: tuple[str, ...]
    read: Callable[[Any], tuple[Any, ...]]
    usual: tuple[object, ...]


def _known(cls: type) -> _Known:
    fields = dataclasses.fields(cls)
    names = tuple(field.name for field in fields)
    read: Callable[[Any], Any] = attrgetter(*names)
    return _Known(names, read if len(names) > 1 else lambda value: (read(value),), tuple(f.default for f in fields))


_KNOWN: dict[type, _Known] = {}


def _sha256(value: object) -> str:
    import hashlib  # most plans hold no record yet

    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
