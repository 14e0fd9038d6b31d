"""Changing the launch; launch day stays a working day."""

from collections.abc import Mapping
from typing import Any

from launchpad.app.commands.rows import change_row
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.values import TIER_THRESHOLDS
from launchpad.engines.calendar import calendar_of
from launchpad.engines.schedule.launch_day import held_gates


def change_launch(document: Document, fields: Mapping[str, Any]) -> Edit:
    """Set fields of the launch. A new tier brings its thresholds, unless the old tier's had been changed by hand."""
    launch = document.launch
    fields = dict(fields)
    if "tier" in fields and launch.thresholds == TIER_THRESHOLDS[launch.tier]:
        fields.setdefault("thresholds", TIER_THRESHOLDS.get(fields["tier"], launch.thresholds))
    edit = change_row(document, launch, fields)
    if fields.get("launch_date", launch.launch_date) != launch.launch_date:
        edit = Edit(edit.label, (*edit.changes, *held_gates(document)))
    calendar_of(document.apply(edit))  # refuses a launch day that is not worked
    return edit
