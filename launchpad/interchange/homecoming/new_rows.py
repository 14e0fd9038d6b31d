"""Rows that people added: what a task made of them would be."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from launchpad.domain.document import Document
from launchpad.domain.enums import Criticality
from launchpad.domain.ids import GateId, TrackId
from launchpad.domain.task import Task
from launchpad.domain.values import LONGEST
from launchpad.interchange.audience import unique_labels
from launchpad.interchange.homecoming.cells import Cell, plain
from launchpad.interchange.homecoming.matching import Stray
from launchpad.interchange.homecoming.values import Value

LONGEST_KEY, LONGEST_TITLE = 80, 400
_CRITICALITIES = {word.value: word for word in Criticality}
_FILLED = ("owner", "status", "progress", "expected_finish", "evidence", "note", "acceptance")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRow:
    """A task to be. `key` is empty when nobody wrote one that is free; `track` may be that of the rows around it."""

    title: str
    key: str
    track: TrackId
    criticality: Criticality = Criticality.SHOULD
    gate: GateId | None = None
    duration: int = 1  # working days
    acceptance: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)  # of the editable fields


def says_something(stray: Stray) -> bool:
    """Whether a row about no known task was filled in by somebody."""
    cells = (stray.row.cells.get(column) for column in ("title", *_FILLED))
    return any(cell is not None and not cell.is_blank for cell in cells)


def read_new_row(stray: Stray, plan: Document, values: Mapping[str, Value], taken: set[str]) -> NewRow:
    """Make a new task of a row that has a title; `taken` are keys that are not free, its own is added."""
    row = stray.row
    key = row.text("key")
    key = "" if key in taken or len(key) > LONGEST_KEY or " " in key else key
    taken.add(key)
    return NewRow(
        title=" ".join(row.text("title").split())[:LONGEST_TITLE],
        key=key,
        track=_track(stray, plan),
        criticality=_CRITICALITIES.get(row.text("criticality").casefold(), Criticality.SHOULD),
        gate=_gate(row.text("gate"), plan),
        duration=_days(row.cells.get("duration")),
        acceptance=row.text("acceptance"),
        values=values,
    )


def _track(stray: Stray, plan: Document) -> TrackId:
    """The track a row names, else that of its section."""
    labels = unique_labels(plan.tracks, lambda track: track.name, lambda track: track.key)
    by_name = {track.key.casefold(): track.id for track in plan.tracks}
    by_name |= {label.casefold(): TrackId(track) for track, label in labels.items()}
    named = by_name.get(stray.row.text("track").casefold())
    above = None if stray.above is None else plan.table(Task).get(stray.above)
    return named or (above.track if above is not None else plan.tracks[0].id)


def _gate(name: str, plan: Document) -> GateId | None:
    labels = unique_labels(plan.gates, lambda gate: gate.key, lambda gate: gate.name)
    by_name = {label.casefold(): GateId(gate) for gate, label in labels.items()}
    return by_name.get(name.casefold())


def _days(cell: Cell | None) -> int:
    text = "" if cell is None or cell.kind != "value" else plain(cell.value)
    return int(text) if text.isdecimal() and len(text) < 6 and int(text) <= LONGEST else 1
