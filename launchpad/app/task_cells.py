"""Cells of a pasted table as fields of a task: how people and other programs write them."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from launchpad.app.assignments import row_values
from launchpad.app.day_text import read_day
from launchpad.domain.document import Document
from launchpad.domain.enums import AnchorKind
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate
from launchpad.domain.people import Track
from launchpad.domain.task import Task
from launchpad.domain.values import Anchor
from launchpad.interchange.foreign.table_row import PRIORITIES
from launchpad.interchange.homecoming.cells import Cell, Unreadable, read_percent
from launchpad.interchange.homecoming.days import DayOrder
from launchpad.interchange.homecoming.statuses import read_status

_DURATION = re.compile(r"(\d{1,5})\s*(d|days?|w|weeks?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where cells are read: the plan whose names they use, the day, and which way round 3/4/2026 is."""

    document: Document
    today: date
    order: DayOrder


Reader = Callable[[Place, str], Mapping[str, Any]]


def _typed(name: str) -> Reader:
    return lambda place, text: row_values(place.document, Task, {name: text})


def _start(place: Place, text: str) -> Mapping[str, Any]:
    return {"anchor": Anchor(AnchorKind.SNET, read_day(text, place.today, place.order))}


def _due(place: Place, text: str) -> Mapping[str, Any]:
    return {"deadline": read_day(text, place.today, place.order)}


def _expected(place: Place, text: str) -> Mapping[str, Any]:
    when = read_day(text, place.today, place.order)
    if isinstance(when, int):
        raise PlanError("This is a calendar date.")
    return {"expected_finish": when}


def _duration(place: Place, text: str) -> Mapping[str, Any]:
    """Working days; a week is five of them."""
    match = _DURATION.fullmatch(text)
    if match is None:
        raise PlanError("This is a number of days.")
    week = 5 if (match[2] or "d")[0] in "wW" else 1
    return row_values(place.document, Task, {"duration": str(int(match[1]) * week)})


def _progress(place: Place, text: str) -> Mapping[str, Any]:
    try:
        return {"progress": read_percent(Cell(text, ""))}
    except Unreadable as error:
        raise PlanError(str(error)) from None


def _status(place: Place, text: str) -> Mapping[str, Any]:
    try:
        return {"status": read_status(Cell(text, ""))}
    except Unreadable as error:
        raise PlanError(str(error)) from None


def _criticality(place: Place, text: str) -> Mapping[str, Any]:
    found = PRIORITIES.get(text.casefold())
    if found is None:
        raise PlanError("This is no priority.")
    return {"criticality": found}


def _weight(place: Place, text: str) -> Mapping[str, Any]:
    return row_values(place.document, Task, {"weight": text.replace(",", ".")})


def _track(place: Place, text: str) -> Mapping[str, Any]:
    return {"track": _by_key_or_name(place.document.tracks, text)}


def _gate(place: Place, text: str) -> Mapping[str, Any]:
    return {"gate": _by_key_or_name(place.document.gates, text)}


def _by_key_or_name(rows: Sequence[Track] | Sequence[Gate], text: str) -> str:
    wanted = text.casefold()
    found = [row.id for row in rows if wanted in (row.key.casefold(), row.name.casefold())]
    if not found:
        raise PlanError("Nothing is called so.")
    return found[0]


READERS: Mapping[str, Reader] = {
    "key": lambda place, text: {"key": text},
    "title": lambda place, text: {"title": text},
    "start": _start,
    "due": _due,
    "track": _track,
    "gate": _gate,
    "status": _status,
    "progress": _progress,
    "duration": _duration,
    "criticality": _criticality,
    "weight": _weight,
    "expected_finish": _expected,
    **{name: _typed(name) for name in ("owner", "approver", "note", "acceptance")},
}
"""A field → how its cell is read; a PlanError says that it cannot be."""
