"""Builders of rows and plans for tests: say only what matters, the rest is sensible.

    plan = a_plan(a_task("brief", duration=2), a_task("draft", duration=5), link("brief", "draft"))

Ids equal keys (``task:brief``), so a test can name what it made.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from launchpad.domain.document import Document
from launchpad.domain.enums import AnchorKind, Criticality, LinkType
from launchpad.domain.gate import Criterion, Gate
from launchpad.domain.ids import (
    CalendarId,
    CriterionId,
    DependencyId,
    GateId,
    HolidayId,
    LaunchId,
    NodeId,
    PersonId,
    TaskId,
    TrackId,
)
from launchpad.domain.launch import Calendar, Holiday, Launch
from launchpad.domain.order import spread
from launchpad.domain.people import Person, Track
from launchpad.domain.row import Row
from launchpad.domain.task import Dependency, Task
from launchpad.domain.values import Anchor, DateRange, When, parse_when

LAUNCH_DAY = date(2026, 11, 10)  # a Tuesday
TRACK = "track"


def a_launch(**fields: Any) -> Launch:
    """A launch on Tuesday 10 November 2026."""
    return Launch(**{"id": LaunchId("launch"), "name": "Loom", "launch_date": LAUNCH_DAY, **fields})


def a_calendar(**fields: Any) -> Calendar:
    """A working week from Monday to Friday."""
    return Calendar(**{"id": CalendarId("calendar"), **fields})


def a_holiday(day: date, name: str = "") -> Holiday:
    """A day on which nobody works."""
    return Holiday(id=HolidayId(f"holiday:{day}"), day=day, name=name)


def a_person(key: str, *days_off: tuple[date, date], **fields: Any) -> Person:
    """A person called by their key, capitalized."""
    ranges = tuple(DateRange(first, last) for first, last in days_off)
    return Person(
        **{"id": PersonId(f"person:{key}"), "key": key, "name": key.capitalize(), "days_off": ranges, **fields}
    )


def a_track(key: str = TRACK, **fields: Any) -> Track:
    """A track called by its key, capitalized, weighing 10."""
    people = _people(fields, "lead", "deputy")
    return Track(**{"id": TrackId(f"track:{key}"), "key": key, "name": key.capitalize(), "weight": 10, **people})


def a_gate(key: str, when: When = 0, *, signoffs: Sequence[str] = (), **fields: Any) -> Gate:
    """A gate at an offset or a date."""
    tracks = tuple(TrackId(f"track:{track}") for track in signoffs)
    values = {"id": GateId(f"gate:{key}"), "key": key, "name": f"Gate {key}", "when": when, "required_signoffs": tracks}
    return Gate(**values | _people(fields, "decider"))


def a_criterion(gate: str, key: str, *tasks: str, **fields: Any) -> Criterion:
    """A criterion of a gate, proven by tasks."""
    proven_by = tuple(TaskId(f"task:{task}") for task in tasks)
    values = {"id": CriterionId(f"criterion:{key}"), "key": key, "gate": GateId(f"gate:{gate}"), "text": f"{key} holds"}
    return Criterion(**{**values, "proven_by": proven_by, **fields})


def a_task(key: str, *, track: str = TRACK, **fields: Any) -> Task:
    """A must-have task of one working day. `owner`, `approver` and `gate` are keys; `anchor` may be text (SNET:T-5)."""
    values = _people(fields, "owner", "approver", "approved_by", "unblocked_by", "na_approved_by")
    if values.get("gate") is not None:
        values["gate"] = GateId(f"gate:{values['gate']}")
    if isinstance(values.get("anchor"), str):
        values["anchor"] = an_anchor(values["anchor"])
    base = {"id": TaskId(f"task:{key}"), "key": key, "title": f"Do {key}", "criticality": Criticality.MUST}
    return Task(**{**base, "track": TrackId(f"track:{track}"), **values})


def an_anchor(text: str) -> Anchor:
    """Read ``SNET:T-5``, ``MSO:2026-11-03`` or ``ALAP``."""
    kind, _, at = text.partition(":")
    return Anchor(AnchorKind(kind), parse_when(at) if at else None)


def link(predecessor: str, successor: str, type: str = "FS", lag: int = 0, elapsed: bool = False) -> Dependency:
    """A dependency between tasks, or gates written as ``gate:G1``."""
    ends = [end if ":" in end else f"task:{end}" for end in (predecessor, successor)]
    return Dependency(
        id=DependencyId(f"{ends[0]}>{ends[1]}:{type}"),
        predecessor=_node(ends[0]),
        successor=_node(ends[1]),
        type=LinkType(type),
        lag=lag,
        elapsed=elapsed,
    )


def a_plan(*rows: Row, launch: Launch | None = None, calendar: Calendar | None = None) -> Document:
    """A plan of these rows; what they need and is not among them (launch, calendar, track, gates, people) is added."""
    given = list(rows)
    if launch or not any(isinstance(row, Launch) for row in rows):
        given.append(launch or a_launch())
    if calendar or not any(isinstance(row, Calendar) for row in rows):
        given.append(calendar or a_calendar())
    ids = {row.id for row in given}
    wanted = {str(row.track) for row in rows if isinstance(row, Task)} | {
        str(named)
        for row in rows
        for field in ("owner", "approver", "approved_by", "gate", "lead", "decider", "unblocked_by", "na_approved_by")
        if (named := getattr(row, field, None))
    }
    for missing in sorted(wanted - ids):
        given.append(_made_up(missing))
    return Document(_ordered(given))


def _made_up(row_id: str) -> Row:
    kind, _, key = row_id.partition(":")
    if kind == "person":
        return a_person(key)
    return a_track(key) if kind == "track" else a_gate(key)


def _ordered(rows: list[Row]) -> list[Row]:
    """Give rows that have no place of their own the place they were written in."""
    places = spread(len(rows))
    return [
        replace(row, order=place) if getattr(row, "order", None) == "" else row  # type: ignore[call-arg]
        for row, place in zip(rows, places, strict=True)
    ]


def _people(fields: dict[str, Any], *names: str) -> dict[str, Any]:
    return {k: PersonId(f"person:{v}") if k in names and v is not None else v for k, v in fields.items()}


def _node(text: str) -> NodeId:
    return GateId(text) if text.startswith("gate:") else TaskId(text)
