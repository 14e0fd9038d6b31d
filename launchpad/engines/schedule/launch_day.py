"""Moving launch day: what counts from it moves along, but a gate at which people have met keeps its day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import DECIDED_GATES, GateStatus
from launchpad.engines.calendar import calendar_of

HELD_GATES = DECIDED_GATES | {GateStatus.FAILED}
"""Gates at which people have met."""


def launch_moved(document: Document, day: date) -> Edit:
    """Launch on another day."""
    launch = document.launch
    changes = (Change(launch, replace(launch, launch_date=day)), *held_gates(document))
    return Edit("Move launch day", changes if day != launch.launch_date else ())


def held_gates(document: Document) -> Iterator[Change]:
    """The gates that would move with launch day though they are decided, put on the day they stand on."""
    calendar = calendar_of(document)
    for gate in document.gates:
        if isinstance(gate.when, int) and gate.status in HELD_GATES:
            yield Change(gate, replace(gate, when=calendar.date_at(gate.when)))
