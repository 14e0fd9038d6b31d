"""Changing the launch; launch day stays a working day."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from launchpad.app.commands.rows import change_row
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import DECIDED_GATES, GateStatus
from launchpad.domain.values import TIER_THRESHOLDS
from launchpad.engines.calendar import calendar_of

HELD_GATES = DECIDED_GATES | {GateStatus.FAILED}
"""Gates at which people have met."""


def change_launch(document: Document, fields: Mapping[str, Any]) -> Edit:
    """Set fields of the launch. A new tier brings its thresholds, unless the old tier's had been changed by hand."""
    launch = document.launch
    fields = dict(fields)
    if "tier" in fields and launch.thresholds == TIER_THRESHOLDS[launch.tier]:
        fields.setdefault("thresholds", TIER_THRESHOLDS.get(fields["tier"], launch.thresholds))
    edit = change_row(document, launch, fields)
    if fields.get("launch_date", launch.launch_date) != launch.launch_date:
        edit = Edit(edit.label, (*edit.changes, *_pinned_gates(document)))
    calendar_of(document.apply(edit))  # refuses a launch day that is not worked
    return edit


def _pinned_gates(document: Document) -> Iterator[Change]:
    """Gates that were decided keep the day on which they were, whatever launch day becomes."""
    calendar = calendar_of(document)
    for gate in document.gates:
        if isinstance(gate.when, int) and gate.status in HELD_GATES:
            yield Change(gate, replace(gate, when=calendar.date_at(gate.when)))
