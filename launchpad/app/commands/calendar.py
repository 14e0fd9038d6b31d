"""Changing the working week and the holidays."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from launchpad.app.commands.rows import change_row
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.ids import HolidayId, new_id
from launchpad.domain.launch import Holiday
from launchpad.engines.calendar import calendar_of


def change_calendar(document: Document, fields: Mapping[str, Any]) -> Edit:
    """Set the working week or the extra working days."""
    edit = change_row(document, document.calendar, fields)
    label = "Set the working week" if set(fields) == {"workdays"} else "Set the calendar"
    return _checked(document, replace(edit, label=label))


def replace_holidays(document: Document, days: Iterable[tuple[date, str]]) -> Edit:
    """Make `days`, each with its name (empty keeps the one it has), all the holidays of the plan."""
    wanted = dict(days)
    kept: set[date] = set()
    changes: list[Change] = []
    for holiday in document.rows(Holiday):
        if holiday.day in wanted and wanted[holiday.day] in ("", holiday.name):
            kept.add(holiday.day)
        else:
            changes.append(Change(holiday, None))
    changes += [Change(None, _holiday(day, name)) for day, name in wanted.items() if day not in kept]
    return _checked(document, Edit("Set holidays", tuple(changes)))


def add_holidays(document: Document, days: Iterable[date]) -> Edit:
    """Add holidays to those the plan has."""
    known = {holiday.day for holiday in document.rows(Holiday)}
    changes = tuple(Change(None, _holiday(day, "")) for day in days if day not in known)
    return _checked(document, Edit("Add holidays", changes))


def _holiday(day: date, name: str) -> Holiday:
    return Holiday(id=HolidayId(new_id()), day=day, name=name)


def _checked(document: Document, edit: Edit) -> Edit:
    calendar_of(document.apply(edit))  # refuses a launch day that is not worked
    return edit
